package main

import (
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/eval/passages"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/text"
)

// marked is one statement as one reader marked it.
type marked struct {
	places  []text.Span
	open    bool // only some words of the content are given
	speaker string
	links   []string
	stances []string
}

// load reads a pass: the statements of each passage.
func load(file string) (map[string][]marked, error) {
	out := map[string][]marked{}
	err := lines.Each(file, func(line string) error {
		if line == "" || line[0] == '#' {
			return nil
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			return fmt.Errorf("want passage, content, speaker, links and stance: %q", line)
		}
		if f[1] == "-" { // read, and nothing found
			out[f[0]] = []marked{}
			return nil
		}
		m := marked{speaker: f[2], stances: strings.Split(f[4], "|")}
		if f[3] != "-" {
			m.links = strings.Split(f[3], " > ")
		}
		places, open := strings.CutPrefix(f[1], "?")
		m.open = open
		for _, part := range strings.Split(places, "+") {
			a, b, _ := strings.Cut(part, "-")
			start, err := strconv.Atoi(a)
			if err != nil {
				return err
			}
			end, err := strconv.Atoi(b)
			if err != nil {
				return err
			}
			m.places = append(m.places, text.Span{Start: start, End: end})
		}
		out[f[0]] = append(out[f[0]], m)
		return nil
	})
	return out, err
}

// tally counts on what two readers agree.
type tally struct {
	passages, first, second, both         int
	speaker, chain, stance, extent, edges int // extents are compared where both are whole: edges counts these
	four                                  int
	yesYes, yesNo, noYes, noNo            float64 // bytes inside and outside a content
	apart                                 []string
}

func (t *tally) add(o *tally) {
	t.passages, t.first, t.second, t.both = t.passages+o.passages, t.first+o.first, t.second+o.second, t.both+o.both
	t.speaker, t.chain, t.stance, t.extent, t.edges, t.four = t.speaker+o.speaker, t.chain+o.chain, t.stance+o.stance, t.extent+o.extent, t.edges+o.edges, t.four+o.four
	t.yesYes, t.yesNo, t.noYes, t.noNo = t.yesYes+o.yesYes, t.yesNo+o.yesNo, t.noYes+o.noYes, t.noNo+o.noNo
}

func (t *tally) line(name string) string {
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
	kappa := "–"
	if all := t.yesYes + t.yesNo + t.noYes + t.noNo; all > 0 {
		same := (t.yesYes + t.noNo) / all
		chance := ((t.yesYes+t.yesNo)*(t.yesYes+t.noYes) + (t.noNo+t.yesNo)*(t.noNo+t.noYes)) / all / all
		kappa = fmt.Sprintf("%.2f", (same-chance)/(1-chance))
	}
	return fmt.Sprintf("%-12s %5d  %4d + %4d  %4d, F1 %.1f          %.1f   %.1f   %.1f   %.1f   %.1f   %s", name, t.passages, t.first, t.second, t.both,
		2*share(t.both, t.first+t.second), share(t.speaker, t.both), share(t.chain, t.both), share(t.stance, t.both), share(t.extent, t.edges), share(t.four, t.both), kappa)
}

func (t *tally) print(out io.Writer, it *passages.Item) {
	if len(t.apart) > 0 {
		fmt.Fprintf(out, "%s\n    %s\n", it.ID, strings.Join(t.apart, "\n    "))
	}
}

// compare lays the statements of two passes on each other, those first that overlap most, and counts on what they agree.
func compare(it *passages.Item, first, second []marked) tally {
	t := tally{passages: 1, first: len(first), second: len(second)}
	page := it.Page.Text
	said := [2][]bool{make([]bool, len(page)), make([]bool, len(page))}
	for k, pass := range [][]marked{first, second} {
		for i := range pass {
			for _, s := range pass[i].places {
				for b := s.Start; b < s.End && !pass[i].open; b++ {
					said[k][b] = true
				}
			}
		}
	}
	if it.Complete {
		for b := range said[0] {
			switch {
			case said[0][b] && said[1][b]:
				t.yesYes++
			case said[0][b]:
				t.yesNo++
			case said[1][b]:
				t.noYes++
			default:
				t.noNo++
			}
		}
	}
	type pair struct {
		a, b int
		fit  float64
	}
	var pairs []pair
	for a := range first {
		for b := range second {
			if fit := overlap(&first[a], &second[b]); fit >= 0.5 {
				if sameVoice(it, first[a].speaker, second[b].speaker) {
					fit += 0.2 // of two statements of one extent each has its own voice
				}
				pairs = append(pairs, pair{a, b, fit})
			}
		}
	}
	sort.SliceStable(pairs, func(i, k int) bool { return pairs[i].fit > pairs[k].fit })
	takenA, takenB := make([]bool, len(first)), make([]bool, len(second))
	for _, p := range pairs {
		if !takenA[p.a] && !takenB[p.b] {
			takenA[p.a], takenB[p.b] = true, true
			t.count(it, &first[p.a], &second[p.b])
		}
	}
	for i := range first {
		if !takenA[i] {
			t.apart = append(t.apart, "only first: "+show(page, &first[i]))
		}
	}
	for i := range second {
		if !takenB[i] {
			t.apart = append(t.apart, "only second: "+show(page, &second[i]))
		}
	}
	return t
}

// count adds a statement that both marked.
func (t *tally) count(it *passages.Item, a, b *marked) {
	t.both++
	speaker := sameVoice(it, a.speaker, b.speaker)
	chain := len(a.links) == len(b.links)
	for i := 0; chain && i < len(a.links); i++ {
		chain = sameVoice(it, a.links[i], b.links[i])
	}
	stance := false
	for _, x := range a.stances {
		for _, y := range b.stances {
			stance = stance || x == y
		}
	}
	extent := a.open || b.open || overlap(a, b) >= 0.8
	for _, x := range []struct {
		same bool
		n    *int
	}{{speaker, &t.speaker}, {chain, &t.chain}, {stance, &t.stance}, {speaker && chain && stance && extent, &t.four}} {
		if x.same {
			*x.n++
		}
	}
	if !a.open && !b.open {
		t.edges++
		if extent {
			t.extent++
		}
	}
	if !(speaker && chain && stance && extent) {
		t.apart = append(t.apart, "first  "+show(it.Page.Text, a), "second "+show(it.Page.Text, b))
	}
}

// sameVoice says whether two readers name the same voice: one of them as the passage's answer does, or both in the same words.
func sameVoice(it *passages.Item, a, b string) bool {
	return (a == "-") == (b == "-") && (it.Same(a, b) || it.Same(b, a))
}

// overlap is the bytes that two contents share of those that either has; where only some words of one are given, 1 if they lie in the other.
func overlap(a, b *marked) float64 {
	in := map[int]bool{}
	for _, s := range a.places {
		for i := s.Start; i < s.End; i++ {
			in[i] = true
		}
	}
	both, other := 0, 0
	for _, s := range b.places {
		for i := s.Start; i < s.End; i++ {
			other++
			if in[i] {
				both++
			}
		}
	}
	if a.open && both == len(in) || b.open && both == other {
		return 1
	}
	return float64(both) / float64(len(in)+other-both)
}

func show(page string, m *marked) string {
	var parts []string
	for _, s := range m.places {
		parts = append(parts, page[s.Start:s.End])
	}
	return fmt.Sprintf("%s | %s | %s | %s", m.speaker, strings.Join(parts, " … "), strings.Join(m.links, " > "), strings.Join(m.stances, "|"))
}
