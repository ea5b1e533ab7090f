package page

import "math/bits"

// chrome is what marks a line as page furniture rather than article.
const chrome = mNav | mFooter | mAside | mComment | mRelated | mShare | mPromo | mAd | mForm | mNotice | mWidget | mButton | mHidden | mTeaser | mTags | mCrumbs

// classify gives every line its role: first what its own characters tell, then where the body begins and ends, then the rest by
// its place and neighbours.
func (d *document) classify() {
	d.clearWideMarks()
	for i := range d.lines {
		d.byPattern(i)
	}
	d.galleries()
	if d.nodes != nil {
		d.findTitle()
		d.unbury()
		d.container()
		d.insideMarkup()
	} else {
		d.threads()
		d.headlines()
		d.grade()
		d.segment()
		d.findTitle()
		d.extend()
		d.standfirst()
		d.inside()
	}
	d.aboutAuthor()
	d.outside()
}

// container takes as the body's range the lines of the core element, from the title on.
func (d *document) container() {
	core := d.core()
	inside := d.below(core)
	d.from, d.to = -1, 0
	for i := range d.lines {
		ln := &d.lines[i]
		if !inside[ln.node] {
			ln.outside = true
			continue
		}
		if d.from < 0 {
			d.from = i
		}
		d.to = i + 1
	}
	d.from = max(d.from, 0)
	if d.title >= d.from && d.title < d.to {
		before, all := 0, 1
		for i := d.from; i < d.to; i++ {
			if !d.lines[i].outside {
				all += d.quality(i)
				if i < d.title {
					before += d.quality(i)
				}
			}
		}
		share := 2
		if d.tag(d.title) != "h1" && isHeading(d.tag(d.title)) { // can head a part
			share = 5
		}
		if before*share < all {
			d.from = d.title + 1
		}
	}
	d.forgiveMarks()
	d.nextArticle()
	d.lead()
}

// forgiveMarks forgets a mark that much of the core's running text bears: there it is no sign of furniture.
func (d *document) forgiveMarks() {
	var mass [32]int
	total := 0
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.outside || ln.words < 10 || ln.linkChars*2 > ln.chars {
			continue
		}
		total += ln.words
		for set := uint32(ln.marks); set != 0; set &= set - 1 {
			mass[bits.TrailingZeros32(set)] += ln.words
		}
	}
	var wide marks
	for bit, m := range mass {
		if m*100 > total*30 {
			wide |= 1 << bit
		}
	}
	for i := d.from; i < d.to; i++ {
		d.lines[i].marks &^= wide &^ mHidden
	}
}

// nextArticle ends the body where a second headline of the first rank begins another article: one that does not stand among the
// body's own paragraphs.
func (d *document) nextArticle() {
	words, home := 0, int32(-1)
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.outside {
			continue
		}
		if d.title >= 0 && i > d.title && words > 60 && d.tag(i) == "h1" && d.tag(d.title) == "h1" && d.nodes[ln.node].parent != home && d.opensArticle(i) {
			d.to = i
			return
		}
		if ln.stopped {
			words += ln.words
			if ln.words >= 10 {
				home = d.nodes[ln.node].parent
			}
		}
	}
}

// opensArticle says whether a headline of the first rank is another article's: it is a link, it says below when or by whom, or it stands in an article of its own.
func (d *document) opensArticle(i int) bool {
	ln := &d.lines[i]
	if ln.linkChars > 0 {
		return true
	}
	for k := i + 1; k < len(d.lines) && k <= i+6; k++ {
		if r := d.lines[k].role; r == Byline || r == Clock || d.lines[k].markedByline() {
			return true
		}
	}
	for n := ln.node; n > 0; n = d.nodes[n].parent {
		if d.nodes[n].element.name == "article" {
			return !d.holdsNode(n, d.lines[d.title].node)
		}
	}
	return false
}

// holdsNode says whether an element holds another.
func (d *document) holdsNode(n, other int32) bool {
	for ; other > n; other = d.nodes[other].parent {
	}
	return other == n
}

// lead finds the standfirst: sentences between the title and the core.
func (d *document) lead() {
	if d.title < 0 || d.title >= d.from {
		return
	}
	for i := d.title + 1; i < d.from && i < d.title+25; i++ {
		ln := &d.lines[i]
		if !d.canLead(i) {
			continue
		}
		if ln.words > 45 && ln.stopped && d.tag(i) == "p" {
			d.set(i, Body, "a long paragraph between title and core")
			continue
		}
		if ln.stopped && ln.words >= 8 || d.tag(i) == "h2" || d.tag(i) == "p" && ln.words >= 10 || ln.marks&mStandfirst != 0 {
			d.set(i, Standfirst, "a sentence between title and body")
		}
	}
}

// canLead says whether a line between title and core can be text: no furniture, no credit, no byline or date, no note to the reader.
func (d *document) canLead(i int) bool {
	ln := &d.lines[i]
	running := ln.lowers*2 > ln.words
	said := ln.marks
	if d.tag(i) == "p" && ln.words >= 20 && ln.stopped {
		said &^= d.lines[d.title].marks // what is said of the title, too, is said of both for nothing
	}
	switch {
	case ln.role != "" || ln.words < 7 || ln.linkChars*2 > ln.chars || said&(chrome&^(mTeaser|mTags)|mCaption) != 0 || d.besideCredit(i):
		return false
	case said&mTeaser != 0 && (ln.words < 12 || !ln.stopped || ln.linkChars > 0 && (d.tag(i) != "p" || ln.linkChars*5 > ln.chars*2)):
		return false
	case ln.dates > 0 && ln.digits >= 2 && ln.words <= 20 && !running:
		return false
	case ln.marks&(mByline|mDate) != 0 && (!running || ln.words < 10 || d.tag(i) != "p" || d.bio(i)):
		return false
	}
	return ln.notices < 2 || ln.words >= 40
}

// clearWideMarks forgets what classes say about elements that hold most of the page's running text: <body class="has-sidebar">.
func (d *document) clearWideMarks() {
	if d.nodes == nil {
		return
	}
	sum := make([]int, len(d.nodes))
	total := 0
	for i := range d.lines {
		ln := &d.lines[i]
		if ln.words >= 12 && ln.stopped && ln.linkChars*2 < ln.chars {
			sum[ln.node] += ln.chars
			total += ln.chars
		}
	}
	for i := len(d.nodes) - 1; i > 0; i-- {
		sum[d.nodes[i].parent] += sum[i]
	}
	for i := range d.nodes {
		n := &d.nodes[i]
		if sum[i]*2 > total || n.element.name == "body" || n.element.name == "html" || n.element.name == "main" {
			n.own &^= chrome | mCaption | mByline | mDate | mTable | mStandfirst | mHeading
		} else if sum[i]*5 > total {
			n.own &^= mForm | mShare | mAd | mNav | mButton | mTags | mCrumbs | mWidget // none of them holds so much text
		}
		if e := n.element.name; e == "td" || e == "th" || e == "tr" {
			n.own &^= mWidget | mTeaser | mDate | mCredit // what a column is called: "player", "date"
		}
		n.all = n.own
		if i > 0 {
			n.all |= d.nodes[n.parent].all
		}
	}
	for i := range d.lines {
		d.lines[i].marks = d.nodes[d.lines[i].node].all
	}
}

func (d *document) tag(i int) string {
	if d.nodes == nil || d.nodes[d.lines[i].node].element == nil {
		return ""
	}
	return d.nodes[d.lines[i].node].element.name
}

// outside gives roles to the lines before and behind the body.
func (d *document) outside() {
	for i := range d.lines {
		ln := &d.lines[i]
		if ln.role != "" {
			if ln.role == Footnote && (i < d.from || i >= d.to) {
				d.set(i, Notice, "a mark far from the body")
			}
			continue
		}
		switch {
		case d.title >= 0 && i >= d.title-6 && i <= max(d.from, d.title)+6 && ln.markedByline():
			d.set(i, Byline, "marked as a byline near the title")
		case ln.marks&mDate != 0 && ln.digits > 0 && ln.words <= 14 && !ln.stopped:
			d.set(i, Clock, "marked as a date")
		case ln.marks&mCaption != 0 || d.besideCredit(i):
			d.set(i, Caption, "stands beside a picture credit")
		case d.isTagList(i):
			d.set(i, Other, "list of tags")
		case ln.notices >= 2 && ln.words >= 5 || i >= d.to && ln.stopped && ln.words >= 8:
			d.set(i, Notice, "a sentence outside the body")
		case ln.words >= 5 && i >= d.to:
			d.set(i, Related, "a headline behind the body")
		case ln.words >= 5:
			d.set(i, Related, "a headline before the body")
		default:
			d.set(i, Menu, "a short line outside the body")
		}
	}
}
