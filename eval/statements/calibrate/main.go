// Command calibrate measures each rule of read/statements on annotated text: how many of its rows are right in speaker and content.
//
//	go run ./eval/statements/calibrate -file .evaldata/eval/statements/polnear/train.jsonl            figures and one line a rule
//	go run ./eval/statements/calibrate -file … -wrong trailing -n 30                                  rows of a rule that were wrong
//	go run ./eval/statements/calibrate -file … -missed -n 50                                          gold rows that were missed
//	go run ./eval/statements/calibrate -write                                                          the tables of the confidence, docs/confidence.*
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/eval/statements"
)

func main() {
	if err := run(readOptions()); err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		os.Exit(1)
	}
}

// options are what the command line asks for.
type options struct {
	file, wrong, out, data, by  string
	missed, speech, remake, all bool
	n, skip, limit              int
}

func readOptions() options {
	var o options
	flag.StringVar(&o.file, "file", ".evaldata/eval/statements/polnear/train.jsonl", "annotated documents")
	flag.StringVar(&o.wrong, "wrong", "", "print wrong rows of this rule (all: every rule)")
	flag.BoolVar(&o.missed, "missed", false, "print missed gold rows")
	flag.IntVar(&o.n, "n", 40, "how many to print")
	flag.IntVar(&o.skip, "skip", 0, "how many documents to pass over")
	flag.IntVar(&o.limit, "limit", 0, "read only so many documents")
	flag.BoolVar(&o.speech, "speech", false, "gold rows that are no speech don't count")
	flag.StringVar(&o.out, "out", "", "write the predictions to this file, one JSON object a document")
	flag.BoolVar(&o.remake, "write", false, "make the tables of the confidence again, and docs/confidence.md with its picture")
	flag.StringVar(&o.data, "data", ".evaldata/eval", "folder that holds the data sets")
	flag.BoolVar(&o.all, "all", false, "count rows of any confidence")
	flag.StringVar(&o.by, "by", "rule", "rule or cue: what the table lists")
	flag.Parse()
	return o
}

func run(o options) error {
	docs, err := statements.Load(o.file)
	if err != nil {
		return err
	}
	docs = docs[min(o.skip, len(docs)):]
	if o.limit > 0 && o.limit < len(docs) {
		docs = docs[:o.limit]
	}
	if o.remake {
		return writeAll(docs, o.data)
	}
	if o.all {
		statements.MinConfidence = 0
	}
	pred := statements.Predict(docs)
	if o.out != "" {
		if err := write(o.out, docs, pred); err != nil {
			return err
		}
	}
	l := &listing{options: o, rules: map[string]*tally{}}
	f := statements.Score(docs, pred, o.speech, l.document)
	l.table()
	fmt.Printf("full %.1f/%.1f/%.1f strict %.1f content %.1f source-given-content %.1f\n", f.Full.P, f.Full.R, f.Full.F, f.Strict.F, f.IoU.F, f.SourceGivenContent)
	fmt.Printf("recall direct %.1f mixed %.1f indirect %.1f; fragments content %.1f cue %.1f source %.1f; shown right %.1f recall %.1f\n",
		f.Direct, f.Mixed, f.Indirect, f.Content.F, f.Cue.F, f.Source.F, f.ShownRight, f.ShownRecall)
	return nil
}

// tally counts the rows of one rule.
type tally struct{ right, all, reader, touched int }

// listing is what is counted and printed while the documents are scored.
type listing struct {
	options
	rules map[string]*tally
}

// document counts the rows of one document, and prints those that are asked for.
func (l *listing) document(d *statements.Document, pred []statements.Attribution, s statements.Scored) {
	text := []rune(d.Text)
	for i, p := range pred {
		key := p.Rule
		if l.by == "cue" {
			key = p.Rule + " " + p.Head
		}
		if l.rules[key] == nil {
			l.rules[key] = &tally{}
		}
		l.rules[key].add(s, i)
		if (p.Rule == l.wrong || l.wrong == "all" || key == l.wrong) && !s.Right[i] && l.n > 0 {
			l.n--
			fmt.Printf("%s\n   ours %s\n", line(text, p), show(text, p))
			beside(text, "gold", p, d.Attributions)
		}
	}
	if !l.missed {
		return
	}
	for _, m := range s.Missed {
		if l.n > 0 {
			l.n--
			g := d.Attributions[m]
			fmt.Printf("%s\n   gold %s\n", line(text, g), show(text, g))
			beside(text, "ours", g, pred)
		}
	}
}

// add counts row i of a document.
func (t *tally) add(s statements.Scored, i int) {
	t.all++
	if s.Right[i] {
		t.right++
	}
	if s.Touched[i] {
		t.touched++
		if s.Reader[i] {
			t.reader++
		}
	}
}

// beside prints the rows of the other side that touch one.
func beside(text []rune, whose string, a statements.Attribution, others []statements.Attribution) {
	for _, b := range others {
		if touches(a, b) {
			fmt.Printf("   %s %s\n", whose, show(text, b))
		}
	}
}

// table prints one line a rule, those of the most rows first.
func (l *listing) table() {
	var names []string
	for name := range l.rules {
		names = append(names, name)
	}
	sort.Slice(names, func(i, k int) bool {
		if l.rules[names[i]].all != l.rules[names[k]].all {
			return l.rules[names[i]].all > l.rules[names[k]].all
		}
		return names[i] < names[k]
	})
	for _, name := range names {
		if c := l.rules[name]; c.all >= 5 || l.by == "rule" {
			fmt.Printf("%-28s %5d  %.3f   annotated %5d  %.3f\n", name, c.all, float64(c.right)/float64(c.all), c.touched, float64(c.reader)/float64(max(1, c.touched)))
		}
	}
}

func show(text []rune, a statements.Attribution) string {
	return fmt.Sprintf("[%s] S=%s V=%s C=%s", a.Rule, parts(text, a.Source), parts(text, a.Cue), parts(text, a.Content))
}

func parts(text []rune, spans [][2]int) string {
	var out []string
	for _, s := range spans {
		out = append(out, string(text[s[0]:s[1]]))
	}
	return strings.Join(out, " … ")
}

func touches(a, b statements.Attribution) bool {
	for _, x := range [][][2]int{a.Cue, a.Content} {
		for _, s := range x {
			for _, y := range [][][2]int{b.Cue, b.Content} {
				for _, t := range y {
					if s[0] < t[1] && t[0] < s[1] {
						return true
					}
				}
			}
		}
	}
	return false
}

// line returns the words around an attribution.
func line(text []rune, a statements.Attribution) string {
	at := 0
	for _, s := range append(append([][2]int{}, a.Cue...), a.Content...) {
		at = s[0]
		break
	}
	from, to := at, at
	for from > 0 && text[from-1] != '\n' && (at-from < 120 || text[from-1] != ' ') {
		from--
	}
	for to < len(text) && text[to] != '\n' && (to-at < 120 || text[to] != ' ') {
		to++
	}
	return "> " + string(text[from:to])
}

func write(file string, docs []statements.Document, pred map[string][]statements.Attribution) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for i := range docs {
		d := statements.Document{ID: docs[i].ID, Attributions: append([]statements.Attribution{}, pred[docs[i].ID]...)}
		if err := enc.Encode(d); err != nil {
			return err
		}
	}
	return f.Close()
}

// cell counts the rows of a rule with a cue: those the annotators marked too, or all where the row is a thought.
type cell struct{ rows, right, own int }

// count adds a row to its cells. Rows that the annotators left out count only where they are thoughts, which those marked throughout.
func count(cells map[[2]string]*cell, p *statements.Attribution, touched, right bool) {
	for _, k := range [][2]string{{p.Rule, "*"}, {p.Rule, "=" + p.Stance}, {p.Rule, p.Head}} {
		if cells[k] == nil {
			cells[k] = &cell{}
		}
		if touched || p.Thought {
			cells[k].rows++
		}
		if right {
			cells[k].right++
		}
	}
}

// chains are the rules of two voices, which these annotations can't measure.
var chains = map[string]bool{"citing": true, "quoted-as-saying": true, "quoted-by": true, "quotes-as-saying": true}

func tableOf(cells map[[2]string]*cell) string {
	var out strings.Builder
	out.WriteString("# Measured shares of right rows: rule, head of the cue (* for any, = before a stance), rows, share. Rows that the annotators marked too, on PolNeAR train.\n" +
		"# Made by: go run ./eval/statements/calibrate -write\n")
	var keys [][2]string
	for k, c := range cells {
		if chains[k[0]] {
			continue
		}
		if c.rows >= 4 || k[1] == "*" && c.rows > 0 {
			keys = append(keys, k)
		}
	}
	for _, rule := range []string{"citing", "quoted-as-saying", "quoted-by", "quotes-as-saying"} {
		fmt.Fprintf(&out, "%s\t*\t16\t0.930\n", rule) // annotators mark one voice only; of our own cases of chains 15 of 16 are right
	}
	sort.Slice(keys, func(i, k int) bool {
		return keys[i][0] < keys[k][0] || keys[i][0] == keys[k][0] && keys[i][1] < keys[k][1]
	})
	for _, k := range keys {
		c := cells[k]
		fmt.Fprintf(&out, "%s\t%s\t%d\t%.3f\n", k[0], k[1], c.rows, float64(c.right)/float64(c.rows))
	}
	return out.String()
}
