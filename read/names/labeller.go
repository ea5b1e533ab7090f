package names

import (
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Labeller describes the words of one page for the trained finder, in text order: what it remembers are the labels given before.
type Labeller struct {
	d      *document
	labels []Label
	rules  []Label           // what the rules would say
	sure   []uint8           // how the rules came to it
	gaz    []uint8           // longest phrase of the tables: type and part
	memory map[uint64]uint16 // capital word → labels it was given last
	spelt  []uint8           // place in a name that its acronym spells: begin, inside, last, the acronym
	stops  []int             // last word of the stretch of capital and joining words that holds the word; -1 for none
	chunks []chunk
}

// NewLabeller prepares a page.
func NewLabeller(from *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence) *Labeller {
	return newLabeller(newDocument(from, t, blocks, sentences))
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
			l.rules[k] = LabelOf(kind, PartOf(k, c.from, c.to))
			l.sure[k] = uint8(c.score * 20)
		}
	}
	l.stops = d.stretches()
	l.spelt = make([]uint8, len(d.words))
	for _, s := range d.spellings() {
		for k := s.from; k < s.to; k++ {
			l.spelt[k] = 2
			if l.stops[k] < 0 {
				l.stops[k] = s.to - 1
			}
		}
		l.spelt[s.from], l.spelt[s.to-1], l.spelt[s.short] = 1, 3, 4
	}
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

// Opens says whether word i is the first of its sentence.
func (l *Labeller) Opens(i int) bool {
	return i == 0 || l.d.words[i-1].sentence != l.d.words[i].sentence
}

// Choice says which labels a word may have. Most words can only be outside of names: no capital, no word of the tables, no name that they could
// belong to.
func (l *Labeller) Choice(i int) Choice {
	w := &l.d.words[i]
	switch {
	case w.is(upper|innerCap|digits) || l.rules[i] != Outside || l.gaz[i] != 0 && !w.has(common):
		return Any
	case l.stops[i] >= 0:
		return Any
	case !l.Opens(i) && l.d.words[i-1].is(upper) && w.is(letters):
		return tail
	}
	return Of(Outside)
}

// Stretch finds the next words from word i on that may hold names, half-open, with the plain word behind them if their sentence goes on.
func (l *Labeller) Stretch(i int) (from, to int) {
	for i < l.Len() && l.Choice(i) == Of(Outside) {
		i++
	}
	from = i
	for i < l.Len() && (i == from || !l.Opens(i)) {
		i++
		if l.Choice(i-1) == Of(Outside) {
			break
		}
	}
	return from, i
}

// tail are the labels of a word in small letters behind a name.
var tail = func() Choice {
	c := Of(Outside)
	for _, t := range Types {
		c |= Of(LabelOf(t, Inside), LabelOf(t, Last))
	}
	return c
}()

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
