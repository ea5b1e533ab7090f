package statements

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// mentionsIn returns the mentions that begin inside a span.
func (r *reader) mentionsIn(s text.Span) []names.Mention {
	from := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].Start >= s.Start })
	to := from
	for to < len(r.mentions) && r.mentions[to].Start < s.End {
		to++
	}
	return r.mentions[from:to]
}

// speaker returns the entity a draft's source stands for: the one mentioned by the head of its noun phrase, not by a body named in an
// apposition or after "of". A source that no mention covers becomes a new entity. An unresolved pronoun stays unknown.
func (r *reader) speaker(d *draft) int {
	if len(d.Source) == 0 {
		return -1
	}
	head := r.t.Trim(d.head)
	if head.Empty() {
		head = d.source
	}
	words := r.t.At(head)
	if cut := strings.LastIndex(words, " ("); cut > 0 && strings.HasSuffix(words, ")") {
		head.End = head.Start + cut
	}
	if both, ok := r.several(d.source, head); ok {
		return r.unnamed(both)
	}
	if both, ok := r.withOthers(d.source); ok {
		return r.unnamed(both)
	}
	best := -1
	complement := head.End
	if d.relative { // the mayor of Sel, who said: not Sel
		for _, prep := range []string{" of ", " for ", " at ", " in ", " from ", " with ", " to "} {
			if at := strings.Index(words, prep); at > 0 {
				complement = min(complement, head.Start+at)
			}
		}
	}
	for _, m := range r.mentionsIn(head) {
		if m.Start > complement && (m.Type != names.PER || m.Form != names.Name) {
			continue
		}
		if m.End != head.End && m.End+2 < head.End || m.End > head.End || m.Entity < 0 {
			continue
		}
		if m.End == head.End && (m.Type == names.NORP && m.Form == names.Name) {
			continue
		}
		if d.relative && m.Form != names.Name && best >= 0 && m.End == head.End {
			continue // the head of the panel, who said: not the panel
		}
		if m.End == head.End {
			best = m.Entity
			if m.Form == names.Name && (m.Type == names.GPE || m.Type == names.LOC) && r.goesOnAsBody(head.End, d.source.End) {
				return r.unnamed(r.withComplement(head, d.source)) // Sel for Human Rights
			}
			if m.Form == names.Name {
				return best
			}
		}
	}
	if best < 0 {
		best = r.openedBy(head)
	}
	if e := r.apposed(d.source, head); e >= 0 && (best < 0 || !r.hasName(best)) {
		return e
	}
	if pronoun(r.t.At(head)) {
		who, why := r.pronounSpeaker(d, strings.ToLower(r.t.At(head)), best)
		if why != "" {
			d.Why = append(d.Why, why)
		}
		if who < 0 && !r.firstPerson(d) {
			return r.unresolved(d, head)
		}
		return who
	}
	if best < 0 || !r.hasName(best) {
		if e, why := r.meant(d, head, best >= 0 && r.introduced(best)); e >= 0 {
			d.Why = append(d.Why, why)
			return e
		}
	}
	noun := r.voiceType(head)
	if noun == names.WORK {
		if e := r.reportOf(d.source, head); e >= 0 {
			return e
		}
		if e := r.issuerOf(d, head); e >= 0 {
			d.Why = append(d.Why, "whoever issued it")
			return e
		}
	}
	if best >= 0 && noun == names.PER && r.entities[best].Type != names.PER {
		best = -1 // a prime minister is no television station
	}
	if noun == names.PER && (best < 0 || !r.hasName(best)) {
		if e := r.byRole(strings.ToLower(r.t.At(head)), best >= 0); e >= 0 {
			d.Why = append(d.Why, "the only one with that office")
			return e
		}
	}
	if best >= 0 {
		return best
	}
	if words := strings.Fields(strings.ToLower(r.t.At(head))); len(words) == 2 && words[0] == "the" && r.lex.outlets["print"][words[1]] {
		if e := r.outletBefore(head.Start); e >= 0 {
			d.Why = append(d.Why, "the outlet spoken of last")
			return e
		}
	}
	return r.unnamed(r.withComplement(head, d.source))
}

// goesOnAsBody says whether "for" and a capital word stand at an offset: a place's name opens a body's.
func (r *reader) goesOnAsBody(at, end int) bool {
	rest := r.t.At(text.Span{Start: at, End: max(at, end)})
	return len(rest) > 6 && strings.HasPrefix(rest, " for ") && upper(rest[5])
}

// apposed returns the person whose name stands in an apposition to a description: "a spokesman for the army, Karim Halas,", "one of the diggers, Teke,".
func (r *reader) apposed(source, head text.Span) int {
	if source.End <= head.End || r.voiceType(head) == names.WORK {
		return -1
	}
	rest := text.Span{Start: head.End, End: source.End}
	comma := strings.IndexByte(r.t.At(rest), ',')
	for _, m := range r.mentionsIn(rest) {
		if m.Form == names.Name && m.Type == names.PER && comma >= 0 && m.Start > rest.Start+comma && m.Entity >= 0 && r.titled(r.t.At(text.Span{Start: rest.Start + comma + 1, End: m.Start})) {
			if after := r.t.At(text.Span{Start: m.End, End: min(m.End+5, len(r.t))}); strings.HasPrefix(after, " and ") || strings.HasPrefix(after, " or ") {
				return -1 // a list: "Biden, Teke and Dane"
			}
			return m.Entity
		}
	}
	return -1
}

// unresolved gives a pronoun that may mean several an entity of its own words, which is shown below the dial: somebody did say it.
func (r *reader) unresolved(d *draft, head text.Span) int {
	words := strings.ToLower(r.t.At(head))
	switch words {
	case "he", "she", "they", "it", "that", "which", "him", "them", "his", "her", "their", "its", "who":
	case "one":
		return -1
	default: // some, many, others, those who …
		return r.unnamed(r.withComplement(head, d.source))
	}
	d.unresolved = true
	d.Why = append(d.Why, "the pronoun may mean several")
	kind := names.PER
	if words == "it" || words == "that" || words == "which" || words == "its" {
		if kind = names.ORG; r.lex.words["shows"][d.Head] { // what says is a body sooner than a thing
			kind = names.MISC
		}
	}
	e := r.newEntity(kind, words)
	r.entities[e].Plural = words == "they" || words == "their" || words == "them" || words == "others" || words == "many" || words == "some"
	return e
}

// openedBy returns the entity of the description that a head noun opens: "Lawyers | for the union" are not "lawyers" alone.
func (r *reader) openedBy(head text.Span) int {
	for _, m := range r.mentionsIn(head) {
		if m.Form == names.Nominal && m.Entity >= 0 && m.End > head.End && r.t[head.End] == ' ' {
			return m.Entity
		}
	}
	return -1
}

// withComplement widens a head noun over what hangs on it by a preposition, which is part of who it is: "lawyers for the union".
func (r *reader) withComplement(head, source text.Span) text.Span {
	if words := strings.Fields(r.t.At(head)); len(words) > 1 && len(words) < 4 && strings.IndexFunc(r.t.At(head), unicode.IsUpper) == 0 {
		name := true
		for _, w := range words {
			name = name && upper(w[0]) && r.lex.voices[strings.ToLower(w)] == "" && !r.lex.words["determiner"][strings.ToLower(w)]
		}
		if name { // a name that no table knows stands for itself
			return head
		}
	}
	if full := r.described(source); full.Start <= head.Start && full.End > head.End && full.Len() <= longestName {
		switch word, _, _ := strings.Cut(r.t.At(r.t.Trim(text.Span{Start: head.End, End: full.End})), " "); word {
		case "for", "of", "at", "from", "with", "to", "in", "familiar", "close", "briefed", "involved", "aware", "present":
			return text.Span{Start: head.Start, End: full.End}
		}
	}
	return head
}

// several says whether a source is two names joined, "Arvenia and Sel", of which its head is only one, and returns what both span.
func (r *reader) several(source, head text.Span) (text.Span, bool) {
	last := names.Mention{}
	for _, m := range r.mentionsIn(source) {
		if m.Form != names.Name || m.Type == names.NORP {
			continue
		}
		if last.End > 0 && last.End < m.Start && (last.End == head.End || m.End == head.End) {
			switch strings.TrimSpace(r.t.At(text.Between(last.Span, m.Span))) {
			case "and", ", and", "&":
				return text.Span{Start: min(source.Start, last.Start), End: m.End}, true
			}
		}
		last = m
	}
	return text.Span{}, false
}

// withOthers says whether a source is one name joined with people who have none, "Marrow and others", "Teke and his aides", and returns what both span.
func (r *reader) withOthers(source text.Span) (text.Span, bool) {
	for _, m := range r.mentionsIn(source) {
		if m.Form != names.Name || m.Type == names.NORP || m.End >= source.End {
			continue
		}
		rest := r.t.At(text.Span{Start: m.End, End: source.End})
		words := strings.Fields(rest)
		if !strings.HasPrefix(rest, " and ") || len(words) < 2 || len(words) > 7 {
			continue
		}
		if first := strings.ToLower(words[1]); !r.lex.words["besides"][first] {
			continue
		}
		if len(words) == 2 && strings.Trim(words[1], ".,") != "others" && words[1] != "colleagues" && words[1] != "aides" {
			continue
		}
		return text.Span{Start: source.Start, End: source.End}, true
	}
	return text.Span{}, false
}

// titled says whether nothing but titles stands between an apposition's comma and its name: ", Col. Ilse Marrow", ", CEO and president Ilse Marrow".
func (r *reader) titled(between string) bool {
	if strings.Contains(between, ",") {
		return false
	}
	words := strings.Fields(between)
	for i, word := range words {
		last := i == len(words)-1
		if !upper(word[0]) && r.lex.voices[word] != names.PER && (word != "and" || i == 0) && (last || !plain(word)) {
			return false
		}
	}
	return true
}

// plain says whether a small word can describe an office: "retired coastguard admiral", not "of", "who" or "was".
func plain(word string) bool {
	switch word {
	case "of", "for", "in", "at", "by", "to", "from", "with", "on", "who", "whose", "which", "that", "is", "was", "has", "had", "and", "or", "said", "a", "an", "not", "as", "like":
		return false
	}
	return word[0] >= 'a' && word[0] <= 'z' && len(word) > 2
}

func pronoun(s string) bool {
	switch strings.ToLower(s) {
	case "he", "she", "they", "it", "we", "i", "you", "who", "which", "that", "his", "her", "their", "its", "our", "my", "your", "one", "him", "them", "others",
		"some", "many", "both", "most", "several", "few", "all", "another", "those":
		return true
	}
	return false
}

// unnamed returns the entity of a source without a name, by its words.
func (r *reader) unnamed(head text.Span) int {
	span := head
	words := r.t.At(head)
	for _, article := range []string{"the ", "a ", "an "} {
		if len(words) > len(article) && strings.EqualFold(words[:len(article)], article) {
			span.Start += len(article)
			words = words[len(article):]
			break
		}
	}
	words = strings.Trim(words, " \"“”‘’'.,")
	key := strings.ToLower(words)
	if key == "" || !utf8.ValidString(key) {
		return -1
	}
	if upper(words[0]) && !strings.ContainsRune(words, ' ') || strings.Contains(key, "al-") {
		if e := r.bySurname(key); e >= 0 {
			r.added = append(r.added, names.Mention{Span: span, Type: r.entities[e].Type, Form: names.Name, Entity: e, Why: "surname of the only such name", Score: 0.9})
			return e
		}
	}
	e, known := r.byPhrase[key]
	last := headNoun(key)
	switch article := strings.ToLower(r.t.At(text.Span{Start: head.Start, End: span.Start})); {
	case article == "a " || article == "an ":
		known = false // an official, and later an official: two
	case !known && article == "the " && last == lastWord(key):
		e, known = r.earlierUnnamed(key, last)
	}
	if !known {
		kind := r.unnamedType(span, key)
		e = r.newEntity(kind, words)
		r.entities[e].Plural = r.pluralNoun(last)
		r.byPhrase[key] = e
		r.unnamedBy[last] = append(r.unnamedBy[last], e)
	}
	r.added = append(r.added, names.Mention{Span: span, Type: r.entities[e].Type, Form: names.Nominal, Entity: e, Why: "source of a statement", Score: 1})
	return e
}

// headNoun returns the noun that a description turns on, the last word before what hangs on it: "spokesman" of "army spokesman for the south".
func headNoun(key string) string {
	for _, prep := range []string{" for ", " of ", " at ", " from ", " with ", " to ", " in "} {
		if cut := strings.Index(key, prep); cut > 0 {
			key = key[:cut]
		}
	}
	return lastWord(key)
}

// unnamedType is what the head noun of a source without a name stands for. A name in the phrase decides where the noun does not ("leaders Ada Brand and
// Olof Sund").
func (r *reader) unnamedType(span text.Span, key string) names.Type {
	if kind := r.nounType(key); kind != "" && !(kind == names.WORK && properBody(r.t.At(span))) {
		return kind
	}
	best := names.MISC
	for _, m := range r.mentionsIn(span) {
		if m.Form == names.Name && (best == names.MISC || m.Type == names.PER) {
			best = m.Type
		}
	}
	return best
}

// properBody says whether a phrase is written as a body's name: "Gulf Geological Survey", not "the Gulf survey".
func properBody(words string) bool {
	fields := strings.Fields(words)
	for i, w := range fields {
		if w == "from" || w == "by" || w == "on" || w == "in" { // "a statement from the Ministry of Ports"
			fields = fields[:i]
			break
		}
	}
	if len(fields) < 2 {
		return false
	}
	last := fields[len(fields)-1]
	return upper(last[0]) && upper(fields[len(fields)-2][0])
}

// nounType is the kind of a phrase in small letters by its head noun: "the editor of the newspaper" is a person, "figures released on Monday" a work, "47
// percent" of somebody people; "" where no table knows it.
func (r *reader) nounType(key string) names.Type {
	fields := strings.Fields(key)
	end := len(fields)
	for i, w := range fields {
		if i > 1 && len(w) > 5 && strings.HasSuffix(w, "ing") { // "a hospital | conducting tests"
			if kind := r.nounType(strings.Join(fields[:i], " ")); kind != "" && !r.lex.words["document"][w] {
				return kind
			}
		}
		if i > 0 && (r.lex.words["after-head"][w] || strings.HasSuffix(fields[i-1], ",")) {
			end = i
			if w == "of" && r.lex.words["number"][fields[i-1]] { // "a growing number of experts"
				if kind := r.nounType(strings.Join(fields[i+1:], " ")); kind != "" {
					return kind
				}
			}
			break
		}
	}
	for i := end - 1; i >= 0 && i >= end-2; i-- { // the head, or the noun before a word that no table knows ("security officials familiar …")
		noun := strings.Trim(fields[i], "’'\".,”")
		for _, form := range []string{noun, strings.TrimSuffix(noun, "s"), strings.TrimSuffix(noun, "ies") + "y"} {
			if k, ok := r.lex.voices[form]; ok {
				return k
			}
			if r.lex.words["document"][form] {
				return names.WORK
			}
			if r.lex.words["somebody"][form] {
				return names.PER
			}
		}
		if k, ok := names.NounType(r.from, noun); ok {
			return k
		}
	}
	return ""
}

// pluralNoun says whether a head noun means several: "officials", "police".
func (r *reader) pluralNoun(noun string) bool {
	switch noun {
	case "people", "police", "troops", "staff", "personnel":
		return true
	}
	one := strings.TrimSuffix(noun, "s")
	return one != noun && r.lex.voices[noun] == "" && r.lex.voices[one] != ""
}

// newEntity adds an entity that no mention of the names room stands for.
func (r *reader) newEntity(kind names.Type, name string) int {
	e := len(r.entities)
	r.entities = append(r.entities, names.Entity{ID: fmt.Sprintf("e%d", e+1), Type: kind, Name: name, Variants: []string{name}})
	return e
}

func lastWord(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// earlierUnnamed returns the unnamed source of last with this head noun whose words hold all that the description says: "the unnamed source" is "an
// Iraqi security source"; "the army spokesman" is no police spokesman.
func (r *reader) earlierUnnamed(key, noun string) (int, bool) {
	known := r.unnamedBy[noun]
	for i := len(known) - 1; i >= 0 && i >= len(known)-8; i-- {
		name := " " + strings.ToLower(r.entities[known[i]].Name) + " "
		fits := true
		for _, w := range strings.Fields(key) {
			fits = fits && (strings.Contains(name, " "+w+" ") || r.lex.words["anonymous"][w])
		}
		if fits {
			return known[i], true
		}
	}
	return 0, false
}

// voiceType returns the type the table of voices gives the last noun of a phrase, "" for none.
func (r *reader) voiceType(head text.Span) names.Type {
	last := strings.Trim(lastWord(strings.ToLower(r.t.At(head))), "’'\".,”")
	if k, ok := r.lex.voices[last]; ok {
		return k
	}
	return r.lex.voices[strings.TrimSuffix(last, "s")]
}

// bySurname returns the only named person whose name ends in these words, which the names room left alone; -1 for none or several.
func (r *reader) bySurname(key string) int {
	if r.surnames == nil {
		r.surnames = map[string]int{}
		for e := range r.entities {
			if r.entities[e].Type != names.PER {
				continue
			}
			name := strings.ToLower(r.entities[e].Name)
			if at := strings.LastIndexByte(name, ' '); at > 0 {
				if _, twice := r.surnames[name[at+1:]]; twice {
					r.surnames[name[at+1:]] = -1
					continue
				}
				r.surnames[name[at+1:]] = e
			}
		}
	}
	if e, ok := r.surnames[key]; ok {
		return e
	}
	return -1
}
