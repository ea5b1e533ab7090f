package article

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// fromURL reads the date in the page's own address.
func (d *dater) fromURL(times.Interval) (times.Interval, Basis) {
	type address struct {
		value, field string
		at           text.Span
	}
	var addresses []address
	if d.given.URL != "" {
		addresses = append(addresses, address{value: d.given.URL, field: "url"})
	}
	for _, field := range []string{"url", "amp"} {
		for _, m := range d.p.Meta {
			if m.Field == field {
				addresses = append(addresses, address{value: m.Value, field: "metadata"})
			}
		}
	}
	if at, ok := ownURL(d.p); ok {
		addresses = append(addresses, address{value: d.p.Text.At(at), at: at})
	}
	for _, a := range addresses {
		own, copied := replayed(a.value)
		if copied != "" && a.at.Empty() {
			day, _ := compact(copied)
			until := times.Interval{Latest: times.On(day), Grain: times.ADay}
			d.note(Evidence{Field: a.field, Use: Upper, Interval: until, Why: "an archive made this copy then: it can't be younger"})
			d.lower(&d.upper, times.On(day))
		}
		found, part, ok := d.tab.urlDate(own)
		if !ok {
			continue
		}
		if !a.at.Empty() && part != "" {
			if i := strings.Index(a.value, part); i >= 0 {
				a.at = text.Span{Start: a.at.Start + i, End: a.at.Start + i + len(part)}
			}
		}
		e := Evidence{Span: a.at, Field: a.field, Use: Publication, Interval: found, Why: inAddress}
		if d.late(found) {
			e.Use, e.Why = Rejected, "lies behind the time of the crawl"
			d.note(e)
			continue
		}
		d.note(e)
		return found, URL
	}
	return times.Interval{}, ""
}

const inAddress = "date in the page's address"

// ownURL finds an address that stands alone on a line and is the page's own: its last part shares words with the title.
func ownURL(p *page.Page) (text.Span, bool) {
	if !slices.ContainsFunc(p.Blocks, func(b page.Block) bool { return b.Role == page.Other && strings.HasPrefix(p.Text.At(b.Span), "http") }) {
		return text.Span{}, false
	}
	title := map[string]bool{}
	for _, b := range p.Blocks {
		if b.Role == page.Title {
			for _, w := range strings.FieldsFunc(strings.ToLower(p.Text.At(b.Span)), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
				title[w] = true
			}
		}
	}
	for _, b := range p.Blocks {
		s := p.Text.At(b.Span)
		if b.Role != page.Other || !strings.HasPrefix(s, "http") || strings.ContainsAny(s, " \t") {
			continue
		}
		slug := strings.TrimRight(s, "/")
		slug = slug[strings.LastIndexByte(slug, '/')+1:]
		words, known := 0, 0
		for _, w := range strings.FieldsFunc(strings.ToLower(slug), func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
			if len(w) < 3 || w == "html" || w == "htm" {
				continue
			}
			words++
			if title[w] {
				known++
			}
		}
		if words >= 3 && known*3 >= words*2 {
			return b.Span, true
		}
	}
	return text.Span{}, false
}
