package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// trimName cuts off what stands behind a name: "PhD", "기자" (reporter), an agency, a body in capitals, a brand, and behind the first name of a line a role and
// the outlet: "Ada Brand Daily Sel". A later name that ends with the outlet's is a longer name of it: "Ada Brand | Coast Daily Sel".
func (tab *tables) trimName(t text.Text, at text.Span, outlet string, first bool) text.Span {
	at = trimMarks(t, at)
	cut := false
	for { // "Ada Brand on", "Ada BrandPublished", "Ada Brand Last Updated"
		s := t.At(at)
		i := strings.LastIndexByte(s, ' ') + 1
		if k := (finder{s: s}).glued(i, len(s)); k > i {
			i = k
		}
		word := strings.ToLower(s[i:])
		if !(cut && tab.credits.clock[word]) && (tab.dateWords[word] == "" || word == "" || s[i] < 'a' && len(word) < 6 && word != "on") {
			break
		}
		cut = true
		at = trimMarks(t, text.Span{Start: at.Start, End: at.Start + i})
	}
	for {
		s := t.At(at)
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !strings.Contains(s[:i], " ") && isUpperAt(s, i+1) && !shouted(s[i+1:]) || !tab.degrees[strings.ToLower(strings.ReplaceAll(strings.Trim(s[i+1:], "."), ".", ""))] {
			break
		}
		at = trimMarks(t, text.Span{Start: at.Start, End: at.Start + i})
	}
	s := t.At(at)
	words := fields(s)
	if n := len(words) / 2; n >= 2 && len(words) == 2*n && strings.EqualFold(s[:words[n-1].End], s[words[n].Start:]) { // a name that stands twice
		return text.Span{Start: at.Start, End: at.Start + words[n-1].End}
	}
	for n := 2; n < len(words); n++ { // a name has two words at least, and one word in capitals behind it can be a part of it
		tail := s[words[n].Start:]
		body := shouted(tail) && n+1 < len(words) && !shouted(s[words[n-1].Start:words[n-1].End])
		role := tab.roles(tail) && tab.given[strings.ToLower(s[:words[0].End])]
		if tab.agency(tail) != "" || body || brand(s[words[n].Start:words[n].End]) || first && (role || page.Letters(tail) == page.Letters(outlet)) {
			return trimMarks(t, text.Span{Start: at.Start, End: at.Start + words[n].Start})
		}
	}
	return at
}

// fields returns the places of the words of a string.
func fields(s string) []text.Span {
	var out []text.Span
	start := -1
	for i, r := range s {
		switch space := unicode.IsSpace(r); {
		case !space && start < 0:
			start = i
		case space && start >= 0:
			out = append(out, text.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, text.Span{Start: start, End: len(s)})
	}
	return out
}

// roles says whether all words are such as name a role: "Senior Writer".
func (tab *tables) roles(words string) bool {
	for _, w := range strings.Fields(words) {
		if !tab.roleWords[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// trimMarks cuts white space and dashes off both ends.
func trimMarks(t text.Text, at text.Span) text.Span {
	at = t.Trim(at)
	s := t.At(at)
	at.End = at.Start + len(strings.TrimRight(s, " \u00a0-–—•·:"))
	at.Start = at.End - len(strings.TrimLeft(t.At(at), " \u00a0-–—•·:"))
	return at
}

// brand says whether a word begins with three capitals and goes on in small letters, as names of outlets do: "RADIONord".
func brand(word string) bool {
	capitals := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return capitals >= 3 && unicode.IsLower(r)
		}
		capitals++
	}
	return false
}

// shouted says whether words are written in capitals only.
func shouted(words string) bool {
	for _, w := range strings.Fields(words) {
		if utf8.RuneCountInString(w) < 2 || strings.ToUpper(w) != w || strings.ToLower(w) == w {
			return false
		}
	}
	return true
}

// isPerson says whether words can be a person's name: two to five words with capitals, none of them a role, a desk or the outlet.
func (tab *tables) isPerson(name, outlet string) bool {
	words := strings.Fields(name)
	if len(words) == 1 && eastern(name) {
		return !strings.Contains(outlet, name)
	}
	if len(words) < 2 || len(words) > 5 || len(name) > 60 {
		return false
	}
	if tab.agency(name) != "" || isOutlet(name, outlet) || len(outlet) > 3 && strings.HasSuffix(page.Letters(name), page.Letters(outlet)) {
		return false
	}
	caps := 0
	for _, w := range words {
		bare := strings.ToLower(strings.Trim(w, ".,:'’\"“”()"))
		if tab.otherWord(bare) || tab.credits.job[bare] && (len(words) > 2 || !tab.given[strings.ToLower(words[0])]) || strings.ContainsAny(w, "0123456789@:_<>") || outlet != "" && page.Letters(w) == page.Letters(outlet) {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’\"“(")); unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) {
			caps++
		} else if unicode.IsLower(r) && !tab.credits.particle[bare] { // "What to Expect"
			return false
		}
	}
	return caps >= 2 || caps == 1 && len(words) == 2 && len(words[0]) <= 3
}

// otherWord says whether a word shows that the name with it is no person's, or a part of it does: "Courier-Post".
func (tab *tables) otherWord(bare string) bool {
	head, tail, ok := strings.Cut(bare, "-")
	return tab.notPeople[bare] || ok && (tab.notPeople[head] && len(head) > 3 || tab.notPeople[tail] && len(tail) > 3)
}

// agency returns the agency that words name, "" for none.
func (tab *tables) agency(words string) string {
	if len(words) > maxAgency {
		return ""
	}
	return tab.agencies[strings.ReplaceAll(strings.ToLower(words), "-", " ")]
}

// maxAgency is more than the longest form of an agency's name has bytes.
const maxAgency = 32

// isOutlet says whether a name is the outlet's, with or without the ending of its host: "Daily Sel" for daily-sel.example.
func isOutlet(name, outlet string) bool {
	site := outlet
	if i := strings.LastIndexByte(outlet, '.'); i > 0 && !strings.Contains(outlet, " ") {
		site = outlet[:i]
	}
	return page.Letters(name) == page.Letters(outlet) || page.Letters(name) == page.Letters(site)
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
