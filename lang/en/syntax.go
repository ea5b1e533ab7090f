package en

import _ "embed"

// Tables of read/syntax. Each file's head says what its lines mean.
var (
	//go:embed syntax/abbreviations.txt
	abbreviations string
	//go:embed syntax/hyphen-prefixes.txt
	hyphenPrefixes string
	//go:embed syntax/contractions.txt
	contractions string
	//go:embed syntax/smileys.txt
	smileys string
)

// Models of read/syntax, made by `go run ./train`; see syntax/MODEL.md.
var (
	//go:embed syntax/ends.bin
	sentenceEnds string
	// sentenceEndsNet is the network beside it.
	//
	//go:embed syntax/ends-net.bin
	sentenceEndsNet string
)

//go:embed syntax/net.bin
var network string

//go:embed syntax/lemmas.txt
var lemmas string

// lexicon is made from WordNet 3.1.
//
//go:embed syntax/lexicon.bin
var lexicon string
