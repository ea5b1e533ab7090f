package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/entities"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/site"
	"github.com/hearsay-news/hearsay/compare/stories"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

// scoreEvents measures which of the marked event mentions of ECB+ the aligner takes for one event, in stories of its own making: MUC, B-cubed and CEAF-e
// with mentions that stand alone, and their mean (CoNLL).
func scoreEvents(data string) ([]Row, error) {
	dir := filepath.Join(data, "compare", "ecbplus")
	type document struct {
		ID    string
		Sents [][]string
	}
	tokens := map[string]map[[2]int]text.Span{} // document → sentence and token → place
	var readings []*read.Reading
	err := lines.JSON(filepath.Join(dir, "docs.jsonl"), func(d document) {
		var b strings.Builder
		at := map[[2]int]text.Span{}
		for i, s := range d.Sents {
			for j, w := range s {
				if j > 0 {
					b.WriteByte(' ')
				}
				at[[2]int{i, j}] = text.Span{Start: b.Len(), End: b.Len() + len(w)}
				b.WriteString(w)
			}
			b.WriteByte('\n')
		}
		tokens[d.ID] = at
		readings = append(readings, article(d.ID, b.String(), gather.Given{}))
	})
	if err != nil {
		if os.IsNotExist(err) {
			return nil, fmt.Errorf("ecbplus: %w", errAbsent)
		}
		return nil, err
	}
	set := pages.New(en.Language, readings)
	site.Read(set)
	passages, _ := copies.Find(set)
	stories.Read(set, passages)
	entities.Read(set)
	var rows []Row
	al := align.New(set)
	for _, split := range []string{"dev", "train"} {
		found, err := eventRows(filepath.Join(dir, "standard_mentions.jsonl"), split, set, al, tokens)
		if err != nil {
			return nil, err
		}
		rows = append(rows, found...)
	}
	return rows, nil
}

// eventRows scores the marked mentions of one part of the set.
func eventRows(file, split string, set *pages.Set, al *align.Aligner, tokens map[string]map[[2]int]text.Span) ([]Row, error) {
	byID := map[string]*pages.Page{}
	for _, p := range set.Pages {
		byID[p.ID] = p
	}
	var mentions []mention
	gold := map[int]string{}
	err := lines.JSON(file, func(m struct {
		Split, Kind, Doc, Cluster string
		Sent                      int
		Toks                      []int
	}) {
		if m.Split != split || m.Kind != "event" || byID[m.Doc] == nil || len(m.Toks) == 0 {
			return
		}
		if strings.HasSuffix(m.Doc, "plus") {
			m.Sent++ // the marks do not count the address that these pages begin with
		}
		var spans []text.Span
		for _, t := range m.Toks {
			if s, ok := tokens[m.Doc][[2]int{m.Sent, t}]; ok {
				spans = append(spans, s)
			}
		}
		if len(spans) == 0 {
			return
		}
		gold[len(mentions)] = m.Cluster
		mentions = append(mentions, ready(set, al, byID[m.Doc], spans))
	})
	if err != nil {
		return nil, err
	}
	found := map[int]string{}
	for i, g := range sameEvents(al, mentions) {
		for _, m := range g {
			found[m] = fmt.Sprint(i)
		}
	}
	s := newCorefScore()
	s.addAll(gold, found)
	set1 := "ecbplus/events " + split
	return []Row{
		{set1, "MUC", s.muc.f1()},
		{set1, "B3", s.b3.f1()},
		{set1, "B3 precision", s.b3.precision()},
		{set1, "B3 recall", s.b3.recall()},
		{set1, "CEAFe", s.ceaf.f1()},
		{set1, "CoNLL average", (s.muc.f1() + s.b3.f1() + s.ceaf.f1()) / 3},
	}, nil
}

// mention is words that name an event, with the word that tells most of it and the clause that was read from it, if one was.
type mention struct {
	page      *pages.Page
	stem, kin uint32
	light     bool // a word of no weight: "said", "went"
	classes   []string
	clause    *align.Clause
}

func ready(set *pages.Set, al *align.Aligner, p *pages.Page, named []text.Span) mention {
	m := mention{page: p}
	v, best := set.Vocabulary, -1.0
	for _, s := range named {
		for _, w := range p.Between(s) {
			f, weight := &v.Forms[w.Form], 0.0
			if !f.Stop {
				weight = v.Weight[f.Stem]
			}
			if weight > best {
				best, m.stem, m.kin, m.light = weight, f.Stem, f.Kin, f.Stop
				m.classes = clauses.Of(en.Language).Classes(f.Text)
			}
		}
	}
	for _, s := range named {
		from, to := p.ClausesIn(text.Span{Start: s.Start - triggerBytes, End: s.End})
		for n := from; n < to; n++ {
			if p.Clauses[n].Trigger.Overlaps(s) && m.clause == nil {
				m.clause, m.classes = al.Clause(p, n, false), p.Clauses[n].Classes
			}
		}
	}
	return m
}

const triggerBytes = 24 // before a mention in which the words may begin that tell its clause: "was shut down"

// sameEvents groups mentions of one story: of one word, with nothing much contrary between them, or of one class of words with a part in common.
func sameEvents(al *align.Aligner, list []mention) [][]int {
	index := map[string][]int{}
	var links []cluster.Link
	for i := range list {
		m := &list[i]
		keys := []string{fmt.Sprint(m.page.Story, " stem ", m.stem), fmt.Sprint(m.page.Story, " kin ", m.kin)}
		for _, c := range m.classes {
			keys = append(keys, fmt.Sprint(m.page.Story, " class ", c))
		}
		seen := map[int]bool{}
		for _, k := range keys {
			for _, j := range index[k] {
				if score := oneEvent(al, &list[j], m); !seen[j] && score > 0 {
					links = append(links, cluster.Link{A: j, B: i, Score: score})
				}
				seen[j] = true
			}
			index[k] = append(index[k], i)
		}
	}
	return cluster.Groups(len(list), links, func(a, b []int) bool { return true })
}

// oneEvent says how surely two mentions name one event; 0 for not.
func oneEvent(al *align.Aligner, a, b *mention) float64 {
	same, kin := a.stem == b.stem, a.kin == b.kin
	if a.clause == nil || b.clause == nil {
		switch {
		case a.light || !kin:
			return 0
		case same:
			return 2
		}
		return 1
	}
	ans := al.Lay(a.clause, b.clause)
	contrary := 0
	for _, k := range ans.Contrary() {
		if k == align.Actor || k == align.Object || k == align.Place || k == align.Number {
			contrary++
		}
	}
	switch {
	case same && !a.light && contrary < 2:
		return 2 + ans.Weight/100
	case contrary > 0:
		return 0
	case kin && !a.light:
		return 1
	case ans.Parts >= 1:
		return 0.5
	}
	return 0
}
