package compare

import (
	"context"
	"sort"

	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/entities"
	"github.com/hearsay-news/hearsay/compare/origins"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/site"
	"github.com/hearsay-news/hearsay/compare/stories"
	"github.com/hearsay-news/hearsay/compare/terms"
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
	return CompareGiven(ctx, l, Given{Readings: readings})
}

func run(g *guard, readings []*read.Reading) (*Findings, error) {
	readings = renamed(g.findings.Mends, readings)
	if !g.room("words", func() { g.set = pages.New(g.language, readings) }) {
		g.withoutBad(readings)
	}
	var passages []copies.Passage
	for _, room := range g.rooms(&passages) {
		if !g.room(room.name, room.work) && room.undo != nil {
			g.room(room.name+", undone", room.undo)
		}
	}
	if err := g.ctx.Err(); err != nil {
		return nil, err
	}
	if g.failed != nil {
		return nil, g.failed
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
func (g *guard) rooms(passages *[]copies.Passage) []room {
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
		{"stories apart", func() { g.stories(takeApart(set, f, *passages)) }, nil},
		{"origins of copies", func() { origins.Copies(set, f.Copies) }, nil},
		{"names", func() { f.Terms = append(f.Terms, terms.Names(set, f.Entities)...) }, nil},
		{"mends of rows", func() { mended(f, set) }, nil},
		{"pages", func() { tell(f, set) }, nil},
		{"findings", func() {
			if faults := sound(f, set); len(faults) > 0 {
				f.Faults, f.Prints = append(f.Faults, faults...), nil // they would not be told again of a story that is not compared again
			}
			sorted(f)
		}, nil},
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
	byID(f.Prints, func(r *Print) string { return r.ID })
	byID(f.Faults, func(r *Fault) string { return r.ID })
}

func byID[T any](rows []T, id func(*T) string) {
	sort.SliceStable(rows, func(i, j int) bool { return id(&rows[i]) < id(&rows[j]) })
}
