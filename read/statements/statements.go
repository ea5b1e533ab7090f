package statements

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Read finds the statements of a page in text order. A source that is no known entity ("an Iraqi security source") becomes a new
// one: the returned mentions and entities hold the given ones and these. The article says whose page it is and whose text it carries.
func Read(l *lang.Language, t text.Text, blocks []page.Block, about *article.Article, sentences []syntax.Sentence, mentions []names.Mention, entities []names.Entity,
	when []times.Expression) ([]Statement, []names.Mention, []names.Entity) {
	r := newReader(l, t, blocks, mentions, entities, when)
	r.article = about
	r.read(sentences)
	said := r.finish()
	mentions = r.retype(said)
	if len(r.added) > 0 {
		all := append(append(make([]names.Mention, 0, len(mentions)+len(r.added)), mentions...), r.added...)
		sort.SliceStable(all, func(i, k int) bool { return all[i].Compare(all[k].Span) < 0 })
		mentions = all
	}
	return said, mentions, r.entities
}

// finish turns drafts into statements: order, speakers, kinds, chains, confidence.
func (r *reader) finish() []Statement {
	r.aroundAccording()
	order := r.order()
	place := make([]int, len(r.out)) // index of a draft in the result; -1 when dropped
	for i := range place {
		place[i] = -1
	}
	for n, i := range order {
		place[i] = n
	}
	out := make([]Statement, 0, len(order))
	for _, i := range order {
		d := &r.out[i]
		r.withoutDateline(d)
		r.withoutLeadingMarks(d)
		d.Speaker = r.speaker(d)
		r.describe(d)
		r.note(d)
		d.Kind = r.kind(d.Content)
		r.personal(d)
		if d.whenAt >= 0 && r.when[d.whenAt].Interval.Known() && !overlaps(d.Content, r.when[d.whenAt].Span) {
			said := r.when[d.whenAt].Interval
			d.When = &said
		}
		d.CarriedBy = -1
		if d.carrier > 0 {
			d.CarriedBy = place[d.carrier-1]
		}
		d.ID = fmt.Sprintf("s%d", len(out)+1)
		out = append(out, d.Statement)
	}
	r.carry(out, order)
	for n, i := range order {
		r.innerVoice(out, n, &r.out[i])
	}
	r.chains(out, order)
	clean := onlyArticle(r.blocks)
	for n, i := range order {
		r.out[i].Statement = out[n]
		d := &r.out[i]
		d.Found, d.Plain, d.Signs = r.found(d), clean, r.signs(d)
		out[n].Found, out[n].Plain, out[n].Signs, out[n].Why = d.Found, d.Plain, d.Signs, d.Why
		out[n].Confidence = r.confidence(&r.out[i])
	}
	for n := range out { // "I agree with the one who said so"
		if c := out[n].CarriedBy; c >= 0 && r.generic(&r.out[order[c]]) {
			out[n].Confidence = min(out[n].Confidence, nobodyInParticular)
		}
	}
	return out
}

// withoutEmpty takes away places that hold nothing: a rule that found no words found nothing.
func (d *draft) withoutEmpty() {
	for _, part := range []*[]text.Span{&d.Source, &d.Cue, &d.Content, &d.Addressee, &d.Medium} {
		*part = slices.DeleteFunc(*part, text.Span.Empty)
	}
}

// withoutLeadingMarks takes closing brackets and stops off the start of a content, which ended what stood before it.
func (r *reader) withoutLeadingMarks(d *draft) {
	for i := range d.Content {
		words := r.t.At(d.Content[i])
		for {
			cut := strings.TrimLeft(strings.TrimPrefix(words, "-RRB-"), ") ,;")
			if cut == words || cut == "" {
				break
			}
			d.Content[i].Start += len(words) - len(cut)
			words = cut
		}
	}
}

// withoutDateline takes the dateline of a story from the start of a content: nobody said "SEL —".
func (r *reader) withoutDateline(d *draft) {
	if len(d.Content) == 0 {
		return
	}
	c := &d.Content[0]
	if r.article != nil && r.article.Credit.Kind == article.FromDateline && len(r.article.Credit.Evidence) > 0 {
		if at := r.article.Credit.Evidence[0]; c.Contains(at) { // captions and the dateline were run together with what is said
			rest := strings.TrimPrefix(strings.TrimLeft(r.t.At(text.Span{Start: at.End, End: c.End}), " )"), "-RRB-")
			if rest = strings.TrimLeft(rest, " -–—."); rest != "" {
				c.Start = c.End - len(rest)
			}
		}
	}
	b := sort.Search(len(r.blocks), func(i int) bool { return r.blocks[i].End > c.Start })
	if b == len(r.blocks) || r.blocks[b].Start > c.Start || c.Start > r.blocks[b].Start+120 {
		return
	}
	if end := r.blocks[b].Start + article.Dateline(r.t.At(r.blocks[b].Span)); end > c.Start && end < c.End {
		c.Start = end
	}
}

// aboutItself says whether the source is the page's own earlier version: a correction withdraws those words.
func (r *reader) aboutItself(d *draft) bool {
	return len(d.Source) > 0 && strings.Contains(strings.ToLower(r.t.At(d.source)), "version of this ")
}

func overlaps(content []text.Span, s text.Span) bool {
	for _, c := range content {
		if c.Overlaps(s) {
			return true
		}
	}
	return false
}

// order sorts the drafts worth keeping by where they begin.
func (r *reader) order() []int {
	var order []int
	for i := range r.out {
		d := &r.out[i]
		d.withoutEmpty()
		if d.open || d.dropped || len(d.Content) == 0 && d.Rule != "silence" || r.aboutItself(d) {
			continue
		}
		order = append(order, i)
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &r.out[order[a]], &r.out[order[b]]
		return x.start() < y.start()
	})
	return order
}

func (d *draft) start() int {
	at := d.at
	for _, s := range d.Content {
		at = min(at, s.Start)
	}
	if len(d.Source) > 0 {
		at = min(at, d.Source[0].Start)
	}
	return at
}

// kind says whether the words of the content are the speaker's own: all, none or some of them stand in quotation marks.
func (r *reader) kind(content []text.Span) Kind {
	inside, outside := 0, 0
	for _, s := range content {
		q := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].End > s.Start })
		for at, c := range r.t.At(s) {
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
				continue
			}
			at += s.Start
			for q < len(r.quotes) && r.quotes[q].End <= at {
				q++
			}
			if q < len(r.quotes) && r.quotes[q].Has(at) {
				inside++
			} else {
				outside++
			}
		}
	}
	switch {
	case inside == 0:
		return Indirect
	case outside == 0:
		return Direct
	}
	return Mixed
}

// carry links each statement to the narrowest one whose content holds it. Only statements of one line can hold each other, and only those whose content
// begins before another's does: a stack of the contents still open where a statement begins is all that is asked.
func (r *reader) carry(out []Statement, order []int) {
	byLine := map[int][]int{}
	for n, i := range order {
		if len(out[n].Content)+len(out[n].Cue) > 0 {
			byLine[r.out[i].line] = append(byLine[r.out[i].line], n)
		}
	}
	for line := range byLine { // lines do not touch each other
		carryLine(out, byLine[line])
	}
	for n := range out { // equal statements would hold each other
		for m, steps := n, 0; m >= 0; m, steps = out[m].CarriedBy, steps+1 {
			if steps > len(out) {
				out[n].CarriedBy = -1
				break
			}
		}
	}
}

// mostOpen bounds how many contents around a place are asked; what is told within more is told by the innermost ones.
const mostOpen = 12

// carryLine links the statements of one line.
func carryLine(out []Statement, line []int) {
	starts := append([]int(nil), line...)
	sort.SliceStable(starts, func(a, b int) bool { return contentOf(out, starts[a]).Start < contentOf(out, starts[b]).Start })
	asked := append([]int(nil), line...)
	sort.SliceStable(asked, func(a, b int) bool { return firstOf(&out[asked[a]]) < firstOf(&out[asked[b]]) })
	var open []int
	next := 0
	for _, n := range asked {
		s, at := &out[n], firstOf(&out[n])
		for next < len(starts) && contentOf(out, starts[next]).Start <= at {
			open = append(open, starts[next])
			next++
		}
		keep := open[:0]
		for _, m := range open {
			if contentOf(out, m).End > at {
				keep = append(keep, m)
			}
		}
		open = keep[max(0, len(keep)-8*mostOpen):]
		if s.CarriedBy >= 0 {
			continue
		}
		best, tries := 0, 0
		for k := len(open) - 1; k >= 0 && tries < mostOpen; k-- {
			m := open[k]
			if m == n {
				continue
			}
			tries++
			if size := length(out[m].Content); holds(out[m].Content, s) && (s.CarriedBy < 0 || size < best || size == best && m < s.CarriedBy) {
				s.CarriedBy, best = m, size
			}
		}
	}
}

// contentOf covers all places of a statement's content.
func contentOf(out []Statement, n int) text.Span {
	all := text.Span{}
	for i, c := range out[n].Content {
		if i == 0 {
			all = c
		}
		all.Start, all.End = min(all.Start, c.Start), max(all.End, c.End)
	}
	return all
}

// firstOf is where a statement's cue or content begins, whichever is first.
func firstOf(s *Statement) int {
	at := -1
	for _, part := range [][]text.Span{s.Cue, s.Content} {
		for _, p := range part {
			if at < 0 || p.Start < at {
				at = p.Start
			}
		}
	}
	return at
}

// holds says whether a content contains another statement: its cue and all of its content.
func holds(content []text.Span, s *Statement) bool {
	for _, part := range [][]text.Span{s.Cue, s.Content} {
		for _, p := range part {
			in := false
			for _, c := range content {
				in = in || c.Contains(p)
			}
			if !in {
				return false
			}
		}
	}
	return len(s.Cue) > 0
}

func length(spans []text.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
