package syntax

import (
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

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
	copy(zero(&p.dh1, len(p.h1)), p.dh2)
	p.linearBack(n.w2, p.dh1, p.h1, p.dg2, T, 2*n.first, 6*n.second)
	biasBack(n.b2, p.dg2)
	p.linearBack(n.wt, p.dh1, p.h1, p.dtags, T, 2*n.first, classWidth)
	biasBack(n.bt, p.dtags)
	scale(p.dh1, p.m1)
	zero(&p.dg1, len(p.g1))
	p.gatesBack(p.dg1, p.dh1, p.g1, p.c1, n.first)
	zero(&p.dx, len(p.x))
	p.linearBack(n.wx, p.dx, p.x, p.dtags, T, n.embed, classWidth)
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
