package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// patternRule gives a role to a line whose own characters are enough to know it; its name is the line's reason. Rules are asked in their order.
type patternRule struct {
	name  string
	role  Role
	holds func(d *document, i int, ln *line, s string) bool
}

var patternRules = []patternRule{
	{"no word", Other, func(d *document, i int, ln *line, s string) bool { return ln.words == 0 }},
	{"markup shown as text", Other, func(d *document, i int, ln *line, s string) bool { return isTag(s) }},
	{"an address", Other, func(d *document, i int, ln *line, s string) bool { return isURL(s) }},
	{"rights line", Notice, func(d *document, i int, ln *line, s string) bool {
		return isCredit(s) && ln.words < 25 && (ln.phrase != nil && ln.phrase.role == Notice || yearFirst(s))
	}},
	{"picture credit", Caption, func(d *document, i int, ln *line, s string) bool { return isCredit(s) && ln.words < 25 }},
	{"begins with a footnote mark", Footnote, func(d *document, i int, ln *line, s string) bool {
		return isMark(s) && ln.words > 2 && d.marked(s, i)
	}},
	{"a reference to a study", Footnote, func(d *document, i int, ln *line, s string) bool { return ln.words <= 70 && reference(s) }},
	{"a date in numbers", Clock, func(d *document, i int, ln *line, s string) bool {
		return ln.digits >= 3 && ln.words == ln.digits && ln.words <= 6 && isDate(s)
	}},
	{"only numbers", Counter, func(d *document, i int, ln *line, s string) bool {
		return ln.digits > 0 && ln.words == ln.digits && ln.words <= 4
	}},
	{"date and time of day", Clock, func(d *document, i int, ln *line, s string) bool {
		return ln.words <= 12 && (!ln.stopped || ln.words <= 9 && strings.HasSuffix(s, ".m.")) && ln.dates > 0 && hasClock(s) && ln.lowers <= 4
	}},
	{"a date alone", Clock, func(d *document, i int, ln *line, s string) bool {
		return ln.words <= 5 && ln.dates > 0 && ln.digits > 0 && ln.words-ln.dates-ln.digits <= 1 && !ln.stopped
	}},
	{"a time of day alone", Clock, func(d *document, i int, ln *line, s string) bool {
		return ln.words <= 4 && hasClock(s) && ln.digits >= 2
	}},
	{"written as a caption", Caption, func(d *document, i int, ln *line, s string) bool {
		return d.pictured(i) && (d.nodes == nil || d.tag(i) != "p")
	}},
}

// phraseRules say of each role when a line with a phrase of it is more than a sentence that happens to use the words.
var phraseRules = map[Role]func(d *document, i int, ln *line, s string) bool{
	Menu: func(d *document, i int, ln *line, s string) bool {
		return ln.phrase.how == is || ln.words <= 8 && !ln.stopped
	},
	Related: func(d *document, i int, ln *line, s string) bool {
		return ln.phrase.how == is || ln.words <= 6 || ln.words <= 25 && (ln.colon || !ln.stopped || strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…"))
	},
	Caption: func(d *document, i int, ln *line, s string) bool { return d.captionPhrase(i, s) },
	Counter: func(d *document, i int, ln *line, s string) bool { return ln.words <= 4 && ln.digits > 0 },
	Footnote: func(d *document, i int, ln *line, s string) bool {
		return ln.words > len(ln.phrase.words) && ln.words <= 70
	},
	Clock: func(d *document, i int, ln *line, s string) bool {
		two := ln.words <= 24 && ln.dates > 1 && ln.digits*3 > ln.words && ln.lowers*3 <= ln.words // "Published … | Updated …"
		return ln.digits > 0 && (ln.words <= 14 || two) && (ln.dates > 0 || ln.digits >= 3)
	},
	Byline: func(d *document, i int, ln *line, s string) bool {
		names := ln.words - ln.digits
		stopped := ln.stopped && !strings.HasSuffix(s, ".m.") && !d.initials(s)
		return (names <= 14 || names <= 20 && ln.dates > 0 && ln.digits > 2) && ln.words >= 3 && ln.caps >= 3 && !stopped && ln.caps*2 > names
	},
	Notice: func(d *document, i int, ln *line, s string) bool {
		short := ln.words <= 30 || ln.phrase.how == always && ln.words <= 90 || ln.words <= 45 && (d.nodes == nil || ln.notices > 3)
		return short && !(ln.quoted && ln.stopped)
	},
	Other: func(d *document, i int, ln *line, s string) bool {
		if ln.phrase.how == has || strings.HasSuffix(ln.phrase.text, " by") {
			return ln.words <= 60
		}
		return strings.Contains(s, ":") && !ln.stopped
	},
}

// byPattern gives roles to lines whose own characters are enough to know them, wherever they stand.
func (d *document) byPattern(i int) {
	ln := &d.lines[i]
	s := d.at(i)
	for _, r := range patternRules {
		if r.holds(d, i, ln, s) {
			d.set(i, r.role, r.name)
			return
		}
	}
	p := ln.phrase
	switch {
	case ln.role != "" || p == nil:
	case p.how == leads:
		if led(s, len(p.words)) && ln.words > len(p.words) && ln.words <= 45 {
			d.set(i, p.role, "phrase: "+p.text)
		}
	case phraseRules[p.role] != nil && phraseRules[p.role](d, i, ln, s):
		d.set(i, p.role, "phrase: "+p.text)
	}
}

// initials says whether a line ends with the point of an initial: "By Nelson C.J."
func (d *document) initials(s string) bool {
	n := len(s)
	return n > 3 && s[n-1] == '.' && s[n-2] >= 'A' && s[n-2] <= 'Z' && (s[n-3] == '.' || s[n-3] == ' ')
}

// captionPhrase says whether a line with a phrase of captions is short enough to be one: a phrase inside it is a weaker sign than one at its head,
// and weaker in a paragraph than elsewhere.
func (d *document) captionPhrase(i int, s string) bool {
	ln := &d.lines[i]
	switch p := ln.phrase; p.how {
	case always:
		return ln.words <= 75
	case has:
		return ln.words <= 25 || ln.words <= 45 && d.tag(i) != "p" || ln.words <= 70 && d.nodes == nil || ln.words <= 75 && shoutedHead(s)
	case starts:
		return ln.words <= 50 && (len(p.words) > 1 || strings.ContainsAny(s, ":|")) || ln.words <= 75 && shoutedHead(s)
	}
	return false
}

// shoutedHead says whether a line begins with two words in capitals: "PHOTO BY ADA BRAND The quay of Sel on Sunday."
func shoutedHead(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	second, _, _ := strings.Cut(rest, " ")
	return len(first) > 3 && len(second) > 1 && isShout(first) && isShout(second)
}

// led says whether a colon stands right behind the first words of a line.
func led(s string, words int) bool {
	at := -1
	eachWord(s, func(_, end int, _ uint64) {
		if words--; words == 0 {
			at = end
		}
	})
	return at > 0 && at < len(s) && s[at] == ':'
}

// isTag finds markup that a page shows as text: "<div class=...", "</p>". A name between angle brackets is none.
func isTag(s string) bool {
	if len(s) < 3 || s[0] != '<' {
		return false
	}
	name := strings.TrimPrefix(s[1:], "/")
	n := 0
	for n < len(name) && (isLetter(name[n]) || isDigit(name[n])) {
		n++
	}
	return elements[strings.ToLower(name[:n])] != nil
}

// isCredit finds "© AGENCY / Name".
func isCredit(s string) bool {
	return strings.HasPrefix(s, "©") || strings.HasPrefix(s, "(c) ") || strings.HasPrefix(s, "(C) ")
}

// yearFirst says whether a year stands right behind the sign of rights, as in a site's rights line: "© 2021 Radio Nord".
func yearFirst(s string) bool {
	s = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "©"), "(c)"), "(C)"), " \u00a0")
	return len(s) > 4 && (s[:2] == "20" || s[:2] == "19") && isDigit(s[2]) && isDigit(s[3]) && !isDigit(s[4])
}

// isMark finds a line that answers a footnote mark: "* A body …" or "*Body (…".
func isMark(s string) bool {
	if strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "† ") || strings.HasPrefix(s, "‡ ") || strings.HasPrefix(s, "†") {
		return true
	}
	return strings.HasPrefix(s, "*") && len(s) > 1 && isLetter(s[1]) && !strings.HasSuffix(s, "*")
}

// marked says whether a line before i bears the mark that this footnote answers: "Sel*".
func (d *document) marked(s string, i int) bool {
	mark := "*"
	if strings.HasPrefix(s, "†") {
		mark = "†"
	} else if strings.HasPrefix(s, "‡") {
		mark = "‡"
	}
	for k := i - 1; k >= 0 && k > i-200; k-- {
		line := d.at(k)
		if at := strings.Index(line, mark); at > 0 && line[at-1] != ' ' && !strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// hasClock finds a time of day: "14:40", "9.05 pm" counts only with a colon.
func hasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && (i+3 == len(s) || !isDigit(s[i+3])) {
			return true
		}
	}
	return false
}

// isDate finds a line that begins with a date in numbers: 19.11.2021, 2021-11-19, 19/11/2021.
func isDate(s string) bool {
	runs, at, sep := [3]int{}, 0, byte(0)
	for i := 0; i < len(s) && at < 3; i++ {
		switch c := s[i]; {
		case isDigit(c):
			runs[at]++
		case (c == '.' || c == '-' || c == '/') && runs[at] > 0 && (sep == 0 || sep == c):
			sep = c
			at++
		default:
			at = 3
		}
	}
	return sep != 0 && (runs[0] == 4 && runs[1] <= 2 && runs[2] <= 2 || runs[2] == 4 && runs[0] <= 2 && runs[1] <= 2) && runs[1] > 0 && runs[2] > 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isTagList finds "region, economy, trade": short items with commas between and no sentence.
func (d *document) isTagList(i int) bool {
	ln := &d.lines[i]
	if ln.commas < 2 || ln.stopped || ln.quoted || ln.words > 60 || ln.stops > ln.commas {
		return false
	}
	for _, item := range strings.Split(d.at(i), ",") {
		if len(strings.Fields(item)) > 4 {
			return false
		}
	}
	return true
}

// titleCase says whether a line is written as headlines are: nearly every longer word with a capital.
func (d *document) titleCase(i int) bool {
	if ln := &d.lines[i]; ln.lowers > 2*(ln.words-ln.lowers) {
		return false
	}
	n, long, caps := 0, 0, 0
	for w := range strings.FieldsSeq(d.at(i)) {
		w = strings.TrimLeft(w, "'\"“‘(«")
		n++
		r, size := utf8.DecodeRuneInString(w)
		if len(w) < 4 || n == 1 || size == 0 {
			continue
		}
		long++
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			caps++
		}
	}
	return long >= 3 && caps*10 >= long*8
}

// reference says whether a line is nothing but a reference to a study: "Ada Brand et al. 2023. Tides of the northern quays. Nord Journal 12 (3): 4–9",
// "Brand, A. et al, Tides, Journal (2023). DOI: 10.1234/nord.5".
func reference(s string) bool {
	head := s[:min(len(s), 80)]
	at := strings.Index(head, " et al")
	if at < 0 || !unicode.IsUpper(rune(s[0])) {
		return false
	}
	for w := range strings.FieldsSeq(head[:at]) { // names alone before it
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "and" && w != "&" && w != "de" && w != "van" {
			return false
		}
	}
	rest := s[at:]
	return strings.Contains(rest, "10.") && (strings.Contains(rest, "oi:") || strings.Contains(rest, "OI:") || strings.Contains(rest, "doi.org")) ||
		numberedIssue(rest)
}

// numberedIssue finds the volume, issue and page of a journal: "120 (52): e2306160120", "12(3):4".
func numberedIssue(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != '(' || !isDigit(s[i+1]) || !isDigit(s[i-1]) && (s[i-1] != ' ' || i < 2 || !isDigit(s[i-2])) {
			continue
		}
		k := i + 1
		for k < len(s) && isDigit(s[k]) {
			k++
		}
		if k+1 < len(s) && s[k] == ')' && s[k+1] == ':' {
			return true
		}
	}
	return false
}
