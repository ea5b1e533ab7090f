package ends

import (
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/text"
)

// Model is the two models of a language, and what describes words to them.
type Model struct {
	linear  []int16
	network *net.Model
	looks   Looks
}

// Looks is what a language says about single words.
type Looks struct {
	Words   *words.Tables
	Lexicon forms.Lexicon
}

// LooksOf returns the looks of a language.
func LooksOf(l *lang.Language) Looks { return Looks{words.Of(l), forms.LexiconOf(l)} }

// A file that does not load is a fault of the build: a test reads it.
var models = lang.Compile(func(l *lang.Language) *Model {
	m := &Model{linear: make([]int16, 1<<Bits), looks: LooksOf(l)}
	for i := range len(l.Syntax.SentenceEnds) / 2 {
		m.linear[i] = int16(binary.LittleEndian.Uint16([]byte(l.Syntax.SentenceEnds[2*i : 2*i+2])))
	}
	var err error
	if m.network, err = net.Load(l.Syntax.SentenceEndsNet); err != nil {
		panic(fmt.Sprintf("ends-net.bin of %s: %v", l.Tag, err))
	}
	return m
})

// Of returns the models of a language.
func Of(l *lang.Language) *Model { return models.Of(l) }

// Classes are what the network calls words: within a sentence, or its last.
var Classes = []string{"in", "end"}

// desk is what one goroutine needs to read a line with the network.
type desk struct {
	net.Scratch
	forms []forms.Form
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// WeightBits is how many bits of a weight of the linear model stand behind the point. Its score counts a third of the network's.
const (
	WeightBits = 11
	share      = 3
)

// Find appends, for each sentence of a line, the index after its last word.
func (m *Model) Find(out []int, t text.Text, line []text.Span) []int {
	if len(line) == 0 {
		return out
	}
	d := desks.Get().(*desk)
	defer desks.Put(d)
	var scores []int32
	width, from := 0, 0 // the network reads the line in pieces of at most Longest words; this is where the piece at hand begins
	w := NewWalk(m.looks.Words, t, line)
	var f [Features]uint32
	for i := range line[:len(line)-1] {
		end := i+1-w.start >= Longest
		if !end && w.Possible(i) {
			if scores == nil || i >= from+Longest {
				from = i / Longest * Longest
				d.forms = m.looks.Forms(d.forms[:0], t, line[from:min(from+Longest, len(line))])
				scores, width = m.network.Scores(&d.Scratch, d.forms)
			}
			w.Describe(i, &f)
			sum := int32(0)
			for _, k := range f {
				sum += int32(m.linear[k])
			}
			here := scores[(i-from)*width:]
			end = int64(sum)<<(net.ScoreBits-WeightBits)/share+int64(here[1])-int64(here[0]) > 0
		}
		w.Step(i, end)
		if end {
			out = append(out, i+1)
		}
	}
	return append(out, len(line))
}

// Forms describes the words of a line for the network: their looks, and in the place of the longest prefix and suffix what tells ends from
// abbreviations: white space around a word, the kind of abbreviation, open quotation marks.
func (looks Looks) Forms(out []forms.Form, t text.Text, line []text.Span) []forms.Form {
	open := 0
	for i, w := range line {
		word := string(t[w.Start:w.End])
		f := looks.Lexicon.Of(word)
		var before, after uint32
		if i > 0 && line[i-1].End < w.Start {
			before = 1
		}
		if i+1 < len(line) && line[i+1].Start > w.End {
			after = 1
		}
		open = quotesAfter(open, word)
		f.Suffix[3] = forms.Hash(20, f.Shape, before, after)
		f.Prefix[2] = forms.Hash(21, abbreviated(looks.Words, word), uint32(open))
		out = append(out, f)
	}
	return out
}
