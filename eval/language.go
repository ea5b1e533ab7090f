package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// scoreLanguage measures read/syntax on the dev parts of two treebanks, counted as in the CoNLL 2018 shared task: words and sentences on raw
// text (both ends must agree), tags and heads on given words, relations without their subtypes, punctuation counted.
func scoreLanguage(data string) ([]Row, error) {
	var rows []Row
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		sentences, err := conllu.ReadFile(filepath.Join(data, "language", set, "dev.conllu"))
		if errors.Is(err, os.ErrNotExist) {
			return rows, fmt.Errorf("language/%s: %w", set, errAbsent)
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, scoreRaw("language/"+set, sentences)...)
		rows = append(rows, scoreGiven("language/"+set, sentences)...)
	}
	return rows, nil
}

// scoreRaw compares words and sentences found in raw text.
func scoreRaw(set string, sentences []conllu.Sentence) []Row {
	var b strings.Builder
	var blocks []page.Block
	gold, goldEnds := map[text.Span]bool{}, map[text.Span]bool{}
	for _, line := range conllu.Raw(sentences) {
		start := b.Len()
		b.WriteString(string(line.Text))
		blocks = append(blocks, page.Block{Span: text.Span{Start: start, End: b.Len()}, Role: page.Body})
		b.WriteByte('\n')
		first := 0
		for _, w := range line.Words {
			gold[text.Span{Start: start + w.Start, End: start + w.End}] = true
		}
		for _, end := range line.Ends {
			goldEnds[text.Span{Start: start + line.Words[first].Start, End: start + line.Words[end-1].End}] = true
			first = end
		}
	}
	words, right, found, rightEnds := 0, 0, 0, 0
	for _, s := range syntax.Read(en.Language, text.Text(b.String()), blocks) {
		found++
		if goldEnds[s.Span] {
			rightEnds++
		}
		for _, token := range s.Tokens {
			words++
			if gold[token.Span] {
				right++
			}
		}
	}
	return []Row{{set, "tokens F1", f1(right, words, len(gold))}, {set, "sentences F1", f1(rightEnds, found, len(goldEnds))}}
}

func f1(right, found, gold int) float64 {
	if found+gold == 0 {
		return 0
	}
	return 200 * float64(right) / float64(found+gold)
}

// scoreGiven compares tags, lemmas and heads where sentences and words are given.
func scoreGiven(set string, sentences []conllu.Sentence) []Row {
	var b strings.Builder
	var given [][]string
	for _, s := range sentences {
		var forms []string
		for _, w := range s.Words {
			forms = append(forms, w.Form)
			b.WriteString(w.Form)
			b.WriteByte(' ')
		}
		given = append(given, forms)
		b.WriteByte('\n')
	}
	t := text.Text(b.String())
	var all, upos, xpos, lemma, head, labelled int
	for i, s := range syntax.Given(en.Language, t, given) {
		syntax.Parse(t, &s)
		for k, token := range s.Tokens {
			w := sentences[i].Words[k]
			all++
			if token.UPOS.String() == w.UPOS {
				upos++
			}
			if token.XPOS.String() == w.XPOS {
				xpos++
			}
			if token.Lemma == w.Lemma {
				lemma++
			}
			if s.Parsed && token.Head == w.Head {
				head++
				if token.Deprel.String() == w.Deprel {
					labelled++
				}
			}
		}
	}
	share := func(n int) float64 { return 100 * float64(n) / float64(all) }
	return []Row{{set, "UPOS, given words", share(upos)}, {set, "XPOS, given words", share(xpos)}, {set, "lemmas, given words", share(lemma)},
		{set, "UAS, given words", share(head)}, {set, "LAS, given words", share(labelled)}}
}
