package hearsay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/sqlite"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// Record is an open record: pages, what each says, and what they say together.
type Record struct{ store keep.Store }

// Open opens a record for writing, and makes it where there is none. A second writer is refused.
func Open(ctx context.Context, path string) (*Record, error) {
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	return &Record{store}, nil
}

// OpenReadOnly opens a record to look at it; somebody else may be writing to it.
func OpenReadOnly(ctx context.Context, path string) (*Record, error) {
	store, err := sqlite.OpenReadOnly(ctx, path)
	if err != nil {
		return nil, err
	}
	return &Record{store}, nil
}

// Check looks a record over; with readData it reads everything and finds every flipped byte.
func Check(ctx context.Context, path string, readData bool) (sqlite.Report, error) {
	return sqlite.Check(ctx, path, readData)
}

// Close ends the work on a record.
func (r *Record) Close() error { return r.store.Close() }

// View returns the whole record, ready to be shown.
func (r *Record) View(ctx context.Context) (shown *view.Record, err error) {
	err = Guarded("opening the record", func() error {
		shown, err = r.view(ctx)
		return err
	})
	return shown, err
}

func (r *Record) view(ctx context.Context) (*view.Record, error) {
	look, err := r.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer look.Close()
	return viewOf(ctx, look)
}

// Find looks for lines that hold every word of a query, and returns the record as it was then, to show them from.
func (r *Record) Find(ctx context.Context, query string, limit int) (shown *view.Record, hits []view.Hit, err error) {
	err = Guarded("searching the record", func() error {
		look, err := r.store.Snapshot(ctx)
		if err != nil {
			return err
		}
		defer look.Close()
		if hits, err = searched(look, query, limit); err == nil {
			shown, err = viewOf(ctx, look)
		}
		return err
	})
	return shown, hits, err
}

func viewOf(ctx context.Context, look keep.Snapshot) (*view.Record, error) {
	pages, readings, err := load(look)
	if err != nil {
		return nil, err
	}
	findings, err := look.Findings()
	if err != nil {
		return nil, err
	}
	basis, err := look.Basis()
	if err != nil {
		return nil, err
	}
	if findings == nil || basis != basisOf(pages) { // a run was stopped before it compared, or the record is an older program's
		if findings, err = compare.CompareContext(ctx, en.Language, readings); err != nil {
			return nil, err
		}
		LogFaults(findings)
	}
	shown := make([]view.Page, len(pages))
	for i, p := range pages {
		shown[i] = view.Page{ID: p.ID, Source: p.Source, SHA256: p.SHA256, Bytes: p.Size, Versions: p.Versions, Skip: p.Skip, Reading: readings[i]}
		if shown[i].Skip == nil && readings[i] != nil {
			shown[i].Skip = readings[i].Skip
		}
	}
	return view.New(shown, findings), nil
}

// load takes the pages and their readings out of the record; a page that could not be gathered has none.
func load(look keep.Snapshot) ([]keep.Page, []*read.Reading, error) {
	pages, err := look.Pages()
	if err != nil {
		return nil, nil, err
	}
	type loaded struct {
		reading *read.Reading
		err     error
	}
	readings := make([]*read.Reading, 0, len(pages))
	one := func(p keep.Page) loaded {
		reading, err := look.Reading(p)
		if errors.Is(err, keep.ErrDamaged) {
			slog.Warn("a kept reading is damaged; the page is read again, hearsay repair mends it", "page", p.ID, "error", err)
		}
		if errors.Is(err, keep.ErrDamaged) || errors.Is(err, keep.ErrOlder) {
			reading, err = readAgain(look, p), nil
		}
		return loaded{reading, err}
	}
	for _, l := range InOrder(slices.Values(pages), runtime.GOMAXPROCS(0), one) {
		if l.err != nil {
			return nil, nil, l.err
		}
		readings = append(readings, l.reading)
	}
	return pages, readings, nil
}

// readAgain reads a page from its original bytes; where those are damaged too the page is a skip, and nothing else is lost.
func readAgain(look keep.Snapshot, p keep.Page) *read.Reading {
	bytes, err := look.Original(p)
	if err != nil {
		return &read.Reading{ID: p.ID, Given: p.Given, Skip: &gather.Skip{Reason: gather.Unreadable, Detail: err.Error()}}
	}
	reading := Read(rebuilt(p, bytes))
	reading.ID = p.ID
	return reading
}

// basisOf names a set of pages as far as findings hang on it.
func basisOf(pages []keep.Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "hearsay %s, reader %s, findings %s\n", Version, read.Version, compare.Version)
	for _, p := range pages {
		fmt.Fprintf(&b, "%q %s\n", p.ID, p.Reading)
	}
	return keep.Sum([]byte(b.String()))
}

// compare brings the findings up to date with the pages, unless they are.
func (r *Record) compare(ctx context.Context) error {
	look, err := r.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	defer look.Close()
	pages, err := look.Pages()
	if err != nil {
		return err
	}
	basis, err := look.Basis()
	if err != nil {
		return err
	}
	if basis == basisOf(pages) {
		return nil
	}
	pages, readings, err := load(look)
	if err != nil {
		return err
	}
	if err := look.Close(); err != nil { // nothing holds the log back while the findings are written
		return err
	}
	findings, err := compare.CompareContext(ctx, en.Language, readings)
	if err != nil {
		return err
	}
	LogFaults(findings)
	return r.store.Update(ctx, func(tx keep.Tx) error { return tx.PutFindings(findings, basisOf(pages)) })
}

// asked answers one question out of one snapshot.
func asked[T any](ctx context.Context, r *Record, question func(keep.Snapshot) (T, error)) (answer T, err error) {
	look, err := r.store.Snapshot(ctx)
	if err != nil {
		return answer, err
	}
	defer look.Close()
	return question(look)
}

// Pages returns the pages of the record, sorted by id.
func (r *Record) Pages(ctx context.Context) ([]keep.Page, error) {
	return asked(ctx, r, keep.Snapshot.Pages)
}

// Original returns the bytes of a page as they were found.
func (r *Record) Original(ctx context.Context, id string) ([]byte, error) {
	return asked(ctx, r, func(look keep.Snapshot) ([]byte, error) {
		p, err := pageOf(look, id)
		if err != nil {
			return nil, err
		}
		return look.Original(p)
	})
}

// Remove takes pages out of the record: all of them, or none when one is not there.
func (r *Record) Remove(ctx context.Context, ids ...string) error {
	pages, err := asked(ctx, r, func(look keep.Snapshot) (pages []keep.Page, err error) {
		for _, id := range ids {
			p, err := pageOf(look, id)
			if err != nil {
				return nil, err
			}
			pages = append(pages, p)
		}
		return pages, nil
	})
	if err != nil {
		return err
	}
	err = r.store.Update(ctx, func(tx keep.Tx) error {
		for _, p := range pages {
			if err := tx.RemovePage(p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return r.compare(ctx)
}

func pageOf(look keep.Snapshot, id string) (keep.Page, error) {
	pages, err := look.Pages()
	if err != nil {
		return keep.Page{}, err
	}
	for _, p := range pages {
		if p.ID == id {
			return p, nil
		}
	}
	return keep.Page{}, fmt.Errorf("%w: %s", keep.ErrNoSuchRow, id)
}

// Search finds the lines that hold all the words of a query, the best first.
func (r *Record) Search(ctx context.Context, query string, limit int) ([]view.Hit, error) {
	return asked(ctx, r, func(look keep.Snapshot) ([]view.Hit, error) { return searched(look, query, limit) })
}

func searched(look keep.Snapshot, query string, limit int) ([]view.Hit, error) {
	places, err := look.Search(query, limit)
	if err != nil {
		return nil, err
	}
	pages, err := look.Pages()
	if err != nil {
		return nil, err
	}
	texts := map[string]text.Text{}
	hits := make([]view.Hit, 0, len(places))
	for _, place := range places {
		if _, seen := texts[place.Page]; !seen {
			i, _ := slices.BinarySearchFunc(pages, place.Page, func(p keep.Page, id string) int { return strings.Compare(p.ID, id) })
			reading, err := look.Head(pages[i])
			if errors.Is(err, keep.ErrOlder) {
				reading, err = readAgain(look, pages[i]), nil
			}
			if err != nil {
				return nil, err
			}
			texts[place.Page] = reading.Page.Text
		}
		hits = append(hits, view.Hit{Page: place.Page, Span: place.Span, Snippet: texts[place.Page].At(place.Span)})
	}
	return hits, nil
}
