package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
	train "github.com/hearsay-news/hearsay/train/names"
)

// nameSets are the sets of names with the types that each marks.
var nameSets = []struct {
	set   string
	types []string
}{
	{"uner-ewt-dev", []string{"PER", "ORG", "LOC"}},
	{"re3d", []string{"PER", "ORG", "LOC"}},
	{"crossner-politics-dev", []string{"PER", "ORG", "LOC"}},
	{"crossner-politics-train", []string{"PER", "ORG", "LOC"}},
	{"wikigold", []string{"PER", "ORG", "LOC"}},
	{"gum-dev", []string{"PER", "ORG", "LOC"}},
}

// scoreNames measures names by exact span and type, LOC and GPE taken together, and coreference.
func scoreNames(data string) ([]Row, error) {
	docs, err := train.LoadAll(data)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("names: %w", errAbsent)
	}
	if err != nil {
		return nil, err
	}
	fingerprint := train.Fingerprint(docs)
	var rows []Row
	var absent error
	for _, s := range nameSets {
		model, err := nameModelWithout(data, docs, s.set, fingerprint)
		if err != nil {
			return rows, err
		}
		found, err := scoreNameSet(model, train.Only(docs, s.set), s.types)
		if err != nil {
			return rows, err
		}
		for _, r := range found {
			r.Set = "names/" + s.set
			rows = append(rows, r)
		}
		if s.set == "gum-dev" {
			chains, err := scoreCoref(data, model)
			if err != nil && !errors.Is(err, errAbsent) {
				return rows, err
			}
			if err != nil {
				absent = err
			}
			rows = append(rows, chains...)
		}
	}
	return rows, absent
}

// nameModelWithout trains a model on everything but one set. It is kept beside the data, under the fingerprint of all that it depends on.
func nameModelWithout(data string, docs []train.Document, set, fingerprint string) (*names.Model, error) {
	dir := filepath.Join(data, "..", "models")
	file := filepath.Join(dir, fmt.Sprintf("names-without-%s-%s.bin", set, fingerprint))
	b, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		fmt.Fprintf(os.Stderr, "eval: training a name finder that never saw %s\n", set)
		b = train.Learn(train.Without(docs, set), nil)
		if err = os.MkdirAll(dir, 0o755); err == nil {
			err = os.WriteFile(file, b, 0o644)
		}
	}
	return names.NewModel(b), err
}

type tally struct{ right, found, gold int }

func (t tally) f1() float64 {
	if t.right == 0 {
		return 0
	}
	p, r := float64(t.right)/float64(t.found), float64(t.right)/float64(t.gold)
	return 200 * p * r / (p + r)
}

// scoreNameSet counts exact spans.
func scoreNameSet(model *names.Model, docs []train.Document, types []string) ([]Row, error) {
	by := map[string]*tally{}
	for _, t := range types {
		by[t] = &tally{}
	}
	for _, d := range docs {
		mentions, _ := names.ReadWith(en.Language, model, d.Text, d.Blocks, d.Sentences)
		found := map[[2]int]string{}
		for _, m := range mentions {
			if m.Form == names.Name {
				kind := string(m.Type)
				if kind == "GPE" {
					kind = "LOC"
				}
				found[[2]int{m.Start, m.End}] = kind
			}
		}
		gold := map[[2]int]bool{}
		for _, g := range d.Gold {
			key := [2]int{g.Start, g.End}
			kind := g.Type
			if g.Also != "" && found[key] == g.Also {
				kind = g.Also
			}
			if by[kind] == nil {
				continue
			}
			by[kind].gold++
			gold[key] = true
			if found[key] == kind {
				by[kind].right++
			}
		}
		for _, kind := range found {
			if by[kind] != nil {
				by[kind].found++
			}
		}
		if nameErrors {
			printNameErrors(d, found)
		}
	}
	var all tally
	var rows []Row
	for _, t := range types {
		all.right += by[t].right
		all.found += by[t].found
		all.gold += by[t].gold
		rows = append(rows, Row{Metric: "F1 " + t, Value: by[t].f1()})
	}
	return append([]Row{{Metric: "F1", Value: all.f1()}}, rows...), nil
}

// nameErrors prints what differs, for a person who works on the room.
var nameErrors = os.Getenv("HEARSAY_NAME_ERRORS") != ""

func printNameErrors(d train.Document, found map[[2]int]string) {
	var lines []string
	right := map[[2]int]bool{}
	for _, g := range d.Gold {
		key := [2]int{g.Start, g.End}
		right[key] = true
		if f := found[key]; f != g.Type && f != g.Also || f == "" {
			lines = append(lines, fmt.Sprintf("%8d gold %-4s found %-4s %s", g.Start, g.Type, f, around(d.Text, g.Start, g.End)))
		}
	}
	for key, kind := range found {
		if !right[key] && kind != "NORP" {
			lines = append(lines, fmt.Sprintf("%8d gold      found %-4s %s", key[0], kind, around(d.Text, key[0], key[1])))
		}
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Println(d.ID, l)
	}
}

// around is a name and the words that it stands among.
func around(t text.Text, start, end int) string {
	words := string(t[max(0, start-60):min(len(t), end+30)])
	return fmt.Sprintf("%q   … %s", string(t[start:end]), strings.ReplaceAll(words, "\n", "|"))
}
