package pages

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/page"
)

// CreditGold is what one page says of whose text it carries: Name "-" for nothing.
type CreditGold struct{ Half, Set, ID, Name string }

// CreditCount counts answers of one half of the gold.
type CreditCount struct {
	Right, Wrong, Missed int // credits given rightly, given wrongly, and not given or given wrongly
	Misses               []string
}

// P and R are precision and recall in percent.
func (c CreditCount) P() float64 { return percent(c.Right, c.Right+c.Wrong) }
func (c CreditCount) R() float64 { return percent(c.Right, c.Right+c.Missed) }

// LoadCredits reads the gold of credits.
func LoadCredits(path string) ([]CreditGold, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []CreditGold
	for n, row := range strings.Split(string(raw), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) < 4 {
			return nil, fmt.Errorf("%s:%d: %d columns", path, n+1, len(f))
		}
		out = append(out, CreditGold{f[0], f[1], f[2], f[3]})
	}
	return out, nil
}

// Credits reads the pages of the gold and counts by half. A set that is absent makes it return an error that wraps os.ErrNotExist.
func Credits(data string, gold []CreditGold) (map[string]*CreditCount, error) {
	out := map[string]*CreditCount{"dev": {}, "scored": {}}
	sets := map[string]map[string]gather.Page{}
	for _, g := range gold {
		if sets[g.Set] == nil {
			pages, err := creditPages(data, g.Set)
			if err != nil {
				return nil, err
			}
			sets[g.Set] = pages
		}
		in, ok := sets[g.Set][g.ID]
		if !ok {
			return nil, fmt.Errorf("credits: no page %s in %s", g.ID, g.Set)
		}
		p := page.Read(en.Language, in)
		got := ""
		if p.Skip == nil {
			got = article.Read(en.Language, &p, in.Given).Credit.Name
		}
		count := out[g.Half]
		same := creditKey(got) == creditKey(g.Name)
		switch {
		case same && g.Name != "-":
			count.Right++
			continue
		case got == "" && g.Name == "-":
			continue
		}
		if got != "" {
			count.Wrong++
		}
		if g.Name != "-" {
			count.Missed++
		}
		count.Misses = append(count.Misses, fmt.Sprintf("%s %s: %q, not %q", g.Set, g.ID, got, g.Name))
	}
	return out, nil
}

func creditKey(name string) string { return strings.TrimPrefix(page.Letters(name), "the") }

// creditPages reads the pages of a set, by id: those of pages/ as HTML, those of compare/helsinki as the paragraphs they were flattened to.
func creditPages(data, set string) (map[string]gather.Page, error) {
	out := map[string]gather.Page{}
	if set == "helsinki" {
		err := lines.JSON(filepath.Join(data, "compare", "helsinki", "pages.jsonl"), func(one struct {
			ID    string   `json:"id"`
			Paras []string `json:"paras"`
		}) {
			out[one.ID] = gather.Page{ID: one.ID, Bytes: []byte(strings.Join(one.Paras, "\n"))}
		})
		return out, err
	}
	dir := filepath.Join(data, "pages", set)
	gold, err := Load(dir, false)
	if err != nil {
		return nil, err
	}
	for _, g := range gold {
		raw, err := g.Bytes(dir)
		if err != nil {
			return nil, err
		}
		in := gather.Page{ID: g.ID, Bytes: raw, Form: gather.HTML}
		in.Given.URL = g.URL
		out[g.ID] = in
	}
	return out, nil
}
