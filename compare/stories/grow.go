package stories

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
)

const (
	near     = 0.19 // likeness from which two groups are one story
	full     = 32   // stems of a page that have to be so near
	bare     = 0.15 // part of it that is asked of pages with hardly a stem, which can share but few
	growth   = 0.25 // how fast more is asked of groups of short pages as they grow
	centred  = 0.4  // weight of the likeness of the groups' middles against the average over their pages
	together = 2    // stems that two groups must share that are only near for how short they are
	open     = 64   // groups that one is held against as it grows
	certain  = 10   // score of pages that copy each other
)

// group is one story while it grows.
type group struct {
	pages []int
	sum   vector  // of the pages' vectors, its heaviest terms
	stems float64 // of all its pages
	when  when
	near  []int // groups that it may be joined with, by any page that is in them now
	turn  int   // how often it has grown
}

// join is what may be done next.
type join struct {
	a, b, turnA, turnB int
	score              float64
}

// joins are kept with the best first, ties by the groups' numbers.
type joins []join

func (q joins) Len() int { return len(q) }
func (q joins) Less(i, j int) bool {
	switch {
	case q[i].score != q[j].score:
		return q[i].score > q[j].score
	case q[i].a != q[j].a:
		return q[i].a < q[j].a
	}
	return q[i].b < q[j].b
}
func (q joins) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *joins) Push(x any)   { *q = append(*q, x.(join)) }
func (q *joins) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// growing joins groups; each is known by its smallest page.
type growing struct {
	set    *pages.Set
	groups []*group
	head   []int
	queue  joins
}

// grow joins the nearest groups until no two are near enough. Pages that copy each other are joined first, whatever else they hold.
func grow(set *pages.Set, vectors []vector, near [][]int, partners map[int][]int) []*group {
	g := &growing{set: set, groups: make([]*group, len(vectors)), head: make([]int, len(vectors))}
	for i, v := range vectors {
		g.head[i] = i
		g.groups[i] = &group{pages: []int{i}, sum: v, stems: float64(len(v)), when: whenOf(set.Pages[i]), near: near[i]}
	}
	for i := range vectors {
		for _, j := range partners[i] {
			heap.Push(&g.queue, join{a: min(i, j), b: max(i, j), score: certain})
		}
		for _, j := range near[i] {
			if j > i {
				g.offer(i, j)
			}
		}
	}
	for len(g.queue) > 0 {
		next := heap.Pop(&g.queue).(join)
		a, b := g.find(next.a), g.find(next.b)
		current := a == next.a && b == next.b && g.groups[a].turn == next.turnA && g.groups[b].turn == next.turnB
		if a != b && (next.score == certain || current) {
			g.join(a, b)
		}
	}
	var out []*group
	for i := range g.groups {
		if g.head[i] == i {
			out = append(out, g.groups[i])
		}
	}
	return out
}

func (g *growing) find(i int) int {
	for g.head[i] != i {
		g.head[i] = g.head[g.head[i]]
		i = g.head[i]
	}
	return i
}

// offer puts two groups on the list where they are near enough, and says how near they are.
func (g *growing) offer(a, b int) float64 {
	a, b = min(a, b), max(a, b)
	score := g.likeness(g.groups[a], g.groups[b])
	if score >= near {
		heap.Push(&g.queue, join{a, b, g.groups[a].turn, g.groups[b].turn, score})
	}
	return score
}

// likeness holds the words and the days of two groups against each other.
func (g *growing) likeness(x, y *group) float64 {
	g.set.Steps.Take(1 + (len(x.sum)+len(y.sum))/16)
	product, common := x.sum.times(y.sum)
	if common == 0 {
		return 0
	}
	n, m := float64(len(x.pages)), float64(len(y.pages))
	average := product / (n * m)
	middle := product / (x.sum.norm() * y.sum.norm())
	score := math.Pow(average, 1-centred) * math.Pow(middle, centred) * x.when.closeness(&y.when)
	if score < near && common < together {
		return 0
	}
	short := min(1, min(x.stems/math.Pow(n, 1-growth), y.stems/math.Pow(m, 1-growth))/full)
	return score / (bare + (1-bare)*short)
}

// join makes two groups one and holds it against those that either was held against, the nearest of which are kept.
func (g *growing) join(a, b int) {
	a, b = min(a, b), max(a, b)
	x, y := g.groups[a], g.groups[b]
	g.head[b] = a
	x.pages = append(x.pages, y.pages...)
	x.sum = x.sum.plus(y.sum)
	x.stems += y.stems
	x.when.take(&y.when)
	x.turn++
	others := map[int]bool{}
	for _, j := range append(x.near, y.near...) {
		if j = g.find(j); j != a {
			others[j] = true
		}
	}
	type rival struct {
		group int
		score float64
	}
	var rivals []rival
	for _, j := range sortedKeys(others) {
		rivals = append(rivals, rival{j, g.offer(a, j)})
	}
	if len(rivals) > open {
		slices.SortStableFunc(rivals, func(r, s rival) int { return cmp.Compare(s.score, r.score) })
		rivals = rivals[:open]
	}
	x.near = x.near[:0:0]
	for _, r := range rivals {
		x.near = append(x.near, r.group)
	}
	y.near = nil
}
