package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Laid is two pages side by side, passage by passage: what both hold, what was reworded on the way, in what they can't both be right, and what only
// one of them tells. It shows what compare found; nothing is compared here but the words of two passages that are tied already.
//
//	A: "Nine trucks burned, the mayor said."   B: "Seven trucks burned, the mayor said."   → contrary (number), "Nine" and "Seven" marked
type Laid struct {
	Pair
	Rows   []LaidRow      `json:"rows"`
	Counts map[string]int `json:"counts"` // of the rows of each kind
}

// LaidRow is a passage of one page beside that of the other; one side is nil where only the other page has it.
type LaidRow struct {
	Kind string    `json:"kind"` // contrary, shared, reworded, same, only
	Part string    `json:"part,omitempty"`
	Row  string    `json:"row,omitempty"` // the row of the record that ties the two
	List string    `json:"list,omitempty"`
	A    *LaidSide `json:"a"`
	B    *LaidSide `json:"b"`
}

// LaidSide is a passage with the words that the other has otherwise.
type LaidSide struct {
	Place Place     `json:"place"`
	Runs  []LaidRun `json:"-"`
}

// LaidRun is a stretch of words, marked where the other page has others.
type LaidRun struct {
	Text   string
	Marked bool
}

// Kinds of row, the stronger first: a passage that is tied in two ways shows the stronger.
var laidKinds = []string{"contrary", "shared", "reworded", "same"}

const mostWords = 400 // of a passage that are held against the other's

// tied is one way in which a passage of the one page belongs to one of the other.
type tied struct {
	a, b       int // blocks
	kind       int // index in laidKinds
	part       string
	row, list  string
	atA, atB   text.Span
	overlapped int
}

// laying ties the blocks of two pages.
type laying struct {
	r        *Record
	a, b     string
	ba, bb   []page.Block
	ties     []tied
	ta, tb   text.Text
	pairwise Pair
}

// Laid lays two pages side by side; false when one of them is not in the record.
func (r *Record) Laid(a, b string, d Dial) (Laid, bool) {
	r = r.all()
	pair, ok := r.Pair(a, b, d)
	if !ok {
		return Laid{}, false
	}
	l := &laying{r: r, a: a, b: b, ba: r.toldBlocks(a), bb: r.toldBlocks(b), ta: r.text(a), tb: r.text(b), pairwise: pair}
	l.tie(d)
	out := Laid{Pair: pair, Rows: l.rows(), Counts: map[string]int{}}
	for _, row := range out.Rows {
		out.Counts[row.Kind]++
	}
	return out, true
}

// toldBlocks returns the lines of a page that tell something.
func (r *Record) toldBlocks(id string) []page.Block {
	e := r.pages[id]
	if e == nil || e.Reading == nil {
		return nil
	}
	var out []page.Block
	for _, b := range e.Reading.Page.Blocks {
		if b.Role.Told() {
			out = append(out, b)
		}
	}
	return out
}

// tie notes every way in which the record ties a block to one of the other page.
func (l *laying) tie(d Dial) {
	for _, c := range slices.Concat(l.pairwise.Differ, l.pairwise.Shifts) {
		kind := 2
		if c.Differs() {
			kind = 0
		}
		l.across(c.Items, kind, c.Part, c.Row, c.List)
	}
	for _, c := range l.pairwise.Copies {
		kind := 1
		if c.Kind != "verbatim" {
			kind = 2
		}
		l.across(c.Spans, kind, "", c.ID, "copies")
	}
	for _, s := range l.pairwise.Said {
		var items []Support
		for _, account := range s.Accounts {
			for _, p := range account.Content {
				items = append(items, Support{Place: p})
			}
		}
		l.across(items, 2, "", s.ID, "statements")
	}
	for _, f := range l.pairwise.Figures {
		var items []Support
		for _, e := range f.Entries {
			items = append(items, Support{Place: e.Place})
		}
		l.across(items, 3, "", f.ID, "figures")
	}
	for _, e := range l.pairwise.Events {
		l.across(e.Supports, 3, "", e.ID, "timeline")
	}
}

// across ties each place on the one page to each on the other.
func (l *laying) across(items []Support, kind int, part, row, list string) {
	for _, x := range items {
		i := l.blockOf(l.ba, l.a, x.Place)
		if i < 0 {
			continue
		}
		for _, y := range items {
			if j := l.blockOf(l.bb, l.b, y.Place); j >= 0 {
				l.ties = append(l.ties, tied{i, j, kind, part, row, list, x.Place.Span, y.Place.Span, min(x.Place.Span.Len(), y.Place.Span.Len())})
			}
		}
	}
}

func (l *laying) blockOf(blocks []page.Block, id string, p Place) int {
	if p.Page != id {
		return -1
	}
	return slices.IndexFunc(blocks, func(b page.Block) bool { return b.Span.Overlaps(p.Span) })
}

// rows goes down the one page; what only the other has stands where it stands there, behind the passage before it.
func (l *laying) rows() []LaidRow {
	slices.SortStableFunc(l.ties, func(x, y tied) int {
		return cmp.Or(x.kind-y.kind, y.overlapped-x.overlapped, x.a-y.a, x.b-y.b, cmp.Compare(x.row, y.row))
	})
	ofA, ofB := map[int]*tied{}, map[int]*tied{}
	for i := range l.ties {
		t := &l.ties[i]
		if ofA[t.a] == nil && ofB[t.b] == nil {
			ofA[t.a], ofB[t.b] = t, t
		}
	}
	out := []LaidRow{}
	alone := func(from int) { // what stands on the other page from there, up to the next that is tied
		for j := from; j < len(l.bb) && ofB[j] == nil; j++ {
			out = append(out, LaidRow{Kind: "only", B: l.whole(l.b, l.bb[j])})
		}
	}
	alone(0)
	for i, b := range l.ba {
		t := ofA[i]
		if t == nil {
			out = append(out, LaidRow{Kind: "only", A: l.whole(l.a, b)})
			continue
		}
		row := LaidRow{Kind: laidKinds[t.kind], Part: t.part, Row: t.row, List: t.list, A: l.whole(l.a, b), B: l.whole(l.b, l.bb[t.b])}
		if t.kind == 0 || t.kind == 3 {
			row.A.Runs, row.B.Runs = marked(l.ta, b.Span, t.atA), marked(l.tb, l.bb[t.b].Span, t.atB)
		} else {
			row.A.Runs, row.B.Runs = WordDiff(l.ta.At(b.Span), l.tb.At(l.bb[t.b].Span))
			if row.Kind = "reworded"; !slices.ContainsFunc(slices.Concat(row.A.Runs, row.B.Runs), func(r LaidRun) bool { return r.Marked }) {
				row.Kind = "shared"
			}
		}
		out = append(out, row)
		alone(t.b + 1)
	}
	return out
}

func (l *laying) whole(id string, b page.Block) *LaidSide {
	p := l.r.Place(id, b.Span)
	return &LaidSide{Place: p, Runs: []LaidRun{{Text: p.Text}}}
}

// marked cuts a block at a place in it.
func marked(t text.Text, block, at text.Span) []LaidRun {
	at.Start, at.End = max(at.Start, block.Start), min(at.End, block.End)
	if at.Start >= at.End {
		return []LaidRun{{Text: t.At(block)}}
	}
	var out []LaidRun
	for _, run := range []LaidRun{{t.At(text.Span{Start: block.Start, End: at.Start}), false}, {t.At(at), true}, {t.At(text.Span{Start: at.End, End: block.End}), false}} {
		if run.Text != "" {
			out = append(out, run)
		}
	}
	return out
}

// WordDiff holds two passages against each other word by word and marks what the other has not: the longest common subsequence of their words, of the
// first 400 of each.
//
//	"Nine trucks burned."  "Seven trucks burned."  →  [Nine] trucks burned.  [Seven] trucks burned.
func WordDiff(a, b string) (x, y []LaidRun) {
	wa, wb := words(a), words(b)
	na, nb := min(len(wa), mostWords), min(len(wb), mostWords)
	longest := make([][]int, na+1) // of the words from there on
	for i := range longest {
		longest[i] = make([]int, nb+1)
	}
	for i := na - 1; i >= 0; i-- {
		for j := nb - 1; j >= 0; j-- {
			if same(wa[i], wb[j]) {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < na && j < nb {
		switch {
		case same(wa[i], wb[j]):
			x, y = put(x, wa[i], false), put(y, wb[j], false)
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			x, i = put(x, wa[i], true), i+1
		default:
			y, j = put(y, wb[j], true), j+1
		}
	}
	for ; i < len(wa); i++ {
		x = put(x, wa[i], i < na)
	}
	for ; j < len(wb); j++ {
		y = put(y, wb[j], j < nb)
	}
	return x, y
}

// words cuts a passage into words, each with the space behind it.
func words(s string) []string {
	var out []string
	start := 0
	for i := 1; i < len(s); i++ {
		if space(s[i-1]) && !space(s[i]) {
			out = append(out, s[start:i])
			start = i
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// same says whether two words are one: case, quotation marks and the stops behind them aside.
func same(a, b string) bool {
	const aside = " \t\r\n.,;:!?\"'“”‘’«»()"
	return strings.EqualFold(strings.Trim(a, aside), strings.Trim(b, aside))
}

// put adds a word to the runs.
func put(runs []LaidRun, word string, mark bool) []LaidRun {
	if n := len(runs); n > 0 && runs[n-1].Marked == mark {
		runs[n-1].Text += word
		return runs
	}
	return append(runs, LaidRun{word, mark})
}

// LaidTable returns the passages of two pages as a table.
func LaidTable(l Laid) *Table {
	t := &Table{Columns: []string{"kind", "part", "row", "a_start", "a_end", "a", "b_start", "b_end", "b"}}
	for _, row := range l.Rows {
		cells := []string{row.Kind, row.Part, row.Row}
		for _, s := range []*LaidSide{row.A, row.B} {
			if s == nil {
				cells = append(cells, "", "", "")
			} else {
				cells = append(cells, strconv.Itoa(s.Place.Start), strconv.Itoa(s.Place.End), OneLine(s.Place.Text))
			}
		}
		t.Add(cells...)
	}
	return t
}
