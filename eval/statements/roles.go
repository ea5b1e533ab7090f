package statements

import "sort"

// roles of one attribution as sets of token indexes.
type roles struct {
	source, cue, content    []int
	nSource, nCue, nContent []int // punctuation dropped
	head                    []int
	a                       *Attribution
	Right                   bool
}

// stop are words and marks that say nothing about who a source is.
var stop = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range []string{"the", "a", "an", "of", "and", "or", "to", "in", "for", "on", "at", "by", "with", "from", "who", "whom", "whose", "which", "that", "this",
		"these", "those", "his", "her", "its", "their", "our", "my", "your", "is", "was", "were", "are", "be", "been", "being", "has", "have", "had", "as", "it", "not",
		"also", ",", ".", "'", "’"} {
		out[w] = true
	}
	return out
}()

// cover returns the indexes of the tokens that some spans touch, in order.
func cover(spans [][2]int, toks []token) []int {
	seen := map[int]bool{}
	var out []int
	for _, s := range spans {
		i := sort.Search(len(toks), func(i int) bool { return toks[i].end > s[0] })
		for ; i < len(toks) && toks[i].start < s[1]; i++ {
			if !seen[i] {
				seen[i] = true
				out = append(out, i)
			}
		}
	}
	sort.Ints(out)
	return out
}

func words(idx []int, toks []token) []int {
	var out []int
	for _, i := range idx {
		if toks[i].word {
			out = append(out, i)
		}
	}
	return out
}

func newRoles(a *Attribution, toks []token) roles {
	r := roles{a: a, source: cover(a.Source, toks), cue: cover(a.Cue, toks), content: cover(a.Content, toks)}
	r.nSource, r.nCue, r.nContent = words(r.source, toks), words(r.cue, toks), words(r.content, toks)
	for _, i := range r.nSource {
		if !stop[toks[i].low] {
			r.head = append(r.head, i)
		}
	}
	if len(r.head) == 0 {
		r.head = r.nSource
	}
	return r
}

func shared(a, b []int) int {
	n, i, k := 0, 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			n++
			i++
			k++
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return n
}

func equal(a, b []int) bool { return len(a) == len(b) && shared(a, b) == len(a) }

func overlap(a, b []int) float64 {
	n := shared(a, b)
	if u := len(a) + len(b) - n; u > 0 {
		return float64(n) / float64(u)
	}
	return 0
}

func contentScore(g, p *roles) float64 {
	if x := overlap(g.nContent, p.nContent); x >= 0.5 {
		return x
	}
	return 0
}

func sourceRight(g, p *roles) bool {
	return len(g.nSource) == 0 && len(p.nSource) == 0 || shared(g.head, p.head) > 0
}

func fullScore(g, p *roles) float64 {
	if sourceRight(g, p) {
		return contentScore(g, p)
	}
	return 0
}

func strictScore(g, p *roles) float64 {
	if equal(g.nContent, p.nContent) && equal(g.nSource, p.nSource) && (shared(g.nCue, p.nCue) > 0 || len(g.nCue) == 0 && len(p.nCue) == 0) {
		return 1
	}
	return 0
}
