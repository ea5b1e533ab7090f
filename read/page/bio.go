package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	for i := min(d.from, max(d.title+1, 0)); i < d.to && seen < 5; i++ {
		if ln := &d.lines[i]; (ln.role == Body || ln.role == Standfirst) && ln.words >= 8 {
			seen++
			if d.bio(i) && (seen == 1 || d.namedAbove(i)) {
				d.set(i, Other, "says who the author is")
				seen--
			}
		}
	}
}

// namedAbove says whether a line right before or shortly above one is nothing but the two words that it begins with, or holds little more: its bearer's
// name, "Ada Brand" or "By Ada Brand".
func (d *document) namedAbove(i int) bool {
	words := strings.Fields(d.at(i))
	if len(words) < 2 {
		return false
	}
	name := words[0] + " " + words[1]
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if d.lines[k].words <= 6 && strings.Contains(d.at(k), name) {
			return true
		}
	}
	return false
}

// bio says whether a line tells who the author is: "Ada Marrow is a reporter at …", "Reach her at ada@radionord.example". Such lines stand
// at the ends of a body.
func (d *document) bio(i int) bool {
	ln := &d.lines[i]
	if ln.words < 5 || ln.words > 160 || ln.quoted {
		return false
	}
	s := d.at(i)
	if ln.words <= 45 && d.reaches(s) {
		return true
	}
	s = d.afterOffice(s)
	if rest, ok := strings.CutPrefix(s, "By "); ok {
		if d.introduced(rest) {
			return true
		}
		s = rest
	}
	return d.introduces(s)
}

// reaches says whether a line tells how to reach its author: by an address, or with a word of that kind by a handle.
func (d *document) reaches(s string) bool {
	at := strings.IndexByte(s, '@')
	if at > 0 && isWordByte(s[at-1]) {
		return strings.IndexByte(s[at:], '.') > 0
	}
	if at <= 0 {
		return false
	}
	for _, w := range d.lex.signs.handle {
		if strings.HasPrefix(s, w+" ") {
			return true
		}
	}
	return false
}

// afterOffice drops an office with a colon before the name: "Editor of Radio Nord: Ada Marrow has been …".
func (d *document) afterOffice(s string) string {
	office, rest, ok := strings.Cut(s, ": ")
	if !ok || len(office) > 60 {
		return s
	}
	for w := range strings.FieldsSeq(office) {
		if d.lex.bioNouns[strings.ToLower(w)] {
			return rest
		}
	}
	return s
}

// introduced says whether a byline goes on with what its bearer is: "Ada Marrow, one of the editors of Radio Nord. Marrow has covered …".
func (d *document) introduced(s string) bool {
	name, rest, ok := strings.Cut(s, ", ")
	if !ok || len(strings.Fields(name)) > 4 || !allNames(name) {
		return false
	}
	for n, w := range strings.Fields(rest) {
		bare := strings.ToLower(strings.Trim(w, ".,;:"))
		if n < 10 && (d.lex.bioNouns[bare] || d.lex.bioNouns[strings.TrimSuffix(bare, "s")]) {
			return len(strings.Fields(rest)) >= 8
		}
	}
	return false
}

// introduces says whether a line begins with a name and goes on with what its bearer is or does.
func (d *document) introduces(s string) bool {
	whole, first := d.author(s)
	caps, verb, n := 0, false, 0
	for w := range strings.FieldsSeq(s) {
		n++
		bare := strings.ToLower(strings.Trim(w, ".,;:()’'"))
		switch {
		case !verb && d.lex.bioVerbs[bare]:
			if caps < 2 && !first {
				return false
			}
			if whole || first && d.lex.bioWork[bare] {
				return true
			}
			verb, n = true, 0
		case !verb:
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) && r != '(' || n > 5 {
				return false
			}
			caps++
		case n > 18:
			return false
		case d.lex.bioNouns[bare] || d.lex.bioNouns[bare[strings.LastIndexByte(bare, '-')+1:]] || n == 1 && slices.Contains(d.lex.signs.covering, bare):
			return true
		}
	}
	return false
}

// author says whether a line begins with the whole name of an author that the markup states or a byline names, or with the first name of one.
func (d *document) author(s string) (whole, first bool) {
	try := func(name string) {
		given, _, more := strings.Cut(name, " ")
		if more && len(name) <= 60 && len(given) >= 3 {
			whole = whole || strings.HasPrefix(s, name+" ")
			first = first || strings.HasPrefix(s, given+" ")
		}
	}
	for _, m := range d.meta {
		if m.Field == "author" {
			try(m.Value)
		}
	}
	for i := max(0, d.title-3, d.from-bylineLines); d.nodes == nil && i < d.from+3 && i < len(d.lines); i++ {
		if r := d.lines[i].role; r == Byline || r == Clock && strings.HasPrefix(d.at(i), "By ") {
			try(bylineName(d.at(i)))
		}
	}
	return whole, first
}

// bylineName is the name that a byline begins with: "Ada Brand" of "By Ada Brand, Radio Nord".
func bylineName(s string) string {
	for _, by := range []string{"By ", "by ", "BY "} {
		s = strings.TrimPrefix(s, by)
	}
	end, words := 0, 0
	for at := 0; at < len(s) && words < 3; {
		next := strings.IndexByte(s[at:], ' ')
		if next < 0 {
			next = len(s) - at
		}
		w := s[at : at+next]
		bare := strings.TrimRight(w, ",|")
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || len(bare) < 2 {
			break
		}
		words, end = words+1, at+len(bare)
		if bare != w {
			break
		}
		at += next + 1
	}
	if words < 2 {
		return ""
	}
	return s[:end]
}

// signedBio takes a name that stands alone behind the body's text, and the one paragraph below it about its bearer, out of the body's end:
// "Ada Marrow" / "Ada writes about ports for Radio Nord.", or "About Ada Marrow". A name alone must stand in a line before the body too.
func (d *document) signedBio() {
	last := d.to - 1
	for last >= d.from && d.lines[last].role != Body {
		last--
	}
	head := last - 1
	for head >= d.from && d.lines[head].role != Body && d.lines[head].role != Subhead && (d.lines[head].role != Other || d.lines[head].words > 5) {
		head--
	}
	if head <= d.from || d.lines[last].words < 8 || d.lines[last].words > 120 || d.lines[head].words > 6 || d.lines[head].stopped {
		return
	}
	name, about := d.at(head), false
	for _, word := range d.lex.signs.about {
		if rest, ok := strings.CutPrefix(name, word+" "); ok {
			name, about = rest, true
		}
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 {
		return
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return
		}
	}
	s := d.at(last)
	s = s[:min(len(s), 160)]
	if !strings.Contains(s, words[0]) && !strings.Contains(s, words[len(words)-1]) {
		return
	}
	for i := d.from + 3; i >= 0 && !about; i-- {
		if i < head && d.lines[i].words <= 25 && strings.Contains(d.at(i), name) {
			about = true
		}
	}
	if about {
		d.set(head, Other, "says who the author is")
		d.set(last, Other, "says who the author is")
	}
}
