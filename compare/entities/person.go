package entities

import "fmt"

// spelling is how many letters of a token must agree, beside the skeleton, for it to be the same name spelt otherwise.
const spelling = 0.5

// samePerson says whether two full names can be one person's, and why; clash says that they can not.
func samePerson(a, b form) (why string, clash bool) {
	if !a.full() || !b.full() {
		return "", false
	}
	if !alike(a, b, a.last(), b.last(), spelling) {
		return "", true
	}
	first := alike(a, b, 0, 0, spelling)
	short, long := a, b
	if len(a.tokens) > len(b.tokens) {
		short, long = b, a
	}
	within := subset(short, long)
	switch {
	case a.shown == b.shown:
		return fmt.Sprintf("“%s” stands in two stories", a.shown), false
	case a.key() == b.key():
		return fmt.Sprintf("“%s” and “%s” differ in titles, case or particles only", a.shown, b.shown), false
	case first && within && len(a.tokens) == len(b.tokens):
		return fmt.Sprintf("“%s” and “%s” are spellings of one name", a.shown, b.shown), false
	case first && within:
		return fmt.Sprintf("“%s” leaves out a middle name of “%s”", short.shown, long.shown), false
	case within:
		return fmt.Sprintf("“%s” stands inside “%s”", short.shown, long.shown), false
	case initial(a.tokens[0], b.tokens[0]) && subset(rest(short), rest(long)):
		return fmt.Sprintf("“%s” is “%s” with an initial", short.shown, long.shown), false
	}
	return "", true
}

// rest is the name without its first token.
func rest(f form) form { return form{shown: f.shown, tokens: f.tokens[1:], keys: f.keys[1:]} }

// subset says whether all tokens of the shorter name stand in the longer one in the same order.
func subset(short, long form) bool {
	j := 0
	for i := range short.tokens {
		for j < len(long.tokens) && !alike(short, long, i, j, spelling) {
			j++
		}
		if j == len(long.tokens) {
			return false
		}
		j++
	}
	return true
}

// surname says whether a single token can be the family name of a full one.
func surname(single, full form) bool {
	return len(single.tokens) == 1 && full.full() && alike(single, full, 0, full.last(), spelling)
}
