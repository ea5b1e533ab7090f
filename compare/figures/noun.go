package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// nounOf is the phrase that names what is counted; empty where a pronoun, a number or a mere name of what follows stands there.
func (r *reader) nounOf(t *item) text.Span {
	a := t.amount
	s := t.thing.span
	if t.fate != "" && s == a.Thing && !a.Of.Empty() && a.Scope.End == s.End && !strings.Contains(t.page.Page.Text.At(a.Scope), " ") {
		s = a.Of // "people died": what became of them is told by a word of its own
	}
	if s.Empty() || t.thing.pronoun || !t.thing.known {
		return text.Span{}
	}
	if money := a.Kind == amounts.Money || a.Kind == amounts.Measure || share(a); money && a.Change != nil {
		return text.Span{} // "a slight dip from": the clause tells it better
	} else if (money || s.End <= a.Start) && r.allNames(t) {
		return text.Span{} // a country, a firm: not what a sum counts
	}
	return s
}

// allNames says whether all the weighty words of what is counted are names.
func (r *reader) allNames(t *item) bool {
	some := false
	for _, w := range t.page.Between(t.thing.span) {
		f := &r.set.Vocabulary.Forms[w.Form]
		if f.Stop || f.Number {
			continue
		}
		if !r.al.Capital(t.page, w.Span()) {
			return false
		}
		some = true
	}
	return some
}

// nounWords is what is counted in words of the page, with its owner and what restricts it, and whether anything restricts it.
func (r *reader) nounWords(t *item) (string, bool) {
	a, full := t.amount, t.page.Page.Text
	noun := ""
	if span := r.nounOf(t); !span.Empty() {
		noun = r.standing(t, span)
	}
	if noun == "" {
		return "", false
	}
	if t.fate != "" && (a.Unit == folk || t.thing.anybody) && !strings.Contains(noun, " ") {
		noun = folk // "24 dead", "148 others"
	}
	fuller := a.Thing.End > a.Of.End && !a.Of.Empty()
	if owner := r.owner(t); !owner.Empty() {
		noun, fuller = strings.Join(strings.Fields(full.At(owner)), " ")+" "+noun, true
	}
	for _, s := range []text.Span{a.Scope, a.Purpose} {
		if more := full.At(s); !s.Empty() && s.Start >= a.Start && !s.Overlaps(a.Of) && !strings.Contains(noun, more) && t.fate == "" {
			noun += " " + strings.Join(strings.Fields(more), " ")
			fuller = true
		}
	}
	return lines.Tidy(noun), fuller
}

// standing is a phrase without a first word that points back at what was said before, where that can't be named, and without a number of its own.
func (r *reader) standing(t *item, s text.Span) string {
	full := t.page.Page.Text
	list := fieldsIn(full, s)
	if len(list) < 2 {
		return full.At(s)
	}
	if strings.ContainsAny(full.At(list[0])[:1], "0123456789") {
		list = list[1:]
	}
	who := ""
	if w := strings.ToLower(full.At(list[0])); len(list) > 1 && r.al.Word("back", w) {
		if who = t.page.Meant(list[0]); who != "" && r.al.Word("own", w) {
			who += "’s "
		} else {
			who = ""
		}
		list = list[1:]
	}
	return who + strings.Join(strings.Fields(full.Between(list[0].Start, s.End)), " ")
}
