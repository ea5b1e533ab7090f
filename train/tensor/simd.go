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

// Mul adds x (T×K) times w (K×N) to y (T×N). N must be a multiple of 32.
func Mul(y, x, w []float32, t, k, n int) {
	for j := 0; j < n; j += 2 * lanes {
		r := 0
		for ; r+4 <= t; r += 4 {
			y0, y1, y2, y3 := y[r*n+j:r*n+j+32], y[(r+1)*n+j:(r+1)*n+j+32], y[(r+2)*n+j:(r+2)*n+j+32], y[(r+3)*n+j:(r+3)*n+j+32]
			a0, b0 := archsimd.LoadFloat32x16Slice(y0), archsimd.LoadFloat32x16Slice(y0[lanes:])
			a1, b1 := archsimd.LoadFloat32x16Slice(y1), archsimd.LoadFloat32x16Slice(y1[lanes:])
			a2, b2 := archsimd.LoadFloat32x16Slice(y2), archsimd.LoadFloat32x16Slice(y2[lanes:])
			a3, b3 := archsimd.LoadFloat32x16Slice(y3), archsimd.LoadFloat32x16Slice(y3[lanes:])
			x0, x1, x2, x3 := x[r*k:r*k+k], x[(r+1)*k:(r+1)*k+k], x[(r+2)*k:(r+2)*k+k], x[(r+3)*k:(r+3)*k+k]
			for i := range k {
				row := w[i*n+j : i*n+j+32]
				wa, wb := archsimd.LoadFloat32x16Slice(row), archsimd.LoadFloat32x16Slice(row[lanes:])
				v := archsimd.BroadcastFloat32x16(x0[i])
				a0, b0 = v.MulAdd(wa, a0), v.MulAdd(wb, b0)
				v = archsimd.BroadcastFloat32x16(x1[i])
				a1, b1 = v.MulAdd(wa, a1), v.MulAdd(wb, b1)
				v = archsimd.BroadcastFloat32x16(x2[i])
				a2, b2 = v.MulAdd(wa, a2), v.MulAdd(wb, b2)
				v = archsimd.BroadcastFloat32x16(x3[i])
				a3, b3 = v.MulAdd(wa, a3), v.MulAdd(wb, b3)
			}
			a0.StoreSlice(y0)
			b0.StoreSlice(y0[lanes:])
			a1.StoreSlice(y1)
			b1.StoreSlice(y1[lanes:])
			a2.StoreSlice(y2)
			b2.StoreSlice(y2[lanes:])
			a3.StoreSlice(y3)
			b3.StoreSlice(y3[lanes:])
		}
		for ; r < t; r++ {
			y0 := y[r*n+j : r*n+j+32]
			a0, b0 := archsimd.LoadFloat32x16Slice(y0), archsimd.LoadFloat32x16Slice(y0[lanes:])
			for i := range k {
				row := w[i*n+j : i*n+j+32]
				v := archsimd.BroadcastFloat32x16(x[r*k+i])
				a0, b0 = v.MulAdd(archsimd.LoadFloat32x16Slice(row), a0), v.MulAdd(archsimd.LoadFloat32x16Slice(row[lanes:]), b0)
			}
			a0.StoreSlice(y0)
			b0.StoreSlice(y0[lanes:])
		}
	}
}

// MulLeft adds the transpose of x (T×K) times y (T×N) to w (K×N). N must be a multiple of 32, K of 4.
func MulLeft(w, x, y []float32, t, k, n int) {
	for j := 0; j < n; j += 2 * lanes {
		for i := 0; i+4 <= k; i += 4 {
			w0, w1, w2, w3 := w[i*n+j:i*n+j+32], w[(i+1)*n+j:(i+1)*n+j+32], w[(i+2)*n+j:(i+2)*n+j+32], w[(i+3)*n+j:(i+3)*n+j+32]
			a0, b0 := archsimd.LoadFloat32x16Slice(w0), archsimd.LoadFloat32x16Slice(w0[lanes:])
			a1, b1 := archsimd.LoadFloat32x16Slice(w1), archsimd.LoadFloat32x16Slice(w1[lanes:])
			a2, b2 := archsimd.LoadFloat32x16Slice(w2), archsimd.LoadFloat32x16Slice(w2[lanes:])
			a3, b3 := archsimd.LoadFloat32x16Slice(w3), archsimd.LoadFloat32x16Slice(w3[lanes:])
			for r := range t {
				row := y[r*n+j : r*n+j+32]
				ya, yb := archsimd.LoadFloat32x16Slice(row), archsimd.LoadFloat32x16Slice(row[lanes:])
				xs := x[r*k+i : r*k+i+4]
				v := archsimd.BroadcastFloat32x16(xs[0])
				a0, b0 = v.MulAdd(ya, a0), v.MulAdd(yb, b0)
				v = archsimd.BroadcastFloat32x16(xs[1])
				a1, b1 = v.MulAdd(ya, a1), v.MulAdd(yb, b1)
				v = archsimd.BroadcastFloat32x16(xs[2])
				a2, b2 = v.MulAdd(ya, a2), v.MulAdd(yb, b2)
				v = archsimd.BroadcastFloat32x16(xs[3])
				a3, b3 = v.MulAdd(ya, a3), v.MulAdd(yb, b3)
			}
			a0.StoreSlice(w0)
			b0.StoreSlice(w0[lanes:])
			a1.StoreSlice(w1)
			b1.StoreSlice(w1[lanes:])
			a2.StoreSlice(w2)
			b2.StoreSlice(w2[lanes:])
			a3.StoreSlice(w3)
			b3.StoreSlice(w3[lanes:])
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
