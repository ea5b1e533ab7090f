package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// mode settles what a negation, a modal or the frame makes of a cue's stance. The table has the stance of the bare cue.
//
//	did not say whether   silence        refused to say how       silence
//	will announce that    predict        asked drivers to stop    demand
//	insisted it had not   deny           did not accept that      deny
func (r *reader) mode(l *line, d *draft, side rightSide, g group, c cue) {
	switch {
	case g.modal == "deny":
		d.Stance = Silence
	case g.negated && (d.Stance == Agree || l.items[g.head].lemma == "accept"):
		d.Stance = Deny
	case g.negated && r.lex.words["silenced"][string(d.Stance)] && side.frame != "quote":
		d.Stance = Silence
	case g.modal == "predict" || g.modal == "modal" && side.frame != "quote" && r.wills(l, g):
		d.Stance = Predict
	case side.frame == "to" && r.lex.words["claims-to"][l.items[g.head].lemma]:
	case side.frame == "to" && (d.Stance == Claim || d.Stance == Question || d.Stance == Say && !side.addressee.empty()):
		d.Stance = Demand // called to put in more effort, asked drivers to stop, told them to go
	case d.Stance == Claim && side.frame == "that" && l.subjunctive(side.content):
		d.Stance = Demand // insisted that the firm bring them at once
	case r.lex.words["denying"][l.items[g.head].lemma] && (side.frame == "that" || side.frame == "zero") && l.negatedClause(side.content):
		d.Stance = Deny
	}
}

// personal turns showing and announcing into saying where it is a person who does it in words: the mayor indicated that, declared, “Enough!”
func (r *reader) personal(d *draft) {
	switch {
	case d.Stance == Say && d.Kind == Direct && r.onlyQuestion(d.Content):
		d.Stance = Question
	case d.Stance == Evidence && r.lex.words["tells"][d.Head] && d.Speaker >= 0 && r.entities[d.Speaker].Type == names.PER && !r.entities[d.Speaker].Plural:
		d.Stance = Say
	case d.Stance == Announce && r.lex.words["exclaims"][d.Head] && d.Kind == Direct:
		d.Stance = Say
	}
}

// onlyQuestion says whether a quotation is one question and nothing else: “Who shut the port?”
func (r *reader) onlyQuestion(content []text.Span) bool {
	if len(content) != 1 {
		return false
	}
	words := strings.TrimRight(r.t.At(content[0]), "”\"’'» ,")
	return strings.HasSuffix(words, "?") && strings.IndexAny(words, ".!?") == len(words)-1 && strings.Count(words, " ") > 2
}

// negatedClause says whether the first finite verb of a clause is negated: "it had not been his signature".
func (l *line) negatedClause(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if l.items[k].fold || l.items[k].quoted || !finite(l.items[k].tag) {
			continue
		}
		if k == p.from || l.items[k-1].tag != syntax.PRP && l.items[k-1].tag != syntax.RB && l.items[k-1].tag != syntax.EX {
			own := false // his office had not
			for n := p.from; n < k; n++ {
				own = own || l.items[n].tag == syntax.PRPS || l.items[n].tag == syntax.PRP
			}
			if !own {
				return false // stressed that the port was not safe
			}
		}
		for n := k; n < p.to && n <= k+2; n++ {
			if negation(l.items[n]) {
				return true
			}
		}
		return false
	}
	return false
}

// subjunctive says whether the first verb of a clause is a bare form: "that the firm bring them".
func (l *line) subjunctive(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		it := l.items[k]
		if it.fold || it.quoted || it.tag == syntax.MD || it.tag == syntax.TO || finite(it.tag) {
			return false
		}
		if it.tag == syntax.VB {
			return true
		}
	}
	return false
}
