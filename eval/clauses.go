package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/clauses"
)

// goldClause is one clause of eval/gold/clauses/gold.txt.
type goldClause struct {
	trigger string
	negated bool
	mode    clauses.Mode
	parts   map[clauses.Slot]string // head words by slot
}

// goldSentence is a sentence with the clauses that it is known to hold.
type goldSentence struct {
	words   string
	clauses []goldClause
}

// scoreClauses holds the clauses that are read to those a reader wrote down: how many are found by their trigger, and of those found whether polarity, mode and parts are
// right. A part is right whose head stands in the same slot; precision counts only slots that the gold knows ("other" does not count).
func scoreClauses(string) ([]Row, error) {
	gold, err := loadClauses(filepath.Join(goldDir, "clauses", "gold.txt"))
	if err != nil {
		return nil, err
	}
	var all, found, polarity, mode, want, got, hit, whole int
	for i, s := range gold {
		r := read.Read(en.Language, gather.Page{ID: fmt.Sprint(i), Bytes: []byte(s.words), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: "2024-05-15"}})
		for _, g := range s.clauses {
			all++
			c := triggered(r, g.trigger)
			if c == nil {
				show(s.words, g.trigger, "not found")
				want += len(g.parts)
				continue
			}
			found++
			right := true
			if c.Negated == g.negated {
				polarity++
			} else {
				right = false
				show(s.words, g.trigger, "polarity")
			}
			if c.Mode == g.mode {
				mode++
			} else {
				right = false
				show(s.words, g.trigger, "mode "+string(c.Mode))
			}
			w, n, h := partsRight(r, c, g, s.words)
			want, got, hit = want+w, got+n, hit+h
			if right && w == n && n == h {
				whole++
			}
		}
	}
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	return []Row{
		{"gold/clauses", "found", share(found, all)}, {"gold/clauses", "polarity of those found", share(polarity, found)}, {"gold/clauses", "mode of those found", share(mode, found)},
		{"gold/clauses", "parts precision", share(hit, got)}, {"gold/clauses", "parts recall", share(hit, want)}, {"gold/clauses", "all right", share(whole, all)},
	}, nil
}

// show prints a miss where -show asks for it.
func show(sentence, trigger, what string) {
	if *showPairs {
		fmt.Printf("%s\n\t%s: %s\n", sentence, trigger, what)
	}
}

// triggered returns the clause whose trigger begins with a word, nil for none.
func triggered(r *read.Reading, word string) *clauses.Clause {
	for i := range r.Clauses {
		if t := r.Page.Text.At(r.Clauses[i].Trigger); t == word || strings.HasPrefix(t, word+" ") {
			return &r.Clauses[i]
		}
	}
	return nil
}

// partsRight counts the parts that are wanted, those that were read in the slots that the gold knows, and those in both.
func partsRight(r *read.Reading, c *clauses.Clause, g goldClause, sentence string) (want, got, hit int) {
	used, told := map[clauses.Slot]bool{}, map[clauses.Slot]bool{} // slots that were read, slots of the gold that they were held to
	for i := range c.Parts {
		p := &c.Parts[i]
		if p.Slot == clauses.Other || used[p.Slot] {
			continue
		}
		used[p.Slot] = true
		got++
		slot := sole(c, g, p.Slot)
		head, whole := g.parts[slot], r.Page.Text.At(p.Span)
		told[slot] = true
		if head != "" && (strings.HasSuffix(head, r.Page.Text.At(p.Head)) || strings.HasSuffix(whole, head)) {
			hit++
		} else {
			show(sentence, g.trigger, fmt.Sprintf("%s is %q, want %q", p.Slot, whole, head))
		}
	}
	for slot, head := range g.parts {
		if !told[slot] {
			show(sentence, g.trigger, fmt.Sprintf("no %s, want %q", slot, head))
		}
	}
	return len(g.parts), got, hit
}

// sole is the slot of the gold that a part is held to: of a clause with one of agent and object on both sides it does not matter which: "the depot exploded".
func sole(c *clauses.Clause, g goldClause, slot clauses.Slot) clauses.Slot {
	other := map[clauses.Slot]clauses.Slot{clauses.Agent: clauses.Object, clauses.Object: clauses.Agent}[slot]
	if other != "" && (c.Part(clauses.Agent) == nil) != (c.Part(clauses.Object) == nil) && (g.parts[clauses.Agent] == "") != (g.parts[clauses.Object] == "") {
		if g.parts[slot] == "" {
			return other
		}
	}
	return slot
}

// loadClauses reads the file of gold clauses.
func loadClauses(file string) ([]goldSentence, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []goldSentence
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		cells := strings.Split(line, " | ")
		switch {
		case line == "" || line[0] == '#':
		case len(cells) == 1:
			out = append(out, goldSentence{words: line})
		case len(out) == 0 || len(cells[1]) < 3:
			return nil, fmt.Errorf("%s, line %d: want a sentence, then trigger | + mode | slot: words", file, n)
		default:
			g := goldClause{trigger: cells[0], negated: cells[1][0] == '-', mode: clauses.Mode(cells[1][2:]), parts: map[clauses.Slot]string{}}
			for _, c := range cells[2:] {
				slot, head, ok := strings.Cut(c, ": ")
				if !ok || !strings.Contains(out[len(out)-1].words, head) {
					return nil, fmt.Errorf("%s, line %d: %q is no slot with words of its sentence", file, n, c)
				}
				g.parts[clauses.Slot(slot)] = head
			}
			out[len(out)-1].clauses = append(out[len(out)-1].clauses, g)
		}
	}
	return out, lines.Err()
}
