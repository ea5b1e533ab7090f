package times

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

func y2(year int) int { return year % 100 }

// slashMonthDay is "on 22/04" or "on 5.12": the month comes first where both readings are possible and a slash is written.
func (f *finder) slashMonthDay(m *pattern.Match) (meaning, bool) {
	a, b := m.Group("dom"), m.Group("dom2")
	if a.Val == "spelled" || b.Val == "spelled" || !f.scan.Atoms[b.Atom].Glued || !f.scan.Atoms[a.End].Glued {
		return meaning{}, false
	}
	if f.scan.Find(int(a.Atom), f.lang.sym.holiday) != nil {
		return meaning{}, false // 9/11 has a year of its own
	}
	end := int(b.End)
	if end < len(f.scan.Atoms) && f.scan.Atoms[end].Glued && end+1 < len(f.scan.Atoms) && f.scan.Atoms[end+1].Glued && f.scan.Atoms[end+1].Kind == pattern.Digits {
		return meaning{}, false
	}
	month, day := int(a.Num), int(b.Num)
	if month > 12 {
		month, day = day, month
	}
	if month > 12 || day > 31 || f.scan.Word(int(a.End)) == "." && (m.Group("weekday") == nil && f.lower(m.Atom) != "on") {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: MonthDay, Number: month, Nth: day, Side: undecided}}, true
}

// dayOf is a day of the month alone, "on the 18th", or with its weekday, "Friday the 26th".
func (f *finder) dayOf(m *pattern.Match) (meaning, bool) {
	dom, weekday := m.Group("dom"), m.Group("weekday")
	if dom.Num < 1 || dom.Num > 31 || int(dom.Atom) >= len(f.scan.Atoms) || f.scan.Atoms[dom.Atom].Kind != pattern.Digits && weekday == nil {
		return meaning{}, false
	}
	if weekday != nil && f.scan.Atoms[dom.Atom].Kind != pattern.Digits && f.lower(int(weekday.End)) == "," {
		return meaning{}, false // "Friday, the fourth decline"
	}
	{ // it must not count a noun: "the 18th floor"
		if i := f.token(m.End); i >= 0 {
			switch f.tokens[i].UPOS {
			case syntax.NOUN, syntax.PROPN, syntax.ADJ, syntax.NUM:
				return meaning{}, false
			}
		}
		if f.lower(m.End) == "-" || f.lower(m.End) == "of" || f.lower(m.End) == "century" {
			return meaning{}, false
		}
	}
	p := &Pending{Op: DayOfMonth, Number: int(dom.Num), Side: undecided}
	if weekday != nil {
		p.Weekday = int(weekday.Num)
	}
	return meaning{typ: DATE, p: p}, true
}

// weekdayNum is "Friday 23" where nothing follows that the number could count: "Monday 20, Tuesday 21 and Wednesday 22 April".
func (f *finder) weekdayNum(m *pattern.Match) (meaning, bool) {
	dom := m.Group("dom")
	if f.scan.Atoms[dom.Atom].Kind != pattern.Digits || dom.End > dom.Atom+1 {
		return meaning{}, false
	}
	if next := m.End; next < len(f.scan.Atoms) {
		switch f.lower(next) {
		case ",", ".", ";", ")", "!", "?":
			if next+1 < len(f.scan.Atoms) && f.scan.Atoms[next+1].Glued && f.scan.Atoms[next+1].Kind == pattern.Digits {
				return meaning{}, false
			}
		case "and", "or", "at", "from", "between", "to":
		default:
			return meaning{}, false
		}
	}
	return meaning{typ: DATE, p: &Pending{Op: DayOfMonth, Number: int(dom.Num), Side: undecided, Weekday: int(m.Group("weekday").Num)}}, true
}

func (f *finder) weekNumber(m *pattern.Match) (meaning, bool) {
	n := int(m.Group("whole").Num)
	if n < 1 || n > 53 || f.scan.Atoms[m.Group("whole").Atom].Glued {
		return meaning{}, false
	}
	year := 0
	if y := m.Group("year"); y != nil {
		year = int(y.Num)
	} else if y := m.Group("year2"); y != nil {
		year = century2(int(y.Num))
	}
	if year > 0 {
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-W%02d", year, n)), hasYear: true}, true
	}
	return meaning{typ: DATE, p: &Pending{Op: ISOWeek, Number: n, Side: Inside, Of: &Pending{Op: Shift, Unit: Grain(uYear)}}, quiet: n > 53}, true
}

// century2 guesses the century of a year written with two digits.
func century2(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

// apostrophe says whether the mark at an atom hangs on the word before it, as in "students' 20".
func (f *finder) apostrophe(atom int) bool {
	return atom < len(f.scan.Atoms) && f.scan.Atoms[atom].Glued
}

func (f *finder) numDate(m *pattern.Match) (meaning, bool) {
	part := strings.Split(m.Group("numdate").Val, "/")
	a, _ := strconv.Atoi(part[0])
	b, _ := strconv.Atoi(part[1])
	y, _ := strconv.Atoi(part[2])
	if len(part[2]) == 2 {
		y = century2(y)
	}
	month, day := a, b // the month comes first where both readings are possible, save with dots
	if a > 12 || strings.Contains(f.scan.Text[f.scan.Atoms[m.Atom].Start:f.scan.Atoms[m.End-1].End], ".") && b <= 12 {
		month, day = b, a
	}
	v := fmt.Sprintf("%04d-%02d-%02d", y, month, day)
	return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
}

func (f *finder) date(m *pattern.Match) (meaning, bool) {
	month, dom, weekday := m.Group("month"), m.Group("dom"), m.Group("weekday")
	year, hasYear := 0, false
	if t := m.Group("year"); t != nil {
		year, hasYear = int(t.Num), true
	} else if t := m.Group("year2"); t != nil {
		year, hasYear = century2(int(t.Num)), true
	}
	if month == nil {
		if f.paper(m) {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: &Pending{Op: Weekday, Number: int(weekday.Num), Side: undecided}}, true
	}
	mon := int(month.Num)
	if m.Rule.Name == "month-slash" && !f.scan.Atoms[dom.Atom].Glued {
		return meaning{}, false
	}
	if !f.isMonth(month, dom != nil || hasYear) {
		return meaning{}, false
	}
	switch {
	case dom != nil && hasYear:
		v := fmt.Sprintf("%04d-%02d-%02d", year, mon, int(dom.Num))
		return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
	case dom != nil:
		if int(dom.Num) > monthDays(2000, mon) || f.impossible(mon, int(dom.Num), m.End) {
			return meaning{}, false
		}
		p := &Pending{Op: MonthDay, Number: mon, Nth: int(dom.Num), Side: undecided}
		if weekday != nil {
			p.Weekday = int(weekday.Num)
		}
		return meaning{typ: DATE, p: p}, true
	case hasYear:
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%02d", year, mon)), hasYear: true}, true
	}
	next := m.End
	if f.lower(next) == "." {
		next++
	}
	if d := f.scan.Find(next, f.lang.sym.dom); d != nil && f.impossible(mon, int(d.Num), int(d.End)) {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: MonthName, Number: mon, Side: undecided}}, true
}

// paper says whether a weekday stands in the name of a paper: "the Sunday Times", "Daily Star and Sunday Mirror", "The Mail on Sunday".
func (f *finder) paper(m *pattern.Match) bool {
	if f.scan.Find(m.End, f.lang.sym.masthead) != nil && f.capital(m.End) {
		switch f.lower(m.Atom - 1) {
		case "on", "last", "next", "this", "late", "early":
			return false
		}
		return true
	}
	return f.lower(m.Atom-1) == "on" && f.scan.Find(m.Atom-2, f.lang.sym.masthead) != nil && f.capital(m.Atom-2) && f.lower(m.Atom-3) == "the"
}

// impossible says whether a year follows in which a day does not exist: "Feb. 29, 2015".
func (f *finder) impossible(month, day, next int) bool {
	if f.lower(next) == "," {
		next++
	}
	y := f.scan.Find(next, f.lang.sym.year)
	return y != nil && day > monthDays(int(y.Num), month)
}

// isMonth tells the month from the verb or the name: "may", "march", "august".
func (f *finder) isMonth(t *pattern.Term, sure bool) bool {
	if sure {
		return true
	}
	if i := f.token(int(t.Atom)); i >= 0 && isVerb(&f.tokens[i]) && f.tokens[i].XPOS != syntax.VBN && f.tokens[i].XPOS != syntax.VBG {
		return false
	}
	a := &f.scan.Atoms[t.Atom]
	word := f.scan.Text[a.Start:a.End]
	if a.Shouted && len(word) <= 4 && f.initials(int(t.Atom), int(t.End)) {
		return false
	}
	before := int(t.Atom) - 1
	switch w := f.lower(before); {
	case f.lang.tense.title[w], w == "." && f.lang.tense.title[f.lower(before-1)]:
		return false // "Mrs. May"
	case f.lang.tense.monthly[w]:
	case f.person(word) && (w != "of" || !f.partOfYear(before-1)):
		return false
	case word == "March":
		return !f.marching(int(t.End))
	case (word == "April" || word == "June" || word == "August" || word == "May") && before >= 0 && f.capital(int(t.End)) && f.name(int(t.End)):
		return false // a person: "June Marrow", "August Wilson"
	}
	if word != "May" {
		return true
	}
	if before >= 0 && f.capital(before) && f.name(before) {
		return false // "Theresa May"
	}
	return t.Atom != 0 || f.mayOpens()
}

// initials says whether the words of atoms [from, to), written in capitals, stand in a line that isn't all capitals: "a gift to the DEC" names a body.
func (f *finder) initials(from, to int) bool {
	for i := range f.scan.Atoms {
		a := &f.scan.Atoms[i]
		if word := f.scan.Text[a.Start:a.End]; (i < from || i >= to) && a.Kind == pattern.Letters && len(word) > 1 && strings.ToLower(word) == word {
			return true
		}
	}
	return false
}

// marching says whether the words after "March" make it an event: "the annual March for Life".
func (f *finder) marching(next int) bool {
	w := f.lower(next)
	if f.lower(next+1) == "the" {
		next++
	}
	return (w == "for" || w == "of" || w == "on") && f.capital(next+1)
}

// mayOpens says whether "May" at the head of a sentence is the month.
func (f *finder) mayOpens() bool {
	switch f.lower(1) {
	case "'", ",", "is", "was", "saw":
		return true
	case "and", "or", "to", "through", "-":
		return f.scan.Find(2, f.lang.sym.monthName) != nil
	}
	return false
}

// capital says whether an atom is a word that begins with a capital.
func (f *finder) capital(atom int) bool {
	return atom >= 0 && atom < len(f.scan.Atoms) && f.scan.Atoms[atom].Capital && f.scan.Atoms[atom].Kind == pattern.Letters
}

// name says whether an atom is tagged as a name.
func (f *finder) name(atom int) bool {
	i := f.token(atom)
	return i >= 0 && f.tokens[i].UPOS == syntax.PROPN
}

// notYear says whether four digits count or name something else than a year.
func (f *finder) notYear(m *pattern.Match, t *pattern.Term) bool {
	if n := int(t.Num); n < 1500 || n > 2199 {
		return true
	}
	prev, next := m.Atom-1, m.End
	if before := f.lower(prev); before == "than" && (f.lower(prev-1) == "later" || f.lower(prev-1) == "earlier") {
		return false
	}
	if f.numberBefore(m.Atom) {
		return true
	}
	for i := next; i < next+3 && (i == next || f.capital(i)); i++ {
		if f.scan.Find(i, f.lang.sym.street) != nil {
			return true // "1600 Linden Avenue"
		}
	}
	return next < len(f.scan.Atoms) && f.countsWhatFollows(prev, next)
}

// numberBefore says whether the words before four digits at an atom make them a number: "about 2000", "flight 1942", "© 2019", "X-2000".
func (f *finder) numberBefore(atom int) bool {
	prev := atom - 1
	before := f.lower(prev)
	switch before {
	case "$", "#", "£", "€", "¥", "no", "flight", "page", "room", "route", "number", "about", "nearly", "almost", "over", "than", "some", "least", "approximately", "resolution",
		"chapter", "section", "boeing", "windows", "roughly", "exactly", "another", "every", "channel", "highway", "pp", "gate", "article", "+", "×", "x", "apollo":
		return true
	case "/": // the second of 1999/2000
		if w := f.scan.Word(prev - 1); len(w) != 4 || f.scan.Atoms[prev-1].Kind != pattern.Digits {
			return true
		}
	}
	for i := prev; i >= 0 && i >= prev-3; i-- {
		if w := f.lower(i); w == "©" || w == "copyright" {
			return true // a notice, no time of the story
		}
	}
	if prev > 0 && f.scan.Atoms[atom].Glued && (before == "-" || before == ".") && f.scan.Atoms[prev].Glued && f.scan.Atoms[prev-1].Kind != pattern.Digits {
		switch f.lower(prev - 1) {
		case "mid", "post", "pre", "early", "late", "since":
		default:
			return true
		}
	}
	return false
}

// countsWhatFollows says whether four digits count the words after them: "2000 soldiers", "2,000 km".
func (f *finder) countsWhatFollows(prev, next int) bool {
	switch after := f.lower(next); after {
	case "%", "percent", "per", "°", "x", "hours", "gmt", "utc", "million", "billion", "thousand", "km", "m", "kg", "feet", "meters", "metres", "miles", "mph", "rpm", "dollars",
		"euros", "pounds", "people", "troops", "soldiers", "men", "women", "yen", "points", "yards", "acres", "sq", "sqm", "square", "tons", "tonnes", "barrels", "of", "local":
		return after != "of" || f.lower(prev) != "in"
	}
	if f.lower(prev) == "of" && f.partOfYear(prev-1) {
		return false
	}
	if f.scan.Atoms[next].Kind == pattern.Letters && f.scan.Atoms[next].Glued {
		return true
	}
	i := f.token(next)
	return i >= 0 && f.tokens[i].XPOS == syntax.NNS && !f.determined(prev)
}

// partOfYear says whether a word is a part of a year: "the first three months of 2019 sales".
func (f *finder) partOfYear(atom int) bool {
	switch f.lower(atom) {
	case "months", "month", "weeks", "week", "quarter", "quarters", "half", "days", "end", "start", "beginning", "summer", "winter", "spring", "autumn", "fall":
		return true
	}
	return false
}

// determined says whether a determiner, possessive or adjective stands at an atom: "the 2000 elections" is a year.
func (f *finder) determined(atom int) bool {
	switch f.lower(atom) {
	case "the", "s", "his", "her", "its", "their", "our", "my", "in", "since", "for", "during":
		return true
	}
	i := f.token(atom)
	return i >= 0 && (f.tokens[i].XPOS == syntax.JJ || f.tokens[i].XPOS == syntax.PRPS || f.tokens[i].XPOS == syntax.POS)
}

func (f *finder) decade(m *pattern.Match) (meaning, bool) {
	var d int
	if t := m.Group("tensplural"); t != nil {
		d = 190 + int(t.Num)/10
		if t.Num < 20 {
			return meaning{}, false
		}
		if w := f.lower(m.Atom); w != "the" && m.Rule.Name != "mod-decade" {
			return meaning{}, false // "in her twenties" is an age
		}
	} else {
		t := m.Group("decade")
		d = int(t.Num) / 10
		if len(t.Val) == 2 {
			if d < 1 {
				d += 200
			} else {
				d += 190
			}
		}
		if d < 150 || d > 210 {
			return meaning{}, false
		}
		if len(t.Val) == 2 && f.lower(m.Atom) != "the" && f.lower(m.Atom) != "'" {
			return meaning{}, false
		}
	}
	if before := f.lower(m.Atom - 1); before == "his" || before == "her" || before == "their" || before == "in" && f.lower(m.Atom) != "the" && m.Group("tensplural") != nil {
		return meaning{}, false
	}
	p := at(strconv.Itoa(d))
	p.Mod = f.modOf(m)
	return meaning{typ: DATE, p: p, mod: p.Mod, hasYear: true}, true
}

// otherCalendar is a date of the Islamic, Persian or Hebrew calendar: "17 Muharram 1434", "22 Bahman", "15 Nisan 5779".
func (f *finder) otherCalendar(m *pattern.Match) (meaning, bool) {
	dom := int(m.Group("dom").Num)
	if dom < 1 || dom > 31 {
		return meaning{}, false
	}
	for _, c := range []struct {
		kind        string
		of          func(year, month, day int) Day
		first, last int // years that news may name
	}{{"islamic", islamic, 1200, 1600}, {"persian", persian, 1200, 1600}, {"hebrew", hebrew, 5000, 6000}} {
		t := m.Group(c.kind + "month")
		if t == nil {
			continue
		}
		key := fmt.Sprintf("%s %02d-%02d", c.kind, int(t.Num), dom)
		y := m.Group("whole")
		if y == nil {
			return meaning{typ: DATE, p: &Pending{Op: Holiday, Name: key, Side: undecided}}, true
		}
		year := int(y.Num)
		if year < c.first || year > c.last {
			return meaning{}, false
		}
		gregorian, _, _ := c.of(year, int(t.Num), dom).Civil()
		return meaning{typ: DATE, p: &Pending{Op: Holiday, Name: key, Side: Inside, Of: at(strconv.Itoa(gregorian))}, hasYear: true}, true
	}
	return meaning{}, false
}
