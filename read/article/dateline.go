package article

import (
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// MonthDay is a day that is told without its year. The zero MonthDay says nothing.
type MonthDay struct {
	text.Span
	Month int // 1 to 12
	Day   int // 1 to 31
}

// Within returns the only day of an interval that falls on this month and day; false where there is none, or more than one.
func (m MonthDay) Within(i times.Interval) (times.Day, bool) {
	if m.Month == 0 || !i.Earliest.Known || !i.Latest.Known {
		return 0, false
	}
	var found times.Day
	n := 0
	first, _, _ := i.Earliest.Day.Civil()
	last, _, _ := i.Latest.Day.Civil()
	for year := first; year <= last && n < 2; year++ {
		day := times.NewDay(year, m.Month, m.Day)
		if _, month, _ := day.Civil(); month != m.Month || day < i.Earliest.Day || day > i.Latest.Day {
			continue
		}
		found = day
		n++
	}
	return found, n == 1
}

// maxDateline is how far into its first paragraph a story's dateline reaches, in bytes.
const maxDateline = 80

// dateline reads the day in the dateline of the first paragraph, "SEL, March 16 (Gulf Wire) — ", where its year is not told.
func (tab *tables) dateline(p *page.Page) MonthDay {
	for _, b := range p.Blocks {
		if b.Role != page.Body && b.Role != page.Dateline {
			continue
		}
		s := p.Text.At(b.Span)
		return tab.monthDay(s[:Dateline(s)], b.Start)
	}
	return MonthDay{}
}

// Dateline returns how many bytes of a line are its dateline, the dash and the space behind it included: 7 of "SEL — The port is shut."; 0
// for a line without one.
func Dateline(line string) int {
	if end := bracketed(line); end > 0 {
		return end
	}
	line = line[:min(len(line), maxDateline)]
	at, end := -1, -1
	for _, dash := range []string{" — ", " – ", " - ", " -- ", "— "} {
		if i := strings.Index(line, dash); i > 0 && (at < 0 || i < at) {
			at, end = i, i+len(dash)
		}
	}
	if at < 0 {
		return 0
	}
	place, _, _ := strings.Cut(line[:at], ",")
	place, _, _ = strings.Cut(place, " (")
	if !capitals(place) {
		return 0
	}
	return end
}

// bracketed is Dateline for one with an agency in brackets, which may be long: "SEL , Odra | Mon Mar 6 , 2023 9:12 pm EST SEL -LRB- Gulf Wire -RRB- - The port …".
func bracketed(line string) int {
	head := line[:min(len(line), maxDateline+30)]
	for _, pair := range datelineBrackets {
		before, inside, found := strings.Cut(head, pair[0])
		to := strings.Index(inside, pair[1])
		if !found || to < 2 || to > 40 || pair[0] == "/" {
			continue
		}
		end := len(before) + len(pair[0]) + to + len(pair[1])
		rest := strings.TrimLeft(head[end:], " ")
		dash := len(rest) - len(strings.TrimLeft(rest, "-–—"))
		behind := strings.TrimLeft(rest[dash:], " ")
		if dash == 0 || len(behind) == 0 || len(behind) == len(rest)-dash && rest[dash-1] == '-' {
			continue
		}
		place := false
		for _, w := range strings.Fields(before) {
			switch w = strings.Trim(w, ".,|-–—"); {
			case w == "" || isNumber(w[0]) || w == "am" || w == "pm":
			case isUpperAt(w, 0):
				place = place || capitals(w)
			default:
				place = false
				before = ""
			}
		}
		if place && before != "" {
			return len(head) - len(behind)
		}
	}
	return 0
}

// capitals says whether a place's name begins the line in capitals, as in a dateline.
func capitals(place string) bool {
	letters := 0
	for _, r := range place {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 2
}

// monthDay finds "March 16" or "16 March" in the head of a line that begins at an offset of the page's text.
func (tab *tables) monthDay(head string, offset int) MonthDay {
	months := tab.months
	type word struct {
		at, end int
		lower   string
	}
	var words []word
	for i := 0; i < len(head); {
		for i < len(head) && strings.ContainsRune(" ,.()", rune(head[i])) {
			i++
		}
		j := i
		for j < len(head) && !strings.ContainsRune(" ,.()", rune(head[j])) {
			j++
		}
		if j > i {
			words = append(words, word{i, j, strings.ToLower(head[i:j])})
		}
		i = j
	}
	for k := 0; k+1 < len(words); k++ {
		a, b := words[k], words[k+1]
		month, day := months[a.lower], number(b.lower)
		if month == 0 {
			month, day = months[b.lower], number(a.lower)
		}
		if month > 0 && day > 0 {
			return MonthDay{text.Span{Start: offset + a.at, End: offset + b.end}, month, day}
		}
	}
	return MonthDay{}
}

// number reads a day of the month; 0 for anything else.
func number(word string) int {
	n := 0
	for _, r := range word {
		if r < '0' || r > '9' || n > 31 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	if n > 31 {
		return 0
	}
	return n
}
