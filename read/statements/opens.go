package statements

import "github.com/hearsay-news/hearsay/read/syntax"

// opener is a place behind a cue where its content may begin.
type opener struct {
	l   *line
	g   group
	c   cue
	out *rightSide
	j   int  // the item there
	it  item // and itself
}

// contentRule is one way in which a content opens. Rules are asked in their order; the first that answers decides, also that there is none.
type contentRule struct {
	name, example string
	of            func(r *reader, o *opener) bool
}

var contentRules = []contentRule{
	{"a quotation", "said | “…”", (*reader).opensQuotation},
	{"behind a comma", "said, | “…”; said, if elected, | she would", (*reader).opensBehindComma},
	{"behind a colon", "said: | “…”", (*reader).opensBehindColon},
	{"behind a parenthesis of dashes", "said – on the phone, as it happens – | that", (*reader).opensBehindDashes},
	{"nothing behind a stop", "said.", (*reader).opensNowhere},
	{"only that", "saying only | that", (*reader).opensOnlyThat},
	{"that", "said | that", (*reader).opensThat},
	{"that behind who was told", "told the teachers who had come | that", (*reader).opensAfterWho},
	{"a question", "asked | whether", (*reader).opensQuestion},
	{"an infinitive", "promised | to come", (*reader).opensInfinitive},
	{"a gerund", "denied | taking it", (*reader).opensGerund},
	{"another verb of saying", "wrote to them saying", (*reader).opensOtherCue},
	{"behind a preposition", "spoke of | the pier", (*reader).opensPreposition},
	{"that behind an adverbial", "said in Sel | that", (*reader).opensLaterThat},
	{"an infinitive behind who is addressed", "asked drivers | to stop", (*reader).opensAddressed},
	{"a clause without a noun first", "said | there was", (*reader).opensBareClause},
	{"what is denied, before a clause of the page", "denied | the raid and others believed him", (*reader).opensDenied},
	{"a clause", "said | the port was shut", (*reader).opensClauseFrame},
	{"object and complement", "called | him a liar", (*reader).opensObject},
	{"something as something", "sees | it as late", (*reader).opensAs},
	{"a noun phrase", "announced | the plan", (*reader).opensNounFrame},
}

// content decides which frame of the cue the item at out.stop opens.
func (r *reader) content(l *line, g group, c cue, out *rightSide) {
	if out.stop >= len(l.items) {
		return
	}
	o := &opener{l, g, c, out, out.stop, l.items[out.stop]}
	for i := range contentRules {
		if contentRules[i].of(r, o) {
			if out.frame != "" {
				out.why = contentRules[i].name
			}
			return
		}
	}
}

// whole takes what begins at an item as the content in a frame, up to where the sentence around it goes on.
func (o *opener) whole(r *reader, frame string, from int) bool {
	o.out.frame = frame
	o.out.content = r.cut(o.l, o.g, frame, phrase{from, r.contentEnd(o.l, from, o.g)})
	if o.out.content.empty() || frame == "zero" && !o.l.hasFinite(from, o.out.content.to) {
		o.out.frame = ""
	}
	return true
}

// next returns the item n places on; a stop past the end.
func (o *opener) next(n int) item {
	if k := o.j + n; k < len(o.l.items) {
		return o.l.items[k]
	}
	return item{low: ".", time: -1}
}

func (o *opener) has(n int) bool { return o.j+n < len(o.l.items) }

func (o *opener) infinitive() bool {
	return o.it.tag == syntax.TO || o.it.low == "not" && o.has(1) && o.next(1).tag == syntax.TO
}

func (r *reader) opensQuotation(o *opener) bool {
	if !o.it.fold {
		return false
	}
	if o.c.takes(quoteFrame) || o.c.takes(nounFrame) {
		r.quoteRight(o.l, o.g, o.j, o.out)
	}
	return true
}

func (r *reader) opensBehindComma(o *opener) bool {
	if o.it.low != "," {
		return false
	}
	l, n, k := o.l, len(o.l.items), o.j+1
	switch {
	case k < n && l.items[k].fold && o.c.takes(quoteFrame):
		r.quoteRight(l, o.g, k, o.out)
		return true
	case k < n && l.items[k].low == "that" && o.c.takes(thatFrame) && l.items[k].tag == syntax.IN:
		return o.whole(r, "that", k)
	case k+2 < n && o.c.takes(zeroFrame) && l.conditional(k): // said, if elected, she would
		return o.whole(r, "zero", k)
	}
	// a parenthesis between cue and content: "said, citing a police source, that"
	for k < n && k-o.j < 25 && l.items[k].low != "," && !l.items[k].fold {
		k++
	}
	if k+1 < n && l.items[k].low == "," && k-o.j < 25 && o.c.takes(thatFrame) && l.items[k+1].low == "that" {
		return o.whole(r, "that", k+1)
	}
	for m := o.j + 1; m < n && m-o.j < 25 && o.c.takes(quoteFrame) && !finite(l.items[m].tag); m++ {
		if l.items[m].fold && l.items[m-1].low == "," {
			r.quoteRight(l, o.g, m, o.out)
			return true
		}
	}
	return true
}

func (r *reader) opensBehindColon(o *opener) bool {
	switch {
	case o.it.low != ":":
		return false
	case !o.c.takes(quoteFrame):
	case o.has(1) && o.next(1).fold:
		r.quoteRight(o.l, o.g, o.j+1, o.out)
	case o.has(1):
		o.out.frame, o.out.content = "colon", phrase{o.j + 1, r.lineEnd(o.l)}
	default:
		o.out.open = true // the quotation follows in the next line
	}
	return true
}

func (r *reader) opensBehindDashes(o *opener) bool {
	if !isDash(o.it) || !o.c.takes(thatFrame) {
		return false
	}
	for k := o.j + 2; k+1 < len(o.l.items) && k-o.j < 14; k++ {
		if isDash(o.l.items[k]) && o.l.items[k+1].low == "that" {
			o.whole(r, "that", k+1)
		}
	}
	return true
}

func (r *reader) opensNowhere(o *opener) bool { return isStop(o.it) }

func (r *reader) opensOnlyThat(o *opener) bool {
	return r.lex.words["only"][o.it.low] && o.has(1) && o.next(1).low == "that" && o.c.takes(thatFrame) && o.whole(r, "that", o.j+1)
}

func (r *reader) opensThat(o *opener) bool {
	return o.it.low == "that" && o.c.takes(thatFrame) && !o.l.demonstrative(o.j) && o.whole(r, "that", o.j)
}

func (r *reader) opensAfterWho(o *opener) bool {
	if o.it.low != "who" || o.out.addressee.empty() {
		return false
	}
	if k := o.l.complement(o.j); k > o.j && o.c.takes(thatFrame) {
		o.whole(r, "that", k)
	}
	return true
}

func (r *reader) opensQuestion(o *opener) bool {
	return startsClause(o.it) && o.it.low != "that" && o.c.takes(whFrame) && o.whole(r, "wh", o.j)
}

func (r *reader) opensInfinitive(o *opener) bool {
	return o.infinitive() && o.c.takes(toFrame) && o.whole(r, "to", o.j)
}

func (r *reader) opensGerund(o *opener) bool {
	return !o.infinitive() && o.it.tag == syntax.VBG && o.c.takes(ingFrame) && o.whole(r, "ing", o.j)
}

func (r *reader) opensOtherCue(o *opener) bool {
	c := r.lex.verbs[o.it.lemma]
	return o.it.tag == syntax.VBG && c.takes(thatFrame) && c.stance.Speech()
}

func (r *reader) opensPreposition(o *opener) bool {
	if o.infinitive() || !o.c.governs(o.it.low) || !o.has(1) || o.l.onlyTime(o.j+1) || o.it.tag == syntax.TO && o.next(1).tag == syntax.VB {
		return false
	}
	o.out.prep = phrase{o.j, o.j + 1}
	return o.whole(r, "prep", o.j+1)
}

func (r *reader) opensLaterThat(o *opener) bool {
	k := o.l.laterThat(o.j)
	if k <= o.j || !o.c.takes(thatFrame) || !occasion(o.it) && !o.c.takes(personFrame) && o.it.tag != syntax.IN {
		return false
	}
	if o.c.takes(personFrame) && o.out.addressee.empty() && !occasion(o.it) {
		o.out.addressee = phrase{o.j, o.l.chunkRight(o.j)}
	}
	return o.whole(r, "that", k)
}

func (r *reader) opensAddressed(o *opener) bool {
	return o.c.takes(toFrame) && !o.out.addressee.empty() && o.it.tag == syntax.TO && o.whole(r, "to", o.j)
}

func (r *reader) opensBareClause(o *opener) bool {
	if o.l.opensNoun(o.j) {
		return false
	}
	switch o.it.tag {
	case syntax.IN, syntax.EX, syntax.RB, syntax.JJ, syntax.VBG:
		if o.c.takes(zeroFrame) && o.it.low != "as" && r.finiteAfter(o.l, o.j, r.contentEnd(o.l, o.j, o.g)) {
			o.whole(r, "zero", o.j)
		}
	}
	return true
}

func (r *reader) opensDenied(o *opener) bool {
	k := r.deniedThing(o.l, o.c, o.j)
	if k <= o.j {
		return false
	}
	o.out.frame, o.out.content = "noun", phrase{o.j, k}
	return true
}

func (r *reader) opensClauseFrame(o *opener) bool {
	end := r.contentEnd(o.l, o.j, o.g)
	return o.c.takes(zeroFrame) && (r.finiteAfter(o.l, o.j, end) || o.c.stance.Speech() && o.l.hasFinite(o.j, end) && r.parsedClause(o.l, o.g, o.j, end)) && o.whole(r, "zero", o.j)
}

func (r *reader) opensObject(o *opener) bool {
	return o.c.takes(objectFrame) && o.whole(r, "object", o.j)
}

func (r *reader) opensAs(o *opener) bool {
	if !o.c.takes(asFrame) {
		return false
	}
	if o.whole(r, "object", o.j); !o.l.holdsWord(o.out.content, "as") {
		o.out.frame = ""
	}
	return true
}

func (r *reader) opensNounFrame(o *opener) bool {
	return o.c.takes(nounFrame) && o.it.low != "so" && o.whole(r, "noun", o.j)
}
