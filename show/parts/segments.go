package parts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// Run is a stretch of lines that are shown alike: those that tell something one by one, removed ones together.
type Run struct {
	Removed bool
	Blocks  []view.Block
}

// runs groups lines; captions and bylines tell no facts but belong to the article.
func runs(blocks []view.Block) []Run {
	var out []Run
	for _, b := range blocks {
		removed := !b.Told && b.Role != "caption" && b.Role != "byline"
		if n := len(out); n > 0 && removed && out[n-1].Removed {
			out[n-1].Blocks = append(out[n-1].Blocks, b)
			continue
		}
		out = append(out, Run{removed, []view.Block{b}})
	}
	return out
}

// drawn is a segment with what a template needs to draw it.
type drawn struct {
	Text, Class, Tip, Rows, Entity, ID string
	Anchors                            []string
	Start                              string // byte offset, where places are fragments
	At                                 bool
}

// draws turns the marks of a line's segments into classes, tips and the rows they belong to.
func (l Links) draws(b view.Block) []drawn {
	out := make([]drawn, 0, len(b.Segments))
	for _, s := range b.Segments {
		d := drawn{Text: s.Text}
		if l.Anchor != nil {
			d.Start = strconv.Itoa(s.Start)
		}
		var classes, rows, tips []string
		for _, m := range s.Marks {
			if l.Anchor != nil && m.Start == s.Start {
				if id := l.Anchor(b.Place.Page, m.Span); !slices.Contains(d.Anchors, id) {
					d.Anchors = append(d.Anchors, id)
				}
			}
			if m.Kind == view.Anchored {
				continue
			}
			if !slices.Contains(classes, m.Kind) {
				classes = append(classes, m.Kind)
			}
			switch {
			case m.Kind == "at":
				d.At = true
				if m.Start == s.Start {
					d.ID = fmt.Sprintf("b%d-%d", m.Start, m.End)
				}
			case m.Kind == "name":
				d.Entity = m.Row
			case m.Row != "" && !slices.Contains(rows, m.Row):
				rows = append(rows, m.Row)
			}
			if m.Tip != "" {
				tips = append(tips, m.Tip)
			}
		}
		d.Class, d.Rows, d.Tip = strings.Join(classes, " "), strings.Join(rows, " "), strings.Join(tips, "; ")
		out = append(out, d)
	}
	return out
}
