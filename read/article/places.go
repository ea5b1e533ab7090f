package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
)

// frame says at which blocks the parts of a page stand: its title (-1 where there is none), the first and the last paragraph of its body.
type frame struct {
	tab               *tables
	title, body, last int
}

func (tab *tables) frameOf(p *page.Page) frame {
	f := frame{tab, -1, -1, -1}
	for i, b := range p.Blocks {
		switch {
		case b.Role == page.Title && f.title < 0:
			f.title = i
		case b.Role == page.Body && b.Len() > 60 && !tab.signs(b, p.Text.At(b.Span)):
			if f.body < 0 && i > f.title {
				f.body = i
			}
			f.last = i
		}
	}
	if f.body < 0 {
		f.body = len(p.Blocks)
	}
	if f.title > 0 { // shown twice in a row, its byline can stand below the first
		title := p.Text.At(p.Blocks[f.title].Span)
		for i := max(0, f.title-4); i < f.title; i++ {
			if b := p.Blocks[i]; b.Len() == len(title) && p.Text.At(b.Span) == title && !strings.HasPrefix(b.Why, "metadata ") {
				f.title = i
				break
			}
		}
	}
	return f
}

// place ranks a date by where it stands. A page shows its own date in a line that says so, between title and body, or right before the title:
//
//	Port shut, says governor      title
//	Ada Brand | 2 May 2021        rank 77, beside the title
//	The port of Sel was shut …    body
func (d *dater) place(one *shown, line string, f frame) {
	i := one.block
	b := d.p.Blocks[i]
	leads := one.written.Start <= 3
	most := (one.End-one.Start)*2 >= len(line)
	short := len(line) < 80
	first := d.tab.dateWords[firstWord(line)]
	prose := b.Role.Told() && b.Role != page.Title && b.Len() > 60 && first != "published" && !d.tab.signs(b, line)
	before := f.title - i // lines before the title
	head := b.Role == page.Byline || b.Role == page.Clock
	apart := head || b.Role == page.Dateline || len(line) < 120 && !told(line[:one.written.Start]) // in no sentence
	switch {
	case one.kind == "clock":
	case one.kind == "edition":
		one.why = "day of the printed edition"
	case one.kind == "other":
		one.why = "day on which something else came out"
	case one.kind == "published" && f.title >= 0 && before <= 3 && i <= f.body+1 && !prose:
		one.rank, one.why, one.beside = 90, "line beside the title that says when it was published", true
	case one.kind == "published" && i > f.body && i <= f.last+15 && (!prose || first == "this" && i >= f.last):
		one.rank, one.why = 35, "line behind the body that says when it was published"
	case prose && i == f.body && leads:
		one.rank, one.why = 40, "the body begins with it"
	case prose && i == f.body && datelined(line, one.written):
		one.rank, one.why = 40, "in the dateline"
	case prose && leads && f.title >= 0 && i > f.title && i <= f.body+3:
		one.rank, one.why = 38, "a paragraph at the head of the body begins with it"
	case prose:
	case i == f.title && (leads || one.kind == "published"):
		one.rank, one.why, one.beside = 60, "date in the title's own line", true
	case b.Role == page.Caption && !leads:
	case f.title >= 0 && i > f.title && i < f.body && i > 0 && d.headsRelated(i-1):
	case f.title >= 0 && i > f.title && i < f.body && (most || leads || apart):
		one.rank, one.why, one.beside = 80-3*min(i-f.title, 12), "date between title and body", i-f.title <= 20
	case before > 0 && (before <= 4 && (most || leads) || before <= 6 && head || before <= 2 && short) && (b.Role != page.Related || before <= 2):
		one.rank, one.why, one.beside = 55-before, "date right before the title", head || b.Role == page.Dateline
	case f.title < 0 && i < f.body && i >= f.body-6 && (most || leads || short):
		one.rank, one.why = 50-(f.body-i), "date right before the body"
	case i > f.body && i <= f.body+3 && most:
		one.rank, one.why = 45, "date at the head of the body"
	}
}

// headsRelated says whether a line heads a box of other stories: "Read also".
func (d *dater) headsRelated(i int) bool {
	b := d.p.Blocks[i]
	return b.Role == page.Related && strings.HasPrefix(b.Why, "phrase: ")
}

// datelined says whether only a place stands before a date and only a mark behind it: "Sel, (2 May 2021). The port …", "Sel, 2 May 2021 – The
// port …".
func datelined(line string, w written) bool {
	if w.Start > 40 {
		return false
	}
	for _, word := range strings.Fields(line[:w.Start]) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(")); unicode.IsLower(r) {
			return false
		}
	}
	rest := strings.TrimLeft(line[w.End:], " \u00a0.")
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune(")(–—-:/|", r)
}

// told says whether the words before a date are those of a sentence: "The governor is seen in Sel on".
func told(before string) bool {
	small := 0
	for _, word := range strings.Fields(before) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) {
			small++
		}
	}
	return small >= 4
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(strings.ToLower(s), " ")
	return word
}

// dateKind reads the words right before a date, and the verb that some languages put behind it.
func (tab *tables) dateKind(s string, at, end int) string {
	for _, w := range strings.Fields(strings.ToLower(s[end:min(len(s), end+60)])) { // "am 14. Dezember von Heiner geschrieben"
		if tab.behind[strings.Trim(w, ".,")] {
			return "published"
		}
	}
	words := strings.FieldsFunc(strings.ToLower(s[max(0, at-40):at]), func(r rune) bool { return strings.ContainsRune(" \t:：|·•,.()/-–", r) })
	for i, seen := len(words)-1, 0; i >= 0 && seen < 4; i-- {
		if isNumber(words[i][0]) || tab.zones[words[i]] != 0 { // a time of day before its date
			continue
		}
		seen++
		switch kind := tab.dateWords[words[i]]; kind {
		case "updated":
			return kind
		case "published":
			if len(words[i]) > 4 {
				return kind
			}
		case "edition", "other":
			if seen <= 2 {
				return kind
			}
		}
	}
	return ""
}
