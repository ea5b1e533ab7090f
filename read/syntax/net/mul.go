package net

// width is the number of outputs that a matrix has a multiple of.
const width = 32

// matrix holds K×N weights, laid out for the vector instructions or for the plain loops.
type matrix struct {
	k, n   int
	step   int     // how far the rows of x are apart: k, unless they overlap
	words  []int16 // as the vector instructions of this machine take them
	packed []int64 // for each block of 16 outputs, for each input, 8 pairs of weights: one in the low half, one in the high half
}

// newMatrix lays out weights given row by row, a row an input.
func newMatrix(weights []int16, k, n int) matrix {
	m := matrix{k: k, n: n, step: k}
	if vectors && k%inputs == 0 {
		m.words = laid(weights, k, n)
		return m
	}
	m.packed = make([]int64, 0, k*n/2)
	for first := 0; first < n; first += 16 {
		for i := range k {
			for j := first; j < first+8; j++ {
				m.packed = append(m.packed, int64(weights[i*n+j])+int64(weights[i*n+j+8])<<32)
			}
		}
	}
	return m
}

// newWindow makes a matrix that takes three rows of k as one: a word and its neighbours.
func newWindow(weights []int16, k, n int) matrix {
	m := newMatrix(weights, 3*k, n)
	m.step = k
	return m
}

// room makes a slice of rows, behind which there is space for three more: mul may read and write those, and what they hold means nothing.
func room[T any](s []T, rows, n int) []T {
	if need := (rows + 3) * n; cap(s) < need {
		s = make([]T, need, need+need/2)
	}
	return s[:rows*n]
}

// mul adds x (rows × K) times the matrix to y (rows × N). Both have room behind their last row. No sum may leave 32 bits; a test holds the model's weights to that.
func (m *matrix) mul(y []int32, x []int16, rows int) {
	if m.packed != nil {
		m.plain(y, x, rows)
		return
	}
	m.blocks(y, x, rows)
}

// plain does two products with one multiplication: x times (high<<32 + low) is (x·high)<<32 + x·low, and so are sums of such.
func (m *matrix) plain(y []int32, x []int16, rows int) {
	size := m.k * 8
	for b := 0; b*16 < m.n; b++ {
		w := m.packed[b*size : (b+1)*size]
		for r := range rows {
			var s0, s1, s2, s3, s4, s5, s6, s7 int64
			for i, v := range x[r*m.step : r*m.step+m.k] {
				v, p := int64(v), w[i*8:i*8+8:i*8+8]
				s0 += v * p[0]
				s1 += v * p[1]
				s2 += v * p[2]
				s3 += v * p[3]
				s4 += v * p[4]
				s5 += v * p[5]
				s6 += v * p[6]
				s7 += v * p[7]
			}
			out := y[r*m.n+b*16:][:16:16]
			for j, s := range [8]int64{s0, s1, s2, s3, s4, s5, s6, s7} {
				low := int32(s)
				out[j] += low
				out[j+8] += int32((s - int64(low)) >> 32)
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

// narrowShift takes the sums of hidden numbers and weights to the few bits that are kept.
const narrowShift = HiddenBits + WeightBits - SlotBits

// slots rounds sums to SlotBits and keeps them within Most; lengths are multiples of 16.
func slots(y []int16, x []int32) {
	if vectors {
		if x = x[:len(y)]; len(y) > 0 {
			narrow(&y[0], &x[0], len(y))
		}
		return
	}
	x = x[:len(y)]
	for i, v := range x {
		y[i] = int16(max(-Most, min(Most, (v+1<<(narrowShift-1))>>narrowShift)))
	}
}
