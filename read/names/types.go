// Package names finds people, bodies, places and other names, and says which mentions on a page mean the same one.
//
//	Acting governor Ilse Marrow said … Marrow added … she …
//
// gives three mentions of one entity (PER, "Ilse Marrow", role "Acting governor"): a name, a name linked as its surname, a pronoun.
package names

import "github.com/hearsay-news/hearsay/text"

// Mention is one place where an entity is spoken of. A name goes without article, personal title and possessive 's;
// names (form Name) do not overlap.
type Mention struct {
	text.Span
	Type   Type
	Form   Form
	Entity int    // index into the page's entities
	Gender Gender // as far as the mention itself shows it
	Plural bool
	Why    string  // rule that found it and linked it
	Score  float64 // 0 to 1, how sure the name finder is
}

// Entity is somebody or something spoken of on one page.
type Entity struct {
	ID       string // local to the page: "e1", "e2" …
	Type     Type
	Name     string      // longest full mention, or the head phrase of an unnamed source
	Variants []string    // distinct shown forms, in order of appearance
	Roles    []text.Span // titles and descriptions given to it ("acting governor")
	Aliases  []Alias     // other names the text itself declares
	Gender   Gender
	Plural   bool
}

// Alias is another name that the text declares ("Port Workers' Union (PWU)", "better known as …"), with the declaring words.
type Alias struct {
	Name string
	Span text.Span
}

// Type is the kind of thing a name stands for.
type Type string

const (
	PER   Type = "PER"
	ORG   Type = "ORG"
	LOC   Type = "LOC"
	GPE   Type = "GPE"
	NORP  Type = "NORP"
	EVENT Type = "EVENT"
	WORK  Type = "WORK"
	MISC  Type = "MISC"
)

// Form is how an entity is mentioned.
type Form string

const (
	Name    Form = "name"
	Nominal Form = "nominal"
	Pronoun Form = "pronoun"
)

// Gender is grammatical gender as far as the text shows it.
type Gender uint8

const (
	NoGender Gender = iota
	Masculine
	Feminine
	Neuter
)
