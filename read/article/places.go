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

// standing is where a date stands in its line, and the line on its page.
type standing struct {
	*shown
	d     *dater
	f     frame
	b     page.Block
	line  string
	leads bool   // the line begins with it
	most  bool   // it is most of the line
	prose bool   // the line is running text
	first string // what the line's first word says of dates
	apart bool   // in no sentence
	head  bool   // a byline or a date by its role
}

func (s *standing) between() bool { return s.f.title >= 0 && s.block > s.f.title && s.block < s.f.body }

// before is how many lines before the title it stands.
func (s *standing) before() int { return s.f.title - s.block }

// placeRule ranks the dates that stand at one place; its name is the date's reason. Rules are asked in their order; a rank of 0 speaks against.
type placeRule struct {
	name   string
	holds  func(s *standing) bool
	rank   func(s *standing) int
	beside func(s *standing) bool // a page shows its own date there
}

func rank(n int) func(*standing) int { return func(*standing) int { return n } }

func always(*standing) bool { return true }
func never(*standing) bool  { return false }

var placeRules = []placeRule{
	{"", func(s *standing) bool { return s.kind == "clock" }, rank(0), never},
	{"day of the printed edition", func(s *standing) bool { return s.kind == "edition" }, rank(0), never},
	{"day on which something else came out", func(s *standing) bool { return s.kind == "other" }, rank(0), never},
	{"line beside the title that says when it was published", func(s *standing) bool {
		return s.kind == "published" && s.f.title >= 0 && s.before() <= 3 && s.block <= s.f.body+1 && !s.prose
	}, rank(90), always},
	{"line behind the body that says when it was published", func(s *standing) bool {
		return s.kind == "published" && s.block > s.f.body && s.block <= s.f.last+15 && (!s.prose || s.first == "this" && s.block >= s.f.last)
	}, rank(35), never},
	{"the body begins with it", func(s *standing) bool { return s.prose && s.block == s.f.body && s.leads }, rank(40), never},
	{"in the dateline", func(s *standing) bool { return s.prose && s.block == s.f.body && datelined(s.line, s.written) }, rank(40), never},
	{"a paragraph at the head of the body begins with it", func(s *standing) bool {
		return s.prose && s.leads && s.f.title >= 0 && s.block > s.f.title && s.block <= s.f.body+3
	}, rank(38), never},
	{"", func(s *standing) bool { return s.prose }, rank(0), never},
	{"date in the title's own line", func(s *standing) bool { return s.block == s.f.title && (s.leads || s.kind == "published") }, rank(60), always},
	{"", func(s *standing) bool { return s.b.Role == page.Caption && !s.leads }, rank(0), never},
	{"", func(s *standing) bool { return s.between() && s.block > 0 && s.d.headsRelated(s.block-1) }, rank(0), never},
	{"date between title and body", func(s *standing) bool { return s.between() && (s.most || s.leads || s.apart) },
		func(s *standing) int { return 80 - 3*min(s.block-s.f.title, 12) }, func(s *standing) bool { return s.block-s.f.title <= 20 }},
	{"date right before the title", func(s *standing) bool {
		near := s.before() <= 4 && (s.most || s.leads) || s.before() <= 6 && s.head || s.before() <= 2 && len(s.line) < 80
		return s.before() > 0 && near && (s.b.Role != page.Related || s.before() <= 2)
	}, func(s *standing) int { return 55 - s.before() }, func(s *standing) bool { return s.head || s.b.Role == page.Dateline }},
	{"date right before the body", func(s *standing) bool {
		return s.f.title < 0 && s.block < s.f.body && s.block >= s.f.body-6 && (s.most || s.leads || len(s.line) < 80)
	}, func(s *standing) int { return 50 - (s.f.body - s.block) }, never},
	{"date at the head of the body", func(s *standing) bool { return s.block > s.f.body && s.block <= s.f.body+3 && s.most }, rank(45),
		func(s *standing) bool { return s.f.title >= 0 && s.block <= s.f.title+5 && s.kind == "updated" }},
}

// place ranks a date by where it stands. A page shows its own date in a line that says so, between title and body, or right before the title:
//
//	Port shut, says governor      title
//	Ada Brand | 2 May 2021        rank 77, beside the title
//	The port of Sel was shut …    body
func (d *dater) place(one *shown, line string, f frame) {
	b := d.p.Blocks[one.block]
	s := &standing{shown: one, d: d, f: f, b: b, line: line, leads: one.written.Start <= 3, most: (one.End-one.Start)*2 >= len(line),
		first: d.tab.dateWords[firstWord(line)], head: b.Role == page.Byline || b.Role == page.Clock}
	s.prose = b.Role.Told() && b.Role != page.Title && b.Len() > 60 && s.first != "published" && !d.tab.signs(b, line)
	s.apart = s.head || b.Role == page.Dateline || len(line) < 120 && !told(line[:one.written.Start])
	for _, r := range placeRules {
		if r.holds(s) {
			one.rank, one.why, one.beside = r.rank(s), r.name, r.beside(s)
			return
		}
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
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		s = s[:i]
	}
	return strings.ToLower(s)
}

// dateKind reads the words right before a date, and the verb that some languages put behind it.
func (tab *tables) dateKind(s string, at, end int) string {
	for _, w := range strings.Fields(strings.ToLower(s[end:min(len(s), end+60)])) { // "am 14. Dezember von Heiner geschrieben"
		if tab.behind[strings.Trim(w, ".,")] {
			return "published"
		}
	}
	words := strings.FieldsFunc(strings.ToLower(s[max(0, at-40):at]), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(":：|·•,.()/-–", r) })
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
