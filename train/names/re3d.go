package names

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// re3d reads the four open sources. Their annotation marks whole noun phrases ("the Karrada district of Baghdad", "Foreign Office Minister
// Tobias Ellwood") and, often, the names inside; only what can be a name by the contract is kept: no article, no title, no nationality in
// front of a person, nothing in lower case but joining words, and of nested names the longest.
func re3d(dir string) ([]Document, error) {
	folders, err := filepath.Glob(filepath.Join(dir, "*", "documents.json"))
	if err != nil {
		return nil, err
	}
	if len(folders) == 0 {
		return nil, os.ErrNotExist
	}
	sort.Strings(folders)
	var docs []Document
	for _, file := range folders {
		type entity struct {
			Begin, End int
			Type       string
			DocumentID string `json:"documentId"`
		}
		entities := map[string][]entity{}
		if err := jsonLines(filepath.Join(filepath.Dir(file), "entities.json"), func(e entity) {
			entities[e.DocumentID] = append(entities[e.DocumentID], e)
		}); err != nil {
			return nil, err
		}
		err := jsonLines(file, func(d struct {
			ID   string `json:"_id"`
			Text string
		}) {
			doc := Document{Set: "re3d", ID: d.ID, Text: text.Text(d.Text)}
			doc.Blocks = lines(doc.Text)
			doc.Sentences = syntax.Read(en.Language, doc.Text, doc.Blocks)
			offsets := utf16Offsets(d.Text)
			for _, e := range entities[d.ID] {
				kind := map[string]string{"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}[e.Type]
				if kind == "" || e.End > len(offsets)-1 || e.Begin >= e.End {
					continue
				}
				if s, ok := nameIn(doc.Text, text.Span{Start: offsets[e.Begin], End: offsets[e.End]}, kind); ok {
					doc.Gold = append(doc.Gold, Gold{Span: s, Type: kind})
				}
			}
			doc.Gold = longest(doc.Gold)
			docs = append(docs, doc)
		})
		if err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// noName are words that the sets mark as entities though they are pronouns or months.
var noName = map[string]bool{"I": true, "We": true, "He": true, "She": true, "It": true, "They": true, "My": true, "Our": true, "Its": true, "His": true, "Her": true, "Their": true,
	"You": true, "You all": true, "Who": true, "June": true, "May": true, "March": true, "This": true, "These": true, "Those": true, "Ministers": true, "That": true, "Us": true}

// titles and other words that stand before a name without belonging to it.
var beside = set("The the A a An an Mr Mrs Ms Dr Sir Lord Lady Prof President Prime Minister Foreign Secretary General Secretary-General Gen Ambassador Special Envoy High Representative " +
	"Vice-President Vice Deputy Chancellor King Queen Prince Pope Sheikh Imam Ayatollah Captain Colonel Major Lieutenant Brigadier Commander Minister Defence Defense Home State " +
	"International Development Head Chief Director Spokesman Spokeswoman Chairman Professor Mr. Mrs. Ms. Dr. Middle East for Office Secretary-general Commissioner former Former " +
	"Russian Turkish Syrian Iraqi Iranian French British German American US UK UN Jordanian Saudi Egyptian Kurdish Swedish Jordanian-born militant Islamic-State leader and of the ")

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

// nameIn cuts an annotated phrase down to the name it consists of; ok is false when it holds anything that is no name.
func nameIn(t text.Text, s text.Span, kind string) (text.Span, bool) {
	words := string(t[s.Start:s.End])
	words = strings.TrimRight(words, " .,;:'’\"")
	for _, tail := range []string{"'s", "’s"} {
		words = strings.TrimSuffix(words, tail)
	}
	start := s.Start
	for {
		trimmed := strings.TrimLeft(words, " \n,")
		start += len(words) - len(trimmed)
		words = trimmed
		first, rest, ok := strings.Cut(words, " ")
		if !ok || !(determiners[first] || kind == "PER" && beside[first]) {
			break
		}
		start += len(first) + 1
		words = rest
	}
	s = text.Span{Start: start, End: start + len(words)}
	if len(words) < 2 || strings.Contains(words, "\n") {
		return s, false
	}
	if kind == "PER" && beside[words] || noName[words] {
		return s, false
	}
	capitals := 0
	for i, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		r := []rune(w)[0]
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsDigit(r):
		case i > 0 && smallInNames[w]:
		case w == "al" || w == "el":
		default:
			return s, false
		}
		if kind == "PER" && (w == "of" || w == "for" || w == "and") {
			return s, false
		}
	}
	return s, capitals > 0
}

var (
	determiners  = set("the The a A an all")
	smallInNames = set("of for and the on in de al bin & to")
)

// longest keeps of nested names the longest; the same place marked as a place and as a body keeps both types, the place first.
func longest(gold []Gold) []Gold {
	sort.SliceStable(gold, func(i, j int) bool {
		a, b := gold[i], gold[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End > b.End
		}
		return a.Type < b.Type // LOC before ORG
	})
	var out []Gold
	for _, g := range gold {
		if n := len(out); n > 0 && out[n-1].Span == g.Span {
			if out[n-1].Type != g.Type {
				out[n-1].Also = g.Type
			}
			continue
		}
		if n := len(out); n > 0 && g.Start < out[n-1].End {
			continue
		}
		out = append(out, g)
	}
	return out
}

// utf16Offsets gives the byte offset of each UTF-16 code unit, as the annotation counts.
func utf16Offsets(s string) []int {
	offsets := make([]int, 0, len(s)+1)
	for i, r := range s {
		for range max(1, utf16.RuneLen(r)) {
			offsets = append(offsets, i)
		}
	}
	return append(offsets, len(s))
}

func jsonLines[T any](file string, each func(T)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var row T
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return err
		}
		each(row)
	}
	return lines.Err()
}
