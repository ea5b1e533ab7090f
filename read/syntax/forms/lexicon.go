package forms

import (
	"github.com/hearsay-news/hearsay/lang"
)

// The parts of speech that the lexicon knows a word as.
const (
	Noun = 1 << iota
	Name // a noun written with a capital
	Verb
	Adjective
	Adverb
)

// The lexicon is a table of 16-bit cells, little endian: a word's cell is the first at or after its hash that is empty or holds its
// fingerprint above five bits of parts of speech. The trainer writes it with Cell.
const (
	lexiconBits = 18
	speechBits  = 5
)

// Cell says where the search for a word begins and what marks its cell.
func Cell(lower uint32) (at int, mark uint16) {
	lower *= 0x9E3779B1
	return int(lower >> (32 - lexiconBits)), uint16(lower&(1<<(16-speechBits)-1)) << speechBits
}

// LexiconSize is the number of cells.
const LexiconSize = 1 << lexiconBits

// Lexicon is the table of a language; one without cells knows no word.
type Lexicon []uint16

var lexicons = lang.Compile(func(l *lang.Language) Lexicon {
	if len(l.Syntax.Lexicon) != 2*LexiconSize {
		return make(Lexicon, LexiconSize)
	}
	cells := make(Lexicon, LexiconSize)
	for i := range cells {
		cells[i] = uint16(l.Syntax.Lexicon[2*i]) | uint16(l.Syntax.Lexicon[2*i+1])<<8
	}
	return cells
})

// LexiconOf returns the lexicon of a language.
func LexiconOf(l *lang.Language) Lexicon { return lexicons.Of(l) }

// speech returns the parts of speech of a hash of small letters, 0 for a word that the lexicon does not know.
func speech(cells Lexicon, lower uint32) uint32 {
	at, mark := Cell(lower)
	for range 64 {
		c := cells[at]
		if c == 0 {
			return 0
		}
		if c>>speechBits<<speechBits == mark {
			return uint32(c & (1<<speechBits - 1))
		}
		at = (at + 1) % LexiconSize
	}
	return 0
}

// tail are the hashes of a word without its last 0 to 4 characters.
type tail [5]uint32

// known describes what the lexicon says about a word: its own parts of speech, and those of the words it may be an inflection of.
func (cells Lexicon) known(h *tail, suffix string) uint32 {
	own := speech(cells, h[0])
	ending, base := uint32(0), uint32(0)
	n := len(suffix)
	has := func(s string) bool { return n >= len(s) && suffix[n-len(s):] == s }
	y := func(cut int) uint32 { return mix(h[cut], 'y') }
	e := func(cut int) uint32 { return mix(h[cut], 'e') }
	switch {
	case has("s") && !has("ss"):
		ending, base = 1, speech(cells, h[1])
		if has("es") {
			base |= speech(cells, h[2])
		}
		if has("ies") {
			base |= speech(cells, y(3))
		}
		base &= Noun | Verb | Name
	case has("ed"):
		ending, base = 2, (speech(cells, h[2])|speech(cells, h[1])|speech(cells, h[3]))&(Verb|Noun)
		if has("ied") {
			base |= speech(cells, y(3)) & Verb
		}
	case has("ing"):
		ending, base = 3, (speech(cells, h[3])|speech(cells, e(3))|speech(cells, h[4]))&(Verb|Noun)
	case has("er"):
		ending, base = 4, (speech(cells, h[2])|speech(cells, h[1])|speech(cells, h[3]))&(Adjective|Verb)
		if has("ier") {
			base |= speech(cells, y(3)) & Adjective
		}
	case has("est"):
		ending, base = 5, (speech(cells, h[3])|speech(cells, h[2])|speech(cells, h[4]))&Adjective
		if has("iest") {
			base |= speech(cells, y(4)) & Adjective
		}
	case has("ly"):
		ending, base = 6, speech(cells, h[2])&(Adjective|Noun)
	}
	return own | base<<speechBits | ending<<(2*speechBits)
}
