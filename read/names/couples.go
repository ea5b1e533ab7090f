package names

// A page may call one of two people of a surname by it alone and name only the other one in full: "President Brand and first lady Ada Brand came.
// Brand waved." The bare surname is the first one's, unless a title or what is known of the sex says otherwise.

// couples notes the surnames that stand bare right before "and" and a full name of the same surname.
func (l *linker) couples(persons []int, parts map[int]personName) {
	for k := 0; k+1 < len(persons); k++ {
		i, j := persons[k], persons[k+1]
		p, q := parts[i], parts[j]
		n, m := &l.nouns[i], &l.nouns[j]
		if len(p.parts) != 1 || len(q.parts) < 2 || p.parts[0] != q.parts[len(q.parts)-1] || n.to >= m.from || m.from-n.to > 6 {
			continue
		}
		if l.d.lowerIs(n.to, "and", "&") && l.d.words[n.to].sentence == l.d.words[m.from].sentence {
			l.beside[p.parts[0]] = -1
		}
	}
}

// otherOne links a bare surname to who bears it beside the one full name of it, and says whether it did.
func (l *linker) otherOne(i int, p personName, known []int) bool {
	last := p.parts[0]
	h, ok := l.beside[last]
	if !ok || l.bearers(known) != 1 {
		return false
	}
	n := &l.nouns[i]
	for _, k := range known {
		if e := &l.holders[l.find(k)]; len(e.name.parts) > 1 && n.gender != NoGender && e.gender == n.gender {
			return false
		}
	}
	if h < 0 {
		h = l.create(i)
		l.holders[h].name, l.holders[h].full = p, 1
		l.beside[last] = h
		return true
	}
	l.join(i, h, "named beside the other bearer of the surname")
	return true
}
