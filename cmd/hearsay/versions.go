package main

import (
	"context"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/compare/versions"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// versionsCommand shows what changed between the versions of a page.
type versionsCommand struct {
	Page string `arg:"" help:"Id of a page, of any version of it."`
}

func (versionsCommand) Help() string {
	return `Shows what changed from version to version by sentence: + added, - removed, ~ changed. White space and the shape of quotation
marks are no change, and neither are menus.

Example:
  hearsay versions nord-3`
}

// changeJSON is one changed sentence.
type changeJSON struct {
	Kind versions.Kind `json:"kind"`
	Old  *placeJSON    `json:"old"`
	New  *placeJSON    `json:"new"`
}

type placeJSON struct {
	text.Place
	Text string `json:"text"`
}

type versionJSON struct {
	ID      string       `json:"id"`
	Fetched string       `json:"fetched"`
	SHA256  string       `json:"sha256"`
	Changes []changeJSON `json:"changes"`
}

func (v *versionsCommand) Run(ctx context.Context, c *commands, std streams) error {
	record, err := hearsay.OpenReadOnly(ctx, c.Record)
	if err != nil {
		return err
	}
	defer record.Close()
	all, err := record.Versions(ctx, v.Page)
	if err != nil {
		return err
	}
	rows := make([]versionJSON, len(all))
	for i, one := range all {
		rows[i] = versionJSON{ID: one.Page.ID, Fetched: one.Page.Given.Fetched, SHA256: one.Page.SHA256, Changes: []changeJSON{}}
		for _, change := range one.Changes {
			rows[i].Changes = append(rows[i].Changes, changeJSON{change.Kind, placeOf(all[i-1], change.Old), placeOf(one, change.New)})
		}
	}
	if c.JSON {
		return writeRows(std, "versions", rows)
	}
	for i, row := range rows {
		fetched := row.Fetched
		if fetched == "" {
			fetched = "time of fetching unknown"
		}
		clean.Fprintf(std.out, "%s  %s  sha256 %.12s\n", row.ID, fetched, row.SHA256)
		if i > 0 && len(row.Changes) == 0 {
			clean.Fprintln(std.out, "  nothing that a reader would see changed")
		}
		for _, change := range row.Changes {
			writeChange(std, change)
		}
	}
	if len(rows) == 1 {
		clean.Fprintln(std.out, "  there is one version of this page")
	}
	return nil
}

func placeOf(v hearsay.PageVersion, span text.Span) *placeJSON {
	if span.Empty() {
		return nil
	}
	return &placeJSON{text.Place{Page: v.Page.ID, Span: span}, v.Reading.Page.Text.At(span)}
}

func writeChange(std streams, c changeJSON) {
	if c.Kind == versions.Changed {
		clean.Fprintf(std.out, "  ~ %s\n  → %s\n", view.OneLine(c.Old.Text), view.OneLine(c.New.Text))
		return
	}
	mark, place := "+", c.New
	if c.Kind == versions.Removed {
		mark, place = "-", c.Old
	}
	clean.Fprintf(std.out, "  %s %s\n", mark, view.OneLine(place.Text))
}
