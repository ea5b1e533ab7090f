package net

import "golang.org/x/sys/cpu"

// The vector instructions compute exactly what the plain loops in mul.go do: integers have one right answer.

// inputs is the number of inputs that are taken at a time.
const inputs = 2

// laid lays out weights: for each block of 32 outputs, for each pair of inputs, 32 pairs of weights.
func laid(weights []int16, k, n int) []int16 {
	out := make([]int16, 0, k*n)
	for first := 0; first < n; first += width {
		for i := 0; i < k; i += 2 {
			for j := first; j < first+width; j++ {
				out = append(out, weights[i*n+j], weights[(i+1)*n+j])
			}
		}
	}
	return out
}

// blocks is mul with vector instructions.
func (m *matrix) blocks(y []int32, x []int16, rows int) {
	size, groups, eights := m.k*width, (rows+3)/4, (rows+3)/8
	y, x = y[:groups*4*m.n], x[:(groups*4-1)*m.step+m.k]
	for b := 0; b*width < m.n; b++ {
		w := &m.words[b*size]
		if fours {
			if eights > 0 {
				block8(&y[b*width], &x[0], w, m.k/2, eights, m.n, m.step)
			}
			if done := 2 * eights; done < groups {
				block4(&y[done*4*m.n+b*width], &x[done*4*m.step], w, m.k/2, groups-done, m.n, m.step)
			}
		} else {
			block(&y[b*width], &x[0], w, m.k/2, groups, m.n, m.step)
		}
	}
}

//go:noescape
func block(y *int32, x, w *int16, pairs, groups, stride, step int)

//go:noescape
func block4(y *int32, x, w *int16, pairs, groups, stride, step int)

//go:noescape
func block8(y *int32, x, w *int16, pairs, groups, stride, step int)

//go:noescape
func addBytes(y *int16, x *int8, n int)

//go:noescape
func addWords(y, x *int16, n int)

//go:noescape
func narrow(y *int16, x *int32, n int)

//go:noescape
func gate(h *int16, state, sums *int32, tanh, sigmoid *int16, n, shift int)

// The numbers that narrow and gate are written with.
var (
	_ [narrowShift - 13]struct{}
	_ [13 - narrowShift]struct{}
	_ [Most - 3200]struct{}
	_ [3200 - Most]struct{}
	_ [Curve - 4096]struct{}
	_ [4096 - Curve]struct{}
	_ [GateBits - 14]struct{}
	_ [14 - GateBits]struct{}
	_ [HiddenBits - 10]struct{}
	_ [10 - HiddenBits]struct{}
)

// vectors says whether this machine has them. Tests switch it off.
var vectors = cpu.X86.HasAVX2

// fours says whether it also has those that multiply and add in one.
var fours = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI
