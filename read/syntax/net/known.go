package net

// known keeps what the first layer makes of words that came already: it sees a word, its neighbour before and its neighbour behind each by itself, so
// that what "the" gives to a sum is always the same. Without vector instructions that saves most of the layer's multiplications.
type known struct {
	of     *Model
	at     map[[Kinds]uint32]int32 // from what a word looks like to its place in sums
	sums   []int32                 // for each kept word: what it gives to the word behind it, to itself, to the word before it
	places []int32                 // of the words of this sentence
	fresh  []int32                 // those that were never seen
	x      []int16
	y      []int32
}

// rootKeys are what the root behind the words looks like: no word does.
var rootKeys = func() (keys [Kinds]uint32) {
	for i := range keys {
		keys[i] = 1<<32 - 1
	}
	return keys
}()

// mostKnown bounds how many words are kept: 7 KB each.
const mostKnown = 768

// begin prepares for a sentence of n words.
func (k *known) begin(m *Model, n int) {
	if k.of != m || len(k.at)+n > mostKnown {
		k.of, k.at, k.sums = m, map[[Kinds]uint32]int32{}, k.sums[:0]
	}
	k.places, k.fresh = k.places[:0], k.fresh[:0]
}

// ask looks a word up; one that was never seen gets a place.
func (k *known) ask(t int, keys [Kinds]uint32) {
	place, ok := k.at[keys]
	if !ok {
		place = int32(len(k.at))
		k.at[keys] = place
		k.fresh = append(k.fresh, int32(t))
	}
	k.places = append(k.places, place)
}

// add multiplies the rows of fresh words and adds to each word's sums what it and its neighbours give.
func (k *known) add(m *Model, g []int32, x []int16) {
	n, width := len(k.places), m.apart[0].n
	if len(k.fresh) > 0 {
		k.x = room(k.x, len(k.fresh), m.Embed)
		for i, t := range k.fresh {
			copy(k.x[i*m.Embed:][:m.Embed], x[int(t)*m.Embed:][:m.Embed])
		}
		from := len(k.sums)
		k.sums = append(k.sums, make([]int32, len(k.fresh)*3*width)...)
		for part := range m.apart {
			k.y = room(k.y, len(k.fresh), width)
			clear(k.y)
			m.apart[part].mul(k.y, k.x, len(k.fresh))
			for i := range k.fresh {
				copy(k.sums[from+(i*3+part)*width:][:width], k.y[i*width:])
			}
		}
	}
	for t, place := range k.places {
		sums := k.sums[int(place)*3*width:][:3*width]
		if t+1 < n {
			plus(g[(t+1)*width:][:width], sums[:width])
		}
		plus(g[t*width:][:width], sums[width:2*width])
		if t > 0 {
			plus(g[(t-1)*width:][:width], sums[2*width:])
		}
	}
}

func plus(y, x []int32) {
	x = x[:len(y)]
	for i, v := range x {
		y[i] += v
	}
}
