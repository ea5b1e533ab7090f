package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
)

// held makes a record whose last writes stand in its log alone, as they do when a reader held it back and the writer was killed, and returns the
// bytes of both files.
func held(t *testing.T) (record, log []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.db")
	filled(t, path)
	s := open(t, path)
	reader, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	looking, err := reader.Begin()
	if err != nil {
		t.Fatal(err)
	}
	var n int
	if err := looking.QueryRow("SELECT count(*) FROM pages").Scan(&n); err != nil {
		t.Fatal(err)
	}
	put(t, s, "held 1", strings.Repeat("The port is open. ", 900), gather.Given{})
	put(t, s, "held 2", "The port is shut again.", gather.Given{})
	record, err = os.ReadFile(path)
	if err == nil {
		log, err = os.ReadFile(path + "-wal")
	}
	if err != nil || len(log) < 3*frameLength {
		t.Fatalf("a log of %d bytes: %v", len(log), err)
	}
	_ = looking.Rollback()
	shut(t, s)
	return record, log
}

func lay(t *testing.T, record, log []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.db")
	if err := os.WriteFile(path, record, 0o644); err != nil {
		t.Fatal(err)
	}
	if log != nil {
		if err := os.WriteFile(path+"-wal", log, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// Every flipped bit of the log is found, with and without reading the data, and no writer goes over it.
func TestFlipsInTheLog(t *testing.T) {
	ctx := context.Background()
	record, log := held(t)
	if found, err := Check(ctx, lay(t, record, log), true); err != nil || len(found.Problems) > 0 || found.Pages != 14 {
		t.Fatalf("before: %+v, %v", found, err)
	}
	random := rand.New(rand.NewPCG(3, 5))
	for n := range 80 {
		bit := random.IntN(8 * len(log))
		switch n {
		case 0:
			bit = 8*len(log) - 1 // of the last frame
		case 1:
			bit = 8 * 17 // a salt
		case 2:
			bit = 8 * (logHead + 9) // a salt of a frame
		}
		log[bit/8] ^= 1 << (bit % 8)
		path := lay(t, record, log)
		if found, err := Check(ctx, path, n%2 == 0); err != nil || len(found.Problems) == 0 {
			t.Errorf("bit %d of the log: %+v, %v", bit, found, err)
		}
		if s, err := Open(ctx, path); !errors.Is(err, keep.ErrDamaged) {
			t.Errorf("bit %d of the log: opening gives %v", bit, err)
			if s != nil {
				shut(t, s)
			}
		}
		log[bit/8] ^= 1 << (bit % 8)
	}
	path := lay(t, record, log)
	s, err := OpenToMend(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, s)
}

// A log that is gone, or cut, is told of; one that had reached the file, or was left behind by a reader, is not missed.
func TestLostLog(t *testing.T) {
	ctx := context.Background()
	record, log := held(t)
	for what, rest := range map[string][]byte{"gone": nil, "empty": {}, "cut": log[:len(log)-frameLength], "cut in the head": log[:20]} {
		found, err := Check(ctx, lay(t, record, rest), false)
		if err != nil || len(found.Problems) == 0 || !strings.Contains(found.Problems[0], "log") {
			t.Errorf("%s: %+v, %v", what, found, err)
		}
	}
	path := lay(t, record, log)
	reader, err := OpenReadOnly(ctx, path) // the last one to close a record brings the log into it
	if err != nil {
		t.Fatal(err)
	}
	if _, err := asked(reader, (*snapshot).Pages); err != nil {
		t.Fatal(err)
	}
	shut(t, reader)
	if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || found.Pages != 14 {
		t.Errorf("after a reader: %+v, %v", found, err)
	}
}

// A reader that lingers leaves no record unsealed.
func TestLingeringReader(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	filled(t, path)
	reader, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, err := asked(reader, (*snapshot).Pages); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	put(t, s, "more", "The port is open.", gather.Given{})
	shut(t, s)
	if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || !found.Sealed {
		t.Errorf("%+v, %v", found, err)
	}
}

// Each write is brought into the file: nothing is left in the log when nobody reads.
func TestEachWriteIsCheckpointed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	s := open(t, path)
	defer shut(t, s)
	put(t, s, "a", "The port is open.", gather.Given{})
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() > 0 {
		t.Errorf("the log: %v, %v", info, err)
	}
}
