//go:build goexperiment.simd && amd64

package tensor

import "simd/archsimd"

func splat(x float32) archsimd.Float32x16 { return archsimd.BroadcastFloat32x16(x) }

// Tanh replaces numbers by their hyperbolic tangents; Sigmoid likewise. The slices' lengths must be multiples of 16.
func Tanh(x []float32) {
	for i := 0; i+lanes <= len(x); i += lanes {
		tanhs(archsimd.LoadFloat32x16Slice(x[i:])).StoreSlice(x[i:])
	}
}

// Sigmoid replaces numbers by 1/(1+exp(-x)).
func Sigmoid(x []float32) {
	half := splat(0.5)
	for i := 0; i+lanes <= len(x); i += lanes {
		half.MulAdd(tanhs(half.Mul(archsimd.LoadFloat32x16Slice(x[i:]))), half).StoreSlice(x[i:])
	}
}

// tanhs is what tanh is, for sixteen numbers.
func tanhs(x archsimd.Float32x16) archsimd.Float32x16 {
	x = x.Min(splat(4.97)).Max(splat(-4.97))
	y := x.Mul(x)
	top := y.Add(splat(378)).MulAdd(y, splat(17325)).MulAdd(y, splat(135135))
	bottom := splat(28).MulAdd(y, splat(3150)).MulAdd(y, splat(62370)).MulAdd(y, splat(135135))
	return x.Mul(top).Div(bottom)
}

// update makes one step of Adam; c1 and c2 undo the bias of the young means.
func update(value, grad, m, v []float32, rate, scale, c1, c2 float32) {
	s, b1, n1, b2, n2, r, k2, least := splat(scale), splat(beta1), splat(1-beta1), splat(beta2), splat(1-beta2), splat(rate*c1), splat(c2), splat(tiny)
	none := splat(0)
	i := 0
	for ; i+lanes <= len(value); i += lanes {
		g := archsimd.LoadFloat32x16Slice(grad[i:]).Mul(s)
		mean := b1.MulAdd(archsimd.LoadFloat32x16Slice(m[i:]), n1.Mul(g))
		square := b2.MulAdd(archsimd.LoadFloat32x16Slice(v[i:]), n2.Mul(g).Mul(g))
		mean.StoreSlice(m[i:])
		square.StoreSlice(v[i:])
		archsimd.LoadFloat32x16Slice(value[i:]).Sub(r.Mul(mean).Div(square.Mul(k2).Sqrt().Add(least))).StoreSlice(value[i:])
		none.StoreSlice(grad[i:])
	}
	plainUpdate(value[i:], grad[i:], m[i:], v[i:], rate, scale, c1, c2)
}

// Norm adds up the squares of the gradients.
func (a *Adam) Norm() float64 {
	sum := splat(0)
	i := 0
	for ; i+lanes <= len(a.Grad); i += lanes {
		g := archsimd.LoadFloat32x16Slice(a.Grad[i:])
		sum = g.MulAdd(g, sum)
	}
	var parts [lanes]float32
	sum.Store(&parts)
	total := 0.0
	for _, p := range parts {
		total += float64(p)
	}
	for _, g := range a.Grad[i:] {
		total += float64(g) * float64(g)
	}
	return total
}
