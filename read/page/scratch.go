package page

import (
	"sync"

	"github.com/hearsay-news/hearsay/text"
)

// scratch is what reading one page of markup needs beside its result. It is used again for later pages, so that a page costs little more
// memory than what is kept of it.
type scratch struct {
	lines []line
	nodes []node // every element that stands on the stack or once did, for lines to point at
	stack []open
	last  []int32 // of each element, the height of the stack with its innermost open one on top; 0 where none is open
	attrs []attr
	out   text.Builder // what is shown
	head  text.Builder // the metadata lines, then what is shown
}

var scratches = sync.Pool{New: func() any { return &scratch{last: make([]int32, len(elements))} }}

// What is larger is given up instead of being kept for another page.
const (
	keptLines = 1 << 13
	keptNodes = 1 << 15
	keptBytes = 2 << 20
)

func newScratch() *scratch {
	s := scratches.Get().(*scratch)
	s.lines, s.nodes, s.stack = s.lines[:0], s.nodes[:0], s.stack[:0]
	s.out.Reset()
	s.head.Reset()
	return s
}

// done gives the scratch back. Nothing that was made in it may be used afterwards: a page's text, map, blocks and metadata were not.
func (s *scratch) done() {
	if cap(s.lines) <= keptLines && cap(s.nodes) <= keptNodes && s.out.Room()+s.head.Room() <= keptBytes {
		scratches.Put(s)
	}
}
