package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/show/view"
)

// asked is what the filter bar says: which pages, whose words, how sure. It stands in the address, on every page alike.
//
//	?since=2023-03-01&outlet=Radio+Nord&min=0.7
type asked struct {
	view.Choice
	dial view.Dial
}

// refusal is an answer of 4xx: what is wrong, and what would be right.
type refusal struct {
	status     int
	what, hint string
}

func (r *refusal) Error() string { return r.what }

func wrong(name, value, hint string) *refusal {
	return &refusal{http.StatusBadRequest, fmt.Sprintf("%s=%s is no %s", name, value, strings.ReplaceAll(name, "_", " ")), hint}
}

// unknown is the answer to an id that the record does not hold.
func unknown(kind, id, hint string) *refusal {
	return &refusal{http.StatusNotFound, fmt.Sprintf("no %s %q in this record", kind, id), hint}
}

// ask reads the bar's part of an address.
func ask(q url.Values) (asked, error) {
	a := asked{dial: view.Dial{Min: view.DefaultDial}}
	a.Since, a.Until, a.Outlet, a.By, a.NewSince = q.Get("since"), q.Get("until"), q.Get("outlet"), q.Get("voice"), q.Get("new_since")
	if v := q.Get("story"); v != "" {
		a.Stories = []string{v}
	}
	if v := q.Get("min"); v != "" {
		min, err := strconv.ParseFloat(v, 64)
		if err != nil || min < 0 || min > 1 {
			return a, wrong("min", v, "a share between 0 and 1, as 0.9, 0.7 or 0.5")
		}
		a.dial.Min = min
	}
	switch v := q.Get("all"); v {
	case "", "0":
	case "1":
		a.dial.All = true
	default:
		return a, wrong("all", v, "1 shows thoughts and attitudes too")
	}
	return a, nil
}

// barNames are the parameters of the bar, in the order in which it shows them.
var barNames = []string{"since", "until", "outlet", "voice", "story", "min", "all", "new_since"}

// keep writes what the bar says as a query, to be carried from page to page; "" where nothing is filtered.
func (a asked) keep() string {
	q := url.Values{}
	set := func(name, value string) {
		if value != "" {
			q.Set(name, value)
		}
	}
	set("since", a.Since)
	set("until", a.Until)
	set("outlet", a.Outlet)
	set("voice", a.By)
	set("new_since", a.NewSince)
	if len(a.Stories) > 0 {
		set("story", a.Stories[0])
	}
	if a.dial.Min != view.DefaultDial {
		set("min", strconv.FormatFloat(a.dial.Min, 'f', -1, 64))
	}
	if a.dial.All {
		set("all", "1")
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// narrowed keeps the parts of the record that were asked for last.
type narrowed struct {
	sync.Mutex
	keys    []string
	records map[string]*view.Record
}

const mostNarrowed = 6

// part returns what a choice leaves of the record.
func (m *room) part(c view.Choice) (*view.Record, error) {
	if c.Empty() {
		return m.record, nil
	}
	key := fmt.Sprintf("%q", c)
	m.parts.Lock()
	defer m.parts.Unlock()
	if r, ok := m.parts.records[key]; ok {
		return r, nil
	}
	r, _, err := view.Narrow(m.record, c)
	if unknown, ok := err.(*view.Wrong); ok {
		return nil, &refusal{http.StatusBadRequest, unknown.What, unknown.Hint}
	}
	if err != nil {
		return nil, err
	}
	if len(m.parts.keys) == mostNarrowed {
		delete(m.parts.records, m.parts.keys[0])
		m.parts.keys = m.parts.keys[1:]
	}
	if m.parts.records == nil {
		m.parts.records = map[string]*view.Record{}
	}
	m.parts.keys, m.parts.records[key] = append(m.parts.keys, key), r
	return r, nil
}

// field is one thing to choose in the bar.
type field struct {
	Name, Label, Value string
	Kind               string // "": words; date; select; check
	Any                string // of a select: what the empty choice is called
	Options            []view.Option
}

// bar is the filter bar as it is shown.
type bar struct {
	Action  string
	Fields  []field
	Held    [][2]string // parameters of the address that the bar leaves alone
	Words   string      // what is shown, in words
	Clear   string      // the address without any filter
	Active  bool
	Names   []string // voices to choose from
	Applies bool     // false on a single row's page, where the bar leads back to the list
}

// barOf makes the bar of a page, with counts that hold for what else is chosen.
func (m *room) barOf(r *request, s *screen) bar {
	a := r.asked
	q := r.URL.Query()
	b := bar{Action: r.URL.EscapedPath(), Clear: r.URL.EscapedPath(), Applies: s.Lists, Active: a.keep() != ""}
	if !s.Lists {
		b.Action = "/" + s.Section
		b.Clear = r.URL.EscapedPath()
	}
	others := a.Choice
	others.Outlet = ""
	outlets := m.record.Overview(a.dial).Outlets
	if part, err := m.part(others); err == nil {
		outlets = part.Overview(a.dial).Outlets
	}
	chosen := a.Outlet
	if a.Outlet != "" { // a name, or a part of one: what the part was taken for
		if left := r.record.Overview(a.dial).Outlets; len(left) > 0 {
			chosen = left[0].Value
		}
	}
	dial := ""
	if a.dial.Min != view.DefaultDial {
		dial = strconv.FormatFloat(a.dial.Min, 'f', -1, 64)
	}
	sure := []view.Option{{Value: "", Name: "right in " + view.Share(view.DefaultDial)}, {Value: "0.7", Name: "right in 70 %"}, {Value: "0.5", Name: "right in 50 %"}}
	if !slices.ContainsFunc(sure, func(o view.Option) bool { return o.Value == dial }) {
		sure = append(sure, view.Option{Value: dial, Name: "right in " + view.Share(a.dial.Min)})
	}
	b.Fields = []field{{Name: "since", Label: "From", Value: a.Since, Kind: "date"}, {Name: "until", Label: "Until", Value: a.Until, Kind: "date"},
		{Name: "outlet", Label: "Outlet", Value: chosen, Kind: "select", Any: "all outlets", Options: outlets}, {Name: "voice", Label: "Voice", Value: a.By, Kind: "voice"}}
	if stories, _ := m.record.Stories(); len(stories) > 1 {
		f := field{Name: "story", Label: "Story", Kind: "select", Any: "all stories"}
		if len(a.Stories) > 0 {
			f.Value = a.Stories[0]
		}
		for _, s := range stories {
			f.Options = append(f.Options, view.Option{Value: s.ID, Name: s.Title, Count: len(s.Pages)})
		}
		b.Fields = append(b.Fields, f)
	}
	b.Fields = append(b.Fields, field{Name: "min", Label: "Certainty", Value: dial, Kind: "sure", Options: sure}, field{Name: "new_since", Label: "New since", Value: a.NewSince[:min(len(a.NewSince), 10)], Kind: "date"})
	b.Fields = append(b.Fields, s.Fields...)
	names := slices.Clone(barNames)
	for _, f := range b.Fields {
		names = append(names, f.Name)
	}
	if s.Lists {
		for name, values := range q {
			if !slices.Contains(names, name) && !slices.Contains([]string{"from", "done", "undone"}, name) && values[0] != "" {
				b.Held = append(b.Held, [2]string{name, values[0]})
			}
			if slices.Contains(names, name) && values[0] != "" {
				b.Active = true
			}
		}
		slices.SortFunc(b.Held, func(x, y [2]string) int { return strings.Compare(x[0], y[0]) })
	}
	voices, _ := m.record.EntitiesIn(view.Window{Limit: 40}, a.dial, "", "PER", "ORG")
	for _, e := range voices {
		if e.Statements > 0 {
			b.Names = append(b.Names, e.Name)
		}
	}
	b.Words = m.barWords(r, b)
	return b
}

// barWords says what the bar leaves: "4 of 15 pages · Radio Nord · from 2023-03-01".
func (m *room) barWords(r *request, b bar) string {
	all, left := m.record.Overview(r.dial).Pages, r.record.Overview(r.dial).Pages
	words := []string{view.Plural(all, "page", "pages")}
	if left != all {
		words[0] = fmt.Sprintf("%d of %s", left, view.Plural(all, "page", "pages"))
	}
	for _, f := range b.Fields {
		switch {
		case f.Value == "" && f.Name == "min":
			words = append(words, "right in "+view.Share(view.DefaultDial))
		case f.Value == "":
		case len(f.Options) > 0:
			for _, o := range f.Options {
				if o.Value == f.Value {
					words = append(words, view.Short(o.Name, 40))
				}
			}
		default:
			words = append(words, strings.ToLower(f.Label)+" "+view.Short(f.Value, 40))
		}
	}
	return strings.Join(words, " · ")
}
