package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/keep"
)

// lockForWriting opens the file, or makes an empty one, and keeps other writers off until the handle is closed, be it by a crash.
func lockForWriting(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return nil, fmt.Errorf("its folder: %w", reasonOf(err))
		}
	case err != nil:
		return nil, reasonOf(err)
	case !info.Mode().IsRegular():
		return nil, keep.ErrNoRecord
	case info.Mode().Perm()&0o222 == 0: // a superuser could write; whoever took the right away meant it
		return nil, keep.ErrReadOnly
	default:
		if err := looksLikeOne(path, info.Size()); err != nil {
			return nil, err
		}
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if errors.Is(err, fs.ErrPermission) || isReadOnlyFS(err) {
		return nil, keep.ErrReadOnly
	}
	if err != nil {
		return nil, reasonOf(err)
	}
	if err := flock(file); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// looksLikeOne tells a record from any other file by its first bytes, before SQLite may write to it.
func looksLikeOne(path string, size int64) error {
	if size == 0 {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return reasonOf(err)
	}
	defer file.Close()
	head := make([]byte, 72)
	if _, err := file.ReadAt(head, 0); err != nil || !strings.HasPrefix(string(head), magic) {
		return keep.ErrNoRecord
	}
	if binary.BigEndian.Uint32(head[68:]) != applicationID {
		return keep.ErrNoRecord
	}
	return nil
}

// writable says whether the file and its folder can be written to.
func writable(path string, info fs.FileInfo) bool {
	return info.Mode().Perm()&0o222 != 0 && mayWrite(path) && mayWrite(filepath.Dir(path))
}

func reasonOf(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
