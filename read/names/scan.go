package names

// chunk is a name candidate: words from to to (half-open) with a type.
type chunk struct {
	from, to int
	kind     Type
	title    int // first word of the titles right before it; from when there are none
	shown    bits
	why      string
	score    float64
}

// scan finds names by capitals, tables and the words beside them, in text order.
func (d *document) scan() []chunk {
	var out []chunk
	declared := d.spellings()
	for s := 0; s+1 < len(d.starts); s++ {
		from, to := d.starts[s], d.starts[s+1]
		for i := from; i < to; {
			if end := d.vote(i, to); end > i {
				out = append(out, chunk{from: i, to: end, title: i, kind: EVENT, why: "year, place and vote", score: 0.95})
				i = end
				continue
			}
			for len(declared) > 0 && declared[0].from < i {
				declared = declared[1:]
			}
			if len(declared) > 0 && declared[0].from == i {
				out = append(out, d.spelledOut(declared[0], to))
				i = declared[0].to
				continue
			}
			if !d.opens(i, to) {
				i++
				continue
			}
			end := d.run(i, to)
			out = d.split(out, i, end, to)
			i = end
		}
	}
	return out
}

// spelledOut is the name that an acronym spells, a body unless its words say otherwise.
func (d *document) spelledOut(s spelled, limit int) chunk {
	c := chunk{from: s.from, to: s.to, title: s.from, kind: ORG, why: "spelled by its acronym", score: 0.94}
	if end, kind, _, score := d.piece(s.from, s.to, limit, false); end == s.to && kind != PER && kind != MISC && score >= 0.8 {
		c.kind = kind
	}
	return c
}

// vote returns the end of the name of a vote or war that opens with its year: "1974 Elland general election", "2009 Sel War"; i where none does.
func (d *document) vote(i, limit int) int {
	k := i
	if d.words[k].has(month) && k+1 < limit {
		k++
	}
	if w := &d.words[k]; w.Len() != 4 || !w.is(digits) || w.is(letters) {
		return i
	}
	places := 0
	for k++; k < limit && k < i+12; k++ {
		w := &d.words[k]
		switch {
		case d.lowerIs(k, "election", "elections", "referendum", "by-election"):
			if places > 0 {
				return k + 1
			}
			return i
		case w.is(upper) && w.is(letters):
			places++
		case d.lowerIs(k, "general", "presidential", "federal", "state", "legislative", "parliamentary", "local", "municipal", "regional", "provincial", "gubernatorial", "mayoral",
			"constitutional", "by", "of", "the", "leadership", "primary", "-", "'s", "independence", "and"):
		default:
			return i
		}
	}
	return i
}

// opens says whether a name can begin at word i.
func (d *document) opens(i, limit int) bool {
	if d.arabicArticle(i, limit) || d.nameWord(i, limit) {
		return true
	}
	w := &d.words[i]
	if !w.is(upper) && w.has(particle) && w.Len() >= 3 && i+1 < limit {
		next := i + 1
		for next < limit && !d.words[next].is(upper) && d.words[next].has(particle) && next < i+3 {
			next++
		}
		return next < limit && d.words[next].is(upper) && !d.words[next].has(month) && d.lowerIs(i, "bin", "ibn", "bint", "van", "von", "ter", "abu", "della")
	}
	return false
}

// run returns where the stretch of name words that begins at i ends.
func (d *document) run(i, limit int) int {
	j := i
	if d.arabicArticle(j, limit) {
		j += 2
	}
	for !d.words[j].is(upper) && j+1 < limit && d.words[j].has(particle) {
		j++
	}
	for j++; j < limit && j-i < longest; {
		if next := d.joins(i, j, limit); next > j {
			j = next
			continue
		}
		break
	}
	return j
}

// longest is how many words a name has at most.
const longest = 24

// capitals returns the end of the capital words from i on, six at most: what a joining word leads to, without joining further.
func (d *document) capitals(i, limit int) int {
	end := i + 1
	for end < limit && end < i+6 && d.words[end].is(upper) && d.words[end].is(letters) && !d.words[end].has(month) {
		end++
	}
	return end
}

// joins says how far a name that stands at words i to j goes on: past one more word, or past joining words and the word after them.
func (d *document) joins(i, j, limit int) int {
	w := &d.words[j]
	if d.arabicArticle(j, limit) {
		return j + 3
	}
	if d.nameWord(j, limit) && !(w.is(first) && !w.is(loud)) {
		return j + 1
	}
	if to, ok := d.joinsMark(j, limit); ok {
		return to
	}
	if w.is(upper) || !w.has(particle|inner) {
		return j
	}
	next := j + 1
	for next < limit && next < j+3 && !d.words[next].is(upper) && d.words[next].has(particle) {
		next++
	}
	if next >= limit {
		return j
	}
	// particles: Omar bin Saeed, Jan van der Laan
	if w.has(particle) && !d.lowerIs(j, "as", "an", "at", "ad", "do", "la", "e", "y", "den", "ten", "zu", "o", "des", "in", "du", "de", "del") && d.words[next].is(upper) && !d.words[next].has(month) {
		return next + 1
	}
	if d.lowerIs(j, "de", "du", "del", "da", "la", "y", "des") && d.words[next].is(upper) && !d.words[next].is(loud) {
		return next + 1
	}
	return d.joinsBody(i, j, limit)
}

// joinsMark says how far a name goes on past a hyphen, a point, a possessive or "&"; false for other words.
func (d *document) joinsMark(j, limit int) (int, bool) {
	w, mark := &d.words[j], d.glyph(j)
	switch {
	case mark == "-" && w.is(glued) && j+1 < limit && d.words[j+1].is(glued):
		if d.words[j+1].is(upper) && !d.words[j+1].has(month) || d.arabicArticle(j+1, limit) {
			return j + 2, true
		}
		return j, true
	case mark == "." && w.is(glued) && d.words[j-1].Len() <= 4 && (d.words[j-1].has(address|rank|suffix) || d.words[j-1].Len() == 1) && j+1 < limit:
		return j + 1, true
	case (mark == "'s" || mark == "’s" || mark == "'" || mark == "’") && j+1 < limit && d.words[j+1].is(upper) && w.is(glued):
		if d.words[j-1].has(known|given|surname) || !d.words[j-1].has(common|person|group|address) || d.words[j-1].is(loud) {
			return j, true
		}
		if end := d.capitals(j+1, limit); d.words[end-1].has(orgHead | eventHead | locHead) {
			return j + 1, true
		}
		return j, true
	case mark == "&" && j+1 < limit && d.words[j+1].is(upper):
		return j + 2, true
	}
	return j, false
}

// joinsBody handles "of", "for", "and", "on" inside the names of bodies, places and events.
func (d *document) joinsBody(i, j, limit int) int {
	next := j + 1
	if next < limit && d.lowerIs(next, "the") && !d.words[next].is(upper) {
		next++
	}
	if next >= limit || !d.words[next].is(upper) || d.words[next].has(month) || d.words[next].is(loud) && d.words[next].has(common) && !d.words[next].has(known) {
		return j
	}
	head := &d.words[j-1]
	switch {
	case d.lowerIs(j, "of"):
		if end, b := d.phrase(next, limit, place); b != 0 && d.possessive(end) { // "the Coast Guard of Elland's Republic Fleet"
			return j
		}
		if head.has(orgHead|gpeHead|locHead|eventHead|workHead) && !d.isRole(i, j) {
			return next + 1
		}
	case d.lowerIs(j, "for", "on"):
		if head.has(orgHead) && d.words[next].has(common) && !d.isRole(i, j) && !d.words[next].has(known&^common) {
			return next + 1
		}
	case d.lowerIs(j, "and"):
		if next != j+1 || !d.words[next].has(common) || d.words[next].has(role|given) {
			return j
		}
		if d.opensBody(i, j) {
			return next + 1
		}
		if end := d.capitals(next, limit); head.has(common) && !head.has(orgHead|known|role) && d.words[end-1].has(orgHead) && end > next+1 {
			return next + 1
		}
	}
	return j
}

// isRole says whether the words are an office ("Secretary", "Deputy Head"), so that "of …" belongs to the office and makes no name.
func (d *document) isRole(from, to int) bool {
	if d.words[to-1].has(orgHead) && d.words[to-1].has(role) {
		return false
	}
	_, b := d.title(to-1, to)
	return b != 0
}

// opensBody says whether the words hold "Ministry of", "Department for" and the like.
func (d *document) opensBody(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if d.lowerIs(k, "of", "for", "on") && d.words[k-1].has(orgHead) {
			return true
		}
	}
	return false
}
