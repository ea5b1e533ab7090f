package times

import (
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Load reads a file of documents.
func Load(file string) ([]Document, error) {
	var docs []Document
	err := lines.JSON(file, func(d Document) { docs = append(docs, d) })
	return docs, err
}

// Predict reads a document as a clean article published on its day, or undated where that is not given.
func Predict(d Document) []Timex {
	in := gather.Page{ID: d.ID, Bytes: []byte(d.Text), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: d.DCT}}
	p := page.Read(en.Language, in)
	published := article.Read(en.Language, &p, in.Given).Published.Interval
	sentences := syntax.Read(en.Language, p.Text, p.Blocks)
	points := text.NewPoints(p.Text)
	var out []Timex
	for _, e := range times.Find(en.Language, p.Text, p.Blocks, sentences, published) {
		s := points.Span(e.Span)
		out = append(out, Timex{Start: s.Start, End: s.End, Type: string(e.Type), Value: e.Value, Text: p.Text.At(e.Span)})
	}
	return out
}

// Measure counts a whole file.
func Measure(file string) (Counts, error) {
	docs, err := Load(file)
	if err != nil {
		return Counts{}, err
	}
	var c Counts
	for _, d := range docs {
		c.Add(d, Predict(d))
	}
	return c, nil
}
