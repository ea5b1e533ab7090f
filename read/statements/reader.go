package statements

import (
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// reader holds one page while its statements are read.
type reader struct {
	t          text.Text
	blocks     []page.Block
	from       *lang.Language
	lex        *lexicon
	when       []times.Expression
	mentions   []names.Mention
	entities   []names.Entity
	out        []draft
	added      []names.Mention
	byPhrase   map[string]int // entity of an unnamed source by its words, lower case
	quotes     []quotation
	surnames   map[string]int      // named persons by the last word of their name; -1 for several
	offices    map[string][]office // roles of the page's persons by their last word
	called     map[int]bool        // entities with a name
	labels     map[string]int      // what stands before a colon at the start of blocks, how often
	sentences  []syntax.Sentence
	transcript bool             // one of them stands there again and again
	unnamedBy  map[string][]int // unnamed sources by head noun
	turn       turn             // the statement before
	article    *article.Article // whose page it is; nil where nothing is known
	given      []setting        // by line
	lastOutlet int              // outlet that words were given to last; -1
	lastQuote  int              // draft that the next floating quotation would carry on; -1
	alone      *orphan          // quotation of the line before that has no voice yet
	previous   *line            // the line before
	givenNames map[string]bool  // first words of the full names of people
	talk       map[int]bool     // blocks that hold a talk of several turns
}

// draft is a statement in the making.
type draft struct {
	Statement
	at         int // offset of the cue, or of the content where there is none
	source     text.Span
	head       text.Span // the words whose head speaks
	relative   bool
	line       int // running number of its line
	sure       bool
	inner      bool // told inside a quotation
	verbal     bool // the cue is a verb whose subject is the source
	whenAt     int  // time expression that says when it was said; -1
	open       bool // the content follows in the next line
	alone      bool // and that line must be nothing but quotation
	lastLine   int  // the line of its last floating part
	floats     int  // how many it has
	dropped    bool // another row tells it
	unresolved bool // its source is a pronoun that may mean several
	carrier    int  // 1 + index of the draft that carries it, where that isn't told by containment

	runsOn bool // another clause with a subject of its own follows in its content

	coordinated, participial bool
	hangs                    bool // its clause hangs on another one, as in “…,” Teke said as aides called for calm
	aside                    bool // its clause stands before the main one: "As the crowd began to shout, Teke …"
}

func newReader(l *lang.Language, t text.Text, blocks []page.Block, mentions []names.Mention, entities []names.Entity, when []times.Expression) *reader {
	return &reader{from: l, t: t, blocks: blocks, lex: lexicons.Of(l), when: when, mentions: mentions, entities: append([]names.Entity(nil), entities...), byPhrase: map[string]int{}, unnamedBy: map[string][]int{}, turn: turn{speaker: -1, other: -1}, lastQuote: -1, lastOutlet: -1}
}

// span returns the text a phrase covers.
func (l *line) span(p phrase) text.Span {
	if p.empty() {
		return text.Span{}
	}
	return text.Span{Start: l.items[p.from].Start, End: l.items[p.to-1].End}
}

// read reads the lines of all blocks that tell something.
func (r *reader) read(sentences []syntax.Sentence) {
	n, number := 0, 0
	carried := false
	r.countLabels()
	r.sentences = sentences
	for b := range r.blocks {
		from := n
		for n < len(sentences) && sentences[n].Block == b {
			n++
		}
		if !r.blocks[b].Role.Told() {
			r.lastQuote, carried = -1, false
			continue
		}
		quotes := scanQuotes(r.t, r.blocks[b].Span, carried, func() bool { return r.quotationNext(b) })
		r.quotes = append(r.quotes, quotes...)
		lines := r.lines(b, sentences[from:n], quotes)
		for i := range lines {
			number++
			r.line(&lines[i], number, carried && i == 0)
			r.previous = &lines[i]
			r.innerLines(&lines[i], number, sentences[from:n])
		}
		carried = len(quotes) > 0 && quotes[len(quotes)-1].unclosed
	}
	if o := r.alone; o != nil { // the last words of the page
		r.alone = nil
		r.adoptedBefore(o)
	}
}
