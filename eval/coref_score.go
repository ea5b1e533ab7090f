package main

import "sort"

// ratio is a precision and a recall as sums.
type ratio struct{ p, pOf, r, rOf float64 }

func (r ratio) precision() float64 { return share(r.p, r.pOf) }
func (r ratio) recall() float64    { return share(r.r, r.rOf) }
func (r ratio) f1() float64        { return harmonicOf(r.precision(), r.recall()) }

func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return 100 * a / b
}

func harmonicOf(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// corefScore sums MUC, B-cubed and CEAF-e over documents. Chains of one mention are left out on both sides, as in OntoNotes.
type corefScore struct{ muc, b3, ceaf ratio }

func newCorefScore() *corefScore { return &corefScore{} }

func (s *corefScore) add(gold, found map[int]string) { s.sum(clusters(gold, 2), clusters(found, 2)) }

// addAll is add with the chains of one mention, as ECB+ is scored.
func (s *corefScore) addAll(gold, found map[int]string) { s.sum(clusters(gold, 1), clusters(found, 1)) }

func (s *corefScore) sum(g, f [][]int) {
	inGold, inFound := members(g), members(f)
	s.muc.r, s.muc.rOf = addLinks(s.muc.r, s.muc.rOf, g, inFound)
	s.muc.p, s.muc.pOf = addLinks(s.muc.p, s.muc.pOf, f, inGold)
	s.b3.r, s.b3.rOf = addOverlap(s.b3.r, s.b3.rOf, g, f, inFound)
	s.b3.p, s.b3.pOf = addOverlap(s.b3.p, s.b3.pOf, f, g, inGold)
	like := bestAlignment(g, f)
	s.ceaf.r += like
	s.ceaf.p += like
	s.ceaf.rOf += float64(len(g))
	s.ceaf.pOf += float64(len(f))
}

// clusters are the chains of so many mentions and more.
func clusters(chains map[int]string, least int) [][]int {
	by := map[string][]int{}
	for m, c := range chains {
		by[c] = append(by[c], m)
	}
	var out [][]int
	for _, list := range by {
		if len(list) >= least {
			sort.Ints(list)
			out = append(out, list)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i][0] < out[j][0] })
	return out
}

func members(chains [][]int) map[int]int {
	in := map[int]int{}
	for c, list := range chains {
		for _, m := range list {
			in[m] = c + 1
		}
	}
	return in
}

// addLinks is MUC: a chain of n mentions that the other side cuts into k parts has n-k of its n-1 links.
func addLinks(right, all float64, chains [][]int, other map[int]int) (float64, float64) {
	for _, list := range chains {
		parts, alone := map[int]bool{}, 0
		for _, m := range list {
			if c := other[m]; c > 0 {
				parts[c] = true
			} else {
				alone++
			}
		}
		right += float64(len(list) - len(parts) - alone)
		all += float64(len(list) - 1)
	}
	return right, all
}

// addOverlap is B-cubed: for each mention, the share of its chain that the other side puts together with it.
func addOverlap(right, all float64, chains, others [][]int, other map[int]int) (float64, float64) {
	for _, list := range chains {
		counts := map[int]int{}
		for _, m := range list {
			if c := other[m]; c > 0 {
				counts[c]++
			}
		}
		for _, m := range list {
			if c := other[m]; c > 0 {
				right += float64(counts[c]) / float64(len(list))
			}
			all++
		}
	}
	return right, all
}

// bestAlignment is CEAF-e: the best one-to-one alignment of chains by the share of mentions that two have in common.
func bestAlignment(g, f [][]int) float64 {
	n := max(len(g), len(f))
	if n == 0 {
		return 0
	}
	cost := make([][]float64, n)
	for i := range cost {
		cost[i] = make([]float64, n)
		if i >= len(g) {
			continue
		}
		in := map[int]bool{}
		for _, m := range g[i] {
			in[m] = true
		}
		for j := range f {
			common := 0
			for _, m := range f[j] {
				if in[m] {
					common++
				}
			}
			cost[i][j] = -2 * float64(common) / float64(len(g[i])+len(f[j]))
		}
	}
	return -assign(cost)
}

// assign solves the assignment problem (Kuhn and Munkres, with potentials) and returns the least total cost.
func assign(cost [][]float64) float64 {
	n := len(cost)
	const inf = 1e18
	u, v := make([]float64, n+1), make([]float64, n+1)
	match, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		low := make([]float64, n+1)
		used := make([]bool, n+1)
		for j := range low {
			low[j] = inf
		}
		for {
			used[j0] = true
			i0, delta, j1 := match[j0], inf, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[i0-1][j-1] - u[i0] - v[j]; c < low[j] {
					low[j], way[j] = c, j0
				}
				if low[j] < delta {
					delta, j1 = low[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					low[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			match[j0], j0 = match[way[j0]], way[j0]
		}
	}
	total := 0.0
	for j := 1; j <= n; j++ {
		total += cost[match[j]-1][j-1]
	}
	return total
}
