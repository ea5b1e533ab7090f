package statements

import (
	"sort"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// floating handles a line that is nothing but quotation and so carries on the words of the speaker before: the next sentence, or the
// next paragraph. It also gives a quotation to the cue whose colon ended the line before.
func (r *reader) floating(ctx *context, carried bool) bool {
	l := ctx.l
	if l.inner {
		return false
	}
	if !l.items[0].fold {
		r.notFloating(ctx)
		return false
	}
	only := true
	for _, it := range l.items {
		only = only && (it.fold || it.low == "." || it.low == ",")
	}
	last := r.lastQuote
	if last >= 0 && last < len(r.out) && r.out[last].open && r.out[last].alone && !only {
		r.out[last].open = false
	} else if last >= 0 && last < len(r.out) && r.out[last].open {
		d := &r.out[last]
		d.open = false
		d.Content = append(d.Content, l.items[0].Span)
		ctx.claimed[0] = true
		d.lastLine = ctx.number
		return only
	}
	if !only {
		if carried && last >= 0 {
			r.out[last].Content = append(r.out[last].Content, l.items[0].Span)
			ctx.claimed[0] = true
		}
		return false
	}
	if last < 0 || last >= len(r.out) {
		r.orphaned(ctx)
		return true
	}
	d := &r.out[last]
	// a new paragraph after a question is rather the answer
	if l.first && (r.singleMark(l.items[0]) || d.Stance == Question) || headed(l.role) {
		return true
	}
	if d.line != ctx.number-1 && d.lastLine != ctx.number-1 {
		return true
	}
	for _, it := range l.items {
		if it.fold {
			d.Content = append(d.Content, it.Span)
		}
	}
	d.lastLine = ctx.number
	d.floats++
	return true
}

// notFloating forgets a cue that waited for the quotation of the next line.
func (r *reader) notFloating(ctx *context) {
	if r.lastQuote >= 0 && r.lastQuote < len(r.out) && r.out[r.lastQuote].open {
		r.out[r.lastQuote].open = false
	}
}

// afterLine notes which statement a quotation standing alone in the next line would carry on: the last one of this line, if it ends with it.
func (r *reader) afterLine(ctx *context) {
	r.lastQuote = -1
	for n := len(r.out) - 1; n >= ctx.first; n-- {
		d := &r.out[n]
		if d.open {
			r.lastQuote = n
			return
		}
		if len(d.Content) == 0 || d.inner || d.dropped {
			continue
		}
		if r.quotedAt(ctx, d) || d.Rule == "trailing" && r.endsQuoted(d) {
			r.lastQuote = n
			return
		}
		if d.Stance.Speech() && !d.participial && !d.hangs && !d.relative && !strings.HasPrefix(d.Rule, "asked-") && !r.insideSource(ctx, d) {
			return
		}
	}
}

// insideSource says whether a draft is told of the speaker of another one of its line: "said Marrow, who knows the port."
func (r *reader) insideSource(ctx *context, d *draft) bool {
	for n := ctx.first; n < len(r.out) && len(d.Cue) > 0; n++ {
		if o := &r.out[n]; len(o.Source) > 0 && o.source.Contains(d.Cue[0]) {
			return true
		}
	}
	return false
}

// endsQuoted says whether a content ends inside quotation marks: golf clubs are “just scratching out a profit,” Teke said. “It is hard.”
func (r *reader) endsQuoted(d *draft) bool {
	last := d.Content[len(d.Content)-1]
	i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].End >= last.End })
	return i < len(r.quotes) && r.quotes[i].End == last.End
}

func (r *reader) quotedAt(ctx *context, d *draft) bool {
	for _, it := range ctx.l.items {
		if !it.fold {
			continue
		}
		for _, s := range d.Content {
			if s.Contains(it.Span) {
				return true
			}
		}
	}
	return false
}

// label handles transcript labels: "PELL: Who signed the order?"
func (r *reader) label(ctx *context) bool {
	l := ctx.l
	if !l.first || l.inner || headed(l.role) || len(l.items) < 3 {
		return false
	}
	at := 0
	for at < len(l.items) && at < 5 && l.items[at].low != ":" {
		it := l.items[at]
		if !isProper(it.tag) && it.low != "." && it.up != syntax.PROPN && !allCaps(r.t.At(it.Span)) {
			return false
		}
		at++
	}
	if at == 0 || at >= 5 || at+1 >= len(l.items) || l.items[at].low != ":" {
		return false
	}
	caps := allCaps(r.t.At(l.items[at-1].Span))
	often := r.labels[r.t.At(l.span(phrase{0, at}))] > 1 || r.transcript
	if !caps && !l.items[at+1].fold && !often {
		return false
	}
	person := r.named(l.span(phrase{0, at}), names.PER)
	if !caps && !person || l.items[at+1].time >= 0 {
		return false
	}
	if !person && !often && !l.hasFinite(at+1, len(l.items)) { // TORQUE: 250 Nm
		return false
	}
	for i, it := range l.items[:at] { // READ MORE: nobody's words
		if r.lex.labels[it.low] || i > 0 && preposition(it) { // VIEW FROM SEL: a heading
			return false
		}
	}
	if !person && !often && r.named(l.span(phrase{0, at}), names.GPE, names.LOC) && !l.items[at+1].fold { // SEL: three ships have left
		return false
	}
	caps = caps || often
	d := r.draft(ctx, group{from: at, head: at, to: at}, cue{stance: Say}, subject{source: phrase{0, at}, head: phrase{0, at}, sure: true})
	d.Cue, d.Rule, d.verbal = nil, "label", false
	d.Content = []text.Span{{Start: l.items[at+1].Start, End: l.items[len(l.items)-1].End}}
	if caps && !l.last { // what follows in the block is the same voice
		d.Content[0].End = r.blocks[l.block].End
	}
	if last := r.t.At(d.Content[0]); last[len(last)-1] == '?' {
		d.Stance = Question
	}
	r.keep(ctx, d)
	r.lastQuote = -1
	return true
}

// countLabels counts what stands before a colon at the start of the blocks: a name that does so again and again labels who speaks.
func (r *reader) countLabels() {
	r.labels = map[string]int{}
	for _, b := range r.blocks {
		line := r.t.At(text.Span{Start: b.Start, End: min(b.End, b.Start+40)})
		if cut := strings.IndexByte(line, ':'); cut > 0 && b.Role.Told() && upper(line[0]) {
			r.labels[line[:cut]]++
			r.transcript = r.transcript || r.labels[line[:cut]] > 2
		}
	}
}

func allCaps(s string) bool {
	letters := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			letters++
		}
	}
	return letters >= 2
}

// named says whether a name of the type ends where the span ends.
func (r *reader) named(s text.Span, kinds ...names.Type) bool {
	for _, m := range r.mentionsIn(s) {
		if m.Form != names.Name || m.End != s.End {
			continue
		}
		for _, k := range kinds {
			if m.Type == k {
				return true
			}
		}
	}
	return false
}

func headed(role page.Role) bool { return role == page.Title || role == page.Subhead }

// worded says whether items from to to hold words enough to say something, and not only a price or a date.
func (l *line) worded(from, to int) bool {
	words := 0
	for _, it := range l.items[from:to] {
		if it.fold || !isPunct(it) && it.tag != syntax.CD && it.time < 0 && it.tag != syntax.Dollar {
			words++
		}
	}
	return words >= 2
}

func (r *reader) singleMark(it item) bool {
	c := r.t[it.Start]
	return c == '\'' || strings.HasPrefix(string(r.t[it.Start:it.End]), "‘")
}
