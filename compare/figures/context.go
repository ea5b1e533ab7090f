package figures

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// whereabouts tells what a wording leaves open of where, or of which event, a figure is: a place of its own sentence; or else, in brackets, what its page is
// about: its title, or a place that the lines before name. It is "" where nothing is left open or nothing tells it.
func (r *reader) whereabouts(t *item, wording string) string {
	p := t.page
	if t.axis != "count" && r.names(wording) || r.placed(p, p.Sentence(t.span), wording) {
		return ""
	}
	for _, in := range [...]text.Span{r.own(t), r.opening(t)} {
		if at := r.locative(p, in, t.span); at != "" && strings.HasSuffix(wording, ")") {
			return ", " + at
		} else if at != "" {
			return " " + at
		}
	}
	if r.names(wording) {
		return ""
	}
	if title := p.Article.Title; title != nil && title.Len() > leastTopic && title.Len() <= mostTopic && !title.Overlaps(t.span) && r.about(t, *title) {
		return " [" + lines.Tidy(p.Page.Text.At(*title)) + "]"
	}
	return r.placeBefore(p, t.span)
}

// own is what stands before a figure in its own clause.
func (r *reader) own(t *item) text.Span {
	if t.clause == nil || t.clause.Row.Start >= t.span.Start {
		return text.Span{Start: t.span.Start, End: t.span.Start}
	}
	return text.Span{Start: max(t.clause.Row.Start, t.page.Sentence(t.span).Start), End: t.span.Start}
}

// opening is the phrase before the first comma of a figure's sentence: "In Sund, the council said …".
func (r *reader) opening(t *item) text.Span {
	s := t.page.Sentence(t.span)
	if i := strings.Index(t.page.Page.Text.Between(s.Start, min(s.End, t.span.Start)), ","); i >= 0 && i < mostOpening {
		return text.Span{Start: s.Start, End: s.Start + i}
	}
	return text.Span{Start: s.Start, End: s.Start}
}

const mostOpening = 60 // bytes of a phrase that opens a sentence

// about says whether a figure's sentence, or the one before it, has a weighty word in common with a title: pages tell of more than one thing.
func (r *reader) about(t *item, title text.Span) bool {
	sentence := t.page.Sentence(t.span)
	in := sentence
	if b := t.page.Block(sentence.Start); b >= 0 && sentence.Start-2 > t.page.Page.Blocks[b].Start {
		in = in.Cover(t.page.Sentence(text.Span{Start: sentence.Start - 2, End: sentence.Start - 1}))
	}
	_, weight := r.set.Common(align.Unique(r.kins(t.page, title, text.Span{})), align.Unique(r.kins(t.page, in, t.span)))
	return weight >= align.Telling/2
}

const (
	leastTopic = 12 // bytes of a title that tells what its page is about
	mostTopic  = 100
)

// placed says whether a wording holds the name of a place of its sentence.
func (r *reader) placed(p *pages.Page, in text.Span, wording string) bool {
	first, end := p.NamesIn(in)
	for n := first; n < end; n++ {
		if m := &p.Names[n]; m.Form == names.Name && spatial(m.Type) && strings.Contains(wording, p.Page.Text.At(m.Span)) {
			return true
		}
	}
	return false
}

func spatial(t names.Type) bool { return t == names.GPE || t == names.LOC }

// locative is the nearest place of a sentence before which a word of place stands: "in Besk".
func (r *reader) locative(p *pages.Page, in, at text.Span) string {
	best, near := text.Span{}, 0
	first, end := p.NamesIn(in)
	for n := first; n < end; n++ {
		m := &p.Names[n]
		if m.Form != names.Name || !spatial(m.Type) {
			continue
		}
		list := fieldsIn(p.Page.Text, text.Span{Start: max(in.Start, m.Start-16), End: m.Start})
		if len(list) > 1 && strings.EqualFold(p.Page.Text.At(list[len(list)-1]), "the") {
			list = list[:len(list)-1]
		}
		if len(list) == 0 || !r.al.Word("within", strings.ToLower(p.Page.Text.At(list[len(list)-1]))) {
			continue
		}
		if d := gap(m.Span, at); best.Empty() || d < near {
			best, near = text.Span{Start: list[len(list)-1].Start, End: m.End}, d
		}
	}
	return strings.ToLower(p.Page.Text.At(best)[:min(1, best.Len())]) + p.Page.Text.At(best)[min(1, best.Len()):]
}

const before = 300 // bytes before a sentence in which the place that its passage is about is named

// placeBefore is the place that the passage before a figure's sentence names, in brackets.
func (r *reader) placeBefore(p *pages.Page, s text.Span) string {
	in := text.Span{Start: max(0, s.Start-before), End: p.Sentence(s).Start}
	if b := p.Block(s.Start); b >= 0 {
		in.Start = max(in.Start, p.Page.Blocks[b].Start)
	}
	if in.Start < in.End {
		if at := r.locative(p, in, s); at != "" {
			return " [" + at + "]"
		}
	}
	return ""
}

// days tells as of when the figures of a row are: the day beside them, or else the day on which their pages came out.
func (r *reader) days(group []*item) string {
	var hull times.Interval
	n := 0
	for _, t := range group {
		if t.dated {
			n++
		}
	}
	dated := 2*n >= len(group)
	for _, t := range group {
		in := t.asOf
		if dated && !t.dated {
			continue
		}
		if !dated {
			in = t.page.Published.Interval
		}
		if !in.Earliest.Known || !in.Latest.Known {
			continue
		}
		if !hull.Known() {
			hull = in
			continue
		}
		if in.Earliest.Day < hull.Earliest.Day {
			hull.Earliest = in.Earliest
		}
		if in.Latest.Day > hull.Latest.Day {
			hull.Latest = in.Latest
		}
	}
	most := times.Day(mostTold)
	if dated {
		most = mostDays
	}
	if !hull.Known() || hull.Latest.Day-hull.Earliest.Day > most {
		return ""
	}
	told := ", "
	if !dated {
		told = ", told "
	}
	return told + r.dayWords(hull.Earliest.Day, hull.Latest.Day)
}

const (
	mostDays = 366 // over which the days beside a row's figures may lie for them to stand in its name
	mostTold = 45  // and those on which its pages came out
)

// dayWords writes a stretch of days: "3 May 2021", "3–5 May 2021", "May 2021", "2021".
func (r *reader) dayWords(from, to times.Day) string {
	y1, m1, d1 := from.Civil()
	y2, m2, d2 := to.Civil()
	_, _, next := (to + 1).Civil()
	month := monthNames.Of(r.set.Language)
	switch {
	case from == to:
		return strconv.Itoa(d1) + " " + month[m1-1] + " " + strconv.Itoa(y1)
	case y1 == y2 && m1 == 1 && d1 == 1 && m2 == 12 && d2 == 31:
		return strconv.Itoa(y1)
	case y1 == y2 && m1 == m2 && d1 == 1 && next == 1:
		return month[m1-1] + " " + strconv.Itoa(y1)
	case y1 == y2 && m1 == m2:
		return strconv.Itoa(d1) + "–" + strconv.Itoa(d2) + " " + month[m1-1] + " " + strconv.Itoa(y1)
	case y1 == y2:
		return strconv.Itoa(d1) + " " + month[m1-1] + " – " + strconv.Itoa(d2) + " " + month[m2-1] + " " + strconv.Itoa(y1)
	}
	return strconv.Itoa(d1) + " " + month[m1-1] + " " + strconv.Itoa(y1) + " – " + strconv.Itoa(d2) + " " + month[m2-1] + " " + strconv.Itoa(y2)
}

// monthNames are the names of the months, in order.
var monthNames = lang.Compile(func(l *lang.Language) []string {
	out := make([]string, 12)
	n := 0
	for row := range lang.Rows(l.Article.Months) {
		if _, list, found := strings.Cut(row, ": "); found && n < len(out) {
			first, _, _ := strings.Cut(list, " ")
			out[n] = strings.ToUpper(first[:1]) + first[1:]
			n++
		}
	}
	return out
})
