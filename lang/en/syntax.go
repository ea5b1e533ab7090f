package en

import _ "embed"

// Tables of read/syntax. Each file's head says what its lines mean.
var (
	//go:embed syntax/abbreviations.txt
	Abbreviations string
	//go:embed syntax/hyphen-prefixes.txt
	HyphenPrefixes string
	//go:embed syntax/contractions.txt
	Contractions string
	//go:embed syntax/smileys.txt
	Smileys string
)

// Models of read/syntax, made by `go run ./train`; see syntax/MODEL.md.
var (
	//go:embed syntax/ends.bin
	SentenceEnds string
	// SentenceEndsNet is the network beside it.
	//
	//go:embed syntax/ends-net.bin
	SentenceEndsNet string
)

//go:embed syntax/net.bin
var Network string

//go:embed syntax/lemmas.txt
var Lemmas string

// Lexicon is made from WordNet 3.1.
//
//go:embed syntax/lexicon.bin
var Lexicon string
