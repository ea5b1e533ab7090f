package names

import "unicode"

// spelled is a name that its acronym spells: "Union for Sea Trade (UST)", "UST (Union for Sea Trade)".
type spelled struct {
	from, to int // the words of the name
	short    int // the acronym
}

// spellings finds the acronyms in brackets and the names before them, and the names in brackets behind their acronym, in text order.
func (d *document) spellings() []spelled {
	var found []spelled
	for i := 1; i+2 < len(d.words); i++ {
		if d.glyph(i) != "(" || d.words[i-1].sentence != d.words[i+1].sentence {
			continue
		}
		begin, limit := d.sentenceOf(i)
		if d.acronym(i+1) && i+2 < limit && (d.glyph(i+2) == ")" || d.glyph(i+2) == "," || d.glyph(i+2) == ";") {
			if from := d.spells(i+1, max(begin, i-spelledLength), i); from >= 0 {
				found = append(found, spelled{from: from, to: i, short: i + 1})
			}
			continue
		}
		if d.acronym(i - 1) {
			end := i + 1
			for end < limit && end <= i+spelledLength && d.glyph(end) != ")" && d.glyph(end) != "," && d.glyph(end) != ";" {
				end++
			}
			if end < limit && d.spells(i-1, i+1, end) == i+1 {
				found = append(found, spelled{from: i + 1, to: end, short: i - 1})
			}
		}
	}
	return found
}

// spelledLength is how many words a name has at most that an acronym spells.
const spelledLength = 12

// acronym says whether a word looks like one: two to eight letters, most of them capitals.
func (d *document) acronym(i int) bool {
	w := &d.words[i]
	if !w.is(upper) || w.Len() < 2 || w.Len() > 12 {
		return false
	}
	capitals, all := 0, 0
	for _, r := range d.at(i) {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsLetter(r) && r != '-' && r != '.':
			return false
		}
		if unicode.IsLetter(r) {
			all++
		}
	}
	return all >= 2 && all <= 8 && capitals >= 2 && capitals*2 > all
}

// spells goes back from the words before to and returns where the name begins whose initials are the letters of the acronym, -1 when there is
// none. Words in small letters may be left out; a joined name gives a letter for each of its parts or one for all.
func (d *document) spells(acronym, from, to int) int {
	var initials []rune
	for _, r := range d.at(acronym) {
		if unicode.IsLetter(r) {
			initials = append(initials, unicode.ToLower(r))
		}
	}
	var back func(k, left int) int
	back = func(k, left int) int {
		if left == 0 {
			return k + 1
		}
		if k < from {
			return -1
		}
		w := &d.words[k]
		if !w.is(letters) {
			if g := d.glyph(k); g != "-" && g != "–" && g != "&" && g != "'" && g != "’" && g != "/" && g != "." {
				return -1
			}
			return back(k-1, left)
		}
		initial := []rune(d.at(k))[0]
		fits := unicode.ToLower(initial) == initials[left-1]
		if unicode.IsUpper(initial) {
			if !fits {
				return -1
			}
			return back(k-1, left-1)
		}
		if left < len(initials) || !fits { // the last word of a name is seldom a small one
			if start := back(k-1, left); start >= 0 {
				return start
			}
		}
		if fits {
			return back(k-1, left-1)
		}
		return -1
	}
	start := back(to-1, len(initials))
	if start < 0 || !d.words[start].is(upper) || to-start < 2 {
		return -1
	}
	return start
}
