package names

import (
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// example is a document ready for learning: for each word the labels that count as right.
type example struct {
	*names.Labeller
	gold     []names.Choice
	features [][]int32 // the rows of each word's features
}

// number gives each feature of the document a row.
func (e *example) number(index map[uint32]int32) {
	e.features = make([][]int32, e.Len())
	var buf [names.MaxFeatures]uint32
	for i := range e.features {
		if e.Choice(i) == names.Of(names.Outside) && e.gold[i].Has(names.Outside) {
			continue
		}
		e.features[i] = rowsOf(index, e.Features(i, buf[:0]))
	}
}

// rowsOf gives the rows of some features; new ones get the next.
func rowsOf(index map[uint32]int32, features []uint32) []int32 {
	rows := make([]int32, len(features))
	for i, f := range features {
		r, ok := index[f]
		if !ok {
			r = int32(len(index))
			index[f] = r
		}
		rows[i] = r
	}
	return rows
}

// prepare lines the gold names up with the words. Nationalities get a label of their own wherever the tables know them, as the sets disagree
// about them.
func prepare(d *Document) example {
	l := names.NewLabeller(en.Language, d.Text, d.Blocks, d.Sentences)
	e := example{Labeller: l, gold: make([]names.Choice, l.Len())}
	none := names.Of(names.Outside)
	if d.NoMisc { // what is unmarked may be a name of another type
		for part := names.Begin; part <= names.Unit; part++ {
			none |= names.Of(names.LabelOf(names.MISC, part))
		}
	}
	for i := range e.gold {
		e.gold[i] = none
	}
	from, to := 0, 0
	for _, g := range d.Gold {
		if from, to = e.words(g.Span, to); from == to {
			continue // cut otherwise
		}
		for k := from; k < to; k++ {
			part := names.PartOf(k, from, to)
			e.gold[k] = names.Of(names.LabelOf(names.Type(g.Type), part))
			if g.Also != "" {
				e.gold[k] |= names.Of(names.LabelOf(names.Type(g.Also), part))
			}
		}
	}
	for i, gold := range e.gold {
		if l.Nation(i) && (gold == none || gold == names.Of(names.LabelOf(names.MISC, names.Unit))) {
			e.gold[i] = names.Of(names.LabelOf(names.NORP, names.Unit))
		}
	}
	return e
}

// words finds the words that a place consists of, all in one sentence, from word at on; none when it begins or ends inside a word.
func (e *example) words(place text.Span, at int) (from, to int) {
	for at < e.Len() && e.Word(at).Start < place.Start {
		at++
	}
	from = at
	for at < e.Len() && e.Word(at).End <= place.End && (at == from || !e.Opens(at)) {
		at++
	}
	if from == at || e.Word(from).Start != place.Start || e.Word(at-1).End != place.End {
		return at, at
	}
	return from, at
}
