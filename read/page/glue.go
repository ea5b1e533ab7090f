package page

import "strings"

// gluedWord finds the next word from i on in which the words of two elements ran together: "DetroitHoodline" in "The best spots in
// DetroitHoodline asked around". Flattening pages does that to teasers; brands such as "WhatsApp" are written so.
func gluedWord(s string, i int) (start, end int) {
	lower := 0
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z' && lower >= 3 && i+2 < len(s) && s[i+1] >= 'a' && s[i+1] <= 'z' && s[i+2] >= 'a' && s[i+2] <= 'z':
			for start = i; start > 0 && isLetter(s[start-1]); start-- {
			}
			for end = i; end < len(s) && isLetter(s[end]); end++ {
			}
			if start > 0 && (s[start-1] == '@' || s[start-1] == '#') {
				i = end - 1 // a handle or hashtag
				continue
			}
			return start, end
		default:
			lower = 0
		}
	}
	return -1, -1
}

// findBrands collects the words written like glued ones that several lines of the page use.
func (d *document) findBrands() {
	d.brands = map[string]int{}
	for i := range d.lines {
		if d.lines[i].dup >= 0 {
			continue
		}
		s := d.at(i)
		for start, end := gluedWord(s, 0); start >= 0; start, end = gluedWord(s, end) {
			d.brands[s[start:end]]++
		}
	}
}

// glued says in points how much a line looks like a teaser, its headline run together with the words behind it.
func (d *document) glued(i int) int {
	s := d.at(i)
	points := 0
	for start, end := gluedWord(s, 0); start >= 0; start, end = gluedWord(s, end) {
		if d.brands[s[start:end]] >= 2 {
			continue
		}
		caps, words := 0, 0
		for w := range strings.FieldsSeq(s[:start]) {
			words++
			if w[0] < 'a' || w[0] > 'z' {
				caps++
			}
		}
		if words < 2 || caps*10 >= words*6 {
			return 30
		}
		points = 10
	}
	return points
}
