package statements_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

func reading(words string) *read.Reading {
	at, words := cases.Head(words, "at")
	return read.Read(en.Language, gather.Page{ID: "case", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: at}})
}

// row writes a statement as the cases show it.
func row(r *read.Reading, s *statements.Statement) string {
	words := func(spans []text.Span) string {
		var out []string
		for _, sp := range spans {
			out = append(out, strings.ReplaceAll(r.Page.Text.At(sp), "\n", "¶"))
		}
		return strings.Join(out, " … ")
	}
	var chain []string
	for _, e := range s.Chain {
		chain = append(chain, r.Entities[e].Name)
	}
	out := fmt.Sprintf("%s %s | %s %s | %s → %s | %s | %s", s.ID, s.Rule, s.Kind, s.Stance, words(s.Source), strings.Join(chain, " > "), words(s.Cue), words(s.Content))
	if len(s.Addressee) > 0 {
		out += " | to " + words(s.Addressee)
	}
	if len(s.Medium) > 0 {
		out += " | in " + words(s.Medium)
	}
	if s.When != nil {
		out += " | on " + s.When.String()
	}
	if s.CarriedBy >= 0 {
		out += " | by " + r.Statements[s.CarriedBy].ID
	}
	return out
}

func TestCases(t *testing.T) {
	cases.Run(t, func(t *testing.T, input string) string {
		r := reading(input)
		var rows []string
		for i := range r.Statements {
			if r.Statements[i].Confidence >= 0.5 {
				rows = append(rows, row(r, &r.Statements[i]))
			}
		}
		return strings.Join(rows, "\n")
	})
}

// check reports what no statement may ever be, whatever the words: places outside the text or upside down, a cue inside its own content,
// an index that leads nowhere, a circle of carriers.
func check(t *testing.T, r *read.Reading) {
	t.Helper()
	end := len(r.Page.Text)
	for i := range r.Statements {
		s := &r.Statements[i]
		for _, part := range [][]text.Span{s.Source, s.Cue, s.Content, s.Addressee, s.Medium} {
			for _, p := range part {
				if p.Empty() || p.Start < 0 || p.End > end {
					t.Errorf("%s %s: place %v in a text of %d bytes", s.ID, s.Rule, p, end)
				}
				if inBlock := r.Page.Text.Trim(p); inBlock != p {
					t.Errorf("%s %s: place %v begins or ends with white space", s.ID, s.Rule, p)
				}
			}
		}
		for k := 1; k < len(s.Content); k++ {
			if s.Content[k].Start < s.Content[k-1].End {
				t.Errorf("%s %s: content places %v overlap or are out of order", s.ID, s.Rule, s.Content)
			}
		}
		if s.Rule != "quoted-by" && s.Rule != "quotes-as-saying" && s.Rule != "citing" { // whose content holds another's cue
			for _, c := range s.Cue {
				for _, p := range s.Content {
					if c.Overlaps(p) {
						t.Errorf("%s %s: cue %v lies in its content %v", s.ID, s.Rule, c, p)
					}
				}
			}
		}
		if s.Speaker >= len(r.Entities) || s.CarriedBy >= len(r.Statements) || s.CarriedBy == i {
			t.Errorf("%s %s: speaker %d, carried by %d", s.ID, s.Rule, s.Speaker, s.CarriedBy)
		}
		for k, steps := s.CarriedBy, 0; k >= 0; k = r.Statements[k].CarriedBy {
			if steps++; steps > len(r.Statements) {
				t.Fatalf("%s: carriers run in a circle", s.ID)
			}
		}
		if s.Speaker >= 0 && (len(s.Chain) == 0 || s.Chain[len(s.Chain)-1] != s.Speaker) {
			t.Errorf("%s: chain %v does not end with speaker %d", s.ID, s.Chain, s.Speaker)
		}
		if s.Confidence <= 0 || s.Confidence >= 1 {
			t.Errorf("%s: confidence %v", s.ID, s.Confidence)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"“We counted nine trucks,” Ilves said. “Two were empty.”\n“The rest we could not open.\n“Nor did we try,” she added.",
		"Teke was quoted by Press Agency Nord as saying the raid had failed. Radio Nord reported, citing a police source, that two were held.",
		"Ilves: ‘Port will reopen by June’\nPELL: Who signed the order?\nTeke's claim that it, according to , said said said and said \"",
		"said, said, said that that that , , “ ” ’ ‘ \" ' „ « » -- – — : ; ( ) ( said",
		"he said, \"she said, 'they said, \"we said",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		r := read.Read(en.Language, gather.Page{ID: "fuzz", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8"})
		if r.Skip != nil && r.Skip.Reason == gather.Panic {
			t.Fatal(r.Stack)
		}
		check(t, r)
	})
}
