package page

import "strings"

// build is how an item of a list is built, as far as single characters show it.
type build uint8

const (
	noBuild  build = iota
	numbered       // "3) Ghostbusters", "10. Hoverwatch", "10a etapa"
	dated          // "June 9 – West Palm Beach"
	named          // "2019: Bob Bradley", "Hometown: Sel"
	parted         // "Best Clip - COOKSIE"
	marked         // "• item"
)

// buildOf looks at the head of a line for what items of lists have there.
func (d *document) buildOf(i int) build {
	ln := &d.lines[i]
	s := d.at(i)
	if ln.bullet {
		return marked
	}
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n > 0 && n <= 2 && n+1 < len(s) && (s[n] == ')' || s[n] == '.' && s[n+1] == ' ' || (s[n] == 'a' || s[n] == '\xc2') && n+2 < len(s)) {
		return numbered
	}
	if at := strings.IndexByte(s, ':'); at > 0 && at < 40 && at+2 < len(s) && s[at+1] == ' ' {
		return named
	}
	for _, dash := range []string{" – ", " — ", " -- ", " - "} {
		if at := strings.Index(s, dash); at > 0 {
			if ln.dates > 0 && at < 20 {
				return dated
			}
			return parted
		}
	}
	return noBuild
}

// listed says whether the lines from a to b are items of one list: three and more of them, most built alike, or led in by a colon.
func (d *document) listed(from, to int) bool {
	var kinds [6]int
	items := 0
	for i := from; i < to; i++ {
		if d.lines[i].role == "" || d.lines[i].role == Counter {
			kinds[d.buildOf(i)]++
			items++
		}
	}
	if items < 3 {
		return false
	}
	for k := numbered; k <= marked; k++ {
		if kinds[k] >= 3 && kinds[k]*10 >= items*6 {
			return true
		}
	}
	return false
}
