package syntax

import (
	"fmt"
	"math"
	"math/rand"
	"time"

	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/conllu"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// sentence is one sentence as the network sees it.
type sentence struct {
	words     []string
	forms     []forms.Form
	classes   []int
	heads     []int32
	relations []int
}

func prepare(sentences []conllu.Sentence, classes, relations map[string]int) []sentence {
	all := make([]sentence, 0, len(sentences))
	for _, s := range sentences {
		var one sentence
		for _, w := range s.Words {
			one.words = append(one.words, w.Form)
			one.forms = append(one.forms, forms.Of(w.Form))
			c, ok := classes[w.UPOS+" "+w.XPOS]
			if !ok {
				c = -1
			}
			one.classes = append(one.classes, c)
			h := int32(w.Head - 1)
			if h < 0 {
				h = int32(len(s.Words))
			}
			one.heads = append(one.heads, h)
			one.relations = append(one.relations, relations[w.Deprel])
		}
		all = append(all, one)
	}
	return all
}

// score counts what the network gets right.
type score struct{ words, upos, class, head, labelled int }

func (s score) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(s.words) }
	return fmt.Sprintf("UPOS %.2f UPOS+XPOS %.2f UAS %.2f LAS %.2f", share(s.upos), share(s.class), share(s.head), share(s.labelled))
}

// tagsBack sets the gradient of the tags.
func (p *pass) tagsBack(batch []*sentence) (loss float64) {
	for s, one := range batch {
		for i, gold := range one.classes {
			t := p.starts[s] + i
			if gold < 0 {
				continue
			}
			d := p.dtags[t*classWidth:][:p.n.classes]
			copy(d, p.tags[t*classWidth:])
			softmax(d)
			loss -= math.Log(float64(d[gold]) + 1e-9)
			d[gold]--
		}
	}
	return loss
}

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
			if good < 0.9999*all {
				clear(dhidden)
				for m, c := range cost {
					if c < 0 {
						continue
					}
					d := e[m] / all
					if c == least {
						d -= e[m] / good
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

// relate computes the scores of the relations between a word and its head.
func (p *pass) relate(start int, word, head int32, hidden, scores []float32) {
	n := p.n
	size := n.labels
	copy(hidden, n.bl.Value)
	tensor.Axpy(hidden, p.heads[(start+int(head))*2*size:][:size], 1)
	tensor.Axpy(hidden, p.heads[(start+int(word))*2*size+size:][:size], 1)
	for j, h := range hidden {
		if h < 0 {
			hidden[j] = 0
		}
	}
	copy(scores, n.br.Value)
	tensor.Mul(scores, hidden, n.wr.Value, 1, size, relationWidth)
}

// relationsBack sets the gradients of the relations of the right heads.
func (p *pass) relationsBack(batch []*sentence) (loss float64) {
	n := p.n
	size := n.labels
	hidden, dhidden, scores := make([]float32, size), make([]float32, size), make([]float32, relationWidth)
	for s, one := range batch {
		start := p.starts[s]
		for i, head := range one.heads {
			p.relate(start, int32(i), head, hidden, scores)
			gold := one.relations[i]
			softmax(scores[:n.relations])
			loss -= math.Log(float64(scores[gold]) + 1e-9)
			scores[gold]--
			for k := n.relations; k < relationWidth; k++ {
				scores[k] = 0
			}
			tensor.Axpy(n.br.Grad, scores, 1)
			for j, h := range hidden {
				dhidden[j] = 0
				if h > 0 {
					row := n.wr.Value[j*relationWidth:][:relationWidth]
					dhidden[j] = dot(scores, row)
					tensor.Axpy(n.wr.Grad[j*relationWidth:][:relationWidth], scores, h)
				}
			}
			tensor.Axpy(n.bl.Grad, dhidden, 1)
			tensor.Axpy(p.dheads[(start+int(head))*2*size:][:size], dhidden, 1)
			tensor.Axpy(p.dheads[(start+i)*2*size+size:][:size], dhidden, 1)
		}
	}
	return loss
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
			scores := p.decide(0, &state, &slots, &rows, hidden)
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
			c := argmax(p.tags[t*classWidth:][:n.classes])
			if c == gold {
				r.class++
			}
			if gold >= 0 && upos[c] == upos[gold] {
				r.upos++
			}
			if state.Heads[t] == one.heads[t] {
				r.head++
				p.relate(0, int32(t), one.heads[t], label, scores)
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

// plan says how long and how fast to learn.
type plan struct {
	epochs int
	words  int // a minibatch
	rate   float64
}

// fit trains the network.
func (n *network) fit(sentences []sentence, plan plan, random *rand.Rand, report func(epoch int, loss [3]float64)) {
	p := &pass{n: n, random: random, learn: true}
	order := random.Perm(len(sentences))
	words := 0
	for i := range sentences {
		words += len(sentences[i].forms)
	}
	steps, step := plan.epochs*words/plan.words, 0
	touched := map[int32]bool{}
	for epoch := range plan.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loss [3]float64
		for at := 0; at < len(order); {
			var batch []*sentence
			size := 0
			for at < len(order) && size < plan.words {
				batch = append(batch, vary(&sentences[order[at]], random))
				size += len(sentences[order[at]].forms)
				at++
			}
			explore := 0.9
			if epoch == 0 {
				explore = 0.1
			}
			p.forward(batch)
			loss[0] += p.tagsBack(batch)
			loss[1] += p.movesBack(batch, explore)
			loss[2] += p.relationsBack(batch)
			p.backward()
			step++
			scale := float32(1 / float64(size))
			norm := 0.0
			for _, a := range n.dense() {
				norm += a.Norm()
			}
			if norm = math.Sqrt(norm) * float64(scale); norm > 1 {
				scale /= float32(norm)
			}
			rate := float32(plan.rate * min(1, float64(step)/200) * max(0.02, 1-float64(step)/float64(steps)))
			for _, a := range n.dense() {
				a.Step(rate, scale, step)
			}
			clear(touched)
			for _, rows := range p.rows {
				for _, r := range rows {
					if r >= 0 && !touched[r] {
						touched[r] = true
						n.rows.Rows(int(r)*n.embed, int(r+1)*n.embed, rate, scale, step)
					}
				}
			}
		}
		for k := range loss {
			loss[k] /= float64(words)
		}
		report(epoch+1, loss)
	}
}

func stamp() string { return time.Now().Format("15:04:05") }
