package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// read returns the content of a file that holds one page, or a list of pages, and how it is to be taken; or why it can't be. Only plain files
// are opened: a pipe or a device could block or never end.
func read(f found) (content, *gather.Skip) {
	info, err := os.Stat(f.path)
	if err != nil {
		return content{}, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	if !info.Mode().IsRegular() {
		return content{}, &gather.Skip{Reason: gather.Unreadable, Detail: "not a plain file: " + kind(info.Mode())}
	}
	in, err := os.Open(f.path)
	if err != nil {
		return content{}, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	defer in.Close()
	head := make([]byte, headBytes)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return content{}, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	if plain, packed := unpackedPage(head[:n], headBytes); packed || len(plain) > 0 {
		return readPacked(f, io.MultiReader(bytes.NewReader(head[:n]), in))
	}
	c, skip := take(f, head[:n])
	if skip != nil {
		return c, skip
	}
	if info.Size() > gather.MaxBytes {
		return c, tooLarge(info.Size())
	}
	// The file may grow under us: read one byte past the limit to see it.
	c.bytes, err = io.ReadAll(io.LimitReader(io.MultiReader(bytes.NewReader(head[:n]), in), gather.MaxBytes+1))
	if err != nil {
		return c, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	if len(c.bytes) > gather.MaxBytes {
		return c, tooLarge(int64(len(c.bytes)))
	}
	return c, nil
}

// readPacked is read for a page that was packed by itself: its name without ".gz", and what it unpacks to, decide.
func readPacked(f found, in io.Reader) (content, *gather.Skip) {
	raw, err := io.ReadAll(io.LimitReader(in, gather.MaxBytes+1))
	if err != nil {
		return content{}, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	plain, whole := unpackedPage(raw, gather.MaxBytes)
	switch {
	case len(plain) > gather.MaxBytes || len(raw) > gather.MaxBytes:
		return content{}, tooLarge(int64(max(len(plain), len(raw))))
	case !whole:
		return content{}, &gather.Skip{Reason: gather.Unreadable, Detail: "gzip: the file breaks off"}
	}
	f.path = strings.TrimSuffix(f.path, filepath.Ext(f.path))
	c, skip := take(f, plain[:min(len(plain), headBytes)])
	c.bytes = plain
	return c, skip
}

// merge fills what is empty in first from second.
func merge(first, second gather.Given) gather.Given {
	for _, field := range []struct{ to, from *string }{
		{&first.URL, &second.URL}, {&first.Outlet, &second.Outlet}, {&first.Title, &second.Title},
		{&first.Published, &second.Published}, {&first.Fetched, &second.Fetched},
	} {
		if *field.to == "" {
			*field.to = *field.from
		}
	}
	return first
}

func tooLarge(size int64) *gather.Skip {
	return &gather.Skip{Reason: gather.TooLarge, Detail: fmt.Sprintf("%d bytes, the limit is %d MiB", size, gather.MaxBytes>>20)}
}

// reason says what went wrong without the path, which stands in the row already.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

func kind(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder behind a link"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return m.Type().String()
}
