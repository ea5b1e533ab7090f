package gather

import (
	"errors"
	"fmt"
	"io"
	"iter"
)

// Bounds of what unpacks: text is seldom packed to less than a twentieth; far beyond that it is a bomb. Little is let pass unlooked.
const (
	MaxRatio   = 200
	freeUnpack = 8 << 20
)

// ErrRatio says that something unpacks to far more than text can.
var ErrRatio = errors.New("it unpacks to more than 200 times its size")

// Unpacked reads what a decompressor gives, and fails where that is far more than what it took: packed says how many bytes that was.
func Unpacked(plain io.Reader, packed func() int64) io.Reader {
	return &unpacked{r: plain, packed: packed}
}

type unpacked struct {
	r      io.Reader
	packed func() int64
	n      int64
	spent  bool
}

func (u *unpacked) Read(p []byte) (int, error) {
	if u.spent {
		return 0, ErrRatio // again and again: whoever peeks may pass over it once
	}
	n, err := u.r.Read(p)
	u.n += int64(n)
	if u.n > freeUnpack && u.n/MaxRatio > u.packed() {
		u.spent = true
		return n, ErrRatio
	}
	return n, err
}

// Counted counts the bytes read through it.
type Counted struct {
	R io.Reader
	N int64
}

func (c *Counted) Read(p []byte) (int, error) {
	n, err := c.R.Read(p)
	c.N += int64(n)
	return n, err
}

// Budget bounds one run.
type Budget struct {
	Pages int
	Bytes int64 // of pages, unpacked
}

// DefaultBudget is far more than a record of one machine holds.
var DefaultBudget = Budget{Pages: 5_000_000, Bytes: 256 << 30}

// Within ends a stream of pages where the budget is spent, with a row that says so.
func (b Budget) Within(pages iter.Seq[Page]) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		n, left := 0, b.Bytes
		for p := range pages {
			left -= int64(len(p.Bytes))
			if n++; n > b.Pages || left < 0 {
				spent := fmt.Sprintf("%d pages", b.Pages)
				if left < 0 {
					spent = fmt.Sprintf("%d bytes", b.Bytes)
				}
				yield(Page{ID: "beyond the budget", Source: p.Source, Skip: &Skip{Reason: TooLarge,
					Detail: "this run's budget of " + spent + " is spent; from " + p.ID + " on nothing is read"}})
				return
			}
			if !yield(p) {
				return
			}
		}
	}
}
