package compare

import (
	"context"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read"
)

// Given is what is compared.
type Given struct {
	Readings []*read.Reading                          // of every page; without amounts, statements that are not direct, events and clauses where Whole gives them
	Whole    func(page string) (*read.Reading, error) // a page's whole reading, asked for where its story is compared; nil where Readings are whole
	Keys     map[string]string                        // page → what names all that its reading says; without them every story is compared
	Mends    []Mend                                   // what a person put right
	Before   *Findings                                // what comparing by the same rules and tables found before; nil for nothing. They are used up
}

// CompareGiven compares. Stories in which nothing changed that their rows hang on keep those they had before: the findings are the same.
func CompareGiven(ctx context.Context, l *lang.Language, in Given) (*Findings, error) {
	f := &Findings{Mends: slices.Clone(in.Mends)}
	byID(f.Mends, func(m *Mend) string { return m.ID })
	g := &guard{ctx: ctx, language: l, findings: f, keys: in.Keys, whole: in.Whole}
	if in.Before != nil {
		g.before = sortOut(in.Before)
	}
	return run(g, in.Readings)
}

// stories compares every story by itself, or takes over what was found in it before.
func (g *guard) stories(parts []*apart) {
	f, whole := g.findings, g.set
	for _, a := range parts {
		if g.ctx.Err() != nil {
			return
		}
		print := a.print(f, g.keys)
		to := map[string]string{"": ""}
		found, kept := g.before.take(print)
		if kept && !a.pinned {
			a.recall(found, f, to)
		} else {
			found = g.anew(a, whole)
			for i, e := range a.entities {
				to[strconv.Itoa(i)] = f.Entities[e].ID
			}
		}
		rename(found, to)
		f.Statements = append(f.Statements, found.Statements...)
		f.Figures = append(f.Figures, found.Figures...)
		f.Timeline = append(f.Timeline, found.Timeline...)
		f.Relations = append(f.Relations, found.Relations...)
		f.Terms = append(f.Terms, found.Terms...)
		f.Origins = append(f.Origins, found.Origins...)
		f.Faults = append(f.Faults, found.Faults...)
		f.Compared.Statements += found.Compared.Statements
		f.Compared.Figures += found.Compared.Figures
		f.Compared.Events += found.Compared.Events
		if print != "" && len(found.Faults) == 0 && !a.pinned {
			p := Print{ID: print, Story: f.Stories[a.pages[0].Story].ID, Compared: found.Compared}
			f.Prints = append(f.Prints, p)
		}
	}
}

// anew compares a story.
func (g *guard) anew(a *apart, whole *pages.Set) *Findings {
	all, found := g.findings, &Findings{}
	g.findings, g.in = found, a.pages[0].ID
	defer func() { g.findings, g.set, g.in = all, whole, "" }()
	var set *pages.Set
	var cast []Entity
	if !g.room("story", func() {
		set = a.set(whole, g.reading)
		cast = a.cast(all, set)
	}) {
		return found
	}
	g.set = set
	g.story(found, cast, a.passages, a.copied)
	for i, p := range set.Pages {
		a.pages[i].Learn(p)
	}
	return found
}

// reading is the whole reading of a page; what a person put right of its outlet stays.
func (g *guard) reading(p *pages.Page) *read.Reading {
	if g.whole == nil {
		return p.Reading
	}
	r, err := g.whole(p.ID)
	if err != nil {
		panic(lost{err})
	}
	mine := *r
	mine.Given, mine.Article = p.Given, p.Article
	return &mine
}

// lost says that a page's reading could not be had: no fault of a room, but the end of comparing.
type lost struct{ error }

// recall gives the pages of a story what was found of them before, and each id that an entity had on them the one that it has now.
func (a *apart) recall(found, f *Findings, to map[string]string) {
	at := make(map[string]*pages.Page, len(a.pages))
	for _, p := range a.pages {
		at[p.ID] = p
	}
	for i := range found.Pages {
		old := &found.Pages[i]
		p := at[old.ID]
		p.Published = old.Published
		for n, e := range p.Who {
			if e >= 0 && n < len(old.Entities) {
				to[old.Entities[n]] = f.Entities[e].ID
			}
		}
	}
	for i := range found.Overlays {
		for _, t := range found.Overlays[i].Times {
			at[found.Overlays[i].Page].SetTime(t.Time, t.Interval)
		}
	}
}

// before is what was found in each story, by its print.
type before map[string]*Findings

func (b before) take(print string) (*Findings, bool) {
	f, ok := b[print]
	return f, ok && print != ""
}

// sortOut gives the rows of findings to their stories.
func sortOut(f *Findings) before {
	out := before{}
	of, inStory := map[string]*Findings{}, map[string]*Findings{} // by page
	for i := range f.Prints {
		p := &f.Prints[i]
		out[p.ID] = &Findings{Compared: p.Compared}
		inStory[p.Story] = out[p.ID]
	}
	for i := range f.Stories {
		for _, page := range f.Stories[i].Pages {
			if mine := inStory[f.Stories[i].ID]; mine != nil {
				of[page] = mine
			}
		}
	}
	deal(f.Pages, of, func(p *record.Page) string { return p.ID }, func(s *Findings) *[]record.Page { return &s.Pages })
	deal(f.Overlays, of, func(o *record.Overlay) string { return o.Page }, func(s *Findings) *[]record.Overlay { return &s.Overlays })
	deal(f.Statements, of, func(r *record.Statement) string { return r.Accounts[0].Page }, func(s *Findings) *[]record.Statement { return &s.Statements })
	deal(f.Figures, of, func(r *record.Figure) string { return r.Entries[0].Page }, func(s *Findings) *[]record.Figure { return &s.Figures })
	deal(f.Timeline, of, func(r *record.Entry) string { return r.Supports[0].Page }, func(s *Findings) *[]record.Entry { return &s.Timeline })
	deal(f.Relations, of, func(r *record.Relation) string { return r.Items[0].Page }, func(s *Findings) *[]record.Relation { return &s.Relations })
	deal(f.Terms, of, func(r *record.Term) string {
		if r.Entity != "" {
			return "" // of the whole record
		}
		return r.Uses[0].Page
	}, func(s *Findings) *[]record.Term { return &s.Terms })
	deal(f.Origins, of, func(r *record.Origin) string { return r.Pages[0] }, func(s *Findings) *[]record.Origin { return &s.Origins })
	return out
}

// deal gives each row of a list to the findings of the page that it begins on; rows of no story are left.
func deal[R any](rows []R, of map[string]*Findings, page func(*R) string, list func(*Findings) *[]R) {
	for i := range rows {
		if s := of[page(&rows[i])]; s != nil {
			into := list(s)
			*into = append(*into, rows[i])
		}
	}
}
