package article

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// signature is what a short line is made of: people, an agency or a paper, a date, and words that are none of these.
type signature struct {
	by      bool        // it says "by"
	who     []text.Span // people
	agency  string
	at      text.Span // of the agency
	first   bool      // the agency stands before the people
	paper   text.Span // another body behind the people: "By Ada Brand The Courier"
	dated   bool
	picture bool // it is a picture's credit
	job     bool // it names what somebody who writes is called: "Senior Writer"
	reach   bool // it holds an address or a handle: "@adabrand"
	joined  byte // the mark between the last name and the agency
	rest    int  // words that are none of these
}

// plain says whether a line is made of nothing else.
func (g *signature) plain() bool { return g.rest == 0 && !g.picture }

// reading is a line while it is taken apart: its words, and those that are part of something already.
type reading struct {
	tab   *tables
	s     string
	low   string // in small letters
	words []text.Span
	taken []bool
}

func (r *reading) take(at text.Span) {
	for i, w := range r.words {
		if w.Start >= at.Start && w.End <= at.End {
			r.taken[i] = true
		}
	}
}

func (r *reading) word(i int) string { return r.s[r.words[i].Start:r.words[i].End] }

// lower returns the i-th word in small letters.
func (r *reading) lower(i int) string { return r.low[r.words[i].Start:r.words[i].End] }

// running counts the words of a string that begin with a small letter, as running text has many of.
func running(s string) int {
	n := 0
	for i := 1; i < len(s); i++ {
		if s[i-1] == ' ' && s[i] >= 'a' && s[i] <= 'z' {
			n++
		}
	}
	return n
}

// maxRunning is more of such words than a line of names, dates and bodies has.
const maxRunning = 12

// cut ends the word in which a place begins before it: "BrandDec", where a date begins at "Dec".
func (r *reading) cut(at int) {
	for i, w := range r.words {
		if w.Start < at && at < w.End {
			r.words[i].End = at
		}
	}
}

// read takes a line apart.
//
//	"By ADA BRAND and OLOF SUND, Gulf Wire | 2 May 2021"  →  by, two people, agency Gulf Wire, dated
func (tab *tables) read(s string) signature {
	var g signature
	if len(s) > maxSigned {
		return signature{rest: len(s)}
	}
	if n := running(s); n > maxRunning {
		return signature{rest: n}
	}
	r := reading{tab: tab, s: s, low: s, words: wordSpans(s)}
	if len(r.words) > 40 {
		return signature{rest: len(r.words)}
	}
	if low := strings.ToLower(s); len(low) == len(s) {
		r.low = low
	}
	if len(r.words) == 1 && !tab.opensAgency(s[r.words[0].Start:r.words[0].End]) && !strings.ContainsAny(s, "@0123456789") {
		return signature{rest: 1, job: tab.roleWords[r.lower(0)] || tab.credits.job[r.lower(0)]}
	}
	var taken [40]bool
	r.taken = taken[:len(r.words)]
	for _, d := range tab.findDates(s, 3) {
		r.cut(d.Start)
		r.take(d.Span)
		g.dated = true
	}
	if found := tab.agenciesAt(s, r.words); len(found) > 0 {
		g.agency, g.at = found[0].name, found[0].Span
		for _, f := range found {
			r.take(f.Span)
		}
	}
	if n := tab.byWords(s); n > 0 {
		g.by = true
		r.cut(n)
		for i, w := range r.words {
			if w.Start < n && w.End > n {
				r.words[i].Start = n
			}
		}
		r.take(text.Span{Start: 0, End: n})
	}
	var reach []text.Span // words that can be addresses and handles
	if strings.ContainsAny(s, "@/") || strings.Contains(s, "www.") {
		reach = fields(s)
	}
	for _, w := range reach {
		one := s[w.Start:w.End]
		at := strings.IndexByte(one, '@')
		switch {
		case at > 0 && !strings.Contains(one[at:], "."): // "Brand@adabrand", run together
			r.take(text.Span{Start: w.Start + at, End: w.End})
			g.reach = true
		case at >= 0, strings.Contains(one, "://"), strings.HasPrefix(one, "www."):
			r.take(w)
			g.reach = true
		}
	}
	r.initials(&g)
	r.kinds(&g)
	r.names(&g)
	return g
}

// initials takes the initials of a body that no list knows for an agency where a byline ends with them behind a mark: "By Ada Brand - GW - 2 May".
func (r *reading) initials(g *signature) {
	if !g.by || g.agency != "" {
		return
	}
	for i := 1; i < len(r.words); i++ {
		word, gap := r.word(i), r.s[r.words[i-1].End:r.words[i].Start]
		if r.taken[i] || len(word) < 2 || len(word) > 4 || !shouted(word) || r.tab.degrees[r.lower(i)] || r.tab.zones[r.lower(i)] != 0 || r.tab.months[r.lower(i)] != 0 {
			continue
		}
		if mark := strings.Trim(gap, " \u00a0"); (mark == "-" || mark == "–" || mark == "—" || mark == "/" || mark == ",") && !shouted(r.word(i-1)) {
			g.agency, g.at = word, r.words[i]
			r.take(g.at)
			return
		}
	}
}

// kinds takes the words that say when, by whom and in what role.
func (r *reading) kinds(g *signature) {
	tab := r.tab
	for i, w := range r.words {
		word := r.lower(i)
		if tab.credits.picture[word] || strings.HasPrefix(word, "photo") {
			g.picture = true
		}
		if r.taken[i] {
			continue
		}
		if k := (finder{s: r.s}).glued(w.Start, w.End); k > w.Start && tab.dateWords[strings.ToLower(r.s[k:w.End])] != "" { // "BrandPublished"
			r.words[i].End = k
			continue
		}
		switch {
		case isNumber(word[0]), len(word) == 1 && !isUpperAt(r.s, w.Start), tab.clockWord(word), tab.months[word] != 0 && len(word) > 2 && !tab.isGivenName(r.s, r.words, i):
			r.taken[i] = true
			g.dated = g.dated || isNumber(word[0])
		case i > 0 && r.taken[i-1] && strings.HasPrefix(r.lower(i-1), "min") && isNumberWord(r.s, r.words, i-2): // "5 min read"
			r.taken[i] = true
		case slices.Contains(tab.inside, word):
			r.taken[i], g.by = true, true
		case tab.zones[word] != 0 && strings.ToUpper(r.word(i)) == r.word(i), tab.dateWords[word] != "" && len(word) > 4, tab.credits.glue[word]:
			r.taken[i] = true
		case tab.roleWords[word] || tab.credits.job[word]:
			r.taken[i], g.job = true, true
			for k := i - 1; k > 0 && k > i-4 && g.agency != "" && r.words[k].Start > g.at.End; k-- { // "Gulf Wire National Security Writer"
				r.taken[k] = true
			}
		}
	}
}

// isNumberWord says whether the i-th word is a number.
func isNumberWord(s string, words []text.Span, i int) bool {
	return i >= 0 && isNumber(s[words[i].Start])
}

// clockWord says whether a word belongs to a time: "am", "ago", "Monday".
func (tab *tables) clockWord(word string) bool { return tab.credits.clock[word] }

// isGivenName says whether a word that is a month's name is rather a person's: "April Sund".
func (tab *tables) isGivenName(s string, words []text.Span, i int) bool {
	return i+1 < len(words) && tab.given[strings.ToLower(s[words[i].Start:words[i].End])] && isUpperAt(s, words[i+1].Start) && words[i+1].Start == words[i].End+1
}
