package page

import "slices"

// galleries gives roles to the lines of picture galleries: a counter before each picture, and the caption below it.
//
//	Image 1 of 3
//	The quay of Sel on Sunday, seen from the lighthouse.
//	(Image credit: Radio Nord)
//	Image 2 of 3
func (d *document) galleries() {
	last, seen := -1, 0
	for i := range d.lines {
		if !d.pictureCounter(i) {
			continue
		}
		if seen++; seen >= 2 && i-last <= galleryLines {
			d.picture(last, i)
		}
		last = i
	}
	if seen >= 2 {
		d.picture(last, min(last+2, len(d.lines)))
	}
}

// galleryLines is how many lines one picture of a gallery takes at most.
const galleryLines = 8

// picture gives roles to the lines from a counter to the next: no more than two of them are its caption.
func (d *document) picture(from, to int) {
	d.set(from, Counter, "counts the pictures of a gallery")
	captions := 0
	for i := from + 1; i < to && captions < 2; i++ {
		if ln := &d.lines[i]; ln.role == "" && ln.words >= 4 && ln.words <= 90 {
			d.set(i, Caption, "below the counter of a gallery")
			captions++
		}
	}
}

// pictureCounter says whether a line counts pictures: "Image 2 of 5", "Photo 2/5", "2 of 5".
func (d *document) pictureCounter(i int) bool {
	ln := &d.lines[i]
	if ln.digits != 2 || ln.words > 4 || ln.words < 3 {
		return false
	}
	var words []string
	s := d.at(i)
	eachWord(s, func(start, end int, _ uint64) { words = append(words, lowerASCII(s[start:end])) })
	if len(words) > 0 && slices.Contains(d.lex.signs.pictures, words[0]) {
		words = words[1:]
	}
	switch len(words) {
	case 2:
		return isDigit(words[0][0]) && isDigit(words[1][0]) && ln.words == 3
	case 3:
		return isDigit(words[0][0]) && slices.Contains(d.lex.signs.of, words[1]) && isDigit(words[2][0])
	}
	return false
}

// lowerASCII writes the capitals A to Z small.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}
