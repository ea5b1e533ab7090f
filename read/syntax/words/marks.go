package words

import (
	"strings"
	"unicode"
)

// mark cuts punctuation and symbols: a smiley, a run of stops ("..." "?!"), a run of one drawn character ("--" "***"), or one character.
func (s *scanner) mark(at, end int, r rune, size int) int {
	if r == ':' || r == ';' || r == '=' || r == '(' || r == '<' || r == '^' {
		for _, face := range s.tables.smileys {
			if strings.HasPrefix(s.t[at:end], face) && !letter(runeAt(s.t, at+len(face), end)) && !digitAt(s.t, at+len(face), end) {
				return at + len(face)
			}
		}
	}
	i := at + size
	switch r {
	case '.', '!', '?', '…':
		for i < end {
			next, n := decode(s.t, i)
			if next != '.' && next != '!' && next != '?' && next != '…' {
				break
			}
			i += n
		}
	case '-', '=', '*', '_', '~', '+', '#', '<', '>', '|', '\'', '’', '`':
		for i < end {
			next, n := decode(s.t, i)
			if next != r {
				break
			}
			i += n
		}
	default:
		for i < end { // what joins on to a symbol: the parts of an emoji
			next, n := decode(s.t, i)
			if next != '\u200d' && next != '\ufe0f' && !unicode.Is(unicode.Mn, next) {
				break
			}
			i += n
		}
	}
	return i
}

// longest bounds how far ahead one character may make us look, so that a line without blanks costs no more than another.
const longest = 256

// address finds a web or mail address, a file's path or a handle that begins at an offset, and returns its end.
func (s *scanner) address(at, end int) int {
	t := s.t[at:min(end, at+longest)]
	c := t[0]
	switch {
	case c|0x20 == 'h' && (hasPrefix(t, "http://") || hasPrefix(t, "https://")), c|0x20 == 'w' && hasPrefix(t, "www."), c|0x20 == 'f' && hasPrefix(t, "ftp://"):
		return s.trimmed(at, end)
	case (c == '@' || c == '#') && len(t) > 1 && letter(runeAt(s.t, at+1, end)):
		if c == '@' && at > 0 && !space(runeBefore(s.t, at)) && runeBefore(s.t, at) != '(' {
			return at
		}
		i := at + 1
		for i < end && (letter(runeAt(s.t, i, end)) || digit(s.t[i]) || s.t[i] == '_') {
			_, n := decode(s.t, i)
			i += n
		}
		return i
	case letter(rune(c)) || digit(c):
		if i := strings.IndexByte(t, '@'); i > 0 && i+1 < len(t) && strings.IndexByte(t[i:], '.') > 0 && plainAddress(t[:i]) {
			return s.trimmed(at, end)
		}
		if i := strings.IndexByte(t, '/'); i > 3 && domain(t[:i]) {
			return s.trimmed(at, end)
		}
	}
	return at
}

// plainAddress says whether only what a mailbox may be named with stands before the @.
func plainAddress(t string) bool {
	for i := 0; i < len(t); i++ {
		if c := t[i]; !letter(rune(c)) && !digit(c) && c != '.' && c != '-' && c != '_' && c != '+' {
			return false
		}
	}
	return true
}

// domain says whether t looks like a host name: letters, a full stop, a short ending.
func domain(t string) bool {
	dot := strings.LastIndexByte(t, '.')
	if dot < 2 || len(t)-dot < 3 || len(t)-dot > 5 {
		return false
	}
	for i := 0; i < len(t); i++ {
		if c := t[i]; c|0x20 < 'a' || c|0x20 > 'z' {
			if c != '.' && c != '-' && !digit(c) || i > dot {
				return false
			}
		}
	}
	return true
}

func hasPrefix(t, small string) bool {
	return len(t) >= len(small) && strings.EqualFold(t[:len(small)], small)
}

// trimmed is the end of an address without the punctuation of the sentence around it.
func (s *scanner) trimmed(at, end int) int {
	for i := at; i < end; {
		r, n := decode(s.t, i)
		if r == '"' || r == '<' || r == '>' || r == '”' || r == '“' || r == '’' || r == '…' {
			end = i
			break
		}
		i += n
	}
	round, square := strings.IndexByte(s.t[at:end], '(') >= 0, strings.IndexByte(s.t[at:end], '[') >= 0
	for end > at+1 {
		c := s.t[end-1]
		if strings.IndexByte(".,;:!?'\"*", c) < 0 && (c != ')' || round) && (c != ']' || square) {
			break
		}
		end--
	}
	return end
}
