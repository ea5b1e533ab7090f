package syntax

import (
	"fmt"

	"github.com/hearsay-news/hearsay/read/syntax/net"
)

// score counts what the network gets right.
type score struct{ words, upos, class, head, labelled int }

func (s score) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(s.words) }
	return fmt.Sprintf("UPOS %.2f UPOS+XPOS %.2f UAS %.2f LAS %.2f", share(s.upos), share(s.class), share(s.head), share(s.labelled))
}

// test scores the network on sentences.
func (n *network) test(sentences []sentence, upos []string) (r score) {
	p := &pass{n: n}
	var state net.State
	var slots [net.Slots]int32
	var rows [net.Rows]int32
	hidden, label, scores := make([]float32, n.moves), make([]float32, n.labels), make([]float32, relationWidth)
	for i := range sentences {
		one := &sentences[i]
		p.forward([]*sentence{one})
		state.Reset(len(one.heads))
		for !state.Done() {
			scores := p.decide(1, &state, &slots, &rows, hidden)
			best := net.Moves
			for m := range net.Moves {
				if state.Legal(m) && (best == net.Moves || scores[m] > scores[best]) {
					best = m
				}
			}
			state.Do(best)
		}
		for t, gold := range one.classes {
			r.words++
			c := argmax(p.tags[(t+1)*n.width():][:n.classes])
			if c == gold {
				r.class++
			}
			if gold >= 0 && upos[c] == upos[gold] {
				r.upos++
			}
			if state.Heads[t] == one.heads[t] {
				r.head++
				p.relate(1, int32(t), one.heads[t], label, scores)
				if argmax(scores[:n.relations]) == one.relations[t] {
					r.labelled++
				}
			}
		}
	}
	return r
}

func argmax(s []float32) int {
	best := 0
	for i, v := range s {
		if v > s[best] {
			best = i
		}
	}
	return best
}
