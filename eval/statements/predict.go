package statements

import (
	"runtime"
	"sync"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Predict reads every document as a clean article and returns its statements as attributions.
func Predict(docs []Document) map[string][]Attribution {
	results := make([][]Attribution, len(docs))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range next {
				results[i] = predict(&docs[i])
			}
		}()
	}
	for i := range docs {
		next <- i
	}
	close(next)
	wait.Wait()
	out := make(map[string][]Attribution, len(docs))
	for i := range docs {
		out[docs[i].ID] = results[i]
	}
	return out
}

// MinConfidence is the confidence below which annotate writes no row. Calibration sets it to 0.
var MinConfidence = 0.5

func predict(d *Document) []Attribution {
	in := gather.Page{ID: d.ID, Bytes: []byte(d.Text), Form: gather.Article, Charset: "utf-8"}
	p := page.Read(en.Language, in) // the rooms that statements need, and no others
	if p.Skip != nil {
		return nil
	}
	sentences := syntax.Read(en.Language, p.Text, p.Blocks)
	mentions, entities := names.Read(en.Language, p.Text, p.Blocks, sentences)
	about := article.Read(en.Language, &p, in.Given)
	when := times.Find(en.Language, p.Text, p.Blocks, sentences, about.Published.Interval)
	said, _, entities := statements.Read(en.Language, p.Text, p.Blocks, &about, sentences, mentions, entities, when)
	points := text.NewPoints(p.Text)
	var out []Attribution
	for i := range said {
		s := &said[i]
		if s.Confidence < MinConfidence {
			continue // annotate doesn't write it
		}
		a := Attribution{Rule: s.Rule, Stance: string(s.Stance), Shown: s.Confidence >= 0.9 && s.Stance.Speech(), Thought: !s.Stance.Speech(), Inner: s.CarriedBy >= 0,
			Source: spans(points, s.Source), Cue: spans(points, s.Cue), Content: spans(points, s.Content)}
		if s.Speaker >= 0 {
			a.Speaker = entities[s.Speaker].Name
		}
		a.Head = s.Head
		if s.CarriedBy >= 0 {
			a.Carried = said[s.CarriedBy].ID
		}
		out = append(out, a)
	}
	return out
}

func spans(p *text.Points, list []text.Span) [][2]int {
	var out [][2]int
	for _, s := range list {
		c := p.Span(s)
		out = append(out, [2]int{c.Start, c.End})
	}
	return out
}
