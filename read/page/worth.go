package page

// grade says in points how much a line of so many words speaks for the body (above 0) or against it, by how it ends.
type grade struct {
	words                int // up to so many
	sentence, lead, open int // ends as a sentence does, with a colon, with neither
}

// grades follow how often such lines stand in bodies: a long sentence nearly always, a long line without a stop (a headline, a caption) seldom.
var grades = []grade{
	{2, -10, -10, -10},
	{4, -4, -6, -8},
	{7, 2, 0, -4},
	{12, 4, 0, -8},
	{20, 10, 8, -8},
	{35, 21, 21, -6},
	{60, 36, 36, 0},
	{1 << 30, 50, 50, 10},
}

// grade gives every line of flat text its points.
func (d *document) grade() {
	d.findBrands()
	for i := range d.lines {
		d.lines[i].score = d.worth(i)
	}
	d.kindred()
}

// worth says in points how much a line of flat text speaks for the body or against it.
func (d *document) worth(i int) int {
	ln := &d.lines[i]
	switch ln.role {
	case Notice:
		return -25
	case Related:
		return -15
	case Menu:
		return -8
	case Clock, Counter, Byline:
		return -6
	case Caption, Footnote:
		return -3
	case Other:
		return -6
	}
	points := 0
	for _, g := range grades {
		if ln.words <= g.words {
			switch {
			case ln.stopped && !ln.cut:
				points = g.sentence
			case ln.colon:
				points = g.lead
			default:
				points = g.open
			}
			break
		}
	}
	if ln.words >= 8 && !ln.plain(12) {
		points -= 10
	}
	if ln.stopped && ln.words <= 24 && d.titleCase(i) {
		points = min(points, -8)
	}
	if ln.noticed() {
		points = -10 - min(ln.words, 40)/2
	}
	if ln.bullet {
		points -= 8
	}
	if d.repeated(i) && (ln.dup >= 0 && ln.words < 30 || !ln.stopped) {
		points -= 6
	}
	if ln.thread {
		points = min(points, -4)
	}
	points = max(points, -10)
	if ln.words < 45 {
		points -= d.glued(i)
	}
	return points
}

// kindred takes back what short lines speak against the body where they use the words of the page's paragraphs: items of lists, subheads.
func (d *document) kindred() {
	words := make(map[uint64]bool, 512)
	for i := range d.lines {
		if d.lines[i].score >= 24 {
			d.wordSet(d.at(i), words)
		}
	}
	for i := range d.lines {
		ln := &d.lines[i]
		if ln.role != "" || ln.stopped || ln.score >= 0 || ln.thread || d.repeated(i) {
			continue
		}
		if share, n := d.share(d.at(i), words); n >= 2 && share*100 >= kindredShare {
			ln.score = 0
		}
	}
	clear(words)
	d.spare = words
}

const kindredShare = 60 // percent of a line's longer words that paragraphs have too
