package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

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
	if k := paper - 2; k > i+1 && r.tab.credits.town[r.lower(k)] && isUpperAt(r.word(k), 0) { // "Julie Brand Marrow | New Sel Times"
		return k
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
