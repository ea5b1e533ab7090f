package pattern

// numerals folds number words into numbers: "twenty-four", "two hundred and ten", "a hundred", "1.2 million", "twenty-first", and years
// said in two halves, "nineteen sixty-one".
func (s *Scan) numerals() {
	for i := 0; i < len(s.Atoms); {
		if a := &s.Atoms[i]; a.Word < 0 && a.Kind == Letters && a.End-a.Start > 1 { // no word of the tables, and not the "a" of "a hundred"
			i++
			continue
		}
		end := s.numeral(i)
		if end <= i {
			i++
			continue
		}
		i = end
	}
}

func (s *Scan) find(i int, sym Sym) *Term {
	if i < 0 || i >= len(s.head) || sym == 0 {
		return nil
	}
	var best *Term
	for n := s.head[i]; n >= 0; n = s.Terms[n].next {
		if t := &s.Terms[n]; t.Sym == sym && (best == nil || t.End > best.End) {
			best = t
		}
	}
	return best
}

// Find returns the longest term of a class that begins at atom i, nil for none.
func (s *Scan) Find(i int, class Sym) *Term { return s.find(i, class) }

// below100 reads "seven", "fifteen", "twenty", "twenty-four" and says whether it ended in an ordinal.
func (s *Scan) below100(i int) (value float64, end int, ordinal bool) {
	k := &s.g.known
	if t := s.find(i, k.tens); t != nil {
		value, end = t.Num, int(t.End)
		j := end
		if s.Word(j) == "-" {
			j++
		}
		if j == end || s.Atoms[end].Glued {
			if u := s.find(j, k.ones); u != nil {
				return value + u.Num, int(u.End), false
			}
			if u := s.find(j, k.ordone); u != nil && u.Num < 10 {
				return value + u.Num, int(u.End), true
			}
		}
		return value, end, false
	}
	if t := s.find(i, k.teens); t != nil {
		return t.Num, int(t.End), false
	}
	if t := s.find(i, k.ones); t != nil {
		return t.Num, int(t.End), false
	}
	if t := s.find(i, k.ordone); t != nil {
		return t.Num, int(t.End), true
	}
	return 0, i, false
}

func (s *Scan) numeral(i int) int {
	k := &s.g.known
	n := numeral{digits: s.find(i, k.num), j: i}
	if n.digits != nil {
		n.group, n.j = n.digits.Num, int(n.digits.End)
	} else {
		var v float64
		v, n.j, n.ordinal = s.below100(i)
		if n.j == i {
			if w := s.Word(i); w != "a" && w != "A" || s.find(i+1, k.hundred) == nil && s.find(i+1, k.scale) == nil {
				return i
			}
			v, n.j = 1, i+1
		}
		n.words, n.group = true, v
		if end := s.yearInWords(i, &n); end > 0 {
			return end
		}
	}
	for !n.ordinal && s.multiplied(&n) && s.added(&n) {
	}
	n.total += n.group
	if n.digits == nil || n.j != int(n.digits.End) {
		s.addNumeral(i, &n)
	}
	return n.j
}

// numeral is a number in words, or in digits with words behind them, as far as it is read.
type numeral struct {
	digits       *Term // what it begins with, where that is digits
	total, group float64
	j            int // the next atom
	ordinal      bool
	words        bool
}

// yearInWords reads "nineteen sixty-one", and returns where it ends, 0 where it is none.
func (s *Scan) yearInWords(i int, n *numeral) int {
	if v := n.group; !n.ordinal && v >= 13 && v <= 21 {
		if v2, end, ord := s.below100(n.j); end > n.j && !ord && v2 >= 10 {
			s.Add(Term{Sym: s.g.known.year, Atom: int32(i), End: int32(end), Num: v*100 + v2, Val: "spelled"})
			s.Add(Term{Sym: s.g.known.spelled, Atom: int32(i), End: int32(end), Num: v*100 + v2})
			return end
		}
	}
	return 0
}

// multiplied takes a hundred or a thousand after what is read; false where there is none.
func (s *Scan) multiplied(n *numeral) bool {
	glue := n.j
	if s.Word(n.j) == "-" {
		glue++
	}
	if t := s.find(glue, s.g.known.hundred); t != nil {
		n.group *= t.Num
		n.j = int(t.End)
		return true
	}
	t := s.find(glue, s.g.known.scale)
	if t == nil || n.digits != nil && glue > n.j && !s.Atoms[n.j].Glued {
		return false
	}
	n.total += n.group * t.Num
	n.group = 0
	n.j = int(t.End)
	n.words = n.words || n.digits == nil
	return true
}

// added takes what follows a hundred or thousand, "and ten", "ten", "two hundred"; false where the number ends with that.
func (s *Scan) added(n *numeral) bool {
	if n.digits != nil {
		return false
	}
	m := n.j
	if s.Word(m) == "and" {
		m++
	}
	v, end, ord := s.below100(m)
	if end == m {
		return true
	}
	if t := s.find(end, s.g.known.hundred); t != nil && m == n.j {
		v *= t.Num
		end = int(t.End)
		rest := end
		if s.Word(rest) == "and" {
			rest++
		}
		if v2, e2, o2 := s.below100(rest); e2 > rest {
			v, end, ord = v+v2, e2, o2
		}
	}
	n.group += v
	n.j, n.ordinal = end, ord
	return s.find(n.j, s.g.known.scale) != nil
}

// addNumeral adds the terms of a number that has been read.
func (s *Scan) addNumeral(i int, n *numeral) {
	k := &s.g.known
	at, end := int32(i), int32(n.j)
	if n.ordinal {
		s.Add(Term{Sym: k.ord, Atom: at, End: end, Num: n.total})
		if n.total <= 31 {
			s.Add(Term{Sym: k.dom, Atom: at, End: end, Num: n.total, Val: "spelled"})
		}
		return
	}
	s.Add(Term{Sym: k.num, Atom: at, End: end, Num: n.total, Val: "words"})
	if n.words && n.total >= 1 && n.total <= 31 {
		s.Add(Term{Sym: k.dom, Atom: at, End: end, Num: n.total, Val: "spelled"})
	}
	if n.words && n.total >= 2000 && n.total < 2100 {
		s.Add(Term{Sym: k.year, Atom: at, End: end, Num: n.total, Val: "spelled"})
	}
}
