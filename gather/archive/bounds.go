package archive

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/hearsay-news/hearsay/gather"
)

// CheckZip refuses a zip file whose entries are too many, or lie on top of each other: one packed stretch would be unpacked over and over.
func CheckZip(z *zip.Reader, size int64) error {
	if len(z.File) > MaxEntries {
		return fmt.Errorf("zip: %d entries, limit %d", len(z.File), MaxEntries)
	}
	type stretch struct {
		begin, end int64
		name       string
	}
	var all []stretch
	for _, f := range z.File {
		begin, err := f.DataOffset()
		if err != nil {
			continue // opening it will say so
		}
		if n := int64(min(f.CompressedSize64, uint64(size))); n > 0 {
			all = append(all, stretch{begin, begin + n, f.Name})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.begin, b.begin), cmp.Compare(a.end, b.end)) })
	for i := 1; i < len(all); i++ {
		if all[i].begin < all[i-1].end {
			return fmt.Errorf("zip: the entries %.80q and %.80q lie on top of each other", all[i-1].name, all[i].name)
		}
	}
	return nil
}

// Bounded reads an opened entry, and fails where it unpacks to far more than text can.
func Bounded(f *zip.File, opened io.Reader) io.Reader {
	packed := int64(f.CompressedSize64)
	return gather.Unpacked(opened, func() int64 { return packed })
}
