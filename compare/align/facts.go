package align

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/lang"
)

// facts is what the tables of names say about words and places.
type facts struct {
	people   map[string]bool   // nouns for a person or a group of people
	country  map[string]string // name, capital or people of a country → the country
	wide     map[string]bool   // countries and regions: places that hold others
	capital  map[string]string // stem of a capital → stem of its country, which it stands for as a government
	titles   map[string]bool
	reported map[string]string // word → what it and its like have in common when they are reported
}

var known = lang.Compile(func(l *lang.Language) *facts {
	f := &facts{map[string]bool{}, map[string]string{}, map[string]bool{}, map[string]string{}, map[string]bool{}, map[string]string{}}
	for row := range lang.Rows(l.Names.People) {
		for _, word := range strings.Fields(row) {
			f.people[word] = true
		}
	}
	t := words.Of(l)
	stem := func(name string) string { return t.Stem(words.Fold(strings.TrimSpace(name))) }
	for row := range lang.Rows(l.Statements.Voices) {
		if kind, list, found := strings.Cut(row, "\t"); found && (kind == "PER" || kind == "ORG") {
			for _, word := range strings.Fields(list) {
				f.people[word] = true
			}
		}
	}
	for row := range lang.Rows(l.Names.Countries) {
		fields := strings.Split(row, "|")
		country := ""
		for i, field := range fields {
			for _, name := range strings.Split(field, ",") {
				if name = stem(name); name == "" {
					continue
				}
				if i == 1 {
					f.capital[name] = country // a capital is not its country, but may stand for it
					continue
				}
				if country == "" {
					country = name
				}
				if f.country[name] == "" {
					f.country[name] = country
				}
				f.wide[country], f.wide[name] = true, true
			}
		}
	}
	for row := range lang.Rows(l.Names.Regions) {
		f.wide[stem(row)] = true
	}
	for row := range lang.Rows(l.Clauses.Reported) {
		for _, word := range strings.Fields(row) {
			f.reported[word] = row
		}
	}
	for row := range lang.Rows(l.Compare.Titles) {
		for _, word := range strings.Fields(row) {
			f.titles[word] = true
		}
	}
	return f
})
