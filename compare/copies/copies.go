// Package copies finds passages of ten words or more that stand on several pages, or twice on one.
//
//	a: "The port of Sel was shut on Monday, the harbour master said in a note to crews."
//	b: "…, officials said. The port of Sel was closed on Monday, the harbour master said in a note to crews."
//
// Four words in a row that both pages have ("port of sel was", "on monday the harbour") are seeds; a seed is stretched both ways and
// jumps over small gaps ("shut" / "closed"), which makes one passage of the kind near. No direction is told here.
//
// Work is bounded: a run of four words that many pages share pairs them with its first pages only, so that a group of n copies
// costs n, not n².
package copies

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Passage is a stretch of words that two places share; A comes before B by page, then by place.
type Passage struct {
	A, B    *pages.Page
	AS, BS  text.Span
	Matched int // words in common
	Words   int // words of the longer side
	Kind    string
	Bodily  int          // words in common that stand in the body of both pages
	aw, bw  []words.Word // of the two pages, without headlines
	parts   []part
	a0, a1  int // word ranges
	b0, b1  int
}

// part is a run of equal words.
type part struct{ a, b, n int }

// Exact says whether both sides have the same words in the same order.
func (p *Passage) Exact() bool { return p.Matched == p.Words && p.a1-p.a0 == p.b1-p.b0 }

// inBodies counts the words in common that stand in the body of both pages.
func (p *Passage) inBodies() int {
	n := 0
	for _, part := range p.parts {
		for k := 0; k < part.n; k++ {
			if p.A.InBody(int(p.aw[part.a+k].Start)) && p.B.InBody(int(p.bw[part.b+k].Start)) {
				n++
			}
		}
	}
	return n
}

// Find returns all shared passages and the copies they make.
func Find(set *pages.Set) ([]Passage, []record.Copy) {
	repeated := lines(set)
	bodies := make([][]words.Word, len(set.Pages))
	for i, p := range set.Pages {
		bodies[i] = body(p)
	}
	passages := chain(set, bodies, seeds(set, bodies))
	quoted := make([][]text.Span, len(set.Pages))
	for i := range passages {
		p := &passages[i]
		p.Kind, p.Bodily = kind(p, quoted), p.inBodies()
	}
	passages = slices.DeleteFunc(passages, alone(passages))
	rows := append(without(group(passages), repeated), repeated...)
	for i := range passages { // nobody asks for single words any more
		p := &passages[i]
		p.aw, p.bw, p.parts = nil, nil, nil
	}
	return slices.Clone(passages), rows
}

const (
	turn     = 12 // equal words of a passage of two pages that may stand alone,
	sentence = 16 // and of a near one
	brief    = 3  // where it is no more than so much of the shorter page
)

// alone finds the passages of a few words, quotations apart, beside which two pages share nothing: turns of phrase that both came upon.
//
//	"has pleaded not guilty to the charge of smuggling tobacco" – "… to a charge of smuggling tobacco"
func alone(passages []Passage) func(Passage) bool {
	type pair struct{ a, b *pages.Page }
	between := map[pair]int{}
	for i := range passages {
		between[pair{passages[i].A, passages[i].B}]++
	}
	return func(p Passage) bool {
		if p.Kind == "quote" || between[pair{p.A, p.B}] > 1 {
			return false
		}
		if p.Kind == "near" && p.Matched < turn {
			return true
		}
		return (p.Matched < turn || p.Kind == "near" && p.Matched < sentence) && brief*p.Matched < min(len(p.aw), len(p.bw))
	}
}

// body is the words of a page without its headlines, which share words with every lede and end without a full stop.
func body(p *pages.Page) []words.Word {
	out := make([]words.Word, 0, len(p.Words))
	at := 0
	for i, b := range p.Page.Blocks {
		from := at
		for at < len(p.Words) && int(p.Words[at].End) <= b.End {
			at++
		}
		if p.Roles[i] != page.Title {
			out = append(out, p.Words[from:at]...)
		}
	}
	return out
}

// kind says what sort of passage it is; quoted caches the quoted stretches of each page.
func kind(p *Passage, quoted [][]text.Span) string {
	if p.A == p.B {
		return "internal"
	}
	for _, side := range []*pages.Page{p.A, p.B} {
		if quoted[side.Index] == nil {
			quoted[side.Index] = append(Quoted(side), text.Span{})
		}
	}
	in := 0
	for _, part := range p.parts {
		for k := 0; k < part.n; k++ {
			if inside(quoted[p.A.Index], int(p.aw[part.a+k].Start)) && inside(quoted[p.B.Index], int(p.bw[part.b+k].Start)) {
				in++
			}
		}
	}
	switch {
	case p.Matched-in < outsideQuote && 10*in >= 7*p.Matched:
		return "quote"
	case p.Exact():
		return "verbatim"
	}
	return "near"
}
