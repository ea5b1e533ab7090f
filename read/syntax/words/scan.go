package words

import (
	"strings"
	"unicode"
)

// word cuts a run that begins with a letter and returns where it ended. It may emit two words: "did" "n't", "Marrow" "'s".
func (s *scanner) word(at, end int) int {
	i := at
	for i < end {
		r, size := decode(s.t, i)
		if letter(r) || unicode.IsDigit(r) {
			i += size
			continue
		}
		next := runeAt(s.t, i+size, end)
		joined := letter(next) || unicode.IsDigit(next)
		if !joined {
			break
		}
		switch {
		case i-at > longest:
			return s.finish(at, i, end)
		case r == '.' && s.dotJoins(at, i, end):
		case r == '\'' || r == '’' || r == '`':
			if s.clitic(i, end) > i || s.negation(i, end) > i {
				return s.clitics(at, i, end)
			}
		case r == '-' && s.hyphenJoins(at, i, end):
		case r == '&' && upperRun(s.t[at:i]) && unicode.IsUpper(next):
		case r == '_' || r == '@':
		default:
			return s.finish(at, i, end)
		}
		i += size
	}
	return s.finish(at, i, end)
}

// finish closes a word at i, giving it the full stop of an abbreviation where it has one.
func (s *scanner) finish(at, i, end int) int {
	w := s.t[at:i]
	if i < end && s.t[i] == '.' && s.keepsStop(w, i, end) {
		i++
	} else if n := lookup(s.tables.contractions, w); n > 0 && s.contracted(w) {
		s.emit(at, at+n)
		s.emit(at+n, i)
		return i
	}
	s.emit(at, i)
	return i
}

// contracted holds back where all capitals make "IM" or "CANT" more likely a name than two words.
func (s *scanner) contracted(w string) bool { return len(w) > 4 || w != strings.ToUpper(w) }

// keepsStop says whether the full stop at i belongs to the word before it.
func (s *scanner) keepsStop(w string, i, end int) bool {
	if i+1 < end && s.t[i+1] == '.' { // an ellipsis
		return false
	}
	following := runeAt(s.t, i+1, end) // what follows in this chunk, or in the next one
	if following == 0 {
		following = s.next
	}
	if strings.IndexByte(w, '.') >= 0 && dotted(w) { // U.S. a.m. Ph.D.
		return true
	}
	small := unicode.IsLower(following) || unicode.IsDigit(following) || following == ',' || following == ';'
	if len(w) == 1 && 'A' <= w[0] && w[0] <= 'Z' { // an initial: J. Marrow
		return (w != "I" || s.afterName()) && (unicode.IsUpper(following) || small)
	}
	switch lookup(s.tables.abbreviations, w) {
	case Title:
		return following != 0 && !unicode.IsLower(following) || small
	case Word:
		return true
	case Number:
		return unicode.IsDigit(following)
	case Unsure:
		return small && len(w) > 1
	}
	return false
}

// afterName says whether the word before may be a name's part or a title, so that "I." is an initial and not the end of "so do I."
func (s *scanner) afterName() bool {
	if len(s.out) == 0 {
		return true
	}
	last := s.t[s.out[len(s.out)-1].Start:s.out[len(s.out)-1].End]
	return 'A' <= last[0] && last[0] <= 'Z' && (last[len(last)-1] == '.' || len(last) > 2)
}

// dotted says whether single letters (or short groups of them) stand between full stops.
func dotted(w string) bool {
	run := 0
	for i := 0; i < len(w); i++ {
		if w[i] == '.' {
			run = 0
			continue
		}
		if run++; run > 2 {
			return false
		}
	}
	return true
}

// dotJoins says whether a full stop between two letters or figures is inside one word (U.S.A, notes.doc) or ends a sentence whose
// following blank was lost (night.The).
func (s *scanner) dotJoins(at, i, end int) bool {
	before := s.t[at:i]
	next := runeAt(s.t, i+1, end)
	if unicode.IsUpper(next) {
		if dotted(before) {
			return true
		}
		return upperRun(before) && len(before) > 3 && i+2 < end && unicode.IsUpper(runeAt(s.t, i+2, end))
	}
	if lookup(s.tables.abbreviations, before) == Title {
		return false
	}
	return true
}

// hyphenJoins says whether the hyphen at i stays inside the word.
func (s *scanner) hyphenJoins(at, i, end int) bool {
	return lookup(s.tables.prefixes, s.t[at:i]) && letter(runeAt(s.t, i+1, end))
}

func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' {
			return strings.ToLower(w)
		}
	}
	return w
}

func upperRun(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return len(w) > 0
}

// number cuts a run that begins with a figure: 1,200 3.5 7:30 11/20/2001 555-0142 1980s 15th. Units written onto it (5pm, 10km) are words
// of their own.
func (s *scanner) number(at, end int) int {
	i := at
	dashed := s.dashedNumber(at, end)
	if dashed > at {
		s.emit(at, dashed)
		return dashed
	}
	for i < end {
		r, size := decode(s.t, i)
		if unicode.IsDigit(r) {
			i += size
			continue
		}
		if (r == '.' || r == ',' || r == ':' || r == '/') && unicode.IsDigit(runeAt(s.t, i+1, end)) && (r != ',' || thousands(s.t, i, end)) {
			i++
			continue
		}
		break
	}
	j := i
	for j < end {
		r, size := decode(s.t, j)
		if !letter(r) && !unicode.IsDigit(r) {
			break
		}
		j += size
	}
	if j > i && !unit(s.t[i:j]) {
		i = j // 15th, 1980s, 3G, 81P
	}
	if i == at { // ".5" begins with its point
		i++
		for i < end && digit(s.t[i]) {
			i++
		}
	}
	s.emit(at, i)
	return i
}

// unit says whether letters written directly after a figure are a word of their own.
func unit(w string) bool {
	if len(w) == 1 && 'A' <= w[0] && w[0] <= 'Z' { // 3G, 2D
		return w[0] == 'M' || w[0] == 'K'
	}
	switch lower(w) {
	case "am", "pm", "km", "kg", "m", "mm", "cm", "ft", "k", "bn", "mn", "mph", "kph", "hrs", "hr", "min", "mins", "h", "lb", "lbs", "oz", "mg", "g", "ml", "mw",
		"gw", "kw", "kwh", "mwh", "ghz", "mhz", "gb", "mb", "tb", "p", "c", "sec", "secs", "yr", "yrs", "mi", "b", "usd", "eur", "gbp", "million", "billion", "tn",
		"km²", "m²", "sq", "in", "x":
		return true
	}
	return false
}

// thousands says whether exactly three figures follow the comma at i.
func thousands(t string, i, end int) bool {
	figures := 0
	for i++; i < end && figures < 4; figures++ {
		r, size := decode(t, i)
		if !unicode.IsDigit(r) {
			break
		}
		i += size
	}
	return figures == 3
}

// dashedNumber finds telephone numbers, dates and codes that hyphens hold together (555-0142, 2021-03-09), but not ranges (5-10).
func (s *scanner) dashedNumber(at, end int) int {
	i, groups, last := at, 1, 0
	end = min(end, at+longest)
	for i < end {
		if digit(s.t[i]) {
			last++
			i++
			continue
		}
		if s.t[i] == '-' && digitAt(s.t, i+1, end) && last > 0 {
			groups++
			last = 0
			i++
			continue
		}
		break
	}
	if i < end && letter(runeAt(s.t, i, end)) {
		return at
	}
	if groups >= 3 || groups == 2 && last == 4 && i-at-5 == 3 {
		return i
	}
	return at
}
