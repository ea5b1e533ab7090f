package text

import "sort"

// Map leads from a derived text back to the bytes of the original page.
// The zero Map is the identity: the text is the original.
type Map struct {
	segments []segment // in order of Text, covering it without gaps; nil = identity
	length   int       // of the text
}

// segment is a Segment as it is held: it ends where the next one begins.
type segment struct {
	text, source uint32
	width        uint32 // of the source; for a copied one that of the text
	copied       bool
	step         Step
}

// Segment ties a stretch of derived text to the original bytes it was made from.
// A Copied segment has equal bytes on both sides. One with a Step is a run of decoded characters of equal width. Any other one (a
// character reference, folded white space, an inserted line break) stands for its source range as a whole.
type Segment struct {
	Text   Span
	Source Span
	Copied bool
	Step   Step
}

// Step says how wide each character of a run is: {2, 1} for Cyrillic letters read from windows-1251. The zero Step is no run.
type Step struct{ Text, Source uint8 }

// at returns a segment with both its spans.
func (m Map) at(i int) Segment {
	s, end := m.segments[i], m.length
	if i+1 < len(m.segments) {
		end = int(m.segments[i+1].text)
	}
	return Segment{Text: Span{int(s.text), end}, Source: Span{int(s.source), int(s.source) + int(s.width)}, Copied: s.copied, Step: s.step}
}

// Source returns the smallest range of original bytes that holds everything the span was made from.
func (m Map) Source(s Span) Span {
	if m.segments == nil {
		return s
	}
	if len(m.segments) == 0 { // of an empty text
		return Span{}
	}
	first := m.at(m.find(s.Start))
	if s.Empty() {
		at := first.sourceStart(s.Start)
		return Span{at, at}
	}
	return Span{first.sourceStart(s.Start), m.at(m.find(s.End - 1)).sourceEnd(s.End)}
}

// Segments returns the segments that overlap a span, cut to it where they are copied or runs. For the identity it returns one.
func (m Map) Segments(s Span) []Segment {
	if m.segments == nil {
		return []Segment{{Text: s, Source: s, Copied: true}}
	}
	var out []Segment
	for i := m.find(s.Start); i < len(m.segments) && int(m.segments[i].text) < s.End; i++ {
		out = append(out, m.at(i).cut(s))
	}
	return out
}

// cut returns the part of a segment that a span touches: to the byte where it is copied, to the character in a run.
func (seg Segment) cut(s Span) Segment {
	cut := Span{max(seg.Text.Start, s.Start), min(seg.Text.End, s.End)}
	switch {
	case seg.Copied:
		shift := seg.Source.Start - seg.Text.Start
		seg.Source = Span{cut.Start + shift, cut.End + shift}
	case seg.Step != Step{}:
		wide, narrow := int(seg.Step.Text), int(seg.Step.Source)
		first, last := (cut.Start-seg.Text.Start)/wide, (cut.End-seg.Text.Start+wide-1)/wide
		seg.Source = Span{seg.Source.Start + first*narrow, seg.Source.Start + last*narrow}
		seg.Text = Span{seg.Text.Start + first*wide, seg.Text.Start + last*wide}
		return seg
	}
	seg.Text = cut
	return seg
}

// Identity says whether text and original are the same bytes.
func (m Map) Identity() bool { return m.segments == nil }

// find returns the index of the segment that holds a byte, the last one for those behind the text.
func (m Map) find(offset int) int {
	i := sort.Search(len(m.segments), func(i int) bool { return int(m.segments[i].text) > offset })
	return max(i-1, 0)
}

func (seg Segment) sourceStart(offset int) int {
	switch {
	case seg.Copied:
		return seg.Source.Start + offset - seg.Text.Start
	case seg.Step != Step{}:
		return seg.Source.Start + (offset-seg.Text.Start)/int(seg.Step.Text)*int(seg.Step.Source)
	}
	return seg.Source.Start
}

func (seg Segment) sourceEnd(offset int) int {
	switch {
	case seg.Copied:
		return seg.Source.Start + offset - seg.Text.Start
	case seg.Step != Step{}:
		wide := int(seg.Step.Text)
		return seg.Source.Start + (offset-seg.Text.Start+wide-1)/wide*int(seg.Step.Source)
	}
	return seg.Source.End
}

// Builder makes a Text and its Map together, so that neither can exist without the other. A page's bytes and text are less than 4 GiB each.
type Builder struct {
	text     []byte
	segments []segment
}

// add appends a segment for characters that are about to be written.
func (b *Builder) add(source Span, copied bool, step Step) {
	b.segments = append(b.segments, segment{uint32(len(b.text)), uint32(source.Start), uint32(source.End - source.Start), copied, step})
}

// follows returns the last segment if it ends in the source where another begins, else nil.
func (b *Builder) follows(source Span) *segment {
	if n := len(b.segments); n > 0 {
		if last := &b.segments[n-1]; int(last.source+last.width) == source.Start {
			return last
		}
	}
	return nil
}

// Copy appends original[source] unchanged.
func (b *Builder) Copy(original []byte, source Span) {
	if source.Empty() {
		return
	}
	if last := b.follows(source); last != nil && last.copied {
		last.width += uint32(source.Len())
	} else {
		b.add(source, true, Step{})
	}
	b.text = append(b.text, original[source.Start:source.End]...)
}

// Even appends one decoded character. Neighbours of the same widths become one run, so that a page in a legacy charset has a
// small map in which every character still leads to its own bytes.
func (b *Builder) Even(character []byte, source Span) {
	if len(character) == 0 {
		return
	}
	step := Step{uint8(len(character)), uint8(source.Len())}
	if last := b.follows(source); last != nil && last.step == step {
		last.width += uint32(source.Len())
	} else {
		b.add(source, false, step)
	}
	b.text = append(b.text, character...)
}

// Put appends characters that stand for the original range as a whole.
func (b *Builder) Put(characters string, source Span) {
	if characters == "" {
		return
	}
	b.add(source, false, Step{})
	b.text = append(b.text, characters...)
}

// Grow makes room for n bytes of text.
func (b *Builder) Grow(n int) {
	b.text = append(make([]byte, 0, len(b.text)+n), b.text...)
	b.segments = append(make([]segment, 0, len(b.segments)+n/32), b.segments...)
}

// Len returns the length of the text so far, in bytes.
func (b *Builder) Len() int { return len(b.text) }

// Tail returns the last n bytes written, or fewer when there are fewer.
func (b *Builder) Tail(n int) []byte { return b.text[max(0, len(b.text)-n):] }

// Append adds what another builder holds.
func (b *Builder) Append(other *Builder) {
	shift := uint32(len(b.text))
	b.text = append(b.text, other.text...)
	for _, seg := range other.segments {
		seg.text += shift
		b.segments = append(b.segments, seg)
	}
}

// Text returns a copy of what has been written so far.
func (b *Builder) Text() Text { return Text(b.text) }

// Done returns the text and its map, in memory of their own.
func (b *Builder) Done() (Text, Map) { return b.Text(), b.Map() }

// Map returns the map of what has been written so far, in memory of its own.
func (b *Builder) Map() Map {
	return Map{append(make([]segment, 0, len(b.segments)), b.segments...), len(b.text)}
}

// Bytes returns what has been written so far, in the builder's own memory.
func (b *Builder) Bytes() []byte { return b.text }

// Reset empties the builder and keeps its room.
func (b *Builder) Reset() { b.text, b.segments = b.text[:0], b.segments[:0] }

// Pieces is how many segments the map has so far.
func (b *Builder) Pieces() int { return len(b.segments) }

// Room is how many bytes the builder holds, used or not.
func (b *Builder) Room() int { return cap(b.text) + 16*cap(b.segments) }

// Then composes two maps: first leads text A to B, second leads B to the original C; the result leads A to C.
func (m Map) Then(second Map) Map {
	if m.segments == nil {
		return second
	}
	if second.segments == nil {
		return m
	}
	out := Map{length: m.length, segments: make([]segment, 0, len(m.segments))}
	put := func(at int, source Span, copied bool, step Step) {
		out.segments = append(out.segments, segment{uint32(at), uint32(source.Start), uint32(source.Len()), copied, step})
	}
	for i := range m.segments {
		seg := m.at(i)
		if !seg.Copied { // a run over a second text is only known as a whole
			put(seg.Text.Start, second.Source(seg.Source), false, Step{})
			continue
		}
		shift := seg.Text.Start - seg.Source.Start
		for j := second.find(seg.Source.Start); j < len(second.segments) && int(second.segments[j].text) < seg.Source.End; j++ {
			inner := second.at(j).cut(seg.Source)
			start := max(inner.Text.Start, seg.Source.Start)
			if (Span{start, min(inner.Text.End, seg.Source.End)}) != inner.Text { // a copied stretch that starts inside a decoded character: keep the place, lose the run
				inner.Step = Step{}
			}
			put(start+shift, inner.Source, inner.Copied, inner.Step)
		}
	}
	return out
}
