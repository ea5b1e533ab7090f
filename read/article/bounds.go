package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// bounds says what is known when nothing gives the date: not before the last dated thing that the text tells as past, not after the crawl.
func (d *dater) bounds() times.Interval {
	var best Evidence
	for _, b := range d.p.Blocks {
		if b.Role != page.Body && b.Role != page.Caption && b.Role != page.Standfirst {
			continue
		}
		s := d.p.Text.At(b.Span)
		for _, w := range findDates(s, 20) {
			if !past(sentenceAround(s, w.Span)) || d.upper.Known && w.Earliest.Day > d.upper.Day {
				continue
			}
			if !best.Interval.Earliest.Known || w.Earliest.Day > best.Interval.Earliest.Day {
				best = Evidence{Span: text.Span{Start: b.Start + w.Start, End: b.Start + w.End}, Use: Lower,
					Interval: times.Interval{Earliest: times.On(w.Earliest.Day), Grain: w.Grain}, Why: "the latest dated event that is told as past: it can't be older"}
			}
		}
	}
	out := times.Interval{Grain: times.Unknown}
	if best.Interval.Earliest.Known {
		d.note(best)
		out.Earliest = best.Interval.Earliest
	}
	if d.upper.Known {
		out.Latest = times.On(d.upper.Day)
	}
	return out
}

func sentenceAround(s string, at text.Span) string {
	from := strings.LastIndex(s[:at.Start], ". ") + 1
	end := strings.Index(s[at.End:], ". ")
	if end < 0 {
		return s[from:]
	}
	return s[from : at.End+end]
}

// past says whether a sentence tells something that happened: no word of plan or future in it, and a past tense.
func past(s string) bool {
	happened := false
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
		switch w {
		case "will", "would", "shall", "plans", "planned", "planning", "scheduled", "expected", "due", "until", "by", "deadline", "next", "upcoming", "expires",
			"should", "could", "may", "might", "if", "intends", "aims", "set", "to":
			if w != "to" && w != "by" && w != "may" && w != "set" && w != "if" {
				return false
			}
		case "was", "were", "had", "did", "said", "told", "went", "came", "began", "took", "made", "killed", "led", "left", "held", "met", "won", "lost", "became", "broke", "fell", "ran":
			happened = true
		default:
			if len(w) > 4 && strings.HasSuffix(w, "ed") {
				happened = true
			}
		}
	}
	return happened
}
