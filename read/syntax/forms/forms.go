// Package forms describes how words look: numbers that stand for a word, its ends and its shape, from which the models' features are made.
//
//	"Marrow's" → the word, the word in small letters, its last one to four letters, its first one to three, the shape "Xx'x"
package forms

import (
	"unicode"
	"unicode/utf8"
)

// Form holds hashes. Equal looks have equal numbers on every machine.
type Form struct {
	Word   uint32    // as written, figures all alike
	Lower  uint32    // in small letters, quotation marks and apostrophes in their straight form
	Suffix [4]uint32 // last 1 to 4 characters, in small letters
	Prefix [3]uint32
	Shape  uint32 // runs of capitals, small letters, figures and marks
	Known  uint32 // what the lexicon says about the word
}

// Of describes one word.
func (cells Lexicon) Of(word string) Form {
	var f Form
	var letters [64]rune // the first 32 and the last 32 characters of long words are enough
	n := 0
	f.Word, f.Lower, f.Shape = seed, seed, seed
	last := rune(0)
	var behind tail
	for i := 0; i < len(word); {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
			r = plain(r)
		}
		i += size
		var class, small rune
		switch {
		case 'a' <= r && r <= 'z':
			class, small = 'x', r
		case 'A' <= r && r <= 'Z':
			class, small = 'X', r|0x20
		case '0' <= r && r <= '9':
			class, small, r = '0', '0', '0'
		case r < utf8.RuneSelf:
			class, small = r, r
		case unicode.IsUpper(r):
			class, small = 'X', unicode.ToLower(r)
		case unicode.IsLetter(r):
			class, small = 'x', r
		default:
			class, small = r, r
		}
		f.Word = mix(f.Word, r)
		behind[4], behind[3], behind[2], behind[1] = behind[3], behind[2], behind[1], f.Lower
		f.Lower = mix(f.Lower, small)
		if class != last || class == 'X' && n < 2 {
			f.Shape = mix(f.Shape, class)
			last = class
		}
		if n < len(letters) {
			letters[n] = small
			n++
		} else { // keep the last 32
			copy(letters[32:], letters[33:])
			letters[63] = small
		}
	}
	behind[0] = f.Lower
	if n > 0 && (letters[0] >= 'a' || n > 2) {
		var suffix [4]byte
		m := min(n, 4)
		for k := range m {
			suffix[k] = byte(min(letters[n-m+k], 0x7f))
		}
		f.Known = cells.known(&behind, string(suffix[:m]))
	}
	h := uint32(seed)
	for k := 0; k < 4; k++ {
		if k < n {
			h = mix(h, letters[n-1-k])
		} else {
			h = mix(h, 0)
		}
		f.Suffix[k] = h
	}
	h = seed
	for k := 0; k < 3; k++ {
		if k < n {
			h = mix(h, letters[k])
		} else {
			h = mix(h, 0)
		}
		f.Prefix[k] = h
	}
	return f
}

// plain maps typographic quotation marks and dashes to those of a typewriter, so that both are one word to the models.
func plain(r rune) rune {
	switch r {
	case '’', '‘', '‚', '′':
		return '\''
	case '“', '”', '„', '«', '»', '″':
		return '"'
	case '–', '—', '‑', '−':
		return '-'
	}
	return r
}

const seed = 2166136261

func mix(h uint32, r rune) uint32 { return (h ^ uint32(r)) * 16777619 }

// Hash joins numbers to one.
func Hash(kind uint32, parts ...uint32) uint32 {
	h := kind*0x9E3779B1 + 0x7F4A7C15
	for _, p := range parts {
		h = (h ^ p) * 0x85EBCA6B
		h ^= h >> 15
	}
	return h * 0xC2B2AE35
}
