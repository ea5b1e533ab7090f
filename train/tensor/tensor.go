// Package tensor holds the few dense operations that training needs, on row-major float32 matrices.
//
//	y (T×N) += x (T×K) · w (K×N)
//
// With GOEXPERIMENT=simd on amd64 they use vector instructions; the plain loops give the same result up to the rounding of fused products.
// Nothing here is used when Hearsay reads pages: there the models run on integers.
package tensor

import "math"

// Transpose returns w (K×N) as N×K.
func Transpose(out, w []float32, k, n int) {
	for i := range k {
		for j := range n {
			out[j*k+i] = w[i*n+j]
		}
	}
}

// Adam is the optimiser's state for one block of parameters.
type Adam struct {
	Value, Grad []float32
	m, v        []float32
	mean        []float32 // of the values that training went through, the last ones above all
}

// NewAdam makes a block of n parameters drawn uniformly from ±scale.
func NewAdam(n int, scale float64, random func() float64) *Adam {
	a := &Adam{Value: make([]float32, n), Grad: make([]float32, n), m: make([]float32, n), v: make([]float32, n)}
	if scale > 0 {
		for i := range a.Value {
			a.Value[i] = float32((random()*2 - 1) * scale)
		}
	}
	return a
}

// The usual constants of Adam; b2 is low, as in other parsers' training.
const (
	beta1 = 0.9
	beta2 = 0.95
	tiny  = 1e-8
)

// Step updates all parameters and clears their gradients.
func (a *Adam) Step(rate, scale float32, step int) { a.Rows(0, len(a.Value), rate, scale, step) }

// Rows updates a range of parameters.
func (a *Adam) Rows(from, to int, rate, scale float32, step int) {
	c1 := float32(1 / (1 - math.Pow(beta1, float64(step))))
	c2 := float32(1 / (1 - math.Pow(beta2, float64(step))))
	update(a.Value[from:to], a.Grad[from:to], a.m[from:to], a.v[from:to], rate, scale, c1, c2)
}

// Average draws the mean towards the values as they are now.
func (a *Adam) Average(rate float32) {
	if a.mean == nil {
		a.mean = append(a.mean, a.Value...)
	}
	for i, v := range a.Value {
		a.mean[i] += rate * (v - a.mean[i])
	}
}

// Swap puts the mean in the place of the values, or back.
func (a *Adam) Swap() { a.Value, a.mean = a.mean, a.Value }

// plainUpdate makes one step of Adam; c1 and c2 undo the bias of the young means.
func plainUpdate(value, grad, m, v []float32, rate, scale, c1, c2 float32) {
	for i, g := range grad {
		g *= scale
		m[i] = beta1*m[i] + (1-beta1)*g
		v[i] = beta2*v[i] + (1-beta2)*g*g
		value[i] -= rate * m[i] * c1 / (float32(math.Sqrt(float64(v[i]*c2))) + tiny)
		grad[i] = 0
	}
}
