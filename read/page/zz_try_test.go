package page

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/text"
)

func TestTry(t *testing.T) {
	f := os.Getenv("F")
	b, _ := os.ReadFile(f)
	d, _ := decode(b, "", true)
	lex := loadLexicon()
	w := walk(d.bytes, lex)
	shown, _ := w.out.Done()
	doc := newDocument(lex, shown, w.lines, gather.Given{}.Title)
	doc.nodes = w.nodes
	doc.meta = w.meta
	doc.classify()
	fmt.Println("title", doc.title, "from", doc.from, "to", doc.to)
	for i := range doc.lines {
		ln := &doc.lines[i]
		s := doc.at(i)
		if len(s) > 70 {
			s = s[:70]
		}
		path := ""
		for n := ln.node; n > 0 && len(path) < 60; n = doc.nodes[n].parent {
			path = doc.nodes[n].element.name + "/" + path
		}
		var ms []string
		for _, n := range markOrder {
			if ln.marks&markNames[n] != 0 {
				ms = append(ms, n)
			}
		}
		o := " "
		if ln.outside {
			o = "o"
		}
		fmt.Printf("%4d %s %-9s w%-3d l%-3d n%d %-30.30s %-50.50s %s | %s\n", i, o, ln.role, ln.words, ln.linkChars*100/max(1, ln.chars), ln.notices, ln.why, path, strings.Join(ms, ","), s)
	}
}

func TestFlat(t *testing.T) {
	f := os.Getenv("F")
	b, _ := os.ReadFile(f)
	g, _ := os.ReadFile(strings.TrimSuffix(f, ".txt") + ".gold")
	gold := " " + strings.Join(strings.Fields(string(g)), " ") + " "
	d, _ := decode(b, "", false)
	lex := loadLexicon()
	var lines []line
	gap := 0
	for _, at := range text.Text(d.bytes).Lines() {
		at = text.Text(d.bytes).Trim(at)
		if at.Empty() {
			gap++
			continue
		}
		lines = append(lines, line{Span: at, gap: gap})
		gap = 0
	}
	doc := newDocument(lex, text.Text(d.bytes), lines, "")
	doc.classify()
	fmt.Println("title", doc.title, "from", doc.from, "to", doc.to)
	for i := range doc.lines {
		ln := &doc.lines[i]
		s := doc.at(i)
		in := " "
		w := strings.Fields(s)
		hit, n := 0, 0
		for i := 0; i < max(1, len(w)-3); i++ {
			n++
			if strings.Contains(gold, " "+strings.Join(w[i:min(len(w), i+4)], " ")+" ") {
				hit++
			}
		}
		if hit*2 > n && len(w) > 3 {
			in = "+"
		}
		if len(s) > 100 {
			s = s[:100]
		}
		fmt.Printf("%4d %s %-9s w%-3d s%-3d n%d %4d %-30.30s | %s\n", i, in, ln.role, ln.words, ln.stops, ln.notices, ln.score, ln.why, s)
	}
}
