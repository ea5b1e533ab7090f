package names

import "github.com/hearsay-news/hearsay/read/syntax"

// phrase finds the longest phrase of the tables that begins at word i and has one of the wanted bits. It ends at end (half-open), i when
// there is none. Words glued to the one before are hashed without a space, so "al-Qaeda" is found however it was cut.
func (d *document) phrase(i, limit int, want bits) (end int, found bits) {
	end = i
	h := seed
	for k := i; k < limit && k < i+10; k++ {
		w := &d.words[k]
		if k > i && !w.is(glued) {
			h = mix(h, ' ')
		}
		b := w.bits
		if k == i {
			h = w.hash
		} else {
			h = extend(h, string(d.text[w.Start:w.End]))
			b = d.lex.get(h)
		}
		if b&want != 0 {
			end, found = k+1, b
		}
		if b&longer == 0 {
			// "Lt" + "." may be two words
			if k == i && k+1 < limit && d.glyph(k+1) == "." && d.words[k+1].is(glued) && b&want != 0 && d.words[k].Len() < 6 && b&(address|rank) != 0 {
				return k + 2, found
			}
			if !(k+1 < limit && d.words[k+1].is(glued)) { // a hyphen may go on inside a phrase: al|-|Qaeda
				return end, found
			}
			if d.glyph(k+1) != "-" && d.glyph(k) != "-" {
				return end, found
			}
		}
	}
	return end, found
}

// title finds titles, ranks and offices from word i on: "Acting Governor", "Lt. Gen.", "then-Prime Minister-designate". It returns where they
// end and what they show of the holder.
func (d *document) title(i, limit int) (end int, shown bits) {
	end = i
	for k := i; k < limit && k < i+12; {
		if next, b := d.phrase(k, limit, role|address|rank); next > k {
			if next < limit && d.words[next-1].Len() < 7 && d.glyph(next) == "." && d.words[next].is(glued) {
				next++
			}
			shown |= b & (masculine | feminine | role | address | rank)
			end, k = next, next
			// "-designate", "-elect"
			for k+1 < limit && d.glyph(k) == "-" && d.words[k].is(glued) && d.words[k+1].has(roleModifier|role) {
				k += 2
				end = k
			}
			continue
		}
		if d.words[k].has(roleModifier) || (d.glyph(k) == "-" && k > i) {
			k++
			continue
		}
		break
	}
	return end, shown
}

// article reports whether the word is an article form of Arabic names that stands before a hyphen ("al" in "al-Kadhimi").
func (d *document) arabicArticle(i, limit int) bool {
	if i < 0 || i >= limit {
		return false
	}
	w := &d.words[i]
	if w.Len() > 3 || !w.has(particle) || i+2 >= limit || d.glyph(i+1) != "-" || !d.words[i+1].is(glued) || !d.words[i+2].is(glued) {
		return false
	}
	return d.words[i+2].is(upper)
}

// nameWord says whether the word's capital makes it part of a name.
func (d *document) nameWord(i, limit int) bool {
	w := &d.words[i]
	if !w.is(upper) {
		if w.is(innerCap) && w.is(letters) && !w.is(digits) { // "al-Kadhimi" as one word, "eBay"
			return d.text[w.Start] != '@'
		}
		return false
	}
	if w.Len() == 1 && d.at(i) == "I" {
		return false
	}
	if w.has(month) {
		return d.calledAsMonth(i, limit)
	}
	return !w.is(first|loud) || d.openingName(i, limit)
}

// calledAsMonth says whether a month's name is a person's: "Jan van der Laan", "April Weld".
func (d *document) calledAsMonth(i, limit int) bool {
	if i+1 >= limit || !d.words[i].has(given) {
		return false
	}
	next := &d.words[i+1]
	if !next.is(letters) || next.is(loud) || next.has(month) {
		return false
	}
	return next.has(particle) && i+2 < limit && d.words[i+2].has(particle) ||
		next.is(upper) && !d.lowerIs(i-1, "in", "on", "of", "since", "by", "until", "from", "last", "next", "this")
}

// openingName says whether a word with a capital is part of a name where every word has one: at the head of a sentence, in a headline.
func (d *document) openingName(i, limit int) bool {
	w := &d.words[i]
	if d.tagged && !w.has(known|given|surname|particle) && d.midCap[w.hash] == 0 {
		switch w.upos {
		case syntax.VERB, syntax.AUX, syntax.ADV, syntax.DET, syntax.PRON, syntax.ADP, syntax.CCONJ, syntax.SCONJ, syntax.INTJ, syntax.NUM, syntax.PART:
			return false
		}
	}
	if w.is(allUpper) && !w.is(shouting) && w.Len() <= 6 && (!w.has(common) || d.midCap[w.hash] > 0 || w.has(known)) {
		return true
	}
	if w.has(known) && (!w.has(common) || d.midCap[w.hash] > 0) {
		return true
	}
	if d.midCap[w.hash] > 0 && !d.lower[w.hash] {
		return !w.has(common) || d.midCap[w.hash] > 1 || d.properNext(i, limit)
	}
	if w.has(common) {
		if w.has(given|roleModifier|role|rank|address) && i+1 < limit && !w.is(loud) {
			return d.words[i+1].is(upper) || w.has(rank|address)
		}
		return d.properNext(i, limit)
	}
	if d.lower[w.hash] {
		return false
	}
	return true
}

// properNext says whether an ordinary word that opens a sentence goes on into a name of a body ("Security Council …"): the next word is
// capital where capitals mean something and belongs to such names.
func (d *document) properNext(i, limit int) bool {
	w := &d.words[i]
	if w.is(loud) || i+1 >= limit || w.Len() < 4 {
		return false
	}
	next := &d.words[i+1]
	if next.is(first) || !next.is(upper) || next.has(month|known|given) {
		return false
	}
	switch {
	case next.has(orgHead | gpeHead | locHead | eventHead):
		return true
	case w.has(orgHead|locHead|gpeHead) && d.lowerIs(i+1, "of"):
		return true
	}
	return d.midCap[w.hash] > 0
}
