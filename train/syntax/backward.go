package syntax

import (
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// backward carries the gradients of tags, slots and heads down to all parameters.
func (p *pass) backward() {
	n, T := p.n, p.total
	if n.second == 0 {
		p.linearBack(n.wt.Value, n.wt.Grad, zero(&p.dh1, len(p.h1)), p.h1, p.dtags, T, 2*n.first, n.width())
		p.firstBack()
		return
	}
	// slots and heads → second layer
	zero(&p.dh2, len(p.h2))
	p.linearBack(n.ws.Value, n.ws.Grad, p.dh2, p.h2, p.dslots, T, 2*n.second, net.Slots*n.moves)
	p.linearBack(n.wl.Value, n.wl.Grad, p.dh2, p.h2, p.dheads, T, 2*n.second, 2*n.labels)
	p.linearBack(n.wt.Value, n.wt.Grad, p.dh2, p.h2, p.dtags, T, 2*n.first, n.width())
	scale(p.dh2, p.m2)
	zero(&p.dg2, len(p.g2))
	p.gatesBack(p.dg2, p.dh2, p.g2, p.c2, n.second)
	copy(zero(&p.dh1, len(p.h1)), p.dh2)
	p.windowBack(n.w2, p.dh1, p.h1, p.dg2, 2*n.first, 6*n.second)
	biasBack(n.b2, p.dg2)
	p.firstBack()
}

// firstBack goes on from the first layer.
func (p *pass) firstBack() {
	n, T := p.n, p.total
	biasBack(n.bt, p.dtags)
	scale(p.dh1, p.m1)
	zero(&p.dg1, len(p.g1))
	p.gatesBack(p.dg1, p.dh1, p.g1, p.c1, n.first)
	zero(&p.dx, len(p.x))
	p.linearBack(n.wx.Value, n.wx.Grad, p.dx, p.x, p.dtags, T, n.embed, n.width())
	p.windowBack(n.w1, p.dx, p.x, p.dg1, n.embed, 6*n.first)
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

func scale(d, mask []float32) {
	for i := range d {
		d[i] *= mask[i]
	}
}

// linearBack adds to dx and to the gradient of w for y = x · w.
func (p *pass) linearBack(w, dw, dx, x, dy []float32, t, k, n int) {
	transposed := zero(&p.transposed, k*n)
	tensor.Transpose(transposed, w, k, n)
	tensor.Mul(dx, dy, transposed, t, n, k)
	tensor.MulLeft(dw, x, dy, t, k, n)
}

// windowBack does the same for window.
func (p *pass) windowBack(w *tensor.Adam, dx, x, dy []float32, k, n int) {
	T, part := p.total, k*n
	p.linearBack(w.Value[:part], w.Grad[:part], dx, x, dy[n:], T-1, k, n)
	p.linearBack(w.Value[part:2*part], w.Grad[part:2*part], dx, x, dy, T, k, n)
	p.linearBack(w.Value[2*part:], w.Grad[2*part:], dx[k:], x[k:], dy, T-1, k, n)
}

func biasBack(b *tensor.Adam, dy []float32) {
	n := len(b.Value)
	for i := 0; i < len(dy); i += n {
		tensor.Axpy(b.Grad, dy[i:i+n], 1)
	}
}
