package page

import "strings"

// insideMarkup gives roles to the lines of the core element, from the body's first line to its last.
func (d *document) insideMarkup() {
	lists := d.listDensity()
	plain := d.plainBlocks()
	home := d.home()
	linkedHeadings, lastLinked := d.linkedHeadings(), -9
	shut := false // behind a heading of related stories
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.outside {
			continue
		}
		tag := d.tag(i)
		heading := len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
		linked := ln.linkChars*10 > ln.chars*8
		if tag == "p" && d.nodes[ln.node].parent == home && ln.stopped && ln.words >= 15 && ln.linkChars*3 < ln.chars {
			ln.marks &^= d.nodes[ln.node].own & (mShare | mAd | mForm | mTags | mRelated | mTeaser | mPromo | mWidget) // one of the body's paragraphs
		}
		sentence := ln.stopped && ln.words >= 4 || ln.words >= 25
		if ln.role == Related && !sentence {
			shut = heading || ln.words <= 6 && i+1 < d.to && (d.tag(i+1) == "li" || d.lines[i+1].linkChars*2 > d.lines[i+1].chars)
		} else if shut && heading && !linked {
			shut = false
		} else if shut && (ln.role == "" || ln.role == Body) && !linked && (tag == "p" || d.nodes[ln.node].parent == home && tag != "li") &&
			ln.words >= 8 && ln.stopped && ln.linkChars*3 < ln.chars && ln.marks&chrome == 0 {
			shut = false
		}
		if ln.role == Counter && (tag == "td" || tag == "th") && ln.marks&chrome == 0 {
			d.set(i, Body, "a figure in a table")
		}
		if ln.role == Other && isURL(d.at(i)) && ln.marks&chrome == 0 && flowText(tag) {
			d.set(i, Body, "an address that the article gives")
		}
		if ln.role != "" {
			continue
		}
		if ln.marks&mQuote != 0 {
			ln.marks &^= mShare | mWidget // a post that the article shows
		}
		switch {
		case i <= d.from+6 && ln.markedByline():
			d.set(i, Byline, "marked as a byline near the title")
		case ln.marks&mDate != 0 && ln.digits > 0 && ln.words <= 14 && !ln.stopped && tag != "p":
			d.set(i, Clock, "marked as a date")
		case ln.marks&mCaption != 0:
			d.set(i, Caption, "marked as a caption")
		case d.besideCredit(i):
			d.set(i, Caption, "stands beside a picture credit")
		case ln.marks&(mHidden|mNav|mFooter|mShare|mForm|mButton|mAd|mCrumbs|mTags) != 0:
			d.set(i, Menu, "page furniture: "+(ln.marks&chrome).String())
		case ln.marks&(mRelated|mAside|mTeaser|mComment|mPromo|mWidget|mNotice) != 0:
			d.set(i, Related, "inset box: "+(ln.marks&chrome).String())
		case shut:
			d.set(i, Related, "behind a heading of other stories")
		case heading && linked:
			d.set(i, Related, "a heading that is a link")
			lastLinked = i
		case linkedHeadings >= 3 && i-lastLinked <= 4 && tag != "p":
			d.set(i, Related, "the teaser of a linked heading")
		case heading && ln.words <= 30:
			d.set(i, Subhead, "a heading in the body")
		case linked && tag == "li" && lists[d.list(ln.node)] > 60:
			d.set(i, Related, "a list of links")
		case linked && tag != "li" && (ln.words >= 4 || !plain):
			d.set(i, Related, "all of it is a link")
		case ln.notices >= 3 && ln.notices*100 >= ln.words*20 && ln.words <= 30:
			d.set(i, Notice, "speaks to the site's user")
		case sentence && d.copies(i) >= 3 && tag != "p" && tag != "td":
			d.set(i, Other, "stands on the page three times and more")
		case sentence && !plain && tag == "div" && d.repeated(i):
			d.set(i, Caption, "repeated, and no paragraph")
		case sentence && !plain && !flowText(tag):
			d.set(i, Body, "a sentence in a bare block")
		case sentence:
			d.set(i, Body, "a sentence in the element that holds the body")
		case d.repeated(i) && (linked || tag != "p" && tag != "li"):
			d.set(i, Related, "no sentence, and repeated on the page")
		case d.isTagList(i) && ln.linkChars*2 > ln.chars:
			d.set(i, Other, "list of tags")
		case tag == "p" && ln.words <= 12 && !ln.colon && i+1 < d.to && d.lines[i+1].stopped && d.lines[i+1].words > ln.words && i > 0 && d.lines[i-1].stopped:
			d.set(i, Subhead, "short, no end mark, between paragraphs")
		case flowText(tag) || plain:
			d.set(i, Body, "text in the element that holds the body")
		case ln.words >= 12 && ln.linkChars == 0:
			d.set(i, Body, "a long line in the element that holds the body")
		default:
			d.set(i, Other, "a short line that is no paragraph")
		}
	}
	d.trimEnd(plain)
}

// home is the element whose children most of the body's running text are, 0 for none.
func (d *document) home() int32 {
	words := map[int32]int{}
	best := int32(0)
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.outside || !ln.stopped || ln.words < 8 || ln.linkChars*2 > ln.chars || ln.node == 0 {
			continue
		}
		p := d.nodes[ln.node].parent
		words[p] += ln.words
		if words[p] > words[best] {
			best = p
		}
	}
	return best
}

// linkedHeadings counts the headings in the body's range that are links: three and more head a list of teasers.
func (d *document) linkedHeadings() int {
	n := 0
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if tag := d.tag(i); !ln.outside && len(tag) == 2 && tag[0] == 'h' && tag != "hr" && ln.linkChars*10 > ln.chars*8 {
			n++
		}
	}
	return n
}

// flowText says whether an element holds running text by its nature.
func flowText(tag string) bool {
	switch tag {
	case "p", "li", "td", "th", "pre", "blockquote", "dd", "dt", "ol", "ul":
		return true
	}
	return false
}

// plainBlocks says whether the page writes its paragraphs as bare blocks and line breaks instead of <p>.
func (d *document) plainBlocks() bool {
	marked, bare := 0, 0
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.outside || !ln.stopped || ln.words < 8 || ln.linkChars*2 > ln.chars || ln.marks&chrome != 0 {
			continue
		}
		if flowText(d.tag(i)) {
			marked += ln.words
		} else {
			bare += ln.words
		}
	}
	return bare > marked
}

// copies is how often the line stands on the page.
func (d *document) copies(i int) int {
	if first := d.lines[i].dup; first >= 0 {
		i = first
	}
	return d.lines[i].dups + 1
}

// list is the list that an element stands in, 0 for none.
func (d *document) list(n int32) int32 {
	for steps := 0; n > 0 && steps < 8; steps++ {
		if e := d.nodes[n].element.name; e == "ul" || e == "ol" {
			return n
		}
		n = d.nodes[n].parent
	}
	return 0
}

// listDensity is the share of each list's characters that are links, in percent.
func (d *document) listDensity() map[int32]int {
	chars, links := map[int32]int{}, map[int32]int{}
	for i := d.from; i < d.to; i++ {
		if l := d.list(d.lines[i].node); l > 0 {
			chars[l] += d.lines[i].chars
			links[l] += d.lines[i].linkChars
		}
	}
	for l := range chars {
		links[l] = links[l] * 100 / max(chars[l], 1)
	}
	return links
}

// trimEnd takes headings and short lines behind the last paragraph out of the body.
func (d *document) trimEnd(plain bool) {
	for i := d.to - 1; i >= d.from; i-- {
		ln := &d.lines[i]
		if ln.outside {
			continue
		}
		switch {
		case ln.role == Subhead:
			d.set(i, Related, "a heading with no text behind it")
		case ln.role == Body && ln.words < 6 && !ln.stopped && !strings.HasPrefix(d.tag(i), "li"):
			d.set(i, Other, "a short line behind the last paragraph")
		case ln.role == Body && !plain && d.tag(i) == "div":
			d.set(i, Related, "a bare block behind the last paragraph")
		case ln.role == Body:
			return
		}
	}
}
