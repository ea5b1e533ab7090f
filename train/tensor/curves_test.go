package tensor

import (
	"math"
	"testing"
)

func TestCurves(t *testing.T) {
	var x, tanhs, sigmoids [64]float32
	for i := range x {
		x[i] = float32(i-32) / 5
	}
	tanhs, sigmoids = x, x
	Tanh(tanhs[:])
	Sigmoid(sigmoids[:])
	for i, v := range x {
		if want := math.Tanh(float64(v)); math.Abs(float64(tanhs[i])-want) > 2e-4 {
			t.Errorf("tanh %v = %v, want %v", v, tanhs[i], want)
		}
		if want := 1 / (1 + math.Exp(-float64(v))); math.Abs(float64(sigmoids[i])-want) > 2e-4 {
			t.Errorf("sigmoid %v = %v, want %v", v, sigmoids[i], want)
		}
	}
}

// TestStep holds the vector instructions to one step of Adam written out.
func TestStep(t *testing.T) {
	const n = 19 // not a multiple of what the instructions take at a time
	a := NewAdam(n, 0, nil)
	want := make([]float32, n)
	for step := 1; step <= 3; step++ {
		for i := range a.Grad {
			a.Grad[i] = float32(i%5) - 2
		}
		if got := a.Norm(); math.Abs(got-36) > 1e-6 {
			t.Fatalf("norm %v, want 36", got)
		}
		a.Step(0.1, 0.5, step)
		for i := range want { // equal gradients: their mean over the root of their mean square is their sign
			if g := i%5 - 2; g != 0 {
				want[i] -= 0.1 * float32(g) / float32(max(g, -g))
			}
			if math.Abs(float64(a.Value[i]-want[i])) > 1e-5 || a.Grad[i] != 0 {
				t.Fatalf("step %d, number %d: %v, want %v", step, i, a.Value[i], want[i])
			}
		}
	}
}
