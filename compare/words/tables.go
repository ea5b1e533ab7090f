package words

import (
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang/en"
)

type tables struct {
	stop      map[string]bool
	irregular map[string]string // form → base
	kin       map[string]string // stem → stem of the kind
}

var loaded = sync.OnceValue(func() *tables {
	t := &tables{map[string]bool{}, map[string]string{}, map[string]string{}}
	for _, line := range Lines(en.CompareStop) {
		for _, word := range strings.Fields(line) {
			t.stop[word] = true
		}
	}
	for _, line := range Lines(en.CompareIrregular) {
		forms := strings.Fields(line)
		for _, form := range forms[1:] {
			t.irregular[form] = forms[0]
		}
	}
	for _, line := range Lines(en.CompareKin) {
		words := strings.Fields(line)
		head := stem(t, words[0])
		for _, word := range words {
			if s := stem(t, word); t.kin[s] == "" {
				t.kin[s] = head
			}
		}
	}
	return t
})

// Lines returns the lines of a table that are neither blank nor comments.
func Lines(table string) []string {
	var out []string
	for _, line := range strings.Split(table, "\n") {
		if line = strings.TrimRight(line, "\r"); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func stopWord(folded string) bool { return loaded().stop[folded] }

func kinOf(stem string) (string, bool) {
	kin, ok := loaded().kin[stem]
	return kin, ok
}
