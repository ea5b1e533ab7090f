package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// written is a date as it stands in a string.
type written struct {
	text.Span
	times.Interval
	numeric bool // day and month are both numbers below 13, in the order that Interval takes them in
}

// swapped takes day and month the other way round.
func (w written) swapped() written {
	year, month, day := w.Earliest.Day.Civil()
	other := times.NewDay(year, day, month)
	w.Earliest.Day, w.Latest.Day = other, other
	return w
}

// finder reads dates in one string. It goes over the string once; each date form is tried at most once a position.
type finder struct {
	s   string
	tab *tables
}

// findDates returns the dates in s, left to right, as far as they name at least month and year. At most limit are returned.
func (tab *tables) findDates(s string, limit int) []written {
	f := finder{s, tab}
	var out []written
	for i := 0; i < len(s) && len(out) < limit; {
		c := s[i]
		digit := c >= '0' && c <= '9'
		if !digit && !(c >= utf8.RuneSelf || c|0x20 >= 'a' && c|0x20 <= 'z') {
			i++
			continue
		}
		if digit && (i == 0 || !isAlnum(s[i-1]) || s[i-1] >= 'A' && s[i-1] <= 'Z' || s[i-1] >= utf8.RuneSelf) {
			if w, ok := f.fromDigit(i); ok {
				out = append(out, f.withClock(w))
				i = out[len(out)-1].End
				continue
			}
			if j := f.digits(i); (j-i == 5 || j-i == 6) && (f.s[i:i+2] == "20" || f.s[i:i+2] == "19") { // a year and a day that ran together
				if w, ok := f.fromDigit(i + 4); ok {
					out = append(out, f.withClock(w))
					i = w.End
					continue
				}
			}
			i = f.digits(i)
			continue
		}
		if digit {
			i = f.digits(i)
			continue
		}
		end := f.word(i)
		w, ok := f.fromMonth(i, end)
		if at := f.glued(i, end); !ok && at > i {
			w, ok = f.fromMonth(at, end)
		}
		if ok {
			out = append(out, f.withClock(w))
			i = out[len(out)-1].End
			continue
		}
		i = end
	}
	return out
}

// glued returns where in the word at [i,end) another one begins that ran together with it, at a capital behind a small letter: 5 in "BrandDec";
// i where there is none.
func (f finder) glued(i, end int) int {
	if end-i > 3 && f.s[i+1] >= 'A' && f.s[i+1] <= 'Z' && f.s[i] >= 'A' && f.s[i] <= 'Z' && f.s[i+2] >= 'a' && f.s[i+2] <= 'z' { // an initial: "Ada BDec. 18"
		return i + 1
	}
	for k := end - 3; k > i; k-- {
		if a, b := f.s[k-1], f.s[k]; b >= 'A' && b <= 'Z' && a >= 'a' && a <= 'z' {
			return k
		}
	}
	return i
}

func isAlnum(c byte) bool { return isLetterByte(c) || c >= '0' && c <= '9' }

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func (f finder) digits(i int) int {
	for i < len(f.s) && f.s[i] >= '0' && f.s[i] <= '9' {
		i++
	}
	return i
}

// word returns the end of the run of letters at i, at least one byte on.
func (f finder) word(i int) int {
	from := i
	for i < len(f.s) {
		r, n := utf8.DecodeRuneInString(f.s[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) || r >= 0x3040 && r < 0xD800 {
			break
		}
		i += n
	}
	if i == from {
		_, n := utf8.DecodeRuneInString(f.s[i:])
		i += max(n, 1)
	}
	return i
}

func (f finder) number(i, j int) int {
	n := 0
	for ; i < j && n < 1e8; i++ {
		n = n*10 + int(f.s[i]-'0')
	}
	return n
}

func (f finder) at(i int, c byte) bool { return i < len(f.s) && f.s[i] == c }

// fromDigit reads a date that begins with a number: 2021-07-19, 2021/7/19, 2021. 7. 19., 19.07.2021, 19 | 07 | 2021, 19 July 2021, 2021年7月19日.
func (f finder) fromDigit(i int) (written, bool) {
	j := f.digits(i)
	n := f.number(i, j)
	switch {
	case j-i == 4:
		if rest := f.s[j:]; strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "년") {
			return f.eastern(i, j, n)
		}
		if sep, m := f.separator(j); sep != 0 {
			k := f.digits(m)
			if again, e := f.separator(k); k > m && k-m <= 2 && again == sep {
				if end := f.digits(e); end > e && end-e <= 2 {
					return f.day(i, end, n, f.number(m, k), f.number(e, end))
				}
			}
		}
		return f.yearFirst(i, j, n)
	case j-i <= 2:
		if sep, m := f.separator(j); sep != 0 {
			k := f.digits(m)
			if again, y := f.separator(k); k > m && k-m <= 2 && again == sep {
				e := f.digits(y)
				if e-y == 4 || e-y == 2 && y == k+1 && sep != '-' {
					year := f.number(y, e)
					if e-y == 2 {
						year += 2000
					}
					return f.numericDay(i, e, n, f.number(m, k), year, sep)
				}
			}
		}
		return f.dayMonth(i, j, n)
	}
	return written{}, false
}

// separator reads the mark between the numbers of a date, "." or "/" or "-" or "|" and spaces around it, and says where the next number begins.
func (f finder) separator(i int) (sep byte, next int) {
	if f.at(i, ' ') {
		i++
	}
	if i >= len(f.s) || strings.IndexByte("./-|", f.s[i]) < 0 {
		return 0, i
	}
	next = i + 1
	if f.at(next, ' ') {
		next++
	}
	return f.s[i], next
}

// eastern reads 2021年7月19日.
func (f finder) eastern(i, j, year int) (written, bool) {
	j += len("年")
	for f.at(j, ' ') {
		j++
	}
	k := f.digits(j)
	if k == j || k >= len(f.s) {
		return written{}, false
	}
	month := f.number(j, k)
	_, n := utf8.DecodeRuneInString(f.s[k:])
	if !strings.HasPrefix(f.s[k:], "月") && !strings.HasPrefix(f.s[k:], "월") {
		return written{}, false
	}
	k += n
	for f.at(k, ' ') {
		k++
	}
	e := f.digits(k)
	if e == k {
		return written{}, false
	}
	day := f.number(k, e)
	if e < len(f.s) {
		_, n = utf8.DecodeRuneInString(f.s[e:])
		e += n
	}
	return f.day(i, e, year, month, day)
}

// dayMonth reads "19 July 2021", "19. Juli 2021", "19th of July, 2021", "19 de julio de 2021", with the day at [i,j).
func (f finder) dayMonth(i, j, day int) (written, bool) {
	k := j
	if rest := f.s[k:]; len(rest) > 2 && (rest[:2] == "st" || rest[:2] == "nd" || rest[:2] == "rd" || rest[:2] == "th") {
		k += 2
	}
	k = f.between(k)
	e := f.word(k)
	if e > len(f.s) || e == k {
		return written{}, false
	}
	month := f.month(k, e)
	if month == 0 {
		return written{}, false
	}
	y := f.between(e)
	ye := f.digits(y)
	if ye-y == 2 && f.at(y-1, '\'') {
		return f.day(i, ye, 2000+f.number(y, ye), month, day)
	}
	if ye-y != 4 || ye < len(f.s) && f.s[ye] == ':' {
		return written{}, false
	}
	return f.day(i, ye, f.number(y, ye), month, day)
}

// yearFirst reads "2021. július 19." and "2021 m. liepos 19 d.", with the year at [i,j).
func (f finder) yearFirst(i, j, year int) (written, bool) {
	k := f.between(j)
	if strings.HasPrefix(f.s[k:], "m. ") {
		k += len("m. ")
	}
	e := f.word(k)
	if k == j || k >= len(f.s) {
		return written{}, false
	}
	month := f.month(k, e)
	d := f.between(e)
	end := f.digits(d)
	if month == 0 || d == e || end == d || end-d > 2 {
		return written{}, false
	}
	return f.day(i, end, year, month, f.number(d, end))
}

// fromMonth reads "July 19, 2021" and "July 2021", with the month's name at [i,j).
func (f finder) fromMonth(i, j int) (written, bool) {
	k := f.between(j)
	if k >= len(f.s) || !isNumber(f.s[k]) { // most words end here, before they are looked up
		return written{}, false
	}
	month := f.month(i, j)
	if month == 0 {
		return written{}, false
	}
	e := f.digits(k)
	switch e - k {
	case 1, 2:
		day := f.number(k, e)
		y := e
		if rest := f.s[y:]; len(rest) > 2 && (rest[:2] == "st" || rest[:2] == "nd" || rest[:2] == "rd" || rest[:2] == "th") {
			y += 2
		}
		y = f.between(y)
		ye := f.digits(y)
		if ye-y == 4 {
			return f.day(i, ye, f.number(y, ye), month, day)
		}
		// "Mon Jul 19 14:40:00 EDT 2021"
		if ye-y == 2 && f.at(ye, ':') && ye+6 <= len(f.s) {
			if p := strings.LastIndexByte(f.s[:min(len(f.s), ye+20)], ' '); p > ye {
				if q := f.digits(p + 1); q-p == 5 {
					return f.day(i, q, f.number(p+1, q), month, day)
				}
			}
		}
	case 4:
		year := f.number(k, e)
		if year < 1900 || year > 2100 || j-i < 3 {
			return written{}, false
		}
		first := times.NewDay(year, month, 1)
		last := times.NewDay(year, month+1, 1) - 1
		if month == 12 {
			last = times.NewDay(year, 12, 31)
		}
		return written{Span: text.Span{Start: i, End: e}, Interval: times.Between(first, last, times.Month)}, true
	}
	return written{}, false
}

// month returns the number of the month named at [i,j), 0 for none.
func (f finder) month(i, j int) int {
	if j-i < 3 || j-i > 40 || j-i > 14 && f.s[i] < utf8.RuneSelf {
		return 0
	}
	return f.tab.months[strings.ToLower(f.s[i:j])]
}

// between passes what stands between the parts of a date: spaces, commas, points, "of", "de".
func (f finder) between(i int) int {
	for n := 0; i < len(f.s) && n < 12; n++ {
		switch c := f.s[i]; {
		case c == ' ' || c == ',' || c == '.' || c == '-' || c == '/' || c == '\'' || c == '\t':
			i++
		case c == 0xC2 && f.at(i+1, 0xA0):
			i += 2
		case strings.HasPrefix(f.s[i:], "of ") || strings.HasPrefix(f.s[i:], "de "):
			i += 3
		case strings.HasPrefix(f.s[i:], "del "):
			i += 4
		default:
			return i
		}
	}
	return i
}

func (f finder) numericDay(i, e, a, b, year int, sep byte) (written, bool) {
	day, month := a, b
	ambiguous := a <= 12 && b <= 12 && a != b && sep != '.'
	if b > 12 {
		day, month = b, a
	}
	w, ok := f.day(i, e, year, month, day)
	w.numeric = ambiguous
	return w, ok
}

func (f finder) day(i, e, year, month, day int) (written, bool) {
	if year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 {
		return written{}, false
	}
	d := times.NewDay(year, month, day)
	if _, m, _ := d.Civil(); m != month {
		return written{}, false
	}
	if e < len(f.s) && f.s[e] >= '0' && f.s[e] <= '9' {
		return written{}, false
	}
	return written{Span: text.Span{Start: i, End: e}, Interval: times.Between(d, d, times.ADay)}, true
}
