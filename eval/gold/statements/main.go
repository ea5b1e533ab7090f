// Command statements tells how far the two passes over the own passages agree, which were made independently: first.tsv by the author of the
// passages, second.tsv by a reader who had the bare texts and guidelines.md.
//
//	go run ./eval/gold/statements                figures
//	go run ./eval/gold/statements -differences   and every difference, with its words
//
// A line of a pass is passage, content ("28-81+90-102": bytes of its text; "?28-35": only some words of it are given), speaker (- for none), the links before
// him ("Radio Kest > Ines Varga", - for none), and the stance, or several that are right ("say|claim"). A passage without a statement has "-" for the content.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/eval/passages"
)

func main() {
	dir := flag.String("dir", filepath.Join("eval", "gold", "statements"), "folder of the passages and the passes")
	differences := flag.Bool("differences", false, "print the differences, too")
	flag.Parse()
	if err := run(*dir, *differences); err != nil {
		fmt.Fprintln(os.Stderr, "statements:", err)
		os.Exit(1)
	}
}

func run(dir string, differences bool) error {
	var items []passages.Item
	for _, name := range []string{"sayings.jsonl", "sayings-held.jsonl"} {
		more, err := passages.Load(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		items = append(items, more...)
	}
	first, err := load(filepath.Join(dir, "first.tsv"))
	if err != nil {
		return err
	}
	second, err := load(filepath.Join(dir, "second.tsv"))
	if err != nil {
		return err
	}
	var all, short, long tally
	for i := range items {
		it := &items[i]
		if first[it.ID] == nil || second[it.ID] == nil {
			continue // not read by both
		}
		t := compare(it, first[it.ID], second[it.ID])
		if differences {
			t.print(os.Stdout, it)
		}
		all.add(&t)
		if it.Complete {
			long.add(&t)
		} else {
			short.add(&t)
		}
	}
	fmt.Println("passages                    n  marked by both   agree on: speaker  chain  stance  extent ≥ .8  all four   kappa of words said")
	for _, part := range []struct {
		name string
		t    *tally
	}{{"short (y)", &short}, {"long (z)", &long}, {"all", &all}} {
		fmt.Println(part.t.line(part.name))
	}
	return nil
}
