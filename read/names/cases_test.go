package names

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Cases are plain text: "== number title", the text, a line of "--", one row a mention (words, type, form, entity), and one row for each entity
// that has roles or aliases. A first line after "# " is a headline.
func TestCases(t *testing.T) {
	cases.Run(t, func(_ *testing.T, input string) string { return runCase(input) })
}

func runCase(input string) string {
	t := text.Text(input)
	blocks := lines(t)
	if strings.HasPrefix(input, "# ") {
		blocks[0].Role = page.Title
		blocks[0].Start += len("# ")
	}
	mentions, entities := Read(en.Language, t, blocks, syntax.Read(en.Language, t, blocks))
	var rows []string
	for _, m := range mentions {
		if m.Type == MISC && m.Form == Nominal { // things: covered by coreference figures
			continue
		}
		rows = append(rows, fmt.Sprintf("%s | %s %s | %s", t.At(m.Span), m.Type, m.Form, entities[m.Entity].ID))
	}
	for _, e := range entities {
		row := ""
		for _, r := range e.Roles {
			row += "; role " + t.At(r)
		}
		for _, a := range e.Aliases {
			row += "; also " + a.Name
		}
		if row != "" {
			rows = append(rows, e.ID+" "+e.Name+row)
		}
	}
	return strings.Join(rows, "\n")
}
