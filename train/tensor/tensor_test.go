package tensor

import "testing"

func BenchmarkMul(b *testing.B) {
	const t, k, n = 500, 128, 576
	y, x, w := make([]float32, t*n), make([]float32, t*k), make([]float32, k*n)
	for b.Loop() {
		Mul(y, x, w, t, k, n)
	}
	b.ReportMetric(float64(t*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkMulLeft(b *testing.B) {
	const t, k, n = 500, 128, 576
	y, x, w := make([]float32, t*n), make([]float32, t*k), make([]float32, k*n)
	for b.Loop() {
		MulLeft(w, x, y, t, k, n)
	}
	b.ReportMetric(float64(t*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func TestMul(t *testing.T) {
	const T, K, N = 11, 8, 32
	y, x, w := make([]float32, T*N), make([]float32, T*K), make([]float32, K*N)
	for i := range x {
		x[i] = float32(i%7) - 3
	}
	for i := range w {
		w[i] = float32(i%5) - 2
	}
	Mul(y, x, w, T, K, N)
	for r := range T {
		for j := range N {
			want := float32(0)
			for i := range K {
				want += x[r*K+i] * w[i*N+j]
			}
			if y[r*N+j] != want {
				t.Fatalf("y[%d,%d] = %v, want %v", r, j, y[r*N+j], want)
			}
		}
	}
	g := make([]float32, K*N)
	MulLeft(g, x, y, T, K, N)
	for i := range K {
		for j := range N {
			want := float32(0)
			for r := range T {
				want += x[r*K+i] * y[r*N+j]
			}
			if g[i*N+j] != want {
				t.Fatalf("g[%d,%d] = %v, want %v", i, j, g[i*N+j], want)
			}
		}
	}
}
