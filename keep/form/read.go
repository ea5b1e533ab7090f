package form

import (
	"encoding"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"reflect"
	"sync"
)

// Read reads the bytes of a value of a form into what target points at, which should be empty. What the target has no field for is passed over.
func (f *Form) Read(written []byte, target any) error {
	v := reflect.ValueOf(target).Elem()
	r := &reader{input: input{rest: written}}
	r.value(f.root, v, true)
	if r.bad || len(r.rest) > 0 {
		return fmt.Errorf("form: %w", ErrUnread)
	}
	return nil
}

// input is what is left to read. After the first fault everything is empty.
type input struct {
	rest []byte
	bad  bool
}

func (in *input) byte() byte {
	if len(in.rest) == 0 {
		in.bad = true
		return 0
	}
	b := in.rest[0]
	in.rest = in.rest[1:]
	return b
}

func (in *input) uint() uint64 {
	n, used := binary.Uvarint(in.rest)
	if used <= 0 {
		in.bad, in.rest = true, nil
		return 0
	}
	in.rest = in.rest[used:]
	return n
}

func (in *input) int() int64 {
	n := in.uint()
	return int64(n>>1) ^ -int64(n&1)
}

// size is a number of bytes or items that follow: there can't be more than bytes.
func (in *input) size() int {
	n := in.uint()
	if n > uint64(len(in.rest)) {
		in.bad, in.rest = true, nil
		return 0
	}
	return int(n)
}

func (in *input) bytes(n int) []byte {
	if n > len(in.rest) {
		in.bad, in.rest = true, nil
		return nil
	}
	b := in.rest[:n]
	in.rest = in.rest[n:]
	return b
}

type reader struct {
	input
	known []string
	last  int
	depth int
}

// value reads a value; where it is not wanted, v is no value and it is passed over.
func (r *reader) value(s *shape, v reflect.Value, want bool) {
	if r.bad {
		return
	}
	switch s.kind {
	case whole:
		r.number(r.int(), v, want)
	case count:
		n := r.uint()
		if want && v.CanUint() {
			v.SetUint(n)
		} else if want && v.CanInt() {
			v.SetInt(int64(n))
		}
	case real:
		if x := math.Float64frombits(bits.ReverseBytes64(r.uint())); want && v.CanFloat() {
			v.SetFloat(x)
		}
	case truth:
		if b := r.byte() == 1; want && v.Kind() == reflect.Bool {
			v.SetBool(b)
		}
	case words:
		if w := r.words(); want && v.Kind() == reflect.String {
			v.SetString(w)
		}
	case raw:
		r.raw(v, want)
	case place:
		start := r.last + int(r.int())
		end := start + int(r.int())
		r.last = start
		if want && v.Kind() == reflect.Struct && isPlace(v.Type()) {
			v.Field(0).SetInt(int64(start))
			v.Field(1).SetInt(int64(end))
		}
	case list:
		r.list(s, v, want)
	case maybe:
		if want && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		r.value(s.of, v, want)
	case record:
		r.fields(s, v, want)
	}
}

func (r *reader) number(n int64, v reflect.Value, want bool) {
	switch {
	case !want:
	case v.CanInt():
		v.SetInt(n)
	case v.CanUint() && n >= 0:
		v.SetUint(uint64(n))
	}
}

func (r *reader) words() string {
	n := r.uint()
	if n < uint64(len(r.known)) {
		return r.known[n]
	}
	if n > uint64(len(r.known)) {
		r.bad = true
		return ""
	}
	w := string(r.bytes(r.size()))
	r.known = append(r.known, w)
	return w
}

func (r *reader) raw(v reflect.Value, want bool) {
	b := r.bytes(r.size())
	if !want || r.bad {
		return
	}
	if m, ok := v.Addr().Interface().(encoding.BinaryUnmarshaler); ok {
		r.bad = r.bad || m.UnmarshalBinary(b) != nil
	} else if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		v.SetBytes(append([]byte(nil), b...))
	}
}

func (r *reader) list(s *shape, v reflect.Value, want bool) {
	n := r.size()
	want = want && v.Kind() == reflect.Slice
	if want && n > 0 {
		v.Set(reflect.MakeSlice(v.Type(), n, n))
	}
	for i := 0; i < n && !r.bad; i++ {
		if want {
			r.value(s.of, v.Index(i), true)
		} else {
			r.value(s.of, v, false)
		}
	}
}

func (r *reader) fields(s *shape, v reflect.Value, want bool) {
	if r.depth++; r.depth > deepest {
		r.bad = true
	}
	set := r.bytes((len(s.fields) + 7) / 8)
	var at []int
	if want && v.Kind() == reflect.Struct {
		at = fieldsFor(s, v.Type())
	}
	for i := range s.fields {
		if r.bad {
			return
		}
		if set[i/8]>>(i%8)&1 == 0 {
			continue
		}
		if at != nil && at[i] >= 0 {
			r.value(s.fields[i].is, v.Field(at[i]), true)
		} else {
			r.value(s.fields[i].is, v, false)
		}
	}
	r.depth--
}

type mapping struct {
	from *shape
	to   reflect.Type
}

var mappings, exportedOf sync.Map

// fieldsFor says which field of a type takes each of a record's; -1 for none.
func fieldsFor(s *shape, t reflect.Type) []int {
	key := mapping{s, t}
	if at, ok := mappings.Load(key); ok {
		return at.([]int)
	}
	at := make([]int, len(s.fields))
	for i, f := range s.fields {
		at[i] = -1
		for n := range t.NumField() {
			if to := t.Field(n); to.IsExported() && to.Name == f.name {
				at[i] = n
			}
		}
	}
	mappings.Store(key, at)
	return at
}

// exported lists the numbers of a type's exported fields.
func exported(t reflect.Type) []int {
	if list, ok := exportedOf.Load(t); ok {
		return list.([]int)
	}
	var list []int
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			list = append(list, i)
		}
	}
	exportedOf.Store(t, list)
	return list
}
