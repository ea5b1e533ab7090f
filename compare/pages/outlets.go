package pages

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/page"
)

const creditWords = 8 // words of a line that can be no more than a credit

// outlets gives every outlet one spelling, its most frequent one among those that were given, or else among all, and finds the pages that credit one of them.
func (s *Set) outlets() {
	counts := map[string]map[string]int{}
	given := map[string]bool{}
	for _, p := range s.Pages {
		if p.OutletGiven = p.Given.Outlet != "" && p.Article.Outlet.Name == p.Given.Outlet; p.OutletGiven {
			given[OutletKey(p.Given.Outlet)] = true
		}
	}
	for _, p := range s.Pages {
		if o := p.Article.Outlet.Name; o != "" && (p.OutletGiven || !given[OutletKey(o)]) {
			k := OutletKey(o)
			if counts[k] == nil {
				counts[k] = map[string]int{}
			}
			counts[k][o]++
		}
	}
	shown := map[string]string{}
	for k, names := range counts {
		for name, n := range names {
			if best := shown[k]; best == "" || n > names[best] || n == names[best] && name < best {
				shown[k] = name
			}
		}
	}
	for _, p := range s.Pages {
		p.OutletName, p.Credit = shown[OutletKey(p.Article.Outlet.Name)], p.Article.Credit.Name
		if p.Credit == "" {
			p.Credit = credited(p, shown)
		}
	}
}

// OutletKey is an outlet's name without article, case and spaces.
func OutletKey(name string) string {
	k := strings.TrimPrefix(words.Fold(name), "the ")
	return strings.NewReplacer(" ", "", "-", "", "'", "", "’", "").Replace(k)
}

// credited returns another outlet whose name stands in a short line beside the text: in a byline, a dateline or a closing note, but
// not under a picture.
func credited(p *Page, shown map[string]string) string {
	own := OutletKey(p.Article.Outlet.Name)
	for i, b := range p.Page.Blocks {
		switch p.Roles[i] {
		case page.Byline, page.Dateline, page.Footnote, page.Body, page.Other:
		default:
			continue
		}
		line := p.Page.Text.At(b.Span)
		if len(line) > 90 || strings.Contains(line, "©") {
			continue
		}
		fields := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t\u00a0()[]/|,.;:", r) })
		if len(fields) > creditWords {
			continue
		}
		for from := range fields {
			for to := from + 1; to <= len(fields) && to <= from+4; to++ {
				k := OutletKey(strings.Join(fields[from:to], " "))
				if name := shown[k]; name != "" && k != own && (from == 0 || creditCue(fields[from-1])) {
					return name
				}
			}
		}
	}
	return ""
}

// creditCue says whether a word leads to an agency's name in a credit line.
func creditCue(w string) bool {
	switch words.Fold(w) {
	case "by", "from", "source", "with", "via", "and", "the":
		return true
	}
	return false
}
