package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
)

// look opens the record for reading and hands it on, for one answer: what is not asked for is not loaded. What was shown may lack rows: where comparing
// stopped in a room, that is said on standard error and the exit code is 3.
func (c *commands) look(ctx context.Context, show func(*view.Record) error) error {
	return c.opened(ctx, func(look *hearsay.Look) error {
		if err := show(look.Record); err != nil {
			return errors.Join(look.Err(), err)
		}
		faults := look.Faults()
		if err := look.Err(); err != nil {
			return err
		}
		return lacking(faults)
	})
}

// opened opens the record for reading and hands on one look at it; what went wrong in it is for the caller to ask.
func (c *commands) opened(ctx context.Context, use func(*hearsay.Look) error) error {
	record, err := hearsay.OpenReadOnly(ctx, c.Record)
	if err != nil {
		return err
	}
	defer record.Close()
	look, err := record.Look(ctx)
	if err != nil {
		return err
	}
	defer look.Close()
	return use(look)
}

// whole does the same with all of the record.
func (c *commands) whole(ctx context.Context, show func(*view.Record) error) error {
	return c.wholeOf(ctx, func(_ *hearsay.Record, shown *view.Record) error { return show(shown) })
}

// wholeOf is whole for what needs the original bytes too.
func (c *commands) wholeOf(ctx context.Context, show func(*hearsay.Record, *view.Record) error) error {
	record, err := hearsay.OpenReadOnly(ctx, c.Record)
	if err != nil {
		return err
	}
	defer record.Close()
	shown, err := record.View(ctx)
	if err != nil {
		return err
	}
	if err := show(record, shown); err != nil {
		return err
	}
	return lacking(shown.Faults())
}

// lacking is the error of what was shown in full but for the rows that could not be made, nil without faults.
func lacking(faults []view.Fault) error {
	if len(faults) == 0 {
		return nil
	}
	more := ""
	if len(faults) > 1 {
		more = fmt.Sprintf(" (and %d more)", len(faults)-1)
	}
	return incomplete{hinted{errors.New(faults[0].Words + more), "what is shown lacks these rows; hearsay check lists them all, hearsay repair compares anew"}}
}

// change opens the record for writing, hands it on, and closes it whatever happens.
func (c *commands) change(ctx context.Context, work func(*hearsay.Record) error) (err error) {
	record, err := hearsay.Open(ctx, c.Record)
	if err != nil {
		return err
	}
	defer func() {
		if closing := record.Close(); err == nil {
			err = closing
		}
	}()
	return work(record)
}

// dial is how sure a shown statement must be.
func (c *commands) dial() view.Dial {
	d := view.Dial{Min: c.MinConfidence, All: c.All}
	if c.MinConfidence < 0 {
		d.Min = view.DefaultDial
	}
	return d
}

// writeRows writes a list for programs, in the form that the reading room answers: {"pages": [...], "total": 3}.
func writeRows[T any](std streams, name string, rows []T) error {
	return writeJSON(std, map[string]any{"total": len(rows), name: append([]T{}, rows...)})
}

// writeJSON writes a value for programs: one document, indented.
func writeJSON(std streams, value any) error {
	enc := json.NewEncoder(clean.JSON(std.out))
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}
