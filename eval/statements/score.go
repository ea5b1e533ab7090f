package statements

import (
	"sort"
)

// Figures are the measures of one run, in percent.
type Figures struct {
	Full, Strict, IoU            PRF
	Cue, Source, Content         PRF // exact fragments
	TokContent                   PRF
	SourceGivenContent           float64
	Direct, Mixed, Indirect      float64 // full recall
	ShownRight                   float64 // precision (full) of rows at or above the default dial
	ShownRecall                  float64
	counts                       counts
	directN, mixedN, indirectN   int
	directTP, mixedTP, indirectT int
}

// PRF is precision, recall and their harmonic mean.
type PRF struct{ P, R, F float64 }

type tally struct{ tp, p, g int }

func (t tally) prf() PRF {
	var out PRF
	if t.p > 0 {
		out.P = 100 * float64(t.tp) / float64(t.p)
	}
	if t.g > 0 {
		out.R = 100 * float64(t.tp) / float64(t.g)
	}
	if out.P+out.R > 0 {
		out.F = 2 * out.P * out.R / (out.P + out.R)
	}
	return out
}

type counts struct {
	full, strict, iou, tok tally
	cue, source, content   tally
	matched, matchedSource int
	shownRight, shown      int
}

// match pairs gold and predictions one to one, best first.
func match(gold, pred []roles, score func(g, p *roles) float64) [][2]int {
	type pair struct {
		score float64
		g, p  int
	}
	var all []pair
	for g := range gold {
		for p := range pred {
			if s := score(&gold[g], &pred[p]); s > 0 {
				all = append(all, pair{s, g, p})
			}
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].score > all[k].score })
	usedG, usedP := map[int]bool{}, map[int]bool{}
	var out [][2]int
	for _, x := range all {
		if !usedG[x.g] && !usedP[x.p] {
			usedG[x.g], usedP[x.p] = true, true
			out = append(out, [2]int{x.g, x.p})
		}
	}
	return out
}

func fragments(sets []roles, of func(*roles) []int) map[[2]int]bool {
	out := map[[2]int]bool{}
	for i := range sets {
		idx := of(&sets[i])
		for k := 0; k < len(idx); {
			e := k + 1
			for e < len(idx) && idx[e] == idx[e-1]+1 {
				e++
			}
			out[[2]int{idx[k], idx[e-1] + 1}] = true
			k = e
		}
	}
	return out
}

func countFragments(t *tally, gold, pred []roles, of func(*roles) []int) {
	g, p := fragments(gold, of), fragments(pred, of)
	t.g += len(g)
	t.p += len(p)
	for f := range g {
		if p[f] {
			t.tp++
		}
	}
}

// Scored is one document after scoring: which predictions were right, which gold rows were missed.
type Scored struct {
	Right   []bool // by prediction: a full match
	Reader  []bool // by prediction: right to a reader, who also takes a source that the annotators left out
	Touched []bool // by prediction: gold has a row with a word of the same cue, or half of its content
	Missed  []int  // gold attributions without a full match
}

// Score measures predictions against gold. With speech, gold rows of other kinds don't count either way.
func Score(gold []Document, pred map[string][]Attribution, speech bool, each func(d *Document, pred []Attribution, s Scored)) Figures {
	var f Figures
	c := &f.counts
	for i := range gold {
		scoreDocument(&gold[i], pred[gold[i].ID], speech, c, &f, each)
	}
	f.Full, f.Strict, f.IoU, f.TokContent = c.full.prf(), c.strict.prf(), c.iou.prf(), c.tok.prf()
	f.Cue, f.Source, f.Content = c.cue.prf(), c.source.prf(), c.content.prf()
	f.SourceGivenContent = share(c.matchedSource, c.matched)
	f.Direct, f.Mixed, f.Indirect = share(f.directTP, f.directN), share(f.mixedTP, f.mixedN), share(f.indirectT, f.indirectN)
	f.ShownRight, f.ShownRecall = share(c.shownRight, c.shown), share(c.shownRight, c.full.g)
	return f
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func scoreDocument(d *Document, predicted []Attribution, speech bool, c *counts, f *Figures, each func(*Document, []Attribution, Scored)) {
	text := []rune(d.Text)
	toks := tokens(text)
	if len(d.Tokens) > 0 {
		toks = given(text, d.Tokens)
	}
	var gold, ignored, pred []roles
	goldIndex, predIndex := []int{}, []int{}
	for k := range d.Attributions {
		a := &d.Attributions[k]
		if speech && a.Kind != "" && a.Kind != "speech" {
			ignored = append(ignored, newRoles(a, toks))
			continue
		}
		gold = append(gold, newRoles(a, toks))
		goldIndex = append(goldIndex, k)
	}
	for k := range predicted {
		p := newRoles(&predicted[k], toks)
		if speech {
			if x := nearest(&p, ignored); x >= 0.5 && x > nearest(&p, gold) {
				continue
			}
		}
		pred = append(pred, p)
		predIndex = append(predIndex, k)
	}
	tokenCount(&c.tok, gold, pred)
	countFragments(&c.cue, gold, pred, func(r *roles) []int { return r.cue })
	countFragments(&c.source, gold, pred, func(r *roles) []int { return r.source })
	countFragments(&c.content, gold, pred, func(r *roles) []int { return r.content })
	gold, goldIndex = withContent(gold, goldIndex)
	pred, predIndex = withContent(pred, predIndex)
	for _, t := range []*tally{&c.full, &c.strict, &c.iou} {
		t.g += len(gold)
		t.p += len(pred)
	}
	c.strict.tp += len(match(gold, pred, strictScore))
	content := match(gold, pred, contentScore)
	c.iou.tp += len(content)
	c.matched += len(content)
	for _, m := range content {
		if sourceRight(&gold[m[0]], &pred[m[1]]) {
			c.matchedSource++
		}
	}
	full := match(gold, pred, fullScore)
	c.full.tp += len(full)
	out := Scored{Right: make([]bool, len(predicted)), Reader: make([]bool, len(predicted)), Touched: make([]bool, len(predicted))}
	hit := map[int]bool{}
	for _, m := range full {
		hit[m[0]] = true
		out.Right[predIndex[m[1]]] = true
	}
	for i, k := range predIndex {
		out.Reader[k] = out.Right[k]
		for g := range gold {
			content := contentScore(&gold[g], &pred[i]) > 0
			if content || shared(gold[g].nCue, pred[i].nCue) > 0 {
				out.Touched[k] = true
			}
			if content && (len(gold[g].nSource) == 0 || sourceRight(&gold[g], &pred[i])) {
				out.Reader[k] = true
			}
		}
		if predicted[k].Shown {
			c.shown++
			if out.Right[k] {
				c.shownRight++
			}
		}
	}
	mask := quoted(text)
	for g := range gold {
		in, all := 0, 0
		for _, i := range gold[g].nContent {
			all++
			if mask[toks[i].start] {
				in++
			}
		}
		n, tp := &f.mixedN, &f.mixedTP
		switch in {
		case all:
			n, tp = &f.directN, &f.directTP
		case 0:
			n, tp = &f.indirectN, &f.indirectT
		}
		*n++
		if hit[g] {
			*tp++
		} else {
			out.Missed = append(out.Missed, goldIndex[g])
		}
	}
	if each != nil {
		each(d, predicted, out)
	}
}

func nearest(p *roles, list []roles) float64 {
	best := 0.0
	for i := range list {
		best = max(best, overlap(p.content, list[i].content))
		if shared(p.cue, list[i].cue) > 0 {
			best = max(best, 0.5)
		}
	}
	return best
}

func withContent(list []roles, index []int) ([]roles, []int) {
	var out []roles
	var at []int
	for i := range list {
		if len(list[i].nContent) > 0 {
			out = append(out, list[i])
			at = append(at, index[i])
		}
	}
	return out, at
}

func tokenCount(t *tally, gold, pred []roles) {
	g, p := map[int]bool{}, map[int]bool{}
	for i := range gold {
		for _, k := range gold[i].content {
			g[k] = true
		}
	}
	for i := range pred {
		for _, k := range pred[i].content {
			p[k] = true
		}
	}
	t.g += len(g)
	t.p += len(p)
	for k := range g {
		if p[k] {
			t.tp++
		}
	}
}

// quoted marks the characters inside double quotation marks; an unclosed mark runs to the paragraph's end.
func quoted(text []rune) []bool {
	mask := make([]bool, len(text)+1)
	open, from := rune(0), 0
	fill := func(end int) {
		for q := from; q < end; q++ {
			mask[q] = true
		}
		open = 0
	}
	for i, r := range text {
		switch {
		case r == '\n':
			if open == '“' || open == '„' {
				fill(i)
			}
			open = 0
		case open == 0:
			if r == '“' || r == '„' || r == '«' || r == '"' {
				open, from = r, i
			}
		case r == '”' || r == '»' || r == '"' || r == '“' && open == '„':
			fill(i + 1)
		}
	}
	if open == '“' || open == '„' {
		fill(len(text))
	}
	return mask
}
