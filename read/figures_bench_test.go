//go:build unix

package read

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
)

// BenchmarkFigures finds the times and the amounts of the invented stories, on sentences that are tagged already and with the tagging. MB/cpu-s
// counts the bytes of the sentences by the processor's time, which is what counts on a busy machine.
func BenchmarkFigures(b *testing.B) {
	files, err := filepath.Glob("../examples/*/pages/*-*")
	if err != nil || len(files) == 0 {
		b.Fatal("no pages: ", err)
	}
	day := times.NewDay(2023, 3, 22)
	anchor := times.Between(day, day, times.ADay)
	var pages []page.Page
	var sentences [][]syntax.Sentence
	var when [][]times.Expression
	bytes := 0
	for _, file := range files {
		words, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		in := gather.Page{ID: file, Bytes: words}
		if filepath.Ext(file) == ".html" {
			in.Form = gather.HTML
		}
		p := page.Read(en.Language, in)
		s := syntax.Read(en.Language, p.Text, p.Blocks)
		for _, one := range s {
			bytes += one.End - one.Start
		}
		pages, sentences = append(pages, p), append(sentences, s)
		when = append(when, times.Find(en.Language, p.Text, p.Blocks, s, anchor))
	}
	found := 0
	for _, bench := range []struct {
		name string
		read func(i int)
	}{
		{"times", func(i int) {
			found += len(times.Find(en.Language, pages[i].Text, pages[i].Blocks, sentences[i], anchor))
		}},
		{"amounts", func(i int) {
			found += len(amounts.Find(en.Language, pages[i].Text, pages[i].Blocks, sentences[i], when[i]))
		}},
		{"together", func(i int) {
			w := times.Find(en.Language, pages[i].Text, pages[i].Blocks, sentences[i], anchor)
			found += len(w) + len(amounts.Find(en.Language, pages[i].Text, pages[i].Blocks, sentences[i], w))
		}},
		{"with-tagging", func(i int) {
			s := syntax.Read(en.Language, pages[i].Text, pages[i].Blocks)
			w := times.Find(en.Language, pages[i].Text, pages[i].Blocks, s, anchor)
			found += len(w) + len(amounts.Find(en.Language, pages[i].Text, pages[i].Blocks, s, w))
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			found = 0
			before := cpu(b)
			for b.Loop() {
				for i := range pages {
					bench.read(i)
				}
			}
			used := cpu(b) - before
			b.ReportMetric(float64(found)/used, "found/cpu-s")
			b.ReportMetric(float64(b.N*bytes)/1e6/used, "MB/cpu-s")
		})
	}
}

// cpu returns the seconds of processor time that this process has used.
func cpu(b *testing.B) float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
