package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/statements"
)

// scoreStatements measures read/statements on PolNeAR dev (scores only) and on our own constructions, counted as in the data's score.py:
// content IoU of half and a shared source word (full), exact content and source (full_strict), fragments with exact edges.
func scoreStatements(data string) ([]Row, error) {
	var rows []Row
	for _, set := range []string{"constructions", "polnear/dev", "polnear-windows/dev"} {
		docs, err := statements.Load(filepath.Join(data, "statements", set+".jsonl"))
		if errors.Is(err, os.ErrNotExist) {
			return rows, fmt.Errorf("statements/%s: %w", set, errAbsent)
		}
		if err != nil {
			return rows, err
		}
		pred := statements.Predict(docs)
		f := statements.Score(docs, pred, false, nil)
		name := "statements/" + set
		if set == "polnear-windows/dev" { // roles are not linked there: only fragments mean anything
			rows = append(rows, Row{name, "exact source F1", f.Source.F}, Row{name, "exact cue F1", f.Cue.F}, Row{name, "exact content F1", f.Content.F})
			continue
		}
		rows = append(rows,
			Row{name, "full F1", f.Full.F}, Row{name, "full P", f.Full.P}, Row{name, "full R", f.Full.R}, Row{name, "full_strict F1", f.Strict.F},
			Row{name, "content IoU>=.5 F1", f.IoU.F}, Row{name, "source given content", f.SourceGivenContent},
			Row{name, "exact content F1", f.Content.F}, Row{name, "exact cue F1", f.Cue.F}, Row{name, "exact source F1", f.Source.F})
		if set == "constructions" {
			continue
		}
		speech := statements.Score(docs, pred, true, nil)
		rows = append(rows, Row{name, "full recall direct", f.Direct}, Row{name, "full recall mixed", f.Mixed}, Row{name, "full recall indirect", f.Indirect},
			Row{name, "speech full F1", speech.Full.F}, Row{name, "speech full P", speech.Full.P},
			Row{name, "speech shown right", speech.ShownRight}, Row{name, "speech shown recall", speech.ShownRecall})
	}
	return rows, nil
}
