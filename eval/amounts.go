package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/amounts"
)

// scoreAmounts measures read/amounts on NewsQuant's development part, and on the cases and texts of three sets with places.
func scoreAmounts(data string) ([]Row, error) {
	var rows []Row
	var absent error
	nq, err := amounts.NewsQuant(filepath.Join(data, "amounts", "newsquant-dev.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = fmt.Errorf("amounts/newsquant: %w", errAbsent)
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
		absent = fmt.Errorf("amounts/quantulum3: %w", errAbsent)
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/quantulum3", "value+unit recall", 100 * float64(q.Unit) / float64(q.Gold)},
			Row{"amounts/quantulum3", "value+unit F1", q.F1(q.Unit)})
	}
	rec, err := amounts.Recognizers(filepath.Join(data, "times", "recognizers-text", "numbers-en.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = fmt.Errorf("amounts/recognizers: %w", errAbsent)
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/recognizers", "value recall", 100 * float64(rec.Value) / float64(rec.Gold)})
	}
	mt, err := amounts.Meantime(filepath.Join(data, "times", "meantime", "dev.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = fmt.Errorf("amounts/meantime: %w", errAbsent)
	case err != nil:
		return rows, err
	default:
		rows = append(rows, Row{"amounts/meantime", "overlap F1", mt.F1(mt.Value)})
	}
	return rows, absent
}
