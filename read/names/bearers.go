package names

import "slices"

// A surname that two people of the page bear says little by itself. Which of them is meant is settled in text order, by what stands around it: a title
// or role, "the younger", who has been named so far, and whom the page names fully and most. Who stays unsettled is the bare surname.

// bearer finds the one person whom a bare surname means at mention i; -1 where that stays open.
func (l *linker) bearer(i int, candidates []int, recent []int) (int, string) {
	n := &l.nouns[i]
	left := l.keep(candidates, func(e *holder) bool { return n.gender == NoGender || e.gender == NoGender || e.gender == n.gender })
	if len(left) == 1 {
		return left[0], "the only bearer of the surname whom the title fits"
	}
	if n.gender != NoGender {
		if known := l.keep(left, func(e *holder) bool { return e.gender == n.gender }); len(known) == 1 {
			return known[0], "the bearer of the surname who is known for that sex"
		}
	}
	if h := l.generation(n, left); h >= 0 {
		return h, "the bearer of the surname of that generation"
	}
	if len(n.roles) > 0 {
		if office := l.keep(left, func(e *holder) bool { return shareRole(n.roles, e.roles) }); len(office) == 1 {
			return office[0], "the bearer of the surname who holds the office"
		}
	}
	met := l.keep(left, func(e *holder) bool { return e.last >= 0 && e.last < i })
	if len(met) == 1 {
		return met[0], "the only bearer of the surname named so far"
	}
	return l.mainBearer(i, left, recent)
}

// keep returns the candidates that fit.
func (l *linker) keep(list []int, fits func(*holder) bool) []int {
	var out []int
	for _, h := range list {
		if fits(&l.holders[l.find(h)]) {
			out = append(out, l.find(h))
		}
	}
	return out
}

// generation settles "the younger Brenn", "the elder": who was called somebody's child is the younger one.
func (l *linker) generation(n *noun, list []int) int {
	if len(list) != 2 {
		return -1
	}
	d := l.d
	young, old := false, false
	for k := n.from - 1; k >= 0 && k >= n.from-3 && d.words[k].sentence == d.words[n.from].sentence; k-- {
		young = young || d.lowerIs(k, "younger", "junior")
		old = old || d.lowerIs(k, "elder", "older", "senior")
	}
	if young == old {
		return -1
	}
	for at, h := range list {
		e, other := &l.holders[h], list[1-at]
		child := e.child || l.holders[other].parentOf
		if child == (l.holders[other].child || e.parentOf) {
			continue
		}
		if child == young {
			return h
		}
		return other
	}
	return -1
}

// mainBearer is the bearer whom the page names much more often than the others, or who alone was spoken of in the last two sentences.
func (l *linker) mainBearer(i int, list []int, recent []int) (int, string) {
	best, second := -1, -1
	for _, h := range list {
		switch full := l.holders[h].full; {
		case best < 0 || full > l.holders[best].full:
			best, second = h, best
		case second < 0 || full > l.holders[second].full:
			second = h
		}
	}
	if best >= 0 && (second < 0 || l.holders[best].full >= 2*l.holders[second].full && l.holders[best].full > 2) {
		return best, "the bearer of the surname whom the page names most"
	}
	return l.lastBearer(i, list, recent)
}

// lastBearer is the bearer spoken of in the nearest sentence before; of two in one sentence the one who says something.
func (l *linker) lastBearer(i int, list []int, recent []int) (int, string) {
	d := l.d
	here := d.words[l.nouns[i].from].sentence
	found, at, subject := -1, int32(-1), false
	for k := len(recent) - 1; k >= 0; k-- {
		m := &l.nouns[recent[k]]
		s := d.words[m.from].sentence
		if here-s > 3 || at >= 0 && s != at {
			break
		}
		h := l.find(m.entity)
		if !slices.Contains(list, h) || m.form == Pronoun && found >= 0 {
			continue
		}
		at = s
		_, limit := d.sentenceOf(m.from)
		switch acts := d.speaks(m.to, limit) && !m.is(d, quoted); {
		case found < 0 || acts && !subject:
			found, subject = h, acts
		case found != h && acts == subject:
			return -1, ""
		}
	}
	if found < 0 {
		return -1, ""
	}
	return found, "the bearer of the surname spoken of last"
}
