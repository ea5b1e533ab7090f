package syntax

import "github.com/hearsay-news/hearsay/train/tensor"

// gates runs a gated layer in both directions. Each direction has three blocks of gates a word: candidate, forget, output. The gates are replaced by
// their values.
func (p *pass) gates(g, h, c []float32, size int) {
	for s, start := range p.starts {
		end := p.ends[s]
		for direction := range 2 {
			first, last, step := start, end, 1
			if direction == 1 {
				first, last, step = end-1, start-1, -1
			}
			var before []float32
			for t := first; t != last; t += step {
				gt := g[t*6*size+direction*3*size:][:3*size]
				ct, ht := c[t*2*size+direction*size:][:size], h[t*2*size+direction*size:][:size]
				tensor.Tanh(gt[:size])
				tensor.Sigmoid(gt[size:])
				for j, z := range gt[:size] {
					f, o := gt[size+j], gt[2*size+j]
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
		end := p.ends[s]
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
