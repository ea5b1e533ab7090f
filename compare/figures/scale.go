package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// A figure stands on a scale, so that figures in two units can be held against each other:
//
//	"9.5 million litres a day"     volume/day, 9,500,000
//	"2.5 million gallons a day"    volume/day, 9,463,525     one within what writers round
//	"110km (70 miles)"             length; what stands in brackets says it again, and is no figure of its own

// scaled puts a figure on its scale.
func (r *reader) scaled(t *item) {
	axis, _, rate := r.al.Scale(t.amount.Unit)
	if t.axis != "share" && t.axis != "count" {
		t.axis = axis
	}
	if rate == "" {
		rate = r.rate(t)
	}
	if t.amount.Kind != amounts.Duration {
		t.rate = rate
	}
	if t.axis != "share" && t.axis != "count" {
		t.extent = r.extent(t)
	}
}

const rateReach = 14 // words behind a figure among which "a day" is looked for

// rate is the stretch of time that a figure is told for, where the words behind it say so: "5,000 barrels (795,000 litres) of oil per day",
// "5,000 barrels are leaking daily"; "" for none.
func (r *reader) rate(t *item) string {
	p := t.page
	sentence := p.Sentence(t.span)
	list := p.Between(text.Span{Start: t.span.End, End: sentence.End})
	at := t.span.End
	inside := false // of brackets
	for i, w := range list[:min(len(list), rateReach)] {
		gap := p.Page.Text.Between(at, int(w.Start))
		f := &r.set.Vocabulary.Forms[w.Form]
		at = int(w.End)
		inside = inside && !strings.Contains(gap, ")") || strings.Contains(gap, "(") || f.Text == "lrb"
		if f.Text == "rrb" {
			inside = false
			continue
		}
		if inside || f.Text == "lrb" {
			continue
		}
		if strings.ContainsAny(gap, ",;:—–\"”“") {
			return ""
		}
		for _, stretch := range [...]string{"hour", "day", "week", "month", "year"} {
			if r.al.Word("by-"+stretch, f.Text) {
				return stretch
			}
		}
		if !r.al.Word("each", f.Text) || i+1 >= len(list) {
			continue
		}
		next := &r.set.Vocabulary.Forms[list[i+1].Form]
		if !r.al.Word("stretch", next.Text) || i+2 < len(list) && r.al.Word("since", r.set.Vocabulary.Forms[list[i+2].Form].Text) {
			continue
		}
		if i > 0 && f.Text != "per" && r.set.Vocabulary.Forms[list[i-1].Form].Stop {
			continue // "in a day"
		}
		return next.Text
	}
	return ""
}

// extent says which way a measure was taken, by the word behind it: "15 miles long" and "15 miles away" are two quantities; "" for none.
func (r *reader) extent(t *item) string {
	p := t.page
	list := p.Between(text.Span{Start: t.span.End, End: min(len(p.Page.Text), t.span.End+80)})
	inside := false
	for _, w := range list {
		f := &r.set.Vocabulary.Forms[w.Form]
		switch {
		case f.Text == "lrb", f.Text != "rrb" && !inside && strings.HasSuffix(strings.TrimRight(p.Page.Text.Between(t.span.End, int(w.Start)), " "), "("):
			inside = true
		case f.Text == "rrb":
			inside = false
		case inside:
			inside = !strings.HasPrefix(p.Page.Text.Between(int(w.End), min(len(p.Page.Text), int(w.End)+1)), ")")
		default:
			for _, way := range [...]string{"long", "wide", "deep", "high", "far"} {
				if r.al.Word("extent-"+way, f.Text) {
					return way
				}
			}
			return ""
		}
	}
	return ""
}

const again = 0.08 // by which what stands in brackets may miss what it converts

// restated says whether an amount tells the one before it again in another unit: "110km (70 miles)", "5,000 barrels (210,000 gallons/795,000 litres)".
func (r *reader) restated(p *pages.Page, i int) bool {
	if i == 0 {
		return false
	}
	a, b := &p.Amounts[i-1], &p.Amounts[i]
	between := text.Span{Start: a.End, End: b.Start}
	if !b.Bound.Empty() && b.Bound.Start > a.End && b.Bound.End <= b.Start {
		between.End = b.Bound.Start // "37 degrees (almost 99 Fahrenheit)"
	}
	if between.End-between.Start > 12 || between.End <= between.Start || a.Unit == b.Unit {
		return false
	}
	sign := p.Page.Text.Between(between.Start, between.End)
	split := strings.TrimRight(sign, " 0123456789") != strings.TrimRight(sign, " ") // "1 .9 million": cut by whoever collected the page
	switch strings.Trim(sign, " \\~0123456789") {
	case "(", "-LRB-", "/", "or", "or about", "(about", "-LRB- about", "[", ";", ",":
	default:
		return false
	}
	if a.Kind == amounts.Money && b.Kind == amounts.Money {
		return true // "10 million euros ($12 million)"
	}
	x, m, _ := r.al.Scale(a.Unit)
	y, n, _ := r.al.Scale(b.Unit)
	m, n = m*middle(a), n*middle(b)
	return x == y && (split || m > 0 && n > 0 && m <= n*(1+again) && n <= m*(1+again))
}

func middle(a *amounts.Amount) float64 {
	switch {
	case a.Low.Known && a.High.Known:
		return (a.Low.Value + a.High.Value) / 2
	case a.Low.Known:
		return a.Low.Value
	}
	return a.High.Value
}
