package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/amounts"
)

// scoreAmounts measures read/amounts on NewsQuant's development part and on quantulum3's cases.
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
	return rows, absent
}
