package main

import (
	"hash/fnv"
	"math"
	"sort"

	"github.com/hearsay-news/hearsay/read/statements"
)

// traits in the order of the table.
var traits = []string{"level", "share", "furniture", "found-pronoun", "found-role", "found-work", "found-thing", "found-none", "chain-3", "direct", "denial", "open", "described", "onward", "carried", "doubtful"}

// developedWeight is what a row on a passage that rules were made on counts; nearly all of them are right, so it sets how high the level stands above what
// readers find on public pages. The page tells what each weight would show.
const developedWeight = 9.0

// weight is how often a row counts. Fresh passages are read in two forms, each counts half.
func weight(j *judged, ofDeveloped float64) float64 {
	switch j.from {
	case fresh:
		return 0.5
	case developed:
		return ofDeveloped
	}
	return 1
}

// ridge holds weights that few rows speak for near nothing.
const ridge = 4.0

func features(c *statements.Cells, j *judged) []float64 {
	x := make([]float64, len(traits))
	x[0] = 1
	x[1] = statements.Logit(c.Share(&j.row))
	for _, t := range statements.Traits(&j.row) {
		for k, name := range traits {
			if name == t {
				x[k] = 1
			}
		}
	}
	return x
}

// fit finds the weights of a logistic curve by Newton's steps.
func fit(xs [][]float64, right []bool, counts []float64) []float64 {
	n := len(traits)
	w := make([]float64, n)
	w[1] = 1
	for step := 0; step < 30; step++ {
		grad := make([]float64, n)
		hess := make([][]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
		}
		for r, x := range xs {
			p := sigmoid(dot(w, x))
			y := 0.0
			if right[r] {
				y = 1
			}
			for i := range x {
				grad[i] += counts[r] * (y - p) * x[i]
				for k := range x {
					hess[i][k] += counts[r] * p * (1 - p) * x[i] * x[k]
				}
			}
		}
		for i := 1; i < n; i++ {
			target := 0.0
			if i == 1 {
				target = 1
			}
			grad[i] -= ridge * (w[i] - target)
			hess[i][i] += ridge
		}
		hess[0][0] += 1e-6
		for i, d := range solve(hess, grad) {
			w[i] += d
		}
	}
	return w
}

// solve finds the x of a·x = b.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := 0; c < n; c++ {
		best := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[best][c]) {
				best = r
			}
		}
		a[c], a[best] = a[best], a[c]
		b[c], b[best] = b[best], b[c]
		for r := 0; r < n; r++ {
			if r == c || a[r][c] == 0 {
				continue
			}
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	for i := range b {
		b[i] /= a[i][i]
	}
	return b
}

func dot(w, x []float64) float64 {
	s := 0.0
	for i := range w {
		s += w[i] * x[i]
	}
	return s
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// folds of the cross-fitting: a page is judged by weights that never saw it.
const folds = 5

func fold(page string) int {
	h := fnv.New32a()
	h.Write([]byte(page))
	return int(h.Sum32() % folds)
}

// crossfit returns what each row would have claimed, fitted on the pages of the other folds, and the weights fitted on all.
func crossfit(c *statements.Cells, rows []judged, ofDeveloped float64) (claimed, weights []float64) {
	xs := make([][]float64, len(rows))
	for i := range rows {
		xs[i] = features(c, &rows[i])
	}
	fitted := func(use func(page string) bool) []float64 {
		var train [][]float64
		var right []bool
		var counts []float64
		for i := range rows {
			if use(rows[i].page) {
				train = append(train, xs[i])
				right = append(right, rows[i].right)
				counts = append(counts, weight(&rows[i], ofDeveloped))
			}
		}
		return fit(train, right, counts)
	}
	claimed = make([]float64, len(rows))
	for f := 0; f < folds; f++ {
		w := fitted(func(page string) bool { return fold(page) != f })
		for i := range rows {
			if fold(rows[i].page) == f {
				claimed[i] = min(statements.Claimed(dot(w, xs[i])), rows[i].most)
			}
		}
	}
	return claimed, fitted(func(string) bool { return true })
}

// tenth is one bar of the plot: rows that claim about as much, and how many of them are right.
type tenth struct {
	rows, right int
	claimed     float64
}

// tenths sorts rows by what they claim, into bars of a tenth.
func tenths(rows []judged, claimed []float64, of origin) []tenth {
	out := make([]tenth, 10)
	order := make([]int, 0, len(rows))
	for i := range rows {
		if rows[i].from == of {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return claimed[order[a]] < claimed[order[b]] })
	for _, i := range order {
		b := &out[min(int(claimed[i]*10), 9)]
		b.rows++
		b.claimed += claimed[i]
		if rows[i].right {
			b.right++
		}
	}
	return out
}
