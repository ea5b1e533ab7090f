package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/amounts"
)

// scoreAmounts measures read/amounts on NewsQuant's development part, on the cases and texts of three sets with places, and on drawn
// figures of unseen pages.
func scoreAmounts(data string) ([]Row, error) {
	var rows []Row
	var absent error
	nq, err := amounts.NewsQuant(filepath.Join(data, "amounts", "newsquant-dev.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = missing(absent, "amounts/newsquant")
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/newsquant", "value F1", nq.F1(nq.Value)}, Row{"amounts/newsquant", "value+unit F1", nq.F1(nq.Unit)},
			Row{"amounts/newsquant", "value+change F1", nq.F1(nq.Change)}, Row{"amounts/newsquant", "value+concept partial F1", nq.F1(nq.Partial)},
			Row{"amounts/newsquant", "value+concept complete F1", nq.F1(nq.Complete)})
	}
	q, err := amounts.Quantulum(filepath.Join(data, "amounts", "quantulum3.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = missing(absent, "amounts/quantulum3")
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/quantulum3", "value+unit recall", 100 * float64(q.Unit) / float64(q.Gold)},
			Row{"amounts/quantulum3", "value+unit F1", q.F1(q.Unit)})
	}
	rec, err := amounts.Recognizers(filepath.Join(data, "times", "recognizers-text", "numbers-en.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = missing(absent, "amounts/recognizers")
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/recognizers", "value recall", 100 * float64(rec.Value) / float64(rec.Gold)})
	}
	mt, err := amounts.Meantime(filepath.Join(data, "times", "meantime", "dev.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = missing(absent, "amounts/meantime")
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/meantime", "overlap F1", mt.F1(mt.Value)})
	}
	parts, err := amounts.Drawn(filepath.Join("eval", "gold", "amounts", "drawn.tsv"), data)
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = missing(absent, "amounts/drawn")
	case err != nil:
		return rows, err
	default:
		for _, name := range []string{"dev", "aside"} {
			p := parts[name]
			rows = append(rows, Row{"amounts/drawn-" + name, "counted and scope right", 100 * float64(p.Right) / float64(p.Figures)},
				Row{"amounts/drawn-" + name, "shown that is no junk", 100 - 100*float64(p.Junk)/float64(max(1, p.Shown))})
		}
	}
	return rows, absent
}
