package timeline

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// unnamed is what is left of how well a title reads that opens with a word for what the sentence before it named.
const unnamed = 0.5

const personal = 0.3 // where somebody tells what he did himself

// firstPerson says whether who writes speaks of himself, outside quotation marks.
func firstPerson(line string, v *words.Tables) bool {
	quoted := false
	for _, w := range strings.Fields(line) {
		quoted = quoted || strings.HasPrefix(w, "“") || strings.HasPrefix(w, "\"") || w == "``"
		bare, _, _ := strings.Cut(strings.ToLower(strings.Trim(w, ".,;:")), "’")
		bare, _, _ = strings.Cut(bare, "'")
		if !quoted && v.Is("first-person", bare) && (w != "US") {
			return true
		}
		if strings.Contains(w, "”") || strings.HasSuffix(w, "\"") || w == "''" {
			quoted = false
		}
	}
	return false
}

// said is a title's words as a reader of the timeline understands them: who is meant by a word that it opens with is called by name.
//
//	He left Sel on Monday  →  Orban Teke left Sel on Monday        His resignation on Monday …  →  Orban Teke’s resignation on Monday …
//
// It also says how well they read then, 1 for a title that stands for itself.
func said(t *told, v *words.Tables, s text.Span) (string, float64) {
	full := t.page.Page.Text
	whole := full.At(s)
	if firstPerson(whole, v) {
		return whole, personal
	}
	at := leader(t, v, s)
	if at.Empty() {
		if at = pointing(t, v, s); !at.Empty() {
			if e := t.page.MeantEntity(at); e >= 0 { // "the company", "the senator"
				return t.page.Entities[e].Name + full.Between(at.End, s.End), 1
			}
		}
		return whole, 1
	}
	word := strings.ToLower(full.At(at))
	who := meant(t, at)
	switch {
	case who == "" && v.Is("pronoun", word):
		return whole, unnamed
	case who == "":
		return whole, 1
	case v.Is("person-own", word):
		who += "’s"
	}
	return full.Between(s.Start, at.Start) + who + full.Between(at.End, s.End), 1
}

// leader is the pronoun that a title opens with. An opening phrase may stand before it: "On Monday, he left Sel". It is empty where the title opens otherwise.
func leader(t *told, v *words.Tables, s text.Span) text.Span {
	full := t.page.Page.Text
	line := full.At(s)
	first, _, _ := strings.Cut(line, " ")
	if comma := strings.Index(line, ", "); comma > 0 && comma < openingBytes && s.Start+comma+2 <= t.row.Trigger.Start && !v.Is("pronoun", strings.ToLower(first)) {
		start := s.Start + comma + 2
		w, _, _ := strings.Cut(full.Between(start, s.End), " ")
		if v.Is("person-pronoun", w) || v.Is("pronoun", w) {
			return text.Span{Start: start, End: start + len(w)}
		}
	}
	word := strings.ToLower(strings.TrimRight(first, ",;:"))
	for _, e := range t.page.Times { // "Last week he left Sel"
		if e.Start >= s.Start && e.Start-s.Start <= openingWord && e.End < min(s.End, t.row.Trigger.Start) {
			w, _, _ := strings.Cut(strings.TrimLeft(full.Between(e.End, s.End), " "), " ")
			if (v.Is("person-pronoun", w) || v.Is("pronoun", w)) && full[e.End] == ' ' {
				return text.Span{Start: e.End + 1, End: e.End + 1 + len(w)}
			}
		}
	}
	if v.Is("pronoun", word) || v.Is("person-pronoun", word) {
		return text.Span{Start: s.Start, End: s.Start + len(word)}
	}
	return text.Span{}
}

const (
	openingBytes = 60 // of a phrase that opens a sentence
	openingWord  = 4  // of a preposition before a day: "On Monday he left"
)

// meant is the name of the person that a pronoun stands for; "" where the page names none.
func meant(t *told, at text.Span) string {
	if e := t.page.MeantEntity(at); e >= 0 && t.page.Entities[e].Type == names.PER {
		return t.page.Entities[e].Name
	}
	return ""
}
