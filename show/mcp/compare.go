package mcp

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

type disagreementsIn struct {
	Query string `json:"query,omitempty" jsonschema:"words that stand in the passages or in what it is about"`
	Part  string `json:"part,omitempty" jsonschema:"in what they differ: polarity, number, date, place, actor, object, status, scope"`
	Page  string `json:"page,omitempty" jsonschema:"id of a page on one of the sides"`
	window
}

type disagreementsOut struct {
	listed
	Compared      string         `json:"compared" jsonschema:"how many pairs were laid on each other"`
	Disagreements []disagreement `json:"disagreements"`
}

type disagreement struct {
	Part  string    `json:"part"`
	List  string    `json:"list" jsonschema:"of the row it is about: statements, figures or timeline"`
	Row   string    `json:"row"`
	Title string    `json:"title"`
	Why   string    `json:"why"`
	Sides []passage `json:"sides" jsonschema:"the passages that can't all be right"`
	Left  int       `json:"sides_left_out,omitempty"`
}

var parts = []string{"polarity", "number", "date", "place", "actor", "object", "status", "scope"}

func disagreements(_ *desk, r *view.Record, in disagreementsIn) (disagreementsOut, error) {
	c := r.Compared()
	out := disagreementsOut{Disagreements: []disagreement{}, Compared: fmt.Sprintf("%s of statements, %s of figures, %s of events were laid on each other", view.Plural(c.Statements, "pair", "pairs"),
		view.Plural(c.Figures, "pair", "pairs"), view.Plural(c.Events, "pair", "pairs"))}
	if in.Part != "" && !slices.Contains(parts, in.Part) {
		return out, &view.Wrong{What: fmt.Sprintf("no part %q", in.Part), Hint: "there are " + strings.Join(parts, ", ")}
	}
	w, total := in.window.view(), 0
	for _, conflict := range r.Conflicts() {
		if !conflict.Differs() || in.Part != "" && conflict.Part != in.Part || !touches(conflict, in.Page) || !within(in.Query, conflictWords(conflict)) {
			continue
		}
		if total >= w.From && len(out.Disagreements) < w.Limit {
			out.Disagreements = append(out.Disagreements, disagreementOf(conflict))
		}
		total++
	}
	out.listed = list(in.window, len(out.Disagreements), total, "The accounts that were laid on each other do not differ in this; what was never compared may.")
	return out, nil
}

func disagreementOf(c view.Conflict) disagreement {
	out := disagreement{Part: cmp.Or(c.Part, c.Kind), List: c.List, Row: c.Row, Title: view.Short(c.Title, 200), Why: c.Why}
	out.Sides, out.Left = supports(c.Items, mostPlaces)
	return out
}

func touches(c view.Conflict, page string) bool {
	return page == "" || slices.ContainsFunc(c.Items, func(s view.Support) bool { return s.Place.Page == page })
}

func conflictWords(c view.Conflict) string {
	words := []string{c.Title}
	for _, s := range c.Items {
		words = append(words, s.Place.Text)
	}
	return strings.Join(words, " ")
}

// within says whether every word of a query stands in a text, in any case.
func within(query, text string) bool {
	text = strings.ToLower(view.OneLine(text))
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

type pairIn struct {
	A string `json:"a" jsonschema:"id of a page"`
	B string `json:"b" jsonschema:"id of another page"`
	sure
}

type pairOut struct {
	Answer     string         `json:"answer,omitempty"`
	A          *pageRow       `json:"a,omitempty"`
	B          *pageRow       `json:"b,omitempty"`
	OneOrigin  bool           `json:"one_origin" jsonschema:"both go back to one original"`
	Differ     []disagreement `json:"differ"`
	Shifts     []disagreement `json:"shifts_of_wording"`
	Said       []statementRow `json:"both_carry"`
	Figures    []figureRow    `json:"figures_of_both"`
	Events     []eventRow     `json:"events_of_both"`
	Copied     []passage      `json:"copied_passages"`
	OnlyA      int            `json:"statements_only_a"`
	OnlyB      int            `json:"statements_only_b"`
	LeftOut    int            `json:"rows_left_out,omitempty"`
	NotCovered string         `json:"note,omitempty"`
}

func comparePages(_ *desk, r *view.Record, in pairIn) (pairOut, error) {
	out := pairOut{Differ: []disagreement{}, Shifts: []disagreement{}, Said: []statementRow{}, Figures: []figureRow{}, Events: []eventRow{}, Copied: []passage{}}
	dial, err := in.dial()
	if err != nil {
		return out, err
	}
	p, ok := r.Pair(in.A, in.B, dial)
	if !ok {
		missing := in.A
		if r.HasPage(in.A) {
			missing = in.B
		}
		out.Answer = fmt.Sprintf("Nothing found: the record holds no page %q. The tool page without arguments lists the pages.", missing)
		return out, nil
	}
	a, b := pageOf(p.A), pageOf(p.B)
	out.A, out.B, out.OneOrigin, out.OnlyA, out.OnlyB = &a, &b, p.OneOrigin, p.OnlyA, p.OnlyB
	for _, c := range few(&out, p.Differ) {
		out.Differ = append(out.Differ, disagreementOf(c))
	}
	for _, c := range few(&out, p.Shifts) {
		out.Shifts = append(out.Shifts, disagreementOf(c))
	}
	for _, s := range few(&out, p.Said) {
		out.Said = append(out.Said, statementOf(s, mostPlaces))
	}
	for _, f := range few(&out, p.Figures) {
		out.Figures = append(out.Figures, figureOf(f))
	}
	for _, e := range few(&out, p.Events) {
		out.Events = append(out.Events, eventOf(e))
	}
	for _, c := range few(&out, p.Copies) {
		for _, s := range c.Spans {
			if s.Place.Page == in.A || s.Place.Page == in.B {
				out.Copied = append(out.Copied, passageOf(s.Place, s.Title, s.Outlet, s.Published))
			}
		}
	}
	if len(p.Differ)+len(p.Shifts)+len(p.Said)+len(p.Figures)+len(p.Events)+len(p.Copies) == 0 {
		out.Answer = "Nothing found that both tell."
	}
	return out, nil
}

// few takes the first rows of a list and counts those left out.
func few[Row any](out *pairOut, rows []Row) []Row {
	const most = 10
	out.LeftOut += max(0, len(rows)-most)
	return rows[:min(len(rows), most)]
}

type timelineIn struct {
	Query      string `json:"query,omitempty" jsonschema:"words that stand in the entries"`
	Status     string `json:"status,omitempty" jsonschema:"occurred, planned, demanded, claimed, denied, cancelled, postponed"`
	Background bool   `json:"background_too,omitempty" jsonschema:"also what is told of only to recall it"`
	choice
	window
}

type timelineOut struct {
	listed
	Timeline []eventRow `json:"timeline"`
}

type eventRow struct {
	ID        string    `json:"id"`
	When      string    `json:"when"`
	Title     string    `json:"title"`
	Status    string    `json:"status"`
	Becomes   string    `json:"becomes,omitempty" jsonschema:"what became of the plan"`
	Origins   int       `json:"origins" jsonschema:"independent originals that tell it"`
	Differ    []string  `json:"differ,omitempty" jsonschema:"in what the pages disagree"`
	Told      []passage `json:"told"`
	Left      int       `json:"told_left_out,omitempty"`
	Recalling bool      `json:"background,omitempty"`
}

func eventOf(e view.Entry) eventRow {
	out := eventRow{ID: e.ID, When: e.When.Words, Title: e.Title, Status: e.Status, Origins: e.Origins}
	if e.Becomes != nil {
		out.Becomes = e.Becomes.Title
	}
	for _, c := range e.Conflicts {
		out.Differ = append(out.Differ, c.Kind)
	}
	out.Told, out.Left = supports(e.Supports, mostPlaces)
	return out
}

var statuses = []string{"occurred", "planned", "demanded", "claimed", "denied", "cancelled", "postponed"}

func timeline(d *desk, r *view.Record, in timelineIn) (timelineOut, error) {
	out := timelineOut{Timeline: []eventRow{}}
	if in.Status != "" && !slices.Contains(statuses, in.Status) {
		return out, &view.Wrong{What: fmt.Sprintf("no status %q", in.Status), Hint: "there are " + strings.Join(statuses, ", ")}
	}
	part, err := d.narrowed(r, in.choice.view())
	if err != nil {
		return out, err
	}
	background := map[string]bool{}
	for i := range part.Findings.Timeline {
		background[part.Findings.Timeline[i].ID] = part.Findings.Timeline[i].Background
	}
	w, total := in.window.view(), 0
	for _, e := range part.Timeline(in.Status, "") {
		if background[e.ID] && !in.Background || !within(in.Query, e.Title) {
			continue
		}
		if total >= w.From && len(out.Timeline) < w.Limit {
			row := eventOf(e)
			row.Recalling = background[e.ID]
			out.Timeline = append(out.Timeline, row)
		}
		total++
	}
	out.listed = list(in.window, len(out.Timeline), total, "No entry of the timeline fits.")
	return out, nil
}

type figuresIn struct {
	Of      string `json:"of,omitempty" jsonschema:"words that stand in what is counted, its unit or its passages"`
	Verdict string `json:"verdict,omitempty" jsonschema:"agree, compatible, differ or single"`
	choice
	window
}

type figuresOut struct {
	listed
	Figures []figureRow `json:"figures"`
}

type figureRow struct {
	ID      string     `json:"id"`
	Counts  string     `json:"counts"`
	Unit    string     `json:"unit,omitempty"`
	Verdict string     `json:"verdict"`
	Why     string     `json:"why,omitempty"`
	Entries []valueRow `json:"entries"`
	Left    int        `json:"entries_left_out,omitempty"`
}

type valueRow struct {
	passage
	Value   string   `json:"value"`
	Low     *float64 `json:"low" jsonschema:"null: open"`
	High    *float64 `json:"high" jsonschema:"null: open"`
	AsOf    string   `json:"as_of,omitempty"`
	Speaker string   `json:"speaker,omitempty" jsonschema:"absent: the page's own voice"`
}

func figureOf(f view.Figure) figureRow {
	out := figureRow{ID: f.ID, Counts: f.Counts, Unit: f.Unit, Verdict: f.Verdict, Why: f.Why, Entries: []valueRow{}}
	for i, e := range f.Entries {
		if i == mostPlaces {
			out.Left = len(f.Entries) - i
			break
		}
		row := valueRow{passage: passageOf(e.Place, e.Title, e.Outlet, e.Published), Value: e.Words, Low: e.Low, High: e.High}
		if e.AsOf != nil {
			row.AsOf = e.AsOf.Words
		}
		if e.Speaker != nil {
			row.Speaker = e.Speaker.Name
		}
		out.Entries = append(out.Entries, row)
	}
	return out
}

var verdicts = []string{"agree", "compatible", "differ", "single"}

func figures(d *desk, r *view.Record, in figuresIn) (figuresOut, error) {
	out := figuresOut{Figures: []figureRow{}}
	if in.Verdict != "" && !slices.Contains(verdicts, in.Verdict) {
		return out, &view.Wrong{What: fmt.Sprintf("no verdict %q", in.Verdict), Hint: "there are " + strings.Join(verdicts, ", ")}
	}
	part, err := d.narrowed(r, in.choice.view())
	if err != nil {
		return out, err
	}
	w, total := in.window.view(), 0
	for _, f := range part.Figures(in.Verdict, "") {
		if !within(in.Of, figureWords(f)) {
			continue
		}
		if total >= w.From && len(out.Figures) < w.Limit {
			out.Figures = append(out.Figures, figureOf(f))
		}
		total++
	}
	out.listed = list(in.window, len(out.Figures), total, "No figure of the record counts this.")
	return out, nil
}

func figureWords(f view.Figure) string {
	words := []string{f.Counts, f.Unit}
	for _, e := range f.Entries {
		words = append(words, e.Place.Text)
	}
	return strings.Join(words, " ")
}
