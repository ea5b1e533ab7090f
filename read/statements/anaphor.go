package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// meant returns whom a bare description means that the names room left alone, and the rule that says so; -1 for nobody.
//
//	the company, the firm   the company that the text around it speaks of
//	the paper, the network  the outlet that words were given to or that was named last
//	the group, the charity  the body whose name holds such a noun
//	the singer, the duchess the person who was speaking or is spoken of right before
func (r *reader) meant(d *draft, head text.Span, introduced bool) (int, string) {
	words := strings.Fields(strings.ToLower(r.t.At(head)))
	if len(words) != 2 || words[0] != "the" || head.End < d.source.End && !strings.HasPrefix(r.t.At(text.Span{Start: head.End, End: d.source.End}), ",") {
		return -1, ""
	}
	switch noun := words[1]; {
	case r.lex.words["issued"][noun]:
		if t := r.turn; t.speaker >= 0 && d.line-t.line <= closeBy && strings.Contains(" "+t.medium+" ", " "+noun+" ") {
			return t.speaker, "whose " + noun + " it is"
		}
	case introduced: // a firm in Sel … The firm
	case r.lex.outlets["kind"][noun] && !r.lex.bodies["group"][noun]:
		if e := r.outletBefore(head.Start); e >= 0 {
			return e, "the outlet named last"
		}
	case r.lex.bodies["company"][noun]:
		if e := r.bodySpoke(d, r.isCompany); e >= 0 {
			return e, "the company that spoke"
		}
		return r.bodyBefore(head, r.isCompany), "the company spoken of"
	case r.lex.bodies["group"][noun]:
		return r.bodySpoke(d, r.isGroup), "the body that spoke"
	case r.lex.bodies["calling"][noun]:
		return r.calledBefore(d, head), "the person spoken of, by calling"
	}
	return -1, ""
}

// issuerOf returns whose statement, letter or post a source is: "the ministry's statement", "Marrow's letter"; -1 for none. A report or a study speaks
// for itself.
func (r *reader) issuerOf(d *draft, head text.Span) int {
	words := strings.ToLower(r.t.At(head))
	if !r.lex.words["issued"][lastWord(words)] {
		return -1
	}
	for _, mark := range []string{"'s ", "’s ", " 's "} {
		at := strings.Index(words, mark)
		if at <= 0 || strings.Contains(words[at+len(mark):], "'s ") {
			continue
		}
		owner := r.t.Trim(text.Span{Start: head.Start, End: head.Start + at})
		for _, m := range r.mentionsIn(owner) {
			if m.End == owner.End && m.Entity >= 0 && (m.Type == names.PER || m.Type == names.ORG || m.Type == names.GPE) && r.hasName(m.Entity) {
				return m.Entity
			}
		}
		e, _ := r.meant(&draft{Statement: Statement{Source: []text.Span{owner}}, source: owner, line: d.line}, owner, false)
		return e
	}
	return -1
}

// introduced says whether the page brought an entity in as somebody without a name: "a firm in Sel", of which "the firm" speaks again.
func (r *reader) introduced(e int) bool {
	name := strings.ToLower(r.entities[e].Name)
	return strings.HasPrefix(name, "a ") || strings.HasPrefix(name, "an ")
}

// How far back a bare description of a body may look, and how much of that is right before it.
const (
	bodyReach = 2400 // bytes: the paragraphs before
	bodyClose = 400  // the sentences before
)

// bodyBefore returns the one body of a kind named before a description: the only one of the last sentences, else the one that is named twice as often
// as any other in the paragraphs before; -1 where that is open.
func (r *reader) bodyBefore(head text.Span, fits func(names.Mention) bool) int {
	near, several := -1, false
	count := map[int]int{}
	best := -1
	for _, m := range r.mentionsIn(text.Span{Start: max(0, head.Start-bodyReach), End: head.Start}) {
		if m.Form != names.Name || m.Entity < 0 || !fits(m) {
			continue
		}
		if m.Start > head.Start-bodyClose {
			several = several || near >= 0 && near != m.Entity
			near = m.Entity
		}
		count[m.Entity]++
		if best != m.Entity && (best < 0 || count[m.Entity] > count[best]) {
			best = m.Entity
		}
	}
	if near >= 0 && !several {
		return near
	}
	for e, n := range count { // any other one: order does not matter
		if e != best && 2*n > count[best] {
			return -1
		}
	}
	if best >= 0 && count[best] > 1 {
		return best
	}
	return -1
}

// bodySpoke returns the body that spoke last, where it is of a kind; -1 for none.
func (r *reader) bodySpoke(d *draft, fits func(names.Mention) bool) int {
	t := r.turn
	if t.speaker < 0 || d.line-t.line > closeBy || r.entities[t.speaker].Type != names.ORG || !r.hasName(t.speaker) || len(t.source) == 0 {
		return -1
	}
	for _, m := range r.mentionsIn(text.Span{Start: max(0, t.source[0].Start-bodyReach), End: t.source[0].End}) {
		if m.Entity == t.speaker && m.Form == names.Name {
			if fits(m) {
				return t.speaker
			}
			return -1
		}
	}
	return -1
}

// isCompany says whether a name may be a company's: a body that is no outlet, no office of state, club or party.
func (r *reader) isCompany(m names.Mention) bool {
	if m.Type != names.ORG || r.isOutlet(m) {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(r.t.At(m.Span))) {
		if r.lex.bodies["public"][w] || r.lex.bodies["group"][w] && w != "group" {
			return false
		}
	}
	return true
}

// isGroup says whether a name is that of a body which is neither an outlet nor a company by its words.
func (r *reader) isGroup(m names.Mention) bool {
	if m.Type != names.ORG || r.isOutlet(m) {
		return false
	}
	words := strings.Fields(strings.ToLower(r.t.At(m.Span)))
	for _, w := range words {
		if r.lex.bodies["public"][w] || r.lex.bodies["company"][w] {
			return false
		}
	}
	return true
}

// calledBefore returns the named person whom a calling means: the only one of the sentences before, else who spoke in the one before.
func (r *reader) calledBefore(d *draft, head text.Span) int {
	feminine := feminineNoun(lastWord(strings.ToLower(r.t.At(head))))
	near, several := -1, false
	for _, m := range r.mentionsIn(text.Span{Start: max(0, head.Start-bodyClose), End: head.Start}) {
		if m.Type != names.PER || m.Entity < 0 || !r.hasName(m.Entity) || r.entities[m.Entity].Plural || feminine && r.entities[m.Entity].Gender == names.Masculine {
			continue
		}
		several = several || near >= 0 && near != m.Entity
		near = m.Entity
	}
	if !several {
		return near
	}
	if t := r.turn.speaker; t >= 0 && d.line-r.turn.line <= nextLine && r.entities[t].Type == names.PER && r.hasName(t) && !(feminine && r.entities[t].Gender == names.Masculine) {
		return t
	}
	return -1
}

// feminineNoun says whether a noun is a woman's by its form: actress, duchess, congresswoman.
func feminineNoun(noun string) bool {
	return strings.HasSuffix(noun, "ess") || strings.HasSuffix(noun, "woman") || noun == "queen"
}

// bareBody says whether a source is a bare description of a body that the page names elsewhere, if at all: "the company".
func (r *reader) bareBody(d *draft) bool {
	if d.Speaker < 0 || r.hasName(d.Speaker) || r.introduced(d.Speaker) {
		return false
	}
	words := strings.Fields(strings.ToLower(r.entities[d.Speaker].Name))
	if len(words) != 2 || words[0] != "the" {
		return false
	}
	return r.lex.bodies["company"][words[1]] || r.lex.bodies["group"][words[1]] || r.lex.bodies["calling"][words[1]] || r.lex.outlets["kind"][words[1]]
}
