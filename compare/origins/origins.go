// Package origins says which pages go back to one original, and which page of a copied passage came first.
//
//	agency 15 March 13:30; Lantern 15 March, "Gulf Wire" over the text; Courier 16 March, nine tenths of it
//
// gives one origin of three pages, and the agency's page as the origin of each passage. Days decide first, then an agency's credit,
// then containment with a later page; where none of these tells, the origin stays open.
package origins

import (
	"slices"
	"sort"

	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	most   = 0.6 // share of the shorter page's body in common from which both go back to one original
	some   = 0.2 // and of the longer one's: a quoted paragraph makes no copy of a long page
	bulk   = 40  // words in common, or most of both pages where they are shorter than that
	wholly = 0.8 // a brief, of which so much stands in a longer page,
	brief  = 80  // has so many words in common with it
	even   = 0.5 // share of the longer page from which a link needs no other
	borne  = 3   // links between two groups, for each page of the smaller one, that bear each other out
)

// Read sets Origin on every page and returns the groups of two or more pages.
func Read(set *pages.Set, passages []copies.Passage) []record.Origin {
	g := unite(len(set.Pages), links(set, passages))
	first := map[int]int{} // page of each group
	members := make([][]string, len(set.Pages))
	for i, p := range set.Pages {
		head := g.find(i)
		if _, ok := first[head]; !ok {
			first[head] = i
		}
		p.Origin = first[head]
		members[p.Origin] = append(members[p.Origin], p.ID)
	}
	var out []record.Origin
	for i, list := range members {
		if len(list) > 1 {
			out = append(out, record.Origin{ID: pages.ID("o", list...), Pages: list, Why: g.why[g.find(i)]})
		}
	}
	return out
}

// Copies fills in the origin of the copies, once the pages' dates are as narrow as they get.
func Copies(set *pages.Set, found []record.Copy) {
	byID := make(map[string]*pages.Page, len(set.Pages))
	for _, p := range set.Pages {
		byID[p.ID] = p
	}
	for i := range found {
		if k := found[i].Kind; k == "verbatim" || k == "near" || k == "quote" {
			origin(&found[i], byID)
		}
	}
}

// credits says whether one page credits the outlet of the other.
func credits(copy, agency *pages.Page) bool {
	return agency.OutletName != "" && copy.Credit != "" && pages.OutletKey(copy.Credit) == pages.OutletKey(agency.OutletName)
}

// origin names the page a copied passage started from, if one of them tells.
func origin(c *record.Copy, byID map[string]*pages.Page) {
	list := make([]*pages.Page, 0, len(c.Spans))
	for _, s := range c.Spans {
		if p := byID[s.Page]; len(list) == 0 || list[len(list)-1] != p {
			list = append(list, p)
		}
	}
	if len(list) < 2 {
		return
	}
	for _, p := range list { // an agency that another credits
		if p == agencyOf(list, p) {
			c.Origin, c.Why = p.ID, c.Why+"; "+p.OutletName+" is credited by another page"
			return
		}
	}
	if agency := creditedBy(list); agency != "" { // a member paper that is first here has it from there, too
		c.Why += "; " + agency + " is credited, and the passage stands on none of its pages"
		return
	}
	if c.Kind == "quote" {
		return // a quotation comes from the speaker, not from the page that has it first
	}
	sort.SliceStable(list, func(i, j int) bool { return before(list[i], list[j]) })
	if before(list[0], list[1]) {
		c.Origin, c.Why = list[0].ID, c.Why+"; "+list[0].ID+" came out first"
	}
}

func agencyOf(list []*pages.Page, p *pages.Page) *pages.Page {
	for _, o := range list {
		if o != p && credits(o, p) && !before(o, p) {
			return p
		}
	}
	return nil
}

// creditedBy names the agency that pages of a passage credit, and that none of them is of.
func creditedBy(list []*pages.Page) string {
	for _, p := range list {
		if p.Credit != "" && !slices.ContainsFunc(list, func(o *pages.Page) bool { return credits(p, o) }) {
			return p.Credit
		}
	}
	return ""
}

// before says whether one page certainly came out before another: at an earlier time where both tell the zone of theirs, or else on an
// earlier day. Clocks without a zone are held against each other on one outlet's pages only.
func before(a, b *pages.Page) bool {
	x, y := a.Published.Latest, b.Published.Earliest
	if !x.Known || !y.Known {
		return false
	}
	seconds := func(m times.Moment) int { return int(m.Day)*24*60*60 + m.Second - 60*m.Offset }
	switch {
	case x.Clocked && y.Clocked && x.Zoned && y.Zoned:
		return seconds(x) < seconds(y)
	case x.Day != y.Day:
		return x.Day < y.Day
	}
	return x.Clocked && y.Clocked && !x.Zoned && !y.Zoned && a.OutletName != "" && a.OutletName == b.OutletName && x.Second < y.Second
}
