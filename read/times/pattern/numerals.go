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
	at := int32(i)
	digits := s.find(i, k.num)
	var total, group float64
	j, ordinal, words := i, false, false
	switch {
	case digits != nil:
		group, j = digits.Num, int(digits.End)
	default:
		var v float64
		v, j, ordinal = s.below100(i)
		if j == i {
			if w := s.Word(i); (w == "a" || w == "A") && (s.find(i+1, k.hundred) != nil || s.find(i+1, k.scale) != nil) {
				v, j = 1, i+1
			} else {
				return i
			}
		}
		words = true
		group = v
		if !ordinal && v >= 10 { // "nineteen sixty-one"
			if v2, end, ord := s.below100(j); end > j && !ord && v2 >= 1 && v >= 13 && v <= 21 && v2 >= 10 {
				s.Add(Term{Sym: k.year, Atom: at, End: int32(end), Num: v*100 + v2, Val: "spelled"})
				s.Add(Term{Sym: k.spelled, Atom: at, End: int32(end), Num: v*100 + v2})
				return end
			}
		}
	}
	for !ordinal {
		glue := j
		if s.Word(j) == "-" {
			glue++
		}
		if t := s.find(glue, k.hundred); t != nil {
			group *= t.Num
			j = int(t.End)
		} else if t := s.find(glue, k.scale); t != nil {
			if digits != nil && glue > j && !s.Atoms[j].Glued {
				break
			}
			total += group * t.Num
			group = 0
			j = int(t.End)
			words = words || digits == nil
		} else {
			break
		}
		// what follows a hundred or thousand: "and ten", "ten", "two hundred"
		m := j
		if w := s.Word(m); w == "and" {
			m++
		}
		if digits != nil {
			if d := s.find(m, k.num); d == nil || m != j || d.Num >= 1000 {
				break
			}
			break
		}
		v, end, ord := s.below100(m)
		if end == m {
			continue
		}
		if t := s.find(end, k.hundred); t != nil && m == j {
			v *= t.Num
			end = int(t.End)
			n := end
			if s.Word(n) == "and" {
				n++
			}
			if v2, e2, o2 := s.below100(n); e2 > n {
				v, end, ord = v+v2, e2, o2
			}
		}
		group += v
		j, ordinal = end, ord
		if t := s.find(j, k.scale); t == nil {
			break
		}
	}
	total += group
	if digits != nil && j == int(digits.End) {
		return j
	}
	if ordinal {
		s.Add(Term{Sym: k.ord, Atom: at, End: int32(j), Num: total})
		if total <= 31 {
			s.Add(Term{Sym: k.dom, Atom: at, End: int32(j), Num: total, Val: "spelled"})
		}
		return j
	}
	s.Add(Term{Sym: k.num, Atom: at, End: int32(j), Num: total, Val: "words"})
	if words && total >= 1 && total <= 31 {
		s.Add(Term{Sym: k.dom, Atom: at, End: int32(j), Num: total, Val: "spelled"})
	}
	if words && total >= 2000 && total < 2100 {
		s.Add(Term{Sym: k.year, Atom: at, End: int32(j), Num: total, Val: "spelled"})
	}
	return j
}
