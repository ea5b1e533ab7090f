package net

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
)

// TestVectors holds the vector instructions to the plain loops, number for number.
func TestVectors(t *testing.T) {
	if !vectors {
		t.Skip("needs a processor with AVX2 or NEON: nothing can provide it; ./test all runs NEON under an emulator")
	}
	four := fours
	defer func() { vectors, fours = true, four }()
	random := rand.New(rand.NewSource(1))
	numbers := func(n, most int) []int16 {
		out := make([]int16, n)
		for i := range out {
			out[i] = int16(random.Intn(2*most+1) - most)
		}
		return out
	}
	for _, size := range [][3]int{{1, 2, 32}, {3, 128, 64}, {7, 192, 576}, {8, 64, 32}, {21, 192, 96}} {
		rows, k, n := size[0], size[1], size[2]
		weights, x := numbers(k*n, 4000), room(numbers((rows+3)*k, 2047), rows, k)
		var got [3][]int32
		for i := range got {
			vectors, fours = i < 2, four && i == 0
			m := newMatrix(weights, k, n)
			got[i] = room[int32](nil, rows, n)
			m.mul(got[i], x, rows)
		}
		if !slices.Equal(got[0], got[1]) || !slices.Equal(got[0], got[2]) {
			t.Errorf("products of %v differ", size)
		}
	}
	y, x16, x8 := numbers(128, 30000), numbers(128, 30000), make([]int8, 128)
	for i := range x8 {
		x8[i] = int8(random.Intn(256) - 128)
	}
	var got [2][]int16
	for i := range got {
		vectors = i == 0
		got[i] = slices.Clone(y)
		sum16(got[i], x16)
		sum8(got[i], x8)
	}
	if !slices.Equal(got[0], got[1]) {
		t.Error("sums differ")
	}
	sums := make([]int32, 64)
	for i := range sums {
		sums[i] = int32(random.Uint32()) >> (i % 20)
	}
	for i := range got {
		vectors = i == 0
		got[i] = make([]int16, len(sums))
		slots(got[i], sums)
	}
	if !slices.Equal(got[0], got[1]) {
		t.Error("slots differ")
	}
}

// TestGates holds the vector instructions of the gates to the plain loop, on sums inside and far outside of the curves.
func TestGates(t *testing.T) {
	if !fours {
		t.Skip("needs a processor with AVX-512 VNNI, or with ARM's dot product: nothing can provide it")
	}
	defer func() { fours = true }()
	m, err := Load(en.Language.Syntax.Network)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewSource(1))
	g, start := make([]int32, 3*48), make([]int32, 48)
	for range 200 {
		for i := range g {
			g[i] = int32(random.Uint32()) >> random.Intn(20)
		}
		for i := range start {
			start[i] = int32(random.Intn(2<<GateBits) - 1<<GateBits)
		}
		var out [2][]int16
		var states [2][]int32
		for i := range out {
			fours = i == 0
			out[i], states[i] = make([]int16, 48), slices.Clone(start)
			m.gate(out[i], states[i], g, RowBits+WeightBits-IndexBits)
		}
		if !slices.Equal(out[0], out[1]) || !slices.Equal(states[0], states[1]) {
			t.Fatal("gates differ")
		}
	}
}

// TestSumsFit holds the embedded models to what mul asks for: whatever the words, no sum of products leaves 32 bits.
func TestSumsFit(t *testing.T) {
	defer func(v bool) { vectors = v }(vectors)
	vectors = false
	for name, file := range map[string]string{"net": en.Language.Syntax.Network, "ends-net": en.Language.Syntax.SentenceEndsNet} {
		m, err := Load(file)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, layer := range []struct {
			name string
			m    *matrix
			most int64
		}{{"first", &m.w1, Kinds * 128}, {"tags", &m.wt, 2 << HiddenBits}, {"tags past the layers", &m.wx, Kinds * 128}, {"second", &m.w2, 1 << HiddenBits},
			{"slots", &m.ws, 2 << HiddenBits}, {"heads", &m.wl, 2 << HiddenBits}, {"relations", &m.wr, 3 * Most}} {
			if most := layer.m.largest() * layer.most; most > 1<<30 {
				t.Errorf("%s, %s: a sum can reach %d", name, layer.name, most)
			}
		}
	}
}

// largest is the largest sum of the absolute weights of an output. It reads the layout of the plain loops.
func (m *matrix) largest() (most int64) {
	for first := 0; first < len(m.packed); first += m.k / 2 {
		var sums [4]int64
		for _, four := range m.packed[first : first+m.k/2] {
			for i, p := range four {
				low := int64(int32(p))
				sums[i%2] += max(low, -low)
				high := (p - low) >> 32
				sums[2+i%2] += max(high, -high)
			}
		}
		most = max(most, slices.Max(sums[:]))
	}
	return most
}
