package amounts

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/text"
)

// Cases are plain text: "== number title", the text, a line of "--", and one row a figure: words, low and high ("?" is open), relation,
// unit, and what else there is as name=words.
func TestCases(t *testing.T) {
	cases.Run(t, func(_ *testing.T, input string) string { return show(input) })
}

func show(input string) string {
	num := func(n Number) string {
		if !n.Known {
			return "?"
		}
		return strconv.FormatFloat(n.Value, 'g', 8, 64)
	}
	var rows []string
	for _, a := range FindIn(en.Language, input) {
		row := fmt.Sprintf("%s | %s to %s | %s | %s | %s", input[a.Start:a.End], num(a.Low), num(a.High), a.Relation, a.Unit, a.Kind)
		for _, p := range []struct {
			name string
			at   text.Span
		}{{"of", a.Of}, {"scope", a.Scope}, {"bound", a.Bound}, {"whole", a.Whole}, {"purpose", a.Purpose}} {
			if !p.at.Empty() && !(p.at == a.Of && p.name == "whole") {
				row += " | " + p.name + "=" + input[p.at.Start:p.at.End]
			}
		}
		if a.Total.Known {
			row += " | total=" + num(a.Total)
		}
		if a.Weak != "" {
			row += " | passing=" + a.Weak
		}
		if a.Attitude != "" {
			row += " | attitude=" + a.Attitude
		}
		if a.Change != nil {
			row += fmt.Sprintf(" | %s from %s to %s", a.Change.Direction, num(a.Change.From), num(a.Change.To))
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "\n")
}
