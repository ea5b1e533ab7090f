package timeline

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// flaw is a named reason why the title that an account gives does not stand by itself.
type flaw struct {
	name    string
	example string
	left    float64 // of how well it reads
	holds   func(t *told, v *words.Tables, out text.Span, title string) bool
}

// flaws are all asked; each that holds takes its share.
var flaws = []flaw{
	{"another time first", "On Tuesday they told that the ferry left on Monday", 0.6, func(t *told, _ *words.Tables, out text.Span, _ string) bool { return alien(t, out) }},
	{"about another day", "On Tuesday divers reached the ferry that sank in May", 0.5, func(t *told, _ *words.Tables, out text.Span, _ string) bool { return otherDay(t, out) }},
	{"a day that only its page knows", "The ferry left yesterday", 0.6, func(_ *told, v *words.Tables, _ text.Span, title string) bool {
		for _, w := range strings.Fields(title) {
			if v.Is("relative-day", strings.ToLower(strings.Trim(w, ".,;:"))) {
				return true
			}
		}
		return false
	}},
	{"no sentence", "A letter filed on Monday, which asks for more", 0.6, func(t *told, _ *words.Tables, out text.Span, _ string) bool { return headless(t, out) }},
	{"what was named before", "The decision was made on Monday", 0.75, func(t *told, v *words.Tables, out text.Span, title string) bool {
		return !pointing(t, v, out).Empty() && strings.HasPrefix(title, t.page.Page.Text.At(pointing(t, v, out)))
	}},
	{"nobody named", "The two leaders met on Monday", 0.7, nameless},
	{"points back", "Crowds calling for his ouster grew on Monday in Sund", 0.6, backward},
	{"a picture", "A guard looks at the ferry in Sund, 3 May 2021", 0.4, func(t *told, _ *words.Tables, out text.Span, _ string) bool { return caption(t, out) }},
	{"trails off", "The ferry left …", 0.5, func(_ *told, _ *words.Tables, _ text.Span, title string) bool {
		return strings.HasSuffix(title, "..") || strings.HasSuffix(title, "…")
	}},
}

// asks says whether a clause opens with a word of asking.
func asks(clause string, v *words.Tables) bool {
	first, _, _ := strings.Cut(clause, " ")
	return v.Is("asked", strings.ToLower(first))
}

// alien says whether a title begins with another time than that of its event: it tells of something else first.
func alien(t *told, s text.Span) bool {
	if t.row.Time < 0 || t.row.Trigger.Start < s.Start {
		return false
	}
	own := t.page.Times[t.row.Time].Span
	list := t.page.Times
	for i := sort.Search(len(list), func(i int) bool { return list[i].Start >= s.Start }); i < len(list) && list[i].Start < t.row.Start; i++ {
		if list[i].Span != own && i != t.row.Time && t.page.Intervals[i] != t.page.Intervals[t.row.Time] && (list[i].Type == times.DATE || list[i].Type == times.TIME) && t.page.Intervals[i].Known() {
			return true
		}
	}
	return false
}

// headless says whether a stretch holds no main clause: it names something and tells nothing of it.
func headless(t *told, out text.Span) bool {
	p := t.page
	first, end := p.ClausesIn(out)
	some := false
	for ; first < end; first++ {
		if c := &p.Clauses[first]; c.Noun {
			continue
		} else if c.Main {
			return false
		}
		some = true
	}
	return some && t.clause != nil && t.row.Statement < 0
}

// nameless says whether a title names nobody and nothing: no word but days and months is written with a capital, and its first is no name.
func nameless(t *told, v *words.Tables, out text.Span, title string) bool {
	for i, w := range strings.Fields(title) {
		if w = strings.Trim(w, marks); len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' && !v.Is("calendar", strings.ToLower(w)) && (i > 0 || opensWithName(t, out, w)) {
			return false
		}
	}
	return true
}

const marks = "“”\"'‘’()[],;:."

// opensWithName says whether the first word of a title is a name, or was put in for a pronoun.
func opensWithName(t *told, out text.Span, first string) bool {
	full := t.page.Page.Text
	at := text.Span{Start: out.Start, End: min(out.Start+len(first), len(full))}
	return full.At(at) != first || t.page.NameAt(at) != nil
}

// backward says whether a title has a word for what was named before, and nobody named before it.
func backward(t *told, v *words.Tables, out text.Span, title string) bool {
	for i, w := range strings.Fields(title) {
		bare := strings.Trim(w, marks)
		bare, _, _ = strings.Cut(bare, "’")
		low := strings.ToLower(bare)
		switch {
		case bare == "":
		case bare[0] >= 'A' && bare[0] <= 'Z' && len(bare) > 1 && !v.Is("calendar", low) && (i > 0 || opensWithName(t, out, bare)):
			return false
		case v.Is("backward", low):
			return true
		}
	}
	return false
}

// pointing is the subject of a title that opens with no more than "the" and a noun of which there are many: "the company", "the decision". It is empty
// for other titles.
func pointing(t *told, v *words.Tables, out text.Span) text.Span {
	full := t.page.Page.Text
	list := strings.Fields(full.Between(out.Start, min(out.End, out.Start+pointBytes)))
	if len(list) < 3 || !v.Is("pointer", strings.ToLower(list[0])) {
		return text.Span{}
	}
	noun := list[1]
	if noun[0] < 'a' || noun[0] > 'z' || v.Is("unique", noun) || strings.ContainsAny(noun, "-’'") {
		return text.Span{}
	}
	s := text.Span{Start: out.Start, End: out.Start + len(list[0]) + 1 + len(strings.TrimRight(noun, ","))}
	if strings.HasSuffix(noun, ",") || t.row.Trigger.Start == s.End+1 || v.Is("auxiliary", strings.ToLower(list[2])) || v.Is("relative", strings.ToLower(list[2])) {
		return s
	}
	for first, end := t.page.ClausesIn(text.Span{Start: s.End, End: s.End + len(list[2]) + 2}); first < end; first++ {
		if !t.page.Clauses[first].Noun {
			return s
		}
	}
	return text.Span{}
}

const pointBytes = 60

// yearly says whether a day is written with its year: four digits, and others.
func yearly(day string) bool {
	digits, run, year := 0, 0, false
	for _, c := range []byte(day + " ") {
		if c >= '0' && c <= '9' {
			run++
			continue
		}
		if run == 4 {
			year = true
		} else {
			digits += run
		}
		run = 0
	}
	return year && digits > 0
}

// caption says whether a sentence reads as what stands under a picture: in the present tense, with a day and its year behind.
func caption(t *told, out text.Span) bool {
	if t.row.Time < 0 || t.row.Time >= len(t.page.Times) || t.clause == nil {
		return false
	}
	p := t.page
	e := &p.Times[t.row.Time]
	if _, one := p.Intervals[t.row.Time].Single(); !one || e.Start < t.row.Trigger.End || !yearly(p.Page.Text.At(e.Span)) {
		return false
	}
	verb, lemma := strings.ToLower(p.Page.Text.At(t.clause.Row.Trigger)), t.clause.Row.Lemma
	return verb == lemma || verb == lemma+"s" || verb == lemma+"es" || strings.HasSuffix(verb, "ies") && verb[:len(verb)-3] == strings.TrimSuffix(lemma, "y")
}
