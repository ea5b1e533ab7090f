package text

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Text is the derived text of one page: valid UTF-8, never changed after it was made.
type Text string

// At returns the characters at a span. It panics when the span lies outside the text, as slicing does.
func (t Text) At(s Span) string { return string(t[s.Start:s.End]) }

// Between returns what stands from one offset to another, nothing where the second lies before the first.
func (t Text) Between(from, to int) string {
	if to <= from {
		return ""
	}
	return string(t[from:to])
}

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
	wide  []wide // characters of several bytes, where they are few
	after int32  // bytes in all that begin none
	text  Text   // else: the text, and
	marks []int  // code points before byte i*stride
}

// wide is a character of several bytes.
type wide struct {
	at     int32 // its first byte
	before int32 // bytes of such characters before it that begin none
}

const (
	stride = 256
	rare   = 16 // of so many bytes, one at most begins a character of several bytes: then those are listed, and the text is not held
)

// NewPoints prepares the conversion for a text.
func NewPoints(t Text) *Points {
	p := &Points{}
	extra, whole := int32(0), len(t) < 1<<31
	for i := 0; i < len(t) && whole; i++ {
		if t[i] < utf8.RuneSelf {
			continue
		}
		_, size := utf8.DecodeRuneInString(string(t[i:min(len(t), i+utf8.UTFMax)]))
		whole = size > 1 && rare*len(p.wide) <= len(t)
		p.wide = append(p.wide, wide{int32(i), extra})
		extra += int32(size - 1)
		i += size - 1
	}
	if whole {
		p.wide, p.after = slices.Clip(p.wide), extra
		return p
	}
	p.wide, p.text, p.marks = nil, t, make([]int, 0, len(t)/stride+1)
	points := 0
	for i := 0; i < len(t); i++ {
		if i%stride == 0 {
			p.marks = append(p.marks, points)
		}
		if t[i]&0xC0 != 0x80 {
			points++
		}
	}
	return p
}

// At returns how many code points come before the byte offset (0 to len of the text).
func (p *Points) At(offset int) int {
	if len(p.marks) == 0 {
		i := sort.Search(len(p.wide), func(i int) bool { return int(p.wide[i].at) >= offset })
		if i == 0 {
			return offset
		}
		last := p.wide[i-1]
		inside := offset - int(last.at) - 1 // bytes behind its first, some of which may belong to it
		most := int(p.after - last.before)
		if i < len(p.wide) {
			most = int(p.wide[i].before - last.before)
		}
		return offset - int(last.before) - min(inside, most)
	}
	block := min(offset/stride, len(p.marks)-1)
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
