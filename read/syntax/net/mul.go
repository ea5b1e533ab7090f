package net

// width is the number of outputs that a matrix has a multiple of.
const width = 32

// matrix holds K×N weights, laid out for the vector instructions or for the plain loops.
type matrix struct {
	k, n   int
	step   int        // how far the rows of x are apart: k, unless they overlap
	words  []int16    // as the vector instructions of this machine take them
	packed [][4]int64 // for each block of 4 outputs, for each pair of inputs: a pair of weights for outputs 0 and 2 and one for 1 and 3, then those of the second input
}

// newMatrix lays out weights given row by row, a row an input.
func newMatrix(weights []int16, k, n int) matrix {
	m := matrix{k: k, n: n, step: k}
	if vectors && k%inputs == 0 {
		m.words = laid(weights, k, n)
		return m
	}
	pair := func(i, j int) int64 { return int64(weights[i*n+j]) + int64(weights[i*n+j+2])<<32 }
	m.packed = make([][4]int64, 0, k*n/8)
	for j := 0; j < n; j += 4 {
		for i := 0; i < k; i += 2 {
			m.packed = append(m.packed, [4]int64{pair(i, j), pair(i, j+1), pair(i+1, j), pair(i+1, j+1)})
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

// plain does two products with one multiplication: x times (high<<32 + low) is (x·high)<<32 + x·low, and so are sums of such. Two rows are taken at a
// time, so that a processor multiplies in every cycle: it never waits for a weight, and no sum leaves its register.
func (m *matrix) plain(y []int32, x []int16, rows int) {
	pairs, last := m.k/2, rows+rows%2-1
	y, x = y[:(last+1)*m.n], x[:last*m.step+m.k]
	var near [320][4]int64
	two := near[:]
	if pairs > len(near) {
		two = make([][4]int64, pairs)
	}
	two = two[:pairs]
	for r := 0; r < rows; r += 2 {
		above, below := x[r*m.step:][:m.k], x[(r+1)*m.step:][:m.k]
		for i := range two {
			two[i] = [4]int64{int64(above[2*i]), int64(below[2*i]), int64(above[2*i+1]), int64(below[2*i+1])}
		}
		for j := 0; j < m.n; j += 4 {
			a, b, c, d := fourSums(two, m.packed[j/4*pairs:][:pairs])
			unpack(y[r*m.n+j:][:4], a, b)
			unpack(y[(r+1)*m.n+j:][:4], c, d)
		}
	}
}

// fourSums are two packed sums for each of two rows.
func fourSums(x, w [][4]int64) (a, b, c, d int64) {
	w = w[:len(x)]
	for i := range x {
		p, q := &x[i], &w[i]
		a += p[0] * q[0]
		c += p[1] * q[0]
		b += p[0] * q[1]
		d += p[1] * q[1]
		a += p[2] * q[2]
		c += p[3] * q[2]
		b += p[2] * q[3]
		d += p[3] * q[3]
	}
	return a, b, c, d
}

// unpack adds two packed sums to four outputs.
func unpack(y []int32, a, b int64) {
	low := int32(a)
	y[0] += low
	y[2] += int32((a - int64(low)) >> 32)
	low = int32(b)
	y[1] += low
	y[3] += int32((b - int64(low)) >> 32)
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
