package net

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// Sizes of the layers, as the model's file begins with them.
type Sizes struct {
	Rows, Embed, First, Second, Moves, Labels int
}

// Fixed point: how many bits stand behind the point.
const (
	RowBits    = 7                                 // rows of the table
	WeightBits = 10                                // weights
	SkipBits   = HiddenBits + WeightBits - RowBits // weights from the table past the first layer
	GateBits   = 14                                // gates and states
	HiddenBits = 10                                // outputs of the layers
	IndexBits  = 8                                 // indexes of the curves
	SlotBits   = 7                                 // what the words give to a decision
	ScoreBits  = HiddenBits + WeightBits           // scores of the classes
)

// Curve is the number of points of the curves of the gates, -8 to 8.
const Curve = 16 << IndexBits

// RelationWidth is the padded number of relations.
const RelationWidth = 64

// Width is the padded number of so many classes.
func Width(classes int) int { return (classes + width - 1) / width * width }

// Model is a network that was read. It does not change; every sentence brings its own Scratch.
type Model struct {
	Sizes
	Classes   []string // "NOUN NN"
	Relations []string
	root      uint8  // the relation of the root's word
	slots     []slot // the vocabulary: open addressing
	rows      []int8
	tanh      []int16
	sigmoid   []int16
	w1        matrix
	apart     [3]matrix // w1 for the word before, the word itself and the word behind; only without vector instructions
	b1        []int32
	wt, wx    matrix
	bt        []int32
	w2        matrix
	b2        []int32
	ws        matrix
	missing   []int16 // Slots × moves
	small     []int16 // RowCount × moves
	bs        []int16
	wm        []int16 // Moves × moves
	bm        []int32
	wl        matrix
	bl        []int16
	wr        matrix
	br        []int32
}

type slot struct {
	key uint32
	row int32
}

// Load reads a model's file.
func Load(file string) (*Model, error) {
	r := &reader{rest: file}
	m := &Model{}
	head, err := r.line()
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Sscanf(head, "net 2 rows %d embed %d first %d second %d moves %d labels %d", &m.Rows, &m.Embed, &m.First, &m.Second, &m.Moves, &m.Labels); err != nil {
		return nil, fmt.Errorf("not a network's file: %w", err)
	}
	for _, list := range []*[]string{&m.Classes, &m.Relations} {
		line, err := r.line()
		if err != nil {
			return nil, err
		}
		*list = strings.Split(line, "|")
	}
	m.root = uint8(slices.Index(m.Relations, "root"))
	keys := r.uint32s(m.Rows)
	rows := r.bytes(m.Rows * m.Embed)
	m.tanh, m.sigmoid = append(r.int16s(Curve), 0)[:Curve], append(r.int16s(Curve), 0)[:Curve] // a number behind the last: gate reads past it
	first := r.int16s(3 * m.Embed * 6 * m.First)
	m.w1, m.b1 = newWindow(first, m.Embed, 6*m.First), r.int32s(6*m.First)
	if !vectors && !r.short {
		for i := range m.apart {
			m.apart[i] = newMatrix(first[i*m.Embed*6*m.First:], m.Embed, 6*m.First)
		}
	}
	n := Width(len(m.Classes))
	m.wt, m.bt = newMatrix(r.int16s(2*m.First*n), 2*m.First, n), r.int32s(n)
	m.wx = newMatrix(r.int16s(m.Embed*n), m.Embed, n)
	m.w2, m.b2 = newWindow(r.int16s(3*2*m.First*6*m.Second), 2*m.First, 6*m.Second), r.int32s(6*m.Second)
	m.ws = newMatrix(r.int16s(2*m.Second*Slots*m.Moves), 2*m.Second, Slots*m.Moves)
	m.missing, m.small, m.bs = r.int16s(Slots*m.Moves), r.int16s(RowCount*m.Moves), r.int16s(m.Moves)
	m.wm, m.bm = r.int16s(int(Moves)*m.Moves), r.int32s(int(Moves))
	m.wl, m.bl = newMatrix(r.int16s(2*m.Second*2*m.Labels), 2*m.Second, 2*m.Labels), r.int16s(m.Labels)
	m.wr, m.br = newMatrix(r.int16s(m.Labels*RelationWidth), m.Labels, RelationWidth), r.int32s(RelationWidth)
	if r.short || r.rest != "" {
		return nil, fmt.Errorf("the network's file has the wrong length")
	}
	m.rows = make([]int8, len(rows))
	for i := range m.rows {
		m.rows[i] = int8(rows[i])
	}
	m.index(keys)
	return m, nil
}

// index builds the vocabulary, half full at most.
func (m *Model) index(keys []uint32) {
	size := 1
	for size < 2*len(keys) {
		size *= 2
	}
	m.slots = make([]slot, size)
	for row := Kinds + 1; row < len(keys); row++ {
		at := keys[row] & uint32(size-1)
		for m.slots[at].row != 0 {
			at = (at + 1) & uint32(size-1)
		}
		m.slots[at] = slot{keys[row], int32(row)}
	}
}

// row finds a feature's row; unknown features of a kind share one.
func (m *Model) row(kind int, key uint32) int {
	mask := uint32(len(m.slots) - 1)
	for at := key & mask; ; at = (at + 1) & mask {
		s := m.slots[at]
		if s.row == 0 {
			return kind
		}
		if s.key == key {
			return int(s.row)
		}
	}
}

type reader struct {
	rest  string
	short bool
}

func (r *reader) line() (string, error) {
	line, rest, ok := strings.Cut(r.rest, "\n")
	if !ok {
		return "", fmt.Errorf("the network's file is cut off")
	}
	r.rest = rest
	return line, nil
}

func (r *reader) bytes(n int) string {
	if n > len(r.rest) || n < 0 {
		r.short = true
		r.rest = ""
		return strings.Repeat("\x00", max(0, min(n, 1<<24)))
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *reader) int16s(n int) []int16 {
	b := []byte(r.bytes(2 * n))
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return out
}

func (r *reader) int32s(n int) []int32 {
	b := []byte(r.bytes(4 * n))
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (r *reader) uint32s(n int) []uint32 {
	out := make([]uint32, n)
	for i, v := range r.int32s(n) {
		out[i] = uint32(v)
	}
	return out
}
