package page

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
)

func TestTry(t *testing.T) {
	f := os.Getenv("F")
	b, _ := os.ReadFile(f)
	d, _ := decode(b, "", true)
	lex := loadLexicon()
	w := walk([]byte(d.text), lex)
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
