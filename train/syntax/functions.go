package syntax

import "math"

// softmax replaces scores by probabilities and returns the index of the largest.
func softmax(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	top, sum := scores[best], float32(0)
	for i, s := range scores {
		scores[i] = exp(s - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	return best
}

// exp of a number that is not above 0, good to 1e-6.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	x *= 1.44269504 // to powers of two
	whole := int32(x)
	r := (x - float32(whole)) * 0.69314718
	e := 1 + r*(1+r*(0.5+r*(0.16666667+r*(0.041666667+r*(0.0083333333+r*(0.0013888889+r*0.00019841270))))))
	return e * math.Float32frombits(uint32(whole+127)<<23)
}
