package origins

// groups are sets of pages that grow together as links are followed. Each is known by one of its pages, its head.
type groups struct {
	head  []int
	size  []int
	bonds []map[int]int // number of links from a group to others
	why   []string
}

// unite follows the links among n pages. One that takes in most of both pages is followed always. One of a brief in a longer page has
// to be borne out by other links between their groups: else a rolling report that holds two briefs would make one original of them.
//
//	brief a – report c – brief b     a joins c; b, which shares nothing with a, stays alone
func unite(n int, links []link) *groups {
	g := &groups{head: make([]int, n), size: make([]int, n), bonds: make([]map[int]int, n), why: make([]string, n)}
	for i := range n {
		g.head[i], g.size[i], g.bonds[i] = i, 1, map[int]int{}
	}
	for _, l := range links {
		g.bonds[l.a][l.b]++
		g.bonds[l.b][l.a]++
	}
	for _, l := range links {
		x, y := g.find(l.a), g.find(l.b)
		if x != y && (l.share >= even || g.borneOut(x, y)) {
			g.join(x, y, l.credit)
		}
	}
	return g
}

// borneOut says whether two groups have most of the links that they could have, or some for each page of the smaller one: of a large
// group not every two pages are held against each other.
func (g *groups) borneOut(x, y int) bool {
	bonds := g.bonds[x][y]
	return 2*bonds > g.size[x]*g.size[y] || bonds >= borne*min(g.size[x], g.size[y])
}

func (g *groups) join(x, y int, credit bool) {
	if len(g.bonds[x]) < len(g.bonds[y]) { // the shorter list is carried over
		x, y = y, x
	}
	g.head[y] = x
	g.size[x] += g.size[y]
	for other, n := range g.bonds[y] {
		delete(g.bonds[other], y)
		if other != x {
			g.bonds[x][other] += n
			g.bonds[other][x] += n
		}
	}
	g.bonds[y] = nil
	switch {
	case credit:
		g.why[x] = "most of the words of one stand in another, which credits the agency"
	case g.why[x] == "" && g.why[y] == "":
		g.why[x] = "most of the words of one stand in another"
	case len(g.why[y]) > len(g.why[x]): // a credit is told whichever of the two had it
		g.why[x] = g.why[y]
	}
}

// find returns the head of a page's group.
func (g *groups) find(i int) int {
	for g.head[i] != i {
		g.head[i] = g.head[g.head[i]]
		i = g.head[i]
	}
	return i
}
