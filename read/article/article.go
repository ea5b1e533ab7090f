package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Read says what a page is as a publication. It uses only the page and what is given with it.
func Read(l *lang.Language, p *page.Page, given gather.Given) Article {
	tab := compiled.Of(l)
	var a Article
	hosts := pageHosts(p, given)
	a.Outlet = tab.outlet(p, given, hosts)
	a.Title = title(p, a.Outlet.Name)
	h := tab.head(p, a.Outlet.Name)
	a.Byline = h.byline()
	a.Credit = h.credit(hosts)
	a.Published, a.Modified = h.published(hosts, given, a.Title)
	return a
}

// title is the line that has this role; without one, or where it is not all of the title, the title that the metadata states.
func title(p *page.Page, outlet string) *text.Span {
	heading := slices.IndexFunc(p.Blocks, func(b page.Block) bool { return b.Role == page.Title })
	if at := statedTitle(p, heading >= 0); at != nil {
		cut := withoutSite(p.Text, *at, outlet)
		return &cut
	}
	if heading < 0 {
		return nil
	}
	at := withoutKicker(p, p.Blocks[heading].Span, outlet)
	if p.Blocks[heading].Tag != "h1" {
		at = withoutTail(p, at, outlet)
	}
	return &at
}

// withoutTail cuts off what a heading of a lower rank goes on with behind the title that the metadata agree on, "/ Dec 2025", and a short tail behind a stroke, "| Editorial".
func withoutTail(p *page.Page, at text.Span, outlet string) text.Span {
	s := p.Text.At(at)
	whole := page.Letters(s)
	said := map[string]int{}
	for _, m := range p.Meta {
		if m.Field == "title" && len(m.Value) <= 400 && m.From != "microdata" {
			title := cleanTitle(m.Value, outlet)
			if letters := page.Letters(title); len(letters) < len(whole) && len(letters)*2 > len(whole) && strings.HasPrefix(whole, letters) {
				if said[letters]++; said[letters] == 2 {
					return p.Text.Trim(text.Span{Start: at.Start, End: at.Start + lettersEnd(s, len(letters))})
				}
			}
		}
	}
	if i := strings.LastIndex(s, " | "); i > len(s)/2 && len(strings.Fields(s[i+3:])) <= 2 {
		return text.Span{Start: at.Start, End: at.Start + i}
	}
	return at
}

// cleanTitle is a stated title without the site's name.
func cleanTitle(value, outlet string) string {
	t := text.Text(value)
	return t.At(withoutSite(t, text.Span{End: len(value)}, outlet))
}

// lettersEnd returns the offset in s behind the letters and digits that fold to n bytes.
func lettersEnd(s string, n int) int {
	seen := 0
	for i, r := range s {
		if seen >= n {
			return i
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			seen += utf8.RuneLen(unicode.ToLower(r))
		}
	}
	return len(s)
}

// statedTitle returns the title at the head of the text. Of several it is the one that most of the others begin with, for they go on with the name
// of the site: "Port shut", "Port shut | Radio Nord".
func statedTitle(p *page.Page, shown bool) *text.Span {
	var stated []text.Span
	var folded []string
	for _, from := range []string{"json-ld", "og", "meta", "title", "microdata", "json-ld-page"} {
		for _, m := range p.Meta {
			if m.Field == "title" && m.From == from && !m.Span.Empty() && len(stated) < maxStated && (!shown || atHead(p, m.Span)) {
				stated = append(stated, m.Span)
				folded = append(folded, page.Letters(p.Text.At(m.Span)))
			}
		}
	}
	var best *text.Span
	most := -1
	for i := range stated {
		n := 0
		for k := range stated {
			if k != i && strings.HasPrefix(folded[k], folded[i]) {
				n++
			}
		}
		if n > most {
			best, most = &stated[i], n
		}
	}
	return best
}

// maxStated bounds the stated titles that are held against each other.
const maxStated = 12

// atHead says whether a place lies in the metadata lines at the head of the text.
func atHead(p *page.Page, at text.Span) bool {
	for _, b := range p.Blocks {
		if !strings.HasPrefix(b.Why, "metadata ") {
			return false
		}
		if b.Span == at {
			return true
		}
	}
	return false
}

// withoutKicker cuts off what a heading has beside the title that the metadata states: a kicker before it. The title that is stated for sharing
// counts before the one in the page's data.
func withoutKicker(p *page.Page, at text.Span, outlet string) text.Span {
	s := p.Text.At(at)
	whole := page.Letters(s)
	for _, from := range []string{"og", "json-ld"} {
		for _, m := range p.Meta {
			if m.Field != "title" || m.From != from || len(m.Value) > 400 {
				continue
			}
			title := page.Letters(cleanTitle(m.Value, outlet))
			if title == whole {
				return at
			}
			if len(title)*2 < len(whole) || len(title) >= len(whole) {
				continue
			}
			if strings.HasSuffix(whole, title) {
				return p.Text.Trim(text.Span{Start: at.Start + foldedEnd(s, len(whole)-len(title)), End: at.End})
			}
		}
	}
	return at
}

// foldedEnd returns the offset in s behind the letters that fold to n bytes, and behind the marks and spaces that follow them: where the next word
// begins, with the quotation mark or bracket that opens it.
func foldedEnd(s string, n int) int {
	seen, opened := 0, -1
	for i, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		switch {
		case seen >= n && letter && opened >= 0:
			return opened
		case seen >= n && letter:
			return i
		case seen >= n && strings.ContainsRune("\"'“‘„«([", r):
			opened = i
		case letter:
			seen += utf8.RuneLen(unicode.ToLower(r))
		default:
			opened = -1
		}
	}
	return len(s)
}

// withoutSite cuts the site's name off a title: "Port shut | Radio Nord", "Radio Nord: Port shut".
func withoutSite(t text.Text, at text.Span, outlet string) text.Span {
	s := t.At(at)
	site := page.Letters(outlet)
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", ": "} {
		if i := strings.LastIndex(s, sep); i > 0 {
			tail := page.Letters(s[i+len(sep):])
			if tail != "" && (tail == site || sep == " | " && i > len(s)/3) {
				return t.Trim(text.Span{Start: at.Start, End: at.Start + i})
			}
		}
		if i := strings.Index(s, sep); i > 0 && site != "" && page.Letters(s[:i]) == site {
			return t.Trim(text.Span{Start: at.Start + i + len(sep), End: at.End})
		}
	}
	return at
}
