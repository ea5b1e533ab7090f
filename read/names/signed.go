package names

import "sort"

// signed adds the names that letters begin and end with, on a line of their own, and those with the surname first between quotation marks:
//
//	Ilse,                    Kind regards,
//	the plan is attached.    Orban
//
//	"Marrow, Ilse" wrote
func (d *document) signed(chunks []chunk) []chunk {
	covered := make([]bool, len(d.words)+1)
	for _, c := range chunks {
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
	}
	found := len(chunks)
	for s := 0; s+1 < len(d.starts); s++ {
		from, to := d.starts[s], d.starts[s+1]
		if from < to && !covered[from] && d.signature(from, to) {
			chunks = append(chunks, chunk{from: from, to: from + 1, title: from, kind: PER, why: "name on a line of its own", score: 0.8})
			continue
		}
		for i := from; i+4 < to; i++ {
			if d.surnameFirst(i) {
				chunks = append(chunks, chunk{from: i + 1, to: i + 4, title: i + 1, kind: PER, why: "surname first, in quotation marks", score: 0.9})
				i += 4
			}
		}
	}
	if len(chunks) == found {
		return chunks
	}
	sort.SliceStable(chunks, func(i, j int) bool {
		if chunks[i].from != chunks[j].from {
			return chunks[i].from < chunks[j].from
		}
		return chunks[i].to > chunks[j].to
	})
	out := chunks[:0]
	for _, c := range chunks {
		if n := len(out); n > 0 && c.from < out[n-1].to {
			continue
		}
		out = append(out, c)
	}
	return out
}

// signature says whether a sentence is one name, or one with a comma behind it, which may then be no given name that the tables know.
func (d *document) signature(from, to int) bool {
	w := &d.words[from]
	if to-from > 2 || !w.is(upper) || !w.is(letters) || w.is(allUpper|digits) || w.Len() < 3 || w.has(place|norp|org|month|role|orgHead|direction) {
		return false
	}
	comma := to-from == 2 && d.glyph(from+1) == ","
	if to-from == 2 && !comma && d.glyph(from+1) != "-" && d.glyph(from+1) != "." {
		return false
	}
	if w.has(given) {
		return !w.has(common) || comma
	}
	return comma && !w.has(common) && !d.lower[w.hash]
}

// surnameFirst says whether a name with its surname first stands between the quotation mark at word i and another.
func (d *document) surnameFirst(i int) bool {
	mark := func(k int) bool {
		g := d.glyph(k)
		return g == "\"" || g == "“" || g == "”" || g == "``" || g == "''"
	}
	a, b := &d.words[i+1], &d.words[i+3]
	return mark(i) && mark(i+4) && d.glyph(i+2) == "," && a.is(upper) && b.is(upper) && b.has(given) && !a.has(place|norp|org|common)
}
