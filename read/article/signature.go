package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/text"
)

// creditWords are the words of lines that say whose text a page carries.
type creditWords struct {
	source, origin, help, with []string
	agency, paper, picture     map[string]bool
	rights, glue, clock        map[string]bool
	company, syndicate         map[string]bool
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
		case "origin":
			c.origin = words
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
		case "company":
			c.company = set(words)
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

// named is an agency's name in a string.
type named struct {
	text.Span
	name string
}

// agencies finds the agencies that a short string names. A form of four letters and less counts as it is written by itself: "AP", "dpa", not "ap".
func (tab *tables) agenciesIn(s string) []named {
	if len(s) > maxSigned {
		return nil
	}
	var out []named
	words := wordSpans(s)
	for i := 0; i < len(words); i++ {
		for j := min(len(words), i+4) - 1; j >= i; j-- {
			at := text.Span{Start: words[i].Start, End: words[j].End}
			form := s[at.Start:at.End]
			name := tab.agency(form)
			if name == "" || at.Len() <= 4 && form != name && strings.ToUpper(form) != form || !isUpperAt(form, 0) && form != name {
				continue
			}
			out = append(out, named{at, name})
			i = j
			break
		}
	}
	return out
}

// maxSigned is how long a line may be, its spaces squeezed or not, in which names and agencies are looked for.
const maxSigned = 400

// endsAgency says whether a name that no list knows ends as agencies' names do: "Gulf Wire", "Sel News Agency".
func (tab *tables) endsAgency(name string) bool {
	low := strings.ToLower(name)
	for _, end := range tab.credits.agencyEnds {
		if rest, ok := strings.CutSuffix(low, " "+end); ok && rest != "the" && rest != "" {
			return true
		}
	}
	return false
}

// signature is what a short line is made of: people, an agency or a paper, a date, and words that are none of these.
type signature struct {
	by      bool // it says "by"
	people  int
	agency  string
	at      text.Span // of the agency
	first   bool      // the agency stands before the people
	paper   text.Span // another body behind the people: "By Ada Brand The Courier"
	dated   bool
	picture bool // it is a picture's credit
	joined  byte // the mark between the last name and the agency
	rest    int  // words that are none of these
}

// read takes a line apart.
//
//	"By ADA BRAND and OLOF SUND, Gulf Wire | 2 May 2021"  →  by, two people, agency Gulf Wire, dated
func (tab *tables) read(s string) signature {
	var g signature
	if len(s) > maxSigned {
		return signature{rest: len(s)}
	}
	words := wordSpans(s)
	if len(words) > 40 {
		return signature{rest: len(words)}
	}
	taken := make([]bool, len(words)) // words that are part of a name, a date, a role
	take := func(at text.Span) {
		for i, w := range words {
			if w.Start >= at.Start && w.End <= at.End {
				taken[i] = true
			}
		}
	}
	if found := tab.agenciesIn(s); len(found) > 0 {
		g.agency, g.at = found[0].name, found[0].Span
		for _, f := range found {
			take(f.Span)
		}
	}
	for _, d := range tab.findDates(s, 3) {
		take(d.Span)
		g.dated = true
	}
	if n := tab.byWords(s); n > 0 {
		g.by = true
		take(text.Span{Start: 0, End: n})
	}
	low := func(i int) string { return strings.ToLower(s[words[i].Start:words[i].End]) }
	for i, w := range words {
		word := low(i)
		if tab.credits.picture[word] || strings.HasPrefix(word, "photo") {
			g.picture = true
		}
		switch {
		case taken[i]:
		case isNumber(word[0]), len(word) == 1 && !isUpperAt(s, w.Start), tab.clockWord(word), tab.months[word] != 0 && len(word) > 2 && !tab.isGivenName(s, words, i):
			taken[i] = true
			g.dated = g.dated || isNumber(word[0])
		case slices.Contains(tab.inside, word):
			taken[i], g.by = true, true
		case tab.zones[word] != 0 && strings.ToUpper(s[w.Start:w.End]) == s[w.Start:w.End], tab.dateWords[word] != "" && len(word) > 4, tab.credits.glue[word]:
			taken[i] = true
		case tab.roleWords[word]:
			taken[i] = true
			for k := i - 1; k > 0 && k > i-4 && g.agency != "" && words[k].Start > g.at.End; k-- { // "Gulf Wire National Security Writer"
				taken[k] = true
			}
		}
	}
	g.names(tab, s, words, taken)
	return g
}

// clockWord says whether a word belongs to a time: "am", "ago", "Monday".
func (tab *tables) clockWord(word string) bool { return tab.credits.clock[word] }

// isGivenName says whether a word that is a month's name is rather a person's: "April Sund".
func (tab *tables) isGivenName(s string, words []text.Span, i int) bool {
	return i+1 < len(words) && tab.given[strings.ToLower(s[words[i].Start:words[i].End])] && isUpperAt(s, words[i+1].Start) && words[i+1].Start == words[i].End+1
}

// names groups the words that nothing else took into names of people and papers.
func (g *signature) names(tab *tables, s string, words []text.Span, taken []bool) {
	last := -1 // end of the last person
	for i := 0; i < len(words); {
		if taken[i] {
			i++
			continue
		}
		j, paper, caps := i, -1, 0
		for j < len(words) && !taken[j] && (j == i || plainGap(s[words[j-1].End:words[j].Start])) {
			word := s[words[j].Start:words[j].End]
			if isUpperAt(word, 0) {
				caps++
			}
			if tab.credits.paper[strings.ToLower(word)] && isUpperAt(word, 0) {
				paper = j
			}
			j++
		}
		group := text.Span{Start: words[i].Start, End: words[j-1].End}
		unknown := g.agency == "" && tab.endsAgency(s[group.Start:group.End]) // an agency that no list knows
		if paper >= 0 || unknown {
			paper = max(paper, i)
			from := i
			if j-i > 2 && (g.by || g.people > 0) && last < 0 || j-i > 3 {
				from = max(i+2, paper-2)
			}
			for k := i + 1; k <= paper; k++ {
				if strings.EqualFold(s[words[k].Start:words[k].End], "the") {
					from = k
				}
			}
			if from > i {
				g.people++
				last = words[from-1].End
			}
			g.paper = text.Span{Start: words[from].Start, End: group.End}
			if unknown {
				g.agency, g.at, g.paper = s[g.paper.Start:g.paper.End], g.paper, text.Span{}
			}
			i = j
			continue
		}
		if name := s[group.Start:group.End]; j-i >= 2 && j-i <= 5 && caps >= 2 && tab.isPerson(name, "") {
			g.people++
			last = group.End
			if g.agency != "" && g.at.End <= group.Start {
				g.first = g.people == 1
			}
		} else if !(j == i+1 && g.agency != "" && g.at.End < group.Start && plainGap(s[g.at.End:group.Start])) { // "Gulf Wire Asia", an agency's desk
			g.rest += j - i
		}
		i = j
	}
	if last >= 0 && g.agency != "" && g.at.Start > last {
		mark := strings.Trim(s[last:g.at.Start], " \u00a0")
		if mark != "" {
			g.joined = mark[0]
		}
	}
}

// plainGap says whether what parts two words leaves them in one name: "J. Sund", "al-Kadari", "O'Hara".
func plainGap(gap string) bool {
	switch strings.Trim(gap, " \u00a0\t") {
	case "":
		return utf8.RuneCountInString(gap) <= 40
	case ".", "-", "'", "’", "‑":
		return true
	}
	return false
}

// pictured says whether a line bears the words of a picture's caption or credit.
func (tab *tables) pictured(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if tab.credits.picture[w] {
			return true
		}
	}
	low := strings.ToLower(s)
	return strings.Contains(low, "via ap") || strings.Contains(low, "/ap")
}
