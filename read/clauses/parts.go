package clauses

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// parts gathers the phrases of a predicate and of the words that frame it.
func (r *reader) parts(x *sentence, frames []int) []Part {
	var out []Part
	self := frames[0]
	seen := map[int]bool{}
	for _, f := range frames {
		seen[f] = true
	}
	for n, f := range frames {
		out = append(out, r.hanging(x, f, n, x.passive(f) || n > 0 && x.passive(self), seen)...)
	}
	noun := x.noun(self)
	if !has(out, Agent) && !noun {
		out = append(out, r.shared(x, frames[len(frames)-1], has(out, Object))...)
	}
	if noun {
		out = append(out, r.around(x, self, out)...)
	}
	out = append(out, r.places(x, frames)...)
	class := x.Classes(x.lemma(self))
	if !has(out, Object) && x.undergoing(class) { // "the depot exploded": it underwent that
		for i := range out {
			if out[i].Slot == Agent && out[i].Prep != "by" {
				out[i].Slot = Object
			}
		}
	}
	return out
}

// places finds the named places inside the phrases of a predicate: "a contract in Korsavik".
func (r *reader) places(x *sentence, frames []int) []Part {
	var out []Part
	for _, f := range frames {
		for _, k := range x.kids[f] {
			switch x.tokens[k].Deprel {
			case syntax.Nsubj, syntax.Obj, syntax.Obl, syntax.Nmod:
			default:
				continue
			}
			if x.pred[k] && x.tokens[k].UPOS == syntax.VERB || x.Is("at", x.preposition(k)) && r.place(x, k) {
				continue
			}
			for _, c := range x.kids[k] {
				if prep := x.preposition(c); x.tokens[c].Deprel == syntax.Nmod && x.Is("at", prep) && x.tokens[c].UPOS == syntax.PROPN && !r.timed(x, c) && r.spot(x, c) {
					out = append(out, r.part(x, c, Place, prep))
				}
			}
		}
	}
	return out
}

// spot says whether a name may be one of a place: it is none of a person.
func (r *reader) spot(x *sentence, k int) bool {
	if m := r.name(x.tokens[k].Span); m != nil {
		return m.Type != names.PER && m.Type != names.EVENT && m.Type != names.WORK
	}
	return true
}

// name returns the name that holds a word, nil for none.
func (r *reader) name(span text.Span) *names.Mention {
	for i := r.firstName(span.Start - 80); i < len(r.names) && r.names[i].Start < span.End; i++ {
		if m := &r.names[i]; m.Overlaps(span) && m.Form == names.Name {
			return m
		}
	}
	return nil
}

func (x *sentence) undergoing(class []string) bool {
	for _, c := range class {
		if x.Is("undergoing", c) {
			return true
		}
	}
	return false
}

func has(parts []Part, slot Slot) bool {
	for i := range parts {
		if parts[i].Slot == slot {
			return true
		}
	}
	return false
}

// hanging reads what hangs on one word of a predicate; n is 0 for the deed itself, more for the words that frame it;
// passive says whether what stands as its subject undergoes it.
func (r *reader) hanging(x *sentence, f, n int, passive bool, seen map[int]bool) []Part {
	var out []Part
	object := x.child(f, syntax.Obj) >= 0
	for _, k := range x.kids[f] {
		if seen[k] || r.timed(x, k) {
			continue
		}
		prep := x.preposition(k)
		switch rel := x.tokens[k].Deprel; {
		case rel == syntax.Nsubj || rel == syntax.Csubj:
			switch {
			case x.relative(k):
				if h := x.head(f); h >= 0 {
					out = append(out, r.part(x, h, subjectSlot(passive, object), ""))
				}
			case x.child(f, syntax.Expl) < 0 || x.tokens[f].UPOS == syntax.NOUN:
				out = append(out, r.part(x, k, subjectSlot(passive, object), ""))
			}
		case rel == syntax.Obj:
			switch {
			case strings.HasSuffix(x.lemma(f), "_"+strings.ToLower(x.tokens[k].Lemma)):
				// the object is half of the predicate: "gave way", "opened fire"
			case x.relative(k):
				if h := x.head(f); h >= 0 {
					out = append(out, r.part(x, h, Object, ""))
				}
			case n > 0 && x.pred[x.target[f]] && x.tokens[x.target[f]].UPOS == syntax.VERB:
				out = append(out, r.part(x, k, Agent, "")) // "asked the army to leave": the army is to leave
			case x.lemma(f) == "leave" && r.named(x, k):
				out = append(out, r.part(x, k, Source, "")) // "the troops left Velland": they went, it did not
			default:
				out = append(out, r.part(x, k, Object, ""))
			}
		case rel == syntax.Iobj:
			out = append(out, r.part(x, k, Recipient, ""))
		case rel == syntax.Obl || rel == syntax.Nmod || rel == syntax.Compound && x.tokens[f].UPOS == syntax.NOUN || rel == syntax.Xcomp && x.nominal(k):
			if p := r.part(x, k, r.oblique(x, f, k, prep, passive), prep); x.nominal(k) || p.Amount >= 0 {
				out = append(out, p)
			}
		case rel == syntax.Advmod || rel == syntax.Nummod:
			if p := r.part(x, k, Amount, prep); p.Amount >= 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// moving says whether a predicate takes somebody or something from one place to another.
func (x *sentence) moving(i int) bool {
	for _, class := range x.Classes(x.lemma(i)) {
		if x.Is("moving", class) {
			return true
		}
	}
	return false
}

// shifting says whether a noun tells that something went up or down: what follows "in" undergoes it.
func (x *sentence) shifting(i int) bool {
	for _, class := range x.Classes(x.lemma(i)) {
		if x.Is("shifting", class) {
			return true
		}
	}
	return false
}

func subjectSlot(passive, object bool) Slot {
	switch {
	case passive && object:
		return Recipient // "was given a prize"
	case passive:
		return Object
	}
	return Agent
}

// relative says whether a word stands for the noun that its clause describes: who, which, that.
func (x *sentence) relative(i int) bool {
	switch x.tokens[i].XPOS {
	case syntax.WDT, syntax.WP:
		h := x.head(i)
		return h >= 0 && x.tokens[h].Deprel == syntax.Acl
	}
	return false
}

// oblique says what a phrase with a preposition, or one that describes a noun, does.
func (r *reader) oblique(x *sentence, f, k int, prep string, passive bool) Slot {
	noun := x.noun(f)
	place := r.place(x, k)
	if !place && x.tokens[k].UPOS == syntax.PROPN && !noun && r.spot(x, k) && (x.Is("at", prep) && prep != "on" && prep != "over" || x.moving(f) && (prep == "to" || prep == "from")) {
		place = true // a name that nobody knows after a preposition of place
	}
	switch {
	case prep == "by" && (passive || noun):
		return Agent
	case place && x.Is("to", prep):
		return Goal
	case prep == "to" && !place && !noun && x.Is("giving", x.lemma(f)) && x.tokens[k].UPOS != syntax.VERB:
		return Recipient
	case place && x.Is("from", prep):
		return Source
	case place && x.Is("at", prep):
		return Place
	case !noun:
		return Other
	case prep == "of", prep == "in" && x.shifting(f):
		return Object
	case prep == "'s" || x.tokens[k].XPOS == syntax.PRPS:
		if x.undergoing(x.Classes(x.lemma(f))) {
			return Object
		}
		return Agent
	case (prep == "on" || prep == "against") && !place:
		return Object
	}
	return Other
}

// shared finds the subject of a predicate that has none of its own.
func (r *reader) shared(x *sentence, i int, object bool) []Part {
	at := i
	for steps := 0; steps < 4; steps++ {
		h := x.head(at)
		if h < 0 {
			return nil
		}
		passive := x.passive(i)
		switch x.tokens[at].Deprel {
		case syntax.Acl:
			if x.toBefore(at) || passive && object {
				return nil
			}
			return []Part{r.part(x, h, subjectSlot(passive, object && !passive), "")} // "a plane carrying him", "a strike authorised by them"
		case syntax.Conj, syntax.Xcomp, syntax.Advcl:
			if x.tokens[at].Deprel == syntax.Advcl && x.child(at, syntax.Nsubj) >= 0 || passive && object {
				return nil
			}
			if o := x.child(h, syntax.Obj); o >= 0 && o < at && x.Is("letting", x.lemma(h)) && x.tokens[at].Deprel == syntax.Xcomp && x.tokens[at].UPOS == syntax.VERB {
				return []Part{r.part(x, o, subjectSlot(passive, object && passive), "")} // "let the prisoners escape"
			}
			if s := x.child(h, syntax.Nsubj); s >= 0 && !x.relative(s) && !r.timed(x, s) {
				return []Part{r.part(x, s, subjectSlot(passive, object && passive), "")}
			}
			at = h
		default:
			return nil
		}
	}
	return nil
}

// around gives a noun that happens what its verb tells of it: "a blast wrecked the depot" is a blast at the depot.
func (r *reader) around(x *sentence, i int, own []Part) []Part {
	h := x.head(i)
	if h < 0 || x.tokens[h].UPOS != syntax.VERB || x.cue[h] || x.target[h] == i {
		return nil
	}
	var out []Part
	if x.tokens[i].Deprel == syntax.Nsubj && !x.passive(h) && !has(own, Object) {
		if o := x.child(h, syntax.Obj); o >= 0 && !r.timed(x, o) {
			out = append(out, r.part(x, o, Object, ""))
		}
	}
	if x.tokens[i].Deprel == syntax.Obl && (x.preposition(i) == "in" || x.preposition(i) == "during") && !has(own, Object) {
		if s := x.child(h, syntax.Nsubj); s >= 0 && x.passive(h) {
			p := r.part(x, s, Other, "") // "killed in the blast": told of it, not what it struck
			out = append(out, p)
		}
	}
	return out
}

// part makes the value of one phrase.
func (r *reader) part(x *sentence, k int, slot Slot, prep string) Part {
	p := Part{Slot: slot, Prep: prep, Amount: -1, Time: -1, Span: x.extent(k)}
	p.Amount = r.amount(x, k)
	h, scope := x.core(k, p.Amount >= 0)
	p.Scope = scope
	if h != k {
		p.Span = p.Span.Cover(x.extent(h))
		if p.Amount < 0 {
			p.Amount = r.amount(x, h)
		}
	}
	p.Head, p.Lemma = x.tokens[h].Span, strings.ToLower(x.tokens[h].Lemma)
	for _, c := range x.kids[h] { // names in several words tell most by all of them
		if x.tokens[c].Deprel == syntax.FlatRel && x.tokens[h].UPOS == syntax.PROPN {
			p.Head = p.Head.Cover(x.tokens[c].Span)
		}
	}
	p.Whole = x.described(h).Cover(p.Span)
	p.Entity = r.entity(p.Head, p.Span)
	p.Definite = x.definite(h)
	if p.Amount >= 0 && (slot == Other || slot == Object) && r.bare(p.Amount, p.Head) {
		p.Slot = Amount
	}
	return p
}

// core follows "of" from a word that only counts to the one that tells what it is, and reads how much of a set is meant.
func (x *sentence) core(k int, counted bool) (int, Scope) {
	scope := x.scope(k)
	for steps := 0; steps < 3; steps++ {
		lemma := strings.ToLower(x.tokens[k].Lemma)
		if !counted && !x.Is("counting", lemma) && x.scopeOf(x.word(k)) == NoScope && !x.Is("no", x.word(k)) {
			break
		}
		next := -1
		for _, c := range x.kids[k] {
			if x.tokens[c].Deprel == syntax.Nmod && x.preposition(c) == "of" && x.nominal(c) {
				next = c
				break
			}
		}
		if next < 0 {
			break
		}
		k = next
		if s := x.scope(k); scope == NoScope {
			scope = s
		}
	}
	return k, scope
}

func (x *sentence) scope(k int) Scope {
	if s := x.scopeOf(x.word(k)); s != NoScope {
		return s
	}
	for _, c := range x.kids[k] {
		switch x.tokens[c].Deprel {
		case syntax.Det, syntax.Amod, syntax.Nummod, syntax.Advmod:
			if s := x.scopeOf(x.word(c)); s != NoScope {
				return s
			}
		}
	}
	return NoScope
}

func (x *sentence) scopeOf(word string) Scope {
	switch {
	case x.Is("all", word):
		return All
	case x.Is("most", word):
		return Most
	case x.Is("some", word):
		return Some
	}
	return NoScope
}

// definite says whether a phrase takes its thing for known.
func (x *sentence) definite(k int) bool {
	if x.tokens[k].UPOS == syntax.PROPN || x.tokens[k].UPOS == syntax.PRON {
		return true
	}
	for _, c := range x.kids[k] {
		switch {
		case x.tokens[c].Deprel == syntax.Det:
			switch x.word(c) {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		case x.tokens[c].XPOS == syntax.PRPS, x.preposition(c) == "'s":
			return true
		}
	}
	return false
}

// amount returns the figure that counts a phrase's head: the number beside it, or the one that the phrase is.
func (r *reader) amount(x *sentence, k int) int {
	first := x.tokens[k].Span
	for _, c := range x.kids[k] {
		switch x.tokens[c].Deprel {
		case syntax.Nummod, syntax.Det, syntax.Advmod, syntax.Amod, syntax.Compound, syntax.Nmod:
			if c < k {
				first = first.Cover(x.extent(c))
			}
		}
	}
	for i := r.firstAmount(first.Start); i < len(r.amounts) && r.amounts[i].Start < first.End; i++ {
		if r.amounts[i].Overlaps(first) && r.amounts[i].Relation != amounts.NoRelation {
			return i
		}
	}
	return -1
}

// bare says whether a phrase is the figure itself and counts nothing: "15", "9 percent", "seven years".
func (r *reader) bare(amount int, head text.Span) bool {
	a := &r.amounts[amount]
	return a.Overlaps(head) && !a.Of.Overlaps(head)
}

// timed says whether a word belongs to a time expression.
func (r *reader) timed(x *sentence, k int) bool {
	at := x.tokens[k].Start
	for i := r.firstTime(at - 60); i < len(r.times) && r.times[i].Start <= at; i++ {
		if r.times[i].Has(at) && r.times[i].Type != "DURATION" {
			return true
		}
	}
	return false
}

// entity returns the page's entity that a head stands for.
func (r *reader) entity(head, in text.Span) int {
	for i := r.firstName(in.Start - 200); i < len(r.names) && r.names[i].Start < head.End; i++ {
		if m := &r.names[i]; m.Overlaps(head) && m.End >= head.End && m.Form == names.Name {
			return m.Entity
		}
	}
	for i := r.firstName(head.Start - 200); i < len(r.names) && r.names[i].Start < head.End; i++ {
		if m := &r.names[i]; m.Contains(head) && (m.Form != names.Name || m.End == head.End) {
			return m.Entity
		}
	}
	return -1
}

// named says whether a word is the name of a place.
func (r *reader) named(x *sentence, k int) bool {
	m := r.name(x.tokens[k].Span)
	return m != nil && (m.Type == names.GPE || m.Type == names.LOC)
}

// place says whether a phrase is a place: a name of one, a noun that is one, or a noun with one.
func (r *reader) place(x *sentence, k int) bool {
	if r.named(x, k) || x.Is("spot", strings.ToLower(x.tokens[k].Lemma)) {
		return true
	}
	for _, c := range x.kids[k] { // "the archive in Besk"
		if x.tokens[c].Deprel == syntax.Nmod && x.Is("at", x.preposition(c)) && r.place(x, c) {
			return true
		}
	}
	return false
}

// measured says whether a word belongs to a figure.
func (r *reader) measured(x *sentence, k int) bool {
	i := r.firstAmount(x.tokens[k].Start)
	return i < len(r.amounts) && r.amounts[i].Overlaps(x.tokens[k].Span) && r.amounts[i].Relation != amounts.NoRelation
}
