package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// lemma is what a unit is called after a token: its lemma in lower case, made singular where the tagger left a plural.
func (f *finder) lemma(i int) string {
	t := &f.tokens[i]
	word := f.text[t.Start:t.End]
	if s := f.scan.Find(f.atom(i), f.lang.singular); s != nil {
		return s.Val
	}
	if t.Lemma == "" || t.Lemma == "_" {
		return strings.ToLower(word)
	}
	if (t.XPOS == syntax.NNPS || t.XPOS == syntax.NNS) && (strings.EqualFold(t.Lemma, word) || strings.HasSuffix(t.Lemma, "use")) {
		return f.singular(i)
	}
	return strings.ToLower(t.Lemma)
}

// singular is the lemma of a token that stands for things of its kind, whatever its tag: "troops", "viruses", "World Cups".
func (f *finder) singular(i int) string {
	w := strings.ToLower(f.text[f.tokens[i].Start:f.tokens[i].End])
	if len(w) < 5 || w[len(w)-1] != 's' || f.is(f.atom(i), f.lang.pluralonly) {
		return strings.ToLower(f.tokens[i].Lemma)
	}
	for _, e := range [][2]string{{"ies", "y"}, {"ruses", "rus"}, {"buses", "bus"}, {"puses", "pus"}, {"nuses", "nus"}, {"sses", "ss"}, {"shes", "sh"}, {"ches", "ch"}, {"xes", "x"},
		{"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"s", ""}} {
		if strings.HasSuffix(w, e[0]) {
			return w[:len(w)-len(e[0])] + e[1]
		}
	}
	return w
}
