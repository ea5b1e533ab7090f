package page

import "strings"

// inside gives roles to the lines of flat text between the body's first and last: paragraphs, and what stands in the gaps between them.
func (d *document) inside() {
	d.unstopped = d.rarelyOpen()
	for i := d.from; i < d.to; {
		if d.prose(i) {
			d.paragraphRole(i)
			i++
			continue
		}
		end := i + 1
		for end < d.to && !d.prose(end) {
			end++
		}
		d.gapRoles(i, end)
		i = end
	}
}

// prose says whether a line inside the body is a sentence or more, or leads in what follows.
func (d *document) prose(i int) bool {
	ln := &d.lines[i]
	return ln.role == "" && (ln.stopped && ln.words >= 4 && !d.shortened(i) || ln.words >= 25 || ln.colon && ln.words >= 4)
}

// shortened says whether a line is a headline cut off by dots.
func (d *document) shortened(i int) bool {
	ln := &d.lines[i]
	return ln.cut && ln.words >= 5 && ln.words <= 14 && !ln.quoted && ln.wide == 0
}

// foreignRules give a role to lines inside the body of flat text that are no part of it wherever they stand. They are asked in their order.
var foreignRules = []struct {
	name  string
	role  Role
	holds func(d *document, i int, ln *line, s string) bool
}{
	{"stands beside a picture credit", Caption, func(d *document, i int, ln *line, s string) bool { return d.besideCredit(i) }},
	{"stands among comments or dated teasers", Notice, func(d *document, i int, ln *line, s string) bool { return ln.thread }},
	{"speaks to the site's user", Notice, func(d *document, i int, ln *line, s string) bool { return ln.noticed() && !ln.quoted }},
	{"all of it in square brackets", Other, func(d *document, i int, ln *line, s string) bool { // [Music: a slow waltz]
		return ln.words <= 12 && strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]")
	}},
	{"an invitation in brackets", Related, func(d *document, i int, ln *line, s string) bool { // (Learn more about the quays.)
		return ln.words <= 16 && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && d.invites(s[1:])
	}},
	{"an invitation", Related, func(d *document, i int, ln *line, s string) bool { // Watch the film about the quays.
		return ln.words <= 12 && !ln.quoted && d.invites(s)
	}},
	{"names who made the pictures", Caption, func(d *document, i int, ln *line, s string) bool { // Styling: Ada Brand. Hair: Olof Sund.
		return ln.words <= 45 && strings.Count(s, ": ") >= 2 && ln.lowers*3 <= ln.words && !ln.quoted
	}},
}

// foreign gives a role to a line inside the body that is no part of it, and says whether it is one.
func (d *document) foreign(i int) bool {
	ln, s := &d.lines[i], d.at(i)
	for _, r := range foreignRules {
		if r.holds(d, i, ln, s) {
			d.set(i, r.role, r.name)
			return true
		}
	}
	return false
}

// invites says whether a line begins with a word that asks the reader to go elsewhere.
func (d *document) invites(s string) bool {
	for _, w := range d.lex.signs.invites {
		if len(s) > len(w) && s[len(w)] == ' ' && strings.EqualFold(s[:len(w)], w) {
			return true
		}
	}
	return false
}

// paragraphRole gives a role to one line of prose.
func (d *document) paragraphRole(i int) {
	switch {
	case d.foreign(i):
	case d.twice(i):
		d.set(i, Caption, "printed twice in a row")
	case d.unstopped && d.open(i) && !(i == d.from && d.title >= 0 && i <= d.title+2 && d.lines[i].words >= 25):
		d.set(i, Caption, "no end mark among sentences")
	default:
		d.set(i, Body, "a sentence between the body's first and last line")
	}
}

// twice says whether a line reads like the one right before or behind it, as captions do; of a long paragraph only the second counts.
func (d *document) twice(i int) bool {
	ln := &d.lines[i]
	return i > d.from && d.lines[i-1].hash == ln.hash || i+1 < d.to && d.lines[i+1].hash == ln.hash && ln.words <= 45
}

// gapRoles gives roles to some lines, none of them prose, with prose on both sides: a subhead, the items of a list, a caption,
// a box of other stories.
func (d *document) gapRoles(from, to int) {
	list := d.listed(from, to)
	open := 0 // lines without a role yet
	for i := from; i < to; i++ {
		if d.lines[i].role == "" {
			open++
		}
	}
	others := false // behind a heading of other stories
	for i := from; i < to; i++ {
		ln := &d.lines[i]
		if ln.role != "" {
			others = others || d.headsOthers(i)
			continue
		}
		s := d.at(i)
		last := i+1 == to
		switch {
		case d.foreign(i):
		case others:
			d.set(i, Related, "below a heading of other stories")
		case d.shortened(i):
			d.set(i, Related, "a headline cut off by dots")
		case list:
			d.set(i, Body, "an item of a list")
		case d.repeated(i):
			d.set(i, Related, "no sentence, and repeated on the page")
		case d.isTagList(i):
			d.set(i, Other, "list of tags")
		case ln.quoted && strings.ContainsAny(s[max(0, len(s)-3):], "'’”\"»"):
			d.set(i, Subhead, "quoted, no end mark")
		case ln.words >= 8 && d.titleCase(i):
			d.set(i, Related, "written as a headline inside the body")
		case d.strokeNames(i):
			d.set(i, Caption, "names parted by a stroke: a picture credit")
		case !last && (open >= 4 || ln.words <= 4 && ln.caps == ln.words):
			d.set(i, Other, "one of many short lines between paragraphs")
		case ln.words <= 12 && i+1 < d.to && i > d.from:
			d.set(i, Subhead, "short, no end mark, between paragraphs")
		case ln.words >= 8 && d.unstopped && d.open(i):
			d.set(i, Caption, "no end mark among sentences")
		case ln.words >= 8:
			d.set(i, Body, "a long line between the body's first and last line")
		default:
			d.set(i, Other, "no sentence")
		}
	}
}

// strokeNames says whether a line is a picture credit of the kind "Ilse Brand / Nordfoto".
func (d *document) strokeNames(i int) bool {
	ln := &d.lines[i]
	s := d.at(i)
	return ln.role == "" && ln.words <= 8 && strings.Contains(s, "/") && allNames(s)
}

// headsOthers says whether a line is nothing but the heading of other stories: "Read more:", "Most read in World".
func (d *document) headsOthers(i int) bool {
	ln := &d.lines[i]
	return ln.role == Related && ln.phrase != nil && ln.phrase.role == Related && ln.words <= len(ln.phrase.words)+2 && ln.words <= 6
}

// rarelyOpen says whether long lines of the body end as sentences do but for a few: those are captions then.
func (d *document) rarelyOpen() bool {
	open, shut := 0, 0
	for i := d.from; i < d.to; i++ {
		ln := &d.lines[i]
		if ln.role != "" || ln.words < 9 || ln.colon {
			continue
		}
		if ln.stopped {
			shut++
		} else if d.open(i) {
			open++
		}
	}
	return open*openShare <= shut
}

// open says whether a line is one clause that does not end as sentences do. Posts and lines of several sentences are none.
func (d *document) open(i int) bool {
	ln := &d.lines[i]
	s := d.at(i)
	return !ln.stopped && !ln.colon && !ln.quoted && ln.words <= 50 && ln.wide == 0 && (s[0] < 'a' || s[0] > 'z') && !strings.Contains(s, ". ") &&
		!containsAny(s, d.lex.signs.post)
}

const openShare = 2
