package statements

import (
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// headline handles "Port will reopen by June: Ilves", "Ilves: 'Port will reopen by June'" and "Port to reopen – Ilves".
func (r *reader) headline(ctx *context) {
	l := ctx.l
	top := headed(l.role) || l.block == 0
	if len(r.out) > ctx.first && !top || !l.first || !l.last {
		return
	}
	n := r.lineEnd(l)
	if n < 3 || !top && (n < len(l.items) || l.block > 2) {
		return
	}
	for k := n - 2; k > 1; k-- { // content first
		if l.items[k].low != ":" && !isDash(l.items[k]) {
			continue
		}
		if n-k-1 > 7 {
			break
		}
		p := phrase{k + 1, n}
		if l.nounPhrase(k+1) != n || !r.headVoice(l, p, l.items[k].low == ":") || !l.tells(k) {
			break // "TV channel: Nordpress"
		}
		d := r.draft(ctx, group{from: k, head: k, to: k}, cue{stance: Say}, subject{source: p, head: phrase{k + 1, l.chunkRight(k + 1)}, sure: true})
		d.Cue, d.Rule, d.verbal = nil, "headline-last", false
		d.Content = []text.Span{l.span(phrase{0, k})}
		r.keep(ctx, d)
		return
	}
	for k := 1; k < n-1 && k <= 7; k++ {
		if l.items[k].low != ":" {
			continue
		}
		p := phrase{0, k}
		if isQuoteMark(l.items[0]) || isQuoteMark(l.items[k-1]) {
			return
		}
		quote := l.items[k+1].fold || isQuoteMark(l.items[k+1]) || l.items[k+1].quoted
		paper := k == 1 && r.lex.voices[l.items[0].lemma] == names.WORK && !quote
		if l.nounPhrase(0) != k || !quote && !l.worded(k+1, n) || !paper && !r.prefix(l, p, quote) {
			return
		}
		d := r.draft(ctx, group{from: k, head: k, to: k}, cue{stance: Say}, subject{source: p, head: phrase{0, l.chunkRight(0)}, sure: true})
		d.Cue, d.Rule, d.verbal = nil, "headline-first", false
		if paper {
			d.Rule, d.Stance = "headline-report", Evidence
		}
		d.Content = []text.Span{l.span(phrase{k + 1, n})}
		r.keep(ctx, d)
		return
	}
}

// prefixes are the kinds of phrase that speak before a headline's colon, in the order in which they are tried. Words without quotation marks need one
// that can only be a voice: a place, a company or a lone surname is what the headline is about.
var prefixes = []struct {
	name string
	of   func(r *reader, l *line, p, head phrase, quote bool) bool
}{
	{"role", (*reader).prefixRole},
	{"person", (*reader).prefixPerson},
	{"body", (*reader).prefixBody},
	{"quoted", (*reader).prefixQuoted},
}

func (r *reader) prefix(l *line, p phrase, quote bool) bool {
	head := phrase{p.from, l.chunkRight(p.from)}
	if it := l.items[head.to-1]; r.lex.words["topic"][it.lemma] || r.lex.words["topic"][it.low] {
		return false
	}
	for _, kind := range prefixes {
		if kind.of(r, l, p, head, quote) {
			return true
		}
	}
	return false
}

// prefixRole: "Mayor: bridge will reopen", "Police: three dead in tunnel".
func (r *reader) prefixRole(l *line, p, head phrase, quote bool) bool {
	it := l.items[head.to-1]
	kind, ok := r.lex.voices[it.lemma]
	if !ok {
		kind, ok = r.lex.voices[it.low]
	}
	if first := l.items[head.from]; strings.HasSuffix(first.low, "ing") && head.to-head.from > 1 && first.tag != syntax.NNP {
		return false // Building lasting authority: what to write
	}
	return ok && (kind == names.PER || kind == names.ORG)
}

// prefixPerson: "Governor Ilse Marrow: dam will hold". A single name must be known from elsewhere on the page by a fuller one.
func (r *reader) prefixPerson(l *line, p, head phrase, quote bool) bool {
	for _, m := range r.mentionsIn(l.span(head)) {
		if m.Form == names.Name && m.Type == names.PER && m.End == l.span(head).End && m.Entity >= 0 {
			titled := head.to-head.from > 1 && l.items[head.from].Start < m.Start
			if titled { // Storm Berta is nobody
				title := l.items[head.from]
				return r.lex.voices[title.lemma] == names.PER || r.lex.persons[title.lemma] || r.lex.persons[title.low] || quote
			}
			return quote || containsSpace(r.entities[m.Entity].Name)
		}
	}
	return false
}

// prefixBody: "UN: 300 dead in floods". Only bodies written as initials speak without quotation marks.
func (r *reader) prefixBody(l *line, p, head phrase, quote bool) bool {
	return r.named(l.span(head), names.ORG) && (quote || head.to-head.from == 1 && allCaps(r.t.At(l.span(head))))
}

// prefixQuoted: an unknown name before a quotation.
func (r *reader) prefixQuoted(l *line, p, head phrase, quote bool) bool {
	it := l.items[head.to-1]
	return quote && p.to-p.from <= 2 && isProper(it.tag) && unicode.IsUpper(rune(r.t[it.Start])) && !r.named(l.span(head), names.GPE, names.LOC)
}

func containsSpace(s string) bool {
	for i := range s {
		if s[i] == ' ' {
			return true
		}
	}
	return false
}

// headVoice says whether a headline's short phrase is a speaker: a person's or body's name, or (bare) a noun of the table of voices.
func (r *reader) headVoice(l *line, p phrase, bare bool) bool {
	head := phrase{p.from, l.chunkRight(p.from)}
	if r.named(l.span(head), names.PER, names.ORG) {
		return true
	}
	it := l.items[head.to-1]
	kind, ok := r.lex.voices[it.lemma]
	if !ok {
		kind, ok = r.lex.voices[it.low]
	}
	if ok && (kind == names.PER || kind == names.ORG) {
		return true
	}
	// an unknown single name, said to be last: "Port will reopen: Ilves"
	return bare && p.to-p.from <= 2 && (isProper(it.tag) || it.tag == syntax.NNS) && unicode.IsUpper(rune(r.t[it.Start])) && !r.named(l.span(head), names.GPE, names.LOC)
}

// tells says whether the words before item end say something: a verb of any form stands among them, or they are a quotation.
func (l *line) tells(end int) bool {
	for _, it := range l.items[:end] {
		if it.fold || it.quoted || isVerb(it.tag) || it.tag == syntax.MD {
			return true
		}
	}
	return false
}
