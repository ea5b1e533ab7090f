package form

import (
	"encoding"
	"encoding/binary"
	"math"
	"math/bits"
	"reflect"
)

// Write returns the bytes of a value. Its form is that of its type: Of(reflect.TypeOf(value)).
func Write(value any) ([]byte, error) {
	v := reflect.ValueOf(value)
	w := &writer{known: map[string]int{}}
	w.value(Of(v.Type()).root, v)
	return w.out, w.err
}

type writer struct {
	out   []byte
	known map[string]int // strings written before
	last  int            // where the last place began
	err   error
}

func (w *writer) value(s *shape, v reflect.Value) {
	switch s.kind {
	case whole:
		w.out = binary.AppendVarint(w.out, v.Int())
	case count:
		w.out = binary.AppendUvarint(w.out, v.Uint())
	case real:
		w.out = binary.AppendUvarint(w.out, bits.ReverseBytes64(math.Float64bits(v.Float())))
	case truth:
		b := byte(0)
		if v.Bool() {
			b = 1
		}
		w.out = append(w.out, b)
	case words:
		w.words(v.String())
	case raw:
		w.raw(v)
	case place:
		start, end := int(v.Field(0).Int()), int(v.Field(1).Int())
		w.out = binary.AppendVarint(w.out, int64(start-w.last))
		w.out = binary.AppendVarint(w.out, int64(end-start))
		w.last = start
	case list:
		w.out = binary.AppendUvarint(w.out, uint64(v.Len()))
		for i := range v.Len() {
			w.value(s.of, v.Index(i))
		}
	case maybe:
		w.value(s.of, v.Elem()) // a nil one is a field that is not set, or an item that is told so by fields
	case record:
		w.fields(s, v)
	}
}

// fields writes which fields of a record are set, and then those.
func (w *writer) fields(s *shape, v reflect.Value) {
	set, n := make([]byte, (len(s.fields)+7)/8), 0
	t := exported(v.Type())
	for i := range s.fields {
		if !empty(v.Field(t[i])) {
			set[i/8] |= 1 << (i % 8)
		}
	}
	w.out = append(w.out, set...)
	for i := range s.fields {
		if set[i/8]>>(i%8)&1 == 1 {
			w.value(s.fields[i].is, v.Field(t[i]))
			n++
		}
	}
}

func empty(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() == 0
	}
	return v.IsZero()
}

func (w *writer) words(s string) {
	if n, ok := w.known[s]; ok {
		w.out = binary.AppendUvarint(w.out, uint64(n))
		return
	}
	n := len(w.known)
	w.out = binary.AppendUvarint(w.out, uint64(n))
	w.known[s] = n
	w.out = append(binary.AppendUvarint(w.out, uint64(len(s))), s...)
}

func (w *writer) raw(v reflect.Value) {
	var b []byte
	if m, ok := v.Interface().(encoding.BinaryMarshaler); ok {
		var err error
		if b, err = m.MarshalBinary(); err != nil && w.err == nil {
			w.err = err
		}
	} else {
		b = v.Bytes()
	}
	w.out = append(binary.AppendUvarint(w.out, uint64(len(b))), b...)
}
