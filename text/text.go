package text

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// Text is the derived text of one page: valid UTF-8, never changed after it was made.
type Text string

// At returns the characters at a span. It panics when the span lies outside the text, as slicing does.
func (t Text) At(s Span) string { return string(t[s.Start:s.End]) }

// Trim shrinks a span so that it neither begins nor ends with white space.
func (t Text) Trim(s Span) Span {
	words := string(t[s.Start:s.End])
	left := len(words) - len(strings.TrimLeft(words, spaces))
	words = strings.TrimRight(words, spaces)
	if left >= len(words) {
		return Span{s.Start, s.Start}
	}
	return Span{s.Start + left, s.Start + len(words)}
}

const spaces = " \t\r\n\v\f\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff"

// EachLine yields the spans of the text's lines in order, without their line ends ("\n" or "\r\n"). Blank lines are included.
func (t Text) EachLine() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for start := 0; start < len(t); {
			end := strings.IndexByte(string(t[start:]), '\n')
			if end < 0 {
				yield(Span{start, len(t)})
				return
			}
			line := Span{start, start + end}
			start += end + 1
			if line.End > line.Start && t[line.End-1] == '\r' {
				line.End--
			}
			if !yield(line) {
				return
			}
		}
	}
}

// Lines returns the spans of the text's lines, as EachLine yields them.
func (t Text) Lines() []Span { return slices.Collect(t.EachLine()) }

// Points converts byte offsets of one text into Unicode code points and back. Making one costs a pass over the text;
// a conversion costs at most 256 bytes of counting.
type Points struct {
	text  Text
	marks []int // code points before byte i*stride
	ascii bool
}

const stride = 256

// NewPoints prepares the conversion for a text.
func NewPoints(t Text) *Points {
	p := &Points{text: t, marks: make([]int, 0, len(t)/stride+1), ascii: true}
	points := 0
	for i := 0; i < len(t); i++ {
		if i%stride == 0 {
			p.marks = append(p.marks, points)
		}
		if t[i]&0xC0 != 0x80 {
			points++
		}
		if t[i] >= utf8.RuneSelf {
			p.ascii = false
		}
	}
	return p
}

// At returns how many code points come before the byte offset (0 to len of the text).
func (p *Points) At(offset int) int {
	if p.ascii {
		return offset
	}
	block := min(offset/stride, len(p.marks)-1)
	if block < 0 {
		return 0
	}
	points := p.marks[block]
	for i := block * stride; i < offset; i++ {
		if p.text[i]&0xC0 != 0x80 {
			points++
		}
	}
	return points
}

// Span converts a span from bytes to code points.
func (p *Points) Span(s Span) Span { return Span{p.At(s.Start), p.At(s.End)} }
