// Package accounts finds the statements of different pages (and of one page's headline, lede and quotation) that are one utterance, and those that
// are contrary.
//
//	a: "The harbour belongs to those who work in it," Qadari said on Tuesday.
//	b: Qadari told the country that the port is "the property of those who labour there".
//	c: The harbour does not belong to those who work in it, Qadari said.
//
// a and b have one speaker, their days agree, and their clauses laid on each other are nowhere contrary: one utterance, two accounts, relation
// reworded. If b gave it as a direct quotation as well, the relation would be translated: both claim the speaker's own words, and the words
// differ. c is an utterance of its own, tied to the first by a relation "differ" whose part is polarity.
package accounts

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// told is one statement of one page, made ready for comparing.
type told struct {
	page    *pages.Page
	index   int
	row     *statements.Statement
	words   []words.Word    // of the content
	kins    []uint32        // weighty kins of the content, sorted
	weights []float64       // of them, in their story
	weight  float64         // of them together
	grams   []gram          // of the words
	clauses []*align.Clause // of the content, main ones first
	mains   int             // how many of them are main
	head    bool            // stands in a title or standfirst
	lead    bool            // or in the first lines that tell something
	voice   voice           // who says it
	denies  bool            // whoever says it denies what its content tells
	habit   bool            // it is told to be said again and again
	alone   bool            // the only statement of its speaker on its page
}

// Said is what the pages say: the utterances, and which of them are contrary.
type Said struct {
	Groups []Group
	ties   []tied
	Laid   int // pairs of statements that were laid on each other
}

// Group is one utterance: the statements that tell it, in the order of pages.
type Group struct {
	members []*told
	laid    laid
}

// tied is two statements that are contrary in one part.
type tied struct {
	a, b  *told
	kind  align.Kind
	score float64
	at    [2]text.Span // the contrary parts, empty where the whole content is
	why   string
	laid  laid
}

// Match finds the utterances and sets Said on every page to their numbers.
func Match(set *pages.Set, entities []record.Entity) Said {
	m := &matcher{set: set, al: align.New(set)}
	for _, p := range set.Pages {
		for i := range p.Statements {
			if p.Speaks(i) {
				m.all = append(m.all, m.prepare(p, i, entities))
			}
		}
	}
	m.countVoices()
	var links []cluster.Link
	var ties []tied
	found := map[[2]int]align.Verdict{} // each pair is judged once
	pairs := align.Pairs(m.looks(), align.Statements)
	var of, laid int // a statement, and the product of words that were laid on it
	for _, c := range pairs {
		if c[1] != of {
			of, laid = c[1], 0
		}
		if laid += len(m.all[c[0]].words) * len(m.all[c[1]].words); laid > mostLaid {
			continue
		}
		set.Steps.Take(1 + len(m.all[c[0]].kins) + len(m.all[c[1]].kins))
		v := m.judge(c[0], c[1])
		switch found[c] = v.verdict; v.verdict {
		case align.Same:
			links = append(links, cluster.Link{A: c[0], B: c[1], Score: v.score})
		case align.Differ:
			ties = append(ties, tied{a: m.all[c[0]], b: m.all[c[1]], kind: v.kind, score: v.score, at: v.at, why: v.why})
		}
	}
	out := Said{Laid: len(pairs), ties: ties}
	for _, members := range cluster.Groups(len(m.all), links, func(a, b []int) bool { return m.together(a, b, found) }) {
		g := Group{}
		for _, n := range members {
			g.members = append(g.members, m.all[n])
			m.all[n].page.Said[m.all[n].index] = len(out.Groups)
		}
		out.Groups = append(out.Groups, g)
	}
	m.sides(&out)
	return out
}

// matcher holds the statements of a set while they are matched.
type matcher struct {
	set *pages.Set
	al  *align.Aligner
	all []*told
}

const (
	mostClauses = 12      // of a content that are laid on others
	mostLaid    = 1 << 18 // words times words of other contents that are laid on one: 64 contents of 64 words, or a few of the longest
)

func (m *matcher) prepare(p *pages.Page, i int, entities []record.Entity) *told {
	set, s := m.set, &p.Statements[i]
	t := &told{page: p, index: i, row: s, voice: voice{entity: -1}}
	for _, span := range s.Content {
		list := p.Between(span)
		t.words = append(t.words, list[:min(len(list), align.Longest-len(t.words))]...)
	}
	t.grams = grams(t.words)
	set.Steps.Take(1 + len(t.words))
	for _, w := range t.words {
		if f := &set.Vocabulary.Forms[w.Form]; !f.Stop && len(f.Text) > 1 {
			t.kins = append(t.kins, f.Kin)
		}
	}
	t.kins = align.Unique(t.kins)
	t.denies = m.denies(t)
	for _, k := range t.kins {
		w := set.Vocabulary.Weight[k] * m.al.Rarity(p, k)
		t.weights, t.weight = append(t.weights, w), t.weight+w
	}
	m.clauses(t)
	at := pages.Hull(s.Content, s.Cue, s.Source)
	role := p.Role(at.Start)
	t.head = role == page.Title || role == page.Standfirst || role == page.Subhead
	t.lead = t.head || at.Start < opening(p)
	for _, w := range p.Between(pages.Hull(s.Source, s.Cue)) {
		t.habit = t.habit || !within(s.Source, w.Span()) && m.al.Word("habit", set.Vocabulary.Forms[w.Form].Text)
	}
	if s.Speaker >= 0 && p.Entity(s.Speaker) >= 0 {
		e := &entities[p.Entity(s.Speaker)]
		var roles []string
		for _, r := range e.Roles {
			roles = append(roles, r.Text)
		}
		t.voice = m.voice(e.Name, roles)
		t.voice.entity = p.Entity(s.Speaker)
		for _, mention := range e.Mentions {
			t.voice.named = t.voice.named || mention.Form == string(names.Name)
		}
		for i := range p.Amounts {
			if within(s.Source, p.Amounts[i].Span) && p.Amounts[i].Kind.Counts() {
				t.voice.count = m.al.Of(p, &p.Amounts[i])
			}
		}
	}
	return t
}

// clauses makes the clauses of a content ready: the main ones first.
func (m *matcher) clauses(t *told) {
	p, s := t.page, t.row
	denied := t.denies
	for _, main := range [...]bool{true, false} {
		for _, span := range s.Content {
			first := sort.Search(len(p.Clauses), func(n int) bool { return p.Clauses[n].Trigger.Start >= span.Start })
			for n := first; n < len(p.Clauses) && p.Clauses[n].Trigger.Start < span.End; n++ {
				c := &p.Clauses[n]
				in := align.Holder(p, c)
				own := c.Main && (in == t.index || c.Inside == t.index)
				if own == main && len(t.clauses) < mostClauses {
					t.clauses = append(t.clauses, m.al.Clause(p, n, denied && in == t.index)) // "refused to sign" is told with its denial
				}
			}
		}
		if main {
			t.mains = len(t.clauses)
		}
	}
}

const leadSentences = 2 // of a page's text that sum up what follows

// opening is the end of the sentences that open a page's text.
func opening(p *pages.Page) int {
	for i, b := range p.Page.Blocks {
		if p.Roles[i] != page.Body {
			continue
		}
		at := b.Start
		for range leadSentences {
			if end := p.Sentence(text.Span{Start: at, End: at + 1}).End; end < b.End {
				at = end + 1
			} else {
				return b.End
			}
		}
		return at
	}
	return 0
}

// countVoices marks the statements that are all their speaker says on their page.
func (m *matcher) countVoices() {
	type voice struct{ page, speaker int }
	n := map[voice]int{}
	for _, t := range m.all {
		n[voice{t.page.Index, t.voice.entity}]++
	}
	for _, t := range m.all {
		t.alone = t.voice.entity >= 0 && n[voice{t.page.Index, t.voice.entity}] == 1
	}
}

func kinsOf(set *pages.Set, s string) []uint32 {
	var out []uint32
	for _, w := range set.Vocabulary.Append(nil, text.Text(s), text.Span{Start: 0, End: len(s)}) {
		if f := set.Vocabulary.Forms[w.Form]; !f.Stop {
			out = append(out, f.Kin)
		}
	}
	return out
}

// Key names a statement of the record: its first account, which is in no other.
func (g *Group) key() string {
	m := g.members[0]
	return m.page.ID + "\x00" + strconv.Itoa(m.index)
}

// Members lists the page statements of an utterance: pages and their statement indexes.
func (g *Group) Members() (list []*pages.Page, index []int) {
	for _, m := range g.members {
		list, index = append(list, m.page), append(index, m.index)
	}
	return list, index
}

// When is the day of an utterance: what all its accounts allow.
func (g *Group) When() (times.Interval, bool) {
	var out times.Interval
	for _, m := range g.members {
		when := m.page.When(m.row)
		if when == nil || !when.Known() {
			continue
		}
		if met, ok := out.Meet(*when); ok {
			out = met
		}
	}
	return out, out.Known()
}
