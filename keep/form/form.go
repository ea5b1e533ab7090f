// Package form writes values compactly and so that they outlive the Go types they came from: every written value names its form, and a form lists
// the fields by name, with the kind of each.
//
//	type Row struct{ Span text.Span; Role string }      form {1: Row = Span place, Role string}
//	Row{{120, 180}, "body"}                             → number of the form, which fields are set, 120, 60, "body"
//
// A reader that knows a form reads it into today's types field by field: what is gone is passed over, what is new stays empty. Numbers are
// variable in length, places are counted from the one before, and a string that was written before is a number. A form is kept once for all values that
// have it.
package form

import (
	"crypto/sha256"
	"encoding"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// version is the way values are written; it goes up when that changes.
const version = 1

// ErrUnread is wrapped by what is wrong with written bytes.
var ErrUnread = errors.New("these bytes can't be read")

// kind says how a value is written.
type kind byte

const (
	whole  kind = 'i' // a number with a sign
	count  kind = 'u' // one without
	real   kind = 'f'
	truth  kind = 'b'
	words  kind = 's' // a string
	raw    kind = 'x' // bytes, or what writes itself as such
	place  kind = 'p' // two rising whole numbers, Start and End
	list   kind = 'l'
	maybe  kind = 'm' // a pointer
	record kind = 'r'
)

// shape is the written description of one type.
type shape struct {
	kind   kind
	of     *shape  // of a list or a pointer
	fields []field // of a record
	number int     // of a record, in its form
}

type field struct {
	name string
	is   *shape
}

// Form describes everything that is written under one name.
type Form struct {
	root    *shape
	written []byte
	name    string
}

// Name is short and tells one form from every other.
func (f *Form) Name() string { return f.name }

// Written is the form itself, for keeping; Parse reads it.
func (f *Form) Written() []byte { return f.written }

var (
	binaryWriter = reflect.TypeFor[encoding.BinaryMarshaler]()
	binaryReader = reflect.TypeFor[encoding.BinaryUnmarshaler]()
	forms        sync.Map // reflect.Type → *Form
)

// Of returns the form of a type's values. It panics on a type that has none: maps, interfaces, functions.
func Of(t reflect.Type) *Form {
	if f, ok := forms.Load(t); ok {
		return f.(*Form)
	}
	root := shapeOf(t, map[reflect.Type]*shape{})
	f := newForm(root)
	forms.Store(t, f)
	return f
}

func newForm(root *shape) *Form {
	f := &Form{root: root, written: describe(root)}
	sum := sha256.Sum256(f.written)
	f.name = hex.EncodeToString(sum[:6])
	return f
}

func shapeOf(t reflect.Type, seen map[reflect.Type]*shape) *shape {
	if s := seen[t]; s != nil {
		return s
	}
	if t.Implements(binaryWriter) && reflect.PointerTo(t).Implements(binaryReader) {
		return &shape{kind: raw}
	}
	switch t.Kind() {
	case reflect.Bool:
		return &shape{kind: truth}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &shape{kind: whole}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &shape{kind: count}
	case reflect.Float32, reflect.Float64:
		return &shape{kind: real}
	case reflect.String:
		return &shape{kind: words}
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return &shape{kind: raw}
		}
		s := &shape{kind: list}
		s.of = shapeOf(t.Elem(), seen)
		return s
	case reflect.Pointer:
		return &shape{kind: maybe, of: shapeOf(t.Elem(), seen)}
	case reflect.Struct:
		if isPlace(t) {
			return &shape{kind: place}
		}
		s := &shape{kind: record}
		seen[t] = s
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				s.fields = append(s.fields, field{f.Name, shapeOf(f.Type, seen)})
			}
		}
		return s
	}
	panic(fmt.Sprintf("form: %s has no written form", t))
}

func isPlace(t reflect.Type) bool {
	return t.NumField() == 2 && t.Field(0).Name == "Start" && t.Field(1).Name == "End" && t.Field(0).Type.Kind() == reflect.Int && t.Field(1).Type.Kind() == reflect.Int
}

// describe writes a shape; a record is written in full where it comes first.
func describe(root *shape) []byte {
	out := []byte{version}
	n := 0
	seen := map[*shape]bool{}
	var walk func(s *shape)
	walk = func(s *shape) {
		if s.kind == record && seen[s] {
			out = binary.AppendUvarint(append(out, '='), uint64(s.number))
			return
		}
		out = append(out, byte(s.kind))
		switch s.kind {
		case list, maybe:
			walk(s.of)
		case record:
			seen[s], s.number = true, n
			n++
			out = binary.AppendUvarint(out, uint64(len(s.fields)))
			for _, f := range s.fields {
				out = append(binary.AppendUvarint(out, uint64(len(f.name))), f.name...)
				walk(f.is)
			}
		}
	}
	walk(root)
	return out
}

// Parse reads a form that was written before, perhaps by another version of the program.
func Parse(written []byte) (*Form, error) {
	if len(written) == 0 || written[0] != version {
		return nil, fmt.Errorf("form: %w: written by another version", ErrUnread)
	}
	p := &parser{in: input{rest: written[1:]}}
	root := p.shape(0)
	if p.in.bad || len(p.in.rest) > 0 {
		return nil, fmt.Errorf("form: %w: not a form", ErrUnread)
	}
	return newForm(root), nil
}

type parser struct {
	in      input
	records []*shape
}

const deepest = 64 // shapes inside one another

func (p *parser) shape(depth int) *shape {
	if depth > deepest {
		p.in.bad = true
	}
	k := kind(p.in.byte())
	s := &shape{kind: k}
	switch k {
	case whole, count, real, truth, words, raw, place:
	case list, maybe:
		s.of = p.shape(depth + 1)
	case record:
		s.number = len(p.records)
		p.records = append(p.records, s)
		for range p.in.size() {
			if p.in.bad {
				break
			}
			name := string(p.in.bytes(p.in.size()))
			s.fields = append(s.fields, field{name, p.shape(depth + 1)})
		}
	case '=':
		n := p.in.uint()
		if p.in.bad || n >= uint64(len(p.records)) {
			p.in.bad = true
			return s
		}
		return p.records[n]
	default:
		p.in.bad = true
	}
	return s
}
