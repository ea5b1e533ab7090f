package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/read/statements"
)

// remarks are the reasons for which two statements of one voice that say one thing are two remarks all the same, in the order in which they are asked.
// The same words are one remark whatever else.
var remarks = []struct {
	why   string
	holds func(a, b *told, found *judged) bool
}{
	{"said on two days", func(a, b *told, found *judged) bool { return !days(a, b) && !found.verbatim }},
	{"one tells what is said again and again", func(a, b *told, found *judged) bool { return a.habit != b.habit && !found.verbatim }},
	{"told on pages weeks apart", func(a, b *told, found *judged) bool { return !found.verbatim && weeksApart(a, b) }},
	{"two remarks of one page", func(a, b *told, found *judged) bool { return !found.verbatim && twice(a, b) }},
	{"two turns of one talk", func(a, b *told, found *judged) bool {
		return found.common < align.TextWords && twice(a, b) && turn(a) && turn(b)
	}},
}

const remarkDays = 10 // days by which pages may lie apart that tell one remark in other words, where neither says when it was made

// weeksApart says whether two undated statements stand on pages too far apart in time to be told of one occasion.
func weeksApart(a, b *told) bool {
	if a.row.When != nil || b.row.When != nil {
		return false
	}
	x, y := a.page.Published, b.page.Published
	gap := func(early, late *told) bool {
		e, l := early.page.Published.Latest, late.page.Published.Earliest
		return e.Known && l.Known && int(l.Day-e.Day) > remarkDays
	}
	return x.Known() && y.Known() && (gap(a, b) || gap(b, a))
}

// twice says whether one page tells two remarks: what opens it sums up what follows, and a quotation is summed up beside it; anything else that it
// tells twice was said twice.
func twice(a, b *told) bool {
	if a.page != b.page || a.lead || b.lead {
		return false
	}
	return (a.row.Kind == statements.Direct) == (b.row.Kind == statements.Direct)
}

// turn says whether a statement gives somebody's own words: in quotation marks, or behind the name in a transcript.
func turn(t *told) bool { return t.row.Kind == statements.Direct || t.row.Rule == "label" }

// days says whether two statements can have been made on one day.
func days(a, b *told) bool {
	if a.row.When == nil || b.row.When == nil {
		return true
	}
	_, ok := a.row.When.Meet(*b.row.When)
	return ok
}
