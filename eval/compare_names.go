package main

import (
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/compare/entities"
	"github.com/hearsay-news/hearsay/lang/en"
)

// scoreSpellings holds the spelling rules against pairs of names, without any context: kinds that letters can tell, and pairs of
// different names that share a word.
func scoreSpellings(dir string) ([]Row, error) {
	lines, err := tabbed(filepath.Join(dir, "variant-pairs.tsv"))
	if err != nil {
		return nil, err
	}
	type count struct{ all, hit float64 }
	kinds := map[string]*count{}
	for _, l := range lines[1:] {
		kind := l[1]
		if l[0] == "0" {
			kind = "negatives accepted"
		}
		if kinds[kind] == nil {
			kinds[kind] = &count{}
		}
		kinds[kind].all++
		if entities.Alike(en.Language, capitals(l[2]), capitals(l[3])) != "" {
			kinds[kind].hit++
		}
	}
	var rows []Row
	var derivable count
	for _, kind := range []string{"partial", "subset", "title", "punct", "acronym", "negatives accepted"} {
		c := kinds[kind]
		if c == nil {
			continue
		}
		if kind != "negatives accepted" {
			derivable.all += c.all
			derivable.hit += c.hit
		}
		rows = append(rows, Row{"compare/spellings", kind, 100 * c.hit / c.all})
	}
	return append(rows, Row{"compare/spellings", "recall", 100 * derivable.hit / max(1, derivable.all)}), nil
}

// capitals writes a name that is all capitals as running text would; one word of up to five letters may be an acronym and stays.
func capitals(s string) string {
	words := strings.Fields(s)
	if len(words) == 1 && len(s) <= 5 {
		return s
	}
	for i, w := range words {
		words[i] = w[:1] + strings.ToLower(w[1:])
	}
	return strings.Join(words, " ")
}
