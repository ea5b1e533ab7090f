package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// rate reads what a figure is told for: "$3 a ticket", "300 tests per day", "9 billion shekels ($2.4 billion) a year", "20 cases per 100,000
// people". What is counted goes by the article "a" only for stretches of time.
func (f *finder) rate(a *Amount, at int) {
	end := at
	switch f.scan.Word(at) {
	case "-": // "its $18-a-share offer"
		end++
	case "(":
		for end = at + 1; end < len(f.scan.Atoms) && end < at+listReach && f.scan.Word(end) != ")"; end++ {
		}
		end++
	case ")":
		end++
	}
	w := f.lower(end)
	if w != "per" && w != "a" && w != "an" && w != "each" && w != "every" {
		return
	}
	noun := end + 1
	if f.scan.Word(noun) == "-" {
		noun++
	}
	i := f.token(noun)
	if i < 0 || i == f.token(end) || f.is(noun+1, f.lang.since) {
		return
	}
	per, last, ok := f.per(a, w, i, noun, noun == end+1)
	if !ok {
		return
	}
	if a.Unit == "" || per == "percent" {
		return
	}
	a.Unit += " per " + strings.ToLower(per)
	if (end == at || f.scan.Word(at) == "-") && f.tokens[last].End > a.End {
		if !a.Kind.Counts() {
			a.End = f.tokens[last].End
		}
		f.taken = f.tokens[last].End
	}
	if next := f.atomAt(f.tokens[last].End); f.lower(next) == "per" {
		f.rate(a, next) // "80 litres per person per day"
	}
}

// per is the unit that a rate is told for, at token i and atom noun after the word w, and the last token of it. Plain says that no hyphen
// stands between.
func (f *finder) per(a *Amount, w string, i, noun int, plain bool) (unit string, last int, ok bool) {
	if t := f.scan.Find(noun, f.lang.duration); t != nil {
		return t.Val, i, f.tokens[i].XPOS != syntax.NNS && (w == "per" || !f.nounAfter(i) || f.is(noun+1, f.lang.person))
	}
	noNoun := f.tokens[i].UPOS != syntax.NOUN || f.tokens[i].XPOS == syntax.NNS
	if w != "per" {
		return f.lemma(i), i, !noNoun && !(plain && f.nounAfter(i)) && !a.Kind.Counts()
	}
	if t := f.scan.Find(noun, f.lang.measure); t != nil {
		return f.lang.units[t.Val].name, f.token(int(t.End) - 1), true
	}
	if f.tokens[i].UPOS == syntax.NUM && i+1 < len(f.tokens) && f.tokens[i+1].UPOS == syntax.NOUN { // 100,000 people
		return f.text[f.tokens[i].Start:f.tokens[i+1].End], i + 1, true
	}
	if f.lower(noun) == "capita" {
		return "capita", i, true
	}
	return f.lemma(i), i, !noNoun
}

// perCapita reads "a per capita income of $4,000".
func (f *finder) perCapita(a *Amount, c candidate) {
	for i := c.from - 1; i > 0 && i > c.from-stepReach && f.scan.Atoms[i].Kind == pattern.Letters; i-- {
		if f.lower(i) == "capita" && f.lower(i-1) == "per" {
			a.Unit += " per capita"
			return
		}
	}
}

func (f *finder) nounAfter(i int) bool {
	return i+1 < len(f.tokens) && f.tokens[i+1].UPOS == syntax.NOUN
}
