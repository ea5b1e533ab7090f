package text

import (
	"encoding/binary"
	"errors"
	"math"
)

var errMap = errors.New("text: this is no map")

// MarshalBinary writes the map compactly, so that a kept page leads back to its bytes without being read again. The identity is empty.
func (m Map) MarshalBinary() ([]byte, error) {
	if m.segments == nil {
		return nil, nil
	}
	raw := binary.AppendUvarint(nil, uint64(len(m.segments)))
	at := Span{}
	for i := range m.segments {
		s := m.at(i)
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
	segments := make([]segment, count)
	textEnd, sourceEnd := 0, 0
	for i := range segments {
		s := &segments[i]
		head := number()
		gap, used := binary.Varint(raw)
		if used <= 0 {
			return errMap
		}
		raw = raw[used:]
		width, start := head>>2, sourceEnd+int(gap)
		s.text, s.copied = uint32(textEnd), head&3 == 1
		textEnd += width
		if !s.copied {
			width = number()
		}
		s.source, s.width = uint32(start), uint32(width)
		sourceEnd = start + width
		if head&3 == 2 {
			if len(raw) < 2 || raw[0] == 0 {
				return errMap
			}
			s.step = Step{raw[0], raw[1]}
			raw = raw[2:]
		}
		if err != nil {
			return err
		}
		if textEnd > math.MaxUint32 || start < 0 || sourceEnd > math.MaxUint32 {
			return errMap
		}
	}
	m.segments, m.length = segments, textEnd
	return nil
}
