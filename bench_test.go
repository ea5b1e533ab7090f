//go:build unix

package hearsay_test

import (
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/export"
)

func storyPages(b *testing.B) []gather.Page {
	b.Helper()
	folders, err := filepath.Glob("examples/*/pages")
	if err != nil {
		b.Fatal(err)
	}
	return slices.Collect(file.Pages(folders, gather.Given{}))
}

// BenchmarkAnnotate reads and writes the pages of the invented stories on one core, all layers; pages/s is the figure to watch.
func BenchmarkAnnotate(b *testing.B) {
	pages := storyPages(b)
	bytes := 0
	for _, p := range pages {
		bytes += len(p.Bytes)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	before := cpu(b)
	for b.Loop() {
		for _, p := range pages {
			if _, err := export.Annotation(hearsay.ReadAlone(p), p.Form, export.Options{Layers: export.AllLayers}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(b.N*len(pages))/(cpu(b)-before), "pages/cpu-s") // what counts on a busy machine
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys)/(1<<20), "MiB-sys")
}

// cpu returns the seconds of processor time that this process has used.
func cpu(b *testing.B) float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

// BenchmarkAdd takes the pages into a record: gathered, read, kept, compared, kept.
func BenchmarkAdd(b *testing.B) {
	ctx, pages := context.Background(), storyPages(b)
	for b.Loop() {
		r, err := hearsay.Open(ctx, filepath.Join(b.TempDir(), "r.db"))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.Add(ctx, slices.Values(pages), hearsay.AddOptions{}); err != nil {
			b.Fatal(err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "pages/s")
}
