package page

import "strings"

// insider goes over the lines of the core element, from the body's first line to its last.
type insider struct {
	*document
	lists          map[int32]int  // share of each list's characters that are links, in percent
	led            map[int32]bool // lists that belong to the text although their items are links
	plain          bool           // paragraphs are bare blocks
	home           int32          // the element whose children the paragraphs are
	linkedHeadings int
	lastLinked     int  // the last heading that is a link
	shut           bool // behind a heading of related stories
}

// seen is one line as the rules look at it.
type seen struct {
	*line
	i                         int
	tag                       string
	heading, linked, sentence bool
}

// insideRule gives a role to a line for which it holds; its name is the line's reason. Rules are asked in their order.
type insideRule struct {
	name  string
	role  Role
	marks bool // the marks of the markup that it looks at are part of the reason
	holds func(*insider, seen) bool
}

var insideRules = []insideRule{
	{"marked as a byline near the title", Byline, false, func(d *insider, l seen) bool { return l.i <= d.from+6 && l.markedByline() }},
	{"marked as a date", Clock, false, func(d *insider, l seen) bool {
		return l.marks&mDate != 0 && l.digits > 0 && l.words <= 14 && !l.stopped && l.tag != "p"
	}},
	{"marked as a caption", Caption, false, func(d *insider, l seen) bool { return l.marks&mCaption != 0 }},
	{"stands beside a picture credit", Caption, false, func(d *insider, l seen) bool { return d.besideCredit(l.i) }},
	{"page furniture", Menu, true, func(d *insider, l seen) bool {
		return l.marks&(mHidden|mNav|mFooter|mShare|mForm|mButton|mAd|mCrumbs|mTags) != 0
	}},
	{"inset box", Related, true, func(d *insider, l seen) bool {
		return l.marks&(mRelated|mAside|mTeaser|mComment|mPromo|mWidget|mNotice) != 0
	}},
	{"program code", Other, false, func(d *insider, l seen) bool { return l.tag == "pre" && !l.noticed() && isCode(d.at(l.i)) }},
	{"behind a heading of other stories", Related, false, func(d *insider, l seen) bool { return d.shut }},
	{"a heading that is a link", Related, false, func(d *insider, l seen) bool { return l.heading && l.linked && d.linkedHeadings > 0 }},
	{"the teaser of a linked heading", Related, false, func(d *insider, l seen) bool {
		return d.linkedHeadings >= 3 && l.i-d.lastLinked <= 4 && l.tag != "p"
	}},
	{"a heading in the body", Subhead, false, func(d *insider, l seen) bool { return l.heading && l.words <= 30 }},
	{"an item of a list that the text leads in", Body, false, func(d *insider, l seen) bool {
		return l.linked && l.tag == "li" && d.led[d.list(l.node)] && !d.repeated(l.i)
	}},
	{"a list of links", Related, false, func(d *insider, l seen) bool { return l.linked && l.tag == "li" && d.lists[d.list(l.node)] > 60 }},
	{"all of it is a link", Related, false, func(d *insider, l seen) bool {
		return l.linked && l.tag != "li" && l.tag != "td" && l.tag != "th" && (l.words >= 4 || !d.plain)
	}},
	{"a row of links", Related, false, func(d *insider, l seen) bool { // Quays of the year: Sel | Nord | South
		return l.linkChars*2 > l.chars && !l.sentence && strings.Count(d.at(l.i), " | ") >= 2
	}},
	{"speaks to the site's user", Notice, false, func(d *insider, l seen) bool {
		return l.notices >= 3 && l.notices*100 >= l.words*20 && l.words <= 30
	}},
	{"a paragraph that stood in the body before", Other, false, func(d *insider, l seen) bool {
		return l.words >= 25 && l.tag != "li" && l.tag != "td" && l.dup >= d.from && l.dup < l.i && d.lines[l.dup].role == Body
	}},
	{"stands on the page three times and more", Other, false, func(d *insider, l seen) bool {
		return l.sentence && d.copies(l.i) >= 3 && l.tag != "p" && l.tag != "td"
	}},
	{"repeated, and no paragraph", Caption, false, func(d *insider, l seen) bool {
		return l.sentence && !d.plain && l.tag == "div" && d.repeated(l.i)
	}},
	{"a sentence in a bare block", Body, false, func(d *insider, l seen) bool { return l.sentence && !d.plain && !flowText(l.tag) }},
	{"a sentence in the element that holds the body", Body, false, func(d *insider, l seen) bool { return l.sentence }},
	{"no sentence, and repeated on the page", Related, false, func(d *insider, l seen) bool {
		return d.repeated(l.i) && (l.linked || l.tag != "p" && l.tag != "li" && l.tag != "td" && l.tag != "th")
	}},
	{"list of tags", Other, false, func(d *insider, l seen) bool { return d.isTagList(l.i) && l.linkChars*2 > l.chars }},
	{"short, no end mark, between paragraphs", Subhead, false, func(d *insider, l seen) bool {
		return l.tag == "p" && l.words <= 12 && !l.colon && l.i+1 < d.to && d.lines[l.i+1].stopped && d.lines[l.i+1].words > l.words && l.i > 0 && d.lines[l.i-1].stopped
	}},
	{"text in the element that holds the body", Body, false, func(d *insider, l seen) bool { return flowText(l.tag) || d.plain }},
	{"a long line in the element that holds the body", Body, false, func(d *insider, l seen) bool { return l.words >= 12 && l.linkChars == 0 }},
	{"a short line that is no paragraph", Other, false, func(d *insider, l seen) bool { return true }},
}

// insideMarkup gives roles to the lines of the core element.
func (doc *document) insideMarkup() {
	d := &insider{document: doc, lists: doc.listDensity(), led: doc.ledLists(), plain: doc.plainBlocks(), home: doc.home(), linkedHeadings: doc.linkedHeadings(), lastLinked: -9}
	for i := d.from; i < d.to; i++ {
		if d.lines[i].outside {
			continue
		}
		l := d.see(i)
		d.others(l)
		d.forgive(l)
		if l.role == "" {
			d.judge(l)
		}
	}
	d.trimEnd(d.plain)
}

// see gathers what the rules ask of a line, and forgets what classes say of the body's own paragraphs.
func (d *insider) see(i int) seen {
	ln := &d.lines[i]
	tag := d.tag(i)
	l := seen{line: ln, i: i, tag: tag, heading: isHeading(tag), linked: ln.linkChars*10 > ln.chars*8, sentence: ln.stopped && ln.words >= 4 || ln.words >= 25}
	if tag == "p" && d.nodes[ln.node].parent == d.home && ln.stopped && ln.words >= 15 && ln.linkChars*3 < ln.chars {
		ln.marks &^= d.nodes[ln.node].own & (mShare | mAd | mForm | mTags | mRelated | mTeaser | mPromo | mWidget)
	}
	return l
}

// others follows the boxes of other stories: one opens behind a heading that says so, and ends at the next heading or paragraph of the body.
func (d *insider) others(l seen) {
	switch {
	case l.role == Related && !l.sentence:
		d.shut = l.heading || l.words <= 6 && l.i+1 < d.to && (d.tag(l.i+1) == "li" || d.lines[l.i+1].linkChars*2 > d.lines[l.i+1].chars)
	case !d.shut:
	case l.heading && !l.linked:
		d.shut = false
	case (l.role == "" || l.role == Body) && !l.linked && (l.tag == "p" || d.nodes[l.node].parent == d.home && l.tag != "li") &&
		l.words >= 8 && l.stopped && l.linkChars*3 < l.chars && l.marks&chrome == 0:
		d.shut = false
	}
}

// forgive takes back what a line's characters alone told: a figure in a table, an address that the article gives.
func (d *insider) forgive(l seen) {
	switch {
	case l.marks&chrome != 0:
	case (l.role == Counter || l.role == Clock) && (l.tag == "td" || l.tag == "th" || l.marks&mTable != 0 && l.linkChars == 0):
		d.set(l.i, Body, "a figure in a table")
	case l.role == Clock && l.tag == "li" && l.linkChars == 0 && l.i > d.from+6:
		d.set(l.i, Body, "a date in a list")
	case l.role == Other && isURL(d.at(l.i)) && flowText(l.tag):
		d.set(l.i, Body, "an address that the article gives")
	}
	if l.role == "" && l.marks&mQuote != 0 {
		l.marks &^= mShare | mWidget // a post that the article shows
	}
}

// judge asks the rules.
func (d *insider) judge(l seen) {
	for _, r := range insideRules {
		if !r.holds(d, l) {
			continue
		}
		why := r.name
		if r.marks {
			why += ": " + (l.marks & chrome).String()
		}
		if l.heading && l.linked && r.role == Related && r.name == "a heading that is a link" {
			d.lastLinked = l.i
		}
		d.set(l.i, r.role, why)
		return
	}
}

// isCode says whether preformatted text is a program's or a machine's rather than somebody's words: full of brackets, equal signs, slashes.
func isCode(s string) bool {
	signs := 0
	for i := 0; i < len(s); i++ {
		if strings.IndexByte("{}[]()<>=;_|\\/#$*&@", s[i]) >= 0 {
			signs++
		}
	}
	return signs*codeSigns >= len(s)
}

const codeSigns = 40 // one such sign in so many characters

// isHeading says whether an element is a heading of any rank.
func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
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

// headsProse says whether more running text stands beside a heading, below it, than teasers have: the link in it leads to what the article tells of.
func (d *document) headsProse(i int) bool {
	words, home := 0, d.nodes[d.lines[i].node].parent
	for k := i + 1; k < d.to && k <= i+headReach && words < headWords; k++ {
		ln := &d.lines[k]
		if isHeading(d.tag(k)) && words > 0 {
			break
		}
		if !ln.outside && ln.stopped && ln.words >= 8 && ln.linkChars*3 < ln.chars && ln.marks&chrome == 0 && d.nodes[ln.node].parent == home {
			words += ln.words
		}
	}
	return words >= headWords
}

const (
	headWords = 60 // more than a teaser has
	headReach = 25 // lines below a heading in which they are looked for
)

// linkedHeadings counts the headings in the body's range that are links: three and more head a list of teasers. Where most of them head running text
// of the article's own they count for nothing: they lead to the things that it tells of.
func (d *document) linkedHeadings() int {
	n, own := 0, 0
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if !ln.outside && isHeading(d.tag(i)) && ln.linkChars*10 > ln.chars*8 {
			n++
			if d.headsProse(i) {
				own++
			}
		}
	}
	if own*2 > n {
		return 0
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

// ledLists are the lists of links that the text leads in with a colon, and, where many stand between its paragraphs, all that stand right below one:
//
//	Here is a selection:          Circa Quays
//	  Courses for growers           25 per cent off beans
//	  Courses for builders        Harbour & Sons
//	                                Up to 40 per cent off
func (d *document) ledLists() map[int32]bool {
	led, below := map[int32]bool{}, []int32{}
	last, list := -1, int32(0)
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.outside {
			continue
		}
		if l := d.list(ln.node); l > 0 && l != list {
			list = l
			if last >= 0 && ln.linkChars*10 > ln.chars*8 {
				switch before := &d.lines[last]; {
				case before.role == Related || before.role == Notice || d.list(before.node) > 0 || before.marks&chrome != 0:
				case before.colon && before.words >= 4 && !isHeading(d.tag(last)):
					led[l] = true
				case d.tag(last) == "p":
					below = append(below, l)
				}
			}
		}
		last = i
	}
	if len(below) >= manyLists {
		for _, l := range below {
			led[l] = true
		}
	}
	return led
}

// manyLists is how many lists of links between paragraphs are the page's way of telling.
const manyLists = 6

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
