package syntax

import (
	"math"
	"math/rand"
)

// drop says which shares of the table's sums and of the layers' outputs are left out at random.
type drop struct{ table, first, second float64 }

// plan says how long and how fast to learn.
type plan struct {
	epochs int
	words  int // a minibatch
	rate   float64
	drop   drop
	memory float64 // over which share of the training the parameters are averaged
}

// every is after how many steps the average takes in the parameters.
const every = 25

// fit trains the network.
func (n *network) fit(sentences []sentence, t *teachers, v *variants, plan plan, random *rand.Rand, report func(epoch int, loss [3]float64)) {
	p := &pass{n: n, random: random, learn: true, drop: plan.drop, teachers: t}
	order := random.Perm(len(sentences))
	words := 0
	for i := range sentences {
		words += len(sentences[i].forms)
	}
	steps, step := plan.epochs*words/plan.words, 0
	touched := make([]int, len(n.keys))
	for epoch := range plan.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loss [3]float64
		for at := 0; at < len(order); {
			var batch []*sentence
			size := 0
			for at < len(order) && size < plan.words {
				one := &sentences[order[at]]
				if v != nil {
					one = v.of(one, random)
				}
				batch = append(batch, one)
				size += len(sentences[order[at]].forms)
				at++
			}
			explore := 0.9
			if epoch == 0 {
				explore = 0.1
			}
			for _, s := range batch {
				if s.rows == nil {
					n.lookUp(s)
				}
			}
			if p.teachers != nil {
				p.teachers.read(batch)
			}
			p.forward(batch)
			loss[0] += p.tagsBack(batch)
			if n.second > 0 {
				loss[1] += p.movesBack(batch, explore)
				loss[2] += p.relationsBack(batch)
			}
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
			for _, rows := range p.rows {
				for _, r := range rows {
					if r >= 0 && touched[r] != step {
						touched[r] = step
						n.rows.Rows(int(r)*n.embed, int(r+1)*n.embed, rate, scale, step)
					}
				}
			}
			if averages := float64(step) / every; step%every == 0 {
				for _, a := range append(n.dense(), n.rows) {
					a.Average(float32(max(1/averages, every/(plan.memory*float64(steps)))))
				}
			}
		}
		for k := range loss {
			loss[k] /= float64(words)
		}
		if report != nil {
			report(epoch+1, loss)
		}
	}
	n.swap()
}

// swap puts the averages in the place of the parameters, or back.
func (n *network) swap() {
	for _, a := range append(n.dense(), n.rows) {
		a.Swap()
	}
}
