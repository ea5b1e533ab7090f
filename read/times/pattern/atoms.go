package pattern

import (
	"unicode"
	"unicode/utf8"
)

// Atom is a run of letters, a run of digits, or one other character.
type Atom struct {
	Start, End int32
	Word       int32 // number of the lower-case word in the grammar, -1 = not in its tables
	Kind       AtomKind
	Glued      bool // no white space before it
	Capital    bool // begins with a capital letter
	Shouted    bool // has at least two letters, all capital
}

// AtomKind says what an atom is made of.
type AtomKind uint8

const (
	Letters AtomKind = iota
	Digits
	Mark // any one other character
)

// appendAtoms cuts s[from:to] into atoms. Words are not looked up yet.
func appendAtoms(atoms []Atom, s string, from, to int) []Atom {
	glued := false
	for i := from; i < to; {
		c := s[i]
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			glued = false
			i++
			continue
		case c >= '0' && c <= '9':
			start := i
			for i < to && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			atoms = append(atoms, Atom{Start: int32(start), End: int32(i), Kind: Digits, Glued: glued})
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf:
			start := i
			upper, lower := 0, 0
			capital := c >= 'A' && c <= 'Z'
			for i < to {
				c := s[i]
				if c >= 'a' && c <= 'z' {
					lower++
					i++
				} else if c >= 'A' && c <= 'Z' {
					upper++
					i++
				} else if c >= utf8.RuneSelf {
					r, n := utf8.DecodeRuneInString(s[i:to])
					if !unicode.IsLetter(r) {
						if i > start {
							break
						}
						i += n
						if unicode.IsSpace(r) || r == '\u200b' {
							start = -1
						}
						break
					}
					if i == start {
						capital = unicode.IsUpper(r)
					}
					lower++
					i += n
					continue
				} else {
					break
				}
				continue
			}
			if start < 0 {
				glued = false
				continue
			}
			kind := Letters
			if upper+lower == 0 {
				kind = Mark
			}
			atoms = append(atoms, Atom{Start: int32(start), End: int32(i), Kind: kind, Glued: glued, Capital: capital, Shouted: upper > 1 && lower == 0})
		default:
			atoms = append(atoms, Atom{Start: int32(i), End: int32(i + 1), Kind: Mark, Glued: glued})
			i++
		}
		glued = true
	}
	return atoms
}
