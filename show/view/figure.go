package view

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read/amounts"
)

// Figure is one quantity in the world with what each page gives for it.
type Figure struct {
	ID      string        `json:"id"`
	Counts  string        `json:"counts"`
	Unit    string        `json:"unit"`
	Verdict string        `json:"verdict"`
	Why     string        `json:"why"`
	Entries []FigureEntry `json:"entries"`
}

// FigureEntry is one page's figure.
type FigureEntry struct {
	Place     Place    `json:"place"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Relation  string   `json:"relation"`
	Words     string   `json:"words"` // the bounds in words
	AsOf      *When    `json:"as_of"`
	Outlet    Ref      `json:"outlet"`
	Title     string   `json:"title"`
	Published When     `json:"published"`
	Speaker   *Ref     `json:"speaker"` // nil: the page's own voice
	Statement string   `json:"statement,omitempty"`
}

// Said names who gives the figure: "Ilse Marrow, in Radio Nord", or the outlet alone.
func (e FigureEntry) Said() string {
	outlet := cmp.Or(e.Outlet.Name, "outlet unknown ("+e.Place.Page+")")
	if e.Speaker == nil || e.Speaker.Name == outlet {
		return outlet
	}
	return e.Speaker.Name + ", in " + outlet
}

// Heads returns so many entries of the figure, in their order: of each number that is given the first, then others from the front.
func (f Figure) Heads(n int) []FigureEntry {
	if len(f.Entries) <= n {
		return f.Entries
	}
	taken, seen := make([]bool, len(f.Entries)), map[string]bool{}
	left := n
	for _, first := range []bool{true, false} {
		for i, e := range f.Entries {
			if left > 0 && !taken[i] && (!first || !seen[e.Words]) {
				taken[i], seen[e.Words] = true, true
				left--
			}
		}
	}
	out := make([]FigureEntry, 0, n)
	for i, e := range f.Entries {
		if taken[i] {
			out = append(out, e)
		}
	}
	return out
}

// Moves says whether the figure is given for several days, so that it can be drawn over time.
func (f Figure) Moves() bool {
	first := ""
	for _, e := range f.Entries {
		if _, _, ok := e.Bounds(); !ok || e.AsOf == nil {
			continue
		}
		if first == "" {
			first = e.AsOf.Day
		} else if first != e.AsOf.Day {
			return true
		}
	}
	return false
}

// Figure returns one figure, or false when the record does not hold it.
func (r *Record) Figure(id string) (Figure, bool) {
	id = r.Now(id)
	if r.shelf != nil {
		return r.shelf.part([]string{id}).Figure(id)
	}
	i, ok := r.figures[id]
	if !ok {
		return Figure{}, false
	}
	return r.figure(&r.Findings.Figures[i]), true
}

func (r *Record) figure(f *compare.Figure) Figure {
	out := Figure{ID: f.ID, Counts: OneLine(f.Counts), Unit: f.Unit, Verdict: string(f.Verdict), Why: f.Why, Entries: make([]FigureEntry, 0, len(f.Entries))}
	for i := range f.Entries {
		e := &f.Entries[i]
		if !r.HasPage(e.Page) {
			continue
		}
		entry := FigureEntry{Place: r.Place(e.Page, e.Span), Low: numberOrNil(e.Low), High: numberOrNil(e.High), Relation: string(e.Relation),
			Words: asWritten(e, unitShown(f.Unit, f.Counts), string(r.text(e.Page).At(e.Span))), AsOf: whenOrNil(known(e.AsOf)), Outlet: r.Outlet(e.Page),
			Title: r.Title(e.Page), Published: r.Published(e.Page), Statement: e.Statement}
		if k, ok := r.statements[e.Statement]; ok && r.Findings.Statements[k].Speaker != "" {
			speaker := r.Ref(r.Findings.Statements[k].Speaker)
			entry.Speaker = &speaker
		}
		out.Entries = append(out.Entries, entry)
	}
	slices.SortStableFunc(out.Entries, func(a, b FigureEntry) int {
		return cmp.Or(earlier(a.Published.Interval, b.Published.Interval), cmp.Compare(a.Place.Page, b.Place.Page), a.Place.Span.Compare(b.Place.Span))
	})
	return out
}

// asWritten writes an entry's bounds for people; a share that the page writes in words stays in its words.
//
//	low 66.67, ">", "two thirds"  →  more than two thirds
func asWritten(e *compare.FigureEntry, unit, written string) string {
	bounds := AmountWords(e.Low, e.High, e.Relation)
	n := e.Low
	if !n.Known {
		n = e.High
	}
	if n.Value == math.Trunc(n.Value) || written == "" || strings.ContainsAny(written, "0123456789") {
		return WithUnit(bounds, unit)
	}
	before, _, _ := strings.Cut(bounds, NumberWords(n.Value))
	written = Short(OneLine(written), 40)
	if before == "" {
		return written
	}
	return before + strings.ToLower(written[:1]) + written[1:]
}

// unitShown returns the unit unless the name of the figure says it already: "lorry" in "lorries a day over the bridge".
func unitShown(unit, counts string) string {
	stem := strings.ToLower(unit)
	if stem = stem[:len(stem)*3/4]; len(stem) > 2 && strings.Contains(strings.ToLower(counts), stem) {
		return ""
	}
	return unit
}

var verdicts = map[string]int{string(compare.Differ): 0, string(compare.Compatible): 1, string(compare.Agree): 2, string(compare.Alone): 3}

// Figures returns the figures: those that differ first, then by how many give them.
func (r *Record) Figures(verdict, text string) []Figure {
	rows, _ := r.FiguresIn(Window{}, verdict, text)
	return rows
}

// FiguresIn returns a window of the figures and how many there are.
func (r *Record) FiguresIn(w Window, verdict, text string) ([]Figure, int) {
	if r.shelf != nil {
		return r.shelf.figures(w, verdict, text)
	}
	var chosen []int
	text = strings.ToLower(text)
	for _, i := range r.order.figures {
		f := &r.Findings.Figures[i]
		if (verdict == "" || string(f.Verdict) == verdict) && (text == "" || holds(f.Counts, text) || holds(f.Unit, text)) {
			chosen = append(chosen, i)
		}
	}
	return built(chosen, w, func(i int) Figure { return r.figure(&r.Findings.Figures[i]) }), len(chosen)
}

// Bounds returns the finite bounds of an entry for drawing; ok is false when it has no number.
func (e FigureEntry) Bounds() (low, high float64, ok bool) {
	switch {
	case e.Low != nil && e.High != nil:
		return *e.Low, *e.High, true
	case e.Low != nil:
		return *e.Low, *e.Low, true
	case e.High != nil:
		return *e.High, *e.High, true
	}
	return 0, 0, false
}

// Open says towards which side an entry is open: "up" for at least and more than, "down" for at most and less than.
func (e FigureEntry) Open() string {
	switch amounts.Relation(e.Relation) {
	case amounts.More, amounts.AtLeast:
		return "up"
	case amounts.Less, amounts.AtMost:
		return "down"
	}
	return ""
}

// FigureTable returns figures as a table, one row an entry.
func FigureTable(rows []Figure) *Table {
	t := &Table{Columns: []string{"id", "counts", "unit", "verdict", "low", "high", "relation", "as_of_earliest", "as_of_latest", "speaker", "outlet", "page", "start", "end",
		"words", "statement"}}
	for _, f := range rows {
		for _, e := range f.Entries {
			speaker := ""
			if e.Speaker != nil {
				speaker = e.Speaker.Name
			}
			earliest, latest := ends(e.AsOf)
			t.Add(f.ID, f.Counts, f.Unit, f.Verdict, number(e.Low), number(e.High), RelationWords(e.Relation), earliest, latest, speaker, e.Outlet.Name, e.Place.Page,
				strconv.Itoa(e.Place.Start), strconv.Itoa(e.Place.End), OneLine(e.Place.Text), e.Statement)
		}
	}
	return t
}

// RelationWords spells the relation, so that "=" stays a word in a spreadsheet.
func RelationWords(relation string) string {
	switch amounts.Relation(relation) {
	case amounts.Equal:
		return "equal"
	case amounts.About:
		return "about"
	case amounts.Less:
		return "less than"
	case amounts.AtMost:
		return "at most"
	case amounts.More:
		return "more than"
	case amounts.AtLeast:
		return "at least"
	}
	return ""
}

// Singles parts figures that can be held against each other from those that one place gives.
func Singles(rows []Figure) (several, single []Figure) {
	for _, f := range rows {
		if len(f.Entries) > 1 {
			several = append(several, f)
		} else {
			single = append(single, f)
		}
	}
	return several, single
}
