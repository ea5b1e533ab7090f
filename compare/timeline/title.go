package timeline

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/text"
)

const (
	titleBytes = 220 // a sentence of so many is a title as it stands
	leastTitle = 25  // what is left of a sentence that is cut
)

// title is the sentence that has most in common with the other accounts of its event, of those that read as one:
//
//	SUND — The last ferry left Besk on Monday.  →  The last ferry left Besk on Monday
func title(set *pages.Set, g []*told) string {
	counts := map[uint32]int{}
	for _, t := range g {
		for _, k := range t.kins {
			counts[k]++
		}
	}
	best, score := "", -1.0
	for _, t := range g[:min(len(g), 64)] {
		s := 0.0
		for _, k := range t.kins {
			s += float64(counts[k])
		}
		s /= float64(len(t.kins) + 4)
		if t.row.Statement >= 0 {
			s *= 0.9
		}
		if t.weak {
			s *= 0.5
		}
		if s <= score {
			continue
		}
		words, fit := titled(set, t)
		if s *= fit; s > score {
			best, score = words, s
		}
	}
	return best
}

// titled is the title that one account gives, and how well it reads, 1 for a whole sentence.
func titled(set *pages.Set, t *told) (string, float64) {
	full, v := t.page.Page.Text, set.Vocabulary
	s := t.page.Sentence(t.row.Trigger)
	s = withoutHead(t, v.Tables, s)
	fit := 1.0
	if t.row.Background {
		fit = 0.7
	}
	s.End = max(s.End, t.row.Trigger.End)
	if words := nested(t, v.Tables, s); words != "" {
		return words, fit
	}
	if own := ownClause(t, v.Tables, s); own > s.Start {
		if v.Is("clause-opener", strings.ToLower(full.At(full.Trim(text.Span{Start: s.Start, End: own})))) {
			s.End = max(t.row.Span.End, t.row.Trigger.End) // "While the ferry left Besk on Monday, the bus …"
		}
		s.Start = own
	}
	out := text.Span{Start: s.Start, End: end(full, v.Tables, s, t.row.Span, t.row.Trigger)}
	if out.End < s.End {
		fit *= 0.9
	}
	title := tidy(full.At(out))
	if len(title) > titleBytes+20 {
		from := t.row.Span
		if sub := t.row.Subject; !sub.Empty() {
			title = tidy(full.At(sub)) + " … "
		} else {
			title = ""
		}
		title += shorten(tidy(full.At(from)), titleBytes-len(title))
		fit *= 0.5
	}
	for _, w := range strings.Fields(title) {
		if v.Is("relative-day", strings.ToLower(strings.Trim(w, ".,;:"))) {
			fit *= 0.6 // a reader of the timeline doesn't know from when
			break
		}
	}
	switch first := title[:min(1, len(title))]; {
	case first >= "a" && first <= "z":
		if s.Start == t.row.Start {
			title = strings.ToUpper(first) + title[1:]
		} else {
			fit *= 0.6
		}
	}
	if strings.HasSuffix(title, "..") || strings.HasSuffix(title, "…") {
		fit *= 0.5
	}
	return title, fit
}

// withoutHead is a sentence without what stands before it in its line: a dateline, "FILE -", a headline that no stop ends.
func withoutHead(t *told, v *words.Tables, s text.Span) text.Span {
	full := t.page.Page.Text
	trigger := t.row.Trigger.Start
	cut := func(n int) bool {
		if n <= 0 || s.Start+n > trigger {
			return false
		}
		s.Start += n
		s = full.Trim(s)
		return true
	}
	cut(pastBracket(full.At(s)))                             // "(Update 7:05 p.m.) - The ferry …"
	spaced := strings.ReplaceAll(full.At(s), "\u00a0", "  ") // of as many bytes
	if n := article.Dateline(spaced); n > 0 {
		cut(len(spaced) - len(strings.TrimLeft(spaced[n:], " ")))
	}
	if first, rest, found := strings.Cut(full.At(s), " "); found && v.Is("file-picture", strings.ToLower(strings.Trim(first, "-–—:"))) {
		if strings.ToUpper(first) == first && strings.IndexAny(rest, "-–—:") == 0 || strings.IndexAny(first, "-–—:") > 0 {
			cut(len(first) + 1 + len(rest) - len(strings.TrimLeft(rest, "-–—: ")))
		}
	}
	line := full.At(s)
	if b := t.page.Block(s.Start); b >= 0 && s.Start-t.page.Page.Blocks[b].Start < 2 {
		fields := strings.Fields(line)
		at := 0
		for i, w := range fields {
			at += strings.Index(line[at:], w)
			if i >= 4 && at < 130 && w[0] >= 'A' && w[0] <= 'Z' && v.Is("headline-end", strings.ToLower(w)) && isSmall(fields[i-1]) && i+1 < len(fields) {
				if cut(at) {
					break
				}
			}
			at += len(w)
		}
	}
	return s
}

// nested is the title of an event that a sentence about something else only names: the noun's phrase ("shops open again after [the fire of 3 May]"), or what
// a relative clause tells ("the fire, which destroyed the mill on Monday" → "The fire destroyed the mill on Monday"). It is "" for others.
func nested(t *told, v *words.Tables, s text.Span) string {
	full, c, trigger := t.page.Page.Text, t.row.Span, t.row.Trigger
	if t.row.Statement >= 0 || c.Start <= s.Start || c.Len() > titleBytes {
		return ""
	}
	first, rest, _ := strings.Cut(full.At(c), " ")
	if sub := t.row.Subject; !sub.Empty() && named(full.At(sub), v) && v.Is("relative", strings.ToLower(first)) && strings.Trim(full.At(text.Between(sub, c)), " ,") == "" && c.Start < trigger.Start {
		return opening(tidy(full.At(sub) + " " + rest))
	}
	before := strings.Fields(full.At(text.Span{Start: s.Start, End: c.Start}))
	if t.row.Rule == "dated-noun" && len(before) > 0 && v.Is("apart", strings.ToLower(before[len(before)-1])) && c.Len() >= leastTitle {
		return opening(tidy(full.At(c)))
	}
	return ""
}

// named says whether a noun phrase can open a sentence: with an article or a name.
func named(phrase string, v *words.Tables) bool {
	first, _, _ := strings.Cut(phrase, " ")
	return first != "" && (first[0] >= 'A' && first[0] <= 'Z' || v.Is("headline-end", first))
}

// opening writes the first letter of a title as a capital.
func opening(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// pastBracket is how many bytes a line's opening brackets take, with the dash behind them; the sentence may have begun inside them.
func pastBracket(line string) int {
	for _, pair := range brackets {
		i := strings.Index(line[:min(len(line), 80)], pair[1])
		if open := strings.Index(line[:max(i, 0)], pair[0]); i > 0 && (open < 0 || strings.Trim(line[:open], " -–—'\"") == "") {
			return len(line) - len(strings.TrimLeft(line[i+len(pair[1]):], " -–—:"))
		}
	}
	return 0
}

// brackets open and close what is put in, in print and in tokenised text.
var brackets = [][2]string{{"(", ")"}, {"-LRB-", "-RRB-"}}

// isSmall says whether a word is written in small letters with nothing behind it.
func isSmall(w string) bool {
	for _, c := range []byte(w) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// ownClause is where the clause of an event begins that could stand as a sentence by itself: "shops have closed since [the last ferry left]". It is 0 for others.
func ownClause(t *told, v *words.Tables, s text.Span) int {
	full, c := t.page.Page.Text, t.row.Span
	if t.row.Statement >= 0 || c.Start <= s.Start || c.Start >= t.row.Trigger.Start || t.clause != nil && t.clause.Row.Noun || strings.HasPrefix(t.row.Rule, "dated-noun") || !t.row.Subject.Empty() {
		return 0
	}
	before := strings.Fields(full.At(text.Span{Start: s.Start, End: c.Start}))
	if len(before) == 0 || !v.Is("clause-opener", strings.ToLower(before[len(before)-1])) {
		return 0
	}
	first, _, _ := strings.Cut(full.At(c), " ")
	if w := strings.ToLower(first); v.Is("pronoun", w) || v.Is("break", w) {
		return 0
	}
	return c.Start
}

// end is where the title of a sentence ends: with the sentence, or where that is too long at the last place behind its event at which it can.
func end(full text.Text, v *words.Tables, s, clause, trigger text.Span) int {
	line := full.At(s)
	if i := strings.Index(line, ";"); i > leastTitle && s.Start+i >= trigger.End {
		line = line[:i]
	}
	if len(tidy(line)) <= titleBytes {
		return s.Start + len(line)
	}
	least := max(clause.End, trigger.End) - s.Start
	if least > titleBytes {
		least = trigger.End - s.Start
	}
	best := -1
	for i := max(least, leastTitle); i < len(line) && i <= titleBytes; i++ {
		switch c := line[i]; {
		case c == ',' || c == ';' || strings.HasPrefix(line[i:], " — ") || strings.HasPrefix(line[i:], " – ") || strings.HasPrefix(line[i:], " - "):
			best = i
		case c == ' ':
			w, _, _ := strings.Cut(line[i+1:], " ")
			if before := line[strings.LastIndexByte(line[:i], ' ')+1 : i]; v.Is("break", w) && !(w == "as" && v.Is("as-behind", before)) {
				best = i
			}
		}
	}
	if best < 0 && least <= titleBytes {
		best = least
	}
	if best < 0 {
		return s.End
	}
	return s.Start + best
}
