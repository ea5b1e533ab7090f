package syntax

import (
	"math"
	"math/rand"
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// sizes of the layers. Those of matrix rows must be multiples of 32.
type sizes struct {
	embed, first, second, moves, labels int
	classes, relations                  int // how many there are; their outputs are padded
}

// relationWidth is the padded number of relations.
const relationWidth = net.RelationWidth

// width is the padded number of classes.
func (s sizes) width() int { return net.Width(s.classes) }

// network holds the parameters in training.
type network struct {
	sizes
	vocabulary map[uint32]int32 // row of a feature; unknown ones have row = kind
	keys       []uint32         // key of each row
	counts     []int            // how often each row occurred
	rows       *tensor.Adam
	w1, b1     *tensor.Adam // 3 embed × 6 first: of the word before, the word, the word after
	wt, bt     *tensor.Adam // 2 first × width
	wx         *tensor.Adam // embed × width
	w2, b2     *tensor.Adam // 3·2 first × 6 second, likewise
	ws         *tensor.Adam // 2 second × Slots·moves
	missing    *tensor.Adam // Slots × moves
	small      *tensor.Adam // RowCount × moves
	bs         *tensor.Adam // moves
	wm, bm     *tensor.Adam // Moves × moves (transposed), Moves
	wl, bl     *tensor.Adam // 2 second × 2 labels, labels
	wr, br     *tensor.Adam // labels × relationWidth
}

func (n *network) dense() []*tensor.Adam {
	return []*tensor.Adam{n.w1, n.b1, n.wt, n.bt, n.wx, n.w2, n.b2, n.ws, n.missing, n.small, n.bs, n.wm, n.bm, n.wl, n.bl, n.wr, n.br}
}

func newNetwork(s sizes, sentences []sentence, random *rand.Rand) *network {
	n := &network{sizes: s, vocabulary: map[uint32]int32{}}
	count := map[uint32]int{}
	kind := map[uint32]int{}
	for _, sentence := range sentences {
		for i := range sentence.forms {
			var keys [net.Kinds]uint32
			net.Keys(&sentence.forms[i], &keys)
			for k, key := range keys {
				count[key]++
				kind[key] = k
			}
		}
	}
	delete(count, 0)
	for key, c := range count {
		if c >= net.AtLeast[kind[key]] {
			n.keys = append(n.keys, key)
		}
	}
	sort.Slice(n.keys, func(i, j int) bool {
		a, b := n.keys[i], n.keys[j]
		if count[a] != count[b] {
			return count[a] > count[b]
		}
		return a < b
	})
	head := make([]uint32, net.Kinds+1, len(n.keys)+net.Kinds+1) // rows of the unknown, then of the root
	n.keys = append(head, n.keys...)
	for i, key := range n.keys {
		if i > net.Kinds {
			n.vocabulary[key] = int32(i)
		}
		n.counts = append(n.counts, count[key])
	}
	r := random.Float64
	n.rows = tensor.NewAdam(len(n.keys)*s.embed, 0.1, r)
	uniform := func(k, width int) *tensor.Adam {
		return tensor.NewAdam(k*width, math.Sqrt(3/float64(k)), r)
	}
	n.w1, n.b1 = uniform(3*s.embed, 6*s.first), tensor.NewAdam(6*s.first, 0, nil)
	n.wt, n.bt = uniform(2*s.first, s.width()), tensor.NewAdam(s.width(), 0, nil)
	n.wx = uniform(s.embed, s.width())
	n.w2, n.b2 = uniform(3*2*s.first, 6*s.second), tensor.NewAdam(6*s.second, 0, nil)
	n.ws = uniform(2*s.second, net.Slots*s.moves)
	n.missing = tensor.NewAdam(net.Slots*s.moves, 0.1, r)
	n.small = tensor.NewAdam(net.RowCount*s.moves, 0.1, r)
	n.bs = tensor.NewAdam(s.moves, 0, nil)
	n.wm, n.bm = uniform(s.moves, int(net.Moves)), tensor.NewAdam(int(net.Moves), 0, nil)
	n.wl, n.bl = uniform(2*s.second, 2*s.labels), tensor.NewAdam(s.labels, 0, nil)
	n.wr, n.br = uniform(s.labels, relationWidth), tensor.NewAdam(relationWidth, 0, nil)
	return n
}

// lookUp finds the rows of a sentence's words.
func (n *network) lookUp(s *sentence) {
	s.rows = make([][net.Kinds]int32, len(s.forms))
	for k := range s.forms {
		n.rowsOf(&s.forms[k], &s.rows[k])
	}
}

// rowsOf looks up the rows of a word.
func (n *network) rowsOf(f *forms.Form, out *[net.Kinds]int32) {
	var keys [net.Kinds]uint32
	net.Keys(f, &keys)
	for k, key := range keys {
		row, ok := n.vocabulary[key]
		if !ok {
			row = int32(k)
			if key == 0 {
				row = -1
			}
		}
		out[k] = row
	}
}
