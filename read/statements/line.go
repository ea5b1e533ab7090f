package statements

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// item is one word of a line as the rules see it, or a whole quotation folded into one.
type item struct {
	text.Span
	low    string // lower-case form
	lemma  string
	tag    syntax.XPOS
	up     syntax.UPOS
	fold   bool // a folded quotation
	quoted bool // a word inside a quotation that is part of the sentence around it
	aux    bool // a verb that helps another
	light  bool // a verb that leaves the saying to its noun
	time   int  // index of the time expression it belongs to; -1
}

// line is one sentence of the outer text. A quotation that is an utterance of its own is one item of it, even where it holds several
// sentences, so that `"Go. Now," she said` is one line of five items: fold , she said .
type line struct {
	items []item
	block int
	role  page.Role
	lex   *lexicon
	inner bool // the words of a quotation
	depth int  // of the search for a subject
	first bool // first of its block
	last  bool // last of its block
}

// lines folds the sentences of one block.
func (r *reader) lines(block int, sentences []syntax.Sentence, quotes []quotation) []line {
	var out []line
	q := 0
	cur := line{block: block, role: r.blocks[block].Role, lex: r.lex}
	flush := func() {
		if len(cur.items) > 0 {
			r.retag(&cur)
			out = append(out, cur)
		}
		cur = line{block: block, role: r.blocks[block].Role, lex: r.lex}
	}
	covered := 0        // text before this offset is inside a fold
	const longest = 300 // items; no sentence that people read has more
	for si := range sentences {
		s := &sentences[si]
		for ti := range s.Tokens {
			tok := &s.Tokens[ti]
			if tok.Start < covered {
				continue
			}
			for q < len(quotes) && quotes[q].End <= tok.Start {
				q++
			}
			inside := q < len(quotes) && tok.Start >= quotes[q].Start
			if inside && tok.Start == quotes[q].Start || inside && len(cur.items) == 0 {
				if r.utters(quotes[q], cur.items, sentences[si:], ti) {
					span := quotes[q].Span
					cur.items = append(cur.items, item{Span: span, low: "“”", tag: syntax.OpenQuote, up: syntax.X, fold: true, time: -1})
					covered = span.End
					continue
				}
			}
			if n := len(cur.items); n > 0 && !inside && (cur.items[n-1].fold || n > 1 && isQuoteMark(cur.items[n-1]) && cur.items[n-1].quoted) && r.newSentence(cur.items[max(0, n-2)].Cover(cur.items[n-1].Span), s, ti) {
				flush()
			}
			cur.items = append(cur.items, r.item(tok, inside))
		}
		if len(cur.items) > longest {
			flush()
			continue
		}
		if q < len(quotes) && quotes[q].Start < s.End && quotes[q].End > s.End {
			// a quotation that is part of this sentence runs over its end
			if si+1 < len(sentences) && sentences[si+1].Start < quotes[q].End {
				continue
			}
		}
		if si+1 < len(sentences) && (sentences[si+1].Start < covered || r.goesOn(cur.items, &sentences[si+1])) {
			continue
		}
		flush()
	}
	flush()
	if len(out) > 0 {
		out[0].first, out[len(out)-1].last = true, true
	}
	return out
}

func (r *reader) item(tok *syntax.Token, inside bool) item {
	low := strings.ToLower(r.t.At(tok.Span))
	lemma := tok.Lemma
	if lemma == "" {
		lemma = low
	}
	it := item{Span: tok.Span, low: low, lemma: strings.ToLower(lemma), tag: tok.XPOS, up: tok.UPOS, quoted: inside, time: r.timeAt(tok.Start)}
	aux := r.lex.words["auxiliary"]
	it.aux, it.light = aux[it.low] || aux[it.lemma], r.lex.words["light"][it.lemma]
	if low == "-" && tok.Start > 0 && r.t[tok.Start-1] == ' ' && tok.End < len(r.t) && r.t[tok.End] == ' ' && !r.betweenNumbers(tok.Span) {
		it.low, it.tag, it.up = "–", syntax.Colon, syntax.PUNCT // a hyphen between spaces is a dash
	}
	if r.inName(tok.Start) { // the names room knows names better than the tagger
		switch it.tag {
		case syntax.NNP, syntax.NNPS, syntax.POS, syntax.DT, syntax.IN, syntax.CC, syntax.TO, syntax.CD, syntax.HYPH:
		default:
			if it.up != syntax.PUNCT && !isStop(it) {
				it.tag, it.up = syntax.NNP, syntax.PROPN
			}
		}
	}
	return it
}

// betweenNumbers says whether a hyphen between spaces joins two numbers: "$ 3 - $ 6 billion".
func (r *reader) betweenNumbers(s text.Span) bool {
	if s.Start < 2 || s.End+1 >= len(r.t) {
		return false
	}
	before, after := r.t[s.Start-2], r.t[s.End+1]
	return before >= '0' && before <= '9' && (after >= '0' && after <= '9' || after == '$')
}

// inName says whether the offset lies in a name.
func (r *reader) inName(offset int) bool {
	i := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].Start > offset })
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if m := &r.mentions[k]; m.Form == names.Name && m.Has(offset) {
			return true
		}
	}
	return false
}

func (r *reader) timeAt(offset int) int {
	i := sort.Search(len(r.when), func(i int) bool { return r.when[i].End > offset })
	if i < len(r.when) && r.when[i].Has(offset) && r.when[i].Type != times.SET {
		return i
	}
	return -1
}

// utters says whether a quotation is an utterance of its own and not part of the sentence around it: it stands at the start, after
// punctuation or after a cue, or it is a full clause that begins with a capital.
func (r *reader) utters(q quotation, before []item, rest []syntax.Sentence, ti int) bool {
	words, verb := 0, false
count:
	for si := range rest {
		for i := range rest[si].Tokens {
			tok := &rest[si].Tokens[i]
			if si == 0 && i < ti {
				continue
			}
			if tok.Start >= q.End {
				break count
			}
			if tok.UPOS != syntax.PUNCT {
				words++
			}
			verb = verb || finite(tok.XPOS)
			if words > 12 && verb {
				break count
			}
		}
	}
	in := q.words(r.t)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(string(r.t[in.Start:in.End]), "’' "))
	ends := last == '.' || last == ',' || last == '!' || last == '?' || last == '…'
	head, _ := utf8.DecodeRuneInString(string(r.t[in.Start:in.End]))
	if words == 0 {
		return false
	}
	if len(before) == 0 {
		return verb || ends || words >= 5
	}
	p := before[len(before)-1]
	if p.fold {
		return true
	}
	if len(before) > 1 && (p.low == "'" || p.low == "’") && p.Start == before[len(before)-2].End && titleCase(r.t.At(in)) {
		return false // the News’ “Face the Coast,”
	}
	if isPunct(p) && p.low != ")" {
		return verb || ends || words >= 4
	}
	if p.tag == syntax.DT || p.tag == syntax.PRPS || p.tag == syntax.POS || (isProper(p.tag) || p.tag == syntax.IN) && words <= 6 && titleCase(r.t.At(in)) {
		return false // the “Pay now.” campaign; on Arena’s “Face the Coast,” Marrow said
	}
	if unicode.IsUpper(head) && (verb && words >= 3) {
		return true
	}
	if c, ok := r.lex.verbs[p.lemma]; ok && isVerb(p.tag) {
		return words >= 4 && (verb || c.takes(quoteFrame) && ends) || c.takes(quoteFrame) && ends && unicode.IsUpper(head)
	}
	return false
}

// titleCase says whether words are written as a title's: each of four letters and more with a capital, the first one too, and not all in capitals.
func titleCase(words string) bool {
	lower := false
	for i, w := range strings.Fields(words) {
		first, _ := utf8.DecodeRuneInString(w)
		if (i == 0 || utf8.RuneCountInString(w) >= 4) && !unicode.IsUpper(first) && unicode.IsLetter(first) {
			return false
		}
		lower = lower || strings.IndexFunc(w, unicode.IsLower) >= 0
	}
	return lower
}

// goesOn says whether the next sentence carries on this line although a mark like ? or ! seemed to end it: `"Why?" she asked.`
func (r *reader) goesOn(items []item, s *syntax.Sentence) bool {
	if len(items) > 1 && len(s.Tokens) > 0 && isQuoteMark(items[len(items)-1]) && !isStop(items[len(items)-2]) {
		return true // a closing mark without a stop before it ends no sentence
	}
	if len(items) == 0 || !items[len(items)-1].fold || len(s.Tokens) == 0 {
		return false
	}
	span := items[len(items)-1].Span
	inner := strings.TrimRight(string(r.t[span.Start:span.End]), "”\"’'“»")
	last, _ := utf8.DecodeLastRuneInString(inner)
	if last == '.' {
		first, _ := utf8.DecodeRuneInString(r.t.At(s.Tokens[0].Span))
		return unicode.IsLower(first) || r.bareCue(s)
	}
	return last == '?' || last == '!' || last == ',' || last == '…'
}

// newSentence says whether a sentence of the page begins at token ti of s, right behind a quotation that ends one although no splitter saw it: “It is
// late.” A clerk said the port was shut. Who says the quotation may follow it instead: “It is late.” Governor Marrow said in Sel.
func (r *reader) newSentence(quote text.Span, s *syntax.Sentence, ti int) bool {
	inner := strings.TrimRight(r.t.At(quote), "”\"’'“» ")
	first, _ := utf8.DecodeRuneInString(r.t.At(s.Tokens[ti].Span))
	if !strings.HasSuffix(inner, ".") || !unicode.IsUpper(first) {
		return false
	}
	for k := ti + 1; k < len(s.Tokens) && k < ti+16; k++ {
		tok := &s.Tokens[k]
		if !finite(tok.XPOS) {
			continue
		}
		c, ok := r.lex.verbs[strings.ToLower(tok.Lemma)]
		if !ok || !c.takes(quoteFrame) {
			return true
		}
		for k++; k < len(s.Tokens) && s.Tokens[k].XPOS == syntax.RB; k++ {
		}
		return k < len(s.Tokens) && s.Tokens[k].UPOS != syntax.PUNCT && s.Tokens[k].UPOS != syntax.ADP && s.Tokens[k].XPOS != syntax.TO && r.timeAt(s.Tokens[k].Start) < 0
	}
	return true
}

// bareCue says whether a sentence is no more than a speaker and a cue, cut from its quotation by a full stop: “It is shut.” Marrow said.
func (r *reader) bareCue(s *syntax.Sentence) bool {
	end := len(s.Tokens)
	for end > 0 && s.Tokens[end-1].UPOS == syntax.PUNCT {
		end--
	}
	if end < 2 || end > 6 || s.Tokens[end-1].XPOS != syntax.VBD && s.Tokens[end-1].XPOS != syntax.VBZ {
		return false
	}
	c, ok := r.lex.verbs[strings.ToLower(s.Tokens[end-1].Lemma)]
	subject := s.Tokens[end-2]
	return ok && c.takes(quoteFrame) && (isProper(subject.XPOS) || subject.XPOS == syntax.PRP)
}

func finite(x syntax.XPOS) bool {
	return x == syntax.VBD || x == syntax.VBZ || x == syntax.VBP || x == syntax.MD
}

func isVerb(x syntax.XPOS) bool { return x >= syntax.VB && x <= syntax.VBZ }

func isNoun(x syntax.XPOS) bool { return x >= syntax.NN && x <= syntax.NNS }

func isProper(x syntax.XPOS) bool { return x == syntax.NNP || x == syntax.NNPS }

func isPunct(it item) bool { return it.up == syntax.PUNCT && !it.fold || isStop(it) }

// isStop says whether an item ends a clause whatever its tag.
func isStop(it item) bool {
	switch it.low {
	case ",", ".", ":", ";", "—", "–", "--", "?", "!", "(", ")", "…", "...":
		return true
	}
	return false
}

// isDash says whether the item is a dash between clauses.
func isDash(it item) bool { return it.low == "—" || it.low == "–" || it.low == "--" }

// within returns the words of a quotation as a line of its own, with the quotations in it folded: he said to me , fold.
func (r *reader) within(host *line, q quotation, sentences []syntax.Sentence) line {
	in := q.words(r.t)
	l := line{block: host.block, role: host.role, lex: r.lex, inner: true}
	covered, n := 0, 0
	first := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > in.Start })
	for si := first; si < len(sentences) && sentences[si].Start < in.End; si++ {
		for ti := range sentences[si].Tokens {
			tok := &sentences[si].Tokens[ti]
			if tok.Start < max(in.Start, covered) || tok.End > in.End {
				continue
			}
			for n < len(q.inner) && q.inner[n].End <= tok.Start {
				n++
			}
			if n < len(q.inner) && tok.Start >= q.inner[n].Start {
				l.items = append(l.items, item{Span: q.inner[n].Span, low: "“”", tag: syntax.OpenQuote, fold: true, time: -1})
				covered = q.inner[n].End
				continue
			}
			l.items = append(l.items, r.item(tok, false))
		}
	}
	return l
}
