//go:build unix

// Package bench runs Hearsay's article reader side by side with other open tools on the same pages. It is a module of its own, so that
// the program does not depend on them:
//
//	cd eval/bench && GOMAXPROCS=1 go test -bench . -benchtime 2x
//
// The pages are the AEB set below .evaldata; without it every benchmark skips by name.
package bench

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

func pages(b *testing.B, kind string) [][]byte {
	b.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", ".evaldata", "eval", "pages", "aeb", kind))
	if len(files) == 0 {
		b.Skip("the set pages/aeb is absent; ./test lays it out in .evaldata where its archive is at hand")
	}
	var out [][]byte
	size := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		size += len(raw)
		out = append(out, raw)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	return out
}

// each runs one tool over all pages b.N times and reports pages a second, by the clock and by the processor's time: on a machine that does
// other things too only the latter counts.
func each(b *testing.B, read func(raw []byte)) { eachOf(b, "html/*.html", read) }

func eachOf(b *testing.B, kind string, read func(raw []byte)) {
	all := pages(b, kind)
	b.ResetTimer()
	before := cpu(b)
	for range b.N {
		for _, raw := range all {
			read(raw)
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(len(all)*b.N)/(cpu(b)-before), "pages/cpu-s")
}

// cpu returns the seconds of processor time that this process has used.
func cpu(b *testing.B) float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

var address, _ = url.Parse("https://radionord.example/story")

func BenchmarkHearsay(b *testing.B) {
	each(b, func(raw []byte) {
		in := gather.Page{Bytes: raw, Form: gather.HTML}
		p := page.Read(en.Language, in)
		article.Read(en.Language, &p, in.Given)
	})
}

func BenchmarkHearsayFlat(b *testing.B) {
	eachOf(b, "flat/*.txt", func(raw []byte) {
		in := gather.Page{Bytes: raw}
		p := page.Read(en.Language, in)
		article.Read(en.Language, &p, in.Given)
	})
}

func BenchmarkTokenizerOnly(b *testing.B) {
	each(b, func(raw []byte) {
		for z := html.NewTokenizer(bytes.NewReader(raw)); z.Next() != html.ErrorToken; {
		}
	})
}

func BenchmarkParseOnly(b *testing.B) {
	each(b, func(raw []byte) { _, _ = html.Parse(bytes.NewReader(raw)) })
}

func BenchmarkTrafilatura(b *testing.B) {
	each(b, func(raw []byte) {
		_, _ = trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{OriginalURL: address, EnableFallback: true})
	})
}

func BenchmarkReadability(b *testing.B) {
	each(b, func(raw []byte) { _, _ = readability.FromReader(bytes.NewReader(raw), address) })
}

func BenchmarkHTMLDate(b *testing.B) {
	each(b, func(raw []byte) {
		_, _ = htmldate.FromReader(bytes.NewReader(raw), htmldate.Options{URL: address.String()})
	})
}
