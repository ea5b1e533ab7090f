package sqlite

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
)

// filled makes a closed record of some pages and findings.
func filled(t testing.TB, path string) {
	t.Helper()
	s := open(t, path)
	for n := range 12 {
		// Some text packs well, some does not.
		words := fmt.Sprintf("On day %d the port of Sel was shut. ", n)
		if n%2 == 0 {
			words = strings.Repeat(words, 200)
		}
		put(t, s, fmt.Sprintf("p%02d", n), words, gather.Given{Outlet: "Radio Nord"})
	}
	putStory(t, s, "p00", "p01")
	shut(t, s)
}

// TestEveryFlippedByteIsFound flips one bit after the other, all over the file, and holds that a check names each, wherever it stands:
// in a page's bytes, in a reading, in the index, in the space between rows.
func TestEveryFlippedByteIsFound(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	filled(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || !found.Sealed || found.Pages != 12 {
		t.Fatalf("before: %+v, %v", found, err)
	}
	offsets := []int{0, 16, 18, 20, 24, 28, 40, 60, 68, 92, 99, 100, 104, blockSize - sumSize, blockSize - 1, blockSize, len(whole) - 1}
	random := rand.New(rand.NewPCG(7, 7))
	for range 150 {
		offsets = append(offsets, random.IntN(len(whole)))
	}
	// By the seal alone, which is quick: every one of them. The whole check, which opens the file: a part of them.
	for n, offset := range offsets {
		broken := append([]byte(nil), whole...)
		broken[offset] ^= 1 << random.IntN(8)
		if err := os.WriteFile(path, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		if n%5 != 0 {
			var found Report
			if err := found.checkFile(path); err == nil && len(found.Problems) == 0 {
				t.Errorf("byte %d of %d: its seal shows nothing", offset, len(whole))
			}
			continue
		}
		found, err := Check(ctx, path, true)
		if err == nil && len(found.Problems) == 0 {
			t.Errorf("byte %d of %d: nothing was found", offset, len(whole))
		}
	}
	for _, length := range []int{0, 1, blockSize, len(whole) / 2, len(whole) - blockSize, len(whole) - 1} {
		if err := os.WriteFile(path, whole[:length], 0o644); err != nil {
			t.Fatal(err)
		}
		if found, err := Check(ctx, path, true); err == nil && len(found.Problems) == 0 {
			t.Errorf("cut to %d of %d bytes: nothing was found", length, len(whole))
		}
	}
}

// TestRowsCarrySums flips bytes of what is kept in a record that is not sealed: being written to, or left by a crash.
func TestRowsCarrySums(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	for n, harm := range []string{
		"UPDATE originals SET data = x'00' || substr(data, 2) WHERE coding = 'plain'",
		"UPDATE originals SET data = substr(data, 1, length(data) - 1) || x'00' WHERE coding = 'zstd'",
		"UPDATE readings SET head = substr(head, 1, 20) || x'07' || substr(head, 22) WHERE key = (SELECT min(key) FROM readings)",
		"UPDATE readings SET rest = substr(rest, 1, 12) || x'07' || substr(rest, 14) WHERE key = (SELECT min(key) FROM readings)",
		"UPDATE forms SET written = substr(written, 1, 9) || x'07' || substr(written, 11)",
		"DELETE FROM forms",
		"UPDATE readings SET sum = 'no'",
		"UPDATE rows SET data = substr(data, 1, 9) || x'00' || substr(data, 11)",
		"DELETE FROM rows",
		"DELETE FROM shown",
		"UPDATE answers SET data = substr(data, 1, 7) || x'00' || substr(data, 9)",
		"DELETE FROM answers",
		"UPDATE pages SET described = replace(described, 'Nord', 'Sud') WHERE num = 3",
		"DELETE FROM readings WHERE key = (SELECT min(key) FROM readings)",
		"DELETE FROM originals WHERE sha256 = (SELECT min(sha256) FROM originals)",
	} {
		path := filepath.Join(folder, fmt.Sprintf("%d.db", n))
		filled(t, path)
		s := open(t, path)
		done, err := s.write.Exec(harm)
		if err != nil {
			t.Fatalf("%s: %v", harm, err)
		}
		if rows, _ := done.RowsAffected(); rows == 0 {
			t.Fatalf("%s: changed nothing", harm)
		}
		shut(t, s) // sealed: the blocks fit, the rows do not
		if found, err := Check(ctx, path, true); err != nil || len(found.Problems) == 0 {
			t.Errorf("%s: %+v, %v", harm, found, err)
		}
	}
}

// TestMendsCarrySums changes a word of what a person put right.
func TestMendsCarrySums(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "a.db"))
	defer shut(t, s)
	if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutMend(compare.Mend{ID: "m1", Kind: "outlet", To: "Radio Nord"}) }); err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec("UPDATE mends SET mend = CAST(replace(mend, 'Nord', 'Suud') AS BLOB)"); err != nil {
		t.Fatal(err)
	}
	l, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got, err := l.Mends(); !errors.Is(err, keep.ErrDamaged) {
		t.Errorf("a changed mend is read: %v, %v", got, err)
	}
}
