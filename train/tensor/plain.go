//go:build !goexperiment.simd || !amd64

package tensor

// Check says whether this machine can run what was built.
func Check() error { return nil }

// Mul adds x (T×K) times w (K×N) to y (T×N).
func Mul(y, x, w []float32, t, k, n int) {
	for r := range t {
		row := y[r*n : r*n+n]
		for i := range k {
			Axpy(row, w[i*n:i*n+n], x[r*k+i])
		}
	}
}

// MulLeft adds the transpose of x (T×K) times y (T×N) to w (K×N).
func MulLeft(w, x, y []float32, t, k, n int) {
	for r := range t {
		row := y[r*n : r*n+n]
		for i := range k {
			Axpy(w[i*n:i*n+n], row, x[r*k+i])
		}
	}
}

// Axpy adds a times x to y.
func Axpy(y, x []float32, a float32) {
	for i, v := range x {
		y[i] += a * v
	}
}
