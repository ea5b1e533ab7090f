package figures

import (
	"math"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/words"
)

const checkPair = 64

// lineUp groups the figures that give one quantity, and says how many pairs it laid on each other.
func (r *reader) lineUp() ([][]*item, int) {
	var links []cluster.Link
	pairs := align.Pairs(r.looks(), align.Figures)
	for _, c := range pairs {
		r.set.Steps.Take(1 + len(r.all[c[0]].kins) + len(r.all[c[1]].kins))
		if score := r.score(c[0], c[1]); score > 0 {
			links = append(links, cluster.Link{A: c[0], B: c[1], Score: score})
		}
	}
	var out [][]*item
	for _, members := range cluster.Groups(len(r.all), links, r.together) {
		var g []*item
		for _, n := range members {
			g = append(g, r.all[n])
		}
		out = append(out, g)
	}
	return out, len(pairs)
}

// looks makes the keys through which figures of one story find each other: what is counted, the words of the sentence, the number itself.
func (r *reader) looks() []align.Look {
	out := make([]align.Look, len(r.all))
	v := r.set.Vocabulary
	for i, t := range r.all {
		base := words.Mix(words.Hash(t.axis+"/"+t.rate) ^ words.Mix(uint64(t.page.Story)))
		look := &out[i]
		for _, k := range t.kins {
			if v.Weight[k] >= align.Telling {
				look.Keys = append(look.Keys, words.Mix(base^uint64(k)))
			}
		}
		if t.thing.known {
			look.Must = append(look.Must, words.Mix(base^1<<40^uint64(t.thing.head)))
		}
		if t.axis == "share" && r.turnout(t) {
			look.Must = append(look.Must, words.Mix(base^words.Hash("turnout")))
		}
		if t.low.Known && t.low == t.high && (t.thing.known || t.axis != "count") {
			look.Must = append(look.Must, words.Mix(base^1<<42^uint64(t.thing.head)^words.Mix(math.Float64bits(t.low.Value))))
		}
		if !t.thing.known && t.axis != "count" && t.clause != nil { // "it is worth …"
			look.Must = append(look.Must, words.Mix(base^1<<43^words.Hash(t.clause.Row.Lemma)))
		}
		if t.axis != "count" && t.axis != "share" && (t.rate != "" || t.extent != "") {
			look.Must = append(look.Must, words.Mix(base^words.Hash(t.extent)^1<<44))
		}
		if t.fate != "" {
			look.Must = append(look.Must, words.Mix(base^words.Hash(t.fate)))
		}
		if t.low.Known && t.low == t.high && t.low.Value > 12 {
			look.Must = append(look.Must, words.Mix(base^1<<41^math.Float64bits(t.low.Value)))
		}
	}
	return out
}

// score is what same says of two figures: groups that grow ask for the same pairs again and again.
func (r *reader) score(i, j int) float64 {
	key := uint64(i)<<32 | uint64(j)
	score, known := r.scores[key]
	if !known {
		score = r.same(r.all[i], r.all[j])
		r.scores[key] = score
	}
	return score
}

// together says whether two groups may be one: numbers that exclude each other need a tie of their own.
func (r *reader) together(a, b []int) bool {
	checks := 0
	a, b = cluster.Spread(a), cluster.Spread(b)
	r.set.Steps.Take(len(a) * len(b))
	for _, i := range a {
		for _, j := range b {
			if x, y := r.all[i], r.all[j]; x.axis == "count" && r.things(x, y) == align.Contrary {
				return false // one that names nothing joins no two things
			} else if !excludes(x, y) && x.from == y.from {
				if x.axis != "share" && !x.rng.Near(y.rng, true) {
					return false // "up to 200,000" and 85
				}
				continue
			}
			if checks++; checks > checkPair {
				return false
			}
			if r.score(i, j) == 0 && !r.tied(a, b, i, j) {
				return false
			}
		}
	}
	return true
}

// tied says whether another figure of either group with the same number stands for the one that lacks a tie of its own.
func (r *reader) tied(a, b []int, i, j int) bool {
	if r.all[i].page == r.all[j].page {
		return false
	}
	for _, x := range a[:min(len(a), 8)] {
		for _, y := range b[:min(len(b), 8)] {
			if exact(r.all[x], r.all[i]) && exact(r.all[y], r.all[j]) && r.score(x, y) > 0 {
				return true
			}
		}
	}
	return false
}
