package export

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Files takes the files of a format that has several, one after another: a new one ends the one before.
type Files interface {
	Create(name string, packed bool) (io.Writer, error)
	Close() error
}

// Zip writes the files into one zip archive. Equal files are equal bytes: no clock stands in it.
func Zip(w io.Writer) Files { return &zipped{zip.NewWriter(w)} }

type zipped struct{ z *zip.Writer }

// earliest is the first moment that a zip archive can hold.
var earliest = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (f *zipped) Create(name string, packed bool) (io.Writer, error) {
	h := &zip.FileHeader{Name: name, Modified: earliest, Method: zip.Store}
	if packed {
		h.Method = zip.Deflate
	}
	return f.z.CreateHeader(h)
}

func (f *zipped) Close() error { return f.z.Close() }

// Folder writes the files into a folder, which it makes.
func Folder(path string) Files { return &folder{path: path} }

type folder struct {
	path string
	open *os.File
}

func (f *folder) Create(name string, _ bool) (io.Writer, error) {
	if err := f.Close(); err != nil {
		return nil, err
	}
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	var err error
	f.open, err = os.Create(path)
	return f.open, err
}

func (f *folder) Close() error {
	if f.open == nil {
		return nil
	}
	err := f.open.Close()
	f.open = nil
	return err
}

// summed counts and hashes what goes through it.
type summed struct {
	w io.Writer
	h hash.Hash
	n int64
}

func newSummed(w io.Writer) *summed { return &summed{w: w, h: sha256.New()} }

func (s *summed) Write(p []byte) (int, error) {
	s.h.Write(p)
	s.n += int64(len(p))
	return s.w.Write(p)
}

// sum is the hash as data packages write it.
func (s *summed) sum() string { return "sha256:" + hex.EncodeToString(s.h.Sum(nil)) }

// fileName makes an id a file's name: letters, digits, dots and dashes stay. A number keeps two ids apart.
func fileName(id string) string {
	name := strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' {
			return c
		}
		return '-'
	}, id)
	if len(name) > 80 {
		name = name[:80]
	}
	if name == id && !strings.HasPrefix(name, ".") && name == strings.ToLower(name) { // some disks take A for a
		return name
	}
	sum := sha256.Sum256([]byte(id))
	return strings.TrimLeft(name, ".") + "-" + hex.EncodeToString(sum[:4])
}
