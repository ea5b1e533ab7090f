// Command draw takes figures of unseen pages at random, so that a person can judge them by reading:
//
//	go run ./eval/amounts/draw -seed 17 -n 120                 the figures in their sentences, one a paragraph
//	go run ./eval/amounts/draw -seed 17 -n 120 -places > PLACES
//	go run ./eval/amounts/draw -drawn PLACES -judged FILE > eval/gold/amounts/drawn.tsv
//	go run ./eval/amounts/draw -wrong dev
//
// A judged file holds a line a figure: number, words counted, words that restrict it ("-" for none, "?" before those that may be left out), or
// "junk" for what is no figure and "passing" for one that is told in passing, "the two leaders". It becomes places without any words of the
// pages; every other row is set aside.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hearsay-news/hearsay/eval/amounts"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	found "github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	seed := flag.Uint64("seed", 17, "what the draw starts from")
	n := flag.Int("n", 120, "how many figures, spread evenly over the sets")
	judged := flag.String("judged", "", "judgements to turn into places")
	drawn := flag.String("drawn", "", "with -judged: the places that were drawn, as -places wrote them")
	places := flag.Bool("places", false, "print the places alone: number, set, page, start, end")
	wrong := flag.String("wrong", "", "print what is wrong on this part of the drawn figures: dev")
	flag.Parse()
	var err error
	if *wrong != "" {
		err = tell(*data, *wrong)
	} else if *judged != "" {
		err = settle(*data, *drawn, *judged)
	} else {
		err = draw(*data, *seed, *n, *places)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "draw:", err)
		os.Exit(1)
	}
}

// draw prints one figure of each drawn page.
func draw(data string, seed uint64, n int, places bool) error {
	number := 0
	for _, set := range amounts.Unseen {
		var all []gather.Page
		if err := amounts.Pages(data, set, func(p gather.Page) { all = append(all, p) }); err != nil {
			return fmt.Errorf("%s: %w", set, err)
		}
		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for left := n / len(amounts.Unseen); left > 0 && len(all) > 0; all = all[1:] {
			r := read.Read(en.Language, all[0])
			var some []found.Amount
			for _, a := range r.Amounts {
				if amounts.Drawable(&a) {
					some = append(some, a)
				}
			}
			if len(some) == 0 {
				continue
			}
			number, left = number+1, left-1
			a := some[random.IntN(len(some))]
			if places {
				fmt.Printf("%d\t%s\t%s\t%d\t%d\n", number, set, r.ID, a.Start, a.End)
				continue
			}
			show(number, set, r, &a)
		}
	}
	return nil
}

// show prints a figure in its sentence, and what was read of it.
func show(number int, set string, r *read.Reading, a *found.Amount) {
	around := a.Span
	for i := range r.Sentences {
		if r.Sentences[i].Contains(a.Span) {
			around = r.Sentences[i].Span
		}
	}
	around.Start, around.End = max(around.Start, a.Start-300), min(around.End, a.End+300)
	at := func(s text.Span) string { return strings.Join(strings.Fields(r.Page.Text.At(s)), " ") }
	fmt.Printf("%d %s %s %s\n  %s[[%s]]%s\n  = %s %v..%v %s | %s | %s | %s\n", number, set, a.Rule, a.Weak, at(text.Span{Start: around.Start, End: a.Start})+" ", at(a.Span),
		" "+at(text.Span{Start: a.End, End: around.End}), a.Relation, a.Low.Value, a.High.Value, a.Unit, at(a.Of), at(a.Scope), a.Kind)
}

// tell prints what is read wrong of a part of the drawn figures.
func tell(data, part string) error {
	parts, err := amounts.Drawn(filepath.Join("eval", "gold", "amounts", "drawn.tsv"), data)
	if err != nil {
		return err
	}
	p := parts[part]
	if p == nil {
		return fmt.Errorf("no part %q: dev or aside", part)
	}
	for _, e := range p.Errors {
		fmt.Println(e)
	}
	return nil
}

// settle finds the words of judgements around the places that were drawn.
func settle(data, drawn, judged string) error {
	judgements := map[string][]string{}
	if err := lines.Each(judged, func(line string) error {
		if f := strings.Split(line, "\t"); len(f) >= 2 {
			judgements[f[0]] = f
		}
		return nil
	}); err != nil {
		return err
	}
	pages := map[string]string{}
	for _, set := range amounts.Unseen {
		if err := amounts.Pages(data, set, func(p gather.Page) { pages[set+" "+p.ID] = string(p.Bytes) }); err != nil {
			return err
		}
	}
	fmt.Println("# Figures of unseen pages, judged by reading: part, set, page, then places in bytes of the page's text: the number, what it counts, what\n" +
		"# restricts that (- for none, ? for one that may be left out), and whether it is a figure, one in passing, or junk. Drawn by eval/amounts/draw with seed 17; no words of the pages.")
	return lines.Each(drawn, func(line string) error {
		f := strings.Split(line, "\t")
		j := judgements[f[0]]
		if j == nil {
			return fmt.Errorf("figure %s is not judged", f[0])
		}
		var start, end int
		if _, err := fmt.Sscan(f[3]+" "+f[4], &start, &end); err != nil {
			return err
		}
		part := "dev"
		if f[0][len(f[0])-1]%2 == 0 {
			part = "aside"
		}
		if j[1] == "junk" || j[1] == "passing" {
			fmt.Printf("%s\t%s\t%s\t%d-%d\t-\t-\t%s\n", part, f[1], f[2], start, end, j[1])
			return nil
		}
		of, err := place(pages[f[1]+" "+f[2]], j[1], start, end)
		if err != nil {
			return fmt.Errorf("figure %s: %w", f[0], err)
		}
		scope := "-"
		if len(j) > 2 {
			if scope, err = place(pages[f[1]+" "+f[2]], j[2], start, end); err != nil {
				return fmt.Errorf("figure %s: %w", f[0], err)
			}
		}
		fmt.Printf("%s\t%s\t%s\t%d-%d\t%s\t%s\tfigure\n", part, f[1], f[2], start, end, of, scope)
		return nil
	})
}

// place is where words stand nearest to a figure, whatever blanks lie between them: after it, or else before it.
func place(page, words string, start, end int) (string, error) {
	if words == "-" || words == "" {
		return "-", nil
	}
	if rest, ok := strings.CutPrefix(words, "?"); ok {
		at, err := place(page, rest, start, end)
		return "?" + at, err
	}
	pattern := strings.ReplaceAll(regexp.QuoteMeta(words), " ", `[\s\x{a0}]+`)
	re, err := regexp.Compile(pattern)
	if err != nil {
		return "", err
	}
	if m := re.FindStringIndex(page[start:]); m != nil && m[0] < 400 {
		return fmt.Sprintf("%d-%d", start+m[0], start+m[1]), nil
	}
	if all := re.FindAllStringIndex(page[:end], -1); len(all) > 0 {
		m := all[len(all)-1]
		return fmt.Sprintf("%d-%d", m[0], m[1]), nil
	}
	return "", fmt.Errorf("no %q near it", words)
}
