package page

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/text"
)

// Read derives the text of a page and the role of its lines, with the word lists of a language. It never panics on any bytes; what can't be read comes back with Skip set.
func Read(l *lang.Language, in gather.Page) Page {
	switch {
	case len(in.Bytes) > gather.MaxBytes:
		return Page{Skip: &gather.Skip{Reason: gather.TooLarge, Detail: fmt.Sprintf("%d bytes, at most %d are read", len(in.Bytes), gather.MaxBytes)}}
	case len(in.Bytes) == 0:
		return Page{Skip: &gather.Skip{Reason: gather.Empty, Detail: "no byte"}}
	}
	d, skip := decode(in.Bytes, in.Charset, in.Form == gather.HTML)
	if skip != nil {
		return Page{Skip: skip}
	}
	lex := lexicons.Of(l)
	if in.Form == gather.HTML {
		return readMarkup(lex, d, in.Given)
	}
	return readFlat(lex, d, in.Form == gather.Article, in.Given)
}

// What one page may be made of: more than ten times of what the largest pages have that are met. It bounds the memory that a page costs
// beyond its bytes.
const (
	maxLines    = 1 << 15
	maxElements = 1 << 17
	maxPieces   = 1 << 18 // stretches of text that lead to their bytes in one way
)

// over says whether a page is given up because it is made of too much.
func over(lines, elements, pieces int) *gather.Skip {
	if lines <= maxLines && elements <= maxElements && pieces <= maxPieces {
		return nil
	}
	for _, part := range []struct {
		n, most int
		what    string
	}{{lines, maxLines, "lines"}, {elements, maxElements, "elements"}, {pieces, maxPieces, "character references, folded spaces and changes of alphabet"}} {
		if part.n > part.most {
			return &gather.Skip{Reason: gather.TooLarge, Detail: fmt.Sprintf("more than %d %s", part.most, part.what)}
		}
	}
	return nil
}

// readFlat labels the lines of text as it came.
func readFlat(lex *lexicon, d decoded, clean bool, given gather.Given) Page {
	t := text.Text(d.bytes)
	p := Page{Text: t, Map: d.back, Charset: d.charset}
	room := newScratch()
	defer room.done()
	lines := room.lines
	gap := 0
	for at := range t.EachLine() {
		at = t.Trim(at)
		if at.Empty() {
			gap++
			continue
		}
		lines = append(lines, line{Span: at, gap: gap})
		gap = 0
		if skip := over(len(lines), 0, 0); skip != nil {
			return Page{Skip: skip}
		}
	}
	room.lines = lines
	if len(lines) == 0 {
		return Page{Skip: &gather.Skip{Reason: gather.Empty, Detail: "only white space"}}
	}
	doc := newDocument(lex, t, lines, given.Title)
	if clean {
		for i := range doc.lines {
			doc.set(i, Body, "form article")
		}
	} else {
		doc.classify()
	}
	p.Language = language(t, doc.lines, lex.languages, "")
	p.Blocks = doc.blocks(nil, nil, 0)
	return p
}

// readMarkup derives the text of an HTML page: metadata lines first, then what is shown.
func readMarkup(lex *lexicon, d decoded, given gather.Given) Page {
	w := walk(d.bytes, lex)
	defer w.done()
	if w.budget != nil {
		return Page{Skip: w.budget}
	}
	shown := w.out.Text()
	doc := newDocument(lex, shown, w.lines, given.Title)
	doc.nodes = w.nodes
	doc.meta = w.meta
	doc.classify()

	for i := range w.meta {
		w.meta[i].Shown = w.meta[i].Span
	}
	blocks := w.headLines(&w.head, doc)
	start := w.head.Len()
	w.head.Append(&w.out)
	t, m := w.head.Done()
	p := Page{Text: t, Map: m.Then(d.back), Charset: d.charset, Meta: w.meta}
	for i := range p.Meta {
		if at := p.Meta[i].Shown; !at.Empty() {
			p.Meta[i].Shown = trimmed(t, text.Span{Start: at.Start + start, End: at.End + start})
		}
		if w.how[i] == asShown || !p.Meta[i].Span.Empty() && p.Meta[i].Field != "" && !w.atHead[int32(i)] {
			p.Meta[i].Span = trimmed(t, text.Span{Start: p.Meta[i].Span.Start + start, End: p.Meta[i].Span.End + start})
			if w.how[i] == asShown {
				p.Meta[i].Value = t.At(p.Meta[i].Span)
			}
		}
		if !d.back.Identity() {
			p.Meta[i].Source = d.back.Source(p.Meta[i].Source)
		}
	}
	stated := w.lang
	p.Language = language(t, doc.lines, lex.languages, stated)
	p.Blocks = doc.blocks(blocks, w.nodes, start)
	if len(p.Blocks) == 0 {
		return Page{Skip: &gather.Skip{Reason: gather.Empty, Detail: "no visible text"}}
	}
	return p
}

func trimmed(t text.Text, s text.Span) text.Span {
	s.End = min(s.End, len(t))
	s.Start = min(s.Start, s.End)
	return t.Trim(s)
}

// headLines writes the metadata that the article is read from, one value a line, each once: a title where no heading is shown or it is not
// all of the title, authors, dates.
func (w *walker) headLines(b *text.Builder, doc *document) []Block {
	var blocks []Block
	seen := map[string]text.Span{}
	counts := map[string]int{}
	w.atHead = map[int32]bool{}
	fuller := doc.fullerTitle()
	for _, field := range []string{"title", "author", "published", "modified"} {
		for i := range w.meta {
			m := &w.meta[i]
			if field == "title" && doc.title >= 0 && i != fuller {
				continue
			}
			if m.Field != field || m.From == "script" || w.how[i] == asShown || len(m.Value) > 600 || strings.HasPrefix(m.Value, "http") {
				continue
			}
			if at, ok := seen[field+"\n"+m.Value]; ok { // stated twice, shown once
				m.Span = at
				w.atHead[int32(i)] = true
				continue
			}
			if counts[field] >= maxHead {
				continue
			}
			counts[field]++
			if b.Len() > 0 {
				b.Put("\n", text.Span{Start: m.Source.Start, End: m.Source.Start})
			}
			start := b.Len()
			w.emit(b, m.Source, w.how[i])
			m.Span = text.Span{Start: start, End: b.Len()}
			seen[field+"\n"+m.Value] = m.Span
			w.atHead[int32(i)] = true
			blocks = append(blocks, Block{Span: m.Span, Role: Other, Why: "metadata " + field + " from " + m.From})
		}
	}
	if b.Len() > 0 {
		b.Put("\n", text.Span{Start: 0, End: 0})
	}
	return blocks
}

// maxHead is how many different values of one field are shown at the head of the text.
const maxHead = 12

// blocks returns the lines as the page's blocks, moved behind the metadata lines.
func (d *document) blocks(head []Block, nodes []node, shift int) []Block {
	out := append(make([]Block, 0, len(head)+len(d.lines)), head...)
	for i := range d.lines {
		ln := &d.lines[i]
		b := Block{Span: text.Span{Start: ln.Start + shift, End: ln.End + shift}, Role: ln.role, Why: ln.why}
		if nodes != nil && nodes[ln.node].element != nil {
			b.Tag = nodes[ln.node].element.name
		}
		out = append(out, b)
	}
	return out
}
