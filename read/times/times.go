package times

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Find returns the time expressions of a page in text order, anchored at its publication date as far as that is known. With an anchor
// that is an interval the expressions become intervals; with none they keep a Pending value for Resolve.
func Find(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence, anchor Interval) []Expression {
	f := newFinder(l, string(t), anchor)
	defer f.scan.Free()
	for i := 0; i < len(sentences); i++ {
		s := &sentences[i]
		f.headline = s.Block >= 0 && s.Block < len(blocks) && blocks[s.Block].Role == page.Title
		if i+1 < len(sentences) && f.runsOn(s, &sentences[i+1]) {
			next := &sentences[i+1]
			f.joined = append(append(f.joined[:0], s.Tokens...), next.Tokens...)
			f.sentence(s.Start, next.End, f.joined)
			i++
			continue
		}
		f.sentence(s.Start, s.End, s.Tokens)
	}
	return f.found
}

// runsOn says whether a sentence was cut inside a time, at "9 a.m. | Thursday" or "16:00 GMT | Sunday".
func (f *finder) runsOn(s, next *syntax.Sentence) bool {
	if s.Block != next.Block || s.End-s.Start < 4 || next.Start-s.End > 1 || len(next.Tokens) == 0 {
		return false
	}
	end := f.text[s.End-3 : s.End]
	if stop := strings.IndexByte(".!?:;\"", end[2]) >= 0 || end[2] >= utf8.RuneSelf; stop && end != ".m." && end != ".M." {
		return false
	}
	first := next.Tokens[0]
	switch f.text[first.Start:first.End] {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "GMT", "EST", "EDT", "UTC", "Eastern", "Pacific", "Central", "PST", "PDT", "CST", "CDT":
		return true
	}
	return false
}

// FindIn returns the time expressions of a text that stands alone, as a person types it: every line is told.
func FindIn(l *lang.Language, words string, anchor Interval) []Expression {
	t := text.Text(words)
	var blocks []page.Block
	for _, line := range t.Lines() {
		if line = t.Trim(line); !line.Empty() {
			blocks = append(blocks, page.Block{Span: line, Role: page.Body})
		}
	}
	return Find(l, t, blocks, syntax.Read(l, t, blocks), anchor)
}
