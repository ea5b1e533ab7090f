package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// idPair is an unordered pair of pages.
type idPair struct{ a, b string }

func unordered(a, b string) idPair {
	if a > b {
		a, b = b, a
	}
	return idPair{a, b}
}

// copyPairs are the pages that share a copied passage.
func copyPairs(found *compare.Findings) map[idPair]bool {
	pairs := map[idPair]bool{}
	for _, c := range found.Copies {
		if c.Kind == "template" || c.Kind == "internal" {
			continue
		}
		for i, a := range c.Spans {
			for _, b := range c.Spans[i+1:] {
				if a.Page != b.Page {
					pairs[unordered(a.Page, b.Page)] = true
				}
			}
		}
	}
	return pairs
}

func scoreReuse(dir string) ([]Row, error) {
	var readings []*read.Reading
	texts, origin := map[string]string{}, map[string]string{}
	err := lines.JSON(filepath.Join(dir, "docs.jsonl"), func(d struct{ ID, Text, Origin string }) {
		texts[d.ID], origin[d.ID] = d.Text, d.Origin
		readings = append(readings, article(d.ID, d.Text, gather.Given{}))
	})
	if err != nil {
		return nil, err
	}
	found := compare.Compare(en.Language, readings)
	edges, err := tabbed(filepath.Join(dir, "edges.tsv"))
	if err != nil {
		return nil, err
	}
	pairs := copyPairs(found)
	gold, kinds, hit := map[idPair]bool{}, map[string]int{}, map[string]int{}
	for _, e := range edges {
		k := unordered(e[0], e[1])
		gold[k] = true
		kinds[e[2]]++
		if pairs[k] {
			hit[e[2]]++
		}
	}
	for k := range pairs { // two copies of one original do share its words; the right answers name only copy and original
		if !gold[k] && origin[k.a] == origin[k.b] {
			delete(pairs, k)
		}
	}
	const set = "compare/reuse-synthetic"
	rows := pairRows(set, "copy", gold, pairs)
	for _, kind := range []string{"verbatim", "boilerplate", "reordered", "light_rewrite", "truncated", "ocr", "heavy_rewrite", "passages", "quote_only"} {
		rows = append(rows, Row{set, "recall " + kind, 100 * float64(hit[kind]) / float64(max(1, kinds[kind]))})
	}
	// Characters of the copies, judged on the copying side.
	want := map[string][]text.Span{}
	err = lines.JSON(filepath.Join(dir, "spans.jsonl"), func(s struct {
		Susp, Src string
		SuspSpan  [2]int `json:"susp_span"`
	}) {
		want[s.Susp] = append(want[s.Susp], text.Span{Start: s.SuspSpan[0], End: s.SuspSpan[1]})
	})
	if err != nil {
		return nil, err
	}
	got := map[string][]text.Span{}
	points := map[string]*text.Points{}
	for _, r := range readings {
		points[r.ID] = text.NewPoints(r.Page.Text)
	}
	for _, c := range found.Copies {
		for _, s := range c.Spans {
			if want[s.Page] != nil && c.Kind != "internal" {
				got[s.Page] = append(got[s.Page], points[s.Page].Span(s.Span))
			}
		}
	}
	both, shown, right := 0, 0, 0
	for id := range want {
		w, g := marks(want[id], len(texts[id])), marks(got[id], len(texts[id]))
		for i := range w {
			if w[i] {
				right++
			}
			if g[i] {
				shown++
			}
			if w[i] && g[i] {
				both++
			}
		}
	}
	p, r := 100*float64(both)/float64(max(1, shown)), 100*float64(both)/float64(max(1, right))
	rows = append(rows, Row{set, "characters precision", p}, Row{set, "characters recall", r}, Row{set, "characters F1", harmonic(p, r)})
	return append(rows, ownOutlets(set, readings, gold, origin)...), nil
}

// ownOutlets measures the same with every page an outlet of its own, where what outlets share must be known as theirs.
func ownOutlets(set string, readings []*read.Reading, gold map[idPair]bool, origin map[string]string) []Row {
	own := make([]*read.Reading, len(readings))
	for i, r := range readings {
		one := *r
		one.Given.Outlet, one.Article.Outlet.Name = "Outlet of "+r.ID, "Outlet of "+r.ID
		own[i] = &one
	}
	pairs := copyPairs(compare.Compare(en.Language, own))
	links := 0
	for k := range pairs {
		switch {
		case gold[k]:
		case origin[k.a] == origin[k.b]:
			delete(pairs, k)
		default:
			links++
		}
	}
	return append(pairRows(set, "copy of own outlets", gold, pairs), Row{set, "false links of own outlets, below zero", -float64(links)})
}

func marks(spans []text.Span, n int) []bool {
	out := make([]bool, n)
	for _, s := range spans {
		for i := s.Start; i < s.End && i < n; i++ {
			out[i] = true
		}
	}
	return out
}

func pairRows(set, what string, gold, found map[idPair]bool) []Row {
	both := 0
	for k := range found {
		if gold[k] {
			both++
		}
	}
	p, r := 100*float64(both)/float64(max(1, len(found))), 100*float64(both)/float64(max(1, len(gold)))
	return []Row{{set, what + " pairs precision", p}, {set, what + " pairs recall", r}, {set, what + " pairs F1", harmonic(p, r)}}
}

// scoreHelsinki holds the pages that go back to one original against the silver pairs, which are copies of whole pages; pairs that the
// silver calls unsure count neither way.
func scoreHelsinki(dir string) ([]Row, error) {
	var readings []*read.Reading
	err := lines.JSON(filepath.Join(dir, "pages.jsonl"), func(d struct {
		ID, Publisher string
		Paras         []string
	}) {
		readings = append(readings, read.Read(en.Language, gather.Page{ID: d.ID, Bytes: []byte(strings.Join(d.Paras, "\n")), Charset: "utf-8",
			Given: gather.Given{Outlet: d.Publisher}}))
	})
	if err != nil {
		return nil, err
	}
	lines, err := tabbed(filepath.Join(dir, "pairs_silver.tsv"))
	if err != nil {
		return nil, err
	}
	gold, unsure := map[idPair]bool{}, map[idPair]bool{}
	for _, l := range lines {
		if l[2] == "copy" {
			gold[unordered(l[0], l[1])] = true
		} else {
			unsure[unordered(l[0], l[1])] = true
		}
	}
	found := map[idPair]bool{}
	findings := compare.Compare(en.Language, readings)
	for _, o := range findings.Origins {
		for i, a := range o.Pages {
			for _, b := range o.Pages[i+1:] {
				if !unsure[unordered(a, b)] {
					found[unordered(a, b)] = true
				}
			}
		}
	}
	rows := pairRows("compare/helsinki", "origin", gold, found)
	return append(rows, pairRows("compare/helsinki", "copy", gold, without(wholeCopies(findings, readings), unsure))...), nil
}

// wholeCopies are the pages of which copied passages take up half of the shorter one's body or more. What two pages only share below their pictures, or in
// furniture, makes neither a copy of the other.
func wholeCopies(found *compare.Findings, readings []*read.Reading) map[idPair]bool {
	body := map[string][]text.Span{}
	length := map[string]int{}
	for _, r := range readings {
		for _, b := range r.Page.Blocks {
			if b.Role.Told() {
				body[r.ID] = append(body[r.ID], b.Span)
				length[r.ID] += b.Len()
			}
		}
	}
	inside := func(p text.Place) int {
		n := 0
		for _, b := range body[p.Page] {
			n += max(0, min(b.End, p.End)-max(b.Start, p.Start))
		}
		return n
	}
	common := map[idPair]int{}
	for _, c := range found.Copies {
		if c.Kind != "verbatim" && c.Kind != "near" {
			continue
		}
		for i, a := range c.Spans {
			for _, b := range c.Spans[i+1:] {
				if a.Page != b.Page {
					common[unordered(a.Page, b.Page)] += min(inside(a), inside(b))
				}
			}
		}
	}
	pairs := map[idPair]bool{}
	for k, n := range common {
		if n > 0 && 2*n >= min(length[k.a], length[k.b]) {
			pairs[k] = true
		}
	}
	return pairs
}

func without(pairs, unsure map[idPair]bool) map[idPair]bool {
	for k := range unsure {
		delete(pairs, k)
	}
	return pairs
}

// tabbed reads a file of fields with tabs between, three or more a line.
func tabbed(file string) ([][]string, error) {
	var out [][]string
	err := lines.Each(file, func(line string) error {
		fields := strings.Split(line, "\t")
		if len(fields) < 3 {
			return errors.New("want three fields")
		}
		out = append(out, fields)
		return nil
	})
	return out, err
}
