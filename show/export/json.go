package export

import (
	"io"

	"github.com/hearsay-news/hearsay/show/view"
)

// Whole chooses how a record is written.
type Whole struct {
	Version, Models string
	Bytes           bool // offsets count UTF-8 bytes instead of code points
	MinConfidence   float64
	All             bool // thoughts and attitudes too
}

// JSON writes the whole record as one document.
func JSON(w io.Writer, r *view.Record, o Whole) error { return nil }
