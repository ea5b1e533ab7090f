package hearsay

import (
	"context"
	"errors"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// Merged says what joining another record did.
type Merged struct {
	Pages int // of the other record
	New   int // that this one did not have
	Read  int // read now: the other's readings could not be taken over
	Mends int // what a person put right there
}

// Merge takes the pages of another record into this one, with their bytes, their fetches, when they were added and what a person put right there; the
// other record stays as it is.
func (r *Record) Merge(ctx context.Context, path string) (done Merged, err error) {
	other, err := OpenReadOnly(ctx, path)
	if err != nil {
		return done, err
	}
	defer other.Close()
	err = Guarded("joining records", func() error {
		look, err := other.store.Snapshot(ctx)
		if err != nil {
			return err
		}
		defer look.Close()
		if err := r.take(ctx, look, &done); err != nil {
			return err
		}
		return r.compare(ctx)
	})
	return done, err
}

// merging is a page on its way from one record to another.
type merging struct {
	page    keep.Page
	bytes   []byte
	reading *read.Reading
}

func (r *Record) take(ctx context.Context, look keep.Snapshot, done *Merged) error {
	mine, err := asked(ctx, r, keep.Snapshot.Pages)
	if err != nil {
		return err
	}
	here := map[string]bool{}
	for _, p := range mine {
		here[p.Key()] = true
	}
	readings, err := asked(ctx, r, keep.Snapshot.Readings)
	if err != nil {
		return err
	}
	pages, err := look.Pages()
	if err != nil {
		return err
	}
	var batch []merging
	size := 0
	flush := func() error {
		err := r.store.Update(ctx, func(tx keep.Tx) error {
			for _, one := range batch {
				if err := tx.PutPage(one.page, one.bytes, one.reading); err != nil {
					return err
				}
			}
			return nil
		})
		batch, size = batch[:0], 0
		return err
	}
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		done.Pages++
		if here[p.Key()] {
			continue // what is given here stays
		}
		done.New++
		one := merging{page: p}
		if p.SHA256 != "" {
			if one.bytes, err = look.Original(p); err != nil {
				return err
			}
			one.page.Reading = keep.ReadingKey(p)
			if _, kept := readings[one.page.Reading]; !kept {
				one.reading = r.readingFrom(look, one.page, p.Reading, one.bytes, done)
				readings[one.page.Reading] = one.reading.Skip
			}
		}
		batch, size = append(batch, one), size+len(one.bytes)
		if len(batch) >= batchPages || size >= batchBytes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return r.takeRest(ctx, look, done)
}

// readingFrom takes over the reading that the other record has, if the same reader made it and it is whole; else the page is read.
func (r *Record) readingFrom(look keep.Snapshot, p keep.Page, key string, bytes []byte, done *Merged) *read.Reading {
	if key == p.Reading {
		if reading, err := look.Reading(p); err == nil && reading != nil {
			return reading
		}
	}
	done.Read++
	return Read(rebuilt(p, bytes))
}

// takeRest takes over fetches and mends.
func (r *Record) takeRest(ctx context.Context, look keep.Snapshot, done *Merged) error {
	mends, err := look.Mends()
	if err != nil {
		return err
	}
	done.Mends = len(mends)
	return r.store.Update(ctx, func(tx keep.Tx) error {
		for _, m := range mends {
			if err := tx.PutMend(m); err != nil {
				return err
			}
		}
		err := look.Captures(tx.PutCapture)
		if errors.Is(err, keep.ErrOlder) {
			return nil
		}
		return err
	})
}
