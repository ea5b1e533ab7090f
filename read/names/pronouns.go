package names

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// reach is how many sentences back a pronoun looks.
const reach = 3

// candidate is an entity a pronoun may mean, with what speaks for it.
type candidate struct {
	holder int
	score  int
	why    string
}

// linkPronoun links a third-person pronoun to the entity that fits best, if it is clearly ahead of the next.
func (l *linker) linkPronoun(i int, recent []int) {
	d, n := l.d, &l.nouns[i]
	if l.caption(n) {
		return
	}
	if d.lowerIs(n.from, "who", "whose", "whom") {
		l.linkRelative(i, recent)
		return
	}
	sentence := d.words[n.from].sentence
	var list [16]candidate
	found := list[:0]
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-window; k-- {
		m := &l.nouns[recent[k]]
		distance := sentence - d.words[m.from].sentence
		if distance > reach {
			break
		}
		h := l.find(m.entity)
		e := &l.holders[h]
		if m.to > n.from || d.roles[d.words[m.from].sentence] == page.Caption || !l.agrees(n, m, e) {
			continue
		}
		score, why := l.weigh(n, m, e, int(distance))
		if score < 0 {
			continue
		}
		at := -1
		for c := range found {
			if found[c].holder == h {
				at = c
			}
		}
		switch {
		case at < 0 && len(found) < cap(found):
			found = append(found, candidate{h, score, why})
		case at >= 0 && found[at].score < score:
			found[at].score, found[at].why = score, why
		}
	}
	best, second := ahead(found)
	if best < 0 || found[best].score < 5 || second >= 0 && found[best].score-found[second].score < 2 {
		return
	}
	l.join(i, found[best].holder, found[best].why)
	if second >= 0 && found[best].score-found[second].score < 4 {
		return
	}
	if e := &l.holders[l.find(found[best].holder)]; e.gender == NoGender && e.kind == PER && !e.plural && n.gender != Neuter {
		e.gender = n.gender
	}
}

// ahead returns the candidate with the highest score and the next one, -1 for none.
func ahead(found []candidate) (best, second int) {
	best, second = -1, -1
	for c := range found {
		switch {
		case best < 0 || found[c].score > found[best].score:
			best, second = c, best
		case second < 0 || found[c].score > found[second].score:
			second = c
		}
	}
	return best, second
}

// agrees says whether number, gender and kind let the pronoun mean the entity.
func (l *linker) agrees(n, m *noun, e *holder) bool {
	switch {
	case n.plural:
		return e.plural && e.kind != NORP || e.kind == ORG && !e.plural
	case n.gender == Neuter:
		return !e.plural && !m.plural && e.kind != PER && e.kind != NORP
	}
	return e.kind == PER && !e.plural && e.gender != Neuter && (e.gender == NoGender || e.gender == n.gender)
}

// weigh scores one mention as what the pronoun takes up.
func (l *linker) weigh(n, m *noun, e *holder, distance int) (int, string) {
	d := l.d
	score, why := 8-3*distance, "nearest fitting mention"
	subject := l.subject(m)
	if subject {
		score += 4
		why = "subject of the sentence before"
		if distance == 0 {
			why = "subject of the sentence"
		}
	}
	if n.gender != NoGender && e.gender == n.gender && e.kind == PER {
		score++
	}
	if e.named && m.form == Name {
		score++
	}
	if e.count > 2 {
		score++
	}
	in, out := d.words[n.from].is(quoted), d.words[m.from].is(quoted)
	if !in && out {
		score -= 3
	}
	if in && !out && distance == 0 {
		score -= 6 // a speaker says "I" of himself
	}
	if n.plural && !e.plural {
		score -= 3
	}
	if n.gender == Neuter && !subject {
		score -= 2
	}
	if l.barred(n, m, subject, distance) {
		return -1, ""
	}
	if d.roles[d.words[m.from].sentence] == page.Title {
		score--
	}
	return score, why
}

// barred says whether a pronoun can't take a mention up: "it" one that is far, or that stands for nothing; an object one of its own clause.
func (l *linker) barred(n, m *noun, subject bool, distance int) bool {
	d := l.d
	if n.gender == Neuter && (distance > 1 || m.form == Nominal && distance > 0 && !subject || d.lowerIs(n.from, "it") && d.empty(n.from)) {
		return true
	}
	if distance != 0 || !d.lowerIs(n.from, "him", "her", "them", "it") {
		return false
	}
	object := n.from > 0 && (d.words[n.from-1].upos == syntax.VERB || d.words[n.from-1].upos == syntax.ADP) && (n.to >= len(d.words) || d.words[n.to].upos != syntax.NOUN)
	return (subject || object) && l.sameClause(m, n)
}

// empty says that an "it" stands for nothing: "it is clear that", "it seems", "it rained".
func (d *document) empty(i int) bool {
	_, to := d.sentenceOf(i)
	k := i + 1
	for k < to && (d.words[k].upos == syntax.AUX || d.words[k].upos == syntax.ADV || d.words[k].upos == syntax.PART) {
		k++
	}
	if k >= to {
		return false
	}
	if d.lowerIs(k, "seems", "seem", "seemed", "appears", "appeared", "happens", "happened", "turns", "turned", "rained", "rains", "snowed", "takes", "took", "emerged", "matters", "mattered") {
		return true
	}
	if k > i+1 && (d.words[k].upos == syntax.ADJ || d.words[k].upos == syntax.NOUN || d.words[k].xpos == syntax.VBN) {
		for j := k + 1; j < to && j < k+6; j++ {
			if d.lowerIs(j, "that", "to", "whether", "how", "if", "for", "when", "who") {
				return true
			}
		}
	}
	return false
}

// sameClause says whether no clause opens between two mentions: a subject and an object pronoun of one clause are two people.
func (l *linker) sameClause(m, n *noun) bool {
	verbs := 0
	for k := m.to; k < n.from; k++ {
		w := &l.d.words[k]
		if w.upos == syntax.SCONJ || l.d.lowerIs(k, "that", "who", "which") || w.is(punct) && l.d.glyph(k) != "-" {
			return false
		}
		if w.upos == syntax.VERB {
			verbs++
		}
	}
	return verbs <= 1
}

// linkRelative ties "who" to the noun phrase right before it.
func (l *linker) linkRelative(i int, recent []int) {
	n := &l.nouns[i]
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-6; k-- {
		m := &l.nouns[recent[k]]
		e := &l.holders[l.find(m.entity)]
		if m.form == Pronoun || e.kind != PER && e.kind != ORG {
			continue
		}
		if m.to == n.from || m.to == n.from-1 && l.d.glyph(m.to) == "," {
			n.plural, n.gender = e.plural, e.gender
			l.join(i, m.entity, "relative pronoun behind the noun phrase")
			return
		}
	}
}
