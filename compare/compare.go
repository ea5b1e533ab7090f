package compare

import (
	"context"
	"slices"
	"sort"

	"github.com/hearsay-news/hearsay/compare/accounts"
	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/dates"
	"github.com/hearsay-news/hearsay/compare/entities"
	"github.com/hearsay-news/hearsay/compare/figures"
	"github.com/hearsay-news/hearsay/compare/origins"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/site"
	"github.com/hearsay-news/hearsay/compare/stories"
	"github.com/hearsay-news/hearsay/compare/terms"
	"github.com/hearsay-news/hearsay/compare/timeline"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read"
)

// Compare holds readings against each other. It changes none of them and does not depend on their order; skipped pages are passed over.
func Compare(l *lang.Language, readings []*read.Reading) *Findings {
	f, _ := CompareContext(context.Background(), l, readings) // a context that has no end
	return f
}

// CompareContext does the same until the context ends: there are no findings then, and the error says why.
func CompareContext(ctx context.Context, l *lang.Language, readings []*read.Reading) (*Findings, error) {
	return CompareMended(ctx, l, readings, nil)
}

// CompareMended compares with what a person put right: see Mend.
func CompareMended(ctx context.Context, l *lang.Language, readings []*read.Reading, mends []Mend) (*Findings, error) {
	f := &Findings{Mends: slices.Clone(mends)}
	byID(f.Mends, func(m *Mend) string { return m.ID })
	return run(&guard{ctx: ctx, language: l, findings: f}, readings)
}

func run(g *guard, readings []*read.Reading) (*Findings, error) {
	readings = renamed(g.findings.Mends, readings)
	if !g.room("words", func() { g.set = pages.New(g.language, readings) }) {
		g.withoutBad(readings)
	}
	var passages []copies.Passage
	var said accounts.Said
	for _, room := range g.rooms(&passages, &said) {
		if !g.room(room.name, room.work) && room.undo != nil {
			g.room(room.name+", undone", room.undo)
		}
	}
	if err := g.ctx.Err(); err != nil {
		return nil, err
	}
	return g.findings, nil
}

// withoutBad makes the set of those pages that can be made ready, when not all can.
func (g *guard) withoutBad(readings []*read.Reading) {
	var good []*read.Reading
	for _, r := range readings {
		if r != nil && r.Skip == nil && g.room("words of "+r.ID, func() { pages.New(g.language, []*read.Reading{r}) }) {
			good = append(good, r)
		}
	}
	if !g.room("words of what is left", func() { g.set = pages.New(g.language, good) }) {
		g.set = pages.New(g.language, nil)
	}
}

// room is one part of comparing. When it fails, undo leaves the set as if it had found nothing, for the rooms after it.
type room struct {
	name string
	work func()
	undo func()
}

// rooms are what is done with the set, in this order.
func (g *guard) rooms(passages *[]copies.Passage, said *accounts.Said) []room {
	f, set := g.findings, g.set
	return []room{
		{"site", func() { f.Copies = site.Read(set) }, nil},
		{"copies", func() {
			found, rows := copies.Find(set)
			*passages, f.Copies = found, append(f.Copies, rows...)
		}, nil},
		{"stories", func() { f.Stories = stories.Read(set, *passages) }, func() { f.Stories = stories.Alone(set) }},
		{"entities", func() { f.Entities = entities.Read(set) }, func() {
			for _, p := range set.Pages {
				p.Unname()
			}
		}},
		{"mends of entities", func() { f.Entities = joined(set, f.Mends, f.Entities) }, nil},
		{"accounts", func() {
			*said = accounts.Match(set, f.Entities)
			f.Compared.Statements = said.Laid
		}, g.unsay},
		{"dates", func() { dates.Narrow(set, said.Groups, *passages) }, nil},
		{"origins", func() { f.Origins = origins.Read(set, *passages, f.Copies) }, func() {
			for i, p := range set.Pages {
				p.Origin = i
			}
		}},
		{"statements", func() { f.Statements, f.Relations = accounts.Rows(set, *said, f.Entities, f.Copies) }, g.unsay},
		{"figures", func() {
			rows, alike, laid := figures.Read(set, f.Entities, f.Statements)
			f.Figures, f.Relations, f.Compared.Figures = rows, append(f.Relations, alike...), laid
		}, nil},
		{"timeline", func() { f.Timeline, f.Compared.Events = timeline.Read(set, f.Figures) }, nil},
		{"terms", func() { f.Terms = terms.Read(set, f.Entities, f.Statements, f.Figures, f.Timeline) }, nil},
		{"mends of rows", func() { mended(f, set) }, nil},
		{"pages", func() { tell(f, set) }, nil},
		{"findings", func() { f.Faults = append(f.Faults, sound(f, set)...); sorted(f) }, nil},
	}
}

func (g *guard) unsay() {
	for _, p := range g.set.Pages {
		p.Unsay()
	}
}

// tell writes what stands on the pages.
func tell(f *Findings, set *pages.Set) {
	for _, p := range set.Pages {
		page := Page{ID: p.ID, Published: p.Published, Entities: make([]string, len(p.Who))}
		if p.Outlet >= 0 {
			page.Outlet = f.Entities[p.Outlet].ID
		}
		for i := range p.Who {
			if e := p.Entity(i); e >= 0 {
				page.Entities[i] = f.Entities[e].ID
			}
		}
		f.Pages = append(f.Pages, page)
		if o, changed := p.Overlay(); changed {
			f.Overlays = append(f.Overlays, o)
		}
	}
}

// sorted brings every list into the order of its ids.
func sorted(f *Findings) {
	byID(f.Stories, func(r *Story) string { return r.ID })
	byID(f.Statements, func(r *Statement) string { return r.ID })
	byID(f.Figures, func(r *Figure) string { return r.ID })
	byID(f.Timeline, func(r *Entry) string { return r.ID })
	byID(f.Copies, func(r *Copy) string { return r.ID })
	byID(f.Relations, func(r *Relation) string { return r.ID })
	byID(f.Terms, func(r *Term) string { return r.ID })
	byID(f.Origins, func(r *Origin) string { return r.ID })
	byID(f.Faults, func(r *Fault) string { return r.ID })
}

func byID[T any](rows []T, id func(*T) string) {
	sort.SliceStable(rows, func(i, j int) bool { return id(&rows[i]) < id(&rows[j]) })
}
