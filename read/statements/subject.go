package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// subject is the noun phrase before a verb.
type subject struct {
	source   phrase // empty for none
	relative bool   // the source is who or which; head is what it stands for
	head     phrase // the phrase whose head noun speaks: source without apposition, or a relative's antecedent
	sure     bool   // a clause begins at its left edge
	before   int    // index of the item before it
}

// subjectLeft finds the subject that ends before item end.
func (l *line) subjectLeft(end int) subject {
	e := end
	for e > 0 && l.items[e-1].tag == syntax.RB && !l.items[e-1].quoted {
		e--
	}
	if e == 0 {
		return subject{before: -1}
	}
	it := l.items[e-1]
	if it.tag == syntax.WP || it.tag == syntax.WDT || it.low == "who" || it.low == "which" {
		return l.relative(e - 1)
	}
	if it.low == "," {
		return l.beforeParenthesis(e - 1)
	}
	if k := l.beforeTime(e); k < e && k > 0 && l.items[k-1].low == "," { // the mayor, as she left, on Monday again refused
		return l.beforeParenthesis(k - 1)
	}
	if isDash(it) {
		for k := e - 2; k >= 0 && e-k < 40; k-- {
			if !isDash(l.items[k]) {
				continue
			}
			s := l.plainSubject(k)
			if s.source.empty() || !s.sure {
				s = l.beforeParenthesis(k)
			}
			if !s.source.empty() && s.sure {
				s.source.to = e - 1
				return s
			}
			break
		}
		return subject{before: e - 1}
	}
	return l.plainSubject(e)
}

func (l *line) relative(who int) subject {
	if l.items[who].low == "what" || l.items[who].tag == syntax.WRB {
		return subject{before: who}
	}
	k := who
	if k > 0 && l.items[k-1].low == "," {
		k--
	}
	head := l.chunkLeft(k)
	s := subject{source: phrase{who, who + 1}, relative: true, head: phrase{head, k}, sure: head < k, before: who - 1}
	if head == k || l.items[who].low == "that" && k != who {
		return subject{before: who}
	}
	end := k                                                                                                            // of the noun that the pronoun may mean
	for n := 0; n < 3 && head > 1 && preposition(l.items[head-1]) && !l.person(l.items[end-1], l.items[who].low); n++ { // a spokesman for the union, who said
		left := l.chunkLeft(head - 1)
		if left == head-1 || isProper(l.items[k-1].tag) && !l.speaks(l.items[head-2]) {
			break // no sign of Brand, who said
		}
		end = head - 1
		head = left
		s.head = phrase{head, k}
	}
	return s
}

// person says whether a noun stands for people by the tables, so that "who" means them and nothing before: reports by scientists | who said.
func (l *line) person(it item, relative string) bool {
	if relative != "who" || it.tag == syntax.NNP {
		return false
	}
	for _, form := range [...]string{it.lemma, it.low} {
		if k := l.lex.voices[form]; k == names.PER || k == "" && l.lex.persons[form] {
			return true
		}
	}
	return false
}

// speaks says whether a noun stands for somebody who can speak, by the tables.
func (l *line) speaks(it item) bool {
	return isProper(it.tag) || l.lex.voices[it.lemma] != "" || l.lex.voices[it.low] != "" || l.lex.persons[it.lemma] || l.lex.persons[it.low]
}

// beforeParenthesis finds the subject of a verb that follows the comma at item c: "Ani Roth, a spokeswoman for the brigade, said".
func (l *line) beforeParenthesis(c int) subject {
	for j, tries := c-1, 0; j >= 1 && c-j <= 60 && tries < 4; j-- {
		if l.items[j].fold || l.items[j].low == ":" || l.items[j].low == ";" {
			break
		}
		if l.items[j].low != "," && !isDash(l.items[j]) {
			continue
		}
		tries++
		s := l.plainSubject(j)
		if s.source.empty() || !s.sure || s.source.to-s.source.from == 1 && (l.items[s.source.from].tag == syntax.CD || l.degreeAfterComma(s.source.from)) || l.party(s.source) {
			continue
		}
		if l.apposition(j+1, c) {
			if n := s.before; n > 1 && l.items[n].low == "," && l.items[s.source.from].tag == syntax.DT { // Ada Brand, a clerk of the port in Sel, Odra, said
				if who := l.plainSubject(n); who.sure && !who.source.empty() && isProper(l.items[who.head.to-1].tag) && who.source.to == n {
					who.source.to = c
					return who
				}
			}
			s.source.to = c
			return s
		}
		if l.insertion(j+1, c) {
			return s
		}
	}
	return subject{before: c}
}

// degreeAfterComma says whether item i is an academic degree or the like after a name: "Ilse Marrow, PhD, MSc, told".
func (l *line) degreeAfterComma(i int) bool {
	return i > 0 && l.items[i-1].low == "," && l.lex.suffixes[l.items[i].low]
}

// party says whether a phrase is a politician's party and constituency, which is no voice: "Sen. Ilse Marrow, R-Odra, who leads the panel, said".
func (l *line) party(p phrase) bool {
	at := p.from
	if p.empty() || p.to-at > 4 {
		return false
	}
	short, rest, hyphen := strings.Cut(l.items[at].low, "-")
	if !hyphen {
		return at+2 < p.to && l.lex.words["party"][short] && l.items[at+1].low == "-" && l.items[at+1].Start == l.items[at].End && l.items[at+2].Start == l.items[at+1].End
	}
	return l.lex.words["party"][short] && rest != ""
}

// apposition says whether items from to to, between commas, describe the noun before them.
func (l *line) apposition(from, to int) bool {
	it := l.items[from]
	switch it.tag {
	case syntax.WP, syntax.WDT, syntax.WPS, syntax.DT, syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS, syntax.CD, syntax.JJ, syntax.JJS, syntax.PRPS, syntax.VBN, syntax.WRB:
		return it.time < 0 && it.low != "when" && it.low != "whenever"
	case syntax.RB, syntax.CC:
		return it.low == "both" || it.low == "now" || it.low == "then" || it.low == "also" || it.low == "formerly" || it.low == "or"
	}
	return it.low == "of" || strings.HasSuffix(it.low, "self") || strings.HasSuffix(it.low, "selves")
}

// insertion says whether items between commas are an adverbial that isn't part of the source.
func (l *line) insertion(from, to int) bool {
	it := l.items[from]
	return it.time >= 0 || it.tag == syntax.IN || it.low == "when" || it.tag == syntax.VBG || it.tag == syntax.RB || it.tag == syntax.TO || it.tag == syntax.CC
}

// plainSubject finds the noun phrase that ends right before item e, with what hangs on it.
func (l *line) plainSubject(e int) subject {
	if l.depth >= deepest {
		return subject{before: e - 1}
	}
	l.depth++
	defer func() { l.depth-- }()
	start := l.chunkLeft(e)
	if k := l.beforeTime(e); k < e {
		if s := l.plainSubject(k); k > 1 && !s.source.empty() && s.sure {
			return s
		}
		if l.items[k].up == syntax.ADP || l.items[k].tag == syntax.IN {
			return subject{before: k - 1}
		}
	}
	if start == e {
		if p := l.beforeParticiple(e); p > 0 {
			if s := l.plainSubject(p); !s.source.empty() && s.sure {
				s.source.to = e
				return s
			}
		}
		if s := l.afterRelative(e); !s.source.empty() {
			return s
		}
		return subject{before: e - 1}
	}
	base := phrase{start, e}
	for steps := 0; steps < 12 && start > 0; steps++ {
		p := start - 1
		it := l.items[p]
		switch {
		case preposition(it):
			k := p
			if k > 0 && (l.items[k-1].tag == syntax.JJ || l.items[k-1].low == "close" || l.items[k-1].tag == syntax.VBN || l.items[k-1].tag == syntax.VBG) && k > 1 && nounish(l.items[k-2]) {
				k--
			}
			left := l.chunkLeft(k)
			if left == k || l.items[left].tag == syntax.PRP {
				break
			}
			start = left
			base = phrase{left, k}
			continue
		case it.tag == syntax.CC && (it.low == "and" || it.low == "or") || it.low == "&":
			k := p
			if k > 0 && l.items[k-1].low == "," {
				k--
			}
			left := l.chunkLeft(k)
			if left == k-1 && isProper(l.items[left].tag) && isProper(l.items[start].tag) && base.to > start+1 && isNoun(l.items[base.to-1].tag) && !isProper(l.items[base.to-1].tag) && it.low == "and" {
				return l.finish(phrase{left, base.to}, left, e) // US and British diplomats
			}
			if left < k && l.items[left].tag != syntax.PRP {
				if s := l.plainSubject(k); s.sure && !s.source.empty() && s.source.to == k && !l.items[s.source.from].quoted && !l.verbBetween(s.source) && (s.before < 0 || l.items[s.before].fold || l.comma(s.before) || l.items[s.before].low == "both" || l.items[s.before].up == syntax.SCONJ) {
					s.source.to = e
					return s
				}
			}
			return l.finish(base, start, e)
		case it.low == "," && l.office(start, base.to) && p > 0:
			// "Karim Halas, spokesman for the army said": an apposition whose closing comma is missing
			s := l.plainSubject(p)
			if s.sure && !s.source.empty() && (s.before < 0 || !isVerb(l.items[s.before].tag)) { // not the end of a clause: "troops have left Arvenia, premier says"
				s.source.to = e
				return s
			}
			return l.finish(base, start, e)
		}
		if !l.clauseStart(p) {
			if s := l.afterRelative(e); !s.source.empty() {
				return s
			}
		}
		break
	}
	return l.finish(base, start, e)
}

func (l *line) finish(base phrase, start, e int) subject {
	for n := 0; n < 2 && start > 0 && degree(l.items[start-1]) && l.items[start].tag != syntax.PRP && !l.items[start-1].quoted; n++ {
		if l.items[start-1].low == "as" && (l.items[start].low != "many" && l.items[start].low != "few" || l.clauseStart(start-2) && (start+1 >= len(l.items) || l.items[start+1].low != "as")) {
			break // as the mayor put it, as many fans say
		}
		start-- // about half of voters, at least two officials
	}
	s := subject{source: phrase{start, e}, head: base, before: start - 1}
	if l.items[start].time >= 0 && !l.possessed(start, e) { // "the plan Friday demands", "a study this year in Nord showed": the subject stands before it
		return s
	}
	s.sure = l.clauseStart(start-1) || l.items[start-1].tag != syntax.VBG && isVerb(l.items[start-1].tag) && l.lex.verbs[l.items[start-1].lemma].takes(zeroFrame) ||
		l.afterAddressee(start)
	return s
}

// afterAddressee says whether whom a cue is addressed to stands right before item start, so that what is said begins there: "told deputies | the admiral had".
func (l *line) afterAddressee(start int) bool {
	k := l.chunkLeft(start)
	if k == start || k == 0 || !isVerb(l.items[k-1].tag) || l.items[k-1].tag == syntax.VBG {
		return false
	}
	c, known := l.lex.verbs[l.items[k-1].lemma]
	return known && c.takes(personFrame) && c.takes(zeroFrame)
}

// possessed says whether a time expression at the start of a phrase owns what follows: "Friday's meeting".
func (l *line) possessed(from, to int) bool {
	for k := from; k < to; k++ {
		if l.items[k].tag == syntax.POS {
			return true
		}
		if l.items[k].time < 0 {
			return k+1 < to && !preposition(l.items[k])
		}
	}
	return false
}

// office says whether a phrase without determiner describes an office ("spokesman for the army").
func (l *line) office(from, to int) bool {
	it := l.items[from]
	if last := l.items[to-1]; isProper(it.tag) && from+2 < to && l.items[from+1].tag == syntax.POS && last.tag == syntax.NN {
		return l.lex.voices[last.lemma] == names.PER // “…,” Ada Brand, Nordlicht's finance director said
	}
	return (it.tag == syntax.NN || it.tag == syntax.JJ) && it.time < 0 && l.items[to-1].tag == syntax.NN
}

func (l *line) verbBetween(p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if finite(l.items[i].tag) {
			return true
		}
	}
	return false
}

// afterRelative finds a subject that a restrictive relative clause closes: "people who know the matter said".
func (l *line) afterRelative(e int) subject {
	verbs := 0
	for k := e - 1; k > 0 && e-k <= 14; k-- {
		it := l.items[k]
		if it.fold || isStop(it) {
			break
		}
		if (it.low == "who" || it.low == "which" || it.low == "that" || it.low == "whose") && verbs > 0 && (nounish(l.items[k-1]) || l.items[k-1].tag == syntax.POS && it.low == "who") && it.tag != syntax.IN {
			end := k
			if l.items[k-1].tag == syntax.POS {
				end-- // friends of Marrow's who have seen him
			}
			s := l.plainSubject(end)
			if !s.source.empty() && s.sure && !s.relative {
				s.source.to = e
				return s
			}
			break
		}
		if finite(it.tag) {
			verbs++
			if verbs > 1 {
				break
			}
		}
	}
	return subject{before: e - 1}
}

// nearSubject finds the subject of the clause nearest before item end.
func (l *line) nearSubject(end int) subject {
	for i := end - 1; i > 0; i-- {
		if finite(l.items[i].tag) && !l.items[i].quoted {
			s := l.subjectLeft(i)
			if !s.source.empty() && !s.relative && s.sure && l.items[s.source.from].tag != syntax.WPS && !(s.before > 0 && l.items[s.before].low == "that") {
				return s
			}
		}
	}
	return subject{before: -1}
}

// beforeTime returns where a time expression that ends before item e begins, its preposition included; e when there is none.
func (l *line) beforeTime(e int) int {
	k := e
	for k > 0 && l.items[k-1].time >= 0 {
		k--
	}
	if k < e && k > 0 && timePreposition(l.items[k-1]) {
		k--
	}
	return k
}

// beforeParticiple returns the index of a participle right after a noun that ends before item e ("a report published | said"); 0 for none.
func (l *line) beforeParticiple(e int) int {
	if e > 1 && l.items[e-1].tag == syntax.VBN && nounish(l.items[e-2]) {
		return e - 1
	}
	return 0
}
