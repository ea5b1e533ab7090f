// Package pages measures clean articles: body, title, authors, publication date.
//
//	gold body "the port of Sel is shut", read body "the port of Sel"  →  P 1, R .33 (runs of four words)
//
// The figures are those of the data's own score.py: a prediction is what the contract's output would be mapped to.
package pages

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/internal/lines"
)

// Gold is the right answer for one page. A nil field is not known and not scored.
type Gold struct {
	ID      string    `json:"id"`
	URL     string    `json:"url"`
	File    string    `json:"file"`
	Body    *string   `json:"body"`
	Title   *string   `json:"title"`
	Authors *[]string `json:"authors"`
	Date    *string   `json:"date"`
	Lines   string    `json:"-"` // flat: a 0 or 1 for each line
	Flat    bool      `json:"-"`
}

// Load reads a set in its HTML or its flattened form.
func Load(dir string, flat bool) ([]Gold, error) {
	var all []Gold
	err := lines.JSON(filepath.Join(dir, "gold.jsonl"), func(g Gold) { all = append(all, g) })
	if err != nil || !flat {
		return all, err
	}
	labels, err := os.ReadFile(filepath.Join(dir, "labels.tsv"))
	if err != nil {
		return nil, err
	}
	of := map[string]string{}
	for _, row := range strings.Split(string(labels), "\n") {
		if id, l, ok := strings.Cut(row, "\t"); ok {
			of[id] = l
		}
	}
	var out []Gold
	for _, g := range all {
		l, ok := of[g.ID]
		if !ok {
			continue
		}
		body, err := os.ReadFile(filepath.Join(dir, "flat", g.ID+".gold"))
		if err != nil {
			return nil, err
		}
		s := string(body)
		g.Body, g.Lines, g.Flat = &s, l, true
		out = append(out, g)
	}
	return out, nil
}

// Bytes returns the page itself.
func (g Gold) Bytes(dir string) ([]byte, error) {
	if g.Flat {
		return os.ReadFile(filepath.Join(dir, "flat", g.ID+".txt"))
	}
	return os.ReadFile(filepath.Join(dir, g.File))
}
