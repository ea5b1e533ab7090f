package names

import (
	"encoding/binary"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/hearsay-news/hearsay/read/names"
)

// total is the sum of the weights of several runs.
type total struct {
	index map[uint32]int32
	rows  [][names.Labels]float32
	moves table
}

func (t *total) add(a *learner) {
	t.rows = append(t.rows, make([][names.Labels]float32, len(a.rows)-len(t.rows))...)
	for i := range a.rows {
		for l := range a.rows[i] {
			t.rows[i][l] += a.rows[i][l].value
		}
	}
	for _, s := range steps {
		t.moves[s.from][s.to] += float64(a.moves[s.from][s.to].value)
	}
}

// least is the smallest weight that is kept: smaller ones fill bytes and change nothing.
const least = 2

// pack averages the runs and scales the weights to bytes, as names.Model reads them. A weight counts for less than while learning, when others were
// dropped beside it.
func (t *total) pack() []byte {
	out := make([]byte, 4)
	for _, moves := range t.moves {
		for _, w := range moves {
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(w/runs*names.Scale))))
		}
	}
	keys := slices.Sorted(maps.Keys(t.index))
	rows := uint32(0)
	for _, k := range keys {
		var pairs []byte
		for l, w := range t.rows[t.index[k]] {
			w := math.Round(float64(w) / runs * names.Scale * (100 - dropped) / 100)
			if w = max(-127, min(127, w)); w >= least || w <= -least {
				pairs = append(pairs, byte(l), byte(int8(w)))
			}
		}
		if len(pairs) == 0 {
			continue
		}
		rows++
		out = binary.LittleEndian.AppendUint32(out, k)
		out = append(out, byte(len(pairs)/2))
		out = append(out, pairs...)
	}
	binary.LittleEndian.PutUint32(out, rows)
	return out
}

// Train learns from every set and writes the model that is embedded.
func Train(data, out string) error {
	docs, err := LoadAll(data)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "names", "model.bin"), Learn(docs, nil), 0o644)
}
