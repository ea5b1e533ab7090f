package text

import "sort"

// Map leads from a derived text back to the bytes of the original page.
// The zero Map is the identity: the text is the original.
type Map struct {
	segments []Segment // in order of Text, covering it without gaps; nil = identity
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

// Segments returns the segments that overlap a span, cut to it where they are copied or runs. For the identity it returns one.
func (m Map) Segments(s Span) []Segment {
	if m.segments == nil {
		return []Segment{{Text: s, Source: s, Copied: true}}
	}
	var out []Segment
	for i := m.find(s.Start); i < len(m.segments) && m.segments[i].Text.Start < s.End; i++ {
		seg := m.segments[i]
		out = append(out, seg.cut(s))
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

func (m Map) find(offset int) int {
	i := sort.Search(len(m.segments), func(i int) bool { return m.segments[i].Text.End > offset })
	return min(i, len(m.segments)-1)
}

func (m Map) sourceStart(i, offset int) int {
	seg := m.segments[i]
	switch {
	case seg.Copied:
		return seg.Source.Start + offset - seg.Text.Start
	case seg.Step != Step{}:
		return seg.Source.Start + (offset-seg.Text.Start)/int(seg.Step.Text)*int(seg.Step.Source)
	}
	return seg.Source.Start
}

func (m Map) sourceEnd(i, offset int) int {
	seg := m.segments[i]
	switch {
	case seg.Copied:
		return seg.Source.Start + offset - seg.Text.Start
	case seg.Step != Step{}:
		wide := int(seg.Step.Text)
		return seg.Source.Start + (offset-seg.Text.Start+wide-1)/wide*int(seg.Step.Source)
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
	b.segments = append(b.segments, Segment{Text: Span{start, len(b.text)}, Source: source, Copied: true})
}

// Even appends one decoded character. Neighbours of the same widths become one run, so that a page in a legacy charset has a
// small map in which every character still leads to its own bytes.
func (b *Builder) Even(character []byte, source Span) {
	if len(character) == 0 {
		return
	}
	step := Step{uint8(len(character)), uint8(source.Len())}
	start := len(b.text)
	b.text = append(b.text, character...)
	if n := len(b.segments); n > 0 {
		if last := &b.segments[n-1]; last.Step == step && last.Source.End == source.Start {
			last.Text.End, last.Source.End = len(b.text), source.End
			return
		}
	}
	b.segments = append(b.segments, Segment{Text: Span{start, len(b.text)}, Source: source, Step: step})
}

// Put appends characters that stand for the original range as a whole.
func (b *Builder) Put(characters string, source Span) {
	if characters == "" {
		return
	}
	start := len(b.text)
	b.text = append(b.text, characters...)
	b.segments = append(b.segments, Segment{Text: Span{start, len(b.text)}, Source: source})
}

// Append adds a text that was built apart, with its map.
func (b *Builder) Append(t Text, m Map) {
	shift := len(b.text)
	b.text = append(b.text, t...)
	if m.segments == nil {
		b.segments = append(b.segments, Segment{Text: Span{shift, len(b.text)}, Source: Span{0, len(t)}, Copied: true})
		return
	}
	for _, seg := range m.segments {
		seg.Text = Span{seg.Text.Start + shift, seg.Text.End + shift}
		b.segments = append(b.segments, seg)
	}
}

// Grow makes room for n bytes of text.
func (b *Builder) Grow(n int) {
	b.text = append(make([]byte, 0, len(b.text)+n), b.text...)
	b.segments = append(make([]Segment, 0, len(b.segments)+n/32), b.segments...)
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
		if !seg.Copied { // a run over a second text is only known as a whole
			out = append(out, Segment{Text: seg.Text, Source: second.Source(seg.Source)})
			continue
		}
		for _, inner := range second.Segments(seg.Source) {
			shift := seg.Text.Start - seg.Source.Start
			cut := Span{max(inner.Text.Start, seg.Source.Start), min(inner.Text.End, seg.Source.End)}
			if cut != inner.Text { // a copied stretch that starts inside a decoded character: keep the place, lose the run
				inner.Step = Step{}
			}
			inner.Text = Span{cut.Start + shift, cut.End + shift}
			out = append(out, inner)
		}
	}
	return Map{out}
}
