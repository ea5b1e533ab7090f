package syntax

import (
	"fmt"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/syntax/ends"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/lemmas"
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/text"
)

// network is the model of a language with its classes as this package names them, and what else its sentences are read with.
type network struct {
	*net.Model
	words     *words.Tables
	ends      *ends.Model
	looks     forms.Lexicon
	lemmas    *lemmas.Table
	upos      []UPOS
	xpos      []XPOS
	relations []Deprel
}

// A model that does not load is a fault of the build: a test reads it.
var networks = lang.Compile(func(l *lang.Language) *network {
	model, err := net.Load(l.Syntax.Network)
	if err != nil {
		panic(fmt.Sprintf("net.bin of %s: %v", l.Tag, err))
	}
	n := &network{Model: model, words: words.Of(l), ends: ends.Of(l), looks: forms.LexiconOf(l), lemmas: lemmas.Of(l)}
	for _, class := range model.Classes {
		u, x, _ := strings.Cut(class, " ")
		upos, _ := ParseUPOS(u)
		xpos, _ := ParseXPOS(x)
		n.upos, n.xpos = append(n.upos, upos), append(n.xpos, xpos)
	}
	for _, name := range model.Relations {
		relation, _ := ParseDeprel(name)
		n.relations = append(n.relations, relation)
	}
	return n
})

// desk is what one goroutine needs to read a sentence.
type desk struct {
	net.Scratch
	forms   []forms.Form
	classes []uint8
	heads   []int32
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// describe takes the looks of the words.
func (d *desk) describe(looks forms.Lexicon, t text.Text, tokens []Token) {
	d.forms = d.forms[:0]
	for _, token := range tokens {
		d.forms = append(d.forms, looks.Of(string(t[token.Start:token.End])))
	}
	if cap(d.classes) < len(tokens) {
		d.classes, d.heads = make([]uint8, 2*len(tokens)), make([]int32, 2*len(tokens))
	}
	d.classes, d.heads = d.classes[:len(tokens)], d.heads[:len(tokens)]
}

// tag sets tags and lemmas, of at most so many words at a time as a sentence may have.
func (n *network) tag(d *desk, t text.Text, tokens []Token) {
	for len(tokens) > 0 {
		part := tokens[:min(len(tokens), ends.Longest)]
		tokens = tokens[len(part):]
		d.describe(n.looks, t, part)
		n.Tag(&d.Scratch, d.forms, d.classes)
		for i := range part {
			token := &part[i]
			token.UPOS, token.XPOS = n.upos[d.classes[i]], n.xpos[d.classes[i]]
			switch t[token.Start:token.End] { // the network reads all quotation marks as straight ones
			case "“", "„":
				token.UPOS, token.XPOS = PUNCT, OpenQuote
			case "”":
				token.UPOS, token.XPOS = PUNCT, CloseQuote
			}
			token.Lemma = n.lemmas.Of(t, token.Span, uint8(token.XPOS), token.XPOS == NNP || token.XPOS == NNPS || token.UPOS == PROPN)
		}
	}
}

// Parse sets Head and Deprel of a sentence's tokens, if it isn't parsed yet. Whoever needs heads asks for them, sentence by sentence; for most of a page nobody
// does, and nothing else depends on whether someone did. Different sentences may be parsed at the same time.
func Parse(t text.Text, s *Sentence) {
	if s.Parsed || s.network == nil {
		return
	}
	n := s.network
	d := desks.Get().(*desk)
	root := 0 // of the first part; those of later parts, which only given sentences have, hang on it
	for first := 0; first < len(s.Tokens); first += ends.Longest {
		part := s.Tokens[first:min(len(s.Tokens), first+ends.Longest)]
		d.describe(n.looks, t, part)
		if s.layer != nil {
			n.Resume(&d.Scratch, s.layer, d.heads, d.classes)
		} else {
			n.Parse(&d.Scratch, d.forms, d.heads, d.classes)
		}
		for i := range part {
			token := &part[i]
			token.Head, token.Deprel = first+int(d.heads[i])+1, n.relations[d.classes[i]]
			if int(d.heads[i]) == len(part) {
				token.Head, token.Deprel = root, Parataxis
				if root == 0 {
					root, token.Deprel = i+1, Root
				}
			}
		}
	}
	s.Parsed, s.layer = true, nil
	desks.Put(d)
}
