// Package cluster joins rows into groups by scored links, the surest first:
//
//	links 0–1 (.9), 1–2 (.8), and 0 and 2 may not stand together  →  groups {0, 1}, {2}
package cluster

import "sort"

// Link says how surely two rows belong together.
type Link struct {
	A, B  int
	Score float64
}

// Groups joins n rows along links in order of score, ties by the rows' numbers, where together allows the two groups that a link would make
// one. Groups come in order of their first row, rows within a group in order.
func Groups(n int, links []Link, together func(a, b []int) bool) [][]int {
	sort.Slice(links, func(i, j int) bool {
		x, y := links[i], links[j]
		if x.Score != y.Score {
			return x.Score > y.Score
		}
		if x.A != y.A {
			return x.A < y.A
		}
		return x.B < y.B
	})
	head, members := make([]int, n), make([][]int, n)
	for i := range n {
		head[i], members[i] = i, []int{i}
	}
	find := func(i int) int {
		for head[i] != i {
			head[i] = head[head[i]]
			i = head[i]
		}
		return i
	}
	for _, l := range links {
		a, b := find(l.A), find(l.B)
		if a == b || !together(members[a], members[b]) {
			continue
		}
		if a > b {
			a, b = b, a
		}
		head[b] = a
		members[a], members[b] = append(members[a], members[b]...), nil
	}
	var out [][]int
	for i := range n {
		if find(i) == i {
			sort.Ints(members[i])
			out = append(out, members[i])
		}
	}
	return out
}

// Spread returns the rows of a group that are held against those of another: all, or of a large one about so many, evenly.
func Spread(group []int) []int {
	const most = 64
	if len(group) <= most {
		return group
	}
	out := make([]int, most)
	for i := range out {
		out[i] = group[i*len(group)/most]
	}
	return out
}
