// Package net reads sentences with one small recurrent network: it tags the words and finds their heads.
//
//	looks of each word → rows of a table, added up → two gated layers in both directions → tags
//	                                                                                     → arc-hybrid moves, relations
//
// Each word's gates see the words before and after it as well.
//
// All arithmetic is on integers, so that every machine finds the same.
package net

import "github.com/hearsay-news/hearsay/read/syntax/forms"

// Kinds is the number of features of a word.
const Kinds = 10

// Keys fills in the numbers under which the looks of a word stand in the vocabulary.
func Keys(f *forms.Form, keys *[Kinds]uint32) {
	keys[0] = forms.Hash(0, f.Lower)
	keys[1] = 0 // a word in small letters needs no second row
	if f.Word != f.Lower {
		keys[1] = forms.Hash(1, f.Word)
	}
	keys[2] = forms.Hash(2, f.Suffix[1])
	keys[3] = forms.Hash(3, f.Suffix[2])
	keys[4] = forms.Hash(4, f.Suffix[3])
	keys[5] = forms.Hash(5, f.Prefix[0])
	keys[6] = forms.Hash(6, f.Prefix[1])
	keys[7] = forms.Hash(7, f.Prefix[2])
	keys[8] = forms.Hash(8, f.Shape)
	keys[9] = forms.Hash(9, f.Known)
}

// AtLeast is how often a feature of each kind must occur in training to get a row.
var AtLeast = [Kinds]int{2, 2, 2, 3, 4, 1, 2, 4, 2, 2}
