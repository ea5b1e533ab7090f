package sqlite

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"

	"github.com/hearsay-news/hearsay/keep"
)

// SQLite's result codes that have a name of ours.
const (
	codeBusy     = 5
	codeReadOnly = 8
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
	codeShmSize  = 4874 // the file that readers and the writer share could not grow
)

// named puts the record's own word before an error of the driver or the system.
func named(err error) error {
	var driver *sqlite.Error
	if isFull(err) {
		return fmt.Errorf("%w: %w", keep.ErrFull, err)
	}
	if !errors.As(err, &driver) {
		return err
	}
	switch code := driver.Code(); {
	case code == codeShmSize, code&0xff == codeFull:
		return fmt.Errorf("%w: %w", keep.ErrFull, err)
	case code&0xff == codeBusy:
		return fmt.Errorf("%w: %w", keep.ErrBusy, err)
	case code&0xff == codeReadOnly:
		return fmt.Errorf("%w: %w", keep.ErrReadOnly, err)
	case code&0xff == codeCantOpen: // the record itself was opened before: no log can be made beside it
		return fmt.Errorf("%w, or its folder is: %w", keep.ErrReadOnly, err)
	case code&0xff == codeCorrupt:
		return fmt.Errorf("%w: %w", keep.ErrDamaged, err)
	case code&0xff == codeNotADB:
		return fmt.Errorf("%w: %w", keep.ErrNoRecord, err)
	}
	return err
}
