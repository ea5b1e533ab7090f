// Package words turns the text of pages into numbered words, so that the rooms of compare can count and match them without
// copying strings.
//
//	"Thirty-one trucks crossed"  →  thirty one trucks cross   (stems)
//	                                30–36 …                   (places)
//	"lorries" and "trucks" have two stems and one kin.
//
// A Vocabulary is filled in the order of the sorted pages; whatever must not depend on that order uses hashes of the words.
package words

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/text"
)

// Word is one word of a page.
type Word struct {
	Start, End int32
	Form       uint32 // index into the vocabulary's forms
}

// Span is the word's place.
func (w Word) Span() text.Span { return text.Span{Start: int(w.Start), End: int(w.End)} }

// Form is what the vocabulary knows of one folded form.
type Form struct {
	Text   string
	Hash   uint64
	Stem   uint32
	Kin    uint32 // a stem that stands for all of its kind; the stem itself where it has none
	Stop   bool
	Number bool
}

// Vocabulary numbers forms and stems.
type Vocabulary struct {
	*Tables
	Forms    []Form
	StemText []string
	StemHash []uint64
	Weight   []float64         // of a stem: see Weight
	raw      map[string]uint32 // as written → form
	folded   map[string]uint32
	stems    map[string]uint32
}

// New returns an empty vocabulary.
func New(l *lang.Language) *Vocabulary {
	return &Vocabulary{Tables: Of(l), raw: map[string]uint32{}, folded: map[string]uint32{}, stems: map[string]uint32{}}
}

// Append adds the words of a stretch of text.
func (v *Vocabulary) Append(out []Word, t text.Text, in text.Span) []Word {
	for i := in.Start; i < in.End; {
		c := t[i]
		if c < utf8.RuneSelf && !alnum(c) {
			i++
			continue
		}
		start := i
		i = wordEnd(t, i, in.End)
		if i == start {
			_, size := utf8.DecodeRuneInString(string(t[i:in.End]))
			i += size
			continue
		}
		out = append(out, Word{int32(start), int32(i), v.form(string(t[start:i]))})
	}
	return out
}

// wordEnd returns the end of the run of letters and digits at i; points and commas between digits, and points between single
// capitals ("U.S."), belong to it.
func wordEnd(t text.Text, i, end int) int {
	start := i
	for i < end {
		c := t[i]
		if c < utf8.RuneSelf {
			if alnum(c) {
				i++
				continue
			}
			if (c == ',' || c == '.') && i > start && i+1 < end && digit(t[i-1]) && digit(t[i+1]) {
				i++
				continue
			}
			if c == '.' && i+1 < end && upper(t[i-1]) && upper(t[i+1]) && (i-start == 1 || i-start > 2 && t[i-2] == '.') {
				i++
				continue
			}
			return i
		}
		r, size := utf8.DecodeRuneInString(string(t[i:end]))
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			return i
		}
		i += size
	}
	return i
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
func alnum(c byte) bool { return digit(c) || upper(c) || c >= 'a' && c <= 'z' }
func upper(c byte) bool { return c >= 'A' && c <= 'Z' }

func (v *Vocabulary) form(raw string) uint32 {
	if id, ok := v.raw[raw]; ok {
		return id
	}
	folded := Fold(raw)
	id, ok := v.folded[folded]
	if !ok {
		id = uint32(len(v.Forms))
		v.folded[folded] = id
		stem := v.Stem(folded)
		f := Form{Text: folded, Hash: Hash(folded), Stem: v.stem(stem), Number: digit(folded[0])}
		f.Kin = f.Stem
		if kin, ok := v.kinOf(stem); ok {
			f.Kin = v.stem(kin)
		}
		f.Stop = v.stopWord(folded)
		v.Forms = append(v.Forms, f)
	}
	v.raw[raw] = id
	return id
}

func (v *Vocabulary) stem(s string) uint32 {
	if id, ok := v.stems[s]; ok {
		return id
	}
	id := uint32(len(v.StemText))
	v.stems[s] = id
	v.StemText = append(v.StemText, s)
	v.StemHash = append(v.StemHash, Hash(s))
	v.Weight = append(v.Weight, v.Weigh(s))
	return id
}

// Hash is FNV-1a with a final mix.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h)
}

// Mix spreads the bits of a number (the finaliser of MurmurHash3).
func Mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// StemOf returns the number of a stem, giving it one if it has none yet.
func (v *Vocabulary) StemOf(stem string) uint32 { return v.stem(stem) }
