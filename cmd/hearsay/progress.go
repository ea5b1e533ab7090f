package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/show/clean"
)

// addWithProgress adds pages and shows how far it has come, if a person is watching.
func addWithProgress(ctx context.Context, record *hearsay.Record, pages iter.Seq[gather.Page], count, workers int, std streams) (hearsay.Added, error) {
	options := hearsay.AddOptions{Workers: workers}
	if !terminal(clean.Behind(std.err)) {
		options.Progress = tenths(count, std)
		return record.Add(ctx, pages, options)
	}
	bars := mpb.New(mpb.WithOutput(clean.Behind(std.err)), mpb.WithWidth(40))
	phase := "reading"
	bar := bars.AddBar(int64(max(count, 0)),
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return phase }, decor.WC{W: 10})),
		mpb.AppendDecorators(decor.CountersNoUnit("%d of %d pages")), mpb.BarRemoveOnComplete())
	options.Progress = func(p hearsay.Progress) {
		if p.Comparing {
			phase = "comparing"
		}
		if int64(p.Pages) > int64(count) { // files of JSON lines hold more pages than one
			bar.SetTotal(int64(p.Pages)+1, false)
		}
		bar.SetCurrent(int64(p.Pages))
	}
	added, err := record.Add(ctx, pages, options)
	bar.SetTotal(-1, true)
	bar.Abort(true)
	bars.Wait()
	return added, err
}

// fewPages is how many pages are added without a word where nobody watches.
const fewPages = 200

// tenths writes a line for each tenth of the pages, for logs; for each thousand where nobody knows how many there will be.
func tenths(count int, std streams) func(hearsay.Progress) {
	told, comparing := 0, false
	return func(p hearsay.Progress) {
		if count < fewPages && p.Pages < fewPages && count >= 0 {
			return
		}
		step, of := 1000, ""
		if count >= p.Pages && count > 0 { // files that are bundles hold more pages than were counted
			step, of = max(count/10, 1), fmt.Sprintf(" of %d", count)
		}
		if p.Pages/step > told/step {
			told = p.Pages
			fmt.Fprintf(std.err, "hearsay: %d%s pages read\n", p.Pages, of)
		}
		if p.Comparing && !comparing {
			comparing = true
			fmt.Fprintln(std.err, "hearsay: comparing")
		}
	}
}

// terminal says whether a person sees what is written there.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
