package en

import _ "embed"

// StatementCues lists the verbs and nouns that attribute words or thoughts to somebody, with what they govern.
//
//go:embed statements/cues.tsv
var StatementCues string

// StatementVoices lists nouns that can be a source, by the type of the entity they stand for.
//
//go:embed statements/voices.tsv
var StatementVoices string

// StatementMedia lists nouns of the occasion or medium in which something is said.
//
//go:embed statements/media.txt
var StatementMedia string

// StatementControl lists what hands its subject on to an infinitive of saying.
//
//go:embed statements/control.txt
var StatementControl string

// StatementConfidence lists how many rows of a rule, and of a rule with a cue, were measured, and which share of them was right.
//
//go:embed statements/confidence.tsv
var StatementConfidence string

// StatementOutlets lists what tells an outlet from other bodies, and the occasions on which words are given to one.
//
//go:embed statements/outlets.txt
var StatementOutlets string
