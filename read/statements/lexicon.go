package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/names"
)

// frame is a set of things a cue can govern.
type frame uint16

const (
	quoteFrame  frame = 1 << iota // a quotation
	thatFrame                     // that-clause
	zeroFrame                     // clause without that
	whFrame                       // whether, if, wh-clause
	toFrame                       // to-infinitive
	ingFrame                      // gerund clause
	nounFrame                     // noun phrase
	personFrame                   // an addressee may stand before the content
	objectFrame                   // object and complement together
	asFrame                       // the same, but only with as
	claimFrame                    // a noun phrase is denied only where it is something said
	toldFrame                     // a noun phrase is issued only where it is something said
	shownFrame                    // a noun phrase is shown only by a document
)

// cue is one row of the cue table.
type cue struct {
	stance Stance
	frames frame
	preps  []string // what follows one of these prepositions is content
}

func (c cue) takes(f frame) bool { return c.frames&f != 0 }

func (c cue) governs(prep string) bool {
	for _, p := range c.preps {
		if p == prep {
			return true
		}
	}
	return false
}

// lexicon is the tables of a language in the form the rules ask for.
type lexicon struct {
	verbs     map[string]cue
	particles map[string]map[string]cue // "point" → "out" → cue
	nouns     map[string]cue
	voices    map[string]names.Type
	media     map[string]bool
	control   map[string]string          // verb or adjective that hands its subject on to an infinitive → what it does to it
	labels    map[string]bool            // words of what stands before a colon and is no speaker
	suffixes  map[string]bool            // what follows a name after a comma: degrees, "Jr"
	words     map[string]map[string]bool // classes of words
	bodies    map[string]map[string]bool // what a bare description can mean
	outlets   map[string]map[string]bool // what tells an outlet, and occasions of speaking to one
	cells     *Cells                     // measured shares of right rows
	persons   map[string]bool            // nouns for a person or people beside the table of voices
	idioms    map[string][][]string      // verb → what must follow for a fixed phrase
	irregular map[string]string          // irregular past → verb
}

var lexicons = lang.Compile(func(from *lang.Language) *lexicon {
	l := &lexicon{verbs: map[string]cue{}, particles: map[string]map[string]cue{}, nouns: map[string]cue{},
		voices: map[string]names.Type{}, media: map[string]bool{}, control: map[string]string{}, labels: map[string]bool{}, suffixes: map[string]bool{},
		cells: NewCells(from.Statements.Confidence, from.Statements.Readers), words: lang.Classes(from.Statements.Words), outlets: lang.Classes(from.Statements.Outlets), bodies: lang.Classes(from.Statements.Bodies), persons: map[string]bool{},
		idioms: map[string][][]string{}, irregular: map[string]string{}}
	for row := range lang.Rows(from.Statements.Cues) {
		cells := strings.Split(row, "\t")
		c := parseCue(cells[2], cells[3])
		if cells[1] == "n" {
			l.nouns[cells[0]] = c
			continue
		}
		verb, particle, phrasal := strings.Cut(cells[0], " ")
		if !phrasal {
			l.verbs[verb] = c
			continue
		}
		if l.particles[verb] == nil {
			l.particles[verb] = map[string]cue{}
		}
		l.particles[verb][particle] = c
	}
	for row := range lang.Rows(from.Statements.Voices) {
		kind, words, _ := strings.Cut(row, "\t")
		for _, w := range strings.Fields(words) {
			if _, known := l.voices[w]; !known {
				l.voices[w] = names.Type(kind)
			}
		}
	}
	for row := range lang.Rows(from.Statements.Media) {
		for _, w := range strings.Fields(row) {
			l.media[w] = true
		}
	}
	for row := range lang.Rows(from.Statements.Control) {
		kind, words, _ := strings.Cut(row, "\t")
		for _, w := range strings.Fields(words) {
			switch kind {
			case "label":
				l.labels[w] = true
			case "suffix":
				l.suffixes[w] = true
			default:
				l.control[w] = kind
			}
		}
	}
	for row := range lang.Rows(from.Names.Degrees) {
		for _, w := range strings.Fields(row) {
			l.suffixes[w] = true
		}
	}
	section := ""
	for row := range lang.Rows(from.Names.People) {
		if strings.HasPrefix(row, "[") {
			section = row
			continue
		}
		for _, w := range strings.Fields(row) {
			if section == "[person]" || section == "[group]" {
				l.persons[w] = true
			}
		}
	}
	for row := range lang.Rows(from.Compare.Irregular) {
		forms := strings.Fields(row)
		for _, form := range forms[1:] {
			l.irregular[form] = forms[0]
		}
	}
	for idiom := range l.words["idiom"] {
		words := strings.Split(idiom, "_")
		l.idioms[words[0]] = append(l.idioms[words[0]], words[1:])
	}
	return l
})

func parseCue(stance, frames string) cue {
	c := cue{stance: Stance(stance)}
	for _, f := range strings.Fields(frames) {
		switch f {
		case "q":
			c.frames |= quoteFrame
		case "t":
			c.frames |= thatFrame
		case "z":
			c.frames |= zeroFrame
		case "w":
			c.frames |= whFrame
		case "i":
			c.frames |= toFrame
		case "g":
			c.frames |= ingFrame
		case "n":
			c.frames |= nounFrame
		case "A":
			c.frames |= personFrame
		case "O":
			c.frames |= objectFrame
		case "S":
			c.frames |= asFrame
		case "C":
			c.frames |= claimFrame
		case "W":
			c.frames |= toldFrame
		case "D":
			c.frames |= shownFrame
		default:
			c.preps = append(c.preps, strings.TrimPrefix(f, "p:"))
		}
	}
	return c
}
