package hearsay

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// AddOptions choose how pages are added.
type AddOptions struct {
	Workers  int            // pages read at once; 0 = one a processor
	Progress func(Progress) // called after every page and once before comparing; may be nil
}

// Progress says how far adding has come.
type Progress struct {
	Pages     int // gathered so far
	Comparing bool
}

// Added says what adding did.
type Added struct {
	Pages   int // gathered
	New     int // not in the record before
	Read    int // read now; the others were known, or read before under another name
	Skipped []Skipped
	Keys    []string // of the pages that are new, see keep.Page.Key
}

// Skipped is a page without a reading.
type Skipped struct {
	ID, Source string
	gather.Skip
}

// A write holds this many pages or bytes at most, so that a crash loses little and a write costs little.
const (
	batchPages = 64
	batchBytes = 8 << 20
)

// Add takes pages into the record, reads those that are new, and compares them with all others. What was added before an error or a
// cancelled context stays.
func (r *Record) Add(ctx context.Context, pages iter.Seq[gather.Page], o AddOptions) (Added, error) {
	a := newAdding(r, o)
	err := Guarded("adding", func() error { return a.run(ctx, pages) })
	return a.done, err
}

func newAdding(r *Record, o AddOptions) *adding {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return &adding{record: r, options: o, readPage: Read, names: map[string]bool{}, given: map[string]string{}}
}

type adding struct {
	record   *Record
	options  AddOptions
	readPage func(gather.Page) *read.Reading
	done     Added
	read     map[string]*gather.Skip // readings that were kept before
	keys     map[string]bool         // keys of the pages of the record
	names    map[string]bool         // names and paths that have bytes
	given    map[string]string       // what this run gave with a page, by its key
	batch    []pageToKeep
	bytes    int
}

// pageToKeep is a page on its way into the record; its reading is nil when one is kept already.
type pageToKeep struct {
	page    keep.Page
	bytes   []byte
	reading *read.Reading
	fetches []keep.Capture // how it was fetched, and the list that led to it; none for pages that were not fetched
}

func (a *adding) run(ctx context.Context, pages iter.Seq[gather.Page]) error {
	known, err := asked(ctx, a.record, keep.Snapshot.Pages)
	if err != nil {
		return err
	}
	if a.read, err = asked(ctx, a.record, keep.Snapshot.Readings); err != nil {
		return err
	}
	a.keys = map[string]bool{}
	for _, p := range known {
		a.keys[p.Key()] = true
		if p.SHA256 != "" {
			a.names[nameOf(p)] = true
		}
	}
	if err := a.readAnew(ctx, known); err != nil {
		return err
	}
	for p, one := range InOrder(gathered(pages), a.options.Workers, a.readOne) {
		if err := ctx.Err(); err != nil {
			break
		}
		a.count(p, one)
		if one.page.SHA256 == "" && a.names[nameOf(one.page)] {
			continue // it can't be read today; what was kept of it stays
		}
		a.names[nameOf(one.page)] = a.names[nameOf(one.page)] || one.page.SHA256 != ""
		if !a.first(one.page) {
			continue
		}
		if err := a.keep(ctx, one); err != nil {
			return err
		}
	}
	if err := a.flush(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if a.options.Progress != nil {
		a.options.Progress(Progress{Pages: a.done.Pages, Comparing: true})
	}
	return a.record.compare(ctx)
}

// readOne runs in a worker.
func (a *adding) readOne(p gather.Page) pageToKeep {
	out := pageToKeep{page: keep.Describe(p), bytes: p.Bytes}
	out.fetches = fetches(p, out.page.Key())
	if _, kept := a.read[out.page.Reading]; !kept && out.page.Reading != "" {
		out.reading = a.readPage(p)
	}
	return out
}

func (a *adding) count(p gather.Page, one pageToKeep) {
	a.done.Pages++
	if key := one.page.Key(); !a.keys[key] {
		a.keys[key] = true
		a.done.New++
		a.done.Keys = append(a.done.Keys, key)
	}
	skip := one.page.Skip
	if kept := a.read[one.page.Reading]; kept != nil {
		skip = kept
	}
	if one.reading != nil {
		a.done.Read++
		skip = one.reading.Skip
		LogFault(p, one.reading)
	}
	if skip != nil {
		a.done.Skipped = append(a.done.Skipped, Skipped{p.ID, p.Source, *skip})
	}
	if a.options.Progress != nil {
		a.options.Progress(Progress{Pages: a.done.Pages})
	}
}

func (a *adding) keep(ctx context.Context, one pageToKeep) error {
	a.batch = append(a.batch, one)
	a.bytes += len(one.bytes)
	if len(a.batch) < batchPages && a.bytes < batchBytes {
		return nil
	}
	return a.flush(ctx)
}

func (a *adding) flush(ctx context.Context) error {
	if len(a.batch) == 0 {
		return nil
	}
	err := a.record.store.Update(ctx, func(tx keep.Tx) error {
		now := time.Now().UTC().Format(time.RFC3339)
		for _, one := range a.batch {
			one.page.Added = now
			if err := tx.PutPage(one.page, one.bytes, one.reading); err != nil {
				return err
			}
			for _, fetch := range one.fetches {
				if err := tx.PutCapture(fetch); err != nil {
					return err
				}
			}
		}
		return nil
	})
	a.batch, a.bytes = a.batch[:0], 0
	return err
}

// readAnew reads kept pages again whose readings were made by an older reader, or are kept in an older form.
func (a *adding) readAnew(ctx context.Context, known []keep.Page) error {
	for _, p := range known {
		if p.SHA256 == "" {
			continue
		}
		if _, kept := a.read[p.Reading]; kept && keep.ReadingKey(p) == p.Reading {
			continue
		}
		bytes, err := asked(ctx, a.record, func(look keep.Snapshot) ([]byte, error) { return look.Original(p) })
		if err != nil {
			return err
		}
		one := a.readOne(rebuilt(p, bytes))
		a.done.Read++
		if err := a.keep(ctx, one); err != nil {
			return err
		}
	}
	return a.flush(ctx)
}

// first says whether what is given with a page is to be kept. Where one run gives the same page twice in different ways, the order must
// not decide.
func (a *adding) first(p keep.Page) bool {
	given := fmt.Sprintf("%q %q", p.Given, p.Source)
	before, seen := a.given[p.Key()]
	if seen && before <= given {
		return false
	}
	a.given[p.Key()] = given
	return true
}

// nameOf tells pages apart by what they are called, whatever their bytes.
func nameOf(p keep.Page) string { return p.Name + "\x00" + p.Path }
