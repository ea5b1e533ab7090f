package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// rightsHolder reads "© 2021 Radio Nord. All rights reserved." and "Copyright Radio Nord 2021" in the page's furniture. An agency's rights and those to
// a picture say nothing about the outlet. A company's name counts without its suffix where the page shows that name elsewhere too: "© Sel Media Ltd" is
// the owner's, "© Radio Nord GmbH" below a masthead "Radio Nord" the outlet's.
func (tab *tables) rightsHolder(p *page.Page) (string, text.Span) {
	for i := len(p.Blocks) - 1; i >= 0; i-- {
		b := p.Blocks[i]
		if b.Role.Told() || b.Role == page.Caption || b.Len() > 200 {
			continue
		}
		s := p.Text.At(b.Span)
		name := holder(s)
		if name.Len() < 3 || name.Len() > 60 || len(tab.agenciesIn(s[name.Start:name.End])) > 0 || tab.endsAgency(s[name.Start:name.End]) || tab.syndicator(s[name.Start:name.End]) ||
			tab.pictured(s) || strings.Contains(s, "/") {
			continue
		}
		short := tab.withoutCompany(s, name)
		first, _, _ := strings.Cut(strings.ToLower(s[name.Start:name.End]), " ")
		person := tab.given[first] && tab.isPerson(s[name.Start:name.End], "")
		if short.Empty() || (short != name || person) && !shownElsewhere(p, i, s[short.Start:short.End]) {
			continue
		}
		out := text.Span{Start: b.Start + short.Start, End: b.Start + short.End}
		return p.Text.At(out), out
	}
	return "", text.Span{}
}

// holder returns the place of the name behind the word or sign of rights in a line; an empty span for none.
func holder(s string) text.Span {
	low := small(s)
	at := strings.Index(low, "©")
	if c := strings.Index(low, "copyright"); c >= 0 && (at < 0 || c < at) {
		at = c
	}
	if at < 0 {
		return text.Span{}
	}
	var name text.Span
	for _, w := range wordSpans(s[at:]) {
		start, end := at+w.Start, at+w.End
		word := low[start:end]
		if word == "copyright" || word == "by" || word == "c" || isNumber(word[0]) || word == "the" && name.Empty() {
			if !name.Empty() {
				break
			}
			continue
		}
		if word == "all" || word == "rights" || word == "reserved" || !isUpperAt(s, start) && !name.Empty() {
			break
		}
		if !name.Empty() && strings.ContainsAny(s[name.End:start], ".|,;–") {
			break
		}
		if name.Empty() {
			name.Start = start
		}
		name.End = end
	}
	return name
}

// withoutCompany cuts the words off a name's end that only say what kind of company it is: "Radio Nord GmbH & Co. KG", "Sel Publishing Group UK".
func (tab *tables) withoutCompany(s string, at text.Span) text.Span {
	words := wordSpans(s[at.Start:at.End])
	n := len(words)
	for n > 0 && tab.credits.company[strings.ToLower(s[at.Start+words[n-1].Start:at.Start+words[n-1].End])] {
		n--
	}
	if n == 0 {
		return text.Span{}
	}
	return text.Span{Start: at.Start, End: at.Start + words[n-1].End}
}

// syndicator says whether a name is that of a body which hands texts to other outlets.
func (tab *tables) syndicator(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if tab.credits.syndicate[w] {
			return true
		}
	}
	return false
}

// shownElsewhere says whether a short line of the page's furniture other than the i-th holds a name.
func shownElsewhere(p *page.Page, i int, name string) bool {
	for k, b := range p.Blocks {
		if k == i || b.Role.Told() || b.Len() > 120 || b.Role == page.Caption {
			continue
		}
		s := p.Text.At(b.Span)
		if at := strings.Index(s, name); at >= 0 && !strings.Contains(s, "©") && !strings.Contains(small(s), "copyright") {
			return true
		}
	}
	return false
}
