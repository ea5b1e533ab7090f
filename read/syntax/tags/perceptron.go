// Package tags gives each word of a sentence its part of speech.
//
//	Ships/NOUN NNS sank/VERB VBD ./PUNCT .
package tags

import (
	"github.com/hearsay-news/hearsay/read/syntax/forms"
)

// Features is how many features describe one word in its sentence.
const Features = 27

// Bits is the binary logarithm of the number of weights.
const Bits = 20

// Describe fills in the features of word i, given the classes of the words before it.
func Describe(words []forms.Form, i int, p1, p2 uint32, f *[Features]uint32) {
	var edge forms.Form
	at := func(k int) *forms.Form {
		if k < 0 || k >= len(words) {
			return &edge
		}
		return &words[k]
	}
	w, b1, b2, a1, a2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	n := uint32(0)
	add := func(parts ...uint32) {
		f[n] = forms.Hash(n, parts...) >> (32 - Bits)
		n++
	}
	add(0)
	add(w.Word)
	add(w.Lower)
	add(w.Suffix[0])
	add(w.Suffix[1])
	add(w.Suffix[2])
	add(w.Suffix[3])
	add(w.Prefix[0])
	add(w.Prefix[1])
	add(w.Prefix[2])
	add(w.Shape)
	add(b1.Lower)
	add(b2.Lower)
	add(a1.Lower)
	add(a2.Lower)
	add(p1)
	add(p1, p2)
	add(p1, w.Lower)
	add(p1, a1.Lower)
	add(b1.Lower, w.Lower)
	add(w.Lower, a1.Lower)
	add(a1.Suffix[2])
	add(b1.Suffix[2])
	add(p1, w.Suffix[2])
	add(a1.Shape, w.Shape, b1.Shape)
	add(p1, p2, w.Shape)
	add(b1.Lower, a1.Lower)
}

// Best returns the class with the largest score.
func Best(weight []int8, classes int, f *[Features]uint32, scores []int32) int {
	clear(scores[:classes])
	for _, k := range f {
		row := weight[k : int(k)+classes]
		for c, w := range row {
			scores[c] += int32(w)
		}
	}
	best := 0
	for c, s := range scores[:classes] {
		if s > scores[best] {
			best = c
		}
	}
	return best
}
