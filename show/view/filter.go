package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/text"
)

// DefaultDial is the confidence from which rows are shown unless asked otherwise.
const DefaultDial = 0.9

// Dial says how sure a statement must be to be shown, and whether thoughts and attitudes are shown beside speech.
type Dial struct {
	Min float64
	All bool
}

func (d Dial) shows(s *compare.Statement) bool {
	return s.Confidence >= d.Min && (d.All || s.Stance.Speech())
}

// Filter chooses statements. Empty fields choose everything.
type Filter struct {
	Dial
	Window
	Speaker string // entity id of the speaker, or "none" for statements without a source
	Entity  string // id of any voice of the chain
	Outlet  string // entity id, or name where the outlet has no id
	Stance  string
	Kind    string
	Page    string
	Voice   string // a name, or part of one, of the speaker or of another voice of the chain
	Text    string // words that stand in the content of an account, in any case
}

// List is a chosen list of statements with what was left out and what could be chosen.
type List struct {
	Total      int         `json:"total"`  // statements that the filter chooses
	Hidden     int         `json:"hidden"` // of them, below the dial or no speech: not in Statements
	Shown      int         `json:"-"`      // those at or above the dial: in Statements, or outside the window
	Statements []Statement `json:"statements"`
	Speakers   []Option    `json:"-"`
	Outlets    []Option    `json:"-"`
	Stances    []Option    `json:"-"`
	Kinds      []Option    `json:"-"`
}

// Option is one value that a filter can take, with the number of shown statements it would choose.
type Option struct {
	Value, Name string
	Count       int
}

// Statements returns the statements that a filter chooses, by date of their first account.
func (r *Record) Statements(f Filter) List {
	if r.shelf != nil {
		return r.shelf.statements(f)
	}
	out := List{}
	var speakers, outlets, stances, kinds tally
	var chosen []int
	needle, voice := strings.ToLower(OneLine(f.Text)), strings.ToLower(f.Voice)
	for _, i := range r.order.statements {
		s := &r.Findings.Statements[i]
		shown := f.shows(s)
		if shown {
			r.offer(s, &speakers, &outlets, &stances, &kinds)
		}
		if !r.chosen(s, f) || voice != "" && !r.heard(s, voice) || needle != "" && !r.says(s, needle) {
			continue
		}
		out.Total++
		if !shown {
			out.Hidden++
			continue
		}
		chosen = append(chosen, i)
	}
	out.Shown = len(chosen)
	out.Statements = built(chosen, f.Window, func(i int) Statement { return r.statement(&r.Findings.Statements[i]) })
	name := func(id string) string { return r.Ref(id).Name }
	out.Speakers, out.Outlets, out.Stances, out.Kinds = speakers.options(name, f.Speaker), outlets.options(nil, f.Outlet), stances.options(nil, ""), kinds.options(nil, "")
	return out
}

func (r *Record) chosen(s *compare.Statement, f Filter) bool {
	if f.Speaker != "" && s.Speaker != f.Speaker && (f.Speaker != "none" || s.Speaker != "") {
		return false
	}
	if f.Entity != "" && s.Speaker != f.Entity && !slices.Contains(s.Chain, f.Entity) {
		return false
	}
	if f.Stance != "" && string(s.Stance) != f.Stance || f.Kind != "" && string(s.Kind) != f.Kind {
		return false
	}
	if f.Outlet == "" && f.Page == "" {
		return true
	}
	return slices.ContainsFunc(s.Accounts, func(a compare.Account) bool {
		return (f.Page == "" || a.Page == f.Page) && (f.Outlet == "" || key(r.Outlet(a.Page)) == f.Outlet)
	})
}

func (r *Record) heard(s *compare.Statement, voice string) bool {
	if i, ok := r.entities[s.Speaker]; ok && named(&r.Findings.Entities[i], voice) {
		return true
	}
	return slices.ContainsFunc(s.Chain, func(id string) bool {
		i, ok := r.entities[id]
		return ok && named(&r.Findings.Entities[i], voice)
	})
}

func (r *Record) says(s *compare.Statement, needle string) bool {
	return slices.ContainsFunc(s.Accounts, func(a compare.Account) bool {
		t := r.text(a.Page)
		return slices.ContainsFunc(a.Content, func(c text.Span) bool {
			return c.Start >= 0 && c.Start <= c.End && c.End <= len(t) && holds(t.At(c), needle)
		})
	})
}

func (r *Record) offer(s *compare.Statement, speakers, outlets, stances, kinds *tally) {
	if s.Speaker == "" {
		speakers.add("none", "no source given")
	} else {
		speakers.add(s.Speaker, "")
	}
	var seen []string
	for _, a := range s.Accounts {
		if o := r.Outlet(a.Page); o.Name != "" && !slices.Contains(seen, key(o)) {
			seen = append(seen, key(o))
			outlets.add(key(o), o.Name)
		}
	}
	stances.add(string(s.Stance), string(s.Stance))
	kinds.add(string(s.Kind), string(s.Kind))
}

func key(ref Ref) string { return cmp.Or(ref.ID, ref.Name) }

// tally counts values.
type tally struct {
	list []Option
	at   map[string]int
}

func (t *tally) add(value, name string) {
	if t.at == nil {
		t.at = map[string]int{}
	}
	i, ok := t.at[value]
	if !ok {
		i = len(t.list)
		t.at[value] = i
		t.list = append(t.list, Option{Value: value, Name: name})
	}
	t.list[i].Count++
}

// mostOptions keeps a list to choose from usable; rarer values are reached from their own pages.
const mostOptions = 200

// options returns what was counted, the most frequent first, the chosen value always. Names that were not given are looked up.
func (t *tally) options(name func(string) string, chosen string) []Option {
	slices.SortStableFunc(t.list, func(a, b Option) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value))
	})
	list := t.list
	if len(list) > mostOptions {
		list = list[:mostOptions]
		if i := slices.IndexFunc(t.list, func(o Option) bool { return o.Value == chosen }); i >= mostOptions {
			list = append(slices.Clone(list), t.list[i])
		}
	}
	for i := range list {
		if list[i].Name == "" && name != nil {
			list[i].Name = name(list[i].Value)
		}
	}
	return list
}
