// Command read draws rows of the output on public pages, to be judged by readers who see the page around a row and not its confidence:
//
//	go run ./eval/gold/read -kind statements -seed 7 -n 100 -out DIR    DIR/rows.txt for the readers, DIR/key.tsv for the machine
//	go run ./eval/gold/read -score FILE...                                 what the judged files say
//	go run ./eval/gold/read -show FILE...                                  the judged statements as they are read today, beside their verdicts
//	go run ./eval/gold/read -kind recall -seed 7 -n 15 -out DIR            whole pages for readers who mark every statement; -kind denials: every denial
//	go run ./eval/gold/read -recall eval/gold/read/recall-7.tsv            how many of those are shown at the default dial
//
// Kinds are statements, figures, timeline and differ. Statements are drawn one a page, a third from each set; the others from records made of whole
// sets of pages. A key row is number, kind, set, page, start, end (bytes of the page's text, the row's first place) and confidence. A judged file has
// these columns and then one a reader, four letters: for statements speaker, content, chain, stance, each y or n; and for statements a fingerprint of what was
// judged (#…). It holds no words of the pages.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// row is one drawn row: what stands in the key, and what the reader is shown.
type row struct {
	kind, set  string
	place      text.Place
	confidence float64
	shown      string
	print      string // what the verdict will be about; see eval/statements.Print
}

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	kind := flag.String("kind", "statements", "statements, figures, timeline or differ")
	seed := flag.Int64("seed", 1, "another seed draws other rows")
	n := flag.Int("n", 100, "how many")
	least := flag.Float64("min-confidence", 0.9, "rows of this confidence and more")
	below := flag.Float64("below", 1.01, "and less than this one")
	out := flag.String("out", ".", "folder for rows.txt and key.tsv")
	recall := flag.Bool("recall", false, "how many of the statements of the named files, marked by readers on whole pages, are shown")
	score := flag.Bool("score", false, "score the judged files that are named")
	show := flag.Bool("show", false, "show the statements of the judged files that are named as they are read today, beside their verdicts")
	flag.Parse()
	var err error
	switch {
	case *show:
		err = showFiles(os.Stdout, *data, flag.Args())
	case *score:
		err = scoreFiles(os.Stdout, flag.Args())
	case *recall:
		err = scoreRecall(os.Stdout, *data, *least, flag.Args())
	default:
		err = draw(*data, *kind, *seed, *n, *least, *below, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}
}

func draw(data, kind string, seed int64, n int, least, below float64, out string) error {
	if kind == "recall" || kind == "denials" {
		return drawPages(data, kind, seed, n, out)
	}
	var rows []row
	var err error
	if kind == "statements" {
		rows, err = drawStatements(data, seed, n, least, below)
	} else {
		rows, err = drawFindings(data, kind, seed, n)
	}
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	shown, err := os.Create(filepath.Join(out, "rows.txt"))
	if err != nil {
		return err
	}
	defer shown.Close()
	key, err := os.Create(filepath.Join(out, "key.tsv"))
	if err != nil {
		return err
	}
	defer key.Close()
	s, k := bufio.NewWriter(shown), bufio.NewWriter(key)
	for i, r := range rows {
		fmt.Fprintf(s, "## %d\n%s\n", i+1, r.shown)
		fmt.Fprintln(k, strings.TrimRight(fmt.Sprintf("%d\t%s\t%s\t%s\t%d\t%d\t%.3f\t%s", i+1, r.kind, r.set, r.place.Page, r.place.Start, r.place.End, r.confidence, r.print), "\t"))
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return k.Flush()
}
