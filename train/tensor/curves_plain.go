//go:build !goexperiment.simd || !amd64

package tensor

// Tanh replaces numbers by their hyperbolic tangents; Sigmoid likewise.
func Tanh(x []float32) {
	for i, v := range x {
		x[i] = tanh(v)
	}
}

// Sigmoid replaces numbers by 1/(1+exp(-x)).
func Sigmoid(x []float32) {
	for i, v := range x {
		x[i] = 0.5 + 0.5*tanh(0.5*v)
	}
}

func update(value, grad, m, v []float32, rate, scale, c1, c2 float32) {
	plainUpdate(value, grad, m, v, rate, scale, c1, c2)
}

// Norm adds up the squares of the gradients.
func (a *Adam) Norm() float64 {
	sum := 0.0
	for _, g := range a.Grad {
		sum += float64(g) * float64(g)
	}
	return sum
}
