// Package archive gathers pages that were saved into one file: zip and tar archives, MHTML pages and messages (.eml), and JSON Lines as
// crawlers write them. It also reads what SingleFile notes in the pages it saves.
//
//	saved.zip: a/one.html, notes/logo.png  →  Page{ID: "one", Path: "a/one", Form: HTML}, a skip for the picture
//	story.mhtml                            →  Page{ID: "story", Form: HTML, Given: {URL: "https://…", Fetched: "2023-06-02T08:55:10Z"}}
//
// Nothing is ever written to disk, so a name with ".." in it is only a name. Archives in archives are opened two deep.
package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-news/hearsay/gather"
)

// Limits that keep a hostile archive from costing more than a bounded amount.
const (
	MaxDepth   = 2              // archives inside archives
	MaxEntries = 1 << 18        // entries of one archive
	MaxEntry   = 64 << 20       // bytes of one entry after decompression; pages have a lower limit of their own
	maxTotal   = int64(1) << 36 // bytes of all entries of one archive after decompression
)

// Entry is one file inside an archive.
type Entry struct {
	Name  string       // as the archive writes it
	Bytes []byte       // after decompression
	Skip  *gather.Skip // why it can't be read
}

// Zip calls visit for every file of a zip archive until visit returns false: the files called first, then the others, in the archive's order.
func Zip(r io.ReaderAt, size int64, first string, visit func(Entry) bool) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return err // "zip: not a valid zip file"
	}
	if err := CheckZip(z, size); err != nil {
		return err
	}
	slices.SortStableFunc(z.File, func(a, b *zip.File) int { return cmp.Compare(rank(a.Name, first), rank(b.Name, first)) })
	total := maxTotal
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		if !f.Mode().IsRegular() {
			if !visit(Entry{Name: f.Name, Skip: &gather.Skip{Reason: gather.Unreadable, Detail: "zip: no regular file: " + f.Mode().String()}}) {
				return nil
			}
			continue
		}
		entry := Entry{Name: f.Name}
		in, err := f.Open()
		if err == nil {
			entry.Bytes, err = readEntry(Bounded(f, in), &total)
			in.Close()
		}
		entry.Skip = skipFor("zip", err)
		if !visit(entry) {
			return nil
		}
	}
	return nil
}

func rank(name, first string) int {
	if path.Base(name) == first {
		return 0
	}
	return 1
}

// Tar calls visit for every file of a tar archive (plain, gzip or zstd) until visit returns false. The stream is read once.
func Tar(r io.Reader, visit func(Entry) bool) error {
	plain, stop, err := decompressed(r)
	if err != nil {
		return fmt.Errorf("tar: %w", err)
	}
	defer stop()
	t := tar.NewReader(plain)
	total := maxTotal
	for n := 0; n < MaxEntries; n++ {
		head, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("tar: entry %d: %w", n+1, err)
		}
		entry := Entry{Name: head.Name}
		switch head.Typeflag {
		case tar.TypeReg:
			entry.Bytes, err = readEntry(t, &total)
			entry.Skip = skipFor("tar", err)
		case tar.TypeDir, tar.TypeXGlobalHeader:
			continue
		default:
			entry.Skip = &gather.Skip{Reason: gather.Unreadable, Detail: fmt.Sprintf("tar: no regular file: type %q", head.Typeflag)}
		}
		if !visit(entry) {
			return nil
		}
	}
	return fmt.Errorf("tar: more than %d entries", MaxEntries)
}

var errLarge = errors.New("too large")

func readEntry(in io.Reader, total *int64) ([]byte, error) {
	limit := min(MaxEntry, *total)
	raw, err := io.ReadAll(io.LimitReader(in, limit+1))
	*total -= int64(len(raw))
	if int64(len(raw)) > limit {
		return nil, fmt.Errorf("%w: more than %d bytes after decompression", errLarge, limit)
	}
	if err != nil {
		return nil, err
	}
	return raw, nil
}

func skipFor(format string, err error) *gather.Skip {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errLarge), errors.Is(err, gather.ErrRatio):
		return &gather.Skip{Reason: gather.TooLarge, Detail: format + ": " + err.Error()}
	}
	return &gather.Skip{Reason: gather.Unreadable, Detail: format + ": " + err.Error()}
}

func decompressed(r io.Reader) (plain io.Reader, stop func(), err error) {
	packed := &gather.Counted{R: r}
	r = packed
	head := make([]byte, 4)
	n, _ := io.ReadFull(r, head)
	r = io.MultiReader(bytes.NewReader(head[:n]), r)
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, err
		}
		return gather.Unpacked(z, func() int64 { return packed.N }), func() {}, nil
	case bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderMaxWindow(64<<20), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, nil, err
		}
		return gather.Unpacked(z, func() int64 { return packed.N }), z.Close, nil
	}
	return r, func() {}, nil
}

// PageName makes a page's name and path of an entry's name: "a/../b/One.html" gives "One" and "b/One". Names in an old charset keep what of
// them is UTF-8.
func PageName(entry string) (name, below string) {
	entry = strings.ToValidUTF8(entry, "\uFFFD")
	clean := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(entry, `\`, "/")), "/")
	below = strings.TrimSuffix(clean, path.Ext(clean))
	return path.Base(below), below
}
