// Package whole sends whole public collections, and pages mutated and spliced from them, through add, compare and export, and holds what
// comes out to the rules of a record: no fault, every id once, every place whole characters of the page it names, the words there those that
// the row was made from.
//
//	t17, 2,779 articles  →  one record  →  the export, row by row against the readings
//
// It finds faults; how good the rows are is measured by the other parts of eval.
package whole

import (
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
)

// Collections are the sets that Pages knows.
var Collections = []string{"basil", "ecbplus", "helsinki", "naeb", "t17"}

// Pages reads a collection below the data folder, in the order of its files.
func Pages(data, set string) ([]gather.Page, error) {
	switch set {
	case "basil":
		return articles(filepath.Join(data, "compare", set, "articles.jsonl"), func(d struct {
			ID, Source, Title, Date string
			Paragraphs              [][]string
		}) gather.Page {
			paras := []string{d.Title}
			for _, p := range d.Paragraphs {
				paras = append(paras, strings.Join(p, " "))
			}
			return page(d.ID, paras, gather.Article, gather.Given{Title: d.Title, Published: d.Date, Outlet: d.Source})
		})
	case "ecbplus":
		return articles(filepath.Join(data, "compare", set, "docs.jsonl"), func(d struct {
			ID    string
			Sents [][]string
		}) gather.Page {
			var paras []string
			for _, s := range d.Sents {
				paras = append(paras, strings.Join(s, " "))
			}
			return page(d.ID, paras, gather.Article, gather.Given{})
		})
	case "helsinki":
		return articles(filepath.Join(data, "compare", set, "pages.jsonl"), func(d struct {
			ID, Publisher string
			Paras         []string
		}) gather.Page {
			return page(d.ID, d.Paras, gather.Flat, gather.Given{Outlet: d.Publisher})
		})
	case "t17":
		return articles(filepath.Join(data, "compare", set, "articles.jsonl"), func(d struct{ ID, Source, Date, Text string }) gather.Page {
			return page(d.ID, []string{d.Text}, gather.Article, gather.Given{Published: d.Date, Outlet: d.Source})
		})
	}
	return files(filepath.Join(data, "pages", set))
}

func page(id string, paras []string, form gather.Form, given gather.Given) gather.Page {
	return gather.Page{ID: id, Name: id, Path: id, Bytes: []byte(strings.Join(paras, "\n")), Form: form, Charset: "utf-8", Given: given}
}

func articles[T any](file string, of func(T) gather.Page) ([]gather.Page, error) {
	var out []gather.Page
	err := lines.JSON(file, func(row T) { out = append(out, of(row)) })
	return out, err
}

// files reads saved pages: markup from html, flattened ones from flat.
func files(dir string) ([]gather.Page, error) {
	var out []gather.Page
	for _, kind := range []struct {
		pattern string
		form    gather.Form
	}{{"html/*.html", gather.HTML}, {"flat/*.txt", gather.Flat}} {
		names, err := filepath.Glob(filepath.Join(dir, kind.pattern))
		if err != nil {
			return nil, err
		}
		sort.Strings(names)
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			id := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
			if kind.form == gather.Flat {
				id += "-flat"
			}
			out = append(out, gather.Page{ID: id, Name: id, Path: id, Bytes: b, Form: kind.form})
		}
	}
	if len(out) == 0 {
		return nil, &os.PathError{Op: "read", Path: dir, Err: os.ErrNotExist}
	}
	return out, nil
}

// sample takes about so many pages, evenly.
func sample(pages []gather.Page, most int) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		step := max(1, len(pages)/most)
		for i := 0; i < len(pages); i += step {
			if !yield(pages[i]) {
				return
			}
		}
	}
}
