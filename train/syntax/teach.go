package syntax

import "github.com/hearsay-news/hearsay/read/syntax/net"

// teachers are trained networks that agree on what a younger one should learn: their mean probabilities know more than each alone, and they
// have an opinion on sentences that nobody annotated.
type teachers struct {
	passes []*pass
	hidden []float32
	scores []float32
}

func newTeachers(networks []*network) *teachers {
	t := &teachers{}
	for _, n := range networks {
		t.passes = append(t.passes, &pass{n: n})
		t.hidden = make([]float32, max(len(t.hidden), n.moves, n.labels))
	}
	t.scores = make([]float32, max(networks[0].width(), relationWidth))
	return t
}

// read runs them over a minibatch.
func (t *teachers) read(batch []*sentence) {
	for _, p := range t.passes {
		p.forward(batch)
	}
}

// tags adds their mean probabilities of the classes of row r, times share, to out.
func (t *teachers) tags(r int, share float32, out []float32) {
	for _, p := range t.passes {
		scores := t.scores[:p.n.classes]
		copy(scores, p.tags[r*p.n.width():])
		softmax(scores)
		t.add(scores, share, out)
	}
}

// moves does the same for the legal moves of a state.
func (t *teachers) moves(start int, state *net.State, share float32, out []float32) {
	var slots [net.Slots]int32
	var rows [net.Rows]int32
	for _, p := range t.passes {
		scores := p.decide(start, state, &slots, &rows, t.hidden[:p.n.moves])
		for m := range scores {
			if !state.Legal(net.Move(m)) {
				scores[m] = never
			}
		}
		softmax(scores[:])
		t.add(scores[:], share, out)
	}
}

const never = -1e9

// relations does the same for the relations of a word to a head.
func (t *teachers) relations(start int, word, head int32, share float32, out []float32) {
	for _, p := range t.passes {
		p.relate(start, word, head, t.hidden[:p.n.labels], t.scores[:relationWidth])
		scores := t.scores[:p.n.relations]
		softmax(scores)
		t.add(scores, share, out)
	}
}

func (t *teachers) add(scores []float32, share float32, out []float32) {
	share /= float32(len(t.passes))
	for i, s := range scores {
		out[i] += share * s
	}
}

// annotate sets what they find best in a sentence.
func (t *teachers) annotate(s *sentence, root int) {
	t.read([]*sentence{s})
	n := len(s.forms)
	s.classes, s.relations = make([]int, n), make([]int, n)
	var state net.State
	state.Reset(n)
	for !state.Done() {
		var shares [net.Moves]float32
		t.moves(1, &state, 1, shares[:])
		best := net.Moves
		for m := range net.Moves {
			if state.Legal(m) && (best == net.Moves || shares[m] > shares[best]) {
				best = m
			}
		}
		state.Do(best)
	}
	s.heads = append([]int32(nil), state.Heads[:n]...)
	width := t.passes[0].n.sizes
	for i := range s.forms {
		tags, relations := make([]float32, width.classes), make([]float32, width.relations)
		t.tags(1+i, 1, tags)
		s.classes[i] = argmax(tags)
		t.relations(1, int32(i), s.heads[i], 1, relations)
		relations[root] = 0
		s.relations[i] = root
		if int(s.heads[i]) < n {
			s.relations[i] = argmax(relations)
		}
	}
}
