package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// outletIn returns the outlet that a noun phrase is or belongs to: "the sports channel Arena Six", "NBC's Jane Roe", "the newspaper". It
// returns its entity, the place of its words, and whether there is one. "Reporters" and "the media" carry nothing by themselves and are none.
func (r *reader) outletIn(s text.Span) (int, text.Span, bool) {
	if e, at, ok := r.outletName(s); ok {
		return e, at, true
	}
	if e := r.shortOutlet(s); e >= 0 {
		return e, s, true
	}
	if r.knownTitle(s) {
		return r.unnamed(s), s, true // told “Face the Nation” that
	}
	return r.outletNoun(s)
}

// knownTitle says whether a stretch is, with its quotation marks or without, the title of a known outlet or programme.
func (r *reader) knownTitle(s text.Span) bool {
	return r.knownOutlet(strings.Fields(strings.ToLower(strings.Trim(r.t.At(s), "“”\"'’‘ ,."))))
}

// shortOutlet returns the outlet whose name ends in the one word that a phrase calls it by, as the page named it before: "The Post"; -1 for none.
func (r *reader) shortOutlet(s text.Span) int {
	words := strings.Fields(r.t.At(s))
	if len(words) == 0 || len(words) > 2 || len(words) == 2 && !strings.EqualFold(words[0], "the") {
		return -1
	}
	last := words[len(words)-1]
	if !upper(last[0]) || !r.lex.outlets["word"][strings.ToLower(last)] {
		return -1
	}
	list := r.mentionsIn(text.Span{Start: 0, End: s.Start})
	for i, tries := len(list)-1, 0; i >= 0 && tries < 200; i, tries = i-1, tries+1 {
		if m := list[i]; m.Form == names.Name && m.Entity >= 0 && strings.HasSuffix(r.t.At(m.Span), " "+last) && r.isOutlet(m) {
			return m.Entity
		}
	}
	return -1
}

// outletName finds an outlet's name in a noun phrase.
func (r *reader) outletName(s text.Span) (int, text.Span, bool) {
	for _, m := range r.mentionsIn(s) {
		if m.Form == names.Name && m.Entity >= 0 && r.isOutlet(m) {
			return m.Entity, m.Span, true
		}
	}
	return -1, s, false
}

// outletOf finds the outlet that an occasion names.
func (r *reader) outletOf(o *setting) (int, text.Span, bool) {
	if e, at, ok := r.outletName(o.Span); ok {
		return e, at, true
	}
	if r.knownTitle(o.Span) {
		return r.unnamed(o.Span), o.Span, true
	}
	if o.sure {
		for _, m := range r.mentionsIn(o.Span) {
			if r.lex.media[strings.ToLower(r.t.At(m.Span))] {
				continue
			}
			if m.Form == names.Name && m.Entity >= 0 && (m.Type == names.ORG || m.Type == names.WORK || m.Type == names.MISC) && !r.stateBody(m) {
				return m.Entity, m.Span, true
			}
		}
	}
	if o.noun {
		return r.outletNoun(o.Span)
	}
	return -1, o.Span, false
}

// stateBody says whether a name is that of an office of state or the like, which interviews people and prints nothing.
func (r *reader) stateBody(m names.Mention) bool {
	words := strings.Fields(strings.ToLower(r.t.At(m.Span)))
	if len(words) == 1 && allCaps(r.t.At(m.Span)) {
		return true
	}
	for _, w := range words {
		if r.lex.outlets["other"][w] || r.lex.voices[w] == names.ORG {
			return true
		}
	}
	return false
}

// isOutlet says whether a name is an outlet's: by a word of the name, by the noun right before it ("the weekly Der Ferge"), or known.
func (r *reader) isOutlet(m names.Mention) bool {
	words := strings.Fields(strings.ToLower(r.t.At(m.Span)))
	if len(words) == 0 || m.Type == names.NORP || m.Type == names.EVENT {
		return false
	}
	out := r.lex.outlets
	for i, w := range words {
		words[i] = strings.Trim(w, ".,()’'")
		if out["other"][words[i]] {
			return false
		}
	}
	if out["kind"][r.wordBefore(m.Start)] || strings.HasPrefix(m.Why, "word of an outlet") || m.Type != names.PER && r.kindBehind(m.End) {
		return true
	}
	last := words[len(words)-1]
	if len(words) == 1 && r.lex.media[last] {
		return false // posted on Twitter
	}
	if m.Type == names.PER || m.Type == names.LOC && !out["kind"][last] && !(len(words) > 1 && out["word"][last]) {
		return false
	}
	if r.knownOutlet(words) {
		return true
	}
	for i, w := range words {
		if out["word"][w] && (len(words) > 1 || i > 0 || m.Type != names.GPE && r.wordBefore(m.Start) == "the") {
			return true
		}
	}
	return false
}

// knownOutlet says whether a name is in the table of outlets.
func (r *reader) knownOutlet(words []string) bool {
	name := strings.Join(words, "_")
	return r.lex.outlets["name"][name] || r.lex.outlets["name"][strings.TrimPrefix(name, "the_")]
}

// outletWords says whether a name that the page's credit gives is an outlet's: known, or with a word that outlets' names have.
func (r *reader) outletWords(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		if r.lex.outlets["word"][w] || r.lex.outlets["kind"][w] {
			return true
		}
	}
	return r.knownOutlet(words)
}

// kindBehind says whether an apposition behind a name calls it an outlet: "El Faro, a daily in Tarn".
func (r *reader) kindBehind(at int) bool {
	rest := r.t.At(text.Span{Start: at, End: min(at+40, len(r.t))})
	if !strings.HasPrefix(rest, ", a ") && !strings.HasPrefix(rest, ", the ") && !strings.HasPrefix(rest, ", an ") {
		return false
	}
	words := strings.Fields(strings.ToLower(rest[2:]))
	for i := 1; i < len(words) && i < 4; i++ {
		if r.lex.outlets["kind"][strings.Trim(words[i], ",.;")] {
			return true
		}
		if strings.HasSuffix(words[i], ",") {
			return false
		}
	}
	return false
}

// wordBefore returns the word that ends right before an offset, in lower case.
func (r *reader) wordBefore(at int) string {
	end := at
	for end > 0 && r.t[end-1] == ' ' {
		end--
	}
	from := end
	for from > 0 && r.t[from-1] != ' ' && r.t[from-1] != '\n' && r.t[from-1] != '(' && end-from < 24 {
		from--
	}
	return strings.ToLower(string(r.t[from:end]))
}

// outletNoun finds an outlet without a name: "the newspaper", "state television". The paper that was spoken of last is meant by "the paper".
func (r *reader) outletNoun(s text.Span) (int, text.Span, bool) {
	words := strings.Fields(strings.ToLower(r.t.At(s)))
	if len(words) == 0 || len(words) > 6 || !r.lex.outlets["kind"][words[len(words)-1]] {
		return -1, s, false
	}
	if len(words) == 2 && words[0] == "the" {
		if e := r.outletBefore(s.Start); e >= 0 {
			return e, s, true
		}
	}
	for _, m := range r.mentionsIn(s) {
		if m.End == s.End && m.Entity >= 0 && m.Form == names.Nominal {
			return m.Entity, m.Span, true
		}
	}
	return r.unnamed(s), s, true
}

// outletBefore returns the outlet that "the paper" means: the one that words were given to last, else the one named last; -1 for none.
func (r *reader) outletBefore(at int) int {
	if r.lastOutlet >= 0 {
		return r.lastOutlet
	}
	list := r.mentionsIn(text.Span{Start: max(0, at-1200), End: at})
	for i := len(list) - 1; i >= 0; i-- {
		if m := list[i]; m.Form == names.Name && m.Entity >= 0 && r.isOutlet(m) {
			return m.Entity
		}
	}
	return -1
}

// reportOf returns the outlet whose report a source is: "a report by Radio Nord", "an article in the Courier", "Radio Nord's report"; -1 for none.
// The report is what the outlet says.
func (r *reader) reportOf(source, head text.Span) int {
	behind := r.t.Trim(text.Span{Start: head.End, End: source.End})
	switch word, _, _ := strings.Cut(r.t.At(behind), " "); word {
	case "by", "in", "on", "from":
		if e, at, ok := r.outletName(behind); ok && r.onlyKinds(text.Span{Start: behind.Start + len(word), End: at.Start}) {
			return e
		}
	}
	for _, m := range r.mentionsIn(head) {
		if m.Form == names.Name && m.Entity >= 0 && m.End < head.End && r.possessiveAt(m.End) && r.isOutlet(m) {
			return m.Entity
		}
	}
	return -1
}

// possessiveAt says whether a possessive stands at an offset.
func (r *reader) possessiveAt(at int) bool {
	rest := r.t.At(text.Span{Start: at, End: min(at+4, len(r.t))})
	return strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ")
}

// onlyKinds says whether nothing but articles and words for a kind of outlet stands in a stretch: "the sports channel".
func (r *reader) onlyKinds(s text.Span) bool {
	words := strings.Fields(strings.ToLower(r.t.At(s)))
	for i, w := range words {
		if w != "the" && w != "a" && w != "an" && !r.lex.outlets["kind"][w] && i+2 < len(words) {
			return false
		}
	}
	return len(words) <= 4 && (len(words) < 2 || words[0] == "the" || words[0] == "a" || words[0] == "an" || r.lex.outlets["kind"][words[len(words)-1]])
}
