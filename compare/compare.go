package compare

import (
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
	set := pages.New(l, readings)
	f := &Findings{Copies: site.Read(set)}
	passages, copied := copies.Find(set)
	f.Copies = append(f.Copies, copied...)
	f.Stories = stories.Read(set, passages)
	f.Entities = entities.Read(set)
	said := accounts.Match(set, f.Entities)
	dates.Narrow(set, said, passages)
	f.Origins = origins.Read(set, passages, f.Copies)
	f.Statements, f.Relations = accounts.Rows(set, said, f.Entities, f.Copies)
	var alike []Relation
	f.Figures, alike = figures.Read(set, f.Entities, f.Statements)
	f.Relations = append(f.Relations, alike...)
	f.Timeline = timeline.Read(set, f.Figures)
	f.Terms = terms.Read(set, f.Entities, f.Statements, f.Figures, f.Timeline)
	finish(f, set)
	return f
}

// finish writes what stands on the pages and sorts every list by id.
func finish(f *Findings, set *pages.Set) {
	for _, p := range set.Pages {
		page := Page{ID: p.ID, Published: p.Published, Entities: make([]string, len(p.Who))}
		if p.Outlet >= 0 {
			page.Outlet = f.Entities[p.Outlet].ID
		}
		for i, e := range p.Who {
			page.Entities[i] = f.Entities[e].ID
		}
		f.Pages = append(f.Pages, page)
		if o, changed := p.Overlay(); changed {
			f.Overlays = append(f.Overlays, o)
		}
	}
	byID(f.Stories, func(r *Story) string { return r.ID })
	byID(f.Statements, func(r *Statement) string { return r.ID })
	byID(f.Figures, func(r *Figure) string { return r.ID })
	byID(f.Timeline, func(r *Entry) string { return r.ID })
	byID(f.Copies, func(r *Copy) string { return r.ID })
	byID(f.Relations, func(r *Relation) string { return r.ID })
	byID(f.Terms, func(r *Term) string { return r.ID })
	byID(f.Origins, func(r *Origin) string { return r.ID })
}

func byID[T any](rows []T, id func(*T) string) {
	sort.SliceStable(rows, func(i, j int) bool { return id(&rows[i]) < id(&rows[j]) })
}
