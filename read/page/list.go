package page

import "strings"

// build is how an item of a list is built, as far as single characters show it.
type build uint8

const (
	noBuild  build = iota
	numbered       // "3) Ghostbusters", "10. Hoverwatch", "2 cups of meal"
	dated          // "June 9 – West Palm Beach"
	named          // "2019: Bob Bradley", "Hometown: Sel"
	parted         // "Best Clip - COOKSIE"
	marked         // "• item"
	priced         // "High-rise jogger $79"
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
	if n > 0 && n <= 3 && n+1 < len(s) && (s[n] == ')' || s[n] == '.' && s[n+1] == ' ' || s[n] == ' ' && s[n+1] >= 'a' && s[n+1] <= 'z') {
		return numbered
	}
	if at := strings.IndexByte(s, ':'); at > 0 && at < 40 && at+2 < len(s) && s[at+1] == ' ' {
		return named
	}
	if at := strings.IndexAny(s, "$€£"); at >= 0 && ln.digits > 0 {
		return priced
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

// listed says whether the lines [from, to) are items of one list: three and more of them, most built alike, or led in by a colon.
func (d *document) listed(from, to int) bool {
	var kinds [priced + 1]int
	items := 0
	for i := from; i < to; i++ {
		if d.lines[i].role == "" || d.lines[i].role == Counter {
			kinds[d.buildOf(i)]++
			items++
		}
	}
	if items >= 2 && from > 0 && d.leadsIn(from-1) {
		return true
	}
	if items < 3 {
		return false
	}
	for k := numbered; k <= priced; k++ {
		if kinds[k] >= 3 && kinds[k]*10 >= items*6 {
			return true
		}
	}
	return false
}

// leadsIn says whether a line announces a list: "The full list of winners:".
func (d *document) leadsIn(i int) bool {
	ln := &d.lines[i]
	return ln.colon && ln.words >= 4 && (ln.role == "" || ln.role == Body)
}

// extendList moves the end of a flat body behind a list that stands right after it, with a heading of its own or without.
func (d *document) extendList() {
	for start := d.to; start <= d.to+1 && start < len(d.lines); start++ {
		if start > d.to && (d.lines[d.to].role != "" || d.lines[d.to].words < 2) {
			return
		}
		end, odd, kind, items := start, 0, noBuild, 0
		for i := start; i < len(d.lines) && odd < 2; i++ {
			if r := d.lines[i].role; r == Other && isURL(d.at(i)) {
				continue
			} else if r != "" && r != Counter {
				break
			}
			k := d.buildOf(i)
			if kind == noBuild {
				kind = k
			}
			if k == noBuild || k != kind {
				odd++
				continue
			}
			end, odd = i+1, 0
			items++
		}
		if items >= 4 || items >= 2 && start > 0 && d.leadsIn(start-1) {
			d.to = end
			return
		}
	}
}
