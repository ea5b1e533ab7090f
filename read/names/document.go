package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// shape is what the letters of a word show.
type shape uint16

const (
	upper    shape = 1 << iota // begins with a capital
	allUpper                   // two or more letters, all capitals (dots allowed: U.S.)
	letters                    // holds a letter
	digits                     // holds a digit
	punct                      // holds neither
	glued                      // no space before it
	first                      // opens a sentence, a quotation or a list line: its capital says little
	loud                       // stands in a headline where nearly every word is capital
	quoted                     // inside quotation marks
	innerCap                   // a capital after the first letter (al-Kadhimi as one token, McKenzie)
	shouting                   // stands in a line of nothing but capitals
)

// word is one token with what shape and tables say of it.
type word struct {
	text.Span
	hash     uint64
	bits     bits
	shape    shape
	sentence int32
	token    int32 // in its sentence
	upos     syntax.UPOS
	xpos     syntax.XPOS
	deprel   syntax.Deprel
	head     int32 // index into document.words; -1 for the root or none
}

func (w *word) is(s shape) bool { return w.shape&s != 0 }
func (w *word) has(b bits) bool { return w.bits&b != 0 }

// document is the page as the rules of this room see it.
type document struct {
	text      text.Text
	lex       *lexicon
	words     []word
	starts    []int // first word of each sentence, one more at the end
	roles     []page.Role
	blocks    []int           // block of each sentence
	tagged    bool            // tags are there
	midCap    map[uint64]int  // words seen with a capital where it says something
	lower     map[uint64]bool // words seen in lower case
	sentences []syntax.Sentence
}

func newDocument(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence) *document {
	n := 0
	for i := range sentences {
		n += len(sentences[i].Tokens)
	}
	d := &document{text: t, lex: lexicons.Of(l), words: make([]word, 0, n), starts: make([]int, 0, len(sentences)+1), sentences: sentences,
		roles: make([]page.Role, len(sentences)), blocks: make([]int, len(sentences)),
		midCap: map[uint64]int{}, lower: map[uint64]bool{}}
	for i := range sentences {
		s := &sentences[i]
		d.starts = append(d.starts, len(d.words))
		d.blocks[i] = s.Block
		d.roles[i] = page.Body
		if s.Block >= 0 && s.Block < len(blocks) {
			d.roles[i] = blocks[s.Block].Role
		}
		d.addSentence(i, s)
	}
	d.starts = append(d.starts, len(d.words))
	d.glue()
	d.markQuotes()
	for i := range sentences {
		d.markCapitals(i)
	}
	return d
}

func (d *document) addSentence(i int, s *syntax.Sentence) {
	base := len(d.words)
	for k := range s.Tokens {
		token := &s.Tokens[k]
		w := word{Span: token.Span, sentence: int32(i), token: int32(k), upos: token.UPOS, xpos: token.XPOS, head: -1}
		if token.UPOS != syntax.X || token.XPOS != syntax.NoXPOS {
			d.tagged = true
		}
		if s.Parsed {
			w.deprel = token.Deprel
			if token.Head > 0 {
				w.head = int32(base + token.Head - 1)
			}
		}
		d.look(&w)
		if k > 0 && s.Tokens[k-1].End == token.Start {
			w.shape |= glued
		}
		d.words = append(d.words, w)
	}
}

// look fills shape, hash and bits from the word's letters.
func (d *document) look(w *word) {
	h, capitals, smalls, at := seed, 0, 0, 0
	for _, r := range d.text[w.Start:w.End] {
		h = mix(h, r)
		switch {
		case 'a' <= r && r <= 'z':
			smalls++
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			if capitals++; at == 0 {
				w.shape |= upper
			} else {
				w.shape |= innerCap
			}
		case '0' <= r && r <= '9':
			w.shape |= digits
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			smalls++
		}
		at++
	}
	if capitals+smalls > 0 {
		w.shape |= letters
	} else if w.shape&digits == 0 {
		w.shape |= punct
	}
	if capitals > 1 && smalls == 0 {
		w.shape |= allUpper
	}
	w.hash = h
	w.bits = d.lex.get(h)
	if w.bits == 0 && w.Len() > 2 && w.Len() < 8 && d.text[w.End-1] == '.' { // "Gen."
		w.bits = d.lex.get(hashOf(string(d.text[w.Start:w.End-1]))) & (address | rank | role | month | masculine | feminine | suffix)
	}
	if dash := strings.LastIndexByte(string(d.text[w.Start:w.End]), '-'); dash > 0 && w.is(letters) { // "mid-April", "ex-governor"
		w.bits |= d.lex.get(hashOf(string(d.text[w.Start+dash+1:w.End]))) & month
	}
}

func (d *document) at(i int) string { return string(d.text[d.words[i].Start:d.words[i].End]) }

// glyph returns the word if it is short enough to be punctuation or a function word, "" otherwise.
func (d *document) glyph(i int) string {
	if i < 0 || i >= len(d.words) || d.words[i].Len() > 12 {
		return ""
	}
	return d.at(i)
}

// lowerIs says whether the word is one of a few lower-case words, whatever its case.
func (d *document) lowerIs(i int, choices ...string) bool {
	if i < 0 || i >= len(d.words) {
		return false
	}
	w := d.at(i)
	for _, c := range choices {
		if len(c) == len(w) && strings.EqualFold(c, w) {
			return true
		}
	}
	return false
}

// glue treats hyphens and possessives as written without spaces where the text was given as words joined by spaces.
func (d *document) glue() {
	for i := range d.words {
		if w := &d.words[i]; w.is(glued) && w.is(punct) {
			return
		}
	}
	for i := 1; i < len(d.words); i++ {
		switch d.glyph(i) {
		case "'s", "’s", "'", "’":
			d.words[i].shape |= glued
		case "-":
			if i+1 < len(d.words) && d.words[i-1].is(letters|digits) && d.words[i+1].is(letters|digits) && d.words[i+1].sentence == d.words[i-1].sentence {
				d.words[i].shape |= glued
				d.words[i+1].shape |= glued
			}
		}
	}
}

// markQuotes follows quotation marks through each block; a mark that isn't closed ends with its block.
func (d *document) markQuotes() {
	block, open := -1, false
	for i := range d.words {
		w := &d.words[i]
		if b := d.blocks[w.sentence]; b != block {
			block, open = b, false
		}
		switch d.glyph(i) {
		case "“", "«", "„", "``":
			open = true
		case "”", "»", "''":
			open = false
		case "\"":
			open = !open
		default:
			if open {
				w.shape |= quoted
			}
		}
	}
}

// markCapitals finds out where a capital says something.
func (d *document) markCapitals(sentence int) {
	from, to := d.starts[sentence], d.starts[sentence+1]
	mark := d.loudness(from, to)
	opening := true
	for i := from; i < to; i++ {
		w := &d.words[i]
		w.shape |= mark
		if opening && w.is(letters) {
			w.shape |= first
		}
		switch {
		case w.is(letters|digits) && !(w.is(digits) && !w.is(letters) && int(w.token) < 2):
			opening = false
		case w.is(punct):
			switch d.glyph(i) {
			case "“", "\"", "``", ":", "•", "‘", "—", "–", "*", ";", "|", "...", "…", "?", "!", ".":
				opening = true
			}
		}
		if w.is(letters) && mark == 0 {
			if !w.is(upper) {
				d.lower[w.hash] = true
			} else if !w.is(first) {
				d.midCap[w.hash]++
			}
		}
	}
}

// loudness says whether the words of a sentence have capitals as headlines have, or are written in capitals only.
func (d *document) loudness(from, to int) shape {
	capitals, smalls, all, words, plainWords := 0, 0, 0, 0, 0
	for i := from; i < to; i++ {
		w := &d.words[i]
		if !w.is(letters) || w.Len() < 4 && !w.is(upper) {
			continue
		}
		words++
		if w.is(upper) {
			capitals++
			if w.has(common) && !w.has(known|month|role|given) {
				plainWords++
			}
		} else if w.Len() >= 4 && !w.has(inner|particle) && !d.minor(i) {
			smalls++
		}
		if w.is(allUpper) {
			all++
		}
	}
	var mark shape
	if words >= 4 && smalls*8 <= capitals && capitals > 3 && plainWords > 1 {
		mark |= loud
	}
	if words >= 3 && all*10 >= words*8 {
		mark |= loud | shouting
	}
	return mark
}

// minor says whether a word stays in lower case in most headline styles, long as it is.
func (d *document) minor(i int) bool {
	return d.lowerIs(i, "with", "from", "into", "over", "than", "that", "after", "amid", "upon", "onto", "until", "against", "before", "between")
}

// sentenceOf returns the words of the sentence that holds word i, as a half-open range.
func (d *document) sentenceOf(i int) (from, to int) {
	s := d.words[i].sentence
	return d.starts[s], d.starts[s+1]
}

// span covers words from to to (half-open).
func (d *document) span(from, to int) text.Span {
	return text.Span{Start: d.words[from].Start, End: d.words[to-1].End}
}
