package main

import (
	"context"
	"errors"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
)

// mendCommand lets a person put right what the program got wrong.
type mendCommand struct {
	Outlet mendOutlet `cmd:"" help:"Give the pages of an outlet its right name."`
	Join   mendJoin   `cmd:"" help:"Say that two people, bodies or places are one."`
	Split  mendSplit  `cmd:"" help:"Say that somebody is another one on some pages."`
	Hide   mendHide   `cmd:"" help:"Leave a row out."`
	Note   mendNote   `cmd:"" help:"Tie a note to a row."`
	List   mendList   `cmd:"" help:"List what was put right."`
	Undo   mendUndo   `cmd:"" help:"Take it back."`
}

func (mendCommand) Help() string {
	return `What you put right is a row of the record itself: it holds when pages are added, read or compared anew, is listed, can be taken back, and
stands in every export ("corrections"). Nothing of the pages is changed. It is tied to the words where a row stands, not to its id.

Example:
  hearsay mend outlet "bpoil bbc" BBC
  hearsay mend join e7c2 e9a1 --note "his maiden name"
  hearsay mend hide s12
  hearsay mend list`
}

type mendOutlet struct {
	From string `arg:"" help:"The name that pages have now."`
	To   string `arg:"" help:"The right one."`
	Note string `placeholder:"WORDS" help:"Why."`
}

func (m *mendOutlet) Run(ctx context.Context, c *commands, std streams) error {
	return c.mend(ctx, std, func(r *hearsay.Record) (compare.Mend, error) { return r.RenameOutlet(ctx, m.From, m.To, m.Note) })
}

type mendJoin struct {
	A    string `arg:"" help:"Id of the one; its name stays."`
	B    string `arg:"" help:"Id of the other."`
	Note string `placeholder:"WORDS" help:"Why."`
}

func (m *mendJoin) Run(ctx context.Context, c *commands, std streams) error {
	return c.mend(ctx, std, func(r *hearsay.Record) (compare.Mend, error) { return r.JoinEntities(ctx, m.A, m.B, m.Note) })
}

type mendSplit struct {
	ID    string   `arg:"" help:"Id of the person, body or place."`
	Pages []string `arg:"" help:"Ids of the pages on which it is another one."`
	Note  string   `placeholder:"WORDS" help:"Why."`
}

func (m *mendSplit) Run(ctx context.Context, c *commands, std streams) error {
	return c.mend(ctx, std, func(r *hearsay.Record) (compare.Mend, error) { return r.SplitEntity(ctx, m.ID, m.Pages, m.Note) })
}

type mendHide struct {
	ID   string `arg:"" help:"Id of the row."`
	Note string `placeholder:"WORDS" help:"Why."`
}

func (m *mendHide) Run(ctx context.Context, c *commands, std streams) error {
	return c.mend(ctx, std, func(r *hearsay.Record) (compare.Mend, error) { return r.HideRow(ctx, m.ID, m.Note) })
}

type mendNote struct {
	ID    string   `arg:"" help:"Id of the row."`
	Words []string `arg:"" help:"The note."`
}

func (m *mendNote) Run(ctx context.Context, c *commands, std streams) error {
	return c.mend(ctx, std, func(r *hearsay.Record) (compare.Mend, error) { return r.Remark(ctx, m.ID, strings.Join(m.Words, " ")) })
}

type mendUndo struct {
	ID string `arg:"" help:"Id of what was put right; mend list shows it."`
}

func (m *mendUndo) Run(ctx context.Context, c *commands, std streams) error {
	return c.mend(ctx, std, func(r *hearsay.Record) (compare.Mend, error) { return compare.Mend{}, r.Unmend(ctx, m.ID) })
}

// mend changes the record and says what was put right.
func (c *commands) mend(ctx context.Context, std streams, work func(*hearsay.Record) (compare.Mend, error)) error {
	if err := hearsay.There(ctx, c.Record); err != nil { // no new record for a mistyped name
		return err
	}
	return c.change(ctx, func(r *hearsay.Record) error {
		m, err := work(r)
		if errors.Is(err, keep.ErrNoSuchRow) {
			return wrong{hinted{err, "every table shows ids; hearsay mend list shows those of mends"}}
		}
		if err != nil || m.ID == "" {
			return err
		}
		all, err := r.Mends(ctx)
		if err != nil {
			return err
		}
		for _, now := range all {
			if now.ID == m.ID {
				clean.Fprintf(std.out, "%s  %s\n", now.ID, mendWords(now))
			}
		}
		return nil
	})
}

type mendList struct{}

func (mendList) Run(ctx context.Context, c *commands, std streams) error {
	record, err := hearsay.OpenReadOnly(ctx, c.Record)
	if err != nil {
		return err
	}
	defer record.Close()
	mends, err := record.Mends(ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		return writeRows(std, "corrections", rowsOf(mends))
	}
	for _, m := range mends {
		clean.Fprintf(std.out, "%s  %s\n", m.ID, mendWords(m))
	}
	clean.Fprintf(std.out, "%s\n", plural(len(mends), "mend"))
	return nil
}

// mendRow is a mend for programs, with the fields of the reading room.
type mendRow struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Words string `json:"words"`
	Note  string `json:"note"`
	Row   string `json:"row"`
	Met   bool   `json:"met"`
}

func rowsOf(mends []compare.Mend) []mendRow {
	var out []mendRow
	for i := range mends {
		m := &mends[i]
		out = append(out, mendRow{m.ID, string(m.Kind), view.MendWords(m), m.Note, m.Row, m.Met})
	}
	return out
}

// mendWords says in a line what was put right.
func mendWords(m compare.Mend) string {
	out := view.MendWords(&m)
	if m.Note != "" {
		out += " (" + view.OneLine(m.Note) + ")"
	}
	if m.Row != "" && m.Kind != compare.Hide {
		out += "  → " + m.Row
	}
	if !m.Met {
		out += "  – meets nothing in the record as it is now"
	}
	return out
}
