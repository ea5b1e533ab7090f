package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fullerTitle returns the metadata value to show at the head of the text although a heading is shown, -1 for none. A heading comes first, unless
// the metadata agree that it is a part of the title, or that the title is another:
//
//	heading "Port shut", og and JSON-LD "Strike in Sel: Port shut"                             → "Strike in Sel: Port shut"
//	heading "Port shut", og and JSON-LD "Port shut: what we know"                              → "Port shut: what we know"
//	<h2> "Live: board meets", og, JSON-LD and <title> all "Port shut, says governor"           → "Port shut, says governor"
func (d *document) fullerTitle() int {
	if d.title < 0 {
		return -1
	}
	heading := Letters(d.at(d.title))
	at, first := -1, map[string]string{}
	agreed, sites := true, []string{}
	for i, m := range d.meta {
		switch {
		case len(m.Value) > 400:
		case m.Field == "outlet":
			sites = append(sites, Letters(m.Value))
		case m.Field == "title" && m.From != "json-ld-page" && m.From != "microdata":
			v := Letters(m.Value)
			if _, ok := first[m.From]; !ok && v != "" {
				first[m.From] = v
			}
			if m.From == "og" && at < 0 {
				at = i
			}
		}
	}
	whole := first["og"]
	if at < 0 || whole != first["json-ld"] || whole == heading || heading == "" {
		return -1
	}
	more, most := "", 0
	if kicker, ok := strings.CutSuffix(whole, heading); ok {
		more, most = kicker, 2*len(heading)
	} else if tail, ok := strings.CutPrefix(whole, heading); ok && goesOn(d.meta[at].Value, len(heading)) {
		more, most = tail, len(heading)
	}
	if more != "" {
		if len(more) > most || slices.Contains(sites, more) {
			return -1
		}
		return at
	}
	if d.tag(d.title) == "h1" {
		return -1
	}
	for _, v := range first {
		agreed = agreed && strings.HasPrefix(v, whole)
	}
	if agreed && first["title"] != "" && !strings.Contains(heading, whole) && !strings.Contains(whole, heading) {
		return at
	}
	return -1
}

// goesOn says whether a title goes on behind its first n bytes of letters rather than giving the site's name behind a stroke: "Port shut in 2021", "Port shut | Radio Nord".
func goesOn(title string, n int) bool {
	for i, r := range title {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if n <= 0 {
				return true
			}
			n -= utf8.RuneLen(unicode.ToLower(r))
		} else if n <= 0 && strings.ContainsRune("|-–—·»•", r) {
			return title[max(0, i-1)] != ' '
		}
	}
	return false
}

// Letters brings two spellings of one title or name together: its letters and digits, in small letters.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
