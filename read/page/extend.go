package page

import (
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// extend moves the ends of a flat body outward.
func (d *document) extend() {
	if d.from < d.to {
		d.extendBack()
		d.extendEnd()
		d.extendList()
		d.extendOn()
		d.extendFar()
		d.extendNotes()
		d.endAtBio()
	}
}

// extendBack moves the start to the paragraphs between the title and the body, and to earlier ones that speak of the same things.
func (d *document) extendBack() {
	if d.title >= 0 && d.title < d.from {
		for i := d.title + 1; i < d.from; i++ {
			if d.paragraph(i) && d.lines[i].words >= 15 || d.unended(i) {
				d.from = i
				break
			}
		}
	}
	for i := d.from - 1; i > d.title && i >= d.from-gapLines; i-- {
		if d.datelined(i) {
			d.from = i
			break
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
}

// datelined says whether a line opens with a story's dateline: "SEL, Coast (GW) — The Latest on the port (all times local):".
func (d *document) datelined(i int) bool {
	ln, s := &d.lines[i], d.at(i)
	if ln.words < 8 || ln.role != "" && ln.role != Related || ln.thread || len(s) < 40 {
		return false
	}
	capitals := 0
	for capitals < len(s) && s[capitals] >= 'A' && s[capitals] <= 'Z' {
		capitals++
	}
	head := s[:min(len(s), 80)]
	dash := strings.Index(head, "— ")
	if dash < 0 {
		dash = strings.Index(head, ") - ")
	}
	return capitals >= 3 && dash > 0
}

// extendEnd moves the end behind posts that the article shows last, and behind the paragraph that breaks off where only the first ones
// are free to read.
func (d *document) extendEnd() {
	for i := d.to; i < len(d.lines) && i < d.to+gapLines && (d.lines[i].role == "" || d.lines[i].role == Clock); i++ {
		if d.postSigned(i) {
			d.to = i + 1
		}
	}
	if d.signsOff(d.to) {
		d.to++
		d.lines[d.to-1].stopped = true
	}
	if d.to < len(d.lines) {
		if ln := &d.lines[d.to]; ln.cut && ln.role == "" && ln.words >= 25 && ln.dup < 0 {
			d.to++
		}
	}
}

// signsOff says whether a line is the last paragraph with the sign of its agency behind it, the only line of the page that ends so: captions do, too.
func (d *document) signsOff(i int) bool {
	if i >= len(d.lines) || d.lines[i].role != "" || d.lines[i].words < 12 || !d.lines[i].plain(12) || !signedOff(d.at(i)) {
		return false
	}
	for k := range d.lines {
		if k != i && signedOff(d.at(k)) {
			return false
		}
	}
	return true
}

// extendOn moves the end to paragraphs behind a short gap that speak of the same things, or that only pictures part from the body.
func (d *document) extendOn() {
	gap, pictures, headlines := 0, true, 0 // pictures: nothing but captions since the body's end, and at most one headline behind them
	for i := d.to; i < len(d.lines) && gap <= gapLines; i++ {
		ln := &d.lines[i]
		if !d.paragraph(i) && !d.unended(i) {
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
}

// extendFar moves the end to long paragraphs of the same story behind pictures, prices and figures, as lists of things have them. A byline, a date, a
// heading of other stories, a shortened teaser or a comment before them says that something else has begun.
func (d *document) extendFar() {
	if d.to-d.from < 3 {
		return
	}
	d.wordsOfBody()
	for i := d.to; i < len(d.lines) && i < d.to+farLines; i++ {
		ln := &d.lines[i]
		if ln.thread || ln.comment || ln.cut || ln.noticed() || ln.role == Byline || ln.role == Clock || ln.role == Notice || ln.role == Related && ln.phrase != nil && ln.words <= 6 || d.bio(i) {
			return
		}
		if !d.paragraph(i) || ln.words < farWords || ln.commas == 0 {
			continue
		}
		if share, n := d.share(d.at(i), d.bodyWords); n >= 8 && share*100 >= sharePart {
			d.to = i + 1
			d.wordsOfBody()
		}
	}
}

const (
	farLines = 40 // behind the body in which such a paragraph is looked for
	farWords = 25 // that it must have
)

// endAtBio ends the body at the line that says who its author is, where it stands in its midst: behind it another story begins.
func (d *document) endAtBio() {
	told := 0 // paragraphs before it
	for i := d.from; i < d.to-1; i++ {
		if d.paragraph(i) {
			told++
		}
		if ln := &d.lines[i]; ln.words >= 8 && ln.words <= 120 && i >= d.from+5 && told > 4 && d.bio(i) && d.signedAbove(i) {
			d.to = i + 1
			return
		}
	}
}

// bylineLines is how far before the body's first line the name of its author is looked for.
const bylineLines = 25

// signedAbove says whether a short line by the headline holds the name that a line begins with.
func (d *document) signedAbove(i int) bool {
	words := strings.Fields(d.at(i))
	if len(words) < 2 {
		return false
	}
	name := words[0] + " " + words[1]
	for k := max(0, d.title-3, d.from-bylineLines); k < d.from+6 && k < i; k++ {
		if d.lines[k].words <= 14 && strings.Contains(d.at(k), name) {
			return true
		}
	}
	return false
}

// extendNotes moves the end behind the notes that answer marks: they stand right behind the body and its pictures.
func (d *document) extendNotes() {
	for i := d.to; i < len(d.lines) && i < d.to+gapLines; i++ {
		if d.lines[i].role == Footnote {
			d.to = i + 1
		} else if d.lines[i].role != Caption && !d.besideCredit(i) {
			break
		}
	}
}

// unended says whether a line is as long as a paragraph though no mark ends it.
func (d *document) unended(i int) bool {
	ln := &d.lines[i]
	return ln.role == "" && !ln.stopped && ln.words >= 25 && ln.plain(25) && ln.dup < 0 && !ln.noticed() && !ln.cut && !d.titleCase(i) && !creditEnd(d.at(i)) && !d.besideCredit(i) &&
		!strings.HasSuffix(d.at(i), ")")
}

// paragraph says whether a line is a sentence or more of running text.
func (d *document) paragraph(i int) bool {
	ln := &d.lines[i]
	return ln.role == "" && ln.stopped && ln.words >= 8 && ln.plain(12) && ln.dup < 0 && !ln.noticed()
}

const (
	gapLines  = 6  // how many lines may stand between the body and one more paragraph behind it
	backLines = 25 // how far before the body a paragraph of it is looked for
	sharePart = 35 // percent of its longer words that such a paragraph shares with the body
)

// wordsOfBody collects the longer words of the body's lines; where the body only grew, of its new ones.
func (d *document) wordsOfBody() {
	from := d.from
	if d.bodyWords != nil && d.known.Start == d.from && d.known.End <= d.to {
		from = d.known.End
	} else {
		switch {
		case d.bodyWords != nil:
			clear(d.bodyWords)
		case d.spare != nil:
			d.bodyWords, d.spare = d.spare, nil
		default:
			d.bodyWords = make(map[uint64]bool, 256)
		}
	}
	for i := from; i < d.to; i++ {
		if d.lines[i].words >= 8 {
			d.wordSet(d.at(i), d.bodyWords)
		}
	}
	d.known = text.Span{Start: d.from, End: d.to}
}
