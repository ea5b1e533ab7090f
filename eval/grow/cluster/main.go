//go:build linux

// Command cluster measures what a record in a database costs beside one in a file: processor seconds a page of adding, of one worker and of several, with
// the server's own, bytes a page, and how long answers take. It starts a PostgreSQL of Debian's in a folder of its own.
//
//	go build -o hearsay ./cmd/hearsay && go run ./eval/grow/cluster -binary ./hearsay -n 2000 -workers 2
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/show/view"
)

var (
	binary  = flag.String("binary", "hearsay", "the program that is measured")
	n       = flag.Int("n", 1000, "pages")
	workers = flag.Int("workers", 2, "workers of the second run")
	file    = flag.String("file", "", "a record in a file to take over instead of reading pages: only answers are measured then")
)

func main() {
	flag.Parse()
	if err := measure(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func measure(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "hearsay-cluster-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	s, err := server.New("fsync=on", "full_page_writes=on", "shared_buffers=512MB", "max_wal_size=2GB", "autovacuum_naptime=1min")
	if err != nil {
		return err
	}
	defer s.Remove()
	if *file != "" {
		where := s.Address() + "?search_path=taken"
		if _, err := run(ctx, folder, "-r", where, "merge", *file); err != nil {
			return err
		}
		return answers(ctx, *file, where)
	}
	if err := write(filepath.Join(folder, "pages.jsonl")); err != nil {
		return err
	}
	here := filepath.Join(folder, "here.db")
	alone, err := run(ctx, folder, "-r", here, "add", "--workers", "1", "pages.jsonl")
	if err != nil {
		return err
	}
	info, err := os.Stat(here)
	if err != nil {
		return err
	}
	fmt.Printf("file: %.1f ms of processor a page, %.1f kB a page\n", each(alone), float64(info.Size())/float64(*n)/1000)
	if _, err := run(ctx, folder, "-r", here, "export", "--format", "json", "-o", "here.json"); err != nil {
		return err
	}
	last := ""
	for _, count := range []int{1, *workers} {
		last = s.Address() + "?search_path=by" + strconv.Itoa(count)
		if err := byWorkers(ctx, s, folder, last, count); err != nil {
			return err
		}
	}
	return answers(ctx, here, last)
}

func each(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(*n) }

func write(path string) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(out)
	for p := range grow.Pages(1, *n) {
		if err := enc.Encode(map[string]string{"id": p.ID, "text": string(p.Bytes), "published": p.Given.Published, "outlet": p.Given.Outlet, "form": "article"}); err != nil {
			return err
		}
	}
	return out.Close()
}

// run runs the program and returns the processor time it took.
func run(ctx context.Context, folder string, args ...string) (time.Duration, error) {
	c := exec.CommandContext(ctx, *binary, args...)
	c.Dir = folder
	c.Env = append(os.Environ(), "GOMAXPROCS=1")
	if out, err := c.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("hearsay %s: %w\n%s", strings.Join(args[2:], " "), err, out)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime(), nil
}

// byWorkers lets workers read the pages, and compares the exports.
func byWorkers(ctx context.Context, s *server.Server, folder, where string, count int) error {
	before, err := busy(s)
	if err != nil {
		return err
	}
	queued, err := run(ctx, folder, "-r", where, "add", "pages.jsonl")
	if err != nil {
		return err
	}
	begun := time.Now()
	var mu sync.Mutex
	var working sync.WaitGroup
	total := queued
	for range count {
		working.Go(func() {
			used, failed := run(ctx, folder, "-r", where, "work", "--drain", "--workers", "1")
			mu.Lock()
			defer mu.Unlock()
			if total += used; failed != nil {
				err = failed
			}
		})
	}
	working.Wait()
	took := time.Since(begun)
	after, failed := busy(s)
	if err == nil {
		err = failed
	}
	if err != nil {
		return err
	}
	size, err := bytes(ctx, where)
	if err != nil {
		return err
	}
	if _, err := run(ctx, folder, "-r", where, "export", "--format", "json", "-o", "there.json"); err != nil {
		return err
	}
	a, err := os.ReadFile(filepath.Join(folder, "here.json"))
	if err != nil {
		return err
	}
	b, err := os.ReadFile(filepath.Join(folder, "there.json"))
	if err != nil {
		return err
	}
	same := "the same export as the file's"
	if string(a) != string(b) {
		same = "ANOTHER EXPORT than the file's"
	}
	fmt.Printf("%d workers: %.1f ms of processor a page (%.1f of them queueing), and %.1f ms of the server's; %.1f kB a page; %s for all; %s\n", count, each(total), each(queued), each(after-before),
		float64(size)/float64(*n)/1000, took.Round(time.Second), same)
	return nil
}

// bytes is how large the record's schema is.
func bytes(ctx context.Context, where string) (size int64, err error) {
	c, err := pgx.Connect(ctx, where)
	if err != nil {
		return 0, err
	}
	defer c.Close(ctx)
	err = c.QueryRow(ctx, "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'river%' AND relname <> 'waiting'").Scan(&size)
	return size, err
}

// busy is the processor time of the server: its own process, those that ended and those that run.
func busy(s *server.Server) (time.Duration, error) {
	root, err := s.Process()
	if err != nil {
		return 0, err
	}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return 0, err
	}
	ticks := 0
	for _, path := range stats {
		b, err := os.ReadFile(path)
		if err != nil {
			continue // it ended
		}
		_, rest, _ := strings.Cut(string(b), ") ")
		f := strings.Fields(rest) // from the third field on
		number := func(i int) int { n, _ := strconv.Atoi(f[i-3]); return n }
		pid := filepath.Base(filepath.Dir(path))
		if pid == strconv.Itoa(root) {
			ticks += number(14) + number(15) + number(16) + number(17)
		} else if number(4) == root {
			ticks += number(14) + number(15)
		}
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}

// answers asks both records the same, each question with a look of its own as the commands take it, and tells how long the slowest of twenty takes.
func answers(ctx context.Context, records ...string) error {
	dial := view.Dial{Min: view.DefaultDial}
	first := view.Window{Limit: 100}
	questions := []struct {
		name string
		ask  func(*hearsay.Look) error
	}{
		{"statements", func(l *hearsay.Look) error { l.Statements(view.Filter{Dial: dial, Window: first}); return nil }},
		{"of a voice", func(l *hearsay.Look) error {
			l.Statements(view.Filter{Dial: dial, Voice: "governor", Window: first})
			return nil
		}},
		{"overview", func(l *hearsay.Look) error { l.Overview(dial); return nil }},
		{"timeline", func(l *hearsay.Look) error { l.TimelineIn(first, "", ""); return nil }},
		{"figures", func(l *hearsay.Look) error { l.FiguresIn(first, "", ""); return nil }},
		{"voices", func(l *hearsay.Look) error { l.EntitiesIn(first, dial, ""); return nil }},
		{"search", func(l *hearsay.Look) error { _, err := l.Search("minister trucks", 50); return err }},
		{"phrase", func(l *hearsay.Look) error { _, err := l.Search(`"on Monday"`, 50); return err }},
	}
	for _, where := range records {
		r, err := hearsay.OpenReadOnly(ctx, where)
		if err != nil {
			return err
		}
		defer r.Close()
		var line []string
		for _, q := range questions {
			var took []time.Duration
			for range 40 {
				begun := time.Now()
				l, err := r.Look(ctx)
				if err != nil {
					return err
				}
				if err := q.ask(l); err != nil {
					return err
				}
				if err := l.Close(); err != nil {
					return err
				}
				took = append(took, time.Since(begun))
			}
			slices.Sort(took)
			line = append(line, fmt.Sprintf("%s %d/%d", q.name, took[20].Milliseconds(), took[37].Milliseconds()))
		}
		fmt.Printf("%s: median/p95 in ms: %s\n", hearsay.Titled(where), strings.Join(line, ", "))
	}
	return nil
}
