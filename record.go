package hearsay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// Record is an open record: pages, what each says, and what they say together.
type Record struct{ store keep.Store }

// Close ends the work on a record.
func (r *Record) Close() error { return r.store.Close() }

// View returns the whole record, ready to be shown.
func (r *Record) View(ctx context.Context) (*view.Record, error) { return r.view(ctx, false) }

// Shown is View for a room that is to open at once: of a large record that other rules compared it shows what they found.
func (r *Record) Shown(ctx context.Context) (*view.Record, error) { return r.view(ctx, true) }

func (r *Record) view(ctx context.Context, old bool) (shown *view.Record, err error) {
	err = Guarded("opening the record", func() error {
		look, err := r.store.Snapshot(ctx)
		if err != nil {
			return err
		}
		defer look.Close()
		shown, err = viewOf(ctx, look, old)
		return err
	})
	return shown, err
}

// Look is the record at one moment, for one answer: it loads what is asked for and no more. It must be closed.
type Look struct {
	*view.Record
	snapshot keep.Snapshot
}

// small is how many pages are soon compared, when what is kept of them was made by other rules.
const small = 1000

// Look takes a look at the record. Findings that an interrupted run left behind, or that other rules made, are made anew for it; but while somebody is
// writing it shows what the last finished run left.
func (r *Record) Look(ctx context.Context) (look *Look, err error) {
	err = Guarded("opening the record", func() error {
		snapshot, err := r.store.Snapshot(ctx)
		if err != nil {
			return err
		}
		if look, err = lookOf(ctx, snapshot); err != nil {
			snapshot.Close() // the first error says more
		}
		return err
	})
	return look, err
}

var anewAtEachLook sync.Once // it is said once

func lookOf(ctx context.Context, snapshot keep.Snapshot) (*Look, error) {
	state, err := snapshot.State()
	if err != nil {
		return nil, err
	}
	kept := state.Made != "" && (state.Fresh || state.Busy)
	if kept && state.Made != made() {
		listed, err := snapshot.Find(keep.Query{List: keep.PageRows, N: 1})
		if err != nil {
			return nil, err
		}
		if kept = listed.Total > small; kept {
			slog.Warn("what is kept was compared by other rules; hearsay repair compares it anew")
		} else {
			anewAtEachLook.Do(func() {
				slog.Warn("what is kept was compared by other rules; until something is added or hearsay repair was run, each look compares it anew")
			})
		}
	}
	if kept {
		return &Look{view.Open(snapshot, func() (*view.Record, error) { return viewOf(ctx, snapshot, false) }), snapshot}, nil
	}
	whole, err := viewOf(ctx, snapshot, false)
	return &Look{whole, snapshot}, err
}

// Close ends the look, and says what went wrong in it.
func (l *Look) Close() error { return errors.Join(l.Err(), l.snapshot.Close()) }

// Search finds the lines that hold all the words of a query, the best first.
func (l *Look) Search(query string, limit int) ([]view.Hit, error) {
	return searched(l.snapshot, query, limit)
}

// made names what findings are made by.
func made() string { return Version + " " + compare.Made(en.Language) }

// viewOf loads the record. Findings that other rules made are made anew, but of a large record where old ones are good enough.
func viewOf(ctx context.Context, look keep.Snapshot, old bool) (*view.Record, error) {
	pages, readings, err := load(look, look.Reading)
	if err != nil {
		return nil, err
	}
	state, err := look.State()
	if err != nil {
		return nil, err
	}
	var findings *compare.Findings
	fits := state.Made == made()
	if old = old && !fits && state.Made != "" && len(pages) > small; old && state.Fresh {
		slog.Warn("what is kept was compared by other rules; hearsay repair compares it anew")
	}
	if state.Fresh && (fits || old) {
		if findings, err = look.Findings(); err != nil {
			return nil, err
		}
	}
	if state.Elsewhere && state.Made == made() {
		if shown, err := lastCompared(look); shown != nil || err != nil {
			return shown, err
		}
	}
	if findings == nil { // a run was stopped before it compared, or other rules compared it
		mends, err := look.Mends()
		if err != nil {
			return nil, err
		}
		if findings, err = compare.CompareGiven(ctx, en.Language, compare.Given{Readings: readings, Mends: mends}); err != nil {
			return nil, err
		}
		LogFaults(findings)
	}
	return shownOf(pages, readings, findings), nil
}

func shownOf(pages []keep.Page, readings []*read.Reading, findings *compare.Findings) *view.Record {
	shown := make([]view.Page, len(pages))
	for i, p := range pages {
		shown[i] = view.Page{ID: p.ID, Source: p.Source, SHA256: p.SHA256, Bytes: p.Size, Added: p.Added, Versions: p.Versions, Skip: p.Skip, Reading: readings[i]}
		if shown[i].Skip == nil && readings[i] != nil {
			shown[i].Skip = readings[i].Skip
		}
	}
	return view.New(shown, findings)
}

// lastCompared is the record as others left it who compare it just now; nil where pages went since.
func lastCompared(look keep.Snapshot) (*view.Record, error) {
	findings, err := look.Findings()
	if err != nil || findings == nil {
		return nil, err
	}
	var pages []keep.Page
	for i := range findings.Pages {
		p, found, err := look.Page(findings.Pages[i].ID)
		if err != nil || !found {
			return nil, err
		}
		pages = append(pages, p)
	}
	readings, err := readingsOf(look, pages, look.Reading)
	if err != nil {
		return nil, err
	}
	return shownOf(pages, readings, findings), nil
}

// load takes the pages and their readings out of the record; a page that could not be gathered has none.
func load(look keep.Snapshot, reading func(keep.Page) (*read.Reading, error)) ([]keep.Page, []*read.Reading, error) {
	pages, err := look.Pages()
	if err != nil {
		return nil, nil, err
	}
	readings, err := readingsOf(look, pages, reading)
	return pages, readings, err
}

// readingsOf takes readings out of the record, as deep as the snapshot's method gives them.
func readingsOf(look keep.Snapshot, pages []keep.Page, reading func(keep.Page) (*read.Reading, error)) ([]*read.Reading, error) {
	type loaded struct {
		reading *read.Reading
		err     error
	}
	readings := make([]*read.Reading, 0, len(pages))
	one := func(p keep.Page) loaded {
		r, err := readingOf(look, p, reading)
		return loaded{r, err}
	}
	for _, l := range InOrder(slices.Values(pages), runtime.GOMAXPROCS(0), one) {
		if l.err != nil {
			return nil, l.err
		}
		readings = append(readings, l.reading)
	}
	return readings, nil
}

// readingOf takes one reading out of the record; a damaged one is read again.
func readingOf(look keep.Snapshot, p keep.Page, reading func(keep.Page) (*read.Reading, error)) (*read.Reading, error) {
	r, err := reading(p)
	if errors.Is(err, keep.ErrDamaged) {
		slog.Warn("a kept reading is damaged; the page is read again, hearsay repair mends it", "page", p.ID, "error", err)
	}
	if errors.Is(err, keep.ErrDamaged) || errors.Is(err, keep.ErrOlder) {
		return readAgain(look, p), nil
	}
	return r, err
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

// lean is how much garbage may pile up, in percent of what is in use, while all pages are in memory.
const lean = 30

// compareNow brings the findings up to date with the pages, unless they are.
func (r *Record) compareNow(ctx context.Context) error {
	look, err := r.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	defer look.Close()
	state, err := look.State()
	if err != nil {
		return err
	}
	if state.Fresh && state.Made == made() {
		return nil
	}
	defer debug.SetGCPercent(debug.SetGCPercent(lean))
	pages, readings, err := load(look, look.Light)
	if err != nil {
		return err
	}
	mends, err := look.Mends()
	if err != nil {
		return err
	}
	var before, old *compare.Findings
	if state.Made != "" {
		if old, err = look.Findings(); err != nil {
			slog.Warn("what comparing found before can't be taken over; all is compared anew", "error", err)
		}
	}
	if state.Made == made() {
		before = old
	}
	byID, keys := make(map[string]keep.Page, len(pages)), make(map[string]string, len(pages))
	for _, p := range pages {
		byID[p.ID], keys[p.ID] = p, p.Reading
	}
	findings, err := compare.CompareGiven(ctx, en.Language, compare.Given{Readings: readings, Keys: keys, Mends: mends, Before: before,
		Whole: func(page string) (*read.Reading, error) { return readingOf(look, byID[page], look.Reading) }})
	if err != nil {
		return err
	}
	if err := look.Close(); err != nil { // nothing holds the log back while the findings are written
		return err
	}
	LogFaults(findings)
	if old != nil {
		was := make(map[string]string, len(pages))
		for _, p := range pages {
			was[p.ID] = p.Was
		}
		findings.Aliases = compare.Aliases(old, findings, was)
	}
	rows, answers := shownOf(pages, readings, findings).Rows()
	return r.store.Update(ctx, func(tx keep.Tx) error {
		return tx.PutFindings(keep.Comparison{Made: made(), Anew: before == nil, Pages: pages, Rows: rows, Answers: answers})
	})
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
	texts := map[string]text.Text{}
	hits := make([]view.Hit, 0, len(places))
	for _, place := range places {
		if _, seen := texts[place.Page]; !seen {
			if texts[place.Page], err = textOf(look, place.Page); err != nil {
				return nil, err
			}
		}
		if t := texts[place.Page]; place.End <= len(t) {
			hits = append(hits, view.Hit{Page: place.Page, Span: place.Span, Snippet: t.At(place.Span)})
		}
	}
	return hits, nil
}

func textOf(look keep.Snapshot, id string) (text.Text, error) {
	p, found, err := look.Page(id)
	if err == nil && !found {
		p, err = pageOf(look, id)
	}
	if err != nil {
		return "", err
	}
	reading, err := look.Head(p)
	if errors.Is(err, keep.ErrOlder) {
		reading, err = readAgain(look, p), nil
	}
	if err != nil || reading == nil {
		return "", err
	}
	return reading.Page.Text, nil
}
