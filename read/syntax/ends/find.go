package ends

import (
	"encoding/binary"
	"sync"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/text"
)

// weights are 16-bit integers, little endian in the file.
var weights = sync.OnceValue(func() []int16 {
	w := make([]int16, 1<<Bits)
	for i := range len(en.SentenceEnds) / 2 {
		w[i] = int16(binary.LittleEndian.Uint16([]byte(en.SentenceEnds[2*i : 2*i+2])))
	}
	return w
})

// Find appends, for each sentence of a line, the index after its last word. cut tells for which of them length decided.
func Find(out []int, t text.Text, line []text.Span) []int {
	if len(line) == 0 {
		return out
	}
	model := weights()
	w := NewWalk(t, line)
	var f [Features]uint32
	for i := range line[:len(line)-1] {
		end := i+1-w.start >= Longest
		if !end && w.Possible(i) {
			w.Describe(i, &f)
			score := int32(0)
			for _, k := range f {
				score += int32(model[k])
			}
			end = score > 0
		}
		w.Step(i, end)
		if end {
			out = append(out, i+1)
		}
	}
	return append(out, len(line))
}
