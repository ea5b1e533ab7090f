package syntax

import (
	"math"

	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// decide computes the scores of the moves in a state.
func (p *pass) decide(start int, state *net.State, slots *[net.Slots]int32, rows *[net.Rows]int32, hidden []float32) (scores [net.Moves]float32) {
	n := p.n
	size := n.moves
	state.Look(slots, rows)
	copy(hidden, n.bs.Value)
	for k, w := range slots {
		if w < 0 {
			tensor.Axpy(hidden, n.missing.Value[k*size:(k+1)*size], 1)
		} else {
			tensor.Axpy(hidden, p.slots[((start+int(w))*net.Slots+k)*size:][:size], 1)
		}
	}
	for _, r := range rows {
		tensor.Axpy(hidden, n.small.Value[int(r)*size:][:size], 1)
	}
	for j, h := range hidden {
		if h < 0 {
			hidden[j] = 0
		}
	}
	for m := range scores {
		scores[m] = n.bm.Value[m] + dot(hidden, n.wm.Value[m*size:(m+1)*size])
	}
	return scores
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	for i := 0; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}

// movesBack parses the sentences as the network would, and sets the gradients that lead to the moves of the oracle.
func (p *pass) movesBack(batch []*sentence, explore float64) (loss float64) {
	n := p.n
	size := n.moves
	hidden, dhidden := make([]float32, size), make([]float32, size)
	var state net.State
	var slots [net.Slots]int32
	var rows [net.Rows]int32
	for s, one := range batch {
		start := p.starts[s]
		o := newOracle(one.heads)
		state.Reset(len(one.heads))
		for !state.Done() {
			scores := p.decide(start, &state, &slots, &rows, hidden)
			cost := o.costs(&state)
			least := math.MaxInt
			for _, c := range cost {
				if c >= 0 {
					least = min(least, c)
				}
			}
			var good, all float64
			top := float32(math.Inf(-1))
			best, bestGood := net.Moves, net.Moves
			for m, c := range cost {
				if c < 0 {
					continue
				}
				top = max(top, scores[m])
				if best == net.Moves || scores[m] > scores[best] {
					best = net.Move(m)
				}
				if c == least && (bestGood == net.Moves || scores[m] > scores[bestGood]) {
					bestGood = net.Move(m)
				}
			}
			var e [net.Moves]float64
			for m, c := range cost {
				if c >= 0 {
					e[m] = float64(exp(scores[m] - top))
					all += e[m]
					if c == least {
						good += e[m]
					}
				}
			}
			loss -= math.Log(good/all + 1e-9)
			trust := p.trust(one)
			if trust < 1 || good < 0.9999*all {
				var taught [net.Moves]float32
				if trust < 1 {
					p.teachers.moves(start, &state, 1-trust, taught[:])
				}
				clear(dhidden)
				for m, c := range cost {
					if c < 0 {
						continue
					}
					d := e[m]/all - float64(taught[m])
					if c == least {
						d -= float64(trust) * e[m] / good
					}
					n.bm.Grad[m] += float32(d)
					tensor.Axpy(n.wm.Grad[m*size:(m+1)*size], hidden, float32(d))
					tensor.Axpy(dhidden, n.wm.Value[m*size:(m+1)*size], float32(d))
				}
				for j, h := range hidden {
					if h <= 0 {
						dhidden[j] = 0
					}
				}
				tensor.Axpy(n.bs.Grad, dhidden, 1)
				for k, w := range slots {
					if w < 0 {
						tensor.Axpy(n.missing.Grad[k*size:(k+1)*size], dhidden, 1)
					} else {
						tensor.Axpy(p.dslots[((start+int(w))*net.Slots+k)*size:][:size], dhidden, 1)
					}
				}
				for _, r := range rows {
					tensor.Axpy(n.small.Grad[int(r)*size:][:size], dhidden, 1)
				}
			}
			m := bestGood
			if p.random.Float64() < explore {
				m = best
			}
			state.Do(m)
		}
	}
	return loss
}
