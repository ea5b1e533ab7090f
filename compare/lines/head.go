// Package lines takes from a page's lines what is not told in them: a dateline, a stamp, a credit, a headline without a stop, the spaces of tokenised text.
//
//	SUND (Coast Press) — The last ferry left Besk .   →   The last ferry left Besk
package lines

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/text"
)

// head is something that may stand before a sentence in its line. Past is how many bytes of the line it takes, 0 for none.
type head struct {
	name, example string
	past          func(set *pages.Set, p *pages.Page, trigger int, s text.Span) int
}

// heads are cut in this order, each from what the ones before it left.
var heads = []head{
	{"stamp", "Monday 2 May 2005 14.00 BST The ferry …", pastStamp},
	{"label", "Storm in Sund -- The ferry …", ofLine(func(line string, _ *words.Tables) int { return pastLabel(line) })},
	{"credit", "Photograph: Ove Brand/AP The ferry …", ofLine(pastCredit)},
	{"agency", "Sund (AP) - The ferry …", ofLine(pastAgency)},
	{"mark", "AP The ferry …", ofLine(pastMark)},
	{"bracket", "(Update 7:05 p.m.) - The ferry …", ofLine(func(line string, _ *words.Tables) int { return pastBracket(line) })},
	{"dateline", "SUND (Coast Press) — The ferry …", ofLine(pastDateline)},
	{"place", "SUND—The ferry …", ofLine(func(line string, _ *words.Tables) int { return pastPlace(line, "—") })},
	{"place", "SUND–The ferry …", ofLine(func(line string, _ *words.Tables) int { return pastPlace(line, "–") })},
	{"old picture", "FILE - The ferry …", ofLine(pastFile)},
	{"a bracket's end", "RRB- The ferry …", ofLine(func(line string, _ *words.Tables) int {
		rest := strings.TrimLeft(line, "- ")
		for _, end := range []string{"RRB-", ")"} {
			if behind, found := strings.CutPrefix(rest, end); found {
				return len(line) - len(strings.TrimLeft(behind, "- "))
			}
		}
		return 0
	})},
	{"headline", "Ferry leaves the port of Sund The last ferry left …", pastHeadline},
}

// ofLine is a head that is known by its line alone.
func ofLine(past func(line string, v *words.Tables) int) func(*pages.Set, *pages.Page, int, text.Span) int {
	return func(set *pages.Set, p *pages.Page, _ int, s text.Span) int {
		return past(p.Page.Text.At(s), set.Vocabulary.Tables)
	}
}

// WithoutHead is a sentence without what stands before it in its line: a dateline, "FILE -", a headline that no stop ends. It never goes past trigger.
func WithoutHead(set *pages.Set, p *pages.Page, trigger int, s text.Span) text.Span {
	for i := range heads {
		if n := heads[i].past(set, p, trigger, s); n > 0 && s.Start+n <= trigger {
			s.Start += n
			s = p.Page.Text.Trim(s)
		}
	}
	return s
}

// pastMark is how many bytes the mark of an agency takes up that is left of a credit: "AP The ferry …".
func pastMark(line string, v *words.Tables) int {
	first, rest, _ := strings.Cut(line, " ")
	if first == strings.ToUpper(first) && v.Is("agency-mark", strings.ToLower(first)) && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' {
		return len(first) + 1
	}
	return 0
}

func pastDateline(line string, _ *words.Tables) int {
	spaced := strings.ReplaceAll(line, "\u00a0", "  ") // of as many bytes
	if n := article.Dateline(spaced); n > 0 {
		return len(spaced) - len(strings.TrimLeft(spaced[n:], " "))
	}
	return 0
}

// pastPlace is how many bytes a place in capitals takes up that a dash without spaces ends: "SUND—Oil prices …".
func pastPlace(line, dash string) int {
	place, _, found := strings.Cut(line, dash)
	if found && len(place) >= 4 && len(place) < 30 && strings.ToUpper(place) == place && !strings.ContainsAny(place, ".0123456789") {
		return len(place) + len(dash)
	}
	return 0
}

// pastFile is how many bytes the word takes up that an outlet writes before the caption of an old picture.
func pastFile(line string, v *words.Tables) int {
	first, rest, found := strings.Cut(line, " ")
	if !found || !v.Is("file-picture", strings.ToLower(strings.Trim(first, "-–—:"))) {
		return 0
	}
	if strings.ToUpper(first) == first && strings.IndexAny(rest, "-–—:") == 0 || strings.IndexAny(first, "-–—:") > 0 {
		return len(first) + 1 + len(rest) - len(strings.TrimLeft(rest, "-–—: "))
	}
	return 0
}

// pastHeadline is how many bytes a headline takes up that no stop ends: it goes over into a sentence that begins with an article.
func pastHeadline(set *pages.Set, p *pages.Page, trigger int, s text.Span) int {
	line, v := p.Page.Text.At(s), set.Vocabulary.Tables
	fields := strings.Fields(line)
	at := 0
	for i, w := range fields {
		at += strings.Index(line[at:], w)
		if i >= 4 && at < glueBytes && s.Start+at <= trigger && w[0] >= 'A' && w[0] <= 'Z' && v.Is("headline-end", strings.ToLower(w)) && isSmall(fields[i-1]) && !v.Is("particle", fields[i-1]) && i+1 < len(fields) && isSmall(fields[i+1]) {
			return at
		}
		at += len(w)
	}
	return 0
}

// pastLabel is how many bytes of a line lead to a double dash behind a place with an agency, or a label of a few words: "Sund, Odra (Coast Press) -- The ferry …",
// "Storm in Sund -- The ferry …", and what a bracket left behind.
func pastLabel(line string) int {
	rest := strings.TrimPrefix(strings.TrimPrefix(line, "-RRB-"), "RRB-")
	past := len(line) - len(strings.TrimLeft(rest, " -–—"))
	before, behind, found := strings.Cut(line[past:], "-- ")
	if !found || len(before) > labelBytes || len(behind) == 0 || behind[0] < 'A' || behind[0] > 'Z' {
		return past
	}
	place, agency, bracket := strings.Cut(strings.Replace(before, "-LRB-", "(", 1), "(")
	words := strings.Fields(place)
	if !bracket && len(words) > labelWords || len(words) == 0 {
		return past
	}
	for _, w := range words {
		if w[0] >= 'a' && w[0] <= 'z' && len(w) > 3 {
			return past
		}
	}
	if bracket && len(agency) > labelBytes/2 {
		return past
	}
	return past + len(before) + len("-- ")
}

const (
	labelBytes = 60 // of what stands before a double dash
	labelWords = 4
)

// pastCredit is how many bytes a line's picture credit takes up, if it begins with one: "Photograph: Ove Brand/Coast Press The ferry …".
func pastCredit(line string, v *words.Tables) int {
	at := 0
	for i, w := range strings.Fields(line[:min(len(line), creditBytes)]) {
		at += strings.Index(line[at:], w) + len(w)
		if i == 0 && !v.Is("picture", strings.ToLower(strings.TrimRight(w, ":"))) || i > 8 {
			return 0
		}
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '/' || r == '\\' }) {
			if i > 0 && v.Is("picture-agency", strings.ToLower(strings.Trim(part, ".,"))) {
				rest := line[at:]
				for { // "Getty Images"
					next, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
					if !v.Is("picture-agency", strings.ToLower(next)) {
						return at
					}
					n := len(rest) - len(strings.TrimLeft(rest, " ")) + len(next)
					at, rest = at+n, rest[n:]
				}
			}
		}
	}
	return 0
}

const creditBytes = 120 // of a line in which a picture's credit is looked for

// pastAgency is how many bytes of a line lead past an agency in brackets and a dash, whatever stands before: "Sund (AP) - The ferry …".
func pastAgency(line string, v *words.Tables) int {
	place, rest, found := strings.Cut(line[:min(len(line), labelBytes)], "(")
	agency, behind, closed := strings.Cut(rest, ")")
	if !found || !closed || strings.ContainsAny(place, ".!?") || !v.Is("picture-agency", strings.ToLower(agency)) {
		return 0
	}
	trimmed := strings.TrimLeft(strings.TrimLeft(behind, " "), "-–—")
	if dash := strings.TrimSpace(behind[:len(behind)-len(trimmed)]); dash == "" {
		return 0
	}
	return len(place) + len(agency) + 2 + len(behind) - len(strings.TrimLeft(trimmed, " "))
}

// pastBracket is how many bytes a line's opening brackets take, with the dash behind them; the sentence may have begun inside them.
func pastBracket(line string) int {
	for _, pair := range brackets {
		i := strings.Index(line[:min(len(line), 80)], pair[1])
		if open := strings.Index(line[:max(i, 0)], pair[0]); i > 0 && (open < 0 || strings.Trim(line[:open], " -–—'\"") == "" || strings.HasPrefix(line, "LRB-")) {
			past := len(line) - len(strings.TrimLeft(line[i+len(pair[1]):], " -–—:"))
			for strings.HasPrefix(line[past:], pair[1]) { // "(Updated 4:51 p.m. (2351 in Sund)) The ferry …"
				past = len(line) - len(strings.TrimLeft(line[past+len(pair[1]):], " -–—:"))
			}
			return past
		}
	}
	return 0
}

// brackets open and close what is put in, in print and in tokenised text.
var brackets = [][2]string{{"(", ")"}, {"-LRB-", "-RRB-"}}

const glueBytes = 200 // of a sentence in which a headline or caption without a stop is looked for

// isSmall says whether a word is written in small letters with nothing behind it.
func isSmall(w string) bool {
	for _, c := range []byte(w) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// pastClock is how many bytes a day with its year and a clock take up at a line's beginning: "Wednesday, May 26, 2010; 7:59 PM The ferry …".
func pastClock(p *pages.Page, trigger int, s text.Span) int {
	at, year, clock := s.Start, false, false
	list := p.Times
	for i := sort.Search(len(list), func(i int) bool { return list[i].Start >= s.Start }); i < len(list) && list[i].End < trigger; i++ {
		if strings.Trim(p.Page.Text.Between(at, list[i].Start), " ,;|") != "" {
			break
		}
		words := p.Page.Text.At(list[i].Span)
		at = list[i].End
		clock = clock || strings.Contains(words, ":")
		for _, w := range strings.FieldsFunc(words, func(c rune) bool { return c < '0' || c > '9' }) {
			year = year || len(w) == 4
		}
	}
	if !year || !clock {
		return 0
	}
	return at - s.Start
}

// pastStamp is how many bytes a line takes up to the end of the page's stamp in it, a headline before that with it; 0 for a line without one before its event.
func pastStamp(set *pages.Set, p *pages.Page, trigger int, s text.Span) int {
	past := 0
	list := p.Times
	if i := sort.Search(len(list), func(i int) bool { return list[i].Start >= s.Start }); i < len(list) && list[i].Start == s.Start && list[i].End < trigger && p.Page.Text[list[i].End] == ':' {
		past = list[i].End + 1 - s.Start // "May 28: The ferry …"
	}
	past = max(past, pastClock(p, trigger, s))
	for i := sort.Search(len(list), func(i int) bool { return list[i].Start >= s.Start }); i < len(list) && list[i].Start < trigger; i++ {
		if end, ok := events.Stamp(set.Language, p.Page.Text, &list[i], p.Published.Interval); ok {
			past = end - s.Start
		}
	}
	return past
}
