package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// called is the beginning of a clause, with who is meant by a pronoun called by name, and whether it speaks of somebody whom it doesn't name:
//
//	he signed            Orban Teke signed
//	I built a company    Orban Teke built a company (where he says so)
//	we went past         we went past, vague
func (r *reader) called(t *item, in text.Span) (string, bool) {
	p, v := t.page, r.set.Vocabulary
	var list []string
	vague, named := false, false
	for i, s := range fieldsIn(p.Page.Text, in) {
		w := p.Page.Text.At(s)
		bare, tail := word(w)
		low := strings.ToLower(bare)
		first := v.Is("first-person", low)
		if bare == "US" || !first && !v.Is("pronoun", low) && !v.Is("person-own", low) && !r.al.Word("own", low) {
			named = named || i > 0 && len(bare) > 1 && bare[0] >= 'A' && bare[0] <= 'Z'
			list = append(list, w)
			continue
		}
		who := p.Meant(text.Span{Start: s.Start, End: s.Start + len(bare)})
		own := v.Is("person-own", low) || r.al.Word("own", low)
		switch {
		case first && (low == "i" || low == "my"):
			who, own = r.teller(t), low == "my"
		case first:
			who = ""
		}
		switch {
		case who != "" && !named:
			if own {
				who += "’s"
			}
			w, named = who+tail, true
		case who == "" && (first || i < opensVague && !own):
			vague = true
		}
		list = append(list, w)
	}
	return strings.Join(plain(list), " "), vague
}

const opensVague = 3 // words at the beginning of a clause among which a pronoun is its subject

// word parts a word from what is written behind it: "we’ve" is "we" and "’ve".
func word(w string) (bare, tail string) {
	i := strings.IndexFunc(w, func(c rune) bool { return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0xc0) })
	if i < 0 {
		return w, ""
	}
	return w[:i], w[i:]
}

// teller is the name of whoever says what tells a figure; "" for nobody known.
func (r *reader) teller(t *item) string {
	if t.said < 0 {
		return ""
	}
	who := t.page.Entity(t.page.Statements[t.teller].Speaker)
	if who < 0 || r.entities[who].Type != "PER" {
		return ""
	}
	return r.entities[who].Name
}

// owner is the phrase before a number that tells whose what it counts is: "the alliance’s [29 member states]".
func (r *reader) owner(t *item) text.Span {
	p, full := t.page, t.page.Page.Text
	at := t.span.Start
	if !t.amount.Bound.Empty() {
		at = min(at, t.amount.Bound.Start)
	}
	if t.thing.span.Empty() || t.thing.span.Start < t.span.End {
		return text.Span{}
	}
	list := fieldsIn(full, text.Span{Start: max(p.Sentence(t.span).Start, at-ownerBytes), End: at})
	n := len(list)
	if n == 0 || !genitive(full.At(list[n-1])) {
		return text.Span{}
	}
	first := n - 1
	if w := full.At(list[first]); (w == "'s" || w == "’s" || w == "'") && first > 0 {
		first-- // in tokenised text
	}
	for i := first - 1; i >= 0 && n-i <= ownerWords; i-- {
		w := full.At(list[i])
		if ends(w) || strings.ContainsAny(w, "“\"(") {
			break
		}
		if r.al.Word("article", strings.ToLower(w)) {
			first = i
			break
		}
		if r.stop(w) || w[0] >= 'a' && w[0] <= 'z' && full[list[first].Start] >= 'A' && full[list[first].Start] <= 'Z' {
			break // "told Sund’s 12 guards"
		}
		first = i
	}
	return text.Span{Start: list[first].Start, End: list[n-1].End}
}

const (
	ownerBytes = 60
	ownerWords = 5
)

func genitive(w string) bool {
	return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "s'") || strings.HasSuffix(w, "s’") || w == "'"
}
