package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// byline returns the places of the people who wrote the page. A line beside the title that begins with "By" is trusted most, then
// what the metadata states, then a line that is only marked as a byline.
func byline(p *page.Page, outlet string) []text.Span {
	said := collect{t: p.Text, outlet: outlet}
	marked := collect{t: p.Text, outlet: outlet}
	title, body := -1, len(p.Blocks)
	for i, b := range p.Blocks {
		if b.Role == page.Title && title < 0 {
			title = i
		}
		if b.Role == page.Body && b.Len() > 60 {
			body = i
			break
		}
	}
	for i, b := range p.Blocks {
		if b.Role != page.Byline || i < title-8 || i > body+3 || title < 0 && i >= body {
			continue
		}
		if byWords(p.Text.At(b.Span)) > 0 {
			said.add(b.Span)
		} else {
			marked.add(b.Span)
		}
	}
	for _, m := range p.Meta { // the same in an element that is marked as the author's
		if m.Field == "author" && (m.From == "microdata" || m.From == "rel") && body < len(p.Blocks) && m.Span.End <= p.Blocks[body].Start && !m.Span.Empty() && byWords(p.Text.At(m.Span)) > 0 {
			said.add(m.Span)
		}
	}
	if len(said.spans) > 0 {
		return said.spans
	}
	for _, from := range []string{"json-ld", "og", "meta", "microdata", "rel", "json-ld-page"} {
		stated := collect{t: p.Text, outlet: outlet}
		for _, m := range p.Meta {
			if m.Field != "author" || m.From != from || m.Span.Empty() || m.Span.Len() > 200 {
				continue
			}
			stated.add(m.Span)
			if (from == "microdata" || from == "rel") && len(stated.spans) > 0 {
				break // later ones are other stories'
			}
		}
		if len(stated.spans) > 0 {
			return stated.spans
		}
	}
	var short []text.Span
	for _, at := range marked.spans { // an unsaid byline runs on into the outlet's name too easily to trust a long one
		if len(strings.Fields(p.Text.At(at))) <= 3 {
			short = append(short, at)
		}
	}
	return short
}

// byWords returns how many bytes of a line are the words that open a byline.
func byWords(s string) int {
	low := strings.ToLower(s)
	for _, head := range []string{"written by ", "reported by ", "story by ", "by: ", "by ", "author: ", "view all posts by ", "posts by ", "more from ", "von ", "par ", "por ", "door ", "kommentar von "} {
		if strings.HasPrefix(low, head) {
			return len(head)
		}
	}
	return 0
}

// collect gathers names, each once.
type collect struct {
	t      text.Text
	outlet string
	spans  []text.Span
	seen   map[string]bool
}

func (c *collect) add(at text.Span) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	for _, one := range people(c.t, at, c.outlet) {
		key := fold(c.t.At(one))
		if !c.seen[key] && len(c.spans) < 20 {
			c.seen[key] = true
			c.spans = append(c.spans, one)
		}
	}
}

// people splits a byline into the names of people. Desks, roles, agencies and outlets are left out: better fewer than wrong.
func people(t text.Text, at text.Span, outlet string) []text.Span {
	var out []text.Span
	s := t.At(at)
	from := byWords(s)
	for from < len(s) {
		end, next := nameEnd(s, from)
		one := withoutDegrees(t, t.Trim(text.Span{Start: at.Start + from, End: at.Start + end}))
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
			for _, word := range []string{" and ", " with ", " und ", " et ", " y ", " en ", " og ", " for ", " For ", " in ", " | ", " - ", " – ", " — ", " • ", " · "} {
				if strings.HasPrefix(s[j:], word) {
					return j, j + len(word)
				}
			}
		}
	}
	return len(s), len(s)
}

// withoutDegrees cuts "PhD", "MS", "RD" off the end of a name.
func withoutDegrees(t text.Text, at text.Span) text.Span {
	for {
		s := t.At(at)
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !degrees[strings.ToLower(strings.ReplaceAll(strings.Trim(s[i+1:], "."), ".", ""))] {
			return at
		}
		at = t.Trim(text.Span{Start: at.Start, End: at.Start + i})
	}
}

var degrees = map[string]bool{"phd": true, "md": true, "ms": true, "msc": true, "ma": true, "rd": true, "rdn": true, "mph": true, "rn": true, "mba": true, "ldn": true,
	"cdces": true, "dds": true, "jd": true, "esq": true, "dvm": true, "cpt": true, "cfp": true}

// isPerson says whether words can be a person's name: two to five words with capitals, none of them a role, a desk or the outlet.
func isPerson(name, outlet string) bool {
	words := strings.Fields(name)
	if len(words) == 1 && eastern(name) {
		return !strings.Contains(outlet, name)
	}
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

// eastern says whether a single word can be a whole name: two to four Chinese or Korean characters.
func eastern(name string) bool {
	n := 0
	for _, r := range name {
		if !unicode.Is(unicode.Han, r) && !unicode.Is(unicode.Hangul, r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
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
