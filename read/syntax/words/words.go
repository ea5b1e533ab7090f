// Package words finds the words of a line as Universal Dependencies counts them, each with its exact place.
//
//	Gov. Marrow didn't re-open the 5-mile road.
//	Gov. | Marrow | did | n't | re-open | the | 5 | - | mile | road | .
package words

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// Split appends the words of t[line] to out. Every byte that is not white space lies in exactly one word.
func (tables *Tables) Split(out []text.Span, t text.Text, line text.Span) []text.Span {
	s := scanner{t: string(t), tables: tables, out: out}
	for at := line.Start; at < line.End; {
		r, size := decode(s.t, at)
		if space(r) {
			at += size
			continue
		}
		end := at + size
		for end < line.End {
			r, size := decode(s.t, end)
			if space(r) {
				break
			}
			end += size
		}
		s.next = nextStart(s.t, end, line.End)
		s.chunk(at, end)
		at = end
	}
	return s.out
}

// scanner cuts one run of characters between white space after the other.
type scanner struct {
	t      string
	tables *Tables
	out    []text.Span
	next   rune // first character of the following chunk; 0 at the line's end
}

func (s *scanner) emit(start, end int) {
	if end > start {
		s.out = append(s.out, text.Span{Start: start, End: end})
	}
}

// chunk cuts t[at:end], which holds no white space.
func (s *scanner) chunk(at, end int) {
	for at < end {
		if stop := s.address(at, end); stop > at {
			s.emit(at, stop)
			at = stop
			continue
		}
		r, size := decode(s.t, at)
		switch {
		case unicode.IsDigit(r) || r == '.' && digitAt(s.t, at+1, end) && !digitBefore(s.t, at):
			at = s.number(at, end)
		case letter(r):
			at = s.word(at, end)
		case (r == '\'' || r == '’') && s.apostrophe(at, end) > at:
			stop := s.apostrophe(at, end)
			s.emit(at, stop)
			at = stop
		default:
			stop := s.mark(at, end, r, size)
			s.emit(at, stop)
			at = stop
		}
	}
}

func decode(t string, at int) (rune, int) {
	if c := t[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t[at:])
}

// runeAt is the character at an offset, 0 outside [.., end).
func runeAt(t string, at, end int) rune {
	if at >= end || at < 0 {
		return 0
	}
	r, _ := decode(t, at)
	return r
}

func space(r rune) bool {
	switch {
	case r <= ' ':
		return true
	case r < 0x80:
		return r == 0x7f
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

// letter also takes marks (accents that stand as characters of their own) and the soft hyphen.
func letter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad'
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func digitAt(t string, at, end int) bool { return at < end && digit(t[at]) }

func digitBefore(t string, at int) bool { return at > 0 && digit(t[at-1]) }

func nextStart(t string, at, end int) rune {
	for at < end {
		r, size := decode(t, at)
		if !space(r) {
			return r
		}
		at += size
	}
	return 0
}
