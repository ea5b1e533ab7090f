package syntax

import (
	"math"
	"math/rand"

	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// pass is one minibatch on its way through the network. Sentences lie one behind the other, each followed by its root.
type pass struct {
	n          *network
	random     *rand.Rand
	learn      bool
	starts     []int // first row of each sentence
	total      int
	rows       [][net.Kinds]int32
	x, g1, h1  []float32 // after the table; gates of the first layer; its output
	c1         []float32
	tags       []float32
	g2, h2, c2 []float32
	slots      []float32
	heads      []float32
	mx, m1, m2 []float32 // dropout masks

	dx, dg1, dh1, dtags, dg2, dh2, dslots, dheads []float32
	transposed                                    []float32
}

const (
	dropTable  = 0.25
	dropFirst  = 0.3
	dropSecond = 0.3
)

func zero(s *[]float32, n int) []float32 {
	if cap(*s) < n {
		*s = make([]float32, n+n/4)
	}
	*s = (*s)[:n]
	clear(*s)
	return *s
}

// forward runs the two layers over sentences.
func (p *pass) forward(batch []*sentence) {
	n := p.n
	p.starts, p.rows = p.starts[:0], p.rows[:0]
	for _, s := range batch {
		p.starts = append(p.starts, len(p.rows))
		for i := range s.forms {
			var rows [net.Kinds]int32
			n.rowsOf(&s.forms[i], &rows)
			if p.learn {
				p.forget(&rows)
			}
			p.rows = append(p.rows, rows)
		}
		root := [net.Kinds]int32{net.Kinds, -1, -1, -1, -1, -1, -1, -1, -1}
		p.rows = append(p.rows, root)
	}
	T := len(p.rows)
	p.total = T
	x := zero(&p.x, T*n.embed)
	for t, rows := range p.rows {
		for _, r := range rows {
			if r >= 0 {
				tensor.Axpy(x[t*n.embed:(t+1)*n.embed], n.rows.Value[int(r)*n.embed:int(r+1)*n.embed], 1)
			}
		}
	}
	p.mx = p.drop(x, &p.mx, dropTable)
	fill(zero(&p.g1, T*6*n.first), n.b1.Value)
	tensor.Mul(p.g1, x, n.w1.Value, T, n.embed, 6*n.first)
	zero(&p.h1, T*2*n.first)
	zero(&p.c1, T*2*n.first)
	p.gates(p.g1, p.h1, p.c1, n.first)
	p.m1 = p.drop(p.h1, &p.m1, dropFirst)
	fill(zero(&p.tags, T*classWidth), n.bt.Value)
	tensor.Mul(p.tags, p.h1, n.wt.Value, T, 2*n.first, classWidth)
	fill(zero(&p.g2, T*6*n.second), n.b2.Value)
	tensor.Mul(p.g2, p.h1, n.w2.Value, T, 2*n.first, 6*n.second)
	zero(&p.h2, T*2*n.second)
	zero(&p.c2, T*2*n.second)
	p.gates(p.g2, p.h2, p.c2, n.second)
	p.m2 = p.drop(p.h2, &p.m2, dropSecond)
	tensor.Mul(zero(&p.slots, T*net.Slots*n.moves), p.h2, n.ws.Value, T, 2*n.second, net.Slots*n.moves)
	tensor.Mul(zero(&p.heads, T*2*n.labels), p.h2, n.wl.Value, T, 2*n.second, 2*n.labels)
	if p.learn {
		zero(&p.dtags, len(p.tags))
		zero(&p.dslots, len(p.slots))
		zero(&p.dheads, len(p.heads))
	}
}

// forget replaces rare words by the unknown word now and then, so that the unknown has something to learn from.
func (p *pass) forget(rows *[net.Kinds]int32) {
	for k, r := range rows {
		if r > net.Kinds {
			rate := 0.25
			if k > 1 {
				rate = 0.1
			}
			if p.random.Float64() < rate/(rate+float64(p.n.counts[r])) || k < 2 && p.random.Float64() < 0.02 {
				rows[k] = int32(k)
			}
		}
	}
}

func (p *pass) drop(x []float32, mask *[]float32, rate float64) []float32 {
	if !p.learn {
		return *mask
	}
	m := zero(mask, len(x))
	keep := float32(1 / (1 - rate))
	limit := uint32(rate * (1 << 16))
	for i := 0; i < len(x); i += 4 { // 16 random bits each
		bits := p.random.Uint64()
		for k := i; k < min(i+4, len(x)); k++ {
			if uint32(bits&0xFFFF) >= limit {
				m[k] = keep
			}
			x[k] *= m[k]
			bits >>= 16
		}
	}
	return m
}

func fill(y, bias []float32) {
	for i := 0; i < len(y); i += len(bias) {
		copy(y[i:], bias)
	}
}

// gates runs a gated layer in both directions. Each direction has three blocks of gates a word: candidate, forget, output. The gates are replaced by
// their values.
func (p *pass) gates(g, h, c []float32, size int) {
	for s, start := range p.starts {
		end := p.total
		if s+1 < len(p.starts) {
			end = p.starts[s+1]
		}
		for direction := range 2 {
			first, last, step := start, end, 1
			if direction == 1 {
				first, last, step = end-1, start-1, -1
			}
			var before []float32
			for t := first; t != last; t += step {
				gt := g[t*6*size+direction*3*size:][:3*size]
				ct, ht := c[t*2*size+direction*size:][:size], h[t*2*size+direction*size:][:size]
				for j := range size {
					z, f, o := tanh(gt[j]), sigmoid(gt[size+j]), sigmoid(gt[2*size+j])
					gt[j], gt[size+j], gt[2*size+j] = z, f, o
					state := (1 - f) * z
					if before != nil {
						state += f * before[j]
					}
					ct[j] = state
					ht[j] = o * state
				}
				before = ct
			}
		}
	}
}

// gatesBack turns dh, the gradient of the layer's output, into dg, that of its gates before their functions.
func (p *pass) gatesBack(dg, dh, g, c []float32, size int) {
	carry := make([]float32, size)
	for s, start := range p.starts {
		end := p.total
		if s+1 < len(p.starts) {
			end = p.starts[s+1]
		}
		for direction := range 2 {
			first, last, step := end-1, start-1, -1
			if direction == 1 {
				first, last, step = start, end, 1
			}
			clear(carry)
			for t := first; t != last; t += step {
				gt := g[t*6*size+direction*3*size:][:3*size]
				dgt := dg[t*6*size+direction*3*size:][:3*size]
				ct, dht := c[t*2*size+direction*size:][:size], dh[t*2*size+direction*size:][:size]
				var before []float32
				if t+step != last {
					before = c[(t+step)*2*size+direction*size:][:size]
				}
				for j := range size {
					z, f, o := gt[j], gt[size+j], gt[2*size+j]
					dc := carry[j] + dht[j]*o
					dgt[2*size+j] = dht[j] * ct[j] * o * (1 - o)
					dgt[j] = dc * (1 - f) * (1 - z*z)
					b := float32(0)
					if before != nil {
						b = before[j]
					}
					dgt[size+j] = dc * (b - z) * f * (1 - f)
					carry[j] = dc * f
				}
			}
		}
	}
}

func sigmoid(x float32) float32 { return 0.5 + 0.5*tanh(0.5*x) }

// tanh by a rational function, good to 1e-4; training does not care.
func tanh(x float32) float32 {
	if x > 4.97 {
		return 1
	}
	if x < -4.97 {
		return -1
	}
	y := x * x
	return x * (135135 + y*(17325+y*(378+y))) / (135135 + y*(62370+y*(3150+y*28)))
}

// backward carries the gradients of tags, slots and heads down to all parameters.
func (p *pass) backward() {
	n, T := p.n, p.total
	scale := func(d, mask []float32) {
		for i := range d {
			d[i] *= mask[i]
		}
	}
	// slots and heads → second layer
	zero(&p.dh2, len(p.h2))
	p.linearBack(n.ws, p.dh2, p.h2, p.dslots, T, 2*n.second, net.Slots*n.moves)
	p.linearBack(n.wl, p.dh2, p.h2, p.dheads, T, 2*n.second, 2*n.labels)
	scale(p.dh2, p.m2)
	zero(&p.dg2, len(p.g2))
	p.gatesBack(p.dg2, p.dh2, p.g2, p.c2, n.second)
	zero(&p.dh1, len(p.h1))
	p.linearBack(n.w2, p.dh1, p.h1, p.dg2, T, 2*n.first, 6*n.second)
	biasBack(n.b2, p.dg2)
	p.linearBack(n.wt, p.dh1, p.h1, p.dtags, T, 2*n.first, classWidth)
	biasBack(n.bt, p.dtags)
	scale(p.dh1, p.m1)
	zero(&p.dg1, len(p.g1))
	p.gatesBack(p.dg1, p.dh1, p.g1, p.c1, n.first)
	zero(&p.dx, len(p.x))
	p.linearBack(n.w1, p.dx, p.x, p.dg1, T, n.embed, 6*n.first)
	biasBack(n.b1, p.dg1)
	scale(p.dx, p.mx)
	for t, rows := range p.rows {
		for _, r := range rows {
			if r >= 0 {
				tensor.Axpy(n.rows.Grad[int(r)*n.embed:int(r+1)*n.embed], p.dx[t*n.embed:(t+1)*n.embed], 1)
			}
		}
	}
}

// linearBack adds to dx and to the gradient of w for y = x · w.
func (p *pass) linearBack(w *tensor.Adam, dx, x, dy []float32, t, k, n int) {
	transposed := zero(&p.transposed, k*n)
	tensor.Transpose(transposed, w.Value, k, n)
	tensor.Mul(dx, dy, transposed, t, n, k)
	tensor.MulLeft(w.Grad, x, dy, t, k, n)
}

func biasBack(b *tensor.Adam, dy []float32) {
	n := len(b.Value)
	for i := 0; i < len(dy); i += n {
		tensor.Axpy(b.Grad, dy[i:i+n], 1)
	}
}

// softmax replaces scores by probabilities and returns the index of the largest.
func softmax(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	top, sum := scores[best], float32(0)
	for i, s := range scores {
		scores[i] = exp(s - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	return best
}

// exp of a number that is not above 0, good to 1e-6.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	x *= 1.44269504 // to powers of two
	whole := int32(x)
	r := (x - float32(whole)) * 0.69314718
	e := 1 + r*(1+r*(0.5+r*(0.16666667+r*(0.041666667+r*(0.0083333333+r*(0.0013888889+r*0.00019841270))))))
	return e * math.Float32frombits(uint32(whole+127)<<23)
}
