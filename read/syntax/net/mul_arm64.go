package net

// The vector instructions compute exactly what the plain loops in mul.go do: integers have one right answer. Every arm64 machine has them. Those that
// multiply bytes and add in one are of no use here: the numbers are words.

// side is the number of outputs that are summed up together, inputs the number of inputs that are taken at a time.
const (
	side   = 16
	inputs = 8
)

// laid lays out weights: for each block of 16 outputs, for each input, 16 weights.
func laid(weights []int16, k, n int) []int16 {
	out := make([]int16, 0, k*n)
	for first := 0; first < n; first += side {
		for i := range k {
			out = append(out, weights[i*n+first:i*n+first+side]...)
		}
	}
	return out
}

// blocks is mul with vector instructions.
func (m *matrix) blocks(y []int32, x []int16, rows int) {
	size, groups := m.k*side, (rows+3)/4
	if groups == 0 {
		return
	}
	y, x = y[:groups*4*m.n], x[:(groups*4-1)*m.step+m.k]
	for b := 0; b*side < m.n; b++ {
		block(&y[b*side], &x[0], &m.words[b*size], m.k/inputs, groups, m.n, m.step)
	}
}

//go:noescape
func block(y *int32, x, w *int16, eights, groups, stride, step int)

//go:noescape
func addBytes(y *int16, x *int8, n int)

//go:noescape
func addWords(y, x *int16, n int)

//go:noescape
func narrow(y *int16, x *int32, n int)

func gate(h *int16, state, sums *int32, tanh, sigmoid *int16, n, shift int) {}

// The numbers that narrow is written with.
var (
	_ [narrowShift - 13]struct{}
	_ [13 - narrowShift]struct{}
	_ [Most - 3200]struct{}
	_ [3200 - Most]struct{}
)

// vectors says whether they are used, which tests switch off; fours are those of another kind of machine.
var vectors, fours = true, false
