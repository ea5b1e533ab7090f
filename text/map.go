package text

import "sort"

// Map leads from a derived text back to the bytes of the original page.
// The zero Map is the identity: the text is the original.
type Map struct {
	segments []Segment // in order of Text, covering it without gaps; nil = identity
}

// Segment ties a stretch of derived text to the original bytes it was made from.
// A Copied segment has equal bytes on both sides; any other one (a character reference, a decoded character, folded
// white space, an inserted line break) stands for its source range as a whole.
type Segment struct {
	Text   Span
	Source Span
	Copied bool
}

// Source returns the smallest range of original bytes that holds everything the span was made from.
func (m Map) Source(s Span) Span {
	if m.segments == nil {
		return s
	}
	first := m.find(s.Start)
	if s.Empty() {
		at := m.sourceStart(first, s.Start)
		return Span{at, at}
	}
	last := m.find(s.End - 1)
	return Span{m.sourceStart(first, s.Start), m.sourceEnd(last, s.End)}
}

// Segments returns the segments that overlap a span, cut to it where they are copied. For the identity it returns one.
func (m Map) Segments(s Span) []Segment {
	if m.segments == nil {
		return []Segment{{Text: s, Source: s, Copied: true}}
	}
	var out []Segment
	for i := m.find(s.Start); i < len(m.segments) && m.segments[i].Text.Start < s.End; i++ {
		seg := m.segments[i]
		cut := Span{max(seg.Text.Start, s.Start), min(seg.Text.End, s.End)}
		if seg.Copied {
			shift := seg.Source.Start - seg.Text.Start
			seg.Source = Span{cut.Start + shift, cut.End + shift}
		}
		seg.Text = cut
		out = append(out, seg)
	}
	return out
}

// Identity says whether text and original are the same bytes.
func (m Map) Identity() bool { return m.segments == nil }

func (m Map) find(offset int) int {
	i := sort.Search(len(m.segments), func(i int) bool { return m.segments[i].Text.End > offset })
	return min(i, len(m.segments)-1)
}

func (m Map) sourceStart(i, offset int) int {
	seg := m.segments[i]
	if seg.Copied {
		return seg.Source.Start + offset - seg.Text.Start
	}
	return seg.Source.Start
}

func (m Map) sourceEnd(i, offset int) int {
	seg := m.segments[i]
	if seg.Copied {
		return seg.Source.Start + offset - seg.Text.Start
	}
	return seg.Source.End
}

// Builder makes a Text and its Map together, so that neither can exist without the other.
type Builder struct {
	text     []byte
	segments []Segment
}

// Copy appends original[source] unchanged.
func (b *Builder) Copy(original []byte, source Span) {
	if source.Empty() {
		return
	}
	start := len(b.text)
	b.text = append(b.text, original[source.Start:source.End]...)
	if n := len(b.segments); n > 0 {
		if last := &b.segments[n-1]; last.Copied && last.Source.End == source.Start {
			last.Text.End, last.Source.End = len(b.text), source.End
			return
		}
	}
	b.segments = append(b.segments, Segment{Span{start, len(b.text)}, source, true})
}

// Put appends characters that stand for the original range as a whole.
func (b *Builder) Put(characters string, source Span) {
	if characters == "" {
		return
	}
	start := len(b.text)
	b.text = append(b.text, characters...)
	b.segments = append(b.segments, Segment{Span{start, len(b.text)}, source, false})
}

// Len returns the length of the text so far, in bytes.
func (b *Builder) Len() int { return len(b.text) }

// Tail returns the last n bytes written, or fewer when there are fewer.
func (b *Builder) Tail(n int) []byte { return b.text[max(0, len(b.text)-n):] }

// Done returns the text and its map. The builder must not be used afterwards.
func (b *Builder) Done() (Text, Map) {
	segments := b.segments
	if segments == nil {
		segments = []Segment{}
	}
	return Text(b.text), Map{segments}
}

// Then composes two maps: first leads text A to B, second leads B to the original C; the result leads A to C.
func (m Map) Then(second Map) Map {
	if m.segments == nil {
		return second
	}
	if second.segments == nil {
		return m
	}
	var out []Segment
	for _, seg := range m.segments {
		if !seg.Copied {
			out = append(out, Segment{seg.Text, second.Source(seg.Source), false})
			continue
		}
		for _, inner := range second.Segments(seg.Source) {
			shift := seg.Text.Start - seg.Source.Start
			inner.Text = Span{inner.Text.Start + shift, inner.Text.End + shift}
			out = append(out, inner)
		}
	}
	return Map{out}
}
