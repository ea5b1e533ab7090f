package pages

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/statements"
	spelling "github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

const reach = 600 // bytes to either side in which a sentence is looked for

const beside = 80 // bytes around a cue in which its time stands

// CueTime returns the time expression that stands beside a statement's cue, outside its content, and hangs on the page's date; -1
// for none.
func (p *Page) CueTime(s *statements.Statement) int {
	best, near := -1, beside
	if len(s.Cue) == 0 {
		return -1
	}
	sentence := p.Sentence(s.Cue[0])
	for i := p.timeFrom(sentence.Start); i < len(p.Times) && p.Times[i].Start < sentence.End; i++ {
		e := &p.Times[i]
		if e.Pending == nil || e.Type == times.DURATION || e.Type == times.SET || !sentence.Contains(e.Span) || within(s.Content, e.Span) {
			continue
		}
		for _, c := range s.Cue {
			if gap := max(e.Start-c.End, c.Start-e.End); gap < near {
				best, near = i, gap
			}
		}
	}
	return best
}

// TimesIn returns the range of the page's time expressions that begin inside a span.
func (p *Page) TimesIn(s text.Span) (from, to int) {
	from = p.timeFrom(s.Start)
	to = from
	for to < len(p.Times) && p.Times[to].Start < s.End {
		to++
	}
	return from, to
}

func (p *Page) timeFrom(start int) int {
	return sort.Search(len(p.Times), func(i int) bool { return p.Times[i].Start >= start })
}

// NamesIn returns the range of the page's mentions that begin inside a span.
func (p *Page) NamesIn(s text.Span) (from, to int) {
	from = sort.Search(len(p.Names), func(i int) bool { return p.Names[i].Start >= s.Start })
	to = from
	for to < len(p.Names) && p.Names[to].Start < s.End {
		to++
	}
	return from, to
}

// ClausesIn returns the range of the page's clauses whose trigger begins inside a span.
func (p *Page) ClausesIn(s text.Span) (from, to int) {
	from = sort.Search(len(p.Clauses), func(i int) bool { return p.Clauses[i].Trigger.Start >= s.Start })
	to = from
	for to < len(p.Clauses) && p.Clauses[to].Trigger.Start < s.End {
		to++
	}
	return from, to
}

// Sayer returns for each of the page's amounts the innermost statement in force that tells it, -1 for none. Of statements that hold one another the
// inner one comes last.
func (p *Page) Sayer() []int {
	out := make([]int, len(p.Amounts))
	next := make([]int, len(p.Amounts)+1) // the first amount from here that has none yet
	for i := range out {
		out[i], next[i] = -1, i
	}
	next[len(out)] = len(out)
	free := func(i int) int {
		for next[i] != i {
			next[i] = next[next[i]]
			i = next[i]
		}
		return i
	}
	for n := len(p.Statements) - 1; n >= 0; n-- {
		if p.Said[n] < 0 {
			continue
		}
		for _, c := range p.Statements[n].Content {
			i := free(sort.Search(len(p.Amounts), func(i int) bool { return p.Amounts[i].Start >= c.Start }))
			for ; i < len(p.Amounts) && p.Amounts[i].Start < c.End; i = free(i + 1) {
				if c.Contains(p.Amounts[i].Span) {
					out[i], next[i] = n, i+1
				}
			}
		}
	}
	return out
}

func within(spans []text.Span, s text.Span) bool {
	for _, c := range spans {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// When is the day of a statement, as the page has it now.
func (p *Page) When(s *statements.Statement) *times.Interval {
	if p.retimed != nil {
		if e := p.CueTime(s); e >= 0 && p.retimed[e] {
			i := p.Intervals[e]
			return &i
		}
	}
	return s.When
}

// Sentence returns the stretch of a block around a place that ends in full stops, question or exclamation marks. Sentences are not
// kept with a reading; for judging what surrounds a figure or an event this cut is good enough.
func (p *Page) Sentence(s text.Span) text.Span {
	in := text.Span{Start: max(0, s.Start-reach), End: min(len(p.Page.Text), s.End+reach)}
	if b := p.Block(s.Start); b >= 0 {
		block := p.Page.Blocks[b].Span
		in = text.Span{Start: max(in.Start, block.Start), End: min(in.End, max(block.End, s.End))}
	}
	t := p.Page.Text
	out := in
	for i := s.Start - 1; i > in.Start; i-- {
		if p.stop(i, in) && i+1 < s.Start {
			out.Start = i + 1
			break
		}
	}
	for i := s.End; i < in.End; i++ {
		if p.stop(i, in) {
			out.End = i + 1
			break
		}
	}
	return t.Trim(out)
}

// stop says whether a sentence ends at i: a mark, perhaps a closing quotation mark, then a space and no small letter; not after an
// abbreviation ("Col.", "U.S.").
func (p *Page) stop(i int, in text.Span) bool {
	t := p.Page.Text
	c := t[i]
	if c != '.' && c != '!' && c != '?' {
		return false
	}
	rest := strings.TrimLeft(string(t[i+1:in.End]), "\"'”’)")
	if rest == "" {
		return true
	}
	if rest[0] != ' ' && rest[0] != '\n' && !strings.HasPrefix(rest, "\u00a0") {
		return false
	}
	rest = strings.TrimLeft(rest, " \n\u00a0")
	if rest != "" && rest[0] >= 'a' && rest[0] <= 'z' {
		return false
	}
	if c != '.' {
		return true
	}
	j := i
	for j > in.Start && (t[j-1] >= 'a' && t[j-1] <= 'z' || t[j-1] >= 'A' && t[j-1] <= 'Z' || t[j-1] == '.') {
		j--
	}
	word := string(t[j:i])
	return !(len(word) == 1 && word[0] <= 'Z' || strings.Contains(word, ".") || p.spelling != nil && p.spelling.AbbreviationKind(word) != spelling.NoAbbreviation)
}

// NameAt returns the name that holds a place, nil for none.
func (p *Page) NameAt(s text.Span) *names.Mention {
	i := sort.Search(len(p.Names), func(i int) bool { return p.Names[i].Start > s.Start-longName })
	for ; i < len(p.Names) && p.Names[i].Start < s.End; i++ {
		if m := &p.Names[i]; m.Form == names.Name && m.Overlaps(s) {
			return m
		}
	}
	return nil
}

const longName = 120 // bytes of a name at most

// TimeAt says whether a time expression holds a place.
func (p *Page) TimeAt(s text.Span) bool {
	i := sort.Search(len(p.Times), func(i int) bool { return p.Times[i].End > s.Start })
	return i < len(p.Times) && p.Times[i].Overlaps(s)
}
