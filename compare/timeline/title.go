package timeline

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/text"
)

const (
	titleBytes = 220 // a sentence of so many is a title as it stands
	longTitle  = 320 // and one of so many if it can end nowhere before
	leastTitle = 25  // what is left of a sentence that is cut
)

// title is the sentence that has most in common with the other accounts of its event, of those that read as one, and how well it reads:
//
//	SUND — The last ferry left Besk on Monday.  →  The last ferry left Besk on Monday
func title(set *pages.Set, g []*told) (words string, reads float64) {
	counts := map[uint32]int{}
	for _, t := range g {
		for _, k := range t.kins {
			counts[k]++
		}
	}
	best, score, reads := "", -1.0, 0.0
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
			continue // however well it reads
		}
		words, fit := titled(set, t)
		if s *= fit * fit * fit; s > score { // one that stands by itself before one that has more in common
			best, score, reads = words, s, fit
		}
	}
	return best, reads
}

// titled is the title that one account gives, and how well it reads, 1 for a whole sentence.
func titled(set *pages.Set, t *told) (string, float64) {
	full, v := t.page.Page.Text, set.Vocabulary
	s := t.page.Sentence(t.row.Trigger)
	s = unjoined(t, v.Tables, lines.WithoutHead(set, t.page, t.row.Trigger.Start, s))
	fit := 1.0
	if t.row.Background {
		fit = 0.7
	}
	s.End = max(s.End, t.row.Trigger.End)
	if words := nested(t, v.Tables, s); words != "" {
		return words, fit * phrased(t)
	}
	if words := apart(t, v.Tables, s); words != "" {
		return words, fit * 0.9
	}
	if own := ownClause(t, v.Tables, s); own > s.Start {
		if before := strings.Fields(full.Between(s.Start, own)); len(before) <= 2 && v.Is("clause-opener", strings.ToLower(before[len(before)-1])) || own > t.row.Start {
			s.End = max(t.row.Span.End, t.row.Trigger.End)
			if len(before) <= 2 && s.Start < t.row.Trigger.Start { // "While the ferry left Besk on Monday, the bus …"
				s.End = comma(t, s)
			}
		}
		s.Start = own
	} else if asks(full.At(t.row.Span), v.Tables) && t.row.Start > s.Start || asks(full.At(s), v.Tables) {
		fit *= 0.5
	}
	if words, ok := half(t, v.Tables, s); ok {
		return words, fit
	}
	out := text.Span{Start: s.Start, End: end(full, v.Tables, s, t.row.Span, t.row.Trigger)}
	if out.End < s.End {
		fit *= 0.9
	}
	spoken, plain := said(t, v.Tables, out)
	title := lines.Tidy(spoken)
	fit *= plain
	if len(title) > longTitle {
		title, fit = long(t), fit*0.5
	}
	for i := range flaws {
		if flaws[i].holds(t, v.Tables, out, title) {
			fit *= flaws[i].left
		}
	}
	switch first := title[:min(1, len(title))]; {
	case first >= "a" && first <= "z":
		if s.Start >= t.row.Start {
			title = opening(title)
		} else {
			fit *= 0.6
		}
	}
	return title, fit
}

// comma is where a clause that opens its sentence ends: before the first comma behind its verb and its time.
func comma(t *told, s text.Span) int {
	from := t.row.Trigger.End
	if t.row.Time >= 0 && t.row.Time < len(t.page.Times) && t.page.Times[t.row.Time].End < s.End {
		from = max(from, t.page.Times[t.row.Time].End)
	}
	if i := strings.Index(t.page.Page.Text.Between(min(from, s.End), s.End), ","); i >= 0 {
		return from + i
	}
	return s.End
}

// unjoined is a sentence without a word that only joins it to the one before: "But the ferry left".
func unjoined(t *told, v *words.Tables, s text.Span) text.Span {
	first, rest, _ := strings.Cut(t.page.Page.Text.At(s), " ")
	if v.Is("joined", strings.ToLower(first)) && s.Start+len(first) < t.row.Trigger.Start {
		s.Start += len(first) + 1 + len(rest) - len(strings.TrimLeft(rest, " ,\n"))
	}
	return s
}

// long is the title of a clause whose sentence is too long for one.
func long(t *told) string {
	full, title := t.page.Page.Text, ""
	if sub := t.row.Subject; !sub.Empty() {
		title = lines.Tidy(full.At(sub)) + " … "
	}
	return opening(title + lines.Shorten(lines.Tidy(full.At(t.row.Span)), titleBytes-len(title)))
}

// end is where the title of a sentence ends: with the sentence, or where that is too long at the last place behind its event at which it can.
func end(full text.Text, v *words.Tables, s, clause, trigger text.Span) int {
	line := full.At(s)
	if i := strings.Index(line, ";"); i > leastTitle && s.Start+i >= trigger.End {
		line = line[:i]
	}
	if len(lines.Tidy(line)) <= titleBytes {
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
			w, next, _ := strings.Cut(line[i+1:], " ")
			if next != "" && next[0] >= '0' && next[0] <= '9' {
				continue // "the first since 1968"
			}
			if before := line[strings.LastIndexByte(line[:i], ' ')+1 : i]; v.Is("break", w) && !(w == "as" && v.Is("as-behind", before)) {
				best = i
			}
		}
	}
	if best < 0 && len(lines.Tidy(line)) <= longTitle || best < 0 && least > titleBytes {
		return s.Start + len(line)
	}
	if best < 0 {
		best = least
	}
	return s.Start + best
}
