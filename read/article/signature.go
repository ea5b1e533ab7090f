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
	lent                       []string
	originStems                []string // the longest word of each of origin: a line without any of them has none
	agency, paper, picture     map[string]bool
	rights, glue, clock        map[string]bool
	company, syndicate, job    map[string]bool
	particle                   map[string]bool
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

// agenciesIn finds the agencies that a short string names. A form of four letters and less counts as it is written by itself: "AP", "dpa", not "ap".
func (tab *tables) agenciesIn(s string) []named {
	if len(s) > maxSigned {
		return nil
	}
	return tab.agenciesAt(s, wordSpans(s))
}

// agenciesAt finds the agencies among the words of a string.
func (tab *tables) agenciesAt(s string, words []text.Span) []named {
	var out []named
	for i := 0; i < len(words); i++ {
		if !tab.opensAgency(s[words[i].Start:words[i].End]) {
			continue
		}
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

// opensAgency says whether a form of an agency's name begins with a word.
func (tab *tables) opensAgency(word string) bool {
	var low [maxAgency]byte
	if len(word) > len(low) {
		return false
	}
	ascii := true
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	if !ascii {
		return tab.agencyHeads[strings.ToLower(word)]
	}
	return tab.agencyHeads[string(low[:len(word)])]
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

// names groups the words that nothing else took into names of people and bodies.
func (r *reading) names(g *signature) {
	for i := 0; i < len(r.words); {
		if r.taken[i] {
			i++
			continue
		}
		j, paper, caps := i, -1, 0
		for j < len(r.words) && !r.taken[j] && (j == i || plainGap(r.s[r.words[j-1].End:r.words[j].Start])) {
			if first, _ := utf8.DecodeRuneInString(r.word(j)); j > i && unicode.IsLower(first) && !r.tab.credits.particle[r.word(j)] {
				break
			}
			if isUpperAt(r.word(j), 0) {
				caps++
				if r.tab.credits.paper[r.lower(j)] && isUpperAt(r.word(i), 0) {
					paper = j
				}
			}
			j++
		}
		r.group(g, i, max(j, i+1), paper, caps)
		i = max(j, i+1)
	}
	if len(g.who) == 1 && g.rest <= 3 && g.who[0].Start == 0 { // "Ada Brand • HarboursOnline"
		mark := strings.TrimLeft(r.s[g.who[0].End:], " \u00a0")
		if strings.HasPrefix(mark, "•") || strings.HasPrefix(mark, "|") {
			g.rest = 0
		}
	}
	body := g.at
	if g.agency == "" {
		body = g.paper
	}
	if n := len(g.who); n > 0 && body.Start > g.who[n-1].End {
		if mark := strings.Trim(r.s[g.who[n-1].End:body.Start], " \u00a0"); mark != "" {
			g.joined = mark[0]
		}
	}
	if g.job && len(g.who) > 0 && g.who[0].Start == 0 && g.rest <= 6 { // "Ada Brand | Senior Fellow, Sel Institute"
		if mark := strings.TrimLeft(r.s[g.who[0].End:], " \u00a0"); mark != "" && strings.ContainsAny(mark[:1], ",|-(") {
			g.rest = 0
		}
	}
}

// group tells what the words from the i-th to before the j-th are: a person, a person and a body ("Ada Brand The Courier"), a body, an agency that
// no list knows, an agency's desk ("Gulf Wire Asia"), or nothing that bylines are made of.
func (r *reading) group(g *signature, i, j, paper, caps int) {
	at := text.Span{Start: r.words[i].Start, End: r.words[j-1].End}
	unknown := g.agency == "" && r.tab.endsAgency(r.s[at.Start:at.End])
	if paper >= 0 || unknown {
		from := r.bodyFrom(g, i, j, max(paper, i))
		if from > i {
			g.who = append(g.who, text.Span{Start: at.Start, End: r.words[from-1].End})
		}
		body := text.Span{Start: r.words[from].Start, End: at.End}
		if from == i && i > 0 && strings.EqualFold(r.word(i-1), "the") {
			body.Start = r.words[i-1].Start
		}
		switch {
		case unknown:
			g.agency, g.at = r.s[body.Start:body.End], body
		case g.paper.Empty():
			g.paper = body
		}
		return
	}
	if n := (j - i) / 2; j-i >= 4 && (j-i)%2 == 0 && strings.EqualFold(r.s[at.Start:r.words[i+n-1].End], r.s[r.words[i+n].Start:at.End]) { // a name that stands twice
		at.End = r.words[i+n-1].End
	}
	switch name := r.s[at.Start:at.End]; {
	case j-i >= 2 && j-i <= 5 && caps >= 2 && r.tab.isPerson(name, ""):
		g.first = g.first || g.agency != "" && g.at.End <= at.Start && len(g.who) == 0
		g.who = append(g.who, at)
	case j == i+1 && g.agency != "" && g.at.End < at.Start && plainGap(r.s[g.at.End:at.Start]):
	default:
		g.rest += j - i
	}
}

// bodyFrom returns the word of a group at which the body's name begins: behind the person's, at "The", or at the group's head.
func (r *reading) bodyFrom(g *signature, i, j, paper int) int {
	for k := i + 1; k <= paper; k++ {
		if strings.EqualFold(r.word(k), "the") {
			return k
		}
	}
	named := r.tab.given[r.lower(i)]
	switch {
	case i > 0 && strings.EqualFold(r.word(i-1), "the"): // "By the New York Times"
	case j-i > 2 && (named || g.by && len(g.who) == 0):
		if named && !r.tab.given[r.lower(i+1)] && len(r.word(i+1)) > 1 {
			return i + 2 // "Ada Brand North Sel Courier"
		}
		return min(max(i+3, paper-2), paper) // "Ada Marie Brand Daily Sel"
	}
	return i
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
	var low [16]byte // longer than any of the words
	n := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (isLetterByte(s[i])) {
			if n < len(low) {
				low[n] = s[i]
				if s[i] >= 'A' && s[i] <= 'Z' {
					low[n] |= 0x20
				}
			}
			n++
			continue
		}
		if n > 2 && n <= len(low) && tab.credits.picture[string(low[:n])] {
			return true
		}
		n = 0
	}
	return strings.Contains(s, "via AP") || strings.Contains(s, "/AP")
}
