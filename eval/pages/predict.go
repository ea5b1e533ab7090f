package pages

import (
	"regexp"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Prediction is what was read of one page, in the terms of the gold.
type Prediction struct {
	Body    string
	Title   string
	Authors []string
	Date    string
	Outlet  string
	Lines   string
}

var byWord = regexp.MustCompile(`(?i)^by\s+`)

// Predict reads a page and says what the contract's output means for the figures: the body is every line of an article role, one place
// of the byline is one name, a date counts when it is known to the day.
func Predict(g Gold, raw []byte) Prediction {
	in := gather.Page{ID: g.ID, Bytes: raw}
	if !g.Flat {
		in.Form = gather.HTML
		in.Given.URL = g.URL
	}
	p := page.Read(en.Language, in)
	if p.Skip != nil {
		return Prediction{}
	}
	return FromReading(&p, article.Read(en.Language, &p, in.Given))
}

// FromReading maps a page that was read.
func FromReading(p *page.Page, a article.Article) Prediction {
	var out Prediction
	var body []string
	var spans []text.Span
	for _, b := range p.Blocks {
		switch b.Role {
		case page.Body, page.Subhead, page.Quote, page.Standfirst, page.Dateline:
			body = append(body, p.Text.At(b.Span))
			spans = append(spans, b.Span)
		}
	}
	out.Body = strings.Join(body, "\n")
	out.Outlet = a.Outlet.Name
	if a.Title != nil {
		out.Title = squeeze(p.Text.At(*a.Title))
	}
	for _, at := range a.Byline {
		if name := byWord.ReplaceAllString(squeeze(p.Text.At(at)), ""); name != "" {
			out.Authors = append(out.Authors, name)
		}
	}
	if d := a.Published; d.Basis != article.None && d.Earliest.Known {
		_, single := d.Single()
		if d.Grain == times.Minute {
			out.Date = d.Earliest.String()
		} else if d.Grain == times.ADay || single {
			out.Date = d.Earliest.Day.String()
		}
	}
	var labels strings.Builder
	k, at := 0, 0
	for _, line := range strings.Split(string(p.Text), "\n") {
		end := at + len(line)
		if strings.TrimSpace(line) != "" {
			for k < len(spans) && spans[k].End <= at {
				k++
			}
			if k < len(spans) && spans[k].Start < end {
				labels.WriteByte('1')
			} else {
				labels.WriteByte('0')
			}
		}
		at = end + 1
	}
	out.Lines = labels.String()
	return out
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
