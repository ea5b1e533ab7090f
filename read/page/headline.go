package page

import "strings"

// headline returns the headline of flat text, where words that it shares with the body do not tell, or told the standfirst below it. Its rules,
// the first that answers decides:
//
//	[Czech Republic] [Witnesses tell of panic] [Students hid in lecture halls.] [Ada Brand]  →  the head of the run, above its standfirst
//	[Port shut, says governor] [Radio Nord] [Port shut, says governor] [More] [The port …]    →  the line that stands twice before the text
//	[Court list] [By Nella Quist] [4 March 2020] [A man from Quay Lane …]                     →  the first line, right above a byline or a date
//	[Port shut, says governor] [The port of Sel …]                                            →  the first line, right above the text
//	[Sections] [Harbours] [Port shut, says governor] [The port of Sel …]                      →  the line between short ones and the text
//	[Other story] [Another story] [Port shut, says governor] [4 March 2020]                   →  the last of a run of headlines, above a date
func (d *document) headline(best int) int {
	if best >= 0 {
		return d.headOfRun(best)
	}
	for _, rule := range []func() int{d.printedTwice, d.aboveMasthead, d.firstLine, d.aboveText, d.endOfRun} {
		if i := rule(); i >= 0 {
			return i
		}
	}
	return -1
}

// runLines is how many lines a headline and its standfirsts have at most.
const runLines = 6

// headOfRun goes from a line up to the headline above it, over other standfirsts. A run below the heading of other stories is none, nor is a line that
// says less of the text than headlines do: a kicker, a section's name, a picture's caption.
func (d *document) headOfRun(t int) int {
	if d.deskLine(t) && t > 0 && d.heads(t-1) {
		return t - 1
	}
	if t+1 < len(d.lines) && d.lines[t+1].words >= 4 && strings.HasSuffix(d.at(t), " "+d.at(t+1)) {
		return t + 1 // a trail of sections ran together with it: "Home News Port shut, says governor"
	}
	if i := d.belowTrail(t); i >= 0 {
		return i
	}
	if i := d.overMasthead(t); i >= 0 {
		return i
	}
	run, before := d.runAbove(t)
	low := &d.lines[t]
	for k := len(run) - 1; k > 0; k-- {
		i := run[k]
		if !d.tellsText(i) {
			continue
		}
		opens := k == len(run)-1 && before > 0 && before <= 3 && d.lines[i].words <= 2*low.words && (k == 1 || d.told(i) >= d.told(t) && d.signedBelow(t))
		if low.stopped || low.words >= d.lines[i].words+2 || opens || d.titleCase(i) && !d.titleCase(t) {
			return i
		}
	}
	return t
}

// belowTrail finds, shortly above a line that was taken for the headline, the one that ends the trail of sections above it or stands twice in a row: the standfirst was
// taken.
//
//	Home News Port shut?       News Port shut?
//	Port shut?                 The ferries wait.
//	The ferries wait.
func (d *document) belowTrail(t int) int {
	for i := t - 1; i > 0 && i >= t-3; i-- {
		ln, s, above := &d.lines[i], d.at(i), d.at(i-1)
		if ln.words < 3 || ln.words > 30 || ln.stopped && !strings.HasSuffix(s, "?") || ln.role != "" && ln.role != Related {
			continue
		}
		trail, ends := strings.CutSuffix(above, s)
		if ends && (trail == "" && ln.words >= 5 || trail != "" && len(trail) < 60) {
			return i
		}
	}
	return -1
}

// overMasthead finds the line that a byline or a date parts from one that was taken for the headline: below them stands the standfirst. -1 for none.
func (d *document) overMasthead(t int) int {
	masthead := false
	for i := t - 1; i >= 0 && i >= t-4; i-- {
		ln := &d.lines[i]
		switch {
		case d.headLine(i) || ln.role == "" && ln.digits > 2 && ln.dates > 1 && ln.words <= 20:
			masthead = true
		case ln.words <= 3 || ln.role == Caption:
		case masthead && i <= 3 && d.tellsText(i) && (d.lines[t].quoted || d.lines[t].stopped || d.told(i) >= d.told(t)):
			return i
		default:
			return -1
		}
	}
	return -1
}

// deskLine says whether a line is a byline that names nobody, above a date: "By the court desk".
func (d *document) deskLine(t int) bool {
	ln := &d.lines[t]
	return ln.phrase != nil && ln.phrase.role == Byline && ln.words <= 6 && !ln.stopped && t+1 < len(d.lines) && d.headLine(t+1)
}

// runAbove collects a line and those above it that are as long as headlines, and says how many words the line before them has. Below the heading of
// other stories, or where there are too many, it is the line alone.
func (d *document) runAbove(t int) (run []int, before int) {
	run = []int{t}
	for i := t - 1; i >= 0; i-- {
		ln := &d.lines[i]
		if d.repeated(i) && ln.words >= 4 && !d.shares(i, 2) {
			continue // "This article is more than a month old", twice
		}
		if ln.words < 4 || ln.words > 30 || ln.colon || ln.cut || ln.role != "" || ln.thread || d.besideCredit(i) {
			if ln.role == Related {
				return run[:1], 0
			}
			return run, ln.words
		}
		if len(run) == runLines {
			return run[:1], 0
		}
		run = append(run, i)
	}
	return run, 0
}

// tellsText says whether a line can be the headline by what it says of the text.
func (d *document) tellsText(i int) bool {
	ln, s := &d.lines[i], d.at(i)
	part, n := d.share(s, d.bodyWords)
	dated := ln.dates > 0 && ln.digits > 0 || ln.digits >= 3 && ln.words <= 6
	return ln.words >= 5 && !dated && (!ln.stopped || strings.HasSuffix(s, "?")) && (part*float64(n) >= 2.9 || part >= 0.5 && n >= 3) &&
		!strings.HasSuffix(s, ")") && d.heads(i)
}

// told is how many of a line's longer words the body has too.
func (d *document) told(i int) float64 {
	part, n := d.share(d.at(i), d.bodyWords)
	return part * float64(n)
}

// signedBelow says whether a byline stands right below a line.
func (d *document) signedBelow(t int) bool {
	for k := t + 1; k < len(d.lines) && k <= t+2; k++ {
		if d.lines[k].role == Byline {
			return true
		}
	}
	return false
}

// shares says whether a line has so many longer words that the body has too.
func (d *document) shares(i, least int) bool {
	return d.told(i) > float64(least)-0.1
}

// printedTwice finds the line that stands twice among the first ones before the text: once as the page's name, once as its headline.
func (d *document) printedTwice() int {
	for i := 0; i < d.from && i < runLines; i++ {
		ln := &d.lines[i]
		if ln.words < 5 || ln.words > 30 || ln.dups == 0 || ln.role != "" && ln.role != Related {
			continue
		}
		for k := i + 1; k < d.from && k <= i+4; k++ {
			if d.lines[k].dup == i && (d.shares(k, 1) || k-i > 1) {
				return k
			}
		}
	}
	return -1
}

// aboveMasthead finds a first line that only a byline, or a byline and a date, part from the text; a gallery may stand between.
func (d *document) aboveMasthead() int {
	if len(d.lines) < 3 || !d.heads(0) || d.apart(0) > 6 {
		return -1
	}
	if d.lines[1].role == Byline || d.lines[0].words >= 5 && d.aboveDate(0) && d.shares(0, 1) {
		return 0
	}
	return -1
}

// firstLine finds a first line that the text follows at once, or behind few short lines.
func (d *document) firstLine() int {
	for i := 0; i < d.from && i < 3; i++ {
		ln := &d.lines[i]
		if ln.words <= 3 || ln.role != "" { // a section's name, a button
			continue
		}
		if d.heads(i) && !ln.stopped && ln.words >= 5 && d.from-i <= 6 && d.shares(i, 2) {
			return i
		}
		return -1
	}
	return -1
}

// heads says whether a line can be a headline by its length: two words at least, a capital or a digit first, no sentence with a stop.
func (d *document) heads(i int) bool {
	ln := &d.lines[i]
	return ln.words >= 2 && ln.words <= 30 && ln.caps+ln.digits > 0 && !ln.colon && !ln.bullet && ln.role == "" && !d.postSigned(i) && !creditEnd(d.at(i)) && (!ln.stopped || ln.words <= 22)
}

// aboveText finds the line above the text, its standfirst, byline, date and buttons between them or not, where only short lines stand before it.
func (d *document) aboveText() int {
	long := 0 // standfirsts passed
	for i := d.from - 1; i > 0 && i >= d.from-8 && long <= 2; i-- {
		ln := &d.lines[i]
		if ln.words <= 4 || ln.role != "" && ln.role != Related || ln.thread {
			continue
		}
		if d.heads(i) && ln.words >= 5 && ln.words <= 22 && (!ln.stopped || ln.words <= 14 && ln.digits == 0) && (d.lines[i-1].words <= 4 || d.headLine(i-1)) &&
			(d.shares(i, 2) || d.shares(i, 1) && d.aboveHead(i)) {
			return i
		}
		long++
	}
	return -1
}

// aboveHead says whether a byline or a date stands within four lines below a line.
func (d *document) aboveHead(i int) bool {
	for k := i + 1; k < len(d.lines) && k <= i+4; k++ {
		if d.headLine(k) {
			return true
		}
	}
	return false
}

// endOfRun finds the last of a run of headlines before the text where a date stands right below it.
func (d *document) endOfRun() int {
	for i := d.from - 1; i > 0 && i >= d.from-12; i-- {
		ln := &d.lines[i]
		if ln.role != Related || ln.phrase != nil || ln.words < 5 || d.lines[i+1].role == Related && d.lines[i+1].words >= 5 || !d.shares(i, 3) {
			continue
		}
		for k := i + 1; k <= i+3 && k < d.from; k++ {
			if l := &d.lines[k]; l.dates+l.digits > 1 && l.words <= 8 && !l.stopped {
				return i
			}
		}
		return -1
	}
	return -1
}

// standfirst gives its role to a line of flat text right below the headline that says more of the same in a sentence.
func (d *document) standfirst() {
	if d.title < 0 {
		return
	}
	for i := d.title + 1; i < d.from && i <= d.title+3; i++ {
		ln := &d.lines[i]
		switch {
		case ln.role == Caption || ln.role == Notice || ln.role == Footnote:
			return
		case ln.role != "" || ln.words <= 4 || d.repeated(i) && ln.words <= 10: // "This article is more than a month old", twice
			continue
		case ln.words < 8 || ln.words > 60 || ln.cut || ln.colon || ln.digits > 3 || d.besideCredit(i) || creditEnd(d.at(i)) || ln.noticed() || d.bio(i) || d.repeated(i):
			return
		case ln.stopped || !d.titleCase(i) && ln.lowers*2 > ln.words && d.shares(i, 2):
			d.set(i, Standfirst, "a sentence below the headline")
		}
		return
	}
}
