package main

import (
	"fmt"
	"math/rand"
	"strings"

	gold "github.com/hearsay-news/hearsay/eval/statements"
	"github.com/hearsay-news/hearsay/eval/times"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// around is how much of the page a reader sees on either side of a row, in bytes.
const around = 900

// drawStatements draws one statement a page.
func drawStatements(data string, seed int64, n int, least, below float64) ([]row, error) {
	var rows []row
	for i, set := range times.DaySets {
		pages, err := times.DayPages(data, set)
		if err != nil {
			return nil, err
		}
		chance := rand.New(rand.NewSource(seed*100 + int64(i)))
		left := (n + i) / len(times.DaySets)
		for _, k := range chance.Perm(len(pages)) {
			if left == 0 {
				break
			}
			r := read.Read(en.Language, pages[k])
			var fit []int
			for s := range r.Statements {
				if c := r.Statements[s].Confidence; c >= least && c < below && r.Statements[s].Stance.Speech() {
					fit = append(fit, s)
				}
			}
			if len(fit) == 0 {
				continue
			}
			rows = append(rows, statementRow(set, r, fit[chance.Intn(len(fit))]))
			left--
		}
	}
	return rows, nil
}

func statementRow(set string, r *read.Reading, n int) row {
	s := &r.Statements[n]
	words := func(spans []text.Span) string {
		var parts []string
		for _, at := range spans {
			parts = append(parts, oneLine(r.Page.Text.At(at)))
		}
		return strings.Join(parts, " […] ")
	}
	name := func(e int) string {
		if e < 0 {
			return "(no source given)"
		}
		return oneLine(r.Entities[e].Name)
	}
	chain := "outlet"
	for _, e := range s.Chain {
		chain += " → " + name(e)
	}
	print := gold.Print(r, n)
	if len(s.Content) == 0 { // a silence
		s.Content = s.Cue
	}
	first := s.Content[0]
	for _, spans := range [][]text.Span{s.Content, s.Source, s.Cue} {
		for _, at := range spans {
			first.Start, first.End = min(first.Start, at.Start), max(first.End, at.End)
		}
	}
	carried := "" // who only helped is no link of a chain
	if r.Article.Credit.Carried() {
		carried = r.Article.Credit.Name
	}
	shown := fmt.Sprintf("speaker: %s\nchain: %s\nstance: %s\nsource words: %s\ncue: %s\ncontent: %s\npage (%s, text it carries: %s):\n%s\n", name(s.Speaker), chain, s.Stance,
		words(s.Source), words(s.Cue), words(s.Content), r.ID, carried, context(r.Page.Text, first))
	return row{"statements", set, text.Place{Page: r.ID, Span: s.Content[0]}, s.Confidence, shown, print}
}

// context is the page around a place, marked by brackets, and how the page begins.
func context(t text.Text, at text.Span) string {
	from, to := max(0, at.Start-around), min(len(t), at.End+around/2)
	head := ""
	if from > 0 {
		head = "    (begins) " + oneLine(whole(t, 0, min(from, 250))) + "\n"
	}
	return head + "    " + whole(t, from, at.Start) + "[[" + whole(t, at.Start, at.End) + "]]" + whole(t, at.End, to)
}

// whole cuts a stretch of text at whole characters.
func whole(t text.Text, from, to int) string {
	for from < to && t[from]&0xC0 == 0x80 {
		from++
	}
	for to < len(t) && to > from && t[to]&0xC0 == 0x80 {
		to--
	}
	return string(t[from:to])
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
