//go:build unix

// Command cost measures what a record costs at a number of pages: processor seconds and peak memory of each step, each in a process of its own, on the
// invented pages of eval/grow. Nothing of it hangs on how busy the machine is.
//
//	go run ./eval/grow/cost 1000 4000
package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"syscall"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// step is something that is measured.
type step struct {
	name string
	work func(ctx context.Context, r *hearsay.Record, n int) error
}

var steps = []step{
	{"add all but one page", func(ctx context.Context, r *hearsay.Record, n int) error { return add(ctx, r, allBut(n)) }},
	{"add that page", func(ctx context.Context, r *hearsay.Record, n int) error {
		return add(ctx, r, grow.From(1, n/2, n/2+1))
	}},
	{"remove it", func(ctx context.Context, r *hearsay.Record, n int) error {
		for p := range grow.From(1, n/2, n/2+1) {
			return r.Remove(ctx, p.ID)
		}
		return nil
	}},
	{"first statements", func(ctx context.Context, r *hearsay.Record, n int) error {
		return look(ctx, r, func(l *hearsay.Look) {
			l.Statements(view.Filter{Dial: view.Dial{Min: .9}, Window: view.Window{Limit: 100}})
		})
	}},
	{"overview", func(ctx context.Context, r *hearsay.Record, n int) error {
		return look(ctx, r, func(l *hearsay.Look) { l.Overview(view.Dial{Min: .9}) })
	}},
	{"timeline", func(ctx context.Context, r *hearsay.Record, n int) error {
		return look(ctx, r, func(l *hearsay.Look) { l.Timeline("", "") })
	}},
	{"search", func(ctx context.Context, r *hearsay.Record, n int) error {
		return look(ctx, r, func(l *hearsay.Look) { _, _ = l.Search("harbour", 20) })
	}},
	{"export", func(ctx context.Context, r *hearsay.Record, n int) error {
		l, err := r.Look(ctx)
		if err != nil {
			return err
		}
		defer l.Close()
		return export.JSONOf(io.Discard, l.Stream(), export.Whole{Version: hearsay.Version, Models: read.Version, MinConfidence: .9})
	}},
}

func add(ctx context.Context, r *hearsay.Record, pages iter.Seq[gather.Page]) error {
	_, err := r.Add(ctx, pages, hearsay.AddOptions{Workers: 1})
	return err
}

// allBut are the pages up to n without the one in the middle: it belongs to a story that is there.
func allBut(n int) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		i := 0
		for p := range grow.Pages(1, n) {
			if i++; i-1 != n/2 && !yield(p) {
				return
			}
		}
	}
}

func look(ctx context.Context, r *hearsay.Record, at func(*hearsay.Look)) error {
	l, err := r.Look(ctx)
	if err != nil {
		return err
	}
	at(l)
	return l.Close()
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "cost:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) == 5 && os.Args[1] == "-step" {
		return one(os.Args[2], os.Args[3], os.Args[4])
	}
	dir, err := os.MkdirTemp("", "cost")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, arg := range os.Args[1:] {
		n, err := strconv.Atoi(arg)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is no number of pages", arg)
		}
		if err := table(filepath.Join(dir, arg+".db"), n); err != nil {
			return err
		}
	}
	return nil
}

// table measures every step on one record.
func table(path string, n int) error {
	fmt.Printf("%d pages\n", n)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for i, s := range steps {
		c := exec.Command(self, "-step", strconv.Itoa(i), path, strconv.Itoa(n))
		c.Stderr = os.Stderr
		c.Env = append(os.Environ(), "GOMAXPROCS=1")
		if err := c.Run(); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		used := c.ProcessState.SysUsage().(*syscall.Rusage)
		seconds := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		fmt.Printf("  %-20s %9.2f s CPU %7d MB peak\n", s.name, seconds.Seconds(), used.Maxrss/1024)
		if i == 0 {
			if info, err := os.Stat(path); err == nil {
				fmt.Printf("  %-20s %9.1f kB a page\n", "record", float64(info.Size())/1000/float64(n))
			}
		}
	}
	return nil
}

// one runs a step in this process; COST_PROFILE names a file for its profile.
func one(number, path, pages string) error {
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(steps) {
		return fmt.Errorf("no step %s", number)
	}
	n, err := strconv.Atoi(pages)
	if err != nil {
		return err
	}
	if name := os.Getenv("COST_PROFILE"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	ctx := context.Background()
	open := hearsay.Open
	if i > 2 {
		open = hearsay.OpenReadOnly
	}
	r, err := open(ctx, path)
	if err != nil {
		return err
	}
	if err := steps[i].work(ctx, r, n); err != nil {
		r.Close()
		return err
	}
	return r.Close()
}
