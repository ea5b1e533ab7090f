package words

import "unicode"

// clitics cuts a word whose apostrophe at i begins 's, 'll and the like, or stands in n't.
func (s *scanner) clitics(at, i, end int) int {
	if stop := s.negation(i, end); stop > i {
		s.emit(at, i-1)
		s.emit(i-1, stop)
		if s.clitic(stop, end) > stop { // wouldn't've
			next := s.clitic(stop, end)
			s.emit(stop, next)
			return next
		}
		return stop
	}
	stop := s.clitic(i, end)
	s.emit(at, i)
	s.emit(i, stop)
	if again := s.clitic(stop, end); again > stop { // I'd've
		s.emit(stop, again)
		return again
	}
	return stop
}

// negation finds n't with its apostrophe at i and returns its end.
func (s *scanner) negation(i, end int) int {
	_, size := decode(s.t, i)
	if i < 2 || s.t[i-1]|0x20 != 'n' || i+size >= end || s.t[i+size]|0x20 != 't' {
		return i
	}
	stop := i + size + 1
	if r := runeAt(s.t, stop, end); letter(r) || unicode.IsDigit(r) {
		return i
	}
	if r := runeBefore(s.t, i-1); !letter(r) {
		return i
	}
	return stop
}

// clitic finds 's 'm 'd 're 've 'll with its apostrophe at i and returns its end.
func (s *scanner) clitic(i, end int) int {
	if i >= end {
		return i
	}
	r, size := decode(s.t, i)
	if r != '\'' && r != '’' && r != '`' {
		return i
	}
	j := i + size
	for j < end && letter(runeAt(s.t, j, end)) {
		_, n := decode(s.t, j)
		j += n
	}
	if j < end && unicode.IsDigit(runeAt(s.t, j, end)) {
		return i
	}
	switch lower(s.t[i+size : j]) {
	case "s", "m", "d", "re", "ve", "ll":
		return j
	}
	return i
}

// apostrophe takes what an apostrophe can begin on its own: a clitic cut off from its word ("the U.S.'s" after the stop), 'em, '90s.
// A closing quotation mark is left alone.
func (s *scanner) apostrophe(at, end int) int {
	_, size := decode(s.t, at)
	if n := len(s.out); n > 0 && s.out[n-1].End == at {
		if letterOrDigitOrStop(runeBefore(s.t, at)) {
			return s.clitic(at, end)
		}
		return at
	}
	i := at + size
	if digitAt(s.t, i, end) && digitAt(s.t, i+1, end) && !digitAt(s.t, i+2, end) { // '90s, '05
		i += 2
		if i < end && s.t[i] == 's' {
			i++
		}
		if !letter(runeAt(s.t, i, end)) {
			return i
		}
		return at
	}
	j := i
	for j < end && letter(runeAt(s.t, j, end)) {
		_, n := decode(s.t, j)
		j += n
	}
	switch s.t[i:j] {
	case "em", "til", "cause", "tis", "twas", "s", "ll", "re", "ve", "m", "d":
		return j
	}
	return at
}

func letterOrDigitOrStop(r rune) bool {
	return letter(r) || unicode.IsDigit(r) || r == '.' || r == ')' || r == '”' || r == '"' || r == '%'
}

func runeBefore(t string, at int) rune {
	i := at - 1
	for i > 0 && t[i]&0xC0 == 0x80 {
		i--
	}
	if i < 0 {
		return 0
	}
	r, _ := decode(t, i)
	return r
}
