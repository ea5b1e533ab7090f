package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/eval/passages"
	own "github.com/hearsay-news/hearsay/eval/statements"
	"github.com/hearsay-news/hearsay/eval/times"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// judged is one row of the output with a reader's word on it.
type judged struct {
	page  string
	row   statements.Statement
	right bool // speaker, content and chain
	from  origin
	most  float64 // what the row may claim at most, whatever its cell: who speaks is open, or nobody in particular
}

// origin says where a judged row stands.
type origin int

const (
	public    origin = iota // on a page of a public set
	fresh                   // on an own passage of which every statement is marked (eval/gold/statements, z)
	developed               // on an own passage that rules were made on, round one turn each (eval/gold/voices; eval/gold/statements, y)
)

// furniture stands around an own passage where it is read as a flat page.
var furniture = [2]string{"Home\nNews\nSport\nSubscribe\nSign in\nShare this\n\n", "\n\nMost read\nNewsletter\nTerms of use\nAll rights reserved.\n"}

// invented reads a file of own passages as a plain article and as a flat page, those with menus of their own as they are, and judges the rows that lie
// on what is expected or forbidden there.
func invented(file string) ([]judged, error) {
	items, err := passages.Load(file)
	var out []judged
	for k := range items {
		it := &items[k]
		from := developed
		if it.Complete {
			from = fresh
		}
		pages := []gather.Page{it.Input()}
		if pages[0].Form == gather.Article {
			flat := pages[0]
			flat.Form, flat.Bytes = gather.Flat, []byte(furniture[0]+it.Page.Text+furniture[1])
			pages = append(pages, flat)
		}
		for _, p := range pages {
			r := read.Read(en.Language, p)
			for i := range r.Statements {
				if right, on := judge(it, r, i); on {
					out = append(out, judged{it.ID, r.Statements[i], right, from, most(&r.Statements[i])})
				}
			}
		}
	}
	return out, err
}

// judge says whether a statement is right, and whether the passage says anything of it.
// A row that carries another one has the other's words in it and is left out.
func judge(it *passages.Item, r *read.Reading, n int) (right, on bool) {
	s := &r.Statements[n]
	for i := range r.Statements {
		if r.Statements[i].CarriedBy == n {
			return false, false
		}
	}
	if !s.Stance.Speech() || len(s.Content) == 0 {
		return false, false
	}
	got := bytesOf(s.Content)
	for _, f := range it.Forbid {
		at := strings.Index(string(r.Page.Text), f.Words)
		if at < 0 || s.Stance == statements.Silence {
			continue
		}
		words := bytesOf([]text.Span{{Start: at, End: at + len(f.Words)}})
		if f.Speaker == "" && common(got, words)*2 >= max(len(got), len(words)) || f.Speaker != "" && common(got, words)*2 >= len(words) && same(it, r, s.Speaker, f.Speaker) {
			return false, true
		}
	}
	for _, e := range it.May {
		places, _ := e.Places(string(r.Page.Text))
		if want := bytesOf(places); common(got, want)*2 >= min(len(got), len(want)) {
			on = true
		}
	}
	if on {
		return false, false
	}
	for _, e := range it.Expect {
		places, whole := e.Places(string(r.Page.Text))
		want := bytesOf(places)
		both := common(got, want)
		if both < len(want) && both*2 < len(got)+len(want)-both {
			continue // neither all of it nor about the same
		}
		on = true
		speaker := e.Speaker == nil && s.Speaker < 0 || e.Speaker != nil && same(it, r, s.Speaker, *e.Speaker)
		chain := len(s.Chain) == len(e.Chain)-1
		for k := 1; chain && k < len(e.Chain); k++ {
			chain = same(it, r, s.Chain[k-1], e.Chain[k])
		}
		edges := !whole || both*10 >= 8*(len(got)+len(want)-both)
		right = right || speaker && chain && edges
	}
	return right, on || it.Complete // where every statement is marked, a row on none of them is wrong
}

// shipped are the cells as they are now: a row that claims less than its cell is held down by something else.
var shipped = statements.NewCells(en.Language.Statements.Confidence, en.Language.Statements.Readers)

func most(s *statements.Statement) float64 {
	if s.Confidence < shipped.Confidence(s)-0.005 {
		return s.Confidence
	}
	return 1
}

// same says whether an entity of the page is the one a name stands for.
func same(it *passages.Item, r *read.Reading, entity int, name string) bool {
	return entity >= 0 && it.Same(name, append([]string{r.Entities[entity].Name}, r.Entities[entity].Variants...)...)
}

func bytesOf(spans []text.Span) map[int]bool {
	out := map[int]bool{}
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			out[i] = true
		}
	}
	return out
}

func common(a, b map[int]bool) int {
	n := 0
	for i := range a {
		if b[i] {
			n++
		}
	}
	return n
}

// readRows reads the verdicts on drawn rows of public pages and finds the rows that are still written as they were judged, or at the same places where
// the file does not tell what was judged.
func readRows(data string, files []string) ([]judged, error) {
	type verdict struct {
		right bool
		print string
	}
	verdicts := map[string]map[[3]string]verdict{} // set → page, start, end
	for _, file := range files {
		if err := lines.Each(file, func(line string) error {
			f := strings.Split(line, "\t")
			if len(f) < 8 || f[1] != "statements" {
				return nil
			}
			given, print := own.Verdicts(f[7:])
			right := len(given) > 0
			for _, v := range given {
				right = right && strings.HasPrefix(v, "yyy")
			}
			if verdicts[f[2]] == nil {
				verdicts[f[2]] = map[[3]string]verdict{}
			}
			verdicts[f[2]][[3]string{f[3], f[4], f[5]}] = verdict{right, print}
			return nil
		}); err != nil {
			return nil, err
		}
	}
	var out []judged
	for _, set := range times.DaySets {
		pages, err := times.DayPages(data, set)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		wanted := map[string]bool{}
		for k := range verdicts[set] {
			wanted[k[0]] = true
		}
		for _, p := range pages {
			if !wanted[p.ID] {
				continue
			}
			r := read.Read(en.Language, p)
			for i := range r.Statements {
				s := &r.Statements[i]
				at := append(append([]text.Span{}, s.Content...), s.Cue...)
				if len(at) == 0 || !s.Stance.Speech() {
					continue
				}
				v, ok := verdicts[set][[3]string{p.ID, fmt.Sprint(at[0].Start), fmt.Sprint(at[0].End)}]
				if ok && (v.print == "" || v.print == own.Print(r, i)) {
					out = append(out, judged{p.ID, *s, v.right, public, most(s)})
				}
			}
		}
	}
	return out, nil
}

// gold is everything that readers have judged: own passages and read rows, in the order of their pages.
func gold(data string) ([]judged, error) {
	var out []judged
	for _, file := range []string{"eval/gold/voices/items.jsonl", "eval/gold/statements/sayings.jsonl"} {
		rows, err := invented(file)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	files, err := filepath.Glob("eval/gold/read/statements-*.tsv")
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	rows, err := readRows(data, files)
	return append(out, rows...), err
}
