package statements

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
)

// share is a measured share of right rows with the number of rows it was measured on.
type share struct {
	rows  float64
	right float64
}

// likeness is how many rows of the rule alone count as much as the rows of the rule with this very cue.
const likeness = 8

// strict is the part of the rows counted wrong that are taken for wrong to a reader too. It errs on the safe side: of 35 rows at the default
// dial counted wrong on PolNeAR train ten were; the others had an annotator's shorter or longer content, or stood inside another attribution,
// which that corpus leaves out.
const strict = 0.6

// confidence is the measured share of such rows that are right in speaker and content: those of the same rule, drawn to those of
// the same rule and stance, and these to those of the same rule and cue, as they are many.
func (r *reader) confidence(d *draft) float64 {
	rule, known := r.lex.shares[d.Rule]
	if !known {
		rule = share{1, 0.5}
	}
	right := (rule.right*rule.rows + 1) / (rule.rows + 2)
	if stance, ok := r.lex.shares[d.Rule+" ="+string(d.Stance)]; ok {
		right = (stance.right*stance.rows + right*likeness) / (stance.rows + likeness)
	}
	if cue, ok := r.lex.shares[d.Rule+" "+d.Head]; ok {
		right = (cue.right*cue.rows + right*likeness) / (cue.rows + likeness)
	}
	c := 1 - strict*(1-right)
	switch {
	case d.CarriedBy >= 0 && !d.Stance.Speech():
		c = min(c, 0.4) // a thought inside somebody's statement is what they tell, not another row
	case d.unresolved, r.sharedName(d):
		c = min(c, 0.8) // who speaks is open
	case r.generic(d):
		c = min(c, 0.7)
	}
	return float64(min(int(c*100+0.5), 99)) / 100
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

func parseShare(rows, right string) (share, bool) {
	n, err := strconv.ParseFloat(rows, 64)
	if err != nil {
		return share{}, false
	}
	s, err := strconv.ParseFloat(right, 64)
	return share{n, s}, err == nil
}
