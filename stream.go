package hearsay

import (
	"errors"
	"iter"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// Stream hands out all that the look sees, some rows at a time: export.JSONOf writes it with little in memory.
func (l *Look) Stream() export.Stream {
	if !l.Kept() {
		return export.StreamOf(l.Record)
	}
	return export.Stream{Pages: l.streamPages, Lists: l.streamList}
}

func (l *Look) streamPages(yield func(export.StreamedPage, error) bool) {
	pages, err := l.snapshot.Pages()
	if err != nil {
		yield(export.StreamedPage{}, err)
		return
	}
	for _, p := range pages {
		r, err := readingOf(l.snapshot, p, l.snapshot.Head)
		f := &compare.Findings{}
		if err == nil {
			err = l.snapshot.Get([]string{p.ID}, f, keep.PagesFound)
		}
		one := export.StreamedPage{Page: view.Page{ID: p.ID, Source: p.Source, SHA256: p.SHA256, Bytes: p.Size, Added: p.Added, Versions: p.Versions, Skip: p.Skip, Reading: r}}
		if one.Skip == nil && r != nil {
			one.Skip = r.Skip
		}
		if one.Skip != nil {
			one.Reading = nil
		}
		if len(f.Pages) == 1 {
			one.Found = &f.Pages[0]
		}
		if !yield(one, err) || err != nil {
			return
		}
	}
}

// streamList hands out a list of findings.
func (l *Look) streamList(list keep.List) iter.Seq2[*compare.Findings, error] {
	return func(yield func(*compare.Findings, error) bool) {
		err := l.snapshot.Each(list, func(f *compare.Findings) error {
			if !yield(f, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(nil, err)
		}
	}
}

var errEnough = errors.New("the reader has enough")
