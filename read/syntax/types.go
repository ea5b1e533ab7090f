// Package syntax splits text into sentences and tokens and says how the words hang together, in terms of Universal Dependencies v2.
//
//	She didn't sign.  →  She/PRON did/AUX n't/PART sign/VERB ./PUNCT, heads 4 4 4 0 4, relations nsubj aux advmod root punct
package syntax

import "github.com/hearsay-news/hearsay/text"

// Sentence is one sentence of the text.
type Sentence struct {
	text.Span
	Tokens []Token
	Parsed bool   // Head and Deprel of every token are set
	Block  int    // index of the page's block it stands in
	Cut    string // why the sentence ends where it does, when it was cut for length; "" otherwise

	network *network // of its language
	layer   []int16  // what tagging left for Parse; nil past a page's first words, see keptWords
}

// Token is one syntactic word: "don't" is two, "do" and "n't".
type Token struct {
	text.Span
	Lemma  string
	UPOS   UPOS
	XPOS   XPOS
	Deprel Deprel
	Head   int // 1-based in the sentence; 0 = root
}

// UPOS is a universal part of speech.
type UPOS uint8

const (
	X UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var uposNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (u UPOS) String() string { return uposNames[u] }

// XPOS is a Penn Treebank tag.
type XPOS uint8

// The Penn Treebank tags as UD English uses them.
const (
	NoXPOS XPOS = iota
	ADD
	AFX
	CC
	CD
	DT
	EX
	FW
	GW
	HYPH
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NFP
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYMX // SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	XX
	Period    // .
	Comma     // ,
	Colon     // :
	OpenQuote // ``
	CloseQuote
	LRB
	RRB
	Dollar
	Hash
)

var xposNames = [...]string{"_", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS",
	"NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX",
	".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "#"}

func (x XPOS) String() string { return xposNames[x] }

// Deprel is a universal dependency relation without its subtype.
type Deprel uint8

// The relations of Universal Dependencies v2.
const (
	NoDeprel Deprel = iota
	Acl
	Advcl
	Advmod
	Amod
	Appos
	Aux
	Case
	Cc
	Ccomp
	Clf
	Compound
	Conj
	Cop
	Csubj
	Dep
	Det
	Discourse
	Dislocated
	Expl
	Fixed
	FlatRel
	Goeswith
	Iobj
	List
	Mark
	Nmod
	Nsubj
	Nummod
	Obj
	Obl
	Orphan
	Parataxis
	PunctRel
	Reparandum
	Root
	Vocative
	Xcomp
)

var deprelNames = [...]string{"_", "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "dep", "det",
	"discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct",
	"reparandum", "root", "vocative", "xcomp"}

func (d Deprel) String() string { return deprelNames[d] }
