package page

import (
	"strings"
	"unicode"
)

// fullerTitle returns the metadata value to show at the head of the text although a heading is shown, -1 for none. A heading comes first, unless
// the metadata agree that it is a part of the title, or that the title is another:
//
//	heading "Port shut", og and JSON-LD "Strike in Sel: Port shut"                             → "Strike in Sel: Port shut"
//	heading "Live: board meets", og, JSON-LD and <title> all "Port shut, says governor"        → "Port shut, says governor"
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
	if kicker, ok := strings.CutSuffix(whole, heading); ok {
		for _, site := range sites {
			if kicker == site {
				return -1
			}
		}
		if len(kicker) <= 2*len(heading) {
			return at
		}
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

// Letters brings two spellings of one title or name together: its letters and digits, in small letters.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
