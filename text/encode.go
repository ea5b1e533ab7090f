package text

import (
	"encoding/binary"
	"errors"
)

var errMap = errors.New("text: this is no map")

// MarshalBinary writes the map compactly, so that a kept page leads back to its bytes without being read again. The identity is empty.
func (m Map) MarshalBinary() ([]byte, error) {
	if m.segments == nil {
		return nil, nil
	}
	raw := binary.AppendUvarint(nil, uint64(len(m.segments)))
	at := Span{}
	for _, s := range m.segments {
		kind := uint64(0)
		if s.Copied {
			kind = 1
		} else if s.Step != (Step{}) {
			kind = 2
		}
		raw = binary.AppendUvarint(raw, uint64(s.Text.Len())<<2|kind)
		raw = binary.AppendVarint(raw, int64(s.Source.Start-at.End))
		if kind != 1 {
			raw = binary.AppendUvarint(raw, uint64(s.Source.Len()))
		}
		if kind == 2 {
			raw = append(raw, s.Step.Text, s.Step.Source)
		}
		at = s.Source
	}
	return raw, nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (m *Map) UnmarshalBinary(raw []byte) (err error) {
	*m = Map{}
	if len(raw) == 0 {
		return nil
	}
	number := func() int {
		n, used := binary.Uvarint(raw)
		if used <= 0 || n > 1<<40 {
			err = errMap
			return 0
		}
		raw = raw[used:]
		return int(n)
	}
	count := number()
	if err != nil || count > len(raw) {
		return errMap
	}
	segments := make([]Segment, count)
	textEnd, sourceEnd := 0, 0
	for i := range segments {
		s := &segments[i]
		head := number()
		gap, used := binary.Varint(raw)
		if used <= 0 {
			return errMap
		}
		raw = raw[used:]
		length, start := head>>2, sourceEnd+int(gap)
		s.Text = Span{textEnd, textEnd + length}
		s.Copied = head&3 == 1
		if !s.Copied {
			length = number()
		}
		s.Source = Span{start, start + length}
		if head&3 == 2 {
			if len(raw) < 2 {
				return errMap
			}
			s.Step = Step{raw[0], raw[1]}
			raw = raw[2:]
		}
		if err != nil {
			return err
		}
		textEnd, sourceEnd = s.Text.End, s.Source.End
	}
	m.segments = segments
	return nil
}
