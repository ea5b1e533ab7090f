package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
)

// Entry is one event of the merged timeline as it is shown.
type Entry struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	When      When       `json:"when"`
	Status    string     `json:"status"`
	Becomes   *Link      `json:"becomes"`  // the entry that reports this plan as done, called off or put off
	Fulfils   []Link     `json:"fulfils"`  // the plans that this entry reports as done
	Supports  []Support  `json:"supports"` // earliest page first
	Origins   int        `json:"origins"`
	Conflicts []Disputed `json:"conflicts"`
	Why       string     `json:"why"`
}

// Link names another row.
type Link struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Support is a place that tells an event.
type Support struct {
	Place     Place  `json:"place"`
	Outlet    Ref    `json:"outlet"`
	Title     string `json:"title"`
	Published When   `json:"published"`
}

// Disputed is something on which the supports of one event disagree.
type Disputed struct {
	Kind  string    `json:"kind"`
	Items []Support `json:"items"`
}

// Entry returns one entry of the timeline, or false when the record does not hold it.
func (r *Record) Entry(id string) (Entry, bool) {
	if r.shelf != nil {
		return r.shelf.part([]string{id}).Entry(id)
	}
	i, ok := r.timeline[id]
	if !ok {
		return Entry{}, false
	}
	return r.entry(&r.Findings.Timeline[i]), true
}

func (r *Record) entry(t *compare.Entry) Entry {
	out := Entry{ID: t.ID, Title: OneLine(t.Title), When: NewWhen(t.When), Status: string(t.Status), Origins: t.Origins, Why: t.Why,
		Supports: r.supports(t.Supports), Conflicts: []Disputed{}, Fulfils: []Link{}}
	if i, ok := r.timeline[t.Becomes]; ok && t.Becomes != "" {
		out.Becomes = &Link{ID: t.Becomes, Title: OneLine(r.Findings.Timeline[i].Title)}
	}
	for _, i := range r.plans[t.ID] {
		out.Fulfils = append(out.Fulfils, Link{ID: r.Findings.Timeline[i].ID, Title: OneLine(r.Findings.Timeline[i].Title)})
	}
	slices.SortStableFunc(out.Supports, func(a, b Support) int {
		return cmp.Or(earlier(a.Published.Interval, b.Published.Interval), cmp.Compare(a.Place.Page, b.Place.Page), a.Place.Span.Compare(b.Place.Span))
	})
	for _, c := range t.Conflicts {
		out.Conflicts = append(out.Conflicts, Disputed{Kind: c.Kind, Items: r.supports(c.Items)})
	}
	return out
}

// Pages returns how many pages tell the event.
func (e Entry) Pages() int {
	seen := map[string]bool{}
	for _, s := range e.Supports {
		seen[s.Place.Page] = true
	}
	return len(seen)
}

// Outlets returns the names of the outlets that tell the event, each once.
func (e Entry) Outlets() []string {
	var out []string
	for _, s := range e.Supports {
		if s.Outlet.Name != "" && !slices.Contains(out, s.Outlet.Name) {
			out = append(out, s.Outlet.Name)
		}
	}
	return out
}

// Timeline returns the entries in order of time, those without a date at the end.
func (r *Record) Timeline(status, text string) []Entry {
	rows, _ := r.TimelineIn(Window{}, status, text)
	return rows
}

// TimelineIn returns a window of the timeline and how many entries there are.
func (r *Record) TimelineIn(w Window, status, text string) ([]Entry, int) {
	if r.shelf != nil {
		return r.shelf.timeline(w, status, text)
	}
	var chosen []int
	text = strings.ToLower(text)
	for _, i := range r.order.timeline {
		t := &r.Findings.Timeline[i]
		if (status == "" || string(t.Status) == status) && (text == "" || holds(t.Title, text)) {
			chosen = append(chosen, i)
		}
	}
	return built(chosen, w, r.entryAt), len(chosen)
}

// Highlights returns at most n dated entries, those with most origins and supports, in order of time.
func (r *Record) Highlights(n int) []Entry {
	if r.shelf != nil {
		return r.shelf.highlights(n)
	}
	chosen := r.lights(n)
	return built(slices.DeleteFunc(slices.Clone(r.order.timeline), func(i int) bool { return !slices.Contains(chosen, i) }), Window{}, r.entryAt)
}

// lights are the n dated entries with most origins and supports, the weightiest first.
func (r *Record) lights(n int) []int {
	var chosen []int
	for _, i := range r.order.timeline {
		if r.Findings.Timeline[i].When.Known() {
			chosen = append(chosen, i)
		}
	}
	slices.SortStableFunc(chosen, func(a, b int) int {
		x, y := &r.Findings.Timeline[a], &r.Findings.Timeline[b]
		return cmp.Or(y.Origins-x.Origins, len(y.Supports)-len(x.Supports))
	})
	return chosen[:min(n, len(chosen))]
}

func (r *Record) entryAt(i int) Entry { return r.entry(&r.Findings.Timeline[i]) }

// TimelineTable returns entries as a table.
func TimelineTable(rows []Entry) *Table {
	t := &Table{Columns: []string{"id", "earliest", "latest", "grain", "status", "title", "becomes", "origins", "pages", "conflicts", "page", "start", "end", "outlets"}}
	for _, e := range rows {
		earliest, latest := ends(&e.When)
		becomes, page, start, end := "", "", "", ""
		if e.Becomes != nil {
			becomes = e.Becomes.ID
		}
		if len(e.Supports) > 0 {
			p := e.Supports[0].Place
			page, start, end = p.Page, strconv.Itoa(p.Start), strconv.Itoa(p.End)
		}
		var conflicts []string
		for _, c := range e.Conflicts {
			conflicts = append(conflicts, c.Kind)
		}
		t.Add(e.ID, earliest, latest, string(e.When.Grain), e.Status, e.Title, becomes, strconv.Itoa(e.Origins), strconv.Itoa(e.Pages()), strings.Join(conflicts, " | "),
			page, start, end, strings.Join(e.Outlets(), " | "))
	}
	return t
}
