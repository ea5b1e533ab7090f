package whole

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// row is one object of an exported document.
type row = map[string]any

// inspector holds an exported document to the rules of a record.
type inspector struct {
	pages map[string]*shownPage
	flaws []string
}

// Flaws says which rules of a record an exported document breaks, in words. The record is what it was written from: its readings hold the
// words that every place must show.
func Flaws(document []byte, shown *view.Record) []string {
	var doc row
	if err := json.Unmarshal(document, &doc); err != nil {
		return []string{"no JSON: " + err.Error()}
	}
	c := &inspector{pages: map[string]*shownPage{}}
	for i := range shown.Pages {
		c.pages[shown.Pages[i].ID] = newShownPage(&shown.Pages[i])
	}
	for _, name := range slices.Sorted(maps.Keys(doc)) {
		if rows, ok := doc[name].([]any); ok {
			c.list(name, rows)
		}
	}
	c.stories(doc)
	c.words(doc)
	return c.flaws
}

func (c *inspector) add(format string, args ...any) {
	c.flaws = append(c.flaws, fmt.Sprintf(format, args...))
}

// list looks for what no list may hold: rows without an id of their own, faults, and inside the rows what is out of order.
func (c *inspector) list(name string, rows []any) {
	seen := map[string]bool{}
	for _, one := range rows {
		r := one.(row)
		id := field(r, "id")
		if id == "" || seen[id] {
			c.add("id: %q is missing or stands twice in %s", id, name)
		}
		seen[id] = true
		if name == "faults" {
			c.add("fault: %s, %s: %s", field(r, "room"), field(r, "kind"), field(r, "detail"))
			continue
		}
		page := ""
		if name == "pages" {
			page = id
		}
		c.walk(r, name, page)
	}
}

// walk visits everything inside a row; page is the page that a place without one lies on.
func (c *inspector) walk(value any, path, page string) {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			c.walk(one, path, page)
		}
	case row:
		if p := field(v, "page"); p != "" {
			page = p
		}
		if start, ok := v["start"].(float64); ok && v["end"] != nil {
			c.place(path, page, int(start), int(v["end"].(float64)))
		}
		if from, until := field(v, "earliest"), field(v, "latest"); from != "" && until != "" && after(from, until) {
			c.add("order: %s after %s at %s", from, until, path)
		}
		if low, ok := v["low"].(float64); ok {
			if high, ok := v["high"].(float64); ok && low > high {
				c.add("order: low %g above high %g at %s of %s", low, high, path, page)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			c.walk(v[key], path+"."+key, page)
		}
	}
}

func (c *inspector) place(path, page string, start, end int) {
	p := c.pages[page]
	switch {
	case p == nil:
		c.add("span: unknown page %q at %s", page, path)
	case start < 0 || start >= end || end > len(p.letters):
		c.add("span: %d to %d at %s of %s, which has %d characters", start, end, path, page, len(p.letters))
	}
}

// stories: every page that was read is in exactly one.
func (c *inspector) stories(doc row) {
	count := map[string]int{}
	for _, s := range rowsOf(doc, "stories") {
		for _, id := range s["pages"].([]any) {
			count[id.(string)]++
		}
	}
	for _, p := range rowsOf(doc, "pages") {
		if id := field(p, "id"); p["skip"] == nil && count[id] != 1 {
			c.add("story: page %s is in %d", id, count[id])
		}
	}
}

func rowsOf(r row, key string) []row {
	list, _ := r[key].([]any)
	out := make([]row, len(list))
	for i, one := range list {
		out[i] = one.(row)
	}
	return out
}

func field(r row, key string) string {
	s, _ := r[key].(string)
	return s
}

// after says whether one date lies after another, as far as both are written: days by number, since a year may have a sign and more than four figures.
func after(a, b string) bool {
	x, y := days(a), days(b)
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] > y[i]
		}
	}
	return false
}

func days(s string) []int {
	sign := 1
	if rest, minus := strings.CutPrefix(s, "-"); minus {
		s, sign = rest, -1
	}
	s, _, _ = strings.Cut(s, "T")
	var out []int
	for i, part := range strings.Split(s, "-") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return out
		}
		if i == 0 {
			n *= sign
		}
		out = append(out, n)
	}
	return out
}
