package statements

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
)

// Found says how the one who speaks was found. It is one side of the cell that a row's confidence is read from.
type Found string

const (
	ByName    Found = "name"    // the source holds a name of a person or body
	ByPronoun Found = "pronoun" // he, she, they, who
	ByRole    Found = "role"    // "the mayor", "two officials"
	ByWork    Found = "work"    // a document or a poll
	ByThing   Found = "thing"   // it, or a noun that can't speak
	NoSource  Found = "none"    // the page names nobody
)

// found says how a draft's speaker was found.
func (r *reader) found(d *draft) Found {
	if len(d.Source) == 0 {
		return NoSource
	}
	head := r.t.Trim(d.head)
	if head.Empty() {
		head = d.source
	}
	kind := names.MISC
	if d.Speaker >= 0 {
		kind = r.entities[d.Speaker].Type
	}
	words := strings.ToLower(r.t.At(head))
	able := kind == names.PER || kind == names.ORG || kind == names.GPE || kind == names.NORP
	switch {
	case d.relative || pronoun(words) && words != "it":
		if able {
			return ByPronoun
		}
		return ByThing
	case words == "it":
		if able && kind != names.PER || kind == names.WORK {
			return ByPronoun
		}
		return ByThing
	}
	for _, m := range r.mentionsIn(d.source) {
		if m.Form == names.Name && able && m.End <= d.source.End && m.Start < head.End {
			return ByName
		}
	}
	switch {
	case kind == names.WORK:
		return ByWork
	case able:
		return ByRole
	}
	return ByThing
}

// onlyArticle says whether a page is nothing but its article: every line of it is told. Menus and notices, where they stand, get into the lines beside them.
func onlyArticle(blocks []page.Block) bool {
	for i := range blocks {
		if !blocks[i].Role.Told() {
			return false
		}
	}
	return true
}

// confidence is the share of such rows that readers find right in speaker, content and chain, by the cells that were measured.
func (r *reader) confidence(d *draft) float64 {
	c := r.lex.cells.Confidence(&d.Statement)
	switch {
	case d.CarriedBy >= 0 && !d.Stance.Speech():
		c = min(c, 0.4) // a thought inside somebody's statement is what they tell, not another row
	case d.unresolved, r.sharedName(d), r.bareBody(d):
		c = min(c, 0.6) // who speaks is open
	case r.short(d):
		c = min(c, 0.6) // of what is left open
	case r.thing(d):
		c = min(c, 0.6) // what neither writes nor shows is often no voice
	case r.generic(d):
		c = min(c, nobodyInParticular)
	}
	if slices.Contains(d.Signs, signDoubtful) {
		c = min(c, doubted)
	}
	return c
}

// What a row claims at most that is of a kind readers find mostly wrong, and one told by nobody in particular.
const (
	doubted            = 0.5
	nobodyInParticular = 0.55
)

// short says whether a feeling is expressed of nothing: "expressed admiration", "is expressing a belief".
func (r *reader) short(d *draft) bool {
	if !r.lex.words["expressing"][d.Head] || len(d.Content) != 1 || d.Kind != Indirect {
		return false
	}
	words := strings.Fields(strings.ToLower(r.t.At(d.Content[0])))
	for _, w := range words {
		switch w {
		case "about", "for", "over", "at", "in", "with", "that", "to", "of", "on", "toward", "towards", "against", "regarding":
			return false
		}
	}
	return true
}

// thing says whether a clause is told by something that is no person, body or document: "brain activity suggests", "the captions reveal".
func (r *reader) thing(d *draft) bool {
	if d.relative || len(d.Source) == 0 || !r.lex.words["shows"][d.Head] || d.Speaker >= 0 && r.hasName(d.Speaker) && r.entities[d.Speaker].Type != names.MISC {
		return false
	}
	head := r.t.Trim(d.head)
	if head.Empty() {
		head = d.source
	}
	words := r.t.At(head)
	return !upper(lastWord(words)[0]) && r.nounType(strings.ToLower(words)) == "" && !pronoun(words)
}

// sharedName says whether the speaker is a bare surname that several people of the page bear.
func (r *reader) sharedName(d *draft) bool {
	if d.Speaker < 0 || r.entities[d.Speaker].Type != names.PER || strings.ContainsRune(r.entities[d.Speaker].Name, ' ') {
		return false
	}
	r.bySurname("")
	return r.surnames[strings.ToLower(r.entities[d.Speaker].Name)] == -1
}

// generic says whether the source is nobody in particular, or the page's own voice: you, one, we, I outside quotation marks.
func (r *reader) generic(d *draft) bool {
	if len(d.Source) == 0 {
		return false
	}
	switch r.t.At(d.Source[0]) {
	case "you", "You", "one", "One":
		return true
	case "I", "we", "We":
		return !d.inner
	case "it", "It", "that", "which", "this", "This":
		return d.Speaker < 0
	}
	return false
}

// Cells are the measured shares of right rows, and the weights that make of them the share that readers find right.
type Cells struct {
	shares  map[string]share
	weights map[string]float64
}

// share is a measured share of right rows with the number of rows it was measured on.
type share struct {
	rows  float64
	right float64
}

// likeness is how many rows of a cell's parent count as much as its own: a rare cell is its parent.
const likeness = 8

// NewCells reads the table of shares (rule, cue or stance, rows, share) and the table of weights (name, weight).
func NewCells(shares, weights string) *Cells {
	c := &Cells{shares: map[string]share{}, weights: map[string]float64{}}
	for row := range lang.Rows(shares) {
		f := strings.Split(row, "\t")
		if len(f) < 4 {
			continue
		}
		key := f[0]
		if f[1] != "*" {
			key += " " + f[1]
		}
		if s, ok := parseShare(f[2], f[3]); ok {
			c.shares[key] = s
		}
	}
	for row := range lang.Rows(weights) {
		f := strings.Fields(row)
		if len(f) == 2 {
			c.weights[f[0]] = number(f[1])
		}
	}
	return c
}

// Share is the share of right rows on annotated news for a statement's rule, stance and cue. Each cell is drawn to its parent as it is rare: a cue to
// the stance, a stance to the rule, a rule ("to-and-parsed") to the one it varies ("to").
func (c *Cells) Share(s *Statement) float64 {
	right := 0.8
	for _, rule := range lineage(s.Rule) {
		right = c.draw(rule, right)
	}
	if s.Stance != Deny && s.Stance != Silence { // denials are rare there and judged by other annotators' edges: the rule's share is theirs
		right = c.draw(s.Rule+" ="+string(s.Stance), right)
		right = c.draw(s.Rule+" "+s.Head, right)
	}
	return right
}

func (c *Cells) draw(key string, parent float64) float64 {
	s, ok := c.shares[key]
	if !ok {
		return parent
	}
	return (s.right*s.rows + parent*likeness) / (s.rows + likeness)
}

// lineage returns a rule after the rules that it varies: "to", "to-and", "to-and-parsed".
func lineage(rule string) []string {
	out := []string{}
	base := rule
	for _, end := range []string{"-parsed", "-unsure", "-ing", "-and"} {
		if cut, ok := strings.CutSuffix(base, end); ok && cut != "" {
			base = cut
		}
	}
	for n := len(base); n <= len(rule); n++ {
		if n == len(rule) || n == len(base) || rule[n] == '-' {
			if n > 0 {
				out = append(out, rule[:n])
			}
		}
	}
	return out
}

// Traits are what, beside its share, decides how many rows of a statement's cell readers find right.
func Traits(s *Statement) []string {
	out := append([]string{"found-" + string(s.Found)}, s.Signs...)
	if len(s.Chain) > 2 { // two voices measured no worse than one
		out = append(out, "chain-3")
	}
	if !s.Plain {
		out = append(out, "furniture")
	}
	if s.Kind == Direct {
		out = append(out, "direct")
	}
	if s.Stance == Deny || s.Stance == Silence {
		out = append(out, "denial")
	}
	return out
}

// Confidence is the fitted share of right rows of a statement's cell, in hundredths.
func (c *Cells) Confidence(s *Statement) float64 {
	if !s.Stance.Speech() { // readers judged what is said; of thoughts, six in ten that the annotators have otherwise are wrong to a reader, too
		return hundredths(1 - strict*(1-c.Share(s)))
	}
	z := c.weights["level"] + c.weights["share"]*Logit(c.Share(s))
	for _, trait := range Traits(s) {
		z += c.weights[trait]
	}
	bare := z
	for _, sign := range s.Signs {
		bare -= c.weights[sign]
	}
	if z < 0 && bare >= 0 {
		z = 0 // a sign makes a row less sure, and never takes it from those that are written
	}
	return hundredths(Claimed(z))
}

// The default dial, how much of what a row's odds have above it counts, and how much of what a row below it has above even odds.
const (
	dial = 0.895 // written in hundredths
	calm = 0.05
	held = 0.35
)

// Claimed is what a row says of itself, from its fitted log odds. Among the rows that the default dial shows readers find little difference, so they claim about
// the same; those that fall below it claim much less, as readers find: two in three of the better ones are wrong in something.
func Claimed(z float64) float64 {
	p := 1 / (1 + math.Exp(-z))
	switch {
	case p >= dial:
		z = Logit(0.9) + max(0, z-Logit(0.9))*calm
		return 1 / (1 + math.Exp(-z))
	case p > 0.5:
		return 0.5 + (p-0.5)*held
	}
	return p
}

// strict is the part of the thoughts counted wrong that are taken for wrong to a reader too.
const strict = 0.6

func hundredths(p float64) float64 { return float64(max(1, min(int(p*100+0.5), 99))) / 100 }

// Logit is the logarithm of the odds of a share, which is kept off 0 and 1.
func Logit(p float64) float64 {
	p = min(max(p, 0.02), 0.98)
	return math.Log(p / (1 - p))
}

func parseShare(rows, right string) (share, bool) {
	n, err := strconv.ParseFloat(rows, 64)
	if err != nil {
		return share{}, false
	}
	s, err := strconv.ParseFloat(right, 64)
	return share{n, s}, err == nil
}

func number(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}
