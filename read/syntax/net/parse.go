package net

import "github.com/hearsay-news/hearsay/read/syntax/forms"

// Parse finds the head of each word (len(words) stands for the root) and its relation.
func (m *Model) Parse(s *Scratch, words []forms.Form, heads []int32, relations []uint8) {
	n := len(words)
	if n == 0 {
		return
	}
	m.first(s, words)
	m.second(s, n+1)
	m.parse(s, n, heads, relations)
}

// Layer is what the layers made of the words that were tagged last. It is overwritten by the next sentence.
func (s *Scratch) Layer() []int16 { return s.h2 }

// Resume parses a sentence from its kept Layer: what Parse gives, without the layers' work.
func (m *Model) Resume(s *Scratch, layer []int16, heads []int32, relations []uint8) {
	s.h2 = room(s.h2, len(heads)+1, 2*m.Second)
	copy(s.h2, layer)
	m.parse(s, len(heads), heads, relations)
}

// parse goes on from the second layer of n words: what they give to the decisions, then the decisions.
func (m *Model) parse(s *Scratch, n int, heads []int32, relations []uint8) {
	s.slots = m.give(s, &m.ws, s.slots, n+1)
	s.heads = m.give(s, &m.wl, s.heads, n+1)
	s.state.Reset(n)
	s.hidden = grow(s.hidden, max(m.Moves, m.Labels))
	var slots [Slots]int32
	var rows [Rows]int32
	for !s.state.Done() {
		s.state.Do(m.decide(s, &slots, &rows))
	}
	copy(heads, s.state.Heads[:n])
	m.relate(s, heads, relations)
}

// decide returns the best legal move.
func (m *Model) decide(s *Scratch, slots *[Slots]int32, rows *[Rows]int32) Move {
	only, legal := Shift, 0
	for move := range Moves {
		if s.state.Legal(move) {
			only = move
			legal++
		}
	}
	if legal == 1 {
		return only
	}
	s.state.Look(slots, rows)
	hidden := s.hidden[:m.Moves]
	copy(hidden, m.bs)
	for k, w := range slots {
		if w < 0 {
			sum16(hidden, m.missing[k*m.Moves:(k+1)*m.Moves])
		} else {
			sum16(hidden, s.slots[(int(w)*Slots+k)*m.Moves:][:m.Moves])
		}
	}
	for _, r := range rows {
		sum16(hidden, m.small[int(r)*m.Moves:][:m.Moves])
	}
	w0, w1, w2 := m.wm[:m.Moves], m.wm[m.Moves:2*m.Moves], m.wm[2*m.Moves:3*m.Moves]
	score := [Moves]int32{m.bm[0], m.bm[1], m.bm[2]}
	for j, h := range hidden {
		if h > 0 {
			v := int32(h)
			score[0] += v * int32(w0[j])
			score[1] += v * int32(w1[j])
			score[2] += v * int32(w2[j])
		}
	}
	best := only
	for move := range Moves {
		if s.state.Legal(move) && score[move] > score[best] {
			best = move
		}
	}
	return best
}

// relate names the relation of each word to its head; root is what the root's word is called, and no other.
func (m *Model) relate(s *Scratch, heads []int32, relations []uint8) {
	n, size := len(heads), m.Labels
	s.x = room(s.x, n, size)
	for i, head := range heads {
		hidden := s.x[i*size : (i+1)*size]
		copy(hidden, m.bl)
		sum16(hidden, s.heads[int(head)*2*size:][:size])
		sum16(hidden, s.heads[i*2*size+size:][:size])
		for j, h := range hidden {
			hidden[j] = max(0, h)
		}
	}
	s.sums = fillWith(s.sums, m.br, n)
	m.wr.mul(s.sums, s.x, n)
	for i := range heads {
		if int(heads[i]) == n {
			relations[i] = m.root
			continue
		}
		scores := s.sums[i*RelationWidth:][:len(m.Relations)]
		best := -1
		for r, v := range scores {
			if uint8(r) != m.root && (best < 0 || v > scores[best]) {
				best = r
			}
		}
		relations[i] = uint8(best)
	}
}
