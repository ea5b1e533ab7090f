package page

import "strings"

// findTitle looks for the headline: a heading of the markup, or in flat text the line before the body that shares most words with it.
func (d *document) findTitle() {
	d.wordsOfBody()
	titles, stated := d.statedTitles()
	if d.nodes != nil {
		d.markupTitle(titles, stated)
	} else {
		d.flatTitle(titles, stated)
	}
	if d.title >= 0 {
		d.set(d.title, Title, "headline before the body")
		if d.title >= d.from && d.nodes == nil {
			d.from = d.title + 1
		}
	}
}

// candidates calls yield with the points of every line before last that can be a headline.
func (d *document) candidates(last int, titles []map[uint64]bool, stated map[uint64]bool, yield func(i int, points float64)) {
	site := d.siteNames()
	apart := d.apart(0)
	for i := 0; i < last; i++ {
		if i > 0 && i <= d.from && d.lines[i-1].role == "" {
			apart--
		}
		if d.titleLike(i) && !site[d.lines[i].hash] {
			yield(i, d.titlePoints(i, titles, stated, apart))
		}
	}
}

// markupTitle takes the line of the most points, unless it heads a part of the text; for want of one a heading of the first rank above running text.
func (d *document) markupTitle(titles []map[uint64]bool, stated map[uint64]bool) {
	best, floor := 0.0, 1.2
	first, most := -1, 0.9
	if len(titles) == 0 {
		floor = 0.75
	}
	d.candidates(len(d.lines), titles, stated, func(i int, points float64) {
		if points > best && points >= floor {
			best, d.title = points, i
		}
		if points > most && d.tag(i) == "h1" && d.lines[i].words >= 3 && d.aboveProse(i) {
			most, first = points, i
		}
	})
	if d.title >= 0 && len(titles) > 0 && best < 1.5 && d.headsPart(d.title) {
		d.title = -1
	}
	if d.title < 0 {
		d.title = first
	}
}

// flatTitle takes the line of the most points before the body, and the first line that is printed like it.
func (d *document) flatTitle(titles []map[uint64]bool, stated map[uint64]bool) {
	best := 0.0
	d.candidates(min(len(d.lines), d.from+1), titles, stated, func(i int, points float64) {
		if i > 0 && d.title == i-1 && d.lines[i-1].words >= 5 && points < best*1.6 {
			return // the standfirst stands right below the headline
		}
		if points > best && points >= 0.3 {
			best, d.title = points, i
		}
	})
	d.title = d.headline(d.title)
	if first := d.firstPrinted(d.title); first >= 0 {
		d.title = first
	}
}

// headsPart says whether a heading of a lower rank stands behind several paragraphs: it heads a part of the text.
func (d *document) headsPart(t int) bool {
	n := 0
	for i := d.from; i < t && d.tag(t) != "h1"; i++ {
		if ln := &d.lines[i]; ln.words >= 12 && ln.stopped && d.tag(i) == "p" {
			n++
		}
	}
	return n >= 3
}

// aboveProse says whether a sentence of some length stands shortly below a line.
func (d *document) aboveProse(i int) bool {
	for k := i + 1; k < len(d.lines) && k <= i+12; k++ {
		if ln := &d.lines[k]; ln.words >= 12 && ln.stopped && ln.linkChars*2 < ln.chars {
			return true
		}
	}
	return false
}

// titleLike says whether a line may be a headline by its length, its ending and where it stands.
func (d *document) titleLike(i int) bool {
	ln := &d.lines[i]
	switch {
	case ln.role != "" || ln.words < 2 || ln.words > 40 || ln.words > 22 && ln.stopped:
		return false
	case d.nodes == nil:
		return ln.words >= 3 && !ln.colon && !(ln.stopped && d.bio(i)) && !creditEnd(d.at(i)) && !(i == 1 && d.lines[0].role == Caption) && // a line with a colon leads in what follows: "(all times local):"
			!(i >= d.from && ln.stopped)
	}
	return ln.marks&(chrome&^mTeaser) == 0 || d.tag(i) == "h1"
}

// titlePoints says how much speaks for a line's being the headline: words that it shares with the body, with the titles that the metadata
// state and with the page's address, its element, its place.
func (d *document) titlePoints(i int, titles []map[uint64]bool, stated map[uint64]bool, apart int) float64 {
	ln := &d.lines[i]
	points := 0.0
	told, n := d.share(d.at(i), d.bodyWords)
	if n > 0 && d.nodes != nil {
		points += told
	} else if n > 0 {
		points += told*float64(n)/(float64(n)+1.5) + d.masthead(i)
	}
	if len(stated) > 0 {
		known, _ := d.share(d.at(i), stated)
		points += 2 * known
	}
	alike := 0.0
	for _, t := range titles {
		part, n := d.share(d.at(i), t)
		if n > 0 && len(t) > 0 {
			alike = max(alike, 2*part*float64(n)/float64(n+len(t)))
		}
	}
	points += 2 * alike
	switch d.tag(i) {
	case "h1":
		points += 1
		if ln.marks&(chrome&^mTeaser) != 0 {
			points -= 0.3
		}
	case "h2", "h3":
		points += 0.2
	case "":
	default:
		points -= 0.4
	}
	if d.nodes == nil {
		points -= 0.012 * float64(apart)
	} else {
		points -= 0.002 * float64(i)
	}
	if ln.words < 5 {
		points -= 0.2
	}
	if d.nodes == nil && ln.words < 4 && !d.shares(i, 2) {
		points -= 0.2
	}
	return points
}

// firstPrinted is where the headline stood before, above its byline or date, where a gallery or a list of links repeats it before the text; -1 for nowhere.
func (d *document) firstPrinted(t int) int {
	if t < 0 || d.lines[t].dup < 0 {
		return -1
	}
	if first := d.lines[t].dup; d.titleLike(first) && d.aboveDate(first) && !d.aboveDate(t) {
		return first
	}
	return -1
}

// aboveDate says whether a short line with the name of a day or a month and a number stands within four lines below a line.
func (d *document) aboveDate(i int) bool {
	for k := i + 1; k < len(d.lines) && k <= i+4; k++ {
		if ln := &d.lines[k]; ln.dates > 0 && ln.digits > 0 && ln.words <= 10 && !ln.stopped {
			return true
		}
	}
	return false
}

// apart is how many lines stand between a line of flat text and the body. The captions of a gallery, and what else has shown what it is, do not part a headline
// from its text.
func (d *document) apart(i int) int {
	n := 0
	for k := i; k < d.from; k++ {
		if d.lines[k].role == "" {
			n++
		}
	}
	return n
}

// statedTitles are the words of the titles given from outside and in metadata, and those of addresses that stand before the body.
func (d *document) statedTitles() (titles []map[uint64]bool, stated map[uint64]bool) {
	stated = map[uint64]bool{}
	if d.given != "" {
		titles = append(titles, d.wordSet(d.given, nil))
	}
	for _, m := range d.meta {
		if m.Field == "title" && len(m.Value) < 400 && len(titles) < 12 {
			titles = append(titles, d.wordSet(m.Value, nil))
		}
	}
	for i := 0; i < d.from; i++ {
		if s := d.at(i); isURL(s) {
			d.wordSet(s[strings.LastIndexByte(strings.TrimRight(s, "/"), '/')+1:], stated)
		}
	}
	return titles, stated
}

// masthead says how much the lines right below a line speak for its being the headline of flat text: a byline, a date. A sentence that
// ends with a stop is rather the standfirst below it.
func (d *document) masthead(i int) float64 {
	points := 0.0
	if d.lines[i].stopped && !strings.HasSuffix(d.at(i), "?") {
		points -= 0.25
	}
	if d.aboveHead(i) {
		points += 0.25
	}
	return points
}

// headLine says whether a line stands at the head of articles: a byline, a date, or both in one line.
func (d *document) headLine(i int) bool {
	ln := &d.lines[i]
	if ln.thread || ln.comment {
		return false
	}
	switch ln.role {
	case Byline:
		return true
	case Clock:
		return ln.dates+ln.digits > 1
	case "":
		return ln.words <= 20 && !ln.stopped && ln.digits > 1 && ln.phrase != nil && ln.phrase.role == Byline
	}
	return false
}

// siteNames are the names that the metadata gives the outlet, by the hash of a line that is nothing else.
func (d *document) siteNames() map[uint64]bool {
	names := map[uint64]bool{}
	for _, m := range d.meta {
		if m.Field == "outlet" && len(m.Value) < 100 {
			var ln line
			d.lex.measure(m.Value, &ln, nil)
			names[ln.hash] = true
		}
	}
	return names
}
