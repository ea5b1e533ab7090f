package pages

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Provenance counts the characters of a page's body, title, byline and date that read the same when their source bytes are read again, and all of
// them.
func Provenance(g Gold, raw []byte) (same, all int) {
	in := gather.Page{ID: g.ID, Bytes: raw}
	if !g.Flat {
		in.Form = gather.HTML
		in.Given.URL = g.URL
	}
	p := page.Read(en.Language, in)
	if p.Skip != nil {
		return 0, 0
	}
	a := article.Read(en.Language, &p, in.Given)
	var spans []text.Span
	for _, b := range p.Blocks {
		if b.Role.Told() {
			spans = append(spans, b.Span)
		}
	}
	if a.Title != nil {
		spans = append(spans, *a.Title)
	}
	spans = append(spans, a.Byline...)
	for _, e := range a.Published.Evidence {
		spans = append(spans, e.Span)
	}
	enc, _ := charset.Lookup(p.Charset)
	for _, span := range spans {
		for at := span.Start; at < span.End; {
			_, n := utf8.DecodeRuneInString(string(p.Text[at:span.End]))
			source := p.Map.Source(text.Span{Start: at, End: at + n})
			words := string(raw[source.Start:source.End])
			if p.Charset != "utf-8" && enc != nil {
				words, _ = enc.NewDecoder().String(words)
			} else {
				words = strings.ToValidUTF8(words, "\uFFFD")
			}
			if !g.Flat {
				words = again(words)
			}
			shown := string(p.Text[at : at+n])
			all++
			if words == shown || strings.TrimSpace(shown) == "" && strings.Trim(untagged(words), " \t\r\n\f\u00a0") == "" || len(words) < 12 && strings.Contains(words, shown) {
				same++
			}
			at += n
		}
	}
	return same, all
}

// again resolves what stands for one shown character: a reference, a JSON escape.
func again(words string) string {
	if strings.HasPrefix(words, `\`) {
		var out string
		if json.Unmarshal([]byte(`"`+words+`"`), &out) == nil {
			return html.UnescapeString(out)
		}
		return words
	}
	return html.UnescapeString(words)
}

// untagged drops the tags from a stretch of markup: white space may stand on both sides of one, or a tag alone hold two words apart.
func untagged(words string) string {
	var out strings.Builder
	for {
		from := strings.IndexByte(words, '<')
		if from < 0 {
			return out.String() + words
		}
		out.WriteString(words[:from])
		to := strings.IndexByte(words[from:], '>')
		if to < 0 {
			return out.String()
		}
		words = words[from+to+1:]
	}
}
