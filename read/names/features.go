package names

// MaxFeatures is how many features a word has at most.
const MaxFeatures = 64

// Features appends what is known of word i, each feature as a number of 32 bits; Remembered adds the rest.
func (l *Labeller) Features(i int, out []uint32) []uint32 {
	d := l.d
	w := &d.words[i]
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
	put := func(template int, values ...uint64) { out = append(out, feature(template, values...)) }
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
	put(47, seen, s[2])
	put(48, h[1], s[2], s[3])
	put(49, h[3], s[2])
	put(50, h[1], h[3])
	put(51, u[3], u[4], s[2])
	put(52, r[2], r[3])
	put(35, h[0], h[1])
	put(36, h[3], h[4])
	put(37, r[0], h[1]) // in a list, the name before
	put(38, r[4], h[3])
	put(39, g[0], h[1])
	if p := uint64(l.spelt[i]); p != 0 {
		put(61, p)
		put(62, p, r[2])
	}
	if stop := l.stops[i]; stop >= 0 {
		end := &d.words[stop]
		left := uint64(min(stop-i, 6))
		kind := uint64(end.bits & (orgHead | eventHead | locHead | gpeHead | workHead | given | surname | known))
		put(53, end.hash)
		put(54, kind, left)
		put(55, kind, h[2])
		put(56, end.hash, h[2])
		put(57, kind, s[2])
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
		put(59, uint64(behind), uint64(at), s[2])
		put(60, uint64(behind), uint64(at), left, kind)
	}
	return out
}

// Remembered appends what the labels given before on the page say of word i.
func (l *Labeller) Remembered(i int, out []uint32) []uint32 {
	w := &l.d.words[i]
	memory := uint64(l.memory[w.hash])
	return append(out, feature(44, memory), feature(45, memory, w.outline()+1))
}

// feature makes a number of a template and what fills it.
func feature(template int, values ...uint64) uint32 {
	x := uint64(template)*0x9e3779b97f4a7c15 + 1
	for _, v := range values {
		x = (x ^ v) * 0xff51afd7ed558ccd
		x ^= x >> 32
	}
	return uint32(x ^ x>>29)
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
