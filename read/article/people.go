package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// byline returns the places of the people who wrote the page: from its metadata where it names any, else from its byline.
func byline(p *page.Page, outlet string) []text.Span {
	var out []text.Span
	seen := map[string]bool{}
	add := func(at text.Span) {
		for _, one := range people(p.Text, at, outlet) {
			key := fold(p.Text.At(one))
			if !seen[key] && len(out) < 20 {
				seen[key] = true
				out = append(out, one)
			}
		}
	}
	for _, from := range []string{"json-ld", "meta", "og", "microdata", "rel"} {
		for _, m := range p.Meta {
			if m.Field == "author" && m.From == from && !m.Span.Empty() && m.Span.Len() < 200 {
				add(m.Span)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for _, b := range p.Blocks {
		if b.Role == page.Byline {
			add(b.Span)
		}
	}
	return out
}

// people splits a byline into the names of people. Desks, roles, agencies and outlets are left out: better fewer than wrong.
func people(t text.Text, at text.Span, outlet string) []text.Span {
	var out []text.Span
	s := t.At(at)
	low := strings.ToLower(s)
	from := 0
	for _, head := range []string{"written by ", "reported by ", "by: ", "by ", "author: ", "von ", "par ", "por "} {
		if strings.HasPrefix(low, head) {
			from = len(head)
			break
		}
	}
	for from < len(s) {
		end, next := nameEnd(s, from)
		one := t.Trim(text.Span{Start: at.Start + from, End: at.Start + end})
		if isPerson(t.At(one), outlet) {
			out = append(out, one)
		}
		from = next
	}
	return out
}

// nameEnd finds where the name at i ends and the next one begins: at a comma, "and", "&", "|", a bullet, a parenthesis.
func nameEnd(s string, i int) (end, next int) {
	for j := i; j < len(s); j++ {
		switch c := s[j]; {
		case c == ',' || c == '|' || c == ';' || c == '/' || c == '(' || c == ')' || c == '\n' || c == '&':
			return j, j + 1
		case c == ' ':
			for _, word := range []string{" and ", " with ", " und ", " et ", " y ", " for ", " in ", " | ", " - ", " – ", " — ", " • ", " · "} {
				if strings.HasPrefix(s[j:], word) {
					return j, j + len(word)
				}
			}
		}
	}
	return len(s), len(s)
}

// isPerson says whether words can be a person's name: two to five words with capitals, none of them a role, a desk or the outlet.
func isPerson(name, outlet string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 || len(name) > 60 {
		return false
	}
	tab := load()
	if strings.EqualFold(name, outlet) || tab.agencies[strings.ToLower(name)] != "" {
		return false
	}
	caps := 0
	for _, w := range words {
		bare := strings.ToLower(strings.Trim(w, ".,:'’\"“”()"))
		if tab.notPeople[bare] || strings.ContainsAny(w, "0123456789@:_<>") {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’\"“(")); unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) {
			caps++
		}
	}
	return caps >= 2 || caps == 1 && len(words) == 2 && len(words[0]) <= 3
}

// fold brings two spellings of one name together: letters and digits only, in small letters.
func fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
