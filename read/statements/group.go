package statements

import "github.com/hearsay-news/hearsay/read/syntax"

// group is a verb with its auxiliaries, negation and particle: "has not yet said", "was quoted by", "went on to say".
type group struct {
	from, head, to int // items [from, to); head is the cue verb
	finite         bool
	passive        bool
	negated        bool
	ing            bool
	infinitive     bool
	relative       bool   // its subject is who or which after a comma
	subordinate    bool   // its clause opens the sentence and hangs on the main one: while critics say
	participle     bool   // a past participle without auxiliary
	modal          string // kind of the control word that governs it: keep, deny, predict; "modal" for would, could
}

func auxiliary(it item) bool {
	return (isVerb(it.tag) || it.up == syntax.AUX || it.tag == syntax.MD) && it.aux || it.tag == syntax.MD
}

func isBe(it item) bool {
	switch it.low {
	case "be", "is", "are", "was", "were", "been", "being", "am", "'re", "’re", "'m", "’m", "'s", "’s", "get", "got", "gets":
		return true
	}
	return false
}

func negation(it item) bool {
	switch it.low {
	case "not", "n't", "n’t", "never", "nor":
		return true
	}
	return false
}

// groupAt builds the verb group around the verb at item i.
func (r *reader) groupAt(l *line, i int) group {
	g := group{from: i, head: i, to: i + 1}
	tag := l.items[i].tag
	g.finite = finite(tag)
	g.ing = tag == syntax.VBG
	k := i
	adverbs := 0
	be, have, other := false, false, false
	for k > 0 {
		it := l.items[k-1]
		if it.fold || it.quoted && !l.items[i].quoted {
			break
		}
		if it.tag == syntax.RB || negation(it) {
			adverbs++
			if adverbs > 3 {
				break
			}
			k--
			continue
		}
		if auxiliary(it) {
			k--
			g.from = k
			adverbs = 0
			switch {
			case it.tag == syntax.MD:
				g.finite, g.modal = true, "modal"
				other = true
			case isBe(it) && (it.low != "'s" && it.low != "’s" || tag == syntax.VBG || tag == syntax.VBN && !have):
				be = be || k == i-1 || !have
				g.finite = g.finite || finite(it.tag)
			case it.lemma == "have" || it.low == "'ve" || it.low == "’ve" || it.low == "'s" || it.low == "’s" || it.low == "'d" || it.low == "’d":
				have = true
				g.finite = g.finite || finite(it.tag)
			default:
				other = true
				g.finite = g.finite || finite(it.tag)
			}
			continue
		}
		break
	}
	for n := g.from; n < i; n++ {
		g.negated = g.negated || negation(l.items[n]) && !r.lex.words["only"][l.items[n+1].low] // can not only say
	}
	if g.from > 0 && l.items[g.from-1].low == "never" {
		g.negated = true
		g.from--
	}
	past := tag == syntax.VBN || tag == syntax.VBD
	g.passive = be && past
	if tag == syntax.VBN && !be && !have && !other {
		g.participle = true
	}
	if (be || have) && !g.finite {
		g.ing = g.ing || g.from < i && l.items[g.from].tag == syntax.VBG
	}
	if g.from > 0 && l.items[g.from-1].tag == syntax.TO && (tag == syntax.VB || !g.finite) {
		g.infinitive = true
		r.control(l, &g)
	}
	return g
}

// control widens the group over the word that hands its subject on to the infinitive: "declined to say", "is expected to rule".
func (r *reader) control(l *line, g *group) {
	at := g.from - 2 // the word before "to"
	if at >= 0 && l.items[at].low == "on" && at > 0 && l.items[at-1].lemma == "go" {
		at--
	}
	for n := 0; n < 2 && at > 0 && (l.items[at].tag == syntax.RB || l.items[at].low == "also"); n++ {
		at--
	}
	if at < 0 {
		return
	}
	kind, ok := r.lex.control[l.items[at].lemma]
	if !ok {
		kind, ok = r.lex.control[l.items[at].low]
	}
	it := l.items[at]
	if !ok || it.quoted && !l.items[g.head].quoted || !isVerb(it.tag) && it.tag != syntax.JJ {
		return
	}
	if isVerb(it.tag) {
		outer := r.groupAt(l, at)
		if kind == "predict" && !outer.passive {
			return
		}
		g.from, g.finite, g.negated, g.ing, g.participle = outer.from, outer.finite || it.tag == syntax.VB && outer.finite, outer.negated, outer.ing, outer.participle && !outer.passive
		g.modal, g.infinitive = kind, outer.infinitive
		return
	}
	if at > 0 && isBe(l.items[at-1]) { // is likely to say
		g.from, g.finite, g.modal, g.infinitive = at-1, finite(l.items[at-1].tag), kind, false
	}
}
