package file

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// form says how a file is taken by its ending. A file given by name is read whatever it is called; in a folder only known endings are.
func form(f found) (gather.Form, *gather.Skip) {
	switch ext := strings.ToLower(filepath.Ext(f.path)); ext {
	case ".html", ".htm":
		return gather.HTML, nil
	case ".txt":
		return gather.Flat, nil
	default:
		if f.named {
			return gather.Flat, nil
		}
		if ext == "" {
			ext = "no ending"
		}
		return 0, &gather.Skip{Reason: gather.UnknownFormat, Detail: ext + ": want .txt, .html, .htm, .json, .jsonl or an archive of pages"}
	}
}

// read returns a file's bytes, or why there are none. Only plain files are opened: a pipe or a device could block or never end.
func read(f found) (gather.Form, []byte, *gather.Skip) {
	form, skip := form(f)
	if skip != nil {
		return form, nil, skip
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return form, nil, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	if !info.Mode().IsRegular() {
		return form, nil, &gather.Skip{Reason: gather.Unreadable, Detail: "not a plain file: " + kind(info.Mode())}
	}
	if info.Size() > gather.MaxBytes {
		return form, nil, tooLarge(info.Size())
	}
	in, err := os.Open(f.path)
	if err != nil {
		return form, nil, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	defer in.Close()
	// The file may grow under us: read one byte past the limit to see it.
	bytes, err := io.ReadAll(io.LimitReader(in, gather.MaxBytes+1))
	if err != nil {
		return form, nil, &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}
	}
	if len(bytes) > gather.MaxBytes {
		return form, nil, tooLarge(int64(len(bytes)))
	}
	return form, bytes, nil
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
