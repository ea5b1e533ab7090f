package syntax

import (
	"math"
	"math/rand"
)

// plan says how long and how fast to learn.
type plan struct {
	epochs int
	words  int // a minibatch
	rate   float64
}

// fit trains the network.
func (n *network) fit(sentences []sentence, v *variants, plan plan, random *rand.Rand, report func(epoch int, loss [3]float64)) {
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
				batch = append(batch, v.of(&sentences[order[at]], random))
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
