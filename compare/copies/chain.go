package copies

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/text"
)

const (
	least        = 10   // words of a passage
	rich         = 5    // of its common words, so many must not be stop words
	gap          = 14   // words of one side that a chain may jump over
	resume       = 3    // equal words that it must land on
	short        = 30   // words below which a passage has to be close
	tight        = 0.7  // share of equal words in a close one
	loose        = 0.45 // and in a long one
	outsideQuote = 8    // common words outside quotation marks that a shared quotation may bring along
)

// chain stretches seeds to passages. Seeds come sorted by pair and place.
func chain(set *pages.Set, bodies [][]words.Word, seeds []seed) []Passage {
	var out, tried []Passage // tried: of one pair
	c := chaining{vocabulary: set.Vocabulary}
	for from := 0; from < len(seeds); {
		to := from + 1
		for to < len(seeds) && seeds[to].a == seeds[from].a && seeds[to].b == seeds[from].b {
			to++
		}
		tried, c.parts = tried[:0], c.parts[:0]
		a, b := seeds[from].a, seeds[from].b
		for _, s := range seeds[from:to] {
			if covered(tried, int(s.at), int(s.bt)) {
				continue
			}
			p := Passage{A: set.Pages[a], B: set.Pages[b], aw: bodies[a], bw: bodies[b]}
			c.stretch(&p, int(s.at), int(s.bt))
			if p.A == p.B && p.a1 > p.b0 || !p.enough(set.Vocabulary) {
				// Too short: remembered, so that the other seeds inside it need no second look.
				p.Words = 0
			}
			tried = append(tried, p)
		}
		for _, p := range widest(tried) {
			p.parts = slices.Clone(p.parts)
			p.AS = text.Span{Start: int(p.aw[p.a0].Start), End: int(p.aw[p.a1-1].End)}
			p.BS = text.Span{Start: int(p.bw[p.b0].Start), End: int(p.bw[p.b1-1].End)}
			out = append(out, p)
		}
		from = to
	}
	return out
}

// chaining holds what is used again from seed to seed.
type chaining struct {
	vocabulary    *words.Vocabulary
	parts, before []part
}

// widest keeps the passages of one pair of pages that have a stretch of their own: of two that overlap the one with more common words.
func widest(list []Passage) []Passage {
	found := make([]Passage, 0, len(list))
	for _, p := range list {
		if p.Words > 0 {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(x, y Passage) int { return y.Matched - x.Matched })
	var kept []Passage
	for _, p := range found {
		own := true
		for _, k := range kept[:min(len(kept), 64)] {
			if 3*overlap(p.a0, p.a1, k.a0, k.a1) > p.a1-p.a0 || 3*overlap(p.b0, p.b1, k.b0, k.b1) > p.b1-p.b0 {
				own = false
				break
			}
		}
		if own {
			kept = append(kept, p)
		}
	}
	slices.SortStableFunc(kept, func(x, y Passage) int { return x.a0 - y.a0 })
	return kept
}

func overlap(a0, a1, b0, b1 int) int { return max(0, min(a1, b1)-max(a0, b0)) }

// covered says whether a seed lies on one of the latest chains of its pair.
func covered(chains []Passage, a, b int) bool {
	for i := len(chains) - 1; i >= 0 && i >= len(chains)-32; i-- {
		if p := &chains[i]; p.a0 <= a && a < p.a1 && p.b0 <= b && b < p.b1 {
			return true
		}
	}
	return false
}

// stretch grows the passage from a seed in both directions. Its parts are good until those of another pair are sought.
func (c *chaining) stretch(p *Passage, a, b int) {
	v, before, first := c.vocabulary, c.before[:0], len(c.parts)
	for i, j := a, b; ; {
		n := 0
		for i > 0 && j > 0 && p.aw[i-1].Form == p.bw[j-1].Form {
			i, j, n = i-1, j-1, n+1
		}
		if n > 0 {
			before = append(before, part{i, j, n})
		}
		di, dj, ok := p.jump(v, i, j, -1)
		if !ok {
			break
		}
		i, j = i-di, j-dj
	}
	for i := len(before) - 1; i >= 0; i-- {
		c.parts = append(c.parts, before[i])
	}
	c.before = before
	for i, j := a, b; ; {
		n := 0
		for i+n < len(p.aw) && j+n < len(p.bw) && p.aw[i+n].Form == p.bw[j+n].Form {
			n++
		}
		if n > 0 {
			c.parts = append(c.parts, part{i, j, n})
		}
		i, j = i+n, j+n
		di, dj, ok := p.jump(v, i, j, 1)
		if !ok {
			break
		}
		i, j = i+di, j+dj
	}
	p.parts = c.parts[first:len(c.parts):len(c.parts)]
	p.trim()
	head, tail := p.parts[0], p.parts[len(p.parts)-1]
	p.a0, p.b0, p.a1, p.b1 = head.a, head.b, tail.a+tail.n, tail.b+tail.n
	for _, part := range p.parts {
		p.Matched += part.n
	}
	p.Words = max(p.a1-p.a0, p.b1-p.b0)
}

// trim takes ends off that are no longer than the gap which parts them from the rest: a few words of the headline that the lede has
// too do not carry the passage over the byline.
func (p *Passage) trim() {
	for len(p.parts) > 1 {
		x, y := p.parts[0], p.parts[1]
		if x.n > max(y.a-x.a-x.n, y.b-x.b-x.n) {
			break
		}
		p.parts = p.parts[1:]
	}
	for len(p.parts) > 1 {
		x, y := p.parts[len(p.parts)-2], p.parts[len(p.parts)-1]
		if y.n > max(y.a-x.a-x.n, y.b-x.b-x.n) {
			break
		}
		p.parts = p.parts[:len(p.parts)-1]
	}
}

// jump finds the nearest place after (direction 1) or before (-1) a mismatch from which both sides agree again.
func (p *Passage) jump(v *words.Vocabulary, i, j, direction int) (di, dj int, ok bool) {
	at := 0 // of the first word that must agree
	if direction < 0 {
		at = -1
	}
	for d := 1; d <= 2*gap; d++ {
		for x := max(0, d-gap); x <= min(d, gap); x++ {
			a, b := i+direction*x+at, j+direction*(d-x)+at
			if uint(a) >= uint(len(p.aw)) || uint(b) >= uint(len(p.bw)) || p.aw[a].Form != p.bw[b].Form {
				continue
			}
			if p.lands(v, i+direction*x, j+direction*(d-x), direction) {
				return x, d - x, true
			}
		}
	}
	return 0, 0, false
}

// lands says whether the next words on both sides are equal and not only stop words.
func (p *Passage) lands(v *words.Vocabulary, i, j, direction int) bool {
	full := false
	for k := 0; k < resume; k++ {
		x, y := i+direction*k, j+direction*k
		if direction < 0 {
			x, y = x-1, y-1
		}
		if x < 0 || y < 0 || x >= len(p.aw) || y >= len(p.bw) || p.aw[x].Form != p.bw[y].Form {
			return false
		}
		full = full || !v.Forms[p.aw[x].Form].Stop
	}
	return full
}

// enough says whether the chain is a passage and no turn of phrase.
func (p *Passage) enough(v *words.Vocabulary) bool {
	if min(p.a1-p.a0, p.b1-p.b0) < least || p.Matched < least-1 {
		return false
	}
	share := loose
	if p.Words < short || p.A == p.B {
		share = tight
	}
	if float64(p.Matched) < share*float64(p.Words) {
		return false
	}
	full := 0
	for _, part := range p.parts {
		for k := 0; k < part.n; k++ {
			if !v.Forms[p.aw[part.a+k].Form].Stop {
				full++
			}
		}
	}
	return full >= rich
}
