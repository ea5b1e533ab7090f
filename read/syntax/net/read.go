package net

import "github.com/hearsay-news/hearsay/read/syntax/forms"

// Scratch is the working memory of one sentence at a time. It must not be shared between goroutines.
type Scratch struct {
	x, h1, h2 []int16
	g, sums   []int32
	slots     []int16
	heads     []int16
	hidden    []int16
	states    []int32
	state     State
	known     known
}

// Tag sets the class of each word.
func (m *Model) Tag(s *Scratch, words []forms.Form, classes []uint8) {
	scores, width := m.Scores(s, words)
	for t := range words {
		best := 0
		for c, v := range scores[t*width:][:len(m.Classes)] {
			if v > scores[t*width+best] {
				best = c
			}
		}
		classes[t] = uint8(best)
	}
}

// Scores computes how well each class suits each word, with ScoreBits behind the point: a row of width numbers a word, of which the first are the
// classes. They are overwritten by the next sentence.
func (m *Model) Scores(s *Scratch, words []forms.Form) (scores []int32, width int) {
	n, width := len(words), len(m.bt)
	if n == 0 {
		return nil, width
	}
	m.first(s, words)
	top := s.h1[2*m.First:]
	if m.Second > 0 {
		m.second(s, n+1)
		top = s.h2
	}
	s.sums = fillWith(s.sums, m.bt, n)
	m.wt.mul(s.sums, top, n)
	m.wx.mul(s.sums, s.x[m.Embed:], n)
	return s.sums, width
}

// first runs the table and the first layer over the words and the root behind them. An empty row stands before and behind those of a layer, so that
// every word has two neighbours.
func (m *Model) first(s *Scratch, words []forms.Form) {
	n := len(words) + 1
	s.x = room(s.x, n+2, m.Embed)
	clear(s.x)
	var keys [Kinds]uint32
	apart := m.apart[0].k > 0
	s.known.begin(m, n)
	for t := range words {
		Keys(&words[t], &keys)
		if apart {
			s.known.ask(t, keys)
		}
		x := s.x[(t+1)*m.Embed : (t+2)*m.Embed]
		for k, key := range keys {
			if key != 0 {
				row := m.row(k, key)
				sum8(x, m.rows[row*m.Embed:(row+1)*m.Embed])
			}
		}
	}
	sum8(s.x[n*m.Embed:(n+1)*m.Embed], m.rows[Kinds*m.Embed:(Kinds+1)*m.Embed])
	s.g = fillWith(s.g, m.b1, n)
	if apart {
		s.known.ask(n-1, rootKeys)
		s.known.add(m, s.g, s.x[m.Embed:])
	} else {
		m.w1.mul(s.g, s.x, n)
	}
	s.h1 = layer(s.h1, n, 2*m.First)
	m.gates(s, s.h1[2*m.First:], n, m.First, RowBits+WeightBits-IndexBits)
}

// layer makes n rows between two empty ones.
func layer(h []int16, n, size int) []int16 {
	h = room(h, n+2, size)
	clear(h[:size])
	clear(h[(n+1)*size:])
	return h
}

// second runs the second layer, past which goes what the first one knows.
func (m *Model) second(s *Scratch, n int) {
	s.g = fillWith(s.g, m.b2, n)
	m.w2.mul(s.g, s.h1, n)
	s.h2 = room(s.h2, n, 2*m.Second)
	m.gates(s, s.h2, n, m.Second, HiddenBits+WeightBits-IndexBits)
	sum16(s.h2, s.h1[2*m.First:])
}

// give multiplies the second layer with a matrix and keeps few bits of the result, so little that ten of them still fit a word.
func (m *Model) give(s *Scratch, w *matrix, out []int16, n int) []int16 {
	s.sums = room(s.sums, n, w.n)
	clear(s.sums)
	w.mul(s.sums, s.h2, n)
	out = grow(out, n*w.n)
	slots(out, s.sums)
	return out
}

// Most bounds what one word gives to a decision.
const Most = 25 << SlotBits

// gates runs the gates in s.g in both directions.
func (m *Model) gates(s *Scratch, h []int16, n, size, shift int) {
	s.states = grow(s.states, size)
	for direction := range 2 {
		t, last, step := 0, n, 1
		if direction == 1 {
			t, last, step = n-1, -1, -1
		}
		state := s.states[:size]
		clear(state)
		for ; t != last; t += step {
			at := t*2*size + direction*size
			m.gate(h[at:at+size], state, s.g[t*6*size+direction*3*size:][:3*size], shift)
		}
	}
}

// gate takes one word through the gates of one direction: g holds the sums of z, of f and of o.
func (m *Model) gate(out []int16, state, g []int32, shift int) {
	size := len(state)
	if fours && size%16 == 0 {
		gate(&out[0], &state[0], &g[0], &m.tanh[0], &m.sigmoid[0], size, shift)
		return
	}
	tanh, sigmoid, bits := (*[Curve]int16)(m.tanh), (*[Curve]int16)(m.sigmoid), uint32(shift)
	zs, fs, os := g[:size], g[size:][:size], g[2*size:][:size]
	out = out[:size]
	for j, c := range state {
		z := int32(tanh[point(zs[j], bits)])
		f := int32(sigmoid[point(fs[j], bits)])
		o := int32(sigmoid[point(os[j], bits)])
		c = (f*c + (1<<GateBits-f)*z + 1<<(GateBits-1)) >> GateBits
		state[j] = c
		out[j] = int16((o*c + 1<<(2*GateBits-HiddenBits-1)) >> (2*GateBits - HiddenBits))
	}
}

// point is the place of a sum on the curves.
func point(v int32, bits uint32) uint32 {
	p := v>>(bits&31) + Curve/2
	if uint32(p) >= Curve {
		if p < 0 {
			return 0
		}
		return Curve - 1
	}
	return uint32(p) & (Curve - 1)
}

// fillWith repeats the biases for n rows.
func fillWith(y, bias []int32, n int) []int32 {
	y = room(y, n, len(bias))
	for i := 0; i < len(y); i += len(bias) {
		copy(y[i:], bias)
	}
	return y
}
