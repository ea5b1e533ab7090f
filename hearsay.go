// Package hearsay reads every account of a story and shows who said what, when, according to whom, and where the accounts differ.
//
// One page, read by itself:
//
//	r := hearsay.Read(gather.Page{ID: "p1", Bytes: page, Form: gather.HTML})
//	for _, s := range r.Statements {
//		fmt.Println(r.Page.Text.At(s.Content[0]))
//	}
//
// Read never fails: a page that can't be read comes back with r.Skip saying why.
package hearsay

import (
	"iter"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
)

// Read reads one page. Equal pages always read the same.
func Read(p gather.Page) *read.Reading { return read.Read(p) }

// ReadAll reads pages with a number of workers and yields each with its reading, in the order in which the pages come. No more than
// a few pages a worker are held at a time.
func ReadAll(pages iter.Seq[gather.Page], workers int) iter.Seq2[gather.Page, *read.Reading] {
	return InOrder(pages, workers, Read)
}
