package page

// extend moves the ends of a flat body outward: back to the paragraphs between the title and the body, and on to paragraphs behind a
// short gap that speak of the same things, or that only pictures part from it.
func (d *document) extend() {
	if d.from >= d.to {
		return
	}
	if d.title >= 0 && d.title < d.from {
		for i := d.title + 1; i < d.from; i++ {
			if d.paragraph(i) && d.lines[i].words >= 15 {
				d.from = i
				break
			}
		}
	}
	d.wordsOfBody()
	for i := d.from - 1; i >= 0 && i >= d.from-backLines && i > d.title; i-- {
		if !d.paragraph(i) || d.lines[i].words < 16 || d.lines[i].thread {
			continue
		}
		if share, n := d.share(d.at(i), d.bodyWords); n >= 6 && share*100 >= sharePart {
			d.from = i
		}
	}
	for i := d.to; i < len(d.lines) && i < d.to+gapLines && (d.lines[i].role == "" || d.lines[i].role == Clock); i++ {
		if d.postSigned(i) {
			d.to = i + 1
		}
	}
	if d.to < len(d.lines) && d.lines[d.to].cut && d.lines[d.to].role == "" && d.lines[d.to].words >= 25 && d.lines[d.to].dup < 0 {
		d.to++ // where only the first paragraphs are free to read, the last of them breaks off
	}
	d.extendList()
	gap, pictures, headlines := 0, true, 0 // pictures: nothing but captions since the body's end, and at most one headline behind them
	for i := d.to; i < len(d.lines) && gap <= gapLines; i++ {
		ln := &d.lines[i]
		if !d.paragraph(i) {
			gap++
			if ln.role == "" && gap > 1 && d.titleCase(i) && !d.besideCredit(i) {
				headlines++
				pictures = pictures && headlines < 2
			} else {
				pictures = pictures && (ln.role == Caption || d.besideCredit(i))
			}
			if ln.role == Related && ln.phrase != nil || ln.role == Notice {
				gap += 2
			}
			continue
		}
		share, n := d.share(d.at(i), d.bodyWords)
		if n >= 5 && share*100 >= sharePart && ln.words >= 14 || pictures && gap > 0 && ln.words >= 12 {
			d.to, gap, pictures, headlines = i+1, 0, true, 0
		} else {
			gap++
			pictures = false
		}
	}
	for i := d.to; i < len(d.lines) && i < d.to+6; i++ { // the notes that answer marks stand right behind the body and its pictures
		if d.lines[i].role == Footnote {
			d.to = i + 1
		} else if d.lines[i].role != Caption && !d.besideCredit(i) {
			break
		}
	}
}

// paragraph says whether a line is a sentence or more of running text.
func (d *document) paragraph(i int) bool {
	ln := &d.lines[i]
	return ln.role == "" && ln.stopped && ln.words >= 8 && ln.plain(12) && ln.dup < 0 && !(ln.notices >= 2 && ln.notices*100 >= ln.words*9)
}

const (
	gapLines  = 6  // how many lines may stand between the body and one more paragraph behind it
	backLines = 25 // how far before the body a paragraph of it is looked for
	sharePart = 35 // percent of its longer words that such a paragraph shares with the body
)

// wordsOfBody collects the longer words of the body's lines.
func (d *document) wordsOfBody() {
	d.bodyWords = map[uint64]bool{}
	for i := d.from; i < d.to; i++ {
		if d.lines[i].words >= 8 {
			d.wordSet(d.at(i), d.bodyWords)
		}
	}
}
