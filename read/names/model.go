package names

import (
	"encoding/binary"

	"github.com/hearsay-news/hearsay/lang"
)

// Model is the trained finder, a conditional random field: what a label is worth for a word with some features, and behind another label. It only
// adds whole numbers, so that it says the same on every machine.
//
// As bytes: the number of rows (4 bytes); what each label is worth behind each other (2 bytes each); then for each row the feature (4 bytes), how
// many weights it has (1) and each weight's label (1) and value (1).
type Model struct {
	moves [Labels][Labels]int32
	rows  []row // a hash table: the feature's hash says where to look first
	data  []byte
	mask  uint32
}

// row is one feature; both numbers side by side, so that a look costs one line of the cache.
type row struct {
	feature uint32
	at      uint32 // where its weights begin in data, with their count; 0 where the place is free
}

// Scale is what a weight of one is in a model.
const Scale = 32

// NewModel reads a model from its bytes. What is no model gives nil.
func NewModel(b []byte) *Model {
	if len(b) < 4+2*Labels*Labels {
		return nil
	}
	n := int(binary.LittleEndian.Uint32(b))
	m := &Model{}
	at := 4
	for i := range m.moves {
		for j := range m.moves[i] {
			m.moves[i][j] = int32(int16(binary.LittleEndian.Uint16(b[at:])))
			at += 2
		}
	}
	size := 1
	for size < 2*n+2 {
		size *= 2
	}
	if size > 1<<24 {
		return nil
	}
	m.rows, m.data, m.mask = make([]row, size), b, uint32(size-1)
	for range n {
		if at+5 > len(b) || at+5+2*int(b[at+4]) > len(b) {
			return nil
		}
		for k := at + 5; k < at+5+2*int(b[at+4]); k += 2 {
			if int(b[k]) >= Labels {
				return nil
			}
		}
		key := binary.LittleEndian.Uint32(b[at:])
		i := key & m.mask
		for m.rows[i].at != 0 {
			i = (i + 1) & m.mask
		}
		m.rows[i] = row{key, uint32(at + 4)}
		at += 5 + 2*int(b[at+4])
	}
	return m
}

var models = lang.Compile(func(l *lang.Language) *Model { return NewModel([]byte(l.Names.Model)) })

// Score adds up the weights of some features for each label.
func (m *Model) Score(features []uint32, scores *[Labels]int32) {
	for _, f := range features {
		for i := f & m.mask; m.rows[i].at != 0; i = (i + 1) & m.mask {
			if m.rows[i].feature != f {
				continue
			}
			at := m.rows[i].at
			for end := at + 1 + 2*uint32(m.data[at]); at+1 < end; at += 2 {
				scores[m.data[at+1]] += int32(int8(m.data[at+2]))
			}
			break
		}
	}
}

// label runs the finder over a page, a sentence at a time.
func (m *Model) label(l *Labeller) {
	var buf [MaxFeatures]uint32
	var scores [][Labels]int32
	var choices []Choice
	var path Path[int32]
	for at := 0; at < l.Len(); {
		from, to := l.Stretch(at)
		for ; at < from; at++ {
			l.Set(at, Outside)
		}
		scores, choices = scores[:0], choices[:0]
		for i := from; i < to; i++ {
			choices = append(choices, l.Choice(i))
			scores = append(scores, [Labels]int32{})
			if k := i - from; choices[k] != Of(Outside) {
				m.Score(l.Remembered(i, l.Features(i, buf[:0])), &scores[k])
			}
		}
		for k, label := range path.Best(scores, choices, &m.moves) {
			l.Set(from+k, label)
		}
		at = to
	}
}

// chunks runs the finder over a page and turns its labels into names, with the finer types and the titles that the tables know.
func (m *Model) chunks(d *document) []chunk {
	l := newLabeller(d)
	m.label(l)
	var out []chunk
	for i := 0; i < len(l.labels); {
		label := l.labels[i]
		if label == Outside {
			i++
			continue
		}
		end := i + 1
		for label.part() != Unit && end < len(l.labels) && l.labels[end-1].part() != Last {
			end++
		}
		from := i
		for from+1 < end && d.small(from) { // "news agency Nordpress"
			from++
		}
		for from <= i && Types[label.kind()] == PER && !l.Opens(from) && l.labels[from-1] == Outside && d.initial(from-1) {
			from--
		}
		to := end
		if Types[label.kind()] == PER {
			to = d.ofPlace(from, end)
		}
		out = append(out, chunk{from: from, to: to, title: from, kind: Types[label.kind()], why: "trained finder", score: 0.85})
		i = end
	}
	out = d.again(d.settle(out, l.chunks), l.chunks)
	for i := range out {
		if c := &out[i]; c.to-c.from > 1 && d.words[c.from].is(upper) && d.words[c.from].has(storm) { // they have people's names
			c.kind, c.why = EVENT, "word of a storm before it"
		}
	}
	return out
}

// ofPlace cuts off where somebody with a surname is from: "Orban Teke | of Sel", but "Joan of Arc" and "Albert II of Belgium".
func (d *document) ofPlace(from, to int) int {
	for k := from + 2; k < to; k++ {
		if d.lowerIs(k, "of") && !d.words[k-1].is(allUpper) {
			return k
		}
	}
	return to
}

// small says whether an English word stands in small letters, as no name begins.
func (d *document) small(i int) bool {
	w := &d.words[i]
	return w.is(letters) && !w.is(upper|innerCap|digits) && w.has(common) && !w.has(particle)
}

// initial says whether a word is a capital letter with its stop: "T." before "Ray".
func (d *document) initial(i int) bool {
	w := &d.words[i]
	return w.is(upper) && w.Len() == 2 && d.text[w.End-1] == '.'
}

// sureRule and fairRule are the scores from which a rule outweighs the trained finder about a type, and about there being a name at all.
const (
	sureRule = 0.93
	fairRule = 0.9
)

// settle brings the names of the trained finder and those of the rules together: the finder decides where both speak, except that the rules
// know titles, nationalities and the names of the tables.
func (d *document) settle(learned, ruled []chunk) []chunk {
	var out []chunk
	r := 0
	done := 0 // words up to here are settled
	for _, c := range learned {
		if c.from < done {
			continue
		}
		for r < len(ruled) && ruled[r].to <= c.from {
			if ruled[r].score >= fairRule {
				out = append(out, ruled[r])
			}
			r++
		}
		first := r
		for r < len(ruled) && ruled[r].from < c.to {
			r++
		}
		inside := ruled[first:r]
		switch {
		case len(inside) == 1 && inside[0].from == c.from && inside[0].to == c.to:
			rule := inside[0]
			if coarseKind(rule.kind) == coarseKind(c.kind) || d.outweighs(rule) || c.kind == MISC && rule.score >= fairRule {
				rule.why = "trained finder and " + rule.why
				rule.score = max(c.score, rule.score)
				out = append(out, rule)
				continue
			}
			c.title, c.shown = rule.title, rule.shown
			out = append(out, d.finer(c))
		case len(inside) == 1 && wholeBody(inside[0], c):
			out = append(out, inside[0]) // the finder cut the name of a body in two
			done = inside[0].to
		case len(inside) == 1 && inside[0].from < c.from && inside[0].to == c.to && d.arabicArticle(c.from-2, c.to): // "Ahl al-Sadd" and not "Sadd"
			c.from, c.title = inside[0].from, inside[0].from
			out = append(out, d.finer(c))
		case d.ordinary(c):
		case d.titleInside(c, inside):
			out = append(out, inside...)
		default:
			out = append(out, d.finer(c))
		}
	}
	for ; r < len(ruled); r++ {
		if ruled[r].score >= fairRule {
			out = append(out, ruled[r])
		}
	}
	return out
}

// wholeBody says whether a rule's name is that of a body or an event of which the trained finder found a part.
func wholeBody(rule, found chunk) bool {
	longer := rule.from <= found.from && rule.to >= found.to && rule.to-rule.from > found.to-found.from
	return longer && (rule.kind == ORG && rule.to > found.to || rule.kind == EVENT) && rule.score >= sureRule
}

// outweighs says that a rule knows a type better than the trained finder: a title stands before the name, or the tables hold it as a people, a
// country or a body. Cities are not among them: too many are people's names.
func (d *document) outweighs(rule chunk) bool {
	if rule.score < sureRule {
		return false
	}
	switch rule.kind {
	case PER:
		return rule.title < rule.from
	case NORP, ORG:
		return true
	}
	_, b := d.phrase(rule.from, rule.to, country)
	return b&country != 0
}

// ordinary says that a name in a headline is made of ordinary words.
func (d *document) ordinary(c chunk) bool {
	for k := c.from; k < c.to; k++ {
		if w := &d.words[k]; !w.is(loud) || !w.has(common) && !d.lower[w.hash] || d.midCap[w.hash] > 0 {
			return false
		}
	}
	return true
}

// titleInside says that what the finder took for one name is, for the rules, a country or body, a title and a person.
func (d *document) titleInside(c chunk, inside []chunk) bool {
	if len(inside) == 0 {
		return false
	}
	if last := inside[len(inside)-1]; last.to != c.to || inside[0].from < c.from {
		return false
	}
	for _, rule := range inside {
		if rule.title < rule.from && rule.title >= c.from {
			return true
		}
		if c.kind == PER && (rule.kind == NORP || rule.kind == GPE) && rule.score >= sureRule && len(inside) > 1 {
			return true
		}
	}
	return c.kind == MISC && len(inside) > 1 && inside[0].from == c.from && inside[0].score >= fairRule && inside[len(inside)-1].score >= fairRule
}

// coarseKind is the type as the trained finder tells them apart.
func coarseKind(t Type) Type {
	switch t {
	case GPE:
		return LOC
	case EVENT, WORK:
		return MISC
	}
	return t
}

// finer strips titles and tells states from other places, events and works from other names.
func (d *document) finer(c chunk) chunk {
	for end := c.to; end > c.from; end-- { // "the Sel Guard movement": the ordinary word behind is no part of the name
		if w := &d.words[end-1]; w.is(upper|digits) || w.is(punct) || !w.has(common|inner) {
			if d.words[c.from].is(upper) {
				c.to = end
			}
			break
		}
	}
	for c.to > c.from+1 && d.words[c.to-1].is(punct) && !d.words[c.to-1].is(letters) && d.glyph(c.to-1) != "." && d.glyph(c.to-1) != ")" && d.glyph(c.to-1) != "!" {
		c.to--
	}
	switch c.kind {
	case PER:
		if end, b := d.title(c.from, c.to); end > c.from && end < c.to && c.title == c.from {
			c.title, c.from, c.shown = c.from, end, c.shown|b
		}
	case LOC:
		end, b := d.phrase(c.from, c.to, place)
		switch {
		case end == c.to && b&(country|city|gpe) != 0 && b&loc == 0:
			c.kind = GPE
		case end == c.to && b&loc != 0, d.words[c.to-1].has(surePlaceHead):
		case d.words[c.to-1].has(locHead) || d.words[c.from].has(locHead) && c.to-c.from > 1 || c.to-c.from > 3 && b&place == 0:
		default:
			c.kind = GPE
		}
	case MISC:
		switch b := d.words[c.to-1].bits; {
		case b&eventHead != 0:
			c.kind = EVENT
		case b&workHead != 0:
			c.kind = WORK
		}
	}
	return c
}
