package page

// core finds the element of the markup that holds the article: from the root it goes down as long as one child holds nearly all of
// the running text. Text in page furniture does not count.
func (d *document) core() int32 {
	mass := make([]int, len(d.nodes))
	paragraphs, others := 0, 0
	for i := range d.lines {
		if d.tag(i) == "p" {
			paragraphs += d.quality(i)
		} else {
			others += d.quality(i)
		}
	}
	for i := range d.lines {
		q := d.quality(i) * 10
		if paragraphs > others/2 && d.tag(i) != "p" { // where paragraphs are marked as such, teasers and lists count less
			q = q * 4 / 10
		}
		mass[d.lines[i].node] += q
	}
	for i := len(d.nodes) - 1; i > 0; i-- {
		mass[d.nodes[i].parent] += mass[i]
	}
	best := make([]int32, len(d.nodes)) // the child with the most text
	for i := len(d.nodes) - 1; i > 0; i-- {
		p := d.nodes[i].parent
		if b := best[p]; b == 0 || mass[i] >= mass[b] {
			best[p] = int32(i)
		}
	}
	at := d.titled(mass)
	for {
		child := best[at]
		if child == 0 || mass[child] == 0 || !d.holds(child) {
			return at
		}
		share := 80
		if d.nodes[child].own&mArticle != 0 || d.nodes[child].element.name == "article" || d.nodes[child].element.name == "main" {
			share = 65
		}
		if mass[child]*100 < mass[at]*share {
			return at
		}
		at = child
	}
}

// titled finds the article that holds the page's headline and text, where other articles stand beside it: teasers, or the pages behind
// this one that are read on without a click. 0 says that there is none.
func (d *document) titled(mass []int) int32 {
	title := d.title
	if title < 0 {
		title = d.onlyHeading()
	}
	if title < 0 {
		return 0
	}
	own := d.lines[title].node
	for own > 0 && (d.nodes[own].element.name != "article" || mass[own] < 400 || mass[own]*7 < mass[0]) {
		own = d.nodes[own].parent
	}
	if own == 0 {
		return 0
	}
	inside := make([]bool, len(d.nodes))
	inside[own] = true
	for n := own + 1; int(n) < len(d.nodes); n++ {
		inside[n] = inside[d.nodes[n].parent]
		if !inside[n] && d.nodes[n].element.name == "article" && mass[n] > 0 {
			return own
		}
	}
	return 0
}

// onlyHeading is the one heading of the first rank that markup has, -1 where there is none or several.
func (d *document) onlyHeading() int {
	only := -1
	for i := range d.lines {
		ln := &d.lines[i]
		if d.tag(i) != "h1" || ln.words < 2 || ln.role != "" || ln.marks&(chrome&^(mTeaser|mTags)) != 0 {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = i
	}
	return only
}

// holds says whether an element can be the container of an article rather than one of its paragraphs.
func (d *document) holds(n int32) bool {
	switch d.nodes[n].element.name {
	case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "em", "strong", "b", "i", "blockquote", "figcaption", "ul", "ol", "tr", "dd", "dt":
		return false
	}
	return true
}

// quality is how much running text a line has, in words.
func (d *document) quality(i int) int {
	ln := &d.lines[i]
	switch {
	case ln.role != "" && ln.role != Caption && ln.role != Footnote:
		return 0
	case ln.marks&(chrome&^(mTeaser|mTags)) != 0, ln.marks&mCaption != 0:
		return 0
	case ln.linkChars*2 > ln.chars:
		return 0
	case ln.noticed():
		return 0
	case ln.words >= 10 && ln.stopped || ln.words >= 20:
		return min(ln.words, 100)
	case ln.words >= 5 && ln.stopped:
		return ln.words / 2
	case ln.words >= 5:
		return ln.words / 5
	}
	return 0
}

// below recomputes the lines' marks so that only elements inside the core speak.
func (d *document) below(core int32) (inside []bool) {
	inside = make([]bool, len(d.nodes))
	for i := range d.nodes {
		n := &d.nodes[i]
		switch {
		case int32(i) == core:
			inside[i] = true
			n.all = 0
		case i > 0 && inside[n.parent]:
			inside[i] = true
			n.all = n.own | d.nodes[n.parent].all
		}
	}
	for i := range d.lines {
		if inside[d.lines[i].node] {
			d.lines[i].marks = d.nodes[d.lines[i].node].all
		}
	}
	return inside
}

// buriedIn are the marks of boxes that some pages are built of altogether: where next to nothing is left outside them, they say nothing.
const buriedIn = mAside | mTeaser | mWidget | mPromo | mShare | mTags | mNotice

// poorWords is the running text below which a page has next to none; richWords is what a box must hold to be the article after all.
const (
	poorWords = 80
	richWords = 100
)

// unbury forgets the one mark that nearly all of a page's running text bears:
//
//	<div class="sidebar-right"> the whole story </div> <p>Read it on your phone.</p>
func (d *document) unbury() {
	free, held := 0, map[marks]int{}
	for i := range d.lines {
		ln := &d.lines[i]
		free += d.quality(i)
		if bad := ln.marks & (chrome &^ (mTeaser | mTags)); bad != 0 && bad&(bad-1) == 0 && bad&buriedIn != 0 && ln.words >= 20 && ln.stopped {
			kept := ln.marks
			ln.marks &^= bad
			held[bad] += d.quality(i)
			ln.marks = kept
		}
	}
	if free >= poorWords {
		return
	}
	for bit := marks(1); bit <= mCrumbs; bit <<= 1 {
		if held[bit] < max(richWords, 2*free) {
			continue
		}
		for i := range d.nodes {
			n := &d.nodes[i]
			n.own &^= bit
			if n.all = n.own; i > 0 {
				n.all |= d.nodes[n.parent].all
			}
		}
		for i := range d.lines {
			d.lines[i].marks = d.nodes[d.lines[i].node].all
		}
		return
	}
}
