//go:build unix

package sqlite

import (
	"errors"
	"os"
	"syscall"

	"github.com/hearsay-news/hearsay/keep"
)

// flock takes the writer's lock. It is another kind of lock than those of SQLite, so the two never meet, and the system drops it when
// the process ends in any way.
func flock(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return keep.ErrBusy
	}
	return err
}

// flockShared keeps writers off for a moment; it fails where there is one.
func flockShared(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
}

func isReadOnlyFS(err error) bool { return errors.Is(err, syscall.EROFS) }

func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// mayWrite asks the system, which knows of rights and of file systems that are read-only.
func mayWrite(path string) bool {
	const writing = 2
	return syscall.Access(path, writing) == nil
}
