// Package term writes a record's rows to a terminal: tables that fit its width, colour only where somebody looks at it, and under each
// the next useful command.
//
//	Paper{W: out, Width: 80}.Said(list)
//
//	Tessa Brandt   says “Nobody was in danger at any time,”   Olm Kurier   s1
//	               Olm Kurier → Tessa Brandt                  9 May 2022
package term

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"github.com/hearsay-news/hearsay/show/clean"
)

// Paper is what is written on.
type Paper struct {
	W      io.Writer
	Width  int    // columns
	Colour bool   // escape codes are understood
	Record string // path of the record as the next command must name it; "" or "hearsay.db" need not be named
	Alone  bool   // no next command is offered: the record will not be there
}

const (
	defaultWidth = 100 // where nothing tells the width: a file, a pipe
	minWidth     = 40
	maxWidth     = 160 // longer lines are hard to read
)

// New takes the width of the terminal behind a writer, and colour where there is one and NO_COLOR is not set.
func New(w io.Writer, record string) Paper {
	p := Paper{W: w, Width: defaultWidth, Record: record}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil {
		p.Width = n
	}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if n, _, err := term.GetSize(int(f.Fd())); err == nil {
			p.Width = n
		}
	}
	p.Width = min(max(p.Width, minWidth), maxWidth)
	return p
}

// page collects what is written, so that it leaves in one piece and one error is checked.
type page struct {
	Paper
	b bytes.Buffer
}

func (p Paper) page() *page { return &page{Paper: p} }

func (g *page) put(format string, a ...any) { fmt.Fprintf(&g.b, format, a...) }

func (g *page) done() error {
	_, err := g.W.Write(g.b.Bytes())
	return err
}

// styles as select-graphic-rendition codes.
const (
	plain  = ""
	bold   = "1"
	faint  = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	blue   = "36"
	purple = "35"
)

func (p Paper) paint(style, words string) string {
	words = clean.Line(words)
	if !p.Colour || style == plain || words == "" {
		return words
	}
	return "\x1b[" + style + "m" + words + "\x1b[0m"
}

// next ends an answer with the command that leads on.
func (g *page) next(args string, what string) {
	if g.Alone {
		return
	}
	command := "hearsay "
	if g.Record != "" && g.Record != "hearsay.db" {
		command += "-r " + quoted(g.Record) + " "
	}
	line := clean.Line(command + args)
	if what != "" && wide(line)+wide(what)+8 <= g.Width {
		line += "   " + g.paint(faint, what)
	}
	g.put("\n%s %s\n", g.paint(faint, "next:"), line)
}

// quoted writes an argument as a shell takes it back.
func quoted(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(c rune) bool {
		return !(c == '/' || c == '.' || c == '-' || c == '_' || c == '@' || c == ':' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
	}) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
