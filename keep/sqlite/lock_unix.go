//go:build unix

package sqlite

import (
	"errors"
	"os"
	"syscall"
	"time"

	"github.com/hearsay-news/hearsay/keep"
)

// flock takes the writer's lock. It is another kind of lock than those of SQLite, so the two never meet, and the system drops it when
// the process ends in any way.
func flock(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	for n := 0; n < patience && errors.Is(err, syscall.EWOULDBLOCK); n++ { // a reader may be asking just now whether there is a writer
		time.Sleep(time.Millisecond)
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return keep.ErrBusy
	}
	return err
}

const patience = 5 // milliseconds

// flockShared keeps writers off for a moment; it fails where there is one.
func flockShared(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
}

func funlock(file *os.File) { _ = syscall.Flock(int(file.Fd()), syscall.LOCK_UN) } // there is no lock that could fail to go

func isReadOnlyFS(err error) bool { return errors.Is(err, syscall.EROFS) }

func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// mayWrite asks the system, which knows of rights and of file systems that are read-only.
func mayWrite(path string) bool {
	const writing = 2
	return syscall.Access(path, writing) == nil
}
