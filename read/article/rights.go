package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// rightsHolder reads "© 2021 Radio Nord. All rights reserved." and "Copyright Radio Nord 2021" in the page's furniture. An agency's rights and those to
// a picture say nothing about the outlet. A name counts without the suffixes of companies, and where the page shows it elsewhere as its own or it is one
// that papers have: "© Sel Holdings Ltd" is the owner's, "© Radio Nord GmbH" below a masthead "Radio Nord" the outlet's.
func (tab *tables) rightsHolder(p *page.Page) (string, text.Span) {
	tried := 0
	for i := len(p.Blocks) - 1; i >= 0 && tried < maxHolders; i-- {
		b := p.Blocks[i]
		if b.Role.Told() || b.Role == page.Caption || b.Len() > 200 {
			continue
		}
		s := p.Text.At(b.Span)
		name := holder(s)
		if name.Len() < 3 || name.Len() > 60 || strings.ContainsAny(s[name.Start:name.End], "()[]") || len(tab.agenciesIn(s[name.Start:name.End])) > 0 || tab.endsAgency(s[name.Start:name.End]) || tab.syndicator(s[name.Start:name.End]) ||
			tab.pictured(s) || strings.Contains(s, "/") || i > 0 && p.Blocks[i-1].Len() < 60 && tab.syndicator(p.Text.At(p.Blocks[i-1].Span)) {
			continue // the last: "Via Wire Syndicate | © 2021 Radio Nord" is another outlet's text
		}
		tried++
		short := tab.withoutCompany(s, name)
		first, _, _ := strings.Cut(strings.ToLower(s[name.Start:name.End]), " ")
		person := tab.given[first] && tab.isPerson(s[name.Start:name.End], "")
		if short.Empty() || person || !(short == name && tab.paperLike(s[name.Start:name.End])) && !mastheads(p, i, s[short.Start:short.End], tab.ofHouse(s[short.End:name.End])) {
			continue
		}
		out := text.Span{Start: b.Start + short.Start, End: b.Start + short.End}
		return p.Text.At(out), out
	}
	return "", text.Span{}
}

// maxHolders is how many names in rights lines are held against the page's other lines.
const maxHolders = 12

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

// ofHouse says whether what was cut off a company's name shows that it can hold several outlets: "Network, LLC", "& Company".
func (tab *tables) ofHouse(cut string) bool {
	if strings.HasPrefix(strings.TrimSpace(cut), "&") {
		return true
	}
	for _, w := range wordSpans(cut) {
		if tab.credits.house[strings.ToLower(cut[w.Start:w.End])] {
			return true
		}
	}
	return false
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

// paperLike says whether a name of two words and more holds one that papers and stations are called by: "Radio Nord", "The Sel Courier".
func (tab *tables) paperLike(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		if tab.credits.paper[w] && len(words) > 1 {
			return true
		}
	}
	return false
}

// mastheads says whether the page shows a name as its own: a line of its furniture, other than the i-th, is nothing else (of a name of one word too many are), or begins or ends with it
// behind a stroke or a dash, or it is the name in an address that the page gives for itself. Of a house with several outlets the menus name each, so that a line of
// its name alone tells nothing.
func mastheads(p *page.Page, i int, name string, house bool) bool {
	key := strings.TrimPrefix(page.Letters(name), "the")
	if len(key) < 3 {
		return false
	}
	for k, b := range p.Blocks {
		if k == i || b.Role == page.Body || b.Role == page.Caption || b.Len() > 160 {
			continue
		}
		s := p.Text.At(b.Span)
		switch {
		case !house && b.Len() <= len(name)+6 && strings.Contains(name, " ") && strings.TrimPrefix(page.Letters(s), "the") == key:
			return true
		case k <= 2 && (strings.HasSuffix(s, "| "+name) || strings.HasSuffix(s, "- "+name) || strings.HasSuffix(s, "– "+name) || strings.HasPrefix(s, name+" |")):
			return true
		case !strings.ContainsAny(s, ".@"):
		case addressOf(s, key):
			return true
		}
	}
	return false
}

// addressOf says whether a line gives an address or a mailbox at a host of a name: "www.radionord.example", "desk@radionord.example".
func addressOf(s, key string) bool {
	for word := range strings.FieldsSeq(s) {
		low := strings.ToLower(strings.Trim(word, ".,;:()"))
		if at := strings.LastIndexByte(low, '@'); at >= 0 {
			low = low[at+1:]
		}
		low = strings.TrimPrefix(strings.TrimPrefix(low, "https://"), "www.")
		if dot := strings.IndexByte(low, '.'); dot > 0 && dot+2 < len(low) && page.Letters(low[:dot]) == key {
			return true
		}
	}
	return false
}
