package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// collect gathers names, each once.
type collect struct {
	tab    *tables
	t      text.Text
	outlet string
	said   bool // the lines say that they are bylines
	short  bool // names of three words at most: an unsaid byline runs on into the outlet's name too easily to trust a long one
	spans  []text.Span
	seen   map[string]bool
	lines  string // that said so
}

func (c *collect) add(at text.Span) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	names := c.tab.people(c.t, at, c.outlet)
	if c.said && at.Len() <= maxSigned { // "By Ada Brand and Olof Sund Daily Sel Staff": the way that knows bodies and roles can see more names
		if g := c.tab.read(c.t.At(at)); g.plain() && len(g.who) > len(names) {
			for _, who := range g.who {
				one := text.Span{Start: at.Start + who.Start, End: at.Start + who.End}
				first, _, _ := strings.Cut(strings.ToLower(c.t.At(one)), " ")
				met := slices.ContainsFunc(names, func(n text.Span) bool { return n.Start < one.End && one.Start < n.End })
				if !met && c.tab.given[first] && c.tab.isPerson(c.t.At(one), c.outlet) {
					names = append(names, one)
				}
			}
			slices.SortFunc(names, func(a, b text.Span) int { return a.Start - b.Start })
		}
	}
	for _, one := range names {
		name := c.t.At(one)
		key := page.Letters(name)
		if !c.seen[key] && len(c.spans) < 20 && !(c.short && len(strings.Fields(name)) > 3) {
			c.seen[key] = true
			c.spans = append(c.spans, one)
		}
	}
}

// covers says whether the names are all that others are, and more.
func (c *collect) covers(others collect) bool {
	for key := range others.seen {
		if !c.seen[key] {
			return false
		}
	}
	return len(c.spans) > len(others.spans)
}

// people splits a byline into the names of people. Desks, roles, agencies and outlets are left out: better fewer than wrong.
func (tab *tables) people(t text.Text, at text.Span, outlet string) []text.Span {
	names, _ := tab.split(t, at, outlet)
	return names
}

// split takes a byline apart into the names of people and a number of other things, dates, times and the outlet not counted.
func (tab *tables) split(t text.Text, at text.Span, outlet string) (names []text.Span, rest int) {
	s := t.At(at)
	dates := tab.findDates(s, 3)
	from := tab.byWords(s)
	by, dated := from > 0, false
	for from < len(s) {
		if by && dated && len(names) > 0 { // "By Ada Brand | 2 May 2021 | Quays and Harbours"
			break
		}
		end, next := tab.nameEnd(s, from)
		for _, d := range dates { // a date ends a name too
			if d.Start < end && d.End > from {
				end, next = max(d.Start, from), d.End
				dated = true
				break
			}
		}
		if d := tab.dayInName(s[from:end]); d > 0 { // "Ada Brand July 16 at 8:30 AM"
			end = from + d
		}
		one := tab.trimName(t, text.Span{Start: at.Start + from, End: at.Start + end}, outlet, len(names) == 0)
		switch name := t.At(one); {
		case tab.isPerson(name, outlet):
			names = append(names, one)
		case name != "" && !isOutlet(name, outlet) && !strings.ContainsAny(name, "0123456789"):
			rest++
		}
		from = next
	}
	return names, rest
}

// dayInName returns where a month's name and a day's number begin behind a name; 0 for none.
func (tab *tables) dayInName(s string) int {
	words := fields(s)
	for i := 2; i+1 < len(words); i++ {
		month := strings.ToLower(strings.Trim(s[words[i].Start:words[i].End], ".,"))
		if tab.months[month] != 0 && isNumber(s[words[i+1].Start]) {
			return words[i].Start
		}
	}
	return 0
}

// nameEnd finds where the name at i ends and the next one begins: at a comma, "and", "&", "|", a bullet, a parenthesis.
func (tab *tables) nameEnd(s string, i int) (end, next int) {
	for j := i; j < len(s); j++ {
		switch c := s[j]; {
		case c == ',' || c == '|' || c == ';' || c == '/' || c == '(' || c == ')' || c == '\n' || c == '&':
			return j, j + 1
		case c == ' ':
			for _, part := range tab.between {
				if strings.HasPrefix(s[j:], part) {
					return j, j + len(part)
				}
			}
			for _, mark := range []string{" | ", " - ", " – ", " — ", " • ", " · "} {
				if strings.HasPrefix(s[j:], mark) {
					return j, j + len(mark)
				}
			}
		case c >= utf8.RuneSelf:
			for _, mark := range []string{"、", "，", "•", "·", "｜"} {
				if strings.HasPrefix(s[j:], mark) {
					return j, j + len(mark)
				}
			}
		}
	}
	return len(s), len(s)
}
