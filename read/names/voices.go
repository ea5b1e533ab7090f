package names

// linkVoices gives "I" inside quotation marks to whoever speaks there. What is left of "I", "we" and "you" is one voice for each quotation, and one
// for the page itself.
func (l *linker) linkVoices() {
	speakers := l.speakers()
	type voice struct {
		speaker int
		block   int
		person  uint8
	}
	voices := map[voice]int{}
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.voice == 0 || l.caption(n) {
			continue
		}
		s := l.d.words[n.from].sentence
		speaker := -1
		v := voice{speaker: -1, block: -1, person: n.voice}
		if n.is(l.d, quoted) {
			if m := speakers[s]; m >= 0 {
				speaker = l.find(l.nouns[m].entity)
				v.speaker = speaker
			} else {
				v.block = l.d.blocks[s]
			}
		}
		if n.voice == 1 && speaker >= 0 && !l.holders[speaker].plural {
			l.join(i, speaker, "speaker of the quotation")
			l.holders[speaker].count++
			continue
		}
		h, ok := voices[v]
		if !ok {
			h = l.create(i)
			voices[v] = h
			n.why += "; voice of the page"
			if v.block >= 0 || v.speaker >= 0 {
				n.why = "pronoun; voice of the quotation"
			}
		} else {
			l.join(i, h, "same voice")
		}
		l.holders[l.find(h)].count++
	}
}

// speakers gives for each sentence the mention that speaks there: a person beside a verb of saying, outside quotation marks. A sentence that
// is all quotation goes on with the speaker before it in the same paragraph.
func (l *linker) speakers() []int {
	d := l.d
	out := make([]int, len(d.starts))
	for i := range out {
		out[i] = -1
	}
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.entity < 0 || n.kind != PER || n.voice != 0 || n.is(d, quoted) {
			continue
		}
		s := d.words[n.from].sentence
		from, to := d.sentenceOf(n.from)
		if out[s] < 0 && (d.speaks(n.to, to) || n.from > from && d.speaks(n.from-1, to) || n.title > from && d.speaks(n.title-1, to)) {
			out[s] = i
		}
	}
	for s := 1; s+1 < len(d.starts); s++ {
		if out[s] < 0 && out[s-1] >= 0 && d.blocks[s] == d.blocks[s-1] && d.starts[s] < d.starts[s+1] && d.mostlyQuoted(s) {
			out[s] = out[s-1]
		}
	}
	for s := len(d.starts) - 3; s >= 0; s-- { // the speaker may be named only at the end of the quotation
		if out[s] < 0 && out[s+1] >= 0 && d.blocks[s] == d.blocks[s+1] && d.mostlyQuoted(s) && d.words[d.starts[s+1]].is(quoted) {
			out[s] = out[s+1]
		}
	}
	return out
}

// mostlyQuoted says whether a sentence is nearly all quotation.
func (d *document) mostlyQuoted(s int) bool {
	in, all := 0, 0
	for i := d.starts[s]; i < d.starts[s+1]; i++ {
		if w := &d.words[i]; w.is(letters) {
			all++
			if w.is(quoted) {
				in++
			}
		}
	}
	return all > 0 && in*5 >= all*4
}
