package hearsay_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
)

// port makes a closed record of a few pages of the invented story and returns its export.
func port(t testing.TB, path string) string {
	t.Helper()
	ctx := context.Background()
	r, err := hearsay.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	n := 0
	pages := func(yield func(gather.Page) bool) {
		for p := range file.Pages([]string{"examples/harbour/pages"}, gather.Given{}) {
			if n++; n > 4 || !yield(p) {
				return
			}
		}
	}
	if _, err := r.Add(ctx, pages, hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return export1(t, r)
}

func export1(t testing.TB, r *hearsay.Record) string {
	t.Helper()
	shown, err := r.View(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return exported(t, shown)
}

// damage runs statements on a record behind its back.
func damage(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// Whatever is made from the pages is made anew: the mended record gives the document it gave before.
func TestRepair(t *testing.T) {
	ctx := context.Background()
	for what, statements := range map[string][]string{
		"nothing":                 nil,
		"readings cut":            {"UPDATE readings SET rest = substr(rest, 1, 40)"},
		"readings gone":           {"DELETE FROM readings"},
		"readings of other pages": {"UPDATE readings SET head = (SELECT head FROM readings ORDER BY key LIMIT 1), sum = (SELECT sum FROM readings ORDER BY key LIMIT 1)"},
		"findings cut":            {"UPDATE rows SET data = substr(data, 1, 10)"},
		"findings gone":           {"DELETE FROM rows WHERE list = 2"},
		"search gone":             {"DELETE FROM lines", "DROP TABLE search"},
	} {
		path := filepath.Join(t.TempDir(), "r.db")
		want := port(t, path)
		damage(t, path, statements...)
		done, err := hearsay.Repair(ctx, path)
		if err != nil || len(done.Problems) > 0 || done.Pages != 4 || done.Read != 4 {
			t.Errorf("%s: %+v, %v", what, done, err)
			continue
		}
		if found, err := hearsay.Check(ctx, path, true); err != nil || len(found.Problems) > 0 || !found.Sealed {
			t.Errorf("%s: after mending %+v, %v", what, found, err)
		}
		r, err := hearsay.OpenReadOnly(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		if got := export1(t, r); got != want {
			t.Errorf("%s: another document", what)
		}
		if hits, err := r.Search(ctx, "the", 5); err != nil || len(hits) == 0 {
			t.Errorf("%s: search finds %d, %v", what, len(hits), err)
		}
		r.Close()
	}
}

// What is lost for good is told, and everything else is there.
func TestRepairTellsWhatIsLost(t *testing.T) {
	ctx := context.Background()
	for what, statement := range map[string]string{
		"bytes":       "UPDATE originals SET data = x'00' WHERE sha256 = (SELECT min(sha256) FROM originals)",
		"description": "UPDATE pages SET described = '{}' WHERE num = 1",
	} {
		path := filepath.Join(t.TempDir(), "r.db")
		port(t, path)
		damage(t, path, statement)
		done, err := hearsay.Repair(ctx, path)
		if err != nil || len(done.Problems) != 1 || done.Pages != 4 {
			t.Errorf("%s: %+v, %v", what, done, err)
		}
	}
}

// A damaged reading stops neither adding nor removing: its page is read again.
func TestAddBesideDamage(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	port(t, path)
	damage(t, path, "UPDATE readings SET rest = substr(rest, 1, 40)", "UPDATE rows SET data = x''")
	r, err := hearsay.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	one := gather.Page{ID: "more", Bytes: []byte("The port is shut, governor Ilse Marrow said.")}
	if _, err := r.Add(ctx, slices.Values([]gather.Page{one}), hearsay.AddOptions{}); err != nil {
		t.Error(err)
	}
	if err := r.Remove(ctx, "more"); err != nil {
		t.Error(err)
	}
	export1(t, r)
}

// A backup is made while somebody writes, and holds what was finished.
func TestBackup(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	want := port(t, path)
	r, err := hearsay.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := hearsay.Backup(ctx, path, to); err != nil {
		t.Fatal(err)
	}
	if found, err := hearsay.Check(ctx, to, true); err != nil || len(found.Problems) > 0 || !found.Sealed {
		t.Errorf("%+v, %v", found, err)
	}
	copied, err := hearsay.Open(ctx, to)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if got := export1(t, copied); got != want {
		t.Error("the copy gives another document")
	}
	if err := hearsay.Backup(ctx, path, to); err == nil {
		t.Error("a backup went over a file")
	}
}

// Damaged record files, cut, flipped and with values that were never written, give errors and faults told, never a panic.
func TestDamagedFiles(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	port(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(60) {
		damaged := filepath.Join(t.TempDir(), fmt.Sprint(seed, ".db"))
		b := damagedBytes(whole, seed)
		if err := os.WriteFile(damaged, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if seed%4 == 3 {
			r := rand.New(rand.NewPCG(seed, 2))
			table := []string{"readings", "rows", "originals", "captures"}[r.IntN(4)]
			column := map[string]string{"captures": "record", "readings": "rest"}[table]
			if column == "" {
				column = "data"
			}
			damage(t, damaged, fmt.Sprintf("UPDATE %s SET %s = %s", table, column,
				[]string{"x''", "substr(" + column + ", 1, length(" + column + ")/2)", "'words'", "7", "randomblob(300)", "zeroblob(100000)"}[r.IntN(6)]))
		}
		use(t, ctx, damaged)
	}
}

func damagedBytes(whole []byte, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	b := bytes.Clone(whole)
	switch seed % 4 {
	case 0:
		b = b[:r.IntN(len(b))]
	case 1:
		for range 1 + r.IntN(40) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
	case 2: // blocks changed places
		i, j := r.IntN(len(b)/4096), r.IntN(len(b)/4096)
		copy(b[4096*i:4096*i+4096], whole[4096*j:])
	}
	return b
}

// use does with a record what people do; only errors may come.
func use(t *testing.T, ctx context.Context, path string) {
	t.Helper()
	_, _ = hearsay.Check(ctx, path, true)
	look := func(r *hearsay.Record) {
		if shown, err := r.View(ctx); err == nil {
			exported(t, shown)
		}
		_, _ = r.Search(ctx, "port", 5)
	}
	if r, err := hearsay.OpenReadOnly(ctx, path); err == nil {
		look(r)
		r.Close()
	}
	if r, err := hearsay.Open(ctx, path); err == nil {
		one := gather.Page{ID: "more", Bytes: []byte("The port is shut, governor Ilse Marrow said.")}
		_, _ = r.Add(ctx, slices.Values([]gather.Page{one}), hearsay.AddOptions{})
		_ = r.Remove(ctx, "more")
		look(r)
		r.Close()
	}
	_, _ = hearsay.Repair(ctx, path)
}
