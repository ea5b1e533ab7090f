package syntax

import (
	"math/rand"

	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// pass is one minibatch on its way through the network. Sentences lie one behind the other, each followed by its root,
// with an empty row before the first and after each.
type pass struct {
	n          *network
	random     *rand.Rand
	learn      bool
	drop       drop
	teachers   *teachers // nil for a network that learns alone
	starts     []int     // first row of each sentence
	ends       []int     // the row after its root: an empty one
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
	p.starts, p.ends, p.rows = p.starts[:0], p.ends[:0], append(p.rows[:0], nowhere)
	for _, s := range batch {
		p.starts = append(p.starts, len(p.rows))
		for i := range s.forms {
			var rows [net.Kinds]int32
			if s.rows != nil {
				rows = s.rows[i]
			} else {
				n.rowsOf(&s.forms[i], &rows)
			}
			if p.learn {
				p.forget(&rows)
			}
			p.rows = append(p.rows, rows)
		}
		root := nowhere
		root[0] = net.Kinds
		p.rows = append(p.rows, root, nowhere)
		p.ends = append(p.ends, len(p.rows)-1)
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
	p.mx = p.leave(x, &p.mx, p.drop.table)
	fill(zero(&p.g1, T*6*n.first), n.b1.Value)
	p.window(p.g1, x, n.w1.Value, n.embed, 6*n.first)
	zero(&p.h1, T*2*n.first)
	zero(&p.c1, T*2*n.first)
	p.gates(p.g1, p.h1, p.c1, n.first)
	p.m1 = p.leave(p.h1, &p.m1, p.drop.first)
	if n.second == 0 {
		p.tag(p.h1)
		zero(&p.dtags, len(p.tags))
		return
	}
	fill(zero(&p.g2, T*6*n.second), n.b2.Value)
	p.window(p.g2, p.h1, n.w2.Value, 2*n.first, 6*n.second)
	zero(&p.h2, T*2*n.second)
	zero(&p.c2, T*2*n.second)
	p.gates(p.g2, p.h2, p.c2, n.second)
	tensor.Axpy(p.h2, p.h1, 1) // what the first layer knows goes past the second as well
	p.m2 = p.leave(p.h2, &p.m2, p.drop.second)
	p.tag(p.h2)
	tensor.Mul(zero(&p.slots, T*net.Slots*n.moves), p.h2, n.ws.Value, T, 2*n.second, net.Slots*n.moves)
	tensor.Mul(zero(&p.heads, T*2*n.labels), p.h2, n.wl.Value, T, 2*n.second, 2*n.labels)
	if p.learn {
		zero(&p.dtags, len(p.tags))
		zero(&p.dslots, len(p.slots))
		zero(&p.dheads, len(p.heads))
	}
}

var nowhere = func() (rows [net.Kinds]int32) {
	for k := range rows {
		rows[k] = -1
	}
	return rows
}()

// window adds to y what the rows of x and their neighbours give: y[t] += x[t-1] · before + x[t] · here + x[t+1] · after.
func (p *pass) window(y, x, w []float32, k, n int) {
	T, part := p.total, k*n
	tensor.Mul(y[n:], x, w[:part], T-1, k, n)
	tensor.Mul(y, x, w[part:2*part], T, k, n)
	tensor.Mul(y, x[k:], w[2*part:], T-1, k, n)
}

// tag computes the scores of the classes from a layer.
func (p *pass) tag(h []float32) {
	n, T := p.n, p.total
	fill(zero(&p.tags, T*n.width()), n.bt.Value)
	tensor.Mul(p.tags, h, n.wt.Value, T, 2*n.first, n.width())
	tensor.Mul(p.tags, p.x, n.wx.Value, T, n.embed, n.width())
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

// leave leaves out a share of the numbers, and makes up for it with the rest.
func (p *pass) leave(x []float32, mask *[]float32, rate float64) []float32 {
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
