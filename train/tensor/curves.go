package tensor

// tanh by a rational function, good to 1e-4; training does not care.
func tanh(x float32) float32 {
	x = max(-4.97, min(4.97, x))
	y := x * x
	return x * (135135 + y*(17325+y*(378+y))) / (135135 + y*(62370+y*(3150+y*28)))
}
