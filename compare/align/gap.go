package align

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

// side is one of two wordings.
type side struct {
	page  *pages.Page
	words []words.Word
}

// stops says whether a sentence ends among or beside the words from i to j.
func (s *side) stops(i, j int) bool {
	for n := max(i, 1); n <= j && n < len(s.words); n++ {
		if strings.ContainsAny(string(s.page.Page.Text[s.words[n-1].End:s.words[n].Start]), ".!?") {
			return true
		}
	}
	return false
}

// gap is a place between two common words, where two wordings part.
type gap struct {
	whole  [2]side
	a, b   []words.Word
	edge   bool // before the first or behind the last common word: there words may only be cut off
	first  bool // one of the wordings says "for the first time", as the other may say "never before"
	stops  bool // a sentence ends in it
	thin   bool // up to the next gap only words follow that tell nothing
	island bool // it lies in a sentence that the other wording does not hold
}

func (g *gap) spans() (text.Span, text.Span) { return hull(g.a), hull(g.b) }

const (
	mostDenialWords = 4 // words of a gap in which a denial turns the whole: "had failed to" for "had"
	mostNameWords   = 4 // of a name that stands in the place of another
)

// changes are the ways in which the words of a gap can be contrary, in the order in which they are asked; the first that knows the words decides.
var changes = []func(al *Aligner, g *gap) (kind Kind, sure bool){
	(*Aligner).times, (*Aligner).figures, (*Aligner).modals, (*Aligner).scopes, (*Aligner).opposites, (*Aligner).othername,
}

// judge adds what is contrary in a gap.
func (al *Aligner) judge(d *Diff, g *gap) {
	sa, sb := g.spans()
	if al.denied(g) {
		d.Changes = append(d.Changes, Change{Kind: Polarity, A: sa, B: sb, denial: true})
	}
	if len(g.a) == 0 || len(g.b) == 0 {
		return
	}
	for _, change := range changes {
		if kind, sure := change(al, g); kind != "" {
			d.Changes = append(d.Changes, Change{Kind: kind, A: sa, B: sb})
			return
		} else if sure {
			return
		}
	}
}

// denied says whether one side of a gap denies what both tell.
func (al *Aligner) denied(g *gap) bool {
	switch {
	case max(len(g.a), len(g.b)) > mostDenialWords, g.first, g.island, g.edge && (len(g.a) == 0 || len(g.b) == 0):
		return false
	case al.weighty(al.unlike(g.a, g.b)) && al.weighty(al.unlike(g.b, g.a)):
		return false // another word besides: "would not pay" and "would cut" say the same
	}
	return al.negated(g.a, g.b) != al.negated(g.b, g.a)
}

// negated says whether words deny: an odd number of them does.
func (al *Aligner) negated(list, other []words.Word) bool {
	n := 0
	for _, w := range list {
		word := al.set.Vocabulary.Forms[w.Form].Text
		if al.tables.Is("aside", word) && len(list) > 1 && len(other) == 0 {
			continue // "to work without delay with": an addition
		}
		if al.Denies(word) || al.tables.Is("putoff", word) && slices.ContainsFunc(other, func(o words.Word) bool { return al.Denies(al.set.Vocabulary.Forms[o.Form].Text) }) { // to postpone it is to avoid it for now
			n++
		}
	}
	return n%2 == 1
}

// Negates says whether a word denies what it stands with: not, rather than.
func (al *Aligner) Negates(folded string) bool {
	return al.set.Vocabulary.Negates(folded) || al.tables.Is("replacing", folded)
}

// Denies says so of verbs, too: fail, refuse.
func (al *Aligner) Denies(folded string) bool {
	return al.Negates(folded) || al.tables.Is("negating", folded)
}

// weighty says whether words hold one of weight that does not deny.
func (al *Aligner) weighty(list []words.Word) bool {
	v := al.set.Vocabulary
	return slices.ContainsFunc(list, func(w words.Word) bool {
		f := &v.Forms[w.Form]
		return !f.Stop && !al.Denies(f.Text) && v.Weight[f.Stem] >= Telling
	})
}

func (al *Aligner) weigh(list []words.Word) (weight float64) {
	v := al.set.Vocabulary
	for _, w := range list {
		if f := &v.Forms[w.Form]; !f.Stop {
			weight += v.Weight[f.Stem]
		}
	}
	return weight
}

// unlike are the words whose stem does not stand in the other list: "school" and "schools" are no change.
func (al *Aligner) unlike(list, other []words.Word) []words.Word {
	v := al.set.Vocabulary
	var out []words.Word
	for _, w := range list {
		if !slices.ContainsFunc(other, func(o words.Word) bool { return v.Forms[o.Form].Stem == v.Forms[w.Form].Stem }) {
			out = append(out, w)
		}
	}
	return out
}

func hull(list []words.Word) text.Span {
	if len(list) == 0 {
		return text.Span{}
	}
	return list[0].Span().Cover(list[len(list)-1].Span())
}

// times: "on Monday" for "on Tuesday".
func (al *Aligner) times(g *gap) (Kind, bool) {
	sa, sb := g.spans()
	pa, pb := g.whole[0].page, g.whole[1].page
	x, y := timeAt(pa, sa), timeAt(pb, sb)
	if x < 0 || y < 0 {
		return "", false
	}
	if al.loose(pa, x) || al.loose(pb, y) {
		return "", true
	}
	s, t := &pa.Times[x], &pb.Times[y]
	fit, _, _ := dates(&part{when: pa.Intervals[x], pending: s.Pending}, &part{when: pb.Intervals[y], pending: t.Pending})
	if fit == Contrary || fit == Silent && s.Type == t.Type && s.Value != t.Value {
		return Date, true
	}
	return "", s.Type != "DURATION"
}

// loose says whether a time hangs on a date that its page does not tell, or on what was told before: "this year" on an undated page, "the night
// before".
func (al *Aligner) loose(p *pages.Page, i int) bool {
	if _, one := p.Published.Single(); p.Times[i].Pending != nil && !one || strings.HasSuffix(p.Times[i].Value, "_REF") {
		return true
	}
	return slices.ContainsFunc(p.Between(p.Times[i].Span), func(w words.Word) bool { return al.tables.Is("contextual", al.set.Vocabulary.Forms[w.Form].Text) })
}

// figures: "nine" for "twelve". What one of the wordings counts in parts may be the sum that the other gives.
func (al *Aligner) figures(g *gap) (Kind, bool) {
	sa, sb := g.spans()
	pa, pb := g.whole[0].page, g.whole[1].page
	x, y := amountAt(pa, sa), amountAt(pb, sb)
	if x < 0 || y < 0 {
		return "", false
	}
	if bracketed(pa, x) && bracketed(pb, y) {
		return "", true // what was converted was rounded
	}
	a, b := al.Of(pa, &pa.Amounts[x]), al.Of(pb, &pb.Amounts[y])
	if numbers(a, b) != Contrary || al.Summed(a, pb, hull(g.whole[1].words)) || al.Summed(b, pa, hull(g.whole[0].words)) {
		return "", true
	}
	return Number, true
}

// Summed says whether the figures of one kind that a stretch of a page tells make another one together: 80, 36 and 13 are "more than 120".
func (al *Aligner) Summed(total *Range, p *pages.Page, in text.Span) bool {
	sum, all, n := *total, *total, 0
	sum.Low, sum.High, all.Low, all.High = 0, 0, 0, 0
	for i := sort.Search(len(p.Amounts), func(i int) bool { return p.Amounts[i].Start >= in.Start }); i < len(p.Amounts) && p.Amounts[i].End <= in.End; i++ {
		r := al.Of(p, &p.Amounts[i])
		if r == nil || r.Share != total.Share || r.Duration != total.Duration {
			continue
		}
		all.Low, all.High, n = all.Low+r.Low, all.High+r.High, n+1 // deaths and fatalities
		if r.Unit == total.Unit {
			sum.Low, sum.High = sum.Low+r.Low, sum.High+r.High
		}
	}
	return n > 1 && (total.Meets(&sum) || total.Meets(&all))
}

// modals: "may close" for "will close".
func (al *Aligner) modals(g *gap) (Kind, bool) {
	may, will := func(list []words.Word) bool { return al.holds(list, "may") }, func(list []words.Word) bool { return al.holds(list, "will") || al.holds(list, "would") }
	if may(g.a) && will(g.b) || may(g.b) && will(g.a) {
		return Status, true
	}
	return "", false
}

// scopes: "all" for "some".
func (al *Aligner) scopes(g *gap) (Kind, bool) {
	for _, pair := range [...][2][]words.Word{{g.a, g.b}, {g.b, g.a}} {
		if al.holds(pair[0], "all") && (al.holds(pair[1], "some") || al.holds(pair[1], "most")) {
			return Scope, true
		}
	}
	return "", false
}

func (al *Aligner) holds(list []words.Word, kind string) bool {
	return slices.ContainsFunc(list, func(w words.Word) bool { return al.tables.Is(kind, al.set.Vocabulary.Forms[w.Form].Text) })
}

// opposites: "rose" for "fell". Arriving and leaving are two ends of one way, and what is put off and what is not done is neither done now.
func (al *Aligner) opposites(g *gap) (Kind, bool) {
	sa, sb := g.spans()
	x, y := triggerAt(g.whole[0].page, sa), triggerAt(g.whole[1].page, sb)
	if x == nil || y == nil || Shares(lower(al, x), lower(al, y)) {
		return "", false
	}
	for _, c := range x.Classes {
		for _, e := range y.Classes {
			if al.tables.Opposite(c, e) && !al.tables.Follows(c, e) {
				return Polarity, true
			}
		}
	}
	return "", false
}

// othername: one name for another that is not its bearer's, and that the other wording does not hold in another place.
func (al *Aligner) othername(g *gap) (Kind, bool) {
	sa, sb := g.spans()
	pa, pb := g.whole[0].page, g.whole[1].page
	x, y := mention(pa, sa), mention(pb, sb)
	if max(len(g.a), len(g.b)) > mostNameWords || Shares(stems(al, g.a), stems(al, g.b)) || al.governs(stems(al, g.a), stems(al, g.b)) {
		return "", true
	}
	if x == nil || y == nil || !al.capital(pa, g.a[len(g.a)-1].Span()) || !al.capital(pb, g.b[len(g.b)-1].Span()) {
		return "", true
	}
	if al.besides(g.a, g.whole[1], sb) || al.besides(g.b, g.whole[0], sa) {
		return "", true // a list in another order, or a shorter one
	}
	if ex, ey := entity(pa, x.Entity), entity(pb, y.Entity); ex == ey && ex >= 0 {
		return "", true
	}
	if x.Type == "GPE" || x.Type == "LOC" || y.Type == "GPE" || y.Type == "LOC" {
		return Place, true
	}
	return Actor, true
}

// besides says whether a wording holds one of some words outside a gap.
func (al *Aligner) besides(list []words.Word, other side, gap text.Span) bool {
	in := stems(al, list)
	return slices.ContainsFunc(other.words, func(w words.Word) bool {
		f := &al.set.Vocabulary.Forms[w.Form]
		return !f.Stop && !gap.Contains(w.Span()) && has(in, al.place(f.Stem))
	})
}

func stems(al *Aligner, list []words.Word) []uint32 {
	var out []uint32
	for _, w := range list {
		out = append(out, al.place(al.set.Vocabulary.Forms[w.Form].Stem))
	}
	return Unique(out)
}

func entity(p *pages.Page, local int) int {
	if local < 0 {
		return -1
	}
	return p.Entity(local)
}

// bracketed says whether a figure opens a bracket.
func bracketed(p *pages.Page, i int) bool {
	before := strings.TrimRight(p.Page.Text.At(text.Span{Start: max(0, p.Amounts[i].Start-8), End: p.Amounts[i].Start}), " ")
	return strings.HasSuffix(before, "(") || strings.HasSuffix(before, "-LRB-")
}

func lower(al *Aligner, c *clauses.Clause) []uint32 {
	return []uint32{al.set.Vocabulary.StemOf(al.set.Vocabulary.Stem(words.Fold(c.Lemma)))}
}

func timeAt(p *pages.Page, s text.Span) int {
	i := sort.Search(len(p.Times), func(i int) bool { return p.Times[i].End > s.Start })
	if i < len(p.Times) && p.Times[i].Overlaps(s) {
		return i
	}
	return -1
}

func amountAt(p *pages.Page, s text.Span) int {
	i := sort.Search(len(p.Amounts), func(i int) bool { return p.Amounts[i].End > s.Start })
	if i < len(p.Amounts) && p.Amounts[i].Overlaps(s) && p.Amounts[i].Relation != "" {
		return i
	}
	return -1
}

func triggerAt(p *pages.Page, s text.Span) *clauses.Clause {
	i := sort.Search(len(p.Clauses), func(i int) bool { return p.Clauses[i].Trigger.End > s.Start })
	if i < len(p.Clauses) && p.Clauses[i].Trigger.Overlaps(s) {
		return &p.Clauses[i]
	}
	return nil
}
