package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/eval/times"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// showFiles shows the statements of judged files as they are read today, with the verdicts that they were given: what was wrong can be looked at by kind.
// Only rows that somebody found wrong are shown; a row that is gone is told.
func showFiles(out io.Writer, data string, files []string) error {
	wanted := map[string][][]string{}
	for _, file := range files {
		err := lines.Each(file, func(line string) error {
			if f := strings.Split(line, "\t"); len(f) > 7 && f[1] == "statements" && strings.Contains(strings.Join(f[7:], ""), "n") {
				wanted[f[2]+" "+f[3]] = append(wanted[f[2]+" "+f[3]], f)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, set := range times.DaySets {
		pages, err := times.DayPages(data, set)
		if err != nil {
			return err
		}
		for _, p := range pages {
			list := wanted[set+" "+p.ID]
			if list == nil {
				continue
			}
			r := read.Read(en.Language, p)
			for _, f := range list {
				start, _ := strconv.Atoi(f[4])
				end, _ := strconv.Atoi(f[5])
				fmt.Fprintf(out, "## %s %s, judged %s\n", f[2], f[0], strings.Join(f[7:], " "))
				shown := false
				for n := range r.Statements {
					for _, at := range r.Statements[n].Content {
						if !shown && at.Start < end && start < at.End {
							row := statementRow(set, r, n)
							fmt.Fprintf(out, "confidence %.2f\n%s\n", row.confidence, row.shown)
							shown = true
						}
					}
				}
				if !shown {
					fmt.Fprintf(out, "no row stands there today: %s\n\n", oneLine(string(r.Page.Text[min(start, len(r.Page.Text)):min(end, len(r.Page.Text))])))
				}
			}
		}
	}
	return nil
}
