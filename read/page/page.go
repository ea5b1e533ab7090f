package page

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/text"
)

// Read derives the text of a page and the role of its lines. It never panics on any bytes; what can't be read comes back with Skip set.
func Read(in gather.Page) Page {
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
	lex := loadLexicon()
	if in.Form == gather.HTML {
		return readMarkup(lex, d, in.Given)
	}
	return readFlat(lex, d, in.Form == gather.Article, in.Given)
}

// readFlat labels the lines of text as it came.
func readFlat(lex *lexicon, d decoded, clean bool, given gather.Given) Page {
	t := text.Text(d.bytes)
	p := Page{Text: t, Map: d.back, Charset: d.charset}
	all := t.Lines()
	lines := make([]line, 0, len(all))
	gap := 0
	for _, at := range all {
		at = t.Trim(at)
		if at.Empty() {
			gap++
			continue
		}
		lines = append(lines, line{Span: at, gap: gap})
		gap = 0
	}
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
	p.Blocks = doc.blocks(nil, 0)
	return p
}

// readMarkup derives the text of an HTML page: metadata lines first, then what is shown.
func readMarkup(lex *lexicon, d decoded, given gather.Given) Page {
	w := walk(d.bytes, lex)
	shown, back := w.out.Done()
	doc := newDocument(lex, shown, w.lines, given.Title)
	doc.nodes = w.nodes
	doc.meta = w.meta
	doc.classify()

	var head text.Builder
	blocks := w.headLines(&head, doc)
	start := head.Len()
	head.Append(shown, back)
	t, m := head.Done()
	p := Page{Text: t, Map: m.Then(d.back), Charset: d.charset, Meta: w.meta}
	for i := range p.Meta {
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
	p.Blocks = append(blocks, doc.blocks(w.nodes, start)...)
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

// headLines writes the metadata that the article is read from, one value a line, each once: a title where no heading is shown, authors, dates.
func (w *walker) headLines(b *text.Builder, doc *document) []Block {
	var blocks []Block
	seen := map[string]text.Span{}
	counts := map[string]int{}
	w.atHead = map[int32]bool{}
	for _, field := range []string{"title", "author", "published", "modified"} {
		if field == "title" && doc.title >= 0 {
			continue
		}
		for i := range w.meta {
			m := &w.meta[i]
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
func (d *document) blocks(nodes []node, shift int) []Block {
	out := make([]Block, len(d.lines))
	for i := range d.lines {
		ln := &d.lines[i]
		out[i] = Block{Span: text.Span{Start: ln.Start + shift, End: ln.End + shift}, Role: ln.role, Why: ln.why}
		if nodes != nil && nodes[ln.node].element != nil {
			out[i].Tag = nodes[ln.node].element.name
		}
	}
	return out
}
