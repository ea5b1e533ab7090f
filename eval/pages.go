package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/pages"
)

// scorePages measures read/page and read/article on the sets of pages, as HTML and flattened to text.
func scorePages(data string) ([]Row, error) {
	var rows []Row
	var absent error
	for _, set := range []struct {
		name string
		flat bool
	}{{"aeb", false}, {"naeb", false}, {"publishers", false}, {"htmldate", false}, {"wcxb", false}, {"aeb", true}, {"naeb", true}} {
		dir := filepath.Join(data, "pages", set.name)
		label := "pages/" + set.name
		if set.flat {
			label += "/flat"
		}
		gold, err := pages.Load(dir, set.flat)
		if errors.Is(err, os.ErrNotExist) {
			absent = missing(absent, label)
			continue
		}
		if err != nil {
			return rows, err
		}
		pred := map[string]pages.Prediction{}
		same, all := 0, 0
		for _, g := range gold {
			raw, err := g.Bytes(dir)
			if err != nil {
				return rows, err
			}
			pred[g.ID] = pages.Predict(g, raw)
			s, n := pages.Provenance(g, raw)
			same, all = same+s, all+n
		}
		figures, _ := pages.Score(gold, pred)
		for _, name := range pages.Order {
			if v, ok := figures[name]; ok {
				if name == "false_authors" {
					name, v = "author-less pages left so", 100-v // so that more is better, as the floors need it
				}
				rows = append(rows, Row{label, name, v})
			}
		}
		rows = append(rows, Row{label, "characters that re-read", 100 * float64(same) / float64(max(all, 1))})
	}
	credits, err := scoreCredits(data)
	if err != nil {
		return rows, err
	}
	return append(rows, credits...), absent
}

// creditsGold names the pages whose credits were marked by hand.
const creditsGold = "eval/gold/credits/credits.tsv"

// scoreCredits measures whose text a page is said to carry.
func scoreCredits(data string) ([]Row, error) {
	gold, err := pages.LoadCredits(creditsGold)
	if err != nil {
		return nil, err
	}
	counts, err := pages.Credits(data, gold)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("pages/credits: %w", errAbsent)
	}
	if err != nil {
		return nil, err
	}
	var rows []Row
	for _, half := range []string{"dev", "scored"} {
		c := counts[half]
		rows = append(rows, Row{"pages/credits/" + half, "precision", c.P()}, Row{"pages/credits/" + half, "recall", c.R()})
	}
	return rows, nil
}
