package en

import _ "embed"

// statementCues lists the verbs and nouns that attribute words or thoughts to somebody, with what they govern.
//
//go:embed statements/cues.tsv
var statementCues string

// statementVoices lists nouns that can be a source, by the type of the entity they stand for.
//
//go:embed statements/voices.tsv
var statementVoices string

// statementMedia lists nouns of the occasion or medium in which something is said.
//
//go:embed statements/media.txt
var statementMedia string

// statementBodies lists what a bare description of a body or a person can mean.
//
//go:embed statements/bodies.txt
var statementBodies string

// statementControl lists what hands its subject on to an infinitive of saying.
//
//go:embed statements/control.txt
var statementControl string

// statementConfidence lists how many rows of a rule, and of a rule with a cue, were measured, and which share of them was right.
//
//go:embed statements/confidence.tsv
var statementConfidence string

// statementReaders lists the weights that make of a measured share the share that readers find right.
//
//go:embed statements/readers.tsv
var statementReaders string

// statementWords lists classes of words that the rules ask for.
//
//go:embed statements/words.txt
var statementWords string

// statementOutlets lists what tells an outlet from other bodies, and the occasions on which words are given to one.
//
//go:embed statements/outlets.txt
var statementOutlets string
