package hearsay_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// TestStory reads every story of examples/ and holds what comes out against its answers.txt, a trap a line.
func TestStory(t *testing.T) {
	files, err := filepath.Glob("examples/*/answers.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in examples/: %v", err)
	}
	for _, file := range files {
		s := readStory(t, filepath.Join(filepath.Dir(file), "pages"))
		answers, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(answers), "\n") {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			fields := strings.Split(line, " | ")
			t.Run(fmt.Sprintf("%s:%d %s", filepath.Base(filepath.Dir(file)), n+1, fields[0]), func(t *testing.T) {
				check, known := checks[fields[0]]
				if !known {
					t.Fatalf("unknown kind of answer %q", fields[0])
				}
				if wrong := check(s, pad(fields[1:])); wrong != "" {
					t.Errorf("%s\n  %s", line, wrong)
				}
			})
		}
	}
}

type story struct {
	readings map[string]*read.Reading
	findings *compare.Findings
}

// checks answers "" when the story gives what the line asks for, and else what it gives.
var checks = map[string]func(s story, f []string) string{
	"date":     checkDate,
	"said":     checkSaid,
	"unsaid":   checkUnsaid,
	"relation": checkRelation,
	"copy":     checkCopy,
	"figure":   checkFigure,
	"absent":   checkAbsent,
	"name":     checkName,
	"timeline": checkTimeline,
	"role":     checkRole,
}

func checkDate(s story, f []string) string {
	for _, p := range s.findings.Pages {
		if p.ID != f[0] {
			continue
		}
		got := fmt.Sprintf("%s | %s | %s", p.Published.Earliest, p.Published.Latest, p.Published.Basis)
		want := strings.Join(f[1:4], " | ")
		if p.Published.Earliest.Known && p.Published.Latest.Known {
			got = fmt.Sprintf("%s | %s | %s", p.Published.Earliest.Day, p.Published.Latest.Day, p.Published.Basis)
		}
		if got != want {
			return "got " + got
		}
		return ""
	}
	return "no such page"
}

// find returns the statements one of whose accounts shows the words in its content.
func (s story) find(words string) []compare.Statement {
	var found []compare.Statement
	for _, st := range s.findings.Statements {
		if slices.ContainsFunc(st.Accounts, func(a compare.Account) bool {
			return strings.Contains(strings.ToLower(s.show(a.Page, a.Content)), strings.ToLower(words))
		}) {
			found = append(found, st)
		}
	}
	return found
}

func (s story) show(page string, spans []text.Span) string {
	var parts []string
	for _, span := range spans {
		parts = append(parts, s.readings[page].Page.Text.At(span))
	}
	return strings.Join(parts, " … ")
}

func (s story) entity(id string) compare.Entity {
	for _, e := range s.findings.Entities {
		if e.ID == id {
			return e
		}
	}
	return compare.Entity{}
}

func (s story) named(e compare.Entity, name string) bool {
	return strings.Contains(strings.ToLower(e.Name), strings.ToLower(name)) ||
		slices.ContainsFunc(e.Variants, func(v compare.Variant) bool { return strings.EqualFold(v.Text, name) })
}

func checkSaid(s story, f []string) string {
	speaker, stance, pages, words, chain := f[0], f[1], strings.Fields(f[2]), f[3], f[4]
	var got []string
	for _, st := range s.find(words) {
		var carried []string
		for _, a := range st.Accounts {
			if !slices.Contains(carried, a.Page) {
				carried = append(carried, a.Page)
			}
		}
		var voices []string
		for _, id := range st.Chain {
			voices = append(voices, s.entity(id).Name)
		}
		missing := slices.ContainsFunc(pages, func(p string) bool { return !slices.Contains(carried, p) })
		good := s.named(s.entity(st.Speaker), speaker) && string(st.Stance) == stance && !missing && st.Confidence >= .9
		if chain != "" {
			want := strings.Split(chain, " > ")
			good = good && len(want) == len(st.Chain)
			for i := 0; good && i < len(want); i++ {
				good = s.named(s.entity(st.Chain[i]), want[i])
			}
		}
		if good {
			return ""
		}
		got = append(got, fmt.Sprintf("%q %s in %v, chain %v, confidence %.2f", s.entity(st.Speaker).Name, st.Stance, carried, voices, st.Confidence))
	}
	return fmt.Sprintf("got %d rows with these words: %s", len(got), strings.Join(got, "; "))
}

func checkUnsaid(s story, f []string) string {
	for _, st := range s.find(f[0]) {
		return fmt.Sprintf("%s %s is a row", st.ID, s.show(st.Accounts[0].Page, st.Accounts[0].Content))
	}
	return ""
}

func checkRelation(s story, f []string) string {
	var got []string
	for _, st := range s.find(f[0]) {
		if string(st.Relation) == f[1] {
			return ""
		}
		got = append(got, string(st.Relation))
	}
	return fmt.Sprintf("got %v", got)
}

func checkCopy(s story, f []string) string {
	kind, pages, origin := f[0], strings.Fields(f[1]), f[2]
	var got []string
	for _, c := range s.findings.Copies {
		on := map[string]bool{}
		for _, span := range c.Spans {
			on[span.Page] = true
		}
		all := !slices.ContainsFunc(pages, func(p string) bool { return !on[p] })
		if all && (kind == "any" || c.Kind == kind) && (origin == "" || c.Origin == origin) {
			return ""
		}
		if all {
			got = append(got, c.Kind+" from "+c.Origin)
		}
	}
	return fmt.Sprintf("got %v", got)
}

func checkFigure(s story, f []string) string {
	counts, verdict, wants := f[0], f[1], strings.Fields(f[2])
	var got []string
	for _, fig := range s.findings.Figures {
		met := 0
		var entries []string
		for _, e := range fig.Entries {
			range_ := bound(e.Low.Known, e.Low.Value) + ".." + bound(e.High.Known, e.High.Value)
			entries = append(entries, e.Page+"="+range_)
		}
		for _, want := range wants {
			page, _, _ := strings.Cut(want, "=")
			if slices.ContainsFunc(entries, func(e string) bool { return e == want || strings.HasPrefix(e, page+"=") && near(e, want) }) {
				met++
			}
		}
		if met > 0 {
			got = append(got, fmt.Sprintf("%s %s %v", fig.Counts, fig.Verdict, entries))
		}
		if met == len(wants) && string(fig.Verdict) == verdict && strings.Contains(fig.Counts, counts) {
			return ""
		}
	}
	return fmt.Sprintf("got %v", got)
}

func bound(known bool, v float64) string {
	if !known {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// near compares two "page=low..high" on one axis: a fraction may be shown as such or as percent.
func near(a, b string) bool {
	_, a, _ = strings.Cut(a, "=")
	_, b, _ = strings.Cut(b, "=")
	la, _, _ := strings.Cut(a, "..")
	lb, _, _ := strings.Cut(b, "..")
	x, errX := strconv.ParseFloat(la, 64)
	y, errY := strconv.ParseFloat(lb, 64)
	if errX != nil || errY != nil {
		return false
	}
	if x <= 1 {
		x *= 100
	}
	return x-y < 1 && y-x < 1
}

func checkAbsent(s story, f []string) string {
	number, _ := strconv.ParseFloat(f[0], 64)
	for _, fig := range s.findings.Figures {
		for _, e := range fig.Entries {
			if e.Page == f[1] && e.Low.Known && e.Low.Value == number && len(fig.Entries) > 1 {
				return fmt.Sprintf("%s (%s) holds it", fig.ID, fig.Counts)
			}
		}
	}
	return ""
}

func checkName(s story, f []string) string {
	var got []string
	for _, e := range s.findings.Entities {
		if !s.named(e, f[0]) || e.Type != f[1] {
			continue
		}
		missing := []string{}
		for _, form := range strings.Split(f[2], ", ") {
			if !slices.ContainsFunc(e.Variants, func(v compare.Variant) bool { return strings.EqualFold(v.Text, form) }) {
				missing = append(missing, form)
			}
		}
		if len(missing) == 0 {
			return ""
		}
		got = append(got, fmt.Sprintf("%s without %v", e.Name, missing))
	}
	return fmt.Sprintf("got %v", got)
}

func checkTimeline(s story, f []string) string {
	var got []string
	entries := map[string]compare.Entry{}
	for _, e := range s.findings.Timeline {
		entries[e.ID] = e
	}
	for _, e := range s.findings.Timeline {
		day, single := e.When.Single()
		if !strings.Contains(strings.ToLower(e.Title), f[2]) {
			continue
		}
		becomes := ""
		if e.Becomes != "" {
			d, _ := entries[e.Becomes].When.Single()
			becomes = d.String()
		}
		if single && day.String() == f[0] && string(e.Status) == f[1] && (f[3] == "" || becomes == f[3]) {
			return ""
		}
		got = append(got, fmt.Sprintf("%s %s %q becomes %q", e.When, e.Status, e.Title, becomes))
	}
	return fmt.Sprintf("got %s", strings.Join(got, "; "))
}

func checkRole(s story, f []string) string {
	r := s.readings[f[0]]
	if r == nil {
		return "no such page"
	}
	roles := make([]string, len(r.Page.Blocks))
	for i, b := range r.Page.Blocks {
		roles[i] = string(b.Role)
	}
	for _, o := range s.findings.Overlays {
		for _, change := range o.Roles {
			if o.Page == f[0] {
				roles[change.Block] = string(change.Role)
			}
		}
	}
	var got []string
	for i, b := range r.Page.Blocks {
		if strings.Contains(r.Page.Text.At(b.Span), f[2]) {
			if roles[i] != f[1] {
				got = append(got, roles[i]+" ("+b.Why+")")
			} else if len(got) == 0 {
				got = append(got, "")
			}
		}
	}
	wrong := slices.DeleteFunc(got, func(g string) bool { return g == "" })
	if len(got) == 0 {
		return "no such line"
	}
	if len(wrong) > 0 {
		return fmt.Sprintf("got %v", wrong)
	}
	return ""
}

func pad(f []string) []string {
	for i := range f {
		f[i] = strings.TrimSuffix(strings.TrimSpace(f[i]), " |")
	}
	for len(f) < 6 {
		f = append(f, "")
	}
	return f
}
