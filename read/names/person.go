package names

// personName is a person's name as its parts: skeleton hashes of given names and surname, article forms and particles dropped.
type personName struct {
	parts   []uint64
	exact   []uint64 // the same words unreduced
	initial []bool   // the part is a single letter
	letter  []byte   // its first letter, lower case
	gender  []bits   // what its form as a given name shows
}

// nameParts reads the parts of a person's name from its words. "Abdul", "Abu" and the like belong to the part behind them.
func (d *document) nameParts(from, to int) personName {
	var p personName
	prefix := ""
	for k := from; k < to; k++ {
		w := &d.words[k]
		if !w.is(letters) || w.has(suffix) && k > from {
			continue
		}
		s := d.at(k)
		if d.arabicArticle(k, to) {
			k++
			continue
		}
		if len(s) > 3 && (s[2] == '-' || s[2] == ' ') && (s[:2] == "al" || s[:2] == "el" || s[:2] == "Al" || s[:2] == "El") {
			s = s[3:]
		}
		if k+1 < to && k > from-1 && d.lowerIs(k, "abu", "abd", "abdul", "abdel", "abdal", "umm") {
			prefix = "abd"
			if d.lowerIs(k, "abu", "umm") {
				prefix = "abu"
			}
			continue
		}
		if k+1 < to && w.has(particle) && (!w.is(upper) || k > from) && !w.has(given) {
			continue
		}
		p.exact = append(p.exact, extend(hashOf(prefix), s))
		if bones := skeleton(s); len(bones) >= 3 { // shorter ones are shared by too many names: John, Jane, Joan
			p.parts = append(p.parts, hashOf(prefix+bones))
		} else {
			p.parts = append(p.parts, p.exact[len(p.exact)-1])
		}
		p.initial = append(p.initial, prefix == "" && w.Len() <= 2 && w.is(upper))
		p.letter = append(p.letter, s[0]|0x20)
		shown := w.bits & (masculine | feminine)
		if w.has(both) {
			shown = 0
		}
		p.gender = append(p.gender, shown)
		prefix = ""
	}
	return p
}

// fits says whether a shorter name can mean the holder of a longer one: the surname must be the same, and no given name may differ.
func (short personName) fits(long personName) (bool, string) {
	n, m := len(short.parts), len(long.parts)
	if n == 0 || m == 0 || n > m {
		return false, ""
	}
	if n == 1 {
		if short.parts[0] == long.parts[m-1] {
			if m == 1 && short.exact[0] == long.exact[0] {
				return true, "same name"
			}
			if m == 1 {
				return true, "same name, other spelling"
			}
			return true, "surname of a full name"
		}
		return false, ""
	}
	if short.parts[n-1] != long.parts[m-1] {
		return false, ""
	}
	at, same := 0, n == m
	for i := 0; i < n-1; i++ {
		hit := -1
		for k := at; k < m-1; k++ {
			if short.sameGiven(i, long, k) {
				hit = k
				break
			}
		}
		if hit < 0 {
			return false, ""
		}
		at = hit + 1
	}
	if same {
		for i := range short.exact {
			if short.exact[i] != long.exact[i] {
				return true, "same name, other spelling"
			}
		}
		return true, "same name"
	}
	return true, "shorter form of a full name"
}

// sameGiven says whether given name i of one name can be given name k of another.
func (p personName) sameGiven(i int, q personName, k int) bool {
	if p.initial[i] || q.initial[k] {
		return p.letter[i] == q.letter[k]
	}
	if p.gender[i] != 0 && q.gender[k] != 0 && p.gender[i]&q.gender[k] == 0 {
		return false
	}
	return p.parts[i] == q.parts[k]
}
