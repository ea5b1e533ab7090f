package origins

import (
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/times"
)

func TestLinkHolds(t *testing.T) {
	for _, c := range []struct {
		what                    string
		common, shorter, longer float64
		credit, want            bool
	}{
		{"most of both", 200, 250, 300, false, true},
		{"half of the shorter", 125, 250, 300, false, false},
		{"half of the shorter, with the agency's credit", 125, 250, 300, true, true},
		{"a quoted paragraph of a long page", 60, 60, 900, false, false},
		{"a brief that stands wholly in a long page", 110, 120, 900, false, true},
		{"two thirds of a brief in a long page", 80, 120, 900, false, false},
		{"most of two very short pages", 25, 30, 35, false, true},
		{"a few words of a very short page", 25, 30, 90, false, false},
	} {
		l := link{share: c.common / c.longer, credit: c.credit}
		if got := l.holds(c.common, c.shorter); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// Pages are numbered; each link takes in the given share of its longer page.
func TestUnite(t *testing.T) {
	for _, c := range []struct {
		what  string
		links []link
		want  [][]int // groups of two or more
	}{
		{"copies of copies", []link{{a: 0, b: 1, share: .9}, {a: 1, b: 2, share: .8}, {a: 2, b: 3, share: .6}}, [][]int{{0, 1, 2, 3}}},
		{"a brief in a report", []link{{a: 0, b: 1, share: .3}}, [][]int{{0, 1}}},
		{"two briefs in one report", []link{{a: 0, b: 1, share: .3}, {a: 1, b: 2, share: .2}}, [][]int{{0, 1}}},
		{"a brief in two prints of one report", []link{{a: 0, b: 1, share: .9}, {a: 0, b: 2, share: .2}, {a: 1, b: 2, share: .2}}, [][]int{{0, 1, 2}}},
		{"two prints of a brief in one report", []link{{a: 0, b: 2, share: .9}, {a: 0, b: 1, share: .2}, {a: 1, b: 2, share: .2}}, [][]int{{0, 1, 2}}},
		{"a brief in three of many prints", []link{
			{a: 0, b: 1, share: .9}, {a: 1, b: 2, share: .9}, {a: 2, b: 3, share: .9}, {a: 3, b: 4, share: .9}, {a: 4, b: 5, share: .9}, {a: 5, b: 6, share: .9},
			{a: 0, b: 7, share: .2}, {a: 1, b: 7, share: .2}, {a: 2, b: 7, share: .2}}, [][]int{{0, 1, 2, 3, 4, 5, 6, 7}}},
	} {
		g := unite(8, c.links)
		var got [][]int
		for i := range 8 {
			var members []int
			for k := range 8 {
				if g.find(k) == g.find(i) {
					members = append(members, k)
				}
			}
			if len(members) > 1 && members[0] == i {
				got = append(got, members)
			}
		}
		if !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// A time with its zone decides across midnight; clocks without one do not, but of one outlet.
func TestBefore(t *testing.T) {
	at := func(outlet string, day times.Day, second int, zoned bool, offset int) *pages.Page {
		m := times.Moment{Known: true, Day: day, Clocked: second >= 0, Second: max(second, 0), Zoned: zoned, Offset: offset}
		return &pages.Page{OutletName: outlet, Published: article.Date{Interval: times.Interval{Earliest: m, Latest: m}}}
	}
	const hour = 3600
	for _, c := range []struct {
		what string
		a, b *pages.Page
		want bool
	}{
		{"an earlier day", at("A", 10, -1, false, 0), at("B", 11, -1, false, 0), true},
		{"one day", at("A", 10, -1, false, 0), at("B", 10, -1, false, 0), false},
		{"the evening in the west is later than the next morning in the east", at("A", 10, 23*hour, true, -300), at("B", 11, 1*hour, true, 540), false},
		{"and the other way round", at("B", 11, 1*hour, true, 540), at("A", 10, 23*hour, true, -300), true},
		{"two clocks without a zone", at("A", 10, 8*hour, false, 0), at("B", 10, 9*hour, false, 0), false},
		{"two of one outlet", at("A", 10, 8*hour, false, 0), at("A", 10, 9*hour, false, 0), true},
	} {
		if got := before(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}
