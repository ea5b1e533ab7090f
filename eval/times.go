package main

import (
	"errors"
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
			absent = missing(absent, label)
			continue
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, Row{label, "strict F1", c.F1(c.Strict)}, Row{label, "relaxed F1", c.F1(c.Relaxed)}, Row{label, "type F1", c.F1(c.Type)},
			Row{label, "value F1", c.F1(c.Value)}, Row{label, "value F1, lenient", c.F1(c.Lenient)}, Row{label, "strict + value F1", c.F1(c.StrictValue)})
	}
	c, err := times.Recognizers(filepath.Join(data, "times", "recognizers-text", "datetime-en.jsonl"))
	switch {
	case errors.Is(err, os.ErrNotExist):
		absent = missing(absent, "times/recognizers-text")
	case err != nil:
		return rows, err
	default:
		aside := 0
		for _, n := range c.Aside {
			aside += n
		}
		rows = append(rows, Row{"times/recognizers-text", "cases right, percent", 100 * float64(c.Right) / float64(c.All)},
			Row{"times/recognizers-text", "cases counted, percent", 100 * float64(c.All) / float64(c.All+aside)})
	}
	for _, draw := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh"} {
		right, all, _, err := times.MeasureDays(data, filepath.Join("eval", "gold", "days", draw+".tsv"))
		switch {
		case errors.Is(err, os.ErrNotExist):
			absent = missing(absent, "times/days")
		case err != nil:
			return rows, err
		default:
			rows = append(rows, Row{"times/days", draw + " draw right, percent", 100 * float64(right) / float64(all)})
		}
	}
	return rows, absent
}
