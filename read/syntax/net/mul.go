package net

// width is the number of outputs that are summed up side by side.
const width = 32

// matrix holds K×N weights laid out for mul: for each block of 32 outputs, for each pair of inputs, 32 pairs of weights.
type matrix struct {
	k, n int
	w    []int16
}

// newMatrix lays out weights given row by row, a row an input.
func newMatrix(weights []int16, k, n int) matrix {
	m := matrix{k, n, make([]int16, k*n)}
	at := 0
	for first := 0; first < n; first += width {
		for i := 0; i < k; i += 2 {
			for j := first; j < first+width; j++ {
				m.w[at], m.w[at+1] = weights[i*n+j], weights[(i+1)*n+j]
				at += 2
			}
		}
	}
	return m
}

// mul adds x (rows × K) times the matrix to y (rows × N).
func (m *matrix) mul(y []int32, x []int16, rows int) {
	size := m.k * width
	for b := 0; b*width < m.n; b++ {
		w := m.w[b*size : (b+1)*size]
		if vectors {
			block(&y[b*width], &x[0], &w[0], m.k/2, rows, m.n)
			continue
		}
		for r := range rows {
			sums := y[r*m.n+b*width:][:width]
			for p := 0; p < m.k; p += 2 {
				x0, x1 := int32(x[r*m.k+p]), int32(x[r*m.k+p+1])
				if x0|x1 == 0 {
					continue
				}
				pairs := w[p*width:][:2*width]
				for j := range sums {
					sums[j] += x0*int32(pairs[2*j]) + x1*int32(pairs[2*j+1])
				}
			}
		}
	}
}

// sum8 adds bytes to words, sum16 words to words; lengths are multiples of 16.
func sum8(y []int16, x []int8) {
	if vectors {
		addBytes(&y[0], &x[0], len(y))
		return
	}
	x = x[:len(y)]
	for i, v := range x {
		y[i] += int16(v)
	}
}

func sum16(y, x []int16) {
	if vectors {
		addWords(&y[0], &x[0], len(y))
		return
	}
	x = x[:len(y)]
	for i, v := range x {
		y[i] += v
	}
}
