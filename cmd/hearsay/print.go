package main

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

func writeTable(std streams, t *view.Table) error {
	fmt.Fprintln(std.out, strings.Join(t.Columns, "\t"))
	for _, row := range t.Rows {
		if _, err := fmt.Fprintln(std.out, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return nil
}

func writeOverview(std streams, o view.Overview) error {
	_, err := fmt.Fprintf(std.out, "%+v\n", o)
	return err
}

func writeStatements(std streams, list view.List) error {
	return writeTable(std, view.StatementTable(list.Statements))
}

func writeTimeline(std streams, rows []view.Entry) error {
	return writeTable(std, view.TimelineTable(rows))
}

func writeFigures(std streams, rows []view.Figure) error {
	return writeTable(std, view.FigureTable(rows))
}

func writePages(std streams, rows []view.PageRow) error { return writeTable(std, view.PageTable(rows)) }

func writeDate(std streams, row view.PageRow, evidence []view.Evidence) error {
	fmt.Fprintf(std.out, "%s: %s (%s: %s)\n", row.ID, row.Published.Words, row.Basis, row.Why)
	for _, e := range evidence {
		fmt.Fprintf(std.out, "  %s\t%s\t%s\n", e.Use, e.Field, e.Why)
	}
	return nil
}

func writeWhy(std streams, row view.Why) error {
	fmt.Fprintf(std.out, "%s %s: %s\n", row.List, row.ID, row.Title)
	for _, reason := range row.Reasons {
		fmt.Fprintln(std.out, " ", reason)
	}
	for _, proof := range row.Evidence {
		fmt.Fprintf(std.out, "  %s\t%s %d–%d\t%s\n", proof.For, proof.Place.Page, proof.Place.Start, proof.Place.End, view.OneLine(proof.Place.Text))
	}
	return nil
}

func writeFound(std streams, rows []foundLine) error {
	for _, row := range rows {
		fmt.Fprintf(std.out, "%s\t%s\t%s\n", row.Page, row.Outlet, view.OneLine(row.Place.Text))
	}
	return nil
}
