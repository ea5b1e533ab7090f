package view

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
)

// overlaid returns the reading with what compare changed on it. The reading itself stays as it is: what is changed is copied first.
func overlaid(r *read.Reading, o *compare.Overlay) *read.Reading {
	if o == nil {
		return r
	}
	out := *r
	if len(o.Roles) > 0 {
		out.Page.Blocks = append([]page.Block(nil), r.Page.Blocks...)
		for _, change := range o.Roles {
			if change.Block < 0 || change.Block >= len(out.Page.Blocks) {
				continue
			}
			out.Page.Blocks[change.Block].Role = change.Role
			out.Page.Blocks[change.Block].Why = change.Why
		}
	}
	if len(o.Times) > 0 {
		out.Times = append([]times.Expression(nil), r.Times...)
		for _, change := range o.Times {
			if change.Time >= 0 && change.Time < len(out.Times) {
				out.Times[change.Time].Interval = change.Interval
			}
		}
	}
	return &out
}

// roleAt returns the role of the block that holds a byte of the text. Text outside every block tells nothing.
func roleAt(r *read.Reading, offset int) page.Role {
	blocks := r.Page.Blocks
	i, found := slices.BinarySearchFunc(blocks, offset, func(b page.Block, at int) int {
		switch {
		case b.End <= at:
			return -1
		case b.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return page.Other
	}
	return blocks[i].Role
}
