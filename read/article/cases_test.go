package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
)

func TestCases(t *testing.T) {
	cases.Run(t, func(t *testing.T, input string) string {
		in := gather.Page{ID: "case"}
		var form string
		form, input = cases.Head(input, "form")
		if form == "html" {
			in.Form = gather.HTML
		}
		in.Given.URL, input = cases.Head(input, "url")
		in.Given.Outlet, input = cases.Head(input, "outlet")
		in.Given.Published, input = cases.Head(input, "published")
		in.Given.Fetched, input = cases.Head(input, "fetched")
		in.Bytes = []byte(input)
		p := page.Read(en.Language, in)
		a := Read(en.Language, &p, in.Given)
		var b strings.Builder
		if a.Title != nil {
			fmt.Fprintf(&b, "title | %s\n", p.Text.At(*a.Title))
		}
		for _, at := range a.Byline {
			fmt.Fprintf(&b, "by | %s\n", p.Text.At(at))
		}
		if a.Outlet.Name != "" {
			fmt.Fprintf(&b, "outlet | %s | %s\n", a.Outlet.Name, a.Outlet.Why)
		}
		if a.Credit.Name != "" {
			fmt.Fprintf(&b, "credit | %s | %s | %s\n", a.Credit.Name, a.Credit.Kind, a.Credit.Why)
		}
		fmt.Fprintf(&b, "published | %s | %s | %s\n", a.Published.Interval, a.Published.Grain, a.Published.Basis)
		for _, e := range a.Published.Evidence {
			shown := p.Text.At(e.Span)
			if e.Span.Empty() {
				shown = "(" + e.Field + ")"
			}
			fmt.Fprintf(&b, "  %s | %s | %s\n", e.Use, shown, e.Why)
		}
		if a.Modified.Known() {
			fmt.Fprintf(&b, "modified | %s\n", a.Modified.Interval)
		}
		return b.String()
	})
}
