package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// scoreCompare measures stories (B-cubed) and copies (pairs, spans).
func scoreCompare(data string) ([]Row, error) {
	dir := filepath.Join(data, "compare")
	var rows []Row
	var absent []string
	for _, part := range []struct {
		set   string
		score func(dir string) ([]Row, error)
	}{
		{"ecbplus", scoreECB},
		{"basil", scoreBasil},
		{"headlines", scoreHeadlines},
		{"reuse-synthetic", scoreReuse},
		{"helsinki", scoreHelsinki},
	} {
		found, err := part.score(filepath.Join(dir, part.set))
		if errors.Is(err, os.ErrNotExist) {
			absent = append(absent, "compare/"+part.set)
			continue
		}
		if err != nil {
			return rows, fmt.Errorf("compare/%s: %w", part.set, err)
		}
		rows = append(rows, found...)
	}
	names, err := scoreSpellings(filepath.Join(data, "language", "names"))
	if errors.Is(err, os.ErrNotExist) {
		absent = append(absent, "language/names")
	} else if err != nil {
		return rows, err
	}
	rows = append(rows, names...)
	if absent != nil {
		return rows, fmt.Errorf("%s: %w", strings.Join(absent, ", "), errAbsent)
	}
	return rows, nil
}

// article reads one clean text.
func article(id, words string, given gather.Given) *read.Reading {
	return read.Read(en.Language, gather.Page{ID: id, Bytes: []byte(words), Form: gather.Article, Charset: "utf-8", Given: given})
}

// storyRows scores the stories of some readings against the right ones.
func storyRows(set string, readings []*read.Reading, gold map[string]string) []Row {
	found := compare.Compare(en.Language, readings)
	predicted := map[string]string{}
	for _, s := range found.Stories {
		for _, p := range s.Pages {
			predicted[p] = s.ID
		}
	}
	p, r := bCubed(gold, predicted)
	return []Row{{set, "stories B3 precision", p}, {set, "stories B3 recall", r}, {set, "stories B3 F1", harmonic(p, r)},
		{set, "stories", float64(len(found.Stories))}}
}

// bCubed is precision and recall of the average item's cluster, in percent.
func bCubed(gold, predicted map[string]string) (precision, recall float64) {
	type pair struct{ g, p string }
	both, g, p := map[pair]int{}, map[string]int{}, map[string]int{}
	for id, story := range gold {
		both[pair{story, predicted[id]}]++
		g[story]++
		p[predicted[id]]++
	}
	for k, n := range both {
		precision += float64(n*n) / float64(p[k.p])
		recall += float64(n*n) / float64(g[k.g])
	}
	n := float64(len(gold))
	return 100 * precision / n, 100 * recall / n
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func scoreECB(dir string) ([]Row, error) {
	var readings []*read.Reading
	gold := map[string]string{}
	err := lines.JSON(filepath.Join(dir, "docs.jsonl"), func(d struct {
		ID, Story string
		Sents     [][]string
	}) {
		var b strings.Builder
		for _, s := range d.Sents {
			b.WriteString(strings.Join(s, " "))
			b.WriteByte('\n')
		}
		gold[d.ID] = d.Story
		readings = append(readings, article(d.ID, b.String(), gather.Given{}))
	})
	if err != nil {
		return nil, err
	}
	return storyRows("compare/ecbplus", readings, gold), nil
}

func scoreBasil(dir string) ([]Row, error) {
	var readings []*read.Reading
	gold := map[string]string{}
	err := lines.JSON(filepath.Join(dir, "articles.jsonl"), func(d struct {
		ID, Story, Source, Title, Date string
		Paragraphs                     [][]string
	}) {
		var b strings.Builder
		b.WriteString(d.Title)
		b.WriteByte('\n')
		for _, p := range d.Paragraphs {
			b.WriteString(strings.Join(p, " "))
			b.WriteByte('\n')
		}
		gold[d.ID] = d.Story
		readings = append(readings, article(d.ID, b.String(), gather.Given{Title: d.Title, Published: d.Date, Outlet: d.Source}))
	})
	if err != nil {
		return nil, err
	}
	return storyRows("compare/basil", readings, gold), nil
}

func scoreHeadlines(dir string) ([]Row, error) {
	var readings []*read.Reading
	gold := map[string]string{}
	err := lines.JSON(filepath.Join(dir, "headlines.jsonl"), func(d struct {
		ID, Title, Publisher, Story string
	}) {
		gold[d.ID] = d.Story
		readings = append(readings, article(d.ID, d.Title, gather.Given{Title: d.Title, Outlet: d.Publisher}))
	})
	if err != nil {
		return nil, err
	}
	return storyRows("compare/headlines", readings, gold), nil
}
