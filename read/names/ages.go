package names

import (
	"strconv"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// ageBeside reads the age that stands beside a person's name: "Piet Zomer, 34,", "Zomer (34)", "Zomer, aged 34", "34-year-old Piet Zomer"; 0 for none.
func (d *document) ageBeside(n *noun) int {
	_, limit := d.sentenceOf(n.from)
	k := n.to
	if k+1 < limit && (d.glyph(k) == "," || d.glyph(k) == "(") {
		k++
		if d.lowerIs(k, "aged", "age") && k+1 < limit {
			k++
		}
		if age := d.age(k); age > 0 && (k+1 >= limit || d.words[k+1].is(punct) && d.glyph(k+1) != "-") {
			return age
		}
	}
	for k, from := n.title-1, d.starts[d.words[n.from].sentence]; k >= from && n.title-k < 8; k-- {
		if age := d.yearsOld(k); age > 0 {
			return age
		}
		if d.words[k].is(punct) && d.glyph(k) != "-" || d.words[k].upos == syntax.VERB {
			break
		}
	}
	return 0
}

// yearsOld returns the age that ends at word i: "58-year-old"; 0 for none.
func (d *document) yearsOld(i int) int {
	if i < 4 || !d.lowerIs(i, "old") || !d.lowerIs(i-2, "year", "years") || d.glyph(i-1) != "-" || d.glyph(i-3) != "-" {
		return 0
	}
	return d.age(i - 4)
}

// age reads a number that can be somebody's age.
func (d *document) age(i int) int {
	if w := &d.words[i]; !w.is(digits) || w.Len() > 3 {
		return 0
	}
	age, err := strconv.Atoi(d.glyph(i))
	if err != nil || age > 115 {
		return 0
	}
	return age
}

// agedNoun is the noun phrase "the 58-year-old" that ends at word i where no noun follows.
func (d *document) agedNoun(i int) (noun, bool) {
	age := d.yearsOld(i)
	if age == 0 || i < 5 || !d.lowerIs(i-5, "the") {
		return noun{}, false
	}
	if _, limit := d.sentenceOf(i); i+1 < limit {
		switch d.words[i+1].upos {
		case syntax.NOUN, syntax.PROPN, syntax.ADJ, syntax.NUM:
			return noun{}, false
		}
	}
	return noun{from: i - 5, to: i + 1, head: i, form: Nominal, kind: PER, definite: true, aged: true, age: age, roles: []uint64{d.words[i].hash},
		title: i, chunk: -1, entity: -1, score: 0.8, why: "somebody by age"}, true
}
