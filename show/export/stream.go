package export

import (
	"iter"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/show/view"
)

// Stream hands out what a record holds, each list in the order of its ids, some rows at a time: so a record is written that memory does not hold.
type Stream struct {
	Pages iter.Seq2[StreamedPage, error]
	Lists func(keep.List) iter.Seq2[*compare.Findings, error]
}

// StreamedPage is a page, without what was found on it, and what comparing says of it.
type StreamedPage struct {
	view.Page
	Found *compare.Page // nil for nothing
}

// StreamOf hands out a record that is loaded.
func StreamOf(r *view.Record) Stream {
	return Stream{
		Pages: func(yield func(StreamedPage, error) bool) {
			found := make(map[string]*compare.Page, len(r.Findings.Pages))
			for i := range r.Findings.Pages {
				found[r.Findings.Pages[i].ID] = &r.Findings.Pages[i]
			}
			for i := range r.Pages {
				if !yield(StreamedPage{r.Pages[i], found[r.Pages[i].ID]}, nil) {
					return
				}
			}
		},
		Lists: func(keep.List) iter.Seq2[*compare.Findings, error] {
			return func(yield func(*compare.Findings, error) bool) { yield(r.Findings, nil) }
		},
	}
}

// rows are the rows of one list.
func rows[T any](s Stream, list keep.List, of func(*compare.Findings) []T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for f, err := range s.Lists(list) {
			if err != nil {
				yield(nil, err)
				return
			}
			for i := range of(f) {
				if !yield(&of(f)[i], nil) {
					return
				}
			}
		}
	}
}
