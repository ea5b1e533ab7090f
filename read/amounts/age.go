package amounts

import "github.com/hearsay-news/hearsay/read/syntax"

// ageReach is how many words may lie between "life expectancy" and its number.
const ageReach = 10

// bareAge says whether a plain number is an age: "Ilse Marrow, 25, said", "he is 35", "life expectancy is around 73".
func (f *finder) bareAge(a *Amount, c candidate, d draft) bool {
	if d.unit != "" || d.low < 1 || d.low > 115 || d.low != float64(int(d.low)) || d.ranged || d.vague || d.from != nil {
		return false
	}
	return f.apposedAge(c, d) || f.predicatedAge(a, c)
}

func (f *finder) apposedAge(c candidate, d draft) bool {
	if d.words || f.lower(c.from-1) != "," || f.lower(c.to) != "," && f.lower(c.to) != "." && f.lower(c.to) != ";" {
		return false
	}
	i := f.token(c.from - 2)
	return i >= 0 && f.tokens[i].UPOS == syntax.PROPN
}

// predicatedAge looks before a number that nothing follows for a form of "be", and before that for a person or a word for age.
func (f *finder) predicatedAge(a *Amount, c candidate) bool {
	if f.nounFollows(c.to) || f.lower(c.to) == "of" || f.scan.Word(c.to) == "%" || f.scan.Word(c.to) == "-" {
		return false
	}
	at := f.lead(a, c)
	if (a.Relation == Less || a.Relation == More) && f.is(at, f.lang.aging) {
		return true // "children under 5"
	}
	for at > c.from-ageReach && at >= 0 && (f.is(at, f.lang.attitude) || f.tagged(at, syntax.ADV)) {
		at--
	}
	if !f.is(at, f.lang.become) {
		return false
	}
	turned := f.is(at, f.lang.turn)
	for at--; at > c.from-2*ageReach && at >= 0 && (f.tagged(at, syntax.AUX) || f.tagged(at, syntax.ADV)); at-- {
	}
	if f.is(at, f.lang.person) || turned {
		return true
	}
	for i := at; i >= 0 && i > at-ageReach && !f.tagged(i, syntax.VERB); i-- {
		if f.is(i, f.lang.agenoun) {
			return true
		}
	}
	return false
}

// tagged says whether an atom lies in a token of a part of speech.
func (f *finder) tagged(atom int, pos syntax.UPOS) bool {
	i := f.token(atom)
	return i >= 0 && f.tokens[i].UPOS == pos
}
