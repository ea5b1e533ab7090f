package statements

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// turn is the statement of the page's own level that was read last: who spoke, to whom or of whom, and in which line.
type turn struct {
	speaker int
	other   int // who was asked, accused or told; -1
	line    int
	stance  Stance
	content []text.Span
	source  []text.Span
	medium  string // the words of its medium, lower case
}

// Lines between an attribution and the pronoun that takes up its speaker.
const (
	nextLine = 1 // the next sentence
	closeBy  = 4
)

// pronounSpeaker settles who a pronoun is: who was asked answers, who was speaking goes on; else whom the names room links it to; else whoever
// spoke last or is the only one it can mean. It returns the rule's name for why.
func (r *reader) pronounSpeaker(d *draft, word string, linked int) (int, string) {
	switch word {
	case "he", "she", "they", "it":
	default:
		return linked, ""
	}
	inner := overlaps(r.turn.content, d.place())
	told := r.toldSubject(d) // "His deputy, he alleged, had …": somebody else
	fits := func(e int) bool {
		return e >= 0 && e != told && r.pronounFits(word, e) && !r.bareGiven(e) && !r.onlyInside(d, e)
	}
	if !inner && fits(linked) && r.namedBefore(d, word) {
		return linked, ""
	}
	gap := d.line - r.turn.line
	switch {
	case inner:
	case r.lex.words["answer"][d.Head] && gap <= 2 && r.turn.other >= 0 && fits(r.turn.other) && contested(r.turn.stance):
		return r.turn.other, "who was asked answers"
	case gap <= nextLine && r.turn.stance == Question && fits(r.turn.other) && d.Stance != Question:
		return r.turn.other, "who was asked answers"
	case gap <= nextLine && fits(r.turn.speaker) && r.turn.stance != Question:
		return r.turn.speaker, "the speaker goes on"
	case gap <= closeBy && r.lex.words["goes-on"][d.Head] && fits(r.turn.speaker):
		return r.turn.speaker, "the speaker goes on"
	}
	if fits(linked) {
		return linked, ""
	}
	if !inner && gap <= closeBy && fits(r.turn.speaker) {
		return r.turn.speaker, "the speaker of a few sentences before"
	}
	if inner && fits(r.turn.speaker) {
		return r.turn.speaker, "whose words it stands in"
	}
	if word == "he" || word == "she" {
		if e := r.onlyPerson(d, word, told); e >= 0 {
			return e, "the only one named before whom the pronoun fits"
		}
	}
	return -1, ""
}

// toldSubject returns who stands at the start of indirect words that a draft's cue cuts or follows; -1 where nobody does.
func (r *reader) toldSubject(d *draft) int {
	if len(d.Content) == 0 || d.Content[0].Start > d.place().Start || r.kind(d.Content) != Indirect {
		return -1
	}
	for _, m := range r.mentionsIn(text.Span{Start: d.Content[0].Start, End: min(d.Content[0].Start+5, d.Content[0].End)}) {
		if m.Form != names.Pronoun && m.Entity >= 0 && m.Type == names.PER {
			return m.Entity
		}
	}
	return -1
}

// namedBefore says whether the sentence of a draft names somebody whom the pronoun fits before its source, outside quotations and outside what is
// said: "Teke is trailing in the east, where he says he can win".
func (r *reader) namedBefore(d *draft, word string) bool {
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > d.source.Start })
	if i == len(r.sentences) {
		return false
	}
	for _, m := range r.mentionsIn(text.Span{Start: r.sentences[i].Start, End: d.source.Start}) {
		if m.Form != names.Name || m.Entity < 0 || !r.pronounFits(word, m.Entity) || r.toldIn(d.line, m.Span) {
			continue
		}
		q := sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].End > m.Start })
		if q == len(r.quotes) || r.quotes[q].Start > m.Start {
			return true
		}
	}
	return false
}

// toldIn says whether a place lies in what a statement of the line tells.
func (r *reader) toldIn(line int, s text.Span) bool {
	for k := r.draftsFrom(line); k < len(r.out) && r.out[k].line == line; k++ {
		if overlaps(r.out[k].Content, s) {
			return true
		}
	}
	return false
}

// contested says whether a stance calls for an answer.
func contested(s Stance) bool {
	switch s {
	case Question, Accuse, Demand, Condemn, Warn, Claim, Say:
		return true
	}
	return false
}

// pronounFits says whether a pronoun can mean an entity, by kind, number and sex.
func (r *reader) pronounFits(word string, e int) bool {
	ent := &r.entities[e]
	switch word {
	case "he", "she", "him", "his", "her":
		feminine := word == "she" || word == "her"
		return ent.Type == names.PER && !ent.Plural && (ent.Gender == names.NoGender || (ent.Gender == names.Feminine) == feminine)
	case "they", "them", "their":
		return ent.Plural && ent.Type != names.MISC && ent.Type != names.WORK && ent.Type != names.LOC || ent.Type == names.ORG || ent.Type == names.GPE || ent.Type == names.NORP || ent.Type == names.PER && severalIn(ent.Name)
	case "it", "its":
		return !ent.Plural && ent.Type != names.PER && ent.Type != names.NORP
	}
	return false
}

// severalIn says whether an entity's words are two people's: "Luan and Arben Dreshaj".
func severalIn(name string) bool { return strings.Contains(name, " and ") }

// onlyPerson returns the one person named in the text before a draft whom a pronoun fits; -1 for none or several.
func (r *reader) onlyPerson(d *draft, word string, except int) int {
	const far = 1600 // bytes: three or four paragraphs
	only := -1
	for _, m := range r.mentionsIn(text.Span{Start: max(0, d.at-far), End: d.at}) {
		if m.Form != names.Name || m.Type != names.PER || m.Entity < 0 || m.Entity == except || !r.pronounFits(word, m.Entity) || overlaps(d.Content, m.Span) || r.bareGiven(m.Entity) {
			continue
		}
		if only >= 0 && only != m.Entity {
			return -1
		}
		only = m.Entity
	}
	return only
}

// bareGiven says whether an entity is no more than the given name of somebody whom the page names in full: nobody calls one by it and then "he".
func (r *reader) bareGiven(e int) bool {
	name := r.entities[e].Name
	if name == "" || strings.Contains(name, " ") || r.entities[e].Type != names.PER {
		return false
	}
	if r.givenNames == nil {
		r.givenNames = map[string]bool{}
		for i := range r.entities {
			if first, rest, full := strings.Cut(r.entities[i].Name, " "); full && rest != "" && r.entities[i].Type == names.PER && r.hasName(i) {
				r.givenNames[first] = true
			}
		}
	}
	return r.givenNames[name]
}

// onlyInside says whether the one quotation that a pronoun's cue tells is all that has named an entity for three paragraphs: “Not what Teke wanted,” he said.
func (r *reader) onlyInside(d *draft, e int) bool {
	const far = 1600 // bytes
	inside := false
	for _, m := range r.mentionsIn(text.Span{Start: max(0, d.source.Start-far), End: d.source.Start}) {
		if m.Entity != e || m.Form == names.Pronoun {
			continue
		}
		if !overlaps(d.Content, m.Span) {
			return false
		}
		inside = true
	}
	return inside && r.kind(d.Content) == Direct
}

// note remembers a statement of the page's own level as the turn that a pronoun after it may take up.
func (r *reader) note(d *draft) {
	if d.Speaker < 0 || d.unresolved || r.firstPerson(d) || overlaps(r.turn.content, d.place()) || asked(d) {
		return
	}
	r.turn = turn{speaker: d.Speaker, other: r.otherParty(d), line: d.line, stance: d.Stance, content: d.Content, source: d.Source, medium: r.mediumOf(d)}
}

// mediumOf returns the words of what a statement was made in; what was said in the same one before goes on.
func (r *reader) mediumOf(d *draft) string {
	words := ""
	for _, m := range d.Medium {
		words += " " + strings.ToLower(r.t.At(m))
	}
	if words == "" && d.Speaker == r.turn.speaker && d.line-r.turn.line <= closeBy {
		return r.turn.medium
	}
	return words
}

// firstPerson says whether a statement is the writer's or the reader's own: "I said", "we asked", "you say".
func (r *reader) firstPerson(d *draft) bool {
	switch strings.ToLower(r.t.At(r.t.Trim(d.head))) {
	case "i", "we", "you", "my", "our", "your":
		return true
	}
	return false
}

// place is the place of a draft's cue, or where its content begins.
func (d *draft) place() text.Span {
	if len(d.Cue) > 0 {
		return d.Cue[0]
	}
	return text.Span{Start: d.at, End: d.at}
}

// otherParty returns the person a statement is made to or of: its addressee, or the one whom an accusation names first.
func (r *reader) otherParty(d *draft) int {
	for _, a := range d.Addressee {
		for _, m := range r.mentionsIn(a) {
			if m.Type == names.PER && m.Entity >= 0 && m.Entity != d.Speaker {
				return m.Entity
			}
		}
	}
	if (d.Stance == Accuse || d.Stance == Condemn) && len(d.Content) > 0 {
		for _, m := range r.mentionsIn(d.Content[0]) {
			if m.Type == names.PER && m.Entity >= 0 && m.Entity != d.Speaker && m.Form != names.Pronoun {
				return m.Entity
			}
		}
	}
	return -1
}
