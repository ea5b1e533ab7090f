package statements

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// innerLines reads what somebody quoted says of a third voice: quotations inside the quotation, and clauses that a named or definite third party
// is said to have said ("The company claims that the tank was empty, and …").
func (r *reader) innerLines(l *line, number int, sentences []syntax.Sentence) {
	for _, it := range l.items {
		if !it.fold {
			continue
		}
		i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].End > it.Start })
		if i == len(r.quotes) {
			continue
		}
		if q := r.quotes[i]; len(q.inner) > 0 {
			inner := r.within(l, q, sentences)
			r.readInner(&inner, number, func(d *draft) bool { return r.quotedAt(&context{l: &inner}, d) })
		} else {
			r.innerClaims(l, q, number, sentences)
		}
	}
}

// readInner reads a line inside a quotation and keeps the drafts that pass.
func (r *reader) readInner(inner *line, number int, keep func(*draft) bool) {
	first, floats := len(r.out), r.lastQuote
	r.line(inner, number, false)
	r.lastQuote = floats
	kept := r.out[:first]
	for n := first; n < len(r.out); n++ {
		if d := r.out[n]; !d.open && keep(&d) {
			d.inner = true
			kept = append(kept, d)
		}
	}
	r.out = kept
}

// innerClaims reads the sentences of a quotation that hold a verb of saying outside first and second person.
func (r *reader) innerClaims(host *line, q quotation, number int, sentences []syntax.Sentence) {
	in := q.words(r.t)
	for si := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > in.Start }); si < len(sentences) && sentences[si].Start < in.End; si++ {
		if !r.claimsInside(&sentences[si], in) {
			continue
		}
		inner := line{block: host.block, role: host.role, lex: r.lex, inner: true}
		for ti := range sentences[si].Tokens {
			if tok := &sentences[si].Tokens[ti]; tok.Start >= in.Start && tok.End <= in.End {
				inner.items = append(inner.items, r.item(tok, false))
			}
		}
		r.readInner(&inner, number, r.thirdParty)
	}
}

// claimsInside says whether a sentence holds a finite verb of saying that takes a clause, after a noun or name.
func (r *reader) claimsInside(s *syntax.Sentence, in text.Span) bool {
	for k := 1; k < len(s.Tokens); k++ {
		tok := &s.Tokens[k]
		if tok.Start < in.Start || tok.End > in.End || tok.XPOS != syntax.VBD && tok.XPOS != syntax.VBZ && tok.XPOS != syntax.VBP && tok.XPOS != syntax.VBN {
			continue
		}
		if c, ok := r.lex.verbs[strings.ToLower(tok.Lemma)]; ok && c.stance.Speech() && c.takes(thatFrame) && s.Tokens[k-1].UPOS != syntax.PRON && k+1 < len(s.Tokens) {
			return true
		}
	}
	return false
}

// thirdParty says whether a draft inside a quotation is a named or definite third party's, told in a clause of its own.
func (r *reader) thirdParty(d *draft) bool {
	if d.Rule != "that" || !d.verbal || !d.sure || d.relative || !d.Stance.Speech() || d.Stance == Silence || d.Stance == Hearsay || len(d.Source) == 0 {
		return false
	}
	if r.named(r.t.Trim(d.head), names.PER, names.ORG) {
		return true
	}
	words := strings.ToLower(r.t.At(d.source))
	if !strings.HasPrefix(words, "the ") {
		return false
	}
	if kind := r.voiceType(d.head); kind != "" {
		return kind != names.WORK
	}
	for _, m := range r.mentionsIn(d.head) {
		if m.Form == names.Nominal && m.End == d.head.End && (m.Type == names.PER || m.Type == names.ORG) {
			return true
		}
	}
	return false
}

// innerVoice settles pronouns inside a quotation: I and we are who is quoted; he and she are not, but somebody whom the sentence around it or the
// text before it names.
func (r *reader) innerVoice(out []Statement, n int, d *draft) {
	s := &out[n]
	if !d.inner || s.CarriedBy < 0 || len(s.Source) == 0 {
		return
	}
	host := out[s.CarriedBy].Speaker
	switch word := strings.ToLower(r.t.At(s.Source[0])); word {
	case "i", "we":
		s.Speaker = host
	case "he", "she":
		if s.Speaker < 0 || s.Speaker == host || !r.pronounFits(word, s.Speaker) {
			s.Speaker = r.thirdVoice(d, host, word)
		}
	case "they":
		if s.Speaker == host {
			s.Speaker = -1
		}
	}
}

// thirdVoice finds whom a pronoun inside somebody's quotation means: the one other person whom the rest of the line names, else the only other one
// named before it.
func (r *reader) thirdVoice(d *draft, host int, word string) int {
	i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].End > d.source.Start })
	if i == len(r.quotes) {
		return -1
	}
	line := r.quotes[i].Span
	b := sort.Search(len(r.blocks), func(b int) bool { return r.blocks[b].End > line.Start })
	if b == len(r.blocks) {
		return -1
	}
	if e := r.otherThan(host, word, text.Span{Start: line.End, End: min(r.blocks[b].End, line.End+160)}); e >= 0 {
		return e
	}
	return r.otherThan(host, word, text.Span{Start: max(0, line.Start-1600), End: line.Start})
}

// otherThan returns the only person named in a stretch whom the pronoun fits and who is not the speaker; -1 for none or several.
func (r *reader) otherThan(speaker int, word string, s text.Span) int {
	only := -1
	for _, m := range r.mentionsIn(s) {
		if m.Form != names.Name || m.Type != names.PER || m.Entity < 0 || m.Entity == speaker || !r.pronounFits(word, m.Entity) {
			continue
		}
		if only >= 0 && only != m.Entity {
			return -1
		}
		only = m.Entity
	}
	return only
}

// aroundAccording widens a clause that "according to" cuts right after its first word over what that voice says, which it carries: "said that, according
// to the builder, the bridge was safe".
func (r *reader) aroundAccording() {
	for i := range r.out {
		d := &r.out[i]
		if len(d.Content) != 1 || !strings.EqualFold(r.t.At(d.Content[0]), "that") {
			continue
		}
		for k := i + 1; k < len(r.out) && r.out[k].line == d.line; k++ {
			if a := &r.out[k]; a.Rule == "according-to" && !a.dropped && len(a.Content) > 0 && a.at > d.at && a.at-d.Content[0].End < 4 {
				d.Content[0] = d.Content[0].Cover(a.Content[len(a.Content)-1])
				break
			}
		}
	}
}
