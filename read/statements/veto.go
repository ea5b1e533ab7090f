package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// attempt is a cue with a subject and what it would govern, before it is known to be a statement.
type attempt struct {
	g    group
	c    cue
	head phrase // the words whose head would speak; empty where the subject stands elsewhere
	side rightSide
}

// vetoes are the reasons why a cue tells no statement, in the order in which they are asked. A quotation is somebody's words whatever the mode of
// its verb, so only the first ones are asked of it.
var vetoes = []struct {
	name   string
	quotes bool // holds for a quotation, too
	of     func(r *reader, l *line, a attempt) bool
}{
	{"inscription", true, (*reader).vetoInscription}, // the sign says “No dogs”
	{"idiom", false, (*reader).vetoIdiom},            // began to call it a day
	{"supposed", false, (*reader).vetoSupposed},      // if the court rules that
	{"asked", false, (*reader).vetoAsked},            // Did the mayor say that?
	{"modal", false, (*reader).vetoModal},            // can publish, must describe
	{"thing", false, (*reader).vetoThing},            // the storm threatens to
	{"unissued", false, (*reader).vetoUnissued},      // released twelve prisoners
	{"uncalled", false, (*reader).vetoUncalled},      // called an emergency meeting
	{"unshown", false, (*reader).vetoUnshown},        // police found a body
	{"nobody", false, (*reader).vetoNobody},          // none of the judges challenged
	{"literal", false, (*reader).vetoLiteral},        // looters attacked shops
}

// vetoed returns the name of the first veto, "" for none.
func (r *reader) vetoed(l *line, a attempt) string {
	quote := a.side.frame == "quote" || a.side.open
	for _, v := range vetoes {
		if (!quote || v.quotes) && v.of(r, l, a) {
			return v.name
		}
	}
	return ""
}

func (r *reader) vetoInscription(l *line, a attempt) bool {
	return !a.head.empty() && r.lex.words["inscription"][l.items[a.head.to-1].lemma]
}

func (r *reader) vetoIdiom(l *line, a attempt) bool {
	at := a.g.head + 1
next:
	for _, words := range r.lex.idioms[l.items[a.g.head].lemma] {
		for n, w := range words {
			if at+n >= len(l.items) || l.items[at+n].low != w && l.items[at+n].lemma != w {
				continue next
			}
		}
		if len(words) == 1 && (a.side.frame == "zero" || a.side.frame == "that") {
			continue // "said no ferries had come": a clause follows, no answer
		}
		return true
	}
	return false
}

func (r *reader) vetoSupposed(l *line, a attempt) bool {
	return !a.head.empty() && a.head.from > 0 && a.head.from <= a.g.from && r.lex.words["supposing"][l.items[a.head.from-1].low] && !l.inner
}

// vetoAsked refuses a question of the page's own: its auxiliary or question word comes first.
func (r *reader) vetoAsked(l *line, a attempt) bool {
	if n := len(l.items); n == 0 || l.items[n-1].low != "?" || l.inner {
		return false
	}
	it := l.items[0]
	return auxiliary(it) || it.tag == syntax.WP || it.tag == syntax.WRB || it.tag == syntax.WDT
}

// vetoModal refuses what may, can, must or would be said. What will be said is kept as a prediction, what would not be said as a silence.
func (r *reader) vetoModal(l *line, a attempt) bool {
	if a.g.modal != "modal" {
		return false
	}
	if a.c.stance.Speech() && (a.g.negated && r.refuses(l, a.g) && a.c.stance != Demand && a.c.stance != Accuse || r.wills(l, a.g) && (a.side.frame == "that" || a.side.frame == "zero")) {
		return false
	}
	return true
}

// modalOf returns the modal verb of a group, "" for none.
func (l *line) modalOf(g group) string {
	for k := g.from; k < g.head; k++ {
		if l.items[k].tag == syntax.MD {
			return l.items[k].low
		}
	}
	return ""
}

// refuses says whether a negated modal tells a refusal (would not, will not, could not say) and no prohibition (must not, should not, may not).
func (r *reader) refuses(l *line, g group) bool {
	switch l.modalOf(g) {
	case "would", "will", "could", "wo", "'d", "’d", "'ll", "’ll", "ca", "can":
		return true
	}
	return false
}

func (r *reader) wills(l *line, g group) bool {
	switch l.modalOf(g) {
	case "will", "'ll", "’ll":
		return !g.negated
	}
	return false
}

// vetoThing refuses things that only seem to speak where no clause follows.
func (r *reader) vetoThing(l *line, a attempt) bool {
	if a.head.empty() || r.voice(l, a.head) {
		return false
	}
	switch a.side.frame {
	case "noun", "object", "ing", "to":
		return true
	}
	return false
}

func (r *reader) vetoUnissued(l *line, a attempt) bool {
	return a.side.frame == "noun" && a.c.takes(toldFrame) && !r.told(l, a.side.content)
}

func (r *reader) vetoUnshown(l *line, a attempt) bool {
	if a.side.frame != "noun" || !a.c.takes(shownFrame) || a.head.empty() {
		return false
	}
	it := l.items[a.head.to-1]
	return r.lex.voices[it.lemma] != names.WORK && r.lex.voices[it.low] != names.WORK
}

// vetoNobody refuses what nobody says. That nobody would comment is kept.
func (r *reader) vetoNobody(l *line, a attempt) bool {
	if a.head.empty() || a.side.frame == "" {
		return false
	}
	first := l.items[a.head.from].low
	return r.lex.words["nobody"][first] && !(first == "no" && a.head.to > a.head.from+1 && a.head.to-1 < len(l.items) && l.items[a.head.to-1].tag == syntax.CD)
}

// vetoLiteral refuses attacks that nobody makes with words: only a person named does so without a word that says it.
func (r *reader) vetoLiteral(l *line, a attempt) bool {
	if a.side.frame != "noun" || !r.lex.words["literal"][l.items[a.g.head].lemma] || a.head.empty() {
		return false
	}
	return !r.named(l.span(a.head), names.PER) && !r.told(l, a.side.content)
}

// vetoUncalled refuses to call without what somebody is called.
func (r *reader) vetoUncalled(l *line, a attempt) bool {
	if a.side.frame != "object" || l.items[a.g.head].lemma != "call" {
		return false
	}
	for k := a.side.content.from; k < a.side.content.to; k++ {
		if l.items[k].quoted || l.items[k].fold {
			return false
		}
	}
	if l.nounPhrase(a.side.content.from) >= a.side.content.to {
		return true
	}
	// a town called Sel, where; a firm called Brandt Lines tried
	next := l.items[min(l.chunkRight(a.side.content.from), len(l.items)-1)]
	return a.g.from == a.g.head && isProper(l.items[a.side.content.from].tag) && (next.low == "," || finite(next.tag) || next.tag == syntax.IN)
}
