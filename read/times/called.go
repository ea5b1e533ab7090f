package times

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// called says whether words tell what something is called or of what kind it is, and not when:
//
//	a Christmas tree, the Easter market     but: Christmas Eve, the Easter weekend
//	Saturday Night Live                     but: Saturday night
//	she said (via Today)                    but: Today she said
//	on a Sunday with friends                but: in a Sunday speech
//	the Monday-to-Friday week               but: from Monday to Friday
//	not in its usual January                but: in January
//	“Port News Sunday,” she said            but: “We sail Sunday,” she said
func (f *finder) called(c candidate) bool {
	next := f.token(c.to)
	if c.to >= len(f.scan.Atoms) {
		next = -1
	}
	switch c.rule.Name {
	case "holiday":
		return next >= 0 && f.tokens[next].UPOS == syntax.NOUN && f.scan.Find(c.to, f.lang.sym.lasting) == nil && f.scan.Find(c.to, f.lang.sym.unit) == nil
	case "part-day":
		return f.lang.tense.habit[f.lower(c.to)] || !f.headline && next >= 0 && f.capital(c.to) && f.capital(c.to-1) || f.lower(c.from-1) == "one" && f.lower(c.from-2) != "that"
	case "dayref", "tonight":
		if a := f.scan.Atoms[c.from]; a.Shouted && c.to == c.from+1 && c.from > 0 && f.scan.Atoms[c.from-1].Shouted && f.initials(c.from, c.to) {
			return true // "USA TODAY is providing"
		}
		return !f.headline && c.to == c.from+1 && f.capital(c.from) && c.from > 0 && f.scan.Atoms[c.from-1].Kind == pattern.Letters && !f.capital(c.from-1)
	case "month":
		return f.lang.tense.generic[f.lower(c.from-1)] || f.doubleName(c)
	case "weekday":
		return f.anyWeekday(c, next)
	}
	return false
}

// anyWeekday says whether a weekday is none in particular or part of a name; next is the token after it, -1 for none.
func (f *finder) anyWeekday(c candidate, next int) bool {
	before := c.from - 1
	if f.lang.tense.generic[f.lower(before)] || f.titled(c) || f.hyphened(c) {
		return true
	}
	if f.habitual(c) || f.definedDay(c.to) {
		return true
	}
	if f.capital(before) && f.lang.tense.special[f.lower(before)] { // "Patch Tuesday"
		return true
	}
	if i := f.token(before); i >= 0 && f.tokens[i].UPOS == syntax.ADJ && f.lower(before-1) == "a" {
		before-- // "a quiet Sunday"
	}
	switch f.lower(before) {
	case "any":
		return true
	case "one":
		return f.lower(before-1) != "that"
	case "a":
		return next < 0 || f.tokens[next].UPOS != syntax.NOUN && f.tokens[next].UPOS != syntax.PROPN && f.tokens[next].UPOS != syntax.ADJ
	}
	return false
}

// habitual says whether a weekday stands for every such day: "Sunday school", "the law requires shops to close on Sunday".
func (f *finder) habitual(c candidate) bool {
	if f.lang.tense.habit[f.lower(c.to)] && !f.capital(c.to) {
		return true
	}
	at := f.token(c.from)
	if at < 4 || f.word(at-1) != "on" || !f.lang.tense.business[f.word(at-2)] {
		return false
	}
	for i := at - 3; i >= 0 && i >= at-10; i-- {
		if f.lang.tense.lawful[f.word(i)] {
			return true
		}
		if f.tokens[i].UPOS == syntax.PUNCT {
			return false
		}
	}
	return false
}

// definedDay says whether the words behind a weekday say which day of every week it is: "Sunday is the day of the week when", "Friday is the busiest day for".
func (f *finder) definedDay(atom int) bool {
	if w := f.lower(atom); w != "is" && w != "was" || f.lower(atom+1) != "the" {
		return false
	}
	for i := atom + 2; i < atom+6; i++ {
		if f.lower(i) == "day" {
			w := f.lower(i + 1)
			return w == "of" && f.lower(i+3) == "week" || w == "when" || w == "for" && f.lower(atom) == "is"
		}
	}
	return false
}

// doubleName says whether a month is the second part of a given name: "Carl-August Brand".
func (f *finder) doubleName(c candidate) bool {
	a := f.scan.Atoms
	return c.from >= 2 && c.to == c.from+1 && f.lower(c.from-1) == "-" && a[c.from].Glued && a[c.from-1].Glued && a[c.from-2].Kind == pattern.Letters && f.capital(c.from-2) &&
		c.to < len(a) && f.capital(c.to) && a[c.to].Kind == pattern.Letters && f.scan.Find(c.from-2, f.lang.sym.monthName) == nil
}

// titled says whether a weekday ends a title in quotation marks: “Port News Sunday,” but not: “Join us Sunday,”.
func (f *finder) titled(c candidate) bool {
	end := c.to
	if f.lower(end) == "," {
		end++
	}
	if w := f.lower(end); w != "”" && w != "\"" {
		return false
	}
	for i := c.from - 1; i >= 0 && i >= c.from-5; i-- {
		switch w := f.lower(i); {
		case w == "“" || w == "\"":
			return i < c.from-1
		case !f.capital(i) && w != ":":
			return false
		}
	}
	return false
}

// hyphened says whether a weekday is one end of a span that is written as one word: "Monday-to-Friday".
func (f *finder) hyphened(c candidate) bool {
	glued := func(i int) bool { return i >= 0 && i < len(f.scan.Atoms) && f.scan.Atoms[i].Glued }
	to := func(i int) bool { return glued(i) && (f.lower(i) == "to" || f.lower(i) == "through") }
	return glued(c.to) && to(c.to+1) && glued(c.to+2) || glued(c.from) && glued(c.from-1) && to(c.from-2)
}

// bearers are the names of months that people bear.
var bearers = [...]string{"April", "May", "June", "August"}

// person says whether the page knows a person by the name of a month: "Theresa May", "Mrs May", "June Osborne". A bare "May" of such a page is she, where
// nothing says that it is the month.
func (f *finder) person(word string) bool {
	for n, bearer := range bearers {
		if bearer != word {
			continue
		}
		if f.persons[n] == 0 {
			f.persons[n] = -1
			for rest, at := f.text, 0; ; {
				i := strings.Index(rest[at:], word)
				if i < 0 {
					break
				}
				if i += at; f.lang.tense.named(rest, i, i+len(word)) {
					f.persons[n] = 1
					break
				}
				at = i + len(word)
			}
		}
		return f.persons[n] > 0
	}
	return false
}

// named says whether the name of a month at [from, to) of a text is part of a person's: with a capital word on one side that is neither a title's nor opens
// the sentence, and no number behind it.
func (words *tenseWords) named(t string, from, to int) bool {
	before := t[:from]
	if n := len(before); n == 0 || before[n-1] != ' ' {
		return false
	}
	before = strings.TrimRight(before, " ")
	first := before[strings.LastIndexAny(before, " \n\t")+1:]
	rest := t[to:]
	family := strings.TrimLeft(rest, " ")
	if !words.personal(first) { // "his sister June Osborne"
		word := family
		if i := strings.IndexAny(family, " \n.,;:'’"); i >= 0 {
			word = family[:i]
		}
		return rest != family && lower(first) && words.personal(word) && words.kin[first]
	}
	switch {
	case rest == "", rest[0] == ' ' && family != "" && family[0] >= 'a' && family[0] <= 'z', rest[0] != ' ' && (rest[0] < 'a' || rest[0] > 'z') && rest[0] != '-':
		return !strings.HasPrefix(strings.TrimLeft(rest, ",. "), "20") && !strings.HasPrefix(rest, "/")
	}
	return false
}

// lower says whether a word is written small.
func lower(word string) bool { return word != "" && word[0] >= 'a' && word[0] <= 'z' }

// personal says whether a word can be a person's first or family name or a title before it: with a capital, letters alone, and none of the words that stand
// before a month.
func (words *tenseWords) personal(word string) bool {
	if strings.HasSuffix(word, ".") && (word == "Mrs." || word == "Mr." || word == "Ms.") {
		return true
	}
	if len(word) < 2 || word[0] < 'A' || word[0] > 'Z' || strings.ToUpper(word) == word {
		return false
	}
	for _, r := range word {
		if r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x80 {
			return false
		}
	}
	return !words.nobody[strings.ToLower(word)]
}
