package syntax

import (
	"math"

	"github.com/hearsay-news/hearsay/train/tensor"
)

// tagsBack sets the gradient of the tags.
func (p *pass) tagsBack(batch []*sentence) (loss float64) {
	for s, one := range batch {
		for i, gold := range one.classes {
			t := p.starts[s] + i
			if gold < 0 {
				continue
			}
			d := p.dtags[t*p.n.width():][:p.n.classes]
			copy(d, p.tags[t*p.n.width():])
			softmax(d)
			loss -= math.Log(float64(d[gold]) + 1e-9)
			trust := p.trust(one)
			d[gold] -= trust
			if trust < 1 {
				p.teachers.tags(t, trust-1, d)
			}
		}
	}
	return loss
}

// trust is how much of what a sentence teaches comes from its own annotation, not from the teachers.
func (p *pass) trust(s *sentence) float32 {
	switch {
	case p.teachers == nil:
		return 1
	case s.silver:
		return 0
	}
	return 0.5
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
			trust := p.trust(one)
			scores[gold] -= trust
			if trust < 1 {
				p.teachers.relations(start, int32(i), head, trust-1, scores)
			}
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
