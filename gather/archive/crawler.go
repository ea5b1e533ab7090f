package archive

import (
	"encoding/json"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// crawled holds the fields of news-please and Fundus articles that Hearsay uses.
type crawled struct {
	// news-please
	MainText     *string `json:"maintext"`
	Title        string  `json:"title"`
	DatePublish  *string `json:"date_publish"`
	DateDownload string  `json:"date_download"`
	SourceDomain string  `json:"source_domain"`
	URL          string  `json:"url"`
	Filename     string  `json:"filename"`
	// Fundus
	Body           *json.RawMessage `json:"body"`
	PlainText      *string          `json:"plaintext"`
	PublishingDate string           `json:"publishing_date"`
	Publisher      string           `json:"publisher"`
}

// CrawlerLine reads one article as news-please or Fundus write it; false when it is neither. The text is the body alone, every line of it the
// article's; the title is known from outside. An article without an address has no id.
func CrawlerLine(line []byte) (gather.Page, bool) {
	var c crawled
	if json.Unmarshal(line, &c) != nil {
		return gather.Page{}, false
	}
	c.URL = gather.PublicAddress(c.URL) // before an id is made of it
	p := gather.Page{Form: gather.Article, Charset: "utf-8", Given: gather.Given{URL: c.URL, Title: c.Title}}
	switch {
	case c.MainText != nil || c.DatePublish != nil: // the text is null where news-please found none
		if c.MainText != nil {
			p.Bytes = []byte(*c.MainText)
		}
		if c.DatePublish != nil {
			p.Given.Published = isoTime(*c.DatePublish)
		}
		p.Given.Fetched, p.Given.Outlet = isoTime(c.DateDownload), c.SourceDomain
	case c.PlainText != nil || c.Body != nil:
		text, ok := "", true
		if c.PlainText != nil {
			text = *c.PlainText
		} else if text, ok = fundusBody(*c.Body); !ok {
			return p, false
		}
		p.Bytes = []byte(text)
		p.Given.Published, p.Given.Outlet = isoTime(c.PublishingDate), c.Publisher
	default:
		return p, false
	}
	p.ID = c.Filename
	if p.ID == "" {
		_, address, found := strings.Cut(c.URL, "://")
		if !found {
			address = c.URL
		}
		p.ID = strings.TrimSuffix(address, "/")
	}
	return p, true
}

// fundusBody reads the body of a Fundus article: plain text, or a summary and sections of headline and paragraphs.
func fundusBody(raw json.RawMessage) (string, bool) {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text, true
	}
	var body struct {
		Summary  []string `json:"summary"`
		Sections []struct {
			Headline   []string `json:"headline"`
			Paragraphs []string `json:"paragraphs"`
		} `json:"sections"`
	}
	if json.Unmarshal(raw, &body) != nil {
		return "", false
	}
	lines := body.Summary
	for _, s := range body.Sections {
		lines = append(append(lines, s.Headline...), s.Paragraphs...)
	}
	return strings.Join(lines, "\n"), true
}

// isoTime turns "2023-06-02 08:55:10" into "2023-06-02T08:55:10" and leaves what is ISO 8601 already.
func isoTime(value string) string {
	if value == "None" || value == "null" {
		return ""
	}
	if len(value) > 10 && value[10] == ' ' {
		return value[:10] + "T" + value[11:]
	}
	return value
}
