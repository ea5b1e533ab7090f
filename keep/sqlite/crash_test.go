package sqlite

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
)

// writerEnv makes the test binary a program that writes pages until it is killed.
const writerEnv = "HEARSAY_TEST_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerEnv); path != "" {
		writeForEver(path)
	}
	os.Exit(m.Run())
}

// writeForEver adds one page a write and says so once it is kept.
func writeForEver(path string) {
	ctx := context.Background()
	s, err := Open(ctx, path)
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	pages, err := asked(s, (*snapshot).Pages)
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	for n := len(pages); ; n++ {
		id, words := fmt.Sprintf("p%05d", n), strings.Repeat(fmt.Sprintf("Page %d tells of the port. ", n), 1+n%300)
		p := keep.Describe(gather.Page{ID: id, Bytes: []byte(words)})
		if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutPage(p, []byte(words), line(id, words)) }); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		fmt.Println("kept", n)
	}
}

// TestKilled kills a writer fifty times in the middle of its work. Each time the record opens, holds every page that was said to be
// kept, and none in part.
func TestKilled(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	for round := range 50 {
		kept := killAfter(t, path, 1+(round*7)%13)
		found, err := Check(ctx, path, true)
		if err != nil || len(found.Problems) > 0 {
			t.Fatalf("round %d: %+v, %v", round, found, err)
		}
		if found.Pages < kept+1 {
			t.Fatalf("round %d: %d pages, but %d were kept", round, found.Pages, kept+1)
		}
		if round%3 == 0 { // the next one is killed on a record that was sealed
			shut(t, open(t, path))
		}
	}
	s := open(t, path)
	put(t, s, "last", "The port is open.", gather.Given{})
	shut(t, s)
	if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || !found.Sealed {
		t.Errorf("after an orderly end: %+v, %v", found, err)
	}
}

// killAfter runs a writer, kills it when it has kept so many pages, and returns the number of the last one it told of.
func killAfter(t *testing.T, path string, pages int) int {
	t.Helper()
	writer := exec.Command(os.Args[0], "-test.run", "^$")
	writer.Env = append(os.Environ(), writerEnv+"="+path)
	out, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	last := -1
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if _, err := fmt.Sscanf(lines.Text(), "kept %d", &last); err != nil {
			t.Errorf("the writer says %q", lines.Text())
		}
		if n == pages {
			if err := writer.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := writer.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return last
}

// TestFull fills a record up to a limit and, where a small file system can be mounted, a whole disk. The error says so, what was kept stays,
// and the record goes on once there is room.
func TestFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	s := open(t, path)
	if _, err := s.write.Exec("PRAGMA max_page_count = 200"); err != nil { // SQLite's own word for a full disk
		t.Fatal(err)
	}
	kept := fill(t, s)
	shut(t, s)
	roomAgain(t, path, kept)
}

func TestFullDisk(t *testing.T) {
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("full disk: no small file system can be mounted here (it takes root): %s", strings.TrimSpace(string(out)))
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", out)
		}
	})
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "r.db")
	s := open(t, path)
	kept := fill(t, s)
	if err := s.Close(); err != nil && !errors.Is(err, keep.ErrFull) {
		t.Errorf("close: %v", err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	roomAgain(t, path, kept)
}

// fill adds pages until there is no more room, and returns how many were kept.
func fill(t *testing.T, s *Store) int {
	t.Helper()
	ctx := context.Background()
	for n := range 10000 {
		words := strings.Repeat(fmt.Sprintf("%x %x ", n*7919, n*104729), 2000)
		p := keep.Describe(gather.Page{ID: fmt.Sprintf("p%05d", n), Bytes: []byte(words)})
		err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutPage(p, []byte(words), line(p.ID, words)) })
		if err != nil {
			if !errors.Is(err, keep.ErrFull) {
				t.Fatalf("page %d: %v, want %v", n, err, keep.ErrFull)
			}
			return n
		}
	}
	t.Fatal("the disk never filled up")
	return 0
}

func roomAgain(t *testing.T, path string, kept int) {
	t.Helper()
	ctx := context.Background()
	if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || found.Pages != kept {
		t.Fatalf("when full: %+v, %v; %d pages were kept", found, err, kept)
	}
	s := open(t, path)
	put(t, s, "one more", "The port is open.", gather.Given{})
	shut(t, s)
	if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || found.Pages != kept+1 {
		t.Errorf("with room again: %+v, %v; want %d pages", found, err, kept+1)
	}
}
