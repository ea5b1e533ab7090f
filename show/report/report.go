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
	"slices"
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
	Texts int // so many page texts at most; 0: as many as most.text leaves room for
}

// most keeps the file of a large record under two megabytes: what goes beyond stands in the record and in the reading room, and the report says how
// much that is.
var most = struct{ text, statements, entries, figures, singles, conflicts, entities, copies int }{
	text:       60_000, // characters of page texts; marked up they take about twelve times that
	statements: 500, entries: 200, figures: 30, singles: 200, conflicts: 120, entities: 250, copies: 100}

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
	Left       int      // pages without their text
	Cut        []string // what was left out for the size of the file: "1,204 statements"
	Style      template.CSS
	Script     template.JS
	Policy     string
}

// Write writes the report.
func Write(w io.Writer, r *view.Record, o Options) error {
	if o.Dial == (view.Dial{}) {
		o.Dial.Min = view.DefaultDial
	}
	c := &content{Overview: r.Overview(o.Dial), Name: o.Name, Dial: o.Dial, Rows: r.PageRows(o.Dial)}
	c.Entries, _ = r.TimelineOf(view.Told{})
	if len(c.Entries) > most.entries {
		c.Entries = c.keepEntries(r)
	}
	c.Statements = first(c, "statements", r.Statements(view.Filter{Dial: o.Dial}).Statements, most.statements)
	c.Conflicts = first(c, "conflicts and shifts", r.Conflicts(), most.conflicts)
	c.Entities = first(c, "names", r.Entities(o.Dial, ""), most.entities)
	c.Copies = first(c, "copied passages", r.Copies(""), most.copies)
	c.Figures, c.Singles = view.Singles(r.Figures("", ""))
	c.Figures, c.Singles = first(c, "figures of several places", c.Figures, most.figures), first(c, "figures of one place", c.Singles, most.singles)
	c.Drawn = r.Highlights(40)
	here := c.here()
	number := make(map[string]int, len(c.Rows)) // pages with their text are numbered in the names of places: an id may hold anything
	room := most.text
	for _, row := range c.Rows {
		if row.Skip != nil {
			continue
		}
		if o.Texts > 0 && len(c.Texts) == o.Texts || o.Texts == 0 && room <= 0 {
			c.Left++
			continue
		}
		page, _ := r.Reader(row.ID, view.Asked{Dial: o.Dial, Anchors: true})
		for _, block := range page.Blocks {
			room -= len(block.Place.Text)
		}
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
		Row: func(kind, id string) string {
			if section, listed := sections[kind]; listed && !here[kind+" "+id] {
				return "#" + section // the row itself was left out
			}
			return "#" + target(kind, id, number)
		},
		Place: func(page string, at ...view.Place) string {
			if len(at) == 0 || at[0].Text == "" || number[page] == 0 {
				return "#" + target("page", page, number)
			}
			return "#" + anchor(page, at[0].Span)
		},
		Mended: r.Mended,
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

// first keeps the first rows of a list and notes how many it leaves out.
func first[Row any](c *content, what string, rows []Row, n int) []Row {
	if len(rows) <= n {
		return rows
	}
	c.Cut = append(c.Cut, view.NumberWords(float64(len(rows)-n))+" "+what)
	return rows[:n]
}

// keepEntries keeps the entries that matter most, in order of time.
func (c *content) keepEntries(r *view.Record) []view.Entry {
	weighty, of := r.TimelineOf(view.Told{Weight: true, Window: view.Window{Limit: most.entries}})
	c.Cut = append(c.Cut, view.NumberWords(float64(of-len(weighty)))+" entries of the timeline")
	kept := map[string]bool{}
	for _, e := range weighty {
		kept[e.ID] = true
	}
	return slices.DeleteFunc(c.Entries, func(e view.Entry) bool { return !kept[e.ID] })
}

// sections are where the rows of each kind stand.
var sections = map[string]string{"statement": "statements", "entry": "timeline", "figure": "figures", "entity": "people", "copy": "copies"}

// here returns which rows the report holds.
func (c *content) here() map[string]bool {
	out := map[string]bool{}
	for _, s := range c.Statements {
		out["statement "+s.ID] = true
	}
	for _, e := range c.Entries {
		out["entry "+e.ID] = true
	}
	for _, f := range slices.Concat(c.Figures, c.Singles) {
		out["figure "+f.ID] = true
	}
	for _, e := range c.Entities {
		out["entity "+e.ID] = true
	}
	for _, x := range c.Copies {
		out["copy "+x.ID] = true
	}
	return out
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
