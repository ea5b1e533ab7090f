package statements

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

const longestName = 90 // bytes of a description that stands for a name

// describe gives a speaker without a name the fullest words that the page has for it as a source: not "spokesman" but "The spokesman for the
// harbour police". What follows a comma, a dash or a relative pronoun only says more about it.
func (r *reader) describe(d *draft) {
	if d.Speaker < 0 || len(d.Source) != 1 || r.hasName(d.Speaker) {
		return
	}
	words := r.t.At(r.described(d.source))
	e := &r.entities[d.Speaker]
	if len(words) > len(e.Name) && len(words) <= longestName && !pronoun(words) && strings.Contains(words, bare(e.Name)) {
		e.Name = words
	}
}

// described returns the noun phrase of a source with what hangs on it by prepositions.
func (r *reader) described(source text.Span) text.Span {
	words := r.t.At(source)
	end := len(words)
	for _, stop := range []string{",", " –", " —", " -", ";", ":"} {
		if at := strings.Index(words[:end], stop); at > 0 {
			end = at
		}
	}
	for _, relative := range []string{" who ", " which ", " that ", " whose "} {
		if at := strings.Index(words[:end], relative); at > 0 && !pronoun(words[:at]) { // but "those who study it"
			end = at
		}
	}
	from := 0
	for from < end {
		c, size := utf8.DecodeRuneInString(words[from:])
		if !strings.ContainsRune("“\"'‘ ", c) {
			break
		}
		from += size
	}
	return r.t.Trim(text.Span{Start: source.Start + from, End: source.Start + end})
}

// bare returns a phrase without its article.
func bare(words string) string {
	for _, article := range []string{"the ", "a ", "an "} {
		if len(words) > len(article) && strings.EqualFold(words[:len(article)], article) {
			return words[len(article):]
		}
	}
	return words
}

// hasName says whether the page calls an entity by a name.
func (r *reader) hasName(entity int) bool {
	if r.called == nil {
		r.called = map[int]bool{}
		for _, m := range r.mentions {
			if m.Form == names.Name && m.Entity >= 0 {
				r.called[m.Entity] = true
			}
		}
	}
	return r.called[entity]
}
