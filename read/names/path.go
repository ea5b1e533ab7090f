package names

// Path holds the working memory for the labels of one sentence at a time.
type Path[N int32 | float32] struct {
	back [][Labels]Label
	out  []Label
}

// Best finds the labels that score highest together: each word's own score for its label, and what a label is worth behind another. Of equal
// paths it takes one that always is the same.
func (p *Path[N]) Best(scores [][Labels]N, choices []Choice, moves *[Labels][Labels]N) []Label {
	n := len(scores)
	if cap(p.back) < n {
		p.back, p.out = make([][Labels]Label, 2*n), make([]Label, 2*n)
	}
	p.back, p.out = p.back[:n], p.out[:n]
	var here, before [Labels]N
	reached := Of(Outside)
	for i := range scores {
		var now Choice
		for a := range Label(Labels) {
			if !reached.Has(a) {
				continue
			}
			for b := range Label(Labels) {
				if !(next[a] & choices[i]).Has(b) {
					continue
				}
				if v := before[a] + moves[a][b]; !now.Has(b) || v > here[b] {
					here[b], p.back[i][b] = v, a
					now |= 1 << b
				}
			}
		}
		for b := range Label(Labels) {
			before[b] = here[b] + scores[i][b]
		}
		reached = now
	}
	best := Outside
	for b := range Label(Labels) {
		if (reached & Closed).Has(b) && (!(reached & Closed).Has(best) || before[b] > before[best]) {
			best = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		p.out[i] = best
		best = p.back[i][best]
	}
	return p.out
}
