// Package report writes a record as one HTML file: look, script and pictures inside, so that it opens offline and can be sent along.
//
//	Write(f, record, Options{Name: "bridge.db"})   →   overview, timeline, statements, figures, pages, and every page's text;
//	                                                   a click on “Nobody was in danger at any time,” jumps to it on kurier-1
package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"

	"github.com/hearsay-news/hearsay/show/parts"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

//go:embed report.html report.js report.css
var files embed.FS

// Options are what a report needs beside the record.
type Options struct {
	Name  string // what the record is called
	Dial  view.Dial
	Texts int // so many page texts at most; 0: DefaultTexts
}

// DefaultTexts keeps the file of a large record small enough for a browser: pages beyond it are listed without their text.
const DefaultTexts = 400

// content is what the template shows.
type content struct {
	view.Overview
	Name       string
	Dial       view.Dial
	Entries    []view.Entry
	Drawn      []view.Entry
	Statements []view.Statement
	Figures    []view.Figure
	Singles    []view.Figure // that one place gives
	Conflicts  []view.Conflict
	Rows       []view.PageRow
	Entities   []view.Entity
	Copies     []view.Copy
	Texts      []view.Reader
	Left       int // pages without their text
	Style      template.CSS
	Script     template.JS
	Policy     string
}

// Write writes the report.
func Write(w io.Writer, r *view.Record, o Options) error {
	if o.Dial == (view.Dial{}) {
		o.Dial.Min = view.DefaultDial
	}
	if o.Texts == 0 {
		o.Texts = DefaultTexts
	}
	c := &content{Overview: r.Overview(o.Dial), Name: o.Name, Dial: o.Dial, Entries: r.Timeline("", ""), Statements: r.Statements(view.Filter{Dial: o.Dial}).Statements,
		Conflicts: r.Conflicts(), Rows: r.PageRows(o.Dial), Entities: r.Entities(o.Dial, ""), Copies: r.Copies("")}
	c.Figures, c.Singles = view.Singles(r.Figures("", ""))
	c.Drawn = r.Highlights(40)
	number := make(map[string]int, len(c.Rows)) // pages with their text are numbered in the names of places: an id may hold anything
	for _, row := range c.Rows {
		if row.Skip != nil {
			continue
		}
		if len(c.Texts) == o.Texts {
			c.Left++
			continue
		}
		page, _ := r.Reader(row.ID, view.Asked{Dial: o.Dial, Anchors: true})
		c.Texts = append(c.Texts, page)
		number[row.ID] = len(c.Texts)
	}
	style, err := joined("static/room.css", "report.css")
	if err != nil {
		return err
	}
	script, err := joined("static/room.js", "report.js")
	if err != nil {
		return err
	}
	c.Style, c.Script = template.CSS(style), template.JS(script)
	c.Policy = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'", hash(style), hash(script))
	anchor := func(page string, s text.Span) string { return fmt.Sprintf("x%d-%d-%d", number[page], s.Start, s.End) }
	t := parts.Templates(parts.Links{
		Row: func(kind, id string) string { return "#" + target(kind, id, number) },
		Place: func(page string, at ...view.Place) string {
			if len(at) == 0 || at[0].Text == "" || number[page] == 0 {
				return "#" + target("page", page, number)
			}
			return "#" + anchor(page, at[0].Span)
		},
		Anchor: anchor,
	}).Funcs(template.FuncMap{"target": func(kind, id string) string { return target(kind, id, number) }})
	if t, err = t.ParseFS(files, "report.html"); err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := t.ExecuteTemplate(b, "report", c); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// target names a row inside the document. It is the id that the shared templates give their rows.
func target(kind, id string, number map[string]int) string {
	switch kind {
	case "page", "why": // the report explains no other rows
		if n, ok := number[id]; ok {
			return "page-" + strconv.Itoa(n)
		}
		return "row-page-" + id
	case "entry":
		return "row-entry-" + id
	}
	return kind + "-" + id
}

func joined(shared, own string) (string, error) {
	a, err := parts.Static.ReadFile(shared)
	if err != nil {
		return "", err
	}
	b, err := files.ReadFile(own)
	return string(a) + "\n" + string(b), err
}

// hash is how a policy names an inline style or script.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
