package main

import (
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/eval/times"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// denying are words of pages that may hold a denial: the pages on which denials are marked are drawn from those that have one.
var denying = regexp.MustCompile(`(?i)\b(den(y|ies|ied|ials?)|dismiss(es|ed)?|reject(s|ed)?|refut(e|es|ed)|ruled out)\b`)

// readable is how long a page is that a reader marks from end to end, in bytes.
var readable = [2]int{1500, 6000}

// drawPages writes whole pages for readers who mark every statement ("recall": a third from each set) or every denial ("denials": of one set).
func drawPages(data, kind string, seed int64, n int, out string) error {
	sets := times.DaySets
	if kind == "denials" {
		sets = sets[:1]
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for i, set := range sets {
		pages, err := times.DayPages(data, set)
		if err != nil {
			return err
		}
		chance := rand.New(rand.NewSource(seed*100 + int64(i)))
		left := (n + i) / len(sets)
		for _, k := range chance.Perm(len(pages)) {
			p := pages[k]
			if left == 0 {
				break
			}
			if len(p.Bytes) < readable[0] || len(p.Bytes) > readable[1] || kind == "denials" && !denying.Match(p.Bytes) {
				continue
			}
			left--
			r := read.Read(en.Language, p)
			name := set + "_" + strings.ReplaceAll(p.ID, "/", "_") + ".txt"
			if err := os.WriteFile(filepath.Join(out, name), []byte(set+"\t"+p.ID+"\n"+string(r.Page.Text)+"\n"), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// mark is one statement that a reader marked on a page: what is said, and a place that names the speaker (none: the page names nobody).
type mark struct {
	kind             string // statement, denial
	content, speaker text.Span
}

// scoreRecall tells how many of the statements that readers marked are shown at a confidence and more: found at all (a row's content shares half of the
// marked words or of its own), and found with the speaker that was marked.
func scoreRecall(w io.Writer, data string, least float64, files []string) error {
	marks := map[string][]mark{}
	for _, file := range files {
		if err := lines.Each(file, func(line string) error {
			if line == "" || line[0] == '#' {
				return nil
			}
			f := strings.Split(line, "\t")
			if len(f) != 7 {
				return fmt.Errorf("want set, page, kind, start, end and the speaker's start, end: %q", line)
			}
			var at [4]int
			for i := range at {
				var err error
				if at[i], err = strconv.Atoi(f[3+i]); err != nil {
					return err
				}
			}
			key := f[0] + "\t" + f[1]
			marks[key] = append(marks[key], mark{f[2], text.Span{Start: at[0], End: at[1]}, text.Span{Start: at[2], End: at[3]}})
			return nil
		}); err != nil {
			return err
		}
	}
	type tally struct{ marked, found, right, denied int }
	all := map[string]*tally{"statement": {}, "denial": {}}
	for _, set := range times.DaySets {
		pages, err := times.DayPages(data, set)
		if err != nil {
			return err
		}
		for _, p := range pages {
			wanted := marks[set+"\t"+p.ID]
			if len(wanted) == 0 {
				continue
			}
			r := read.Read(en.Language, p)
			for _, m := range wanted {
				t := all[m.kind]
				if t == nil {
					return fmt.Errorf("no kind %q", m.kind)
				}
				t.marked++
				found, right, denied := m.find(r, least)
				for _, x := range []struct {
					is bool
					n  *int
				}{{found, &t.found}, {right, &t.right}, {denied, &t.denied}} {
					if x.is {
						*x.n++
					}
				}
			}
		}
	}
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
	for _, kind := range []string{"statement", "denial"} {
		if t := all[kind]; t.marked > 0 {
			fmt.Fprintf(w, "%ss at %.2f and more: %d marked, found %.1f %%, with the speaker right %.1f %%", kind, least, t.marked, share(t.found, t.marked), share(t.right, t.marked))
			if kind == "denial" {
				fmt.Fprintf(w, ", as a denial %.1f %%", share(t.denied, t.marked))
			}
			fmt.Fprintln(w)
		}
	}
	return nil
}

// find looks for a marked statement among the rows of its page.
func (m *mark) find(r *read.Reading, least float64) (found, right, denied bool) {
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Confidence < least || !s.Stance.Speech() {
			continue
		}
		both, own := 0, 0
		for _, at := range s.Content {
			own += at.End - at.Start
			both += max(0, min(at.End, m.content.End)-max(at.Start, m.content.Start))
		}
		if both == 0 || both*2 < min(own, m.content.End-m.content.Start) {
			continue
		}
		found = true
		if m.speaks(r, s) {
			right = true
			denied = denied || s.Stance == statements.Deny
		}
	}
	return found, right, denied
}

// speaks says whether a row's speaker is the one who is named at the marked place: that place is a mention of his, or holds one of his names.
func (m *mark) speaks(r *read.Reading, s *statements.Statement) bool {
	if m.speaker.Empty() || s.Speaker < 0 {
		return m.speaker.Empty() && s.Speaker < 0
	}
	for i := range r.Names {
		if at := r.Names[i].Span; r.Names[i].Entity == s.Speaker && at.Start < m.speaker.End && m.speaker.Start < at.End {
			return true
		}
	}
	named := strings.ToLower(r.Page.Text.At(m.speaker))
	for _, form := range append([]string{r.Entities[s.Speaker].Name}, r.Entities[s.Speaker].Variants...) {
		if form = strings.ToLower(form); form == named || strings.HasSuffix(named, " "+form) || strings.HasSuffix(form, " "+named) {
			return true
		}
	}
	return false
}
