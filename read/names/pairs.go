package names

// pairs tells which chunks are two of the page's people joined by a hyphen, and nobody's name: "the Teke-Brand talks".
func (d *document) pairs(chunks []chunk) map[int]bool {
	heads := map[uint64]bool{} // last words of people's names that stand alone or after a given name
	for i := range chunks {
		if c := &chunks[i]; c.kind == PER && d.hyphen(c) < 0 {
			heads[d.words[c.to-1].hash] = true
		}
	}
	var out map[int]bool
	for i := range chunks {
		c := &chunks[i]
		at := d.hyphen(c)
		if c.kind != PER || at < 0 || at != c.from+1 || at+2 != c.to || !heads[d.words[at-1].hash] && !heads[d.words[at+1].hash] {
			continue
		}
		if both := heads[d.words[at-1].hash] && heads[d.words[at+1].hash]; !both && !d.asModifier(c) {
			continue
		}
		if out == nil {
			out = map[int]bool{}
		}
		out[i] = true
	}
	return out
}

// hyphen is the place of a hyphen between two words of a name without a space, -1 for none.
func (d *document) hyphen(c *chunk) int {
	for k := c.from + 1; k+1 < c.to; k++ {
		if d.glyph(k) == "-" && d.words[k-1].End == d.words[k].Start && d.words[k].End == d.words[k+1].Start {
			return k
		}
	}
	return -1
}

// asModifier says whether a name stands between an article and a noun in small letters: the Teke-Brand | talks.
func (d *document) asModifier(c *chunk) bool {
	return c.from > 0 && d.lowerIs(c.from-1, "the", "a") && c.to < len(d.words) && d.words[c.to].is(letters) && !d.words[c.to].is(upper)
}
