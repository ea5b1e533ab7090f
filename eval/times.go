package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/times"
)

// scoreTimes measures read/times on the news sets by TempEval-3's rules, and on Recognizers-Text's cases.
func scoreTimes(data string) ([]Row, error) {
	var rows []Row
	var absent error
	for _, set := range []struct{ name, file string }{{"aquaint", "gold.jsonl"}, {"meantime", "dev.jsonl"}, {"timebank", "dev.jsonl"}} {
		label := "times/" + set.name
		c, err := times.Measure(filepath.Join(data, "times", set.name, set.file))
		if errors.Is(err, os.ErrNotExist) {
			absent = fmt.Errorf("%s: %w", label, errAbsent)
			continue
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, Row{label, "strict F1", c.F1(c.Strict)}, Row{label, "relaxed F1", c.F1(c.Relaxed)}, Row{label, "type F1", c.F1(c.Type)},
			Row{label, "value F1", c.F1(c.Value)}, Row{label, "value F1, lenient", c.F1(c.Lenient)}, Row{label, "strict + value F1", c.F1(c.StrictValue)})
	}
	return rows, absent
}
