package pattern

import (
	"strconv"
	"unicode/utf8"
)

// knownSyms are the classes the scanner itself makes.
type knownSyms struct {
	num, whole, year, year2, dom, ord, clock, iso, stamp, numdate, decade, fraction Sym
	ones, teens, tens, hundred, scale, ordone, ordten                               Sym
	spelled                                                                         Sym
}

func (g *Grammar) setKnown() {
	k := &g.known
	// In fixed order, so that symbols are numbered alike in every run.
	for _, p := range []struct {
		name string
		sym  *Sym
	}{{"num", &k.num}, {"whole", &k.whole}, {"year", &k.year}, {"year2", &k.year2}, {"dom", &k.dom}, {"ord", &k.ord}, {"clock", &k.clock}, {"iso", &k.iso}, {"stamp", &k.stamp},
		{"numdate", &k.numdate}, {"decade", &k.decade}, {"fraction", &k.fraction}, {"ones", &k.ones}, {"teens", &k.teens}, {"tens", &k.tens}, {"hundred", &k.hundred},
		{"scale", &k.scale}, {"ordone", &k.ordone}, {"ordten", &k.ordten}, {"spelled", &k.spelled}} {
		*p.sym = g.Sym(p.name)
	}
}

func number(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return n
}

// digits puts the readings of the digit run at atom i on the lattice: number, year, day of the month, clock, whole date.
// Runs that hang on letters or on another number ("B2", "1.2.3.4") are left alone.
func (s *Scan) digits(i int) {
	a := s.Atoms[i]
	if s.tail(i) {
		return
	}
	if a.Glued && i > 0 && s.Text[s.Atoms[i-1].Start] == '.' && (!s.Atoms[i-1].Glued || s.Text[s.Atoms[i-2].Start] == '$') {
		s.Add(Term{Sym: s.g.known.num, Atom: int32(i - 1), End: int32(i + 1), Num: number("0." + s.Text[a.Start:a.End])}) // .5
		return
	}
	if a.End-a.Start > 15 || s.wholeDate(i) {
		return
	}
	end, value, plain := s.decimal(i)
	if s.suffixed(i, end, value, plain) {
		return
	}
	s.Add(Term{Sym: s.g.known.num, Atom: int32(i), End: int32(end), Num: value})
	if plain {
		s.plainDigits(i, end, value)
	}
}

// tail says whether digits are the end of something else: of a word that is none of the known ones, of 1,234 or of 1.5.
func (s *Scan) tail(i int) bool {
	a := s.Atoms[i]
	if !a.Glued || i == 0 {
		return false
	}
	if s.Atoms[i-1].Kind == Letters && (!s.known(i-1) || s.Before != 0 && !s.endsWith(i, s.Before)) {
		return true
	}
	if i > 1 && s.Atoms[i-1].Glued && s.Atoms[i-2].Kind == Digits {
		c := s.Text[s.Atoms[i-1].Start]
		return c == ',' && a.End-a.Start == 3 || c == '.'
	}
	return false
}

// suffixed reads what is glued to digits, and says whether that is all they are: 3rd, 1990s, 1990's.
func (s *Scan) suffixed(i, end int, value float64, plain bool) bool {
	if end >= len(s.Atoms) || !s.Atoms[end].Glued {
		return false
	}
	k := &s.g.known
	text := s.Text[s.Atoms[i].Start:s.Atoms[i].End]
	decade := plain && (len(text) == 4 || len(text) == 2) && text[len(text)-1] == '0'
	switch s.Word(end) {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		if plain {
			s.Add(Term{Sym: k.ord, Atom: int32(i), End: int32(end + 1), Num: value})
			if value >= 1 && value <= 31 {
				s.Add(Term{Sym: k.dom, Atom: int32(i), End: int32(end + 1), Num: value})
			}
		}
		return true
	case "s":
		if decade {
			s.Add(Term{Sym: k.decade, Atom: int32(i), End: int32(end + 1), Num: value, Val: text})
		}
		return true
	case "'":
		if decade && s.Word(end+1) == "s" && s.Atoms[end+1].Glued {
			s.Add(Term{Sym: k.decade, Atom: int32(i), End: int32(end + 2), Num: value, Val: text})
		}
	}
	return false
}

// plainDigits says what digits without a point may be: a clock, a day, a year, a fraction.
func (s *Scan) plainDigits(i, end int, value float64) {
	k := &s.g.known
	text := s.Text[s.Atoms[i].Start:s.Atoms[i].End]
	if s.Spaced {
		s.spaced(i)
	}
	s.clock(i)
	s.Add(Term{Sym: k.whole, Atom: int32(i), End: int32(end), Num: value, Val: text})
	if width := len(text); !s.counted(i) {
		if width <= 2 && value >= 1 && value <= 31 {
			s.Add(Term{Sym: k.dom, Atom: int32(i), End: int32(end), Num: value})
		}
		if width == 2 {
			s.Add(Term{Sym: k.year2, Atom: int32(i), End: int32(end), Num: value, Val: text})
		}
		if width == 4 && value >= 1000 && value < 2200 {
			s.Add(Term{Sym: k.year, Atom: int32(i), End: int32(end), Num: value, Val: text})
		}
	}
	// 2 1/2, 1/2
	if j := s.slashed(end); j > 0 {
		den := number(s.Word(j + 2))
		s.Add(Term{Sym: k.num, Atom: int32(i), End: int32(j + 3), Num: value + number(s.Word(j))/den})
	}
	if j := s.slashed(i); j > 0 {
		s.Add(Term{Sym: k.fraction, Atom: int32(i), End: int32(i + 3), Num: value / number(s.Word(i+2))})
	}
}

// counted says whether the digits at atom i are money or the minutes of a clock, and so no part of a date: "$12 December", "12:30 December 27".
func (s *Scan) counted(i int) bool {
	switch s.Word(i - 1) {
	case "$", "£", "€", "¥":
		return true
	case ":":
		return s.Atoms[i].Glued && s.Atoms[i-1].Glued && i > 1 && s.Atoms[i-2].Kind == Digits
	}
	return false
}

// slashed says whether "1/2" stands at atom i, and returns i, else -1.
func (s *Scan) slashed(i int) int {
	if i <= 0 && i+2 >= len(s.Atoms) || i+2 >= len(s.Atoms) || s.Atoms[i].Kind != Digits || s.Word(i+1) != "/" && s.Word(i+1) != "⁄" || !s.Atoms[i+1].Glued || !s.Atoms[i+2].Glued || s.Atoms[i+2].Kind != Digits {
		return -1
	}
	num, den := number(s.Word(i)), number(s.Word(i+2))
	if num < 1 || den < 2 || num >= den || den > 100 && s.Word(i+1) == "/" || den > 1000 || i+3 < len(s.Atoms) && s.Word(i+3) == "/" {
		return -1
	}
	return i
}

// decimal reads "12", "1,234", "1,234.5" or "1.5" at atom i and says where it ends and whether it is bare digits. Groups are read as they
// are written elsewhere too: "12,34,567", "1.234.567,8", "10 000".
func (s *Scan) decimal(i int) (end int, value float64, plain bool) {
	whole := s.Word(i)
	end, point := i+1, "."
	for _, g := range groupings {
		if w, e := s.grouped(i, g); e > i+1 {
			whole, end, point = w, e, g.point
			break
		}
	}
	plain = end == i+1
	if s.gluedDigits(end+1) && s.Word(end) == point && s.Atoms[end].Glued && !(s.gluedDigits(end+3) && s.Word(end+2) == point && s.Atoms[end+2].Glued) {
		whole += "." + s.Word(end+1)
		end += 2
		plain = false
	}
	value = number(whole)
	if e, v, ok := s.power(end, value); ok {
		return e, v, false
	}
	return end, value, plain
}

// grouping is a way to write thousands.
type grouping struct {
	mark, point string // mark " " is white space, "" white space before three zeros or that does not break
	inner       int    // digits in each group but the last, which has three
	least       int    // groups after the first that make it certain
}

var groupings = []grouping{{",", ".", 3, 1}, {",", ".", 2, 2}, {".", ",", 3, 2}, {"'", ".", 3, 1}, {"’", ".", 3, 1}, {"", ".", 3, 1}, {" ", ".", 3, 2}}

// maxGroups bounds the work at each run of digits.
const maxGroups = 8

// grouped reads digits in groups at atom i: "1,234,567". A point as the mark is certain from the second group on, or where a comma and
// decimals follow.
func (s *Scan) grouped(i int, g grouping) (whole string, end int) {
	whole, end = s.Word(i), i+1
	if len(whole) > g.inner {
		return whole, end
	}
	n, last := 0, 0
	for n < maxGroups {
		next := end + 1
		if g.mark == "" || g.mark == " " {
			next = end
			if next >= len(s.Atoms) || s.Atoms[next].Kind != Digits || s.Atoms[next].Glued || s.Word(i)[0] == '0' || g.mark == "" && s.Word(next) != "000" && !s.unbroken(next) {
				break
			}
		} else if s.Word(end) != g.mark || !s.Atoms[end].Glued || !s.gluedDigits(next) {
			break
		}
		if last == 3 && g.inner != 3 {
			break
		}
		if last = len(s.Word(next)); last != 3 && last != g.inner {
			break
		}
		whole += s.Word(next)
		end = next + 1
		n++
	}
	if n < g.least && !(g.mark == "." && n == 1 && s.Word(end) == g.point && s.Atoms[end].Glued && s.gluedDigits(end+1) && len(s.Word(end+1)) != 3) || last != 3 {
		return s.Word(i), i + 1
	}
	return whole, end
}

// unbroken says whether a no-break or thin space stands before atom i: within a number, and hardly between two of them.
func (s *Scan) unbroken(i int) bool {
	r, n := utf8.DecodeLastRuneInString(s.Text[:s.Atoms[i].Start])
	return n == int(s.Atoms[i].Start-s.Atoms[i-1].End) && (r == '\u00a0' || r == '\u2007' || r == '\u2009' || r == '\u202f')
}

// spaced adds "13 009" as one number beside "13" and "009", for a caller that can tell which of them is meant.
func (s *Scan) spaced(i int) {
	next := i + 1
	if next >= len(s.Atoms) || s.Atoms[next].Kind != Digits || s.Atoms[next].Glued || len(s.Word(next)) != 3 || len(s.Word(i)) > 3 || s.Word(i)[0] == '0' ||
		s.Atoms[next].Start-s.Atoms[i].End != 1 || s.Atoms[i].Glued && i > 0 && s.Atoms[i-1].Kind == Letters {
		return
	}
	if i > 0 && s.Atoms[i-1].Kind == Digits || next+1 < len(s.Atoms) && (s.Atoms[next+1].Kind == Digits || s.Atoms[next+1].Glued && s.gluedDigits(next+2)) {
		return // a run of numbers, or a number that goes on: "12 300.5"
	}
	s.Add(Term{Sym: s.g.known.num, Atom: int32(i), End: int32(next + 1), Num: number(s.Word(i) + s.Word(next))})
}

// gluedDigits says whether atom i is digits without white space before them.
func (s *Scan) gluedDigits(i int) bool {
	return i < len(s.Atoms) && s.Atoms[i].Kind == Digits && s.Atoms[i].Glued
}

// power reads what makes a number scientific: "e-3", "×10−30", "x10^3".
func (s *Scan) power(i int, mantissa float64) (end int, value float64, ok bool) {
	glued := func(j int) bool { return j < len(s.Atoms) && s.Atoms[j].Glued }
	j := i
	switch s.Word(j) {
	case "e", "E":
		j++
	case "×", "x", "X":
		if !glued(j) || s.Word(j+1) != "10" {
			return 0, 0, false
		}
		j += 2
		if s.Word(j) == "^" {
			j++
		}
	default:
		return 0, 0, false
	}
	if !glued(i) || !glued(j) {
		return 0, 0, false
	}
	sign := 1
	switch s.Word(j) {
	case "-", "−", "–":
		sign = -1
		j++
	case "+":
		j++
	}
	if j >= len(s.Atoms) || s.Atoms[j].Kind != Digits || !s.Atoms[j].Glued || len(s.Word(j)) > 2 {
		return 0, 0, false
	}
	n := int(number(s.Word(j))) * sign
	return j + 1, number(strconv.FormatFloat(mantissa, 'f', -1, 64) + "e" + strconv.Itoa(n)), true
}

// Ends says whether a term of a class ends right before atom i.
func (s *Scan) Ends(i int, class Sym) bool { return s.endsWith(i, class) }

// endsWith says whether a term of a class ends right before atom i.
func (s *Scan) endsWith(i int, class Sym) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		for n := s.head[j]; n >= 0; n = s.Terms[n].next {
			if t := &s.Terms[n]; t.Sym == class && int(t.End) == i {
				return true
			}
		}
	}
	return false
}

// clock puts "10:35", "10:35:20" and "6.40" (the latter as clock with a dot, for rules that ask for a.m. or p.m.) on the lattice.
func (s *Scan) clock(i int) {
	k := &s.g.known
	h := number(s.Word(i))
	if h > 24 || len(s.Word(i)) > 2 || i+2 >= len(s.Atoms) || s.Word(i+1) != ":" || !s.Atoms[i+1].Glued || !s.Atoms[i+2].Glued || len(s.Word(i+2)) != 2 ||
		s.Atoms[i+2].Kind != Digits || number(s.Word(i+2)) > 59 {
		return
	}
	end := i + 3
	val := two(int(h)) + ":" + s.Word(i+2)
	if end+1 < len(s.Atoms) && s.Word(end) == ":" && s.Atoms[end].Glued && s.Atoms[end+1].Glued && len(s.Word(end+1)) == 2 && s.Atoms[end+1].Kind == Digits {
		val += ":" + s.Word(end+1)
		end += 2
	}
	s.Add(Term{Sym: k.clock, Atom: int32(i), End: int32(end), Val: val, Num: h})
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// wholeDate reads dates of digits alone: 2011-03-07 (iso), 3/7/2011, 7.3.11, 03-07-2011 (numdate, Val "a/b/yyyy").
func (s *Scan) wholeDate(i int) bool {
	if !s.threeNumbers(i) {
		return false
	}
	a, b, c := s.Word(i), s.Word(i+2), s.Word(i+4)
	if i+6 < len(s.Atoms) && s.Word(i+5) == s.Word(i+1) && s.Atoms[i+5].Glued && s.Atoms[i+6].Glued && s.Atoms[i+6].Kind == Digits {
		return true // 1-2-3-4: a phone number or version, not a date
	}
	k := &s.g.known
	first, m, d := number(a), number(b), number(c)
	switch {
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2 && m >= 1 && m <= 12 && d >= 1 && d <= 31:
		day := a + "-" + two(int(m)) + "-" + two(int(d))
		s.Add(Term{Sym: k.iso, Atom: int32(i), End: int32(i + 5), Val: day})
		if end, clock := s.stamp(i + 5); end > 0 {
			s.Add(Term{Sym: k.stamp, Atom: int32(i), End: int32(end), Val: day + clock})
		}
		return true
	case len(a) <= 2 && len(b) <= 2 && (len(c) == 4 || len(c) == 2) && first >= 1 && m >= 1 && max(first, m) <= 31 && min(first, m) <= 12:
		s.Add(Term{Sym: k.numdate, Atom: int32(i), End: int32(i + 5), Val: two(int(first)) + "/" + two(int(m)) + "/" + c})
		return true
	}
	return false
}

// threeNumbers says whether three numbers stand in one word with the same mark between them: 2011-03-07, 3/7/11.
func (s *Scan) threeNumbers(i int) bool {
	if i+4 >= len(s.Atoms) || s.Atoms[i+2].Kind != Digits || s.Atoms[i+4].Kind != Digits {
		return false
	}
	for j := i + 1; j <= i+4; j++ {
		if !s.Atoms[j].Glued {
			return false
		}
	}
	sep := s.Word(i + 1)
	return sep == s.Word(i+3) && (sep == "-" || sep == "/" || sep == "." || sep == "–")
}

// stamp reads what makes a date a date-time of machines, "T06:12:40Z" or "T06:12+01:00", at atom i.
func (s *Scan) stamp(i int) (end int, clock string) {
	digits := func(j int) bool {
		return j < len(s.Atoms) && s.Atoms[j].Glued && s.Atoms[j].Kind == Digits && len(s.Word(j)) == 2
	}
	mark := func(j int, m string) bool { return s.Word(j) == m && s.Atoms[j].Glued }
	if !mark(i, "T") || !digits(i+1) || !mark(i+2, ":") || !digits(i+3) || s.Word(i+1) > "24" || s.Word(i+3) > "59" {
		return 0, ""
	}
	clock, end = "T"+s.Word(i+1)+":"+s.Word(i+3), i+4
	if mark(end, ":") && digits(end+1) {
		clock, end = clock+":"+s.Word(end+1), end+2
		if mark(end, ".") && end+1 < len(s.Atoms) && s.Atoms[end+1].Glued && s.Atoms[end+1].Kind == Digits { // parts of a second say nothing here
			end += 2
		}
	}
	switch {
	case mark(end, "Z"):
		return end + 1, clock + "Z"
	case (mark(end, "+") || mark(end, "-")) && digits(end+1) && mark(end+2, ":") && digits(end+3):
		return end + 4, clock + s.Word(end) + s.Word(end+1) + ":" + s.Word(end+3)
	}
	return end, clock
}

// known says whether the letters at atom i are a word of the tables, as in "mid2011" or "Q1".
func (s *Scan) known(i int) bool { return s.Atoms[i].Word >= 0 }
