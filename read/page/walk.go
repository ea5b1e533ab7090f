package page

import (
	"bytes"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/text"
)

// walker goes once over the markup and writes the visible text line by line. It keeps a stack of open elements, but no tree.
type walker struct {
	*scratch
	scan    scanner
	written text.Builder // for one metadata value at a time
	budget  *gather.Skip // set where the page was given up

	inLink      bool
	linkDepth   int       // stack height at which the link began
	unseen      int       // stack height at which hidden content began, 0 = shown
	space       text.Span // white space waiting for a character after it
	glue        bool      // an element boundary lies between the last character and the next
	breaks      text.Span // source between two lines
	line        line      // the line being written
	began       bool
	runLen      int // characters since the last element boundary
	lowers      [24]byte
	lexicon     *lexicon
	meta        []Meta
	how         []notation // of each meta value
	lang        string
	authorLabel string         // of "twitter:label1" that says "Written by": "1"
	atHead      map[int32]bool // metadata values that are shown at the head of the text
}

// node is one element as lines see it.
type node struct {
	element *element
	parent  int32
	own     marks
	all     marks // own and inherited
}

type open struct {
	element *element
	node    int32
	item    int32 // index into meta of a value that this element's text is; -1 for none
	link    bool

	// What lets an end tag find what it ends at once, however much is left open: stack heights as in last, of this one or below it.
	same, block, cell int32
}

// notation says how a metadata value is written in the source.
type notation uint8

const (
	asAttribute notation = iota
	asJSON
	asText
	asShown // visible text
)

const maxDepth = 4096 // deeper elements are read, but no longer told apart

func walk(src []byte, lex *lexicon) *walker {
	w := &walker{scratch: newScratch(), lexicon: lex}
	w.scan.src, w.scan.attrs = src, w.attrs
	w.nodes = append(w.nodes, node{element: elements["body"]})
	for w.budget == nil {
		switch w.scan.next() {
		case end:
			w.breakLine(len(src))
			w.closeTo(0)
			w.attrs = w.scan.attrs
			w.budget = over(len(w.lines), len(w.nodes), w.out.Pieces())
			return w
		case characters:
			if w.unseen == 0 {
				w.characters(w.scan.span)
			}
		case startTag:
			w.start()
		case endTag:
			w.end()
		}
		w.budget = over(len(w.lines), len(w.nodes), w.out.Pieces())
	}
	w.closeTo(0)
	return w
}

func (w *walker) node() int32 {
	if len(w.stack) == 0 {
		return 0
	}
	return w.stack[len(w.stack)-1].node
}

// lookup finds an element by its tag name in any case.
func (w *walker) lookup(name text.Span) *element {
	b := w.scan.src[name.Start:name.End]
	if len(b) > len(w.lowers) {
		return nil
	}
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		w.lowers[i] = c
	}
	return elements[string(w.lowers[:len(b)])]
}

func (w *walker) start() {
	e := w.lookup(w.scan.name)
	if e == nil {
		return // an unknown element is read as if its tags were not there
	}
	tag := w.scan.span
	if w.unseen > 0 && e.flow == block && w.stack[w.unseen-1].element.name == "svg" {
		w.closeTo(w.unseen - 1) // the standard lets HTML break out of a drawing that was not closed
	}
	if e.flow == rawText {
		w.raw(e, tag)
		return
	}
	if e.flow == void {
		switch e.name {
		case "br", "hr":
			w.breakLine(tag.End)
		case "meta", "link":
			w.metaTag(e)
		}
		return
	}
	if e.flow == block {
		for n := len(w.stack); n > 0 && closes(w.stack[n-1].element, e); n = len(w.stack) {
			w.pop()
		}
		if n := len(w.stack); n > 1 && w.stack[n-1].element.flow == span && w.stack[n-2].element.name == "p" && closes(w.stack[n-2].element, e) && !w.stack[n-1].link {
			w.closeTo(n - 2)
		}
		w.breakLine(tag.Start)
	} else {
		w.glue = true
	}
	if len(w.stack) >= maxDepth {
		return
	}
	w.push(e)
}

func (w *walker) push(e *element) {
	parent := w.node()
	own := e.marks
	entry := open{element: e, item: -1, node: parent}
	if len(w.scan.attrs) > 0 {
		own |= w.attributes(e, &entry)
	}
	if e.name == "html" {
		w.lang = w.attribute("lang")
	}
	if e.flow == block || own != 0 {
		entry.node = int32(len(w.nodes))
		w.nodes = append(w.nodes, node{e, parent, own, own | w.nodes[parent].all})
	}
	if n := len(w.stack); n > 0 {
		entry.block, entry.cell = w.stack[n-1].block, w.stack[n-1].cell
	}
	height := int32(len(w.stack) + 1)
	if e.flow == block {
		entry.block = height
	}
	if e.name == "td" || e.name == "th" {
		entry.cell = height
	}
	entry.same, w.last[e.id] = w.last[e.id], height
	w.stack = append(w.stack, entry)
	if e.name == "a" && !w.inLink {
		if href, ok := w.scan.attr("href"); ok && !w.ownAnchor(href) {
			w.inLink, w.linkDepth = true, len(w.stack)
		}
	}
	if e.flow == hidden && w.unseen == 0 {
		w.unseen = len(w.stack)
	}
}

// opens says whether an element that is hidden is one that readers open: the answer below a question, a panel of an accordion; or one whose content a
// script moves to its place while the page still streams in: <div hidden id="S:1">.
func (w *walker) opens() bool {
	if strings.HasPrefix(w.attribute("id"), "S:") || equalFold([]byte(w.attribute("role")), "region") && w.attribute("aria-labelledby") != "" {
		return true
	}
	for _, key := range []string{"class", "id"} {
		if v, ok := w.scan.attr(key); ok && containsAny(strings.ToLower(string(w.scan.src[v.Start:min(v.End, v.Start+256)])), w.lexicon.signs.opened) {
			return true
		}
	}
	return false
}

// ownAnchor says whether a link in a heading leads to a place on the page itself: to that heading.
func (w *walker) ownAnchor(href text.Span) bool {
	at := w.stack[len(w.stack)-1].block
	return !href.Empty() && w.scan.src[href.Start] == '#' && at > 0 && isHeading(w.stack[at-1].element.name)
}

// attributes reads what class, id, role, rel and itemprop say about an element.
func (w *walker) attributes(e *element, entry *open) marks {
	var m marks
	for _, a := range w.scan.attrs {
		key, value := w.scan.src[a.key.Start:a.key.End], w.scan.src[a.value.Start:a.value.End]
		switch len(key) {
		case 2:
			if equalFold(key, "id") && !isHeading(e.name) { // a heading's is made of its own words
				m |= w.lexicon.classMarks(value)
			}
		case 3:
			if equalFold(key, "rel") && equalFold(value, "author") {
				m |= mByline
				entry.item = w.shownItem("author", "rel")
			}
		case 4:
			if equalFold(key, "href") {
				if e.name == "a" && entry.item < 0 && w.lexicon.authorPage(value) {
					entry.item = w.shownItem("author", "link")
				}
			} else if equalFold(key, "role") {
				m |= roleMarks(value)
			}
		case 5:
			if equalFold(key, "class") {
				m |= w.lexicon.classMarks(value)
			} else if equalFold(key, "style") && bytes.Contains(value, []byte("display")) && hasNone(value) {
				m |= mHidden
			}
		case 6:
			if equalFold(key, "hidden") {
				m |= mHidden
			}
		case 8:
			if equalFold(key, "itemprop") {
				w.itemprop(e, value, entry)
			} else if equalFold(key, "datetime") && e.name == "time" && entry.item < 0 {
				entry.item = w.item(Meta{Field: "time", From: "time", Source: a.value, Span: text.Span{Start: w.out.Len()}}, asAttribute)
			}
		}
	}
	return w.datedMarks(e, entry, m)
}

// datedMarks notes the moment that an element states, and takes the mark of what is hidden off what readers open.
func (w *walker) datedMarks(e *element, entry *open, m marks) marks {
	if m&mHidden != 0 && w.opens() {
		m &^= mHidden
	}
	if entry.item < 0 && e.name != "time" {
		entry.item = w.datedElement(e)
	}
	if e.name == "time" {
		m |= mDate
		if entry.item < 0 {
			entry.item = w.shownItem("time", "time")
		}
	}
	return m
}

// roles are the values of "role" that mark an element.
var roles = []struct {
	name string
	mark marks
}{{"navigation", mNav}, {"menu", mNav}, {"menubar", mNav}, {"contentinfo", mFooter}, {"banner", mHeader}, {"complementary", mAside}, {"dialog", mWidget}}

func roleMarks(value []byte) marks {
	for _, r := range roles {
		if equalFold(value, r.name) {
			return r.mark
		}
	}
	return 0
}

func hasNone(style []byte) bool {
	i := bytes.Index(style, []byte("display"))
	rest := bytes.TrimLeft(style[i+len("display"):], " :")
	return bytes.HasPrefix(rest, []byte("none"))
}

func (w *walker) attribute(key string) string {
	v, ok := w.scan.attr(key)
	if !ok {
		return ""
	}
	return string(w.scan.src[v.Start:v.End])
}

// pop ends the innermost open element.
func (w *walker) pop() {
	n := len(w.stack)
	o := w.stack[n-1]
	if o.element.flow == block {
		w.breakLine(w.scan.span.Start)
	} else {
		w.glue = true
	}
	if o.item >= 0 {
		w.endItem(int(o.item))
	}
	w.stack = w.stack[:n-1]
	w.last[o.element.id] = o.same
	if w.inLink && len(w.stack) < w.linkDepth {
		w.inLink = false
	}
	if len(w.stack) < w.unseen {
		w.unseen = 0
	}
}

func (w *walker) closeTo(height int) {
	for len(w.stack) > height {
		w.pop()
	}
}

func (w *walker) end() {
	e := w.lookup(w.scan.name)
	if e == nil {
		return
	}
	height := w.last[e.id]
	if e.name == "p" && height == 0 || e.name == "br" {
		w.breakLine(w.scan.span.End)
		return
	}
	if height == 0 {
		return
	}
	top := &w.stack[len(w.stack)-1]
	if top.block > height && e.flow != block && e.name != "a" && e.flow != hidden {
		return // an inline end tag does not reach out of its block
	}
	if top.cell > height && e.name != "table" && e.name != "tr" && e.name != "tbody" {
		return // nor does anything reach out of a table cell
	}
	w.closeTo(int(height) - 1)
}

// raw passes an element whose content is no markup, and reads the ones that tell about the page.
func (w *walker) raw(e *element, tag text.Span) {
	kind := ""
	if e.name == "script" {
		kind = w.attribute("type")
	}
	w.scan.raw = e.name
	if e.name == "plaintext" {
		w.scan.pos = len(w.scan.src)
		w.scan.raw = ""
		return
	}
	if w.scan.next() != characters || w.scan.span.Start != tag.End {
		// no content: what came next was already another token
		w.replay()
		return
	}
	content := w.scan.span
	switch {
	case e.name == "title" && w.unseen == 0:
		w.item(Meta{Field: "title", From: "title", Source: content}, asText)
	case e.name == "script" && equalFold([]byte(kind), "application/ld+json"):
		w.jsonLD(content)
	case e.name == "script":
		w.scriptDates(content)
	}
}

// replay handles the token that the scanner has just read.
func (w *walker) replay() {
	switch w.scan.kind {
	case characters:
		if w.unseen == 0 {
			w.characters(w.scan.span)
		}
	case startTag:
		w.start()
	case endTag:
		w.end()
	}
}
