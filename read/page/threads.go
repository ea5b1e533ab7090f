package page

import (
	"slices"
	"strings"
)

// threads finds runs of lines in which every few lines one says who wrote when: comments under an article, or a list of other stories
// with their dates. What stands between such lines is not the article.
func (d *document) threads() {
	for i := range d.lines {
		d.lines[i].comment = d.commentSigned(i)
	}
	d.thread(10, 250, d.signed)
	d.thread(30, 600, func(i int) bool { return d.lines[i].comment && !d.aged(d.at(i)) }) // teasers are dated so too
}

// thread marks the runs of four and more lines for which mark is true, at most so many lines and words apart.
func (d *document) thread(reach, most int, mark func(i int) bool) {
	var marks []int
	words := 0 // since the last mark
	flush := func() {
		comments, first := 0, -1
		for n, i := range marks {
			if d.lines[i].comment {
				comments++
				if first < 0 {
					first = n
				}
			}
		}
		if comments >= 4 { // dates before the first comment are the article's
			marks = marks[first:]
		}
		if len(marks) >= 4 {
			last := marks[len(marks)-1]
			for i := max(0, marks[0]-1); i <= last; i++ {
				d.lines[i].thread = true
			}
			for i := last + 1; i < len(d.lines) && i <= last+2 && comments > 0 && d.lines[i].words < 60; i++ {
				d.lines[i].thread = true
			}
		}
		marks, words = marks[:0], 0
	}
	for i := range d.lines {
		if !mark(i) {
			words += d.lines[i].words
			continue
		}
		if n := len(marks); n > 0 && (i-marks[n-1] > reach || words > most) {
			flush()
		}
		words = 0
		marks = append(marks, i)
	}
	flush()
}

// signed says whether a line is the kind that heads a comment or a teaser: "nick says:", "November 19, 2019 at 6:34 am", "2 days ago", "Reply".
func (d *document) signed(i int) bool {
	ln := &d.lines[i]
	if ln.words > 16 || ln.words == 0 || d.postSigned(i) || d.rolls(i) {
		return false
	}
	return ln.role == Clock || ln.comment || ln.words <= 8 && ln.digits > 0 && ln.dates > 0 && !ln.stopped && d.buildOf(i) != dated
}

// rolls says whether a line is the time of day that heads an item of a rolling report: it stands between a rule and a paragraph.
//
//	___
//	9:45 a.m.
//	The harbour master of Sel says the port will stay shut until Monday.
func (d *document) rolls(i int) bool {
	return i > 0 && i+1 < len(d.lines) && d.lines[i].role == Clock && d.lines[i].dates == 0 && d.isRule(i-1) && d.paragraph(i+1)
}

// isRule says whether a line is drawn rather than written: "___", "* * *", "—".
func (d *document) isRule(i int) bool {
	return d.lines[i].words == 0 && strings.Trim(d.at(i), "_*-–—~=• ") == ""
}

// commentSigned says whether a line heads or ends a comment: "nick says:", "2 days ago at 07:52 am", "Reply".
func (d *document) commentSigned(i int) bool {
	ln := &d.lines[i]
	if ln.words > 16 || ln.words == 0 || d.postSigned(i) {
		return false
	}
	s := strings.ToLower(d.at(i))
	signs := &d.lex.signs
	switch {
	case slices.ContainsFunc(signs.speaks, func(w string) bool { return strings.HasSuffix(s, w) }):
		return ln.words <= 12 || ln.role == Clock
	case slices.Contains(signs.answer, s):
		return true
	}
	return ln.words <= 10 && (d.aged(s) || ln.digits > 0 && slices.ContainsFunc(signs.since, func(w string) bool { return strings.HasPrefix(s, w+" ") }) ||
		slices.ContainsFunc(signs.ago, func(w string) bool { return strings.Contains(s, " "+w+" at ") }))
}

// aged says whether a line in small letters ends with an age: "2 days ago".
func (d *document) aged(s string) bool {
	return slices.ContainsFunc(d.lex.signs.ago, func(w string) bool { return strings.HasSuffix(s, " "+w) })
}

// opensComments says whether a line is the heading of the comments: "Comments", "12 comments", "Join the conversation".
func (d *document) opensComments(i int) bool {
	ln := &d.lines[i]
	if ln.phrase == nil || ln.words > 6 || ln.role == Body {
		return false
	}
	return containsAny(ln.phrase.text, d.lex.signs.comments)
}

// postSigned says whether a line signs a post that the article shows: "— Ada Marrow (@adamarrow) November 18, 2019".
func (d *document) postSigned(i int) bool {
	s := d.at(i)
	return (strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–")) && strings.Contains(s, "(@")
}

// headlines finds runs of lines that are as long as headlines and mostly end like them, without a stop: lists of other stories.
func (d *document) headlines() {
	flush := func(from, to int) {
		n, open, words := 0, 0, 0
		for i := from; i < to; i++ {
			n++
			words += d.lines[i].words
			if !d.lines[i].stopped || strings.HasSuffix(d.at(i), "...") || strings.HasSuffix(d.at(i), "…") {
				open++
			}
		}
		if n < 5 || open*10 < n*7 || words < 8*n || d.listed(from, to) {
			return
		}
		for i := from; i < to; i++ {
			d.set(i, Related, "a run of headlines")
		}
	}
	from := 0
	for i := 0; i <= len(d.lines); i++ {
		if i < len(d.lines) {
			ln := &d.lines[i]
			if ln.role == "" && ln.words >= 5 && ln.words <= 42 && !(ln.stopped && !ln.cut && ln.words >= 22) && !ln.colon && !ln.bullet && !ln.quoted {
				continue
			}
		}
		flush(from, i)
		from = i + 1
	}
}
