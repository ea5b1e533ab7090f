package article

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
)

// Pages made to be slow or to break offsets are read all the same. A quadratic step would run into the test's own time limit.
func TestHostilePages(t *testing.T) {
	n := 30_000
	for name, src := range map[string]string{
		"letters that grow in small writing":   "<p>" + strings.Repeat("Ⱥ", 40) + " The port burned last month, Marrow said.</p><p>" + strings.Repeat("Ⱥ", 40) + " It burned in April.</p>",
		"letters that shrink in small writing": "<p>The port burned last month, Marrow said.</p><p>" + strings.Repeat("\u212a", 40) + " It burned in April.</p>",
		"months in one sentence":               "<p>The port burned last month, Marrow said.</p><p>" + strings.Repeat("A port burned in April ", n),
		"dates in one sentence":                "<p>" + strings.Repeat("It burned on 12 May 2019 and ", n),
		"dates in many sentences":              strings.Repeat("<p>It burned on 12 May 2019, officials said.</p>", n),
		"addresses":                            strings.Repeat("<p>www.radionord.example", n),
		"bylines":                              strings.Repeat("<p>By Ada Marrow, Ben Sel and Cara Nord</p>", n),
		"one long byline":                      "<p>By " + strings.Repeat("Ada Marrow, ", n),
		"rights":                               strings.Repeat("<p>© 2021 Radio Nord. All rights reserved.</p>", n),
		"titles":                               strings.Repeat(`<meta property="og:title" content="Port shut | Radio Nord">`, n) + "<h1>Port shut</h1>",
		"one long title":                       "<title>" + strings.Repeat("Port | ", n) + "</title><p>x y z.",
	} {
		p := page.Read(en.Language, gather.Page{Bytes: []byte(src), Form: gather.HTML})
		if p.Skip != nil {
			t.Errorf("%s: %+v", name, p.Skip)
			continue
		}
		a := Read(en.Language, &p, gather.Given{URL: "https://radionord.example/1", Fetched: "2023-06-02T08:55:10Z"})
		for _, at := range a.Byline {
			if p.Text.At(at) == "" {
				t.Errorf("%s: an empty name", name)
			}
		}
	}
}
