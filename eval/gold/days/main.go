// Command days draws names of days and months from pages, to be judged by a reader:
//
//	go run ./eval/gold/days -seed 1 -n 100 > to-judge.tsv
//	go run ./eval/gold/days -misses eval/gold/days/first.tsv
//
// One place a page, a third from each set; only names that no year follows, in lines that tell something. A row is set, page, start, end, then for the
// reader alone the page's date, what is read now, and the words around. Judged rows keep the first four columns and the right interval.
package main

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hearsay-news/hearsay/eval/times"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

var name = regexp.MustCompile(`\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b`)

var year = regexp.MustCompile(`^[ .,]*(\d{1,2}(st|nd|rd|th)?[ ,]+)?(19|20)\d\d\b`)

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	seed := flag.Int64("seed", 1, "another seed draws other places")
	n := flag.Int("n", 100, "how many")
	around := flag.Int("around", 220, "bytes of context on either side")
	misses := flag.String("misses", "", "show what is read wrong of a judged file, instead of drawing")
	flag.Parse()
	if *misses != "" {
		_, _, wrong, err := times.MeasureDays(*data, *misses)
		if err != nil {
			fmt.Fprintln(os.Stderr, "days:", err)
			os.Exit(1)
		}
		fmt.Println(strings.Join(wrong, "\n"))
		return
	}
	for i, set := range times.DaySets {
		pages, err := times.DayPages(*data, set)
		if err != nil {
			fmt.Fprintln(os.Stderr, "days:", err)
			os.Exit(1)
		}
		draw := rand.New(rand.NewSource(*seed*10 + int64(i)))
		left := (*n + i) / len(times.DaySets)
		for _, k := range draw.Perm(len(pages)) {
			if left == 0 {
				break
			}
			if one(draw, set, pages[k], *around) {
				left--
			}
		}
	}
}

// one draws a place of a page, if it has one and its date is known to the day.
func one(draw *rand.Rand, set string, p gather.Page, around int) bool {
	r := read.Read(en.Language, p)
	if r.Skip != nil {
		return false
	}
	day, ok := r.Article.Published.Interval.Single()
	if !ok {
		return false
	}
	words := string(r.Page.Text)
	var places [][]int
	for _, b := range r.Page.Blocks {
		if !b.Role.Told() {
			continue
		}
		for _, m := range name.FindAllStringIndex(words[b.Start:b.End], -1) {
			if !year.MatchString(words[b.Start+m[1] : b.End]) {
				places = append(places, []int{b.Start + m[0], b.Start + m[1]})
			}
		}
	}
	if len(places) == 0 {
		return false
	}
	at := places[draw.Intn(len(places))]
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	fmt.Printf("%s\t%s\t%d\t%d\t%s\t%s\t%s [%s] %s\n", set, p.ID, at[0], at[1], day, times.MeansDay(r, at[0], at[1]),
		line(words[max(0, at[0]-around):at[0]]), words[at[0]:at[1]], line(words[at[1]:min(len(words), at[1]+around)]))
	return true
}
