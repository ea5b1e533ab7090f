package net

import "testing"

func BenchmarkMul(b *testing.B) {
	const rows, k, n = 24, 384, 576
	m := newMatrix(make([]int16, k*n), k, n)
	x, y := room[int16](nil, rows, k), room[int32](nil, rows, n)
	for b.Loop() {
		m.mul(y, x, rows)
	}
	b.ReportMetric(rows*k*n*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
