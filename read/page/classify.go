package page

import (
	"math/bits"
	"strings"
)

// chrome is what marks a line as page furniture rather than article.
const chrome = mNav | mFooter | mAside | mComment | mRelated | mShare | mPromo | mAd | mForm | mNotice | mWidget | mButton | mHidden | mTeaser | mTags | mCrumbs

// classify gives every line its role: first what its own characters tell, then where the body begins and ends, then the rest by
// its place and neighbours.
func (d *document) classify() {
	d.clearWideMarks()
	for i := range d.lines {
		d.byPattern(i)
	}
	if d.nodes != nil {
		d.findTitle()
		d.container()
	} else {
		d.findBrands()
		d.threads()
		d.headlines()
		for i := range d.lines {
			d.lines[i].score = d.worth(i)
		}
		d.kindred()
		d.segment()
		d.findTitle()
		d.extend()
	}
	if d.nodes != nil {
		d.insideMarkup()
	} else {
		d.inside()
	}
	d.aboutAuthor()
	d.outside()
}

// aboutAuthor takes the lines about the author out of the ends of the body.
func (d *document) aboutAuthor() {
	d.signedBio()
	seen := 0
	for i := d.to - 1; i >= d.from && seen < 5; i-- {
		if ln := &d.lines[i]; ln.role == Body && ln.words >= 5 {
			seen++
			if d.bio(i) {
				d.set(i, Other, "says who the author is")
				seen--
			}
		}
	}
	seen = 0
	for i := d.from; i < d.to && seen < 1; i++ {
		if ln := &d.lines[i]; (ln.role == Body || ln.role == Standfirst) && ln.words >= 8 {
			seen++
			if d.bio(i) {
				d.set(i, Other, "says who the author is")
				seen--
			}
		}
	}
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
		if before*2 < all {
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
		if d.title >= 0 && i > d.title && words > 60 && d.tag(i) == "h1" && d.tag(d.title) == "h1" && d.nodes[ln.node].parent != home {
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

// lead finds the standfirst: sentences between the title and the core.
func (d *document) lead() {
	if d.title < 0 || d.title >= d.from {
		return
	}
	for i := d.title + 1; i < d.from && i < d.title+25; i++ {
		ln := &d.lines[i]
		if ln.role != "" || ln.words < 7 || ln.linkChars*2 > ln.chars || ln.marks&(chrome&^(mTeaser|mTags)|mCaption) != 0 || d.besideCredit(i) {
			continue
		}
		if ln.marks&mTeaser != 0 && (ln.words < 12 || !ln.stopped || ln.linkChars > 0) {
			continue
		}
		if ln.dates > 0 && ln.digits >= 2 && ln.words <= 20 || ln.marks&(mByline|mDate) != 0 || ln.notices >= 2 && ln.words < 40 {
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

// segment finds the run of lines with the highest sum of points: from the first line of the body to the last. Lines that speak against
// the body cost no more together than gapCost, so that an inset box or a row of buttons does not cut an article in two.
func (d *document) segment() {
	best, sum, start, gap := 0, 0, 0, 0
	others := false // a heading of other stories stands between the last paragraph and this line
	head := -9      // the last line that is a byline or a date
	d.from, d.to = 0, 0
	for i := range d.lines {
		bonus := 0
		if i-head <= headLines && d.lines[i].score >= 10 {
			bonus, head = headBonus, -9
		}
		if sum <= bonus {
			sum, start, gap = bonus, i, 0
		}
		if d.headLine(i) {
			head = i
			if others && sum > 0 && best >= 2*headBonus+100 && i-d.to <= 8 && d.strange(i) {
				break // behind the other stories begins the next one
			}
		}
		others = d.lines[i].role == Related && d.lines[i].phrase != nil || others && d.lines[i].score <= 0
		if d.opensComments(i) && sum >= 100+bonus {
			sum = 0
			continue
		}
		points := max(d.lines[i].score, -stopCost)
		switch {
		case points > 0:
			sum, gap = sum+points, 0
		case points <= -stopCost:
			sum, gap = sum+points, gap+points
		case gap > -gapCost:
			points = max(points, -gapCost-gap)
			sum, gap = sum+points, gap+points
		}
		if sum > best {
			best, d.from, d.to = sum, start, i+1
		}
	}
}

// strange says whether the next paragraphs behind a line have little in common with the body before it.
func (d *document) strange(i int) bool {
	d.wordsOfBody()
	shared, all := 0.0, 0
	for k, seen := i+1, 0; k < len(d.lines) && k < i+20 && seen < 3; k++ {
		if d.lines[k].score >= 10 {
			part, n := d.share(d.at(k), d.bodyWords)
			shared += part * float64(n)
			all += n
			seen++
		}
	}
	return all >= 10 && shared*100 < float64(all)*strangeShare
}

const strangeShare = 15

const (
	gapCost   = 65 // at most, for a run of lines that speak against the body
	headBonus = 80 // for a paragraph right below a byline or date
	headLines = 6
	stopCost  = 60 // of a line behind which no body goes on
)

// findTitle looks for the headline: a heading of the markup, or in flat text the line before the body that shares most words with it.
func (d *document) findTitle() {
	d.wordsOfBody()
	stated := map[uint64]bool{}
	var titles []map[uint64]bool
	if d.given != "" {
		titles = append(titles, d.wordSet(d.given, nil))
	}
	for _, m := range d.meta {
		if m.Field == "title" && len(m.Value) < 400 && len(titles) < 12 {
			titles = append(titles, d.wordSet(m.Value, nil))
		}
	}
	for i := range d.lines {
		if s := d.at(i); isURL(s) && i < d.from {
			d.wordSet(s[strings.LastIndexByte(strings.TrimRight(s, "/"), '/')+1:], stated)
		}
	}
	site := d.siteNames()
	best := 0.0
	last := min(len(d.lines), d.from+1)
	if d.nodes != nil {
		last = len(d.lines)
	}
	for i := 0; i < last; i++ {
		ln := &d.lines[i]
		if ln.role != "" || ln.words < 2 || ln.words > 40 || ln.words > 22 && ln.stopped || d.nodes == nil && (i >= d.from && ln.stopped || ln.words < 3) || ln.marks&(chrome&^mTeaser) != 0 && d.tag(i) != "h1" {
			continue
		}
		if site[ln.hash] {
			continue
		}
		points := 0.0
		told, n := d.share(d.at(i), d.bodyWords)
		if n > 0 && d.nodes != nil {
			points += told
		} else if n > 0 {
			points += told * float64(n) / (float64(n) + 1.5)
			points += d.masthead(i)
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
			points -= 0.012 * float64(max(0, d.from-i))
		} else {
			points -= 0.002 * float64(i)
		}
		if ln.words < 5 {
			points -= 0.2
		}
		floor := 0.3
		switch {
		case d.nodes != nil && len(titles) == 0:
			floor = 0.75
		case d.nodes != nil:
			floor = 1.2
		}
		if d.nodes == nil && i > 0 && d.title == i-1 && d.lines[i-1].words >= 5 && points < best*1.6 {
			continue // the standfirst stands right below the headline
		}
		if points > best && points >= floor {
			best, d.title = points, i
		}
	}
	if d.title >= 0 {
		d.set(d.title, Title, "headline before the body")
		if d.title >= d.from && d.nodes == nil {
			d.from = d.title + 1
		}
	}
}

// masthead says how much the lines right below a line speak for its being the headline of flat text: a byline, a date. A sentence that
// ends with a stop is rather the standfirst below it.
func (d *document) masthead(i int) float64 {
	points := 0.0
	if d.lines[i].stopped && !strings.HasSuffix(d.at(i), "?") {
		points -= 0.25
	}
	for k := i + 1; k < d.from && k <= i+4; k++ {
		if d.headLine(k) {
			return points + 0.25
		}
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

func (d *document) tag(i int) string {
	if d.nodes == nil || d.nodes[d.lines[i].node].element == nil {
		return ""
	}
	return d.nodes[d.lines[i].node].element.name
}

// besideCredit says whether a line is the caption of a picture whose credit stands right before or behind it.
func (d *document) besideCredit(i int) bool {
	ln := &d.lines[i]
	credit := func(k int) bool {
		return k >= 0 && k < len(d.lines) && d.lines[k].role == Caption && isCredit(d.at(k))
	}
	switch {
	case credit(i+1) && credit(i-1):
		return true
	case credit(i+1) && i+2 < len(d.lines) && d.lines[i+2].hash == ln.hash, credit(i-1) && i >= 2 && d.lines[i-2].hash == ln.hash:
		return true
	case credit(i+1) && d.lines[i+1].gap == 0 && (d.spaced && ln.gap > 0 || !ln.stopped) && ln.words < 60:
		return true
	}
	return false
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
		case ln.marks&mByline != 0 && d.title >= 0 && i >= d.title-6 && i <= max(d.from, d.title)+6 && ln.words <= 20 && ln.caps >= 2 && !ln.stopped && ln.marks&(mRelated|mNav|mFooter|mComment|mTeaser|mHidden) == 0:
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
