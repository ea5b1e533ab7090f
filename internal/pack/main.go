// Command pack writes an archive of files so that equal files are equal bytes: sorted, owned by nobody, all of one time.
//
//	pack -time 1700000000 -root hearsay_0.1_linux_amd64 out.tar.gz hearsay LICENSE man/hearsay.1=/tmp/hearsay.1
//
// The ending of the archive says its kind: .tar.gz or .zip. A file named NAME=PATH stands under NAME.
package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

func main() {
	seconds := flag.Int64("time", 0, "seconds since 1970 that every file is dated")
	root := flag.String("root", "", "folder in the archive that holds everything")
	flag.Parse()
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	if err := pack(flag.Arg(0), *root, time.Unix(*seconds, 0).UTC(), flag.Args()[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

type entry struct {
	name, path string
	mode       int64
	size       int64
}

func pack(to, root string, when time.Time, names []string) (err error) {
	var entries []entry
	for _, n := range names {
		e := entry{name: n, path: n}
		if name, from, renamed := strings.Cut(n, "="); renamed {
			e.name, e.path = name, from
		}
		info, err := os.Stat(e.path)
		if err != nil {
			return err
		}
		if e.mode, e.size = 0o644, info.Size(); info.Mode()&0o111 != 0 || strings.HasSuffix(e.name, ".exe") {
			e.mode = 0o755
		}
		e.name = path.Join(root, e.name)
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if strings.HasSuffix(to, ".zip") {
		return zipped(out, when, entries)
	}
	return tarred(out, when, entries)
}

func zipped(out io.Writer, when time.Time, entries []entry) error {
	z := zip.NewWriter(out)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: when}
		h.SetMode(os.FileMode(e.mode))
		w, err := z.CreateHeader(h)
		if err == nil {
			err = copied(w, e.path)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

func tarred(out io.Writer, when time.Time, entries []entry) error {
	g, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(g)
	for _, e := range entries {
		if err := t.WriteHeader(&tar.Header{Name: e.name, Mode: e.mode, Size: e.size, ModTime: when, Format: tar.FormatPAX}); err != nil {
			return err
		}
		if err := copied(t, e.path); err != nil {
			return err
		}
	}
	return errors.Join(t.Close(), g.Close())
}

func copied(w io.Writer, from string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
