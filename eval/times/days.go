package times

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// DaySets are the sets that names of days and months are drawn from.
var DaySets = []string{"helsinki", "t17", "naeb"}

// DayPages reads the pages of one of DaySets below the data folder, in the order of its file. A page of helsinki tells its own date; the others are given
// theirs.
func DayPages(data, set string) ([]gather.Page, error) {
	var pages []gather.Page
	var err error
	switch set {
	case "helsinki":
		err = lines.JSON(filepath.Join(data, "compare", "helsinki", "pages.jsonl"), func(d struct {
			ID, Publisher string
			Paras         []string
		}) {
			pages = append(pages, gather.Page{ID: d.ID, Bytes: []byte(strings.Join(d.Paras, "\n")), Charset: "utf-8", Given: gather.Given{Outlet: d.Publisher}})
		})
	case "t17":
		err = lines.JSON(filepath.Join(data, "compare", "t17", "articles.jsonl"), func(d struct{ ID, Date, Text string }) {
			pages = append(pages, gather.Page{ID: d.ID, Bytes: []byte(d.Text), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: d.Date}})
		})
	case "naeb":
		dir := filepath.Join(data, "pages", "naeb")
		var failed error
		err = lines.JSON(filepath.Join(dir, "gold.jsonl"), func(d struct{ ID, Date string }) {
			raw, err := os.ReadFile(filepath.Join(dir, "flat", d.ID+".txt"))
			if err != nil {
				failed = errors.Join(failed, err)
				return
			}
			pages = append(pages, gather.Page{ID: d.ID, Bytes: raw, Charset: "utf-8", Given: gather.Given{Published: d.Date}})
		})
		err = errors.Join(err, failed)
	default:
		err = fmt.Errorf("no set of pages %q", set)
	}
	return pages, err
}

// A Day is the name of a day or month at a place of a page, and what it means there: "2018-07-14", "2018-07-01…2018-07-31", or "none" where it means no one day or
// month ("Theresa May", "he works on Fridays and on Monday").
// The file holds no words of the page.
type Day struct {
	Set, Page  string
	Start, End int // bytes
	Right      string
}

// LoadDays reads rows of set, page, start, end and right interval, with tabs between.
func LoadDays(file string) ([]Day, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var days []Day
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			return nil, fmt.Errorf("%s, line %d: want set, page, start, end, interval", file, n+1)
		}
		d := Day{Set: f[0], Page: f[1], Right: f[4]}
		var err1, err2 error
		d.Start, err1 = strconv.Atoi(f[2])
		d.End, err2 = strconv.Atoi(f[3])
		if err := errors.Join(err1, err2); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", file, n+1, err)
		}
		days = append(days, d)
	}
	return days, nil
}

// MeasureDays counts how many of a file's days are read as they are meant, and tells the others.
func MeasureDays(data, file string) (right, all int, misses []string, err error) {
	days, err := LoadDays(file)
	if err != nil {
		return 0, 0, nil, err
	}
	wanted := map[string][]Day{}
	for _, d := range days {
		wanted[d.Set+" "+d.Page] = append(wanted[d.Set+" "+d.Page], d)
	}
	for _, set := range DaySets {
		pages, err := DayPages(data, set)
		if err != nil {
			return 0, 0, nil, err
		}
		for _, p := range pages {
			list := wanted[set+" "+p.ID]
			if list == nil {
				continue
			}
			r := read.Read(en.Language, p)
			for _, d := range list {
				all++
				got := MeansDay(r, d.Start, d.End)
				if got == d.Right || d.Right == "none" && (got == "set" || got == "unknown") {
					right++
				} else {
					misses = append(misses, fmt.Sprintf("%s %s %d %s: want %s, read %s", set, p.ID, d.Start, r.Page.Text[d.Start:d.End], d.Right, got))
				}
			}
		}
	}
	if all < len(days) {
		return 0, 0, nil, fmt.Errorf("%s: %d of %d pages are not there", file, len(days)-all, len(days))
	}
	return right, all, misses, nil
}

// MeansDay is what a reading makes of a place: the days of the time expression there, "none" when there is none, "set" for a repeated time, "unknown"
// without an interval. Clock times are left out.
func MeansDay(r *read.Reading, start, end int) string {
	for _, e := range r.Times {
		if e.Start < end && start < e.End {
			i := e.Interval
			i.Earliest.Clocked, i.Latest.Clocked = false, false
			i.Earliest.Second, i.Latest.Second = 0, 0
			i.Earliest.Zoned, i.Latest.Zoned = false, false
			i.Earliest.Offset, i.Latest.Offset = 0, 0
			if e.Type == "SET" {
				return "set"
			}
			return i.String()
		}
	}
	return "none"
}
