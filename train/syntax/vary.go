package syntax

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
)

// variants makes sentences that the treebanks lack.
type variants struct {
	names []string // a stock of given names, surnames and places
	name  int      // the class of names
}

// of now and then returns a sentence as headlines and careless pages have it: all in capitals, every word capitalised, or without its
// last stop; or with names from anywhere in the world in the place of its own. Typographic quotation marks need no variants, as forms.Of makes
// them straight.
func (v *variants) of(s *sentence, random *rand.Rand) *sentence {
	switch n := random.Intn(100); {
	case n < 3:
		return s.rewritten(strings.ToUpper)
	case n < 5:
		return s.rewritten(func(w string) string {
			if len(w) < 4 || w[0] >= 0x80 {
				return w
			}
			return strings.ToUpper(w[:1]) + w[1:]
		})
	case n < 9:
		return s.withoutStop()
	case n < 25 && len(v.names) > 0:
		return v.renamed(s, random)
	}
	return s
}

// renamed gives half of the names in a sentence another form: one of the stock, or a blend of two that no list has.
func (v *variants) renamed(s *sentence, random *rand.Rand) *sentence {
	out := *s
	out.forms, out.rows = append([]forms.Form(nil), s.forms...), nil
	for i, w := range s.words {
		if s.classes[i] != v.name || len(w) < 3 || w[0] < 'A' || w[0] > 'Z' || w[1] < 'a' || w[1] > 'z' || random.Intn(2) == 0 {
			continue
		}
		name := v.names[random.Intn(len(v.names))]
		if other := v.names[random.Intn(len(v.names))]; random.Intn(2) == 0 {
			name = name[:len(name)/2] + other[len(other)/2:]
		}
		out.forms[i] = forms.LexiconOf(en.Language).Of(strings.ToUpper(name[:1]) + name[1:])
	}
	return &out
}

// nameStock reads the single words of the lists of names below lang/.
func nameStock(out string) ([]string, error) {
	var names []string
	for _, file := range []string{"given.txt", "census.txt", "cities.txt"} {
		raw, err := os.ReadFile(filepath.Join(out, "names", file))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(raw)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			words := strings.Fields(line)
			if file == "cities.txt" && len(words) > 1 {
				continue
			}
			for _, w := range words {
				plain := strings.Trim(strings.ToLower(w), "abcdefghijklmnopqrstuvwxyz") == ""
				if len(w) > 2 && plain {
					names = append(names, strings.ToLower(w))
				}
			}
		}
	}
	return names, nil
}

func (s *sentence) rewritten(change func(string) string) *sentence {
	out := *s
	out.forms, out.rows = make([]forms.Form, len(s.forms)), nil
	for i, w := range s.words {
		out.forms[i] = forms.LexiconOf(en.Language).Of(change(w))
	}
	return &out
}

// withoutStop leaves out a final "." that nothing hangs on.
func (s *sentence) withoutStop() *sentence {
	last := len(s.words) - 1
	if last < 2 || s.words[last] != "." || s.heads[last] == int32(last+1) {
		return s
	}
	for _, h := range s.heads {
		if h == int32(last) {
			return s
		}
	}
	out := *s
	out.words, out.forms, out.classes, out.relations = s.words[:last], s.forms[:last], s.classes[:last], s.relations[:last]
	out.heads = make([]int32, last)
	for i, h := range s.heads[:last] {
		if h == int32(last+1) {
			h = int32(last)
		}
		out.heads[i] = h
	}
	return &out
}
