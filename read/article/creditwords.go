package article

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
)

// creditWords are the words of lines that say whose text a page carries.
type creditWords struct {
	source, origin, help, with []string
	lent                       []string
	originStems                []string // the longest word of each of origin: a line without any of them has none
	agency, paper, picture     map[string]bool
	rights, glue, clock        map[string]bool
	company, house             map[string]bool
	syndicate, job             map[string]bool
	particle, town             map[string]bool
	agencyEnds                 []string
}

func readCreditWords(table string) creditWords {
	set := func(words []string) map[string]bool {
		out := map[string]bool{}
		for _, w := range words {
			out[w] = true
		}
		return out
	}
	var c creditWords
	for row := range lang.Rows(table) {
		kind, list, _ := strings.Cut(row, ": ")
		words := strings.Split(list, "|")
		switch kind {
		case "source":
			c.source = words
		case "lent":
			c.lent = words
		case "origin":
			c.origin = words
			for _, phrase := range words {
				stem := ""
				for _, w := range strings.Fields(phrase) {
					if len(w) > len(stem) {
						stem = w
					}
				}
				if !slices.Contains(c.originStems, stem) {
					c.originStems = append(c.originStems, stem)
				}
			}
		case "help":
			c.help = words
		case "with":
			c.with = words
		case "agency":
			c.agencyEnds = words
		case "paper":
			c.paper = set(words)
		case "picture":
			c.picture = set(words)
		case "rights":
			c.rights = set(words)
		case "job":
			c.job = set(words)
		case "particle":
			c.particle = set(words)
		case "town":
			c.town = set(words)
		case "company":
			c.company = set(words)
		case "house":
			c.house = set(words)
		case "syndicate":
			c.syndicate = set(words)
		case "glue":
			c.glue = set(words)
		case "clock":
			c.clock = set(words)
		}
	}
	return c
}
