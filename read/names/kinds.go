package names

import "sort"

// announced finds outlets by the word before their name, which the trained finder often takes for people or passes over: "the weekly Der Ferge",
// "the sports channel Arena Six", "Radio Odra". What it covers is one body from then on.
func (d *document) announced(chunks []chunk) []chunk {
	var found []chunk
	for i := 0; i+1 < len(d.words); i++ {
		from := i + 1
		switch w := &d.words[i]; {
		case w.is(loud) || !w.is(letters):
			continue
		case w.has(outletKind) && !w.is(upper) && w.sentence == d.words[from].sentence:
		case w.has(outletFirst) && w.is(upper) && w.sentence == d.words[from].sentence && !d.words[from].has(common|place|month):
			from = i
		default:
			continue
		}
		if to := d.titleRun(from); to > from && (from == i+1 || to > i+1) {
			found = append(found, chunk{from: from, to: to, title: from, kind: ORG, why: "word of an outlet before it", score: 0.92})
			i = to - 1
		}
	}
	if len(found) == 0 {
		return chunks
	}
	out := make([]chunk, 0, len(chunks)+len(found))
	f := 0
	for _, c := range chunks {
		for f < len(found) && found[f].to <= c.from {
			f++
		}
		if f == len(found) || c.to <= found[f].from {
			out = append(out, c)
			continue
		}
		o := &found[f]
		switch {
		case c.from < o.from || d.fullPerson(c): // part of a longer name, or "told the weekly Jane Roe was late"
			o.kind = ""
			out = append(out, c)
		case c.to > o.to && c.kind == ORG:
			o.to = c.to
		}
	}
	for _, o := range found {
		if o.kind != "" {
			out = append(out, o)
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].from < out[k].from })
	return out
}

// titleRun returns the end of the capital words from word i on, small joining words between them taken along.
func (d *document) titleRun(i int) int {
	to := i
	for k := i; k < len(d.words) && k < i+7 && d.words[k].sentence == d.words[i].sentence; k++ {
		w := &d.words[k]
		switch {
		case w.is(upper) && w.is(letters) && !w.has(month) && !(k > i && w.is(first)):
			to = k + 1
		case k == i || d.possessive(k):
			return to
		case w.is(digits) && !w.is(letters) && k == to && w.Len() <= 3 && d.words[k-1].has(outletFirst):
			to = k + 1
		case w.has(particle|inner) && !w.is(punct) && !d.lowerIs(k, "and", "to", "on", "for", "as", "at", "o"):
		default:
			return to
		}
	}
	return to
}

// fullPerson says whether a chunk is a person's full name with a given name the tables know, or one with a title.
func (d *document) fullPerson(c chunk) bool {
	return c.kind == PER && (c.title < c.from || c.to-c.from > 1 && d.words[c.from].has(given) && !d.words[c.from].has(outletFirst))
}
