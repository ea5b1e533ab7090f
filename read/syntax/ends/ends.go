// Package ends finds where sentences end among the words of a line.
//
//	Gov. | Marrow | left | . | " | It | rained | . | "     →  ends after word 4 and after word 9
//
// Two models that were trained apart decide together at each place where an end is possible at all: after a stop, a quotation mark or a
// bracket, or before a word that could begin a sentence. One is linear over hashed features of the place and of how the sentence went so far; the other is a
// small recurrent network that reads the whole line. They err in different places.
package ends

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/text"
)

// Longest is the number of words after which a sentence is cut, whatever stands there.
const Longest = 1000

// Features is how many features describe one place.
const Features = 27

// Bits is the binary logarithm of the number of weights.
const Bits = 15

// Walk goes through a line word by word. The trainer drives it with the right answers, Find with the model's.
type Walk struct {
	tables *words.Tables
	t      string
	words  []text.Span
	start  int // first word of the sentence under way
	quotes int // quotation marks open
	round  int // brackets open
	upper  bool
}

// NewWalk begins a line.
func NewWalk(tables *words.Tables, t text.Text, line []text.Span) *Walk {
	w := &Walk{tables: tables, t: string(t), words: line}
	if n := len(line); n > 0 {
		w.upper = allUpper(w.t[line[0].Start:line[n-1].End])
	}
	return w
}

// Possible says whether a sentence may end after word i at all.
func (w *Walk) Possible(i int) bool {
	if i+1 >= len(w.words) {
		return false
	}
	switch kind(w.word(i)) {
	case stop, quote, bracket, colon, other, dots, address:
		return true
	}
	if w.words[i].End == w.words[i+1].Start {
		return false
	}
	switch kind(w.word(i + 1)) {
	case capital, title, letterI, figure, quote, bracket, other, dash, address:
		return true
	}
	return strings.HasSuffix(w.word(i), ".")
}

// Step moves past word i. An end makes the next word the first of a sentence.
func (w *Walk) Step(i int, end bool) {
	word := w.word(i)
	w.quotes = quotesAfter(w.quotes, word)
	switch word {
	case "(", "[":
		w.round++
	case ")", "]":
		w.round = max(0, w.round-1)
	}
	if end {
		w.start = i + 1
		w.round = 0
	}
}

// Describe fills in the features of the place after word i.
func (w *Walk) Describe(i int, f *[Features]uint32) {
	p, n := w.word(i), w.word(i+1)
	pp, nn, ppp := "", "", ""
	if i > w.start {
		pp = w.word(i - 1)
	}
	if i > w.start+1 {
		ppp = w.word(i - 2)
	}
	if i+2 < len(w.words) {
		nn = w.word(i + 2)
	}
	gap := uint32(0)
	if w.words[i].End < w.words[i+1].Start {
		gap = 1
	}
	kp, kn, kpp, knn := uint32(kind(p)), uint32(kind(n)), uint32(kind(pp)), uint32(kind(nn))
	hp, hn, hpp, hnn := fold(p), fold(n), fold(pp), fold(nn)
	abbreviation := abbreviated(w.tables, p)
	length := uint32(min(bits(i+1-w.start), 7))
	rest := uint32(min(bits(len(w.words)-i-1), 6))
	open := uint32(w.quotes)
	round := uint32(min(w.round, 1))
	upper := uint32(0)
	if w.upper {
		upper = 1
	}
	closing := kp == quote && open == 1 // this mark would close the quotation
	state := open<<2 | round<<1 | gap
	if closing {
		state |= 8
	}
	feature := func(k int, parts ...uint32) {
		h := uint32(k)*0x9E3779B1 + 0x7F4A7C15
		for _, p := range parts {
			h = (h ^ p) * 0x85EBCA6B
			h ^= h >> 15
		}
		f[k] = h >> (32 - Bits)
	}
	feature(0, 1)
	feature(1, hp)
	feature(2, hn)
	feature(3, hp, kn)
	feature(4, kp, hn)
	feature(5, kp, kn, gap)
	feature(6, kp, kn, kpp, state)
	feature(7, kp, kn, knn)
	feature(8, hpp, hp)
	feature(9, hn, hnn)
	feature(10, kp, kn, length)
	feature(11, kp, kn, rest)
	feature(12, state, kp, kn)
	feature(13, abbreviation, kn)
	feature(14, abbreviation, hn)
	feature(15, hpp, kp, kn)
	feature(16, kpp, kp, hn)
	feature(17, upper, kp, kn)
	feature(18, length, hp)
	feature(19, fold(ppp), kp, kn)
	feature(20, kp, kn, hnn)
	feature(21, kpp, kp, kn, knn, gap)
	feature(22, hp, hn)
	feature(23, length, kp, hn)
	feature(24, hpp, hp, kn)
	feature(25, fold(w.word(w.start)), kp, kn)
	feature(26, length, rest, kp, kn)
}

func (w *Walk) word(i int) string { return w.t[w.words[i].Start:w.words[i].End] }
