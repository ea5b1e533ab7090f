package names

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Label is what the trained finder says of one word: outside of names, or beginning, inside, last or unit of a name of one type (BILOU).
type Label uint8

// Outside is the label of words that belong to no name. The others are 1 + 4*type + part.
const Outside Label = 0

// The parts of a name a label can stand for.
const (
	Begin = iota
	Inside
	Last
	Unit
)

// Types are the types the trained finder tells apart; the tables split places and works further.
var Types = [...]Type{PER, ORG, LOC, NORP, MISC}

// Labels is how many labels there are.
const Labels = 1 + 4*len(Types)

// LabelOf makes a label of a type and a part.
func LabelOf(kind Type, part int) Label {
	for i, t := range Types {
		if t == kind {
			return Label(1 + 4*i + part)
		}
	}
	return Outside
}

func (l Label) part() int { return int(l-1) & 3 }
func (l Label) kind() int { return int(l-1) >> 2 }

// Follows says whether a label may stand behind another; last is true for the last word of a sentence.
func Follows(prev, l Label, last bool) bool {
	open := prev != Outside && (prev.part() == Begin || prev.part() == Inside)
	if open != (l != Outside && (l.part() == Inside || l.part() == Last)) {
		return false
	}
	if open && prev.kind() != l.kind() {
		return false
	}
	return !(last && l != Outside && (l.part() == Begin || l.part() == Inside))
}

// Labeller describes the words of one page for the trained finder, in text order: each word's features take in the labels before it.
type Labeller struct {
	d      *document
	labels []Label
	rules  []Label           // what the rules would say
	sure   []uint8           // how the rules came to it
	gaz    []uint8           // longest phrase of the tables: type and part
	memory map[uint64]uint16 // capital word → labels it was given last
	stops  []int             // last word of the stretch of capital and joining words that holds the word; -1 for none
	chunks []chunk
}

// NewLabeller prepares a page.
func NewLabeller(t text.Text, blocks []page.Block, sentences []syntax.Sentence) *Labeller {
	return newLabeller(newDocument(t, blocks, sentences))
}

func newLabeller(d *document) *Labeller {
	l := &Labeller{d: d, labels: make([]Label, len(d.words)), rules: make([]Label, len(d.words)), sure: make([]uint8, len(d.words)),
		gaz: make([]uint8, len(d.words)), memory: map[uint64]uint16{}}
	l.chunks = d.agree(d.scan())
	for _, c := range l.chunks {
		kind := c.kind
		switch kind {
		case GPE:
			kind = LOC
		case EVENT, WORK:
			kind = MISC
		}
		for k := c.from; k < c.to; k++ {
			part := Inside
			switch {
			case c.to-c.from == 1:
				part = Unit
			case k == c.from:
				part = Begin
			case k == c.to-1:
				part = Last
			}
			l.rules[k] = LabelOf(kind, part)
			l.sure[k] = uint8(c.score * 20)
		}
	}
	l.stops = d.stretches()
	for s := 0; s+1 < len(d.starts); s++ {
		for i, to := d.starts[s], d.starts[s+1]; i < to; {
			if d.words[i].bits&(known|longer) == 0 {
				i++
				continue
			}
			end, b := d.phrase(i, to, known)
			if end == i {
				i++
				continue
			}
			mark := uint8(1)
			switch kindOf(b) {
			case GPE:
				mark = 2
			case NORP:
				mark = 3
			case LOC:
				mark = 4
			case EVENT:
				mark = 5
			}
			for k := i; k < end; k++ {
				l.gaz[k] = mark<<1 | 1
				if k == i {
					l.gaz[k] = mark << 1
				}
				if end-i > 1 {
					l.gaz[k] |= 64
				}
			}
			i = end
		}
	}
	return l
}

// Len is the number of words.
func (l *Labeller) Len() int { return len(l.labels) }

// Word is the place of word i.
func (l *Labeller) Word(i int) text.Span { return l.d.words[i].Span }

// Ends says whether word i is the last of its sentence.
func (l *Labeller) Ends(i int) bool {
	return i+1 == len(l.d.words) || l.d.words[i+1].sentence != l.d.words[i].sentence
}

// Before is the label of the word before i in its sentence.
func (l *Labeller) Before(i int) Label {
	if i == 0 || l.d.words[i-1].sentence != l.d.words[i].sentence {
		return Outside
	}
	return l.labels[i-1]
}

// Plain says that a word can only be outside of names, so that it needs no scoring: no capital, no word of the tables, no open name before it.
func (l *Labeller) Plain(i int) bool {
	w := &l.d.words[i]
	prev := l.Before(i)
	if w.is(upper|innerCap|digits) || l.rules[i] != Outside || prev != Outside && (prev.part() == Begin || prev.part() == Inside) {
		return false
	}
	return l.gaz[i] == 0 || w.has(common)
}

// Nation says whether the tables hold the word as a nationality, faith or political colour.
func (l *Labeller) Nation(i int) bool { return l.gaz[i]>>1&31 == 3 && l.gaz[i]&64 == 0 }

// Set gives word i its label.
func (l *Labeller) Set(i int, label Label) {
	l.labels[i] = label
	if w := &l.d.words[i]; w.is(upper) && w.is(letters) && w.Len() > 1 {
		m := l.memory[w.hash]
		if label == Outside {
			l.memory[w.hash] = m&^0xff | 1
		} else {
			l.memory[w.hash] = m&0xff | (uint16(label.kind())+1)<<8
		}
	}
}

// Reset forgets all labels.
func (l *Labeller) Reset() {
	clear(l.labels)
	clear(l.memory)
}

// MaxFeatures is how many features a word has at most.
const MaxFeatures = 64

// Features appends what is known of word i, each feature as a number of 32 bits.
func (l *Labeller) Features(i int, out []uint32) []uint32 {
	d := l.d
	w := &d.words[i]
	prev := uint64(l.Before(i))
	prev2 := uint64(0)
	if i > 1 && d.words[i-2].sentence == w.sentence {
		prev2 = uint64(l.labels[i-2])
	}
	var h, s, g, u, r [5]uint64
	for k := -2; k <= 2; k++ {
		j := i + k
		if j < 0 || j >= len(d.words) || d.words[j].sentence != w.sentence {
			h[k+2] = uint64(k + 7)
			continue
		}
		x := &d.words[j]
		h[k+2] = x.hash
		s[k+2] = x.outline() + 1
		g[k+2] = uint64(x.bits&^longer)&0x3fffffff | uint64(l.gaz[j])<<32 | 1<<40
		u[k+2] = uint64(x.upos) + 1
		r[k+2] = uint64(l.rules[j]) + 1
	}
	put := func(template int, values ...uint64) {
		x := uint64(template)*0x9e3779b97f4a7c15 + 1
		for _, v := range values {
			x = (x ^ v) * 0xff51afd7ed558ccd
			x ^= x >> 32
		}
		out = append(out, uint32(x^x>>29))
	}
	memory := uint64(l.memory[w.hash])
	seen := uint64(min(d.midCap[w.hash], 3))
	if d.lower[w.hash] {
		seen |= 4
	}
	put(0)
	put(1, h[2])
	put(2, h[1])
	put(3, h[3])
	put(4, h[0])
	put(5, h[4])
	put(6, h[1], h[2])
	put(7, h[2], h[3])
	put(8, s[2])
	put(9, s[1], s[2])
	put(10, s[2], s[3])
	put(11, s[1], s[2], s[3])
	word := string(d.text[w.Start:w.End])
	if n := len(word); n > 2 {
		put(12, hashOf(word[n-2:]))
		put(13, hashOf(word[:2]))
		if n > 3 {
			put(14, hashOf(word[n-3:]))
			put(15, hashOf(word[:3]))
		}
		if n > 4 {
			put(16, hashOf(word[n-4:]), s[2])
			put(17, hashOf(word[:4]))
		}
	}
	put(18, u[2], s[2])
	put(19, u[1], u[2])
	put(20, u[2], u[3])
	put(21, u[1], u[2], u[3])
	put(22, g[2])
	put(23, g[1], g[2])
	put(24, g[2], g[3])
	put(25, g[1])
	put(26, g[3])
	put(27, g[2], s[2])
	put(28, uint64(l.gaz[i]), s[2])
	put(29, r[2])
	put(30, r[1], r[2])
	put(31, r[2], r[3])
	put(32, r[2], s[2])
	put(33, r[2], h[2])
	put(34, r[2], uint64(l.sure[i]))
	put(35, prev)
	put(36, prev, h[2])
	put(37, prev, s[2])
	put(38, prev, prev2)
	put(39, prev, r[2])
	put(40, prev, u[2])
	put(41, prev, g[2])
	put(42, prev, h[1])
	put(43, prev, h[3])
	put(44, memory)
	put(45, memory, s[2])
	put(46, memory, prev)
	put(47, seen, s[2])
	put(48, h[1], s[2], s[3])
	put(49, h[3], s[2])
	put(50, h[1], h[3])
	put(51, u[3], u[4], s[2])
	put(52, r[2], r[3], prev)
	if stop := l.stops[i]; stop >= 0 {
		end := &d.words[stop]
		left := uint64(min(stop-i, 6))
		kind := uint64(end.bits & (orgHead | eventHead | locHead | gpeHead | workHead | given | surname | known))
		put(53, end.hash)
		put(54, kind, left, prev)
		put(55, kind, h[2])
		put(56, end.hash, h[2])
		put(57, kind, s[2], prev)
		if stop+1 < len(d.words) {
			put(58, d.words[stop+1].hash, uint64(min(left, 2)))
		}
		behind, at := bits(0), 0
		for k := stop + 1; k < len(d.words) && k < stop+4 && d.words[k].is(letters) && !d.words[k].is(upper); k++ {
			if b := d.words[k].bits & (eventHead | orgHead | locHead | gpeHead | workHead); b != 0 && d.words[k].bits&inner == 0 {
				behind, at = b, k-stop
				break
			}
		}
		put(59, uint64(behind), uint64(at), s[2], prev)
		put(60, uint64(behind), uint64(at), left, kind)
	}
	return out
}

// stretches finds for each word the end of the stretch it stands in: capital words, and joining words between them.
func (d *document) stretches() []int {
	stops := make([]int, len(d.words))
	for i := range stops {
		stops[i] = -1
	}
	for s := 0; s+1 < len(d.starts); s++ {
		for i, to := d.starts[s], d.starts[s+1]; i < to; {
			if !d.words[i].is(upper | digits) {
				i++
				continue
			}
			last := i
			for k := i + 1; k < to && k-last <= 3; k++ {
				w := &d.words[k]
				if w.is(upper) && w.is(letters) {
					last = k
					continue
				}
				if w.has(inner|particle) || w.is(punct) && (d.glyph(k) == "-" || d.glyph(k) == "&" || d.possessive(k) || d.glyph(k) == "–") {
					continue
				}
				break
			}
			for k := i; k <= last; k++ {
				stops[k] = last
			}
			i = last + 1
		}
	}
	return stops
}

// outline is the word's form in a few bits: capitals, digits, marks, place in the sentence.
func (w *word) outline() uint64 {
	o := uint64(w.shape & (upper | allUpper | letters | digits | punct | first | loud | innerCap | shouting))
	return o<<2 | uint64(min(w.Len(), 7)>>1)
}
