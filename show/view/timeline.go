package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read/times"
)

// Entry is one event of the merged timeline as it is shown.
type Entry struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	When       When       `json:"when"`
	Status     string     `json:"status"`
	Becomes    *Link      `json:"becomes"`  // the entry that reports this plan as done, called off or put off
	Fulfils    []Link     `json:"fulfils"`  // the plans that this entry reports as done
	Supports   []Support  `json:"supports"` // earliest page first
	Origins    int        `json:"origins"`
	Weight     float64    `json:"weight"`     // 0 to 1: how much it matters to its story
	Background bool       `json:"background"` // told of only to recall it
	Conflicts  []Disputed `json:"conflicts"`
	Why        string     `json:"why"`
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

// Disputes names what the accounts of the entry disagree on, each thing once.
func (e Entry) Disputes() []string {
	var out []string
	for _, c := range e.Conflicts {
		if !slices.Contains(out, c.Kind) {
			out = append(out, c.Kind)
		}
	}
	return out
}

// Entry returns one entry of the timeline, or false when the record does not hold it.
func (r *Record) Entry(id string) (Entry, bool) {
	id = r.Now(id)
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
	out := Entry{ID: t.ID, Title: OneLine(t.Title), When: NewWhen(t.When), Status: string(t.Status), Origins: t.Origins, Weight: t.Weight, Background: t.Background, Why: t.Why,
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

// Told chooses entries of the timeline. Empty fields choose everything.
type Told struct {
	Window
	Status  string
	Text    string         // words of the title, in any case
	Between times.Interval // entries that may have happened within it; an open end leaves that side open
	Events  bool           // only the story's own: no background
	Weight  bool           // the weightiest first, instead of in order of time
}

// TimelineIn returns a window of the timeline and how many entries there are.
func (r *Record) TimelineIn(w Window, status, text string) ([]Entry, int) {
	return r.TimelineOf(Told{Window: w, Status: status, Text: text})
}

// TimelineOf returns the entries that are chosen, and how many there are in all.
func (r *Record) TimelineOf(f Told) ([]Entry, int) {
	if r.shelf != nil {
		if f.Between.Known() || f.Events || f.Weight {
			return r.all().TimelineOf(f)
		}
		return r.shelf.timeline(f.Window, f.Status, f.Text)
	}
	var chosen []int
	needle := strings.ToLower(f.Text)
	for _, i := range r.order.timeline {
		t := &r.Findings.Timeline[i]
		if (f.Status == "" || string(t.Status) == f.Status) && (needle == "" || holds(t.Title, needle)) && !(f.Events && t.Background) && within(t.When, f.Between) {
			chosen = append(chosen, i)
		}
	}
	if f.Weight {
		slices.SortStableFunc(chosen, r.weightier)
	}
	return built(chosen, f.Window, r.entryAt), len(chosen)
}

// recalled is what entries are marked as that are told of only to recall them.
const recalled = "background"

// Background returns how many entries are told of only to recall them.
func (r *Record) Background() int {
	if r.shelf != nil {
		return r.shelf.find(keep.Query{List: keep.Timeline, Sub: recalled, N: 1}).Total
	}
	n := 0
	for i := range r.Findings.Timeline {
		if r.Findings.Timeline[i].Background {
			n++
		}
	}
	return n
}

// weightier orders two entries: what the pages themselves are about before background, then by weight, origins and supports.
func (r *Record) weightier(a, b int) int {
	x, y := &r.Findings.Timeline[a], &r.Findings.Timeline[b]
	if x.Background != y.Background {
		if y.Background {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(y.Weight, x.Weight), y.Origins-x.Origins, len(y.Supports)-len(x.Supports))
}

// within says whether something may have happened inside an interval.
func within(when, in times.Interval) bool {
	if !in.Known() {
		return true
	}
	if !when.Known() {
		return false
	}
	return !(in.Earliest.Known && when.Latest.Known && when.Latest.Day < in.Earliest.Day || in.Latest.Known && when.Earliest.Known && when.Earliest.Day > in.Latest.Day)
}

// Highlights returns at most n dated entries, those that matter most, in order of time.
func (r *Record) Highlights(n int) []Entry {
	if r.shelf != nil {
		return r.shelf.highlights(n)
	}
	chosen := r.lights(n)
	return built(slices.DeleteFunc(slices.Clone(r.order.timeline), func(i int) bool { return !slices.Contains(chosen, i) }), Window{}, r.entryAt)
}

// lights are the n dated entries that matter most, the weightiest first.
func (r *Record) lights(n int) []int {
	var chosen []int
	for _, i := range r.order.timeline {
		if r.Findings.Timeline[i].When.Known() {
			chosen = append(chosen, i)
		}
	}
	slices.SortStableFunc(chosen, r.weightier)
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
