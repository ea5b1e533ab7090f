//go:build goexperiment.simd && amd64

package tensor

import (
	"errors"
	"simd/archsimd"
)

// Check says whether this machine can run what was built.
func Check() error {
	if !archsimd.X86.AVX512() {
		return errors.New("this machine has no AVX-512: build without GOEXPERIMENT=simd")
	}
	return nil
}

const lanes = 16

//go:noescape
func tile(c, a, b *float32, steps, cStride, aAcross, aStep, bStep int)

// Mul adds x (T×K) times w (K×N) to y (T×N). N must be a multiple of 32.
func Mul(y, x, w []float32, t, k, n int) {
	done := t &^ 7
	for j := 0; j < n; j += 2 * lanes {
		for r := 0; r < done; r += 8 {
			tile(&y[r*n+j], &x[r*k], &w[j], k, 4*n, 4*k, 4, 4*n)
		}
	}
	for r := done; r < t; r++ {
		row := y[r*n : r*n+n]
		for i := range k {
			Axpy(row, w[i*n:i*n+n], x[r*k+i])
		}
	}
}

// MulLeft adds the transpose of x (T×K) times y (T×N) to w (K×N). N must be a multiple of 32, K of 8.
func MulLeft(w, x, y []float32, t, k, n int) {
	for j := 0; j < n; j += 2 * lanes {
		for i := 0; i < k; i += 8 {
			tile(&w[i*n+j], &x[i], &y[j], t, 4*n, 4, 4*k, 4*n)
		}
	}
}

// Axpy adds a times x to y.
func Axpy(y, x []float32, a float32) {
	v := archsimd.BroadcastFloat32x16(a)
	i := 0
	for ; i+lanes <= len(x); i += lanes {
		out := y[i : i+lanes]
		v.MulAdd(archsimd.LoadFloat32x16Slice(x[i:i+lanes]), archsimd.LoadFloat32x16Slice(out)).StoreSlice(out)
	}
	for ; i < len(x); i++ {
		y[i] += a * x[i]
	}
}
