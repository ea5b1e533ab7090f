package article

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
)

// tables are the words that this room knows.
type tables struct {
	months    map[string]int
	zones     map[string]int // minutes east of UTC
	notPeople map[string]bool
	teams     map[string]bool   // words for those who write together
	nobody    map[string]bool   // what stands as an author's name and names nobody
	roleWords map[string]bool   // of these, what people who write are called
	degrees   map[string]bool   // what stands behind a name and is no part of it
	agencies  map[string]string // form → name
	dateWords map[string]string // word before a date → what it says of it: "published", "updated", "edition", "other", "this"
	behind    map[string]bool   // words that stand behind a date and say that it is the day of publication
	planned   map[string]bool
	happened  map[string]bool
	ordinals  map[string]int
	told      map[string]bool // what a page tells itself: "the remarks came days after …"
	came      map[string]bool
	spans     map[string]int // unit → how many days at most "units after" are
	byHeads   []string       // words that open a byline
	inside    []string       // words before a name in a line with a date
	between   []string       // words between two names, with their spaces
	given     map[string]bool
	common    map[string]bool // words that are written small in running text
	places    map[string]bool // names of cities, regions and countries, in small letters
	credits   creditWords

	agencyHeads map[string]bool // first words of the forms of agencies' names
}

var compiled = lang.Compile(func(l *lang.Language) *tables {
	t := &tables{months: map[string]int{}, zones: map[string]int{}, notPeople: map[string]bool{}, nobody: map[string]bool{}, teams: map[string]bool{}, roleWords: map[string]bool{}, degrees: map[string]bool{},
		agencies: map[string]string{}, dateWords: map[string]string{}, behind: map[string]bool{}, planned: map[string]bool{}, happened: map[string]bool{},
		ordinals: map[string]int{}, told: map[string]bool{}, came: map[string]bool{}, spans: map[string]int{}, given: map[string]bool{}, common: map[string]bool{}, places: map[string]bool{}, agencyHeads: map[string]bool{}}
	for _, table := range []string{l.Names.Given, l.Names.Census} {
		for row := range lang.Rows(table) {
			kind, list, _ := strings.Cut(row, " ")
			if kind == "m" || kind == "f" || kind == "u" {
				for _, w := range strings.Fields(list) {
					t.given[w] = true
				}
			}
		}
	}
	for row := range lang.Rows(l.Article.Months) {
		n, list, _ := strings.Cut(row, ":")
		month, _ := strconv.Atoi(n)
		for _, w := range strings.Fields(list) {
			if t.months[w] == 0 {
				t.months[w] = month
			}
		}
	}
	for row := range lang.Rows(l.Article.Zones) {
		name, minutes, _ := strings.Cut(row, " ")
		t.zones[name], _ = strconv.Atoi(minutes)
	}
	for row := range lang.Rows(l.Article.NotPeople) {
		if list, behind := strings.CutPrefix(row, "behind: "); behind {
			for _, w := range strings.Fields(list) {
				t.degrees[w] = true
			}
			continue
		}
		if list, team := strings.CutPrefix(row, "team: "); team {
			for _, w := range strings.Fields(list) {
				t.teams[w] = true
			}
			continue
		}
		if list, nobody := strings.CutPrefix(row, "nobody: "); nobody {
			for _, name := range strings.Split(list, "|") {
				t.nobody[name] = true
			}
			continue
		}
		list, role := strings.CutPrefix(row, "role: ")
		for _, w := range strings.Fields(list) {
			t.notPeople[w] = true
			t.roleWords[w] = t.roleWords[w] || role
		}
	}
	for row := range lang.Rows(l.Names.Common) {
		for _, w := range strings.Fields(row) {
			t.common[w] = true
		}
	}
	for _, table := range []string{l.Names.Cities, l.Names.Regions} {
		for row := range lang.Rows(table) {
			t.places[strings.ToLower(row)] = true
		}
	}
	for row := range lang.Rows(l.Names.Degrees) {
		for _, w := range strings.Fields(row) {
			t.degrees[w] = true
		}
	}
	for row := range lang.Rows(l.Article.DateWords) {
		kind, list, _ := strings.Cut(row, ":")
		for _, w := range strings.Fields(list) {
			if kind == "behind" {
				t.behind[w] = true
			} else {
				t.dateWords[w] = kind
			}
		}
	}
	for row := range lang.Rows(l.Article.Tense) {
		kind, list, _ := strings.Cut(row, ":")
		for _, w := range strings.Fields(list) {
			switch kind {
			case "planned":
				t.planned[w] = true
			case "happened":
				t.happened[w] = true
			case "told":
				t.told[w] = true
			case "came":
				t.came[w] = true
			case "spans":
				name, n, _ := strings.Cut(w, "=")
				t.spans[name], _ = strconv.Atoi(n)
			case "ordinals":
				name, n, _ := strings.Cut(w, "=")
				t.ordinals[name], _ = strconv.Atoi(n)
			}
		}
	}
	for row := range lang.Rows(l.Article.ByWords) {
		kind, list, _ := strings.Cut(row, ": ")
		words := strings.Split(list, "|")
		switch kind {
		case "head":
			t.byHeads = append(t.byHeads, words...)
		case "inside":
			t.inside = words
		case "between":
			for _, w := range words {
				t.between = append(t.between, " "+w+" ")
			}
		}
	}
	t.credits = readCreditWords(l.Article.Credits)
	for row := range lang.Rows(l.Article.Agencies) {
		name, forms, _ := strings.Cut(row, "\t")
		for _, form := range strings.Fields(forms) {
			form = strings.ReplaceAll(form, "-", " ")
			first, _, _ := strings.Cut(form, " ")
			t.agencies[form], t.agencyHeads[first] = name, true
		}
	}
	return t
})
