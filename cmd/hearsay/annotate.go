package main

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
)

// annotateCommand reads pages one by one: JSON lines or files in, JSON lines out.
type annotateCommand struct {
	Files   []string `arg:"" optional:"" help:"Pages, folders, or .jsonl files of pages; without any, JSON lines from standard input."`
	Layers  string   `placeholder:"LIST" help:"What to write: article,tokens,names,times,amounts,statements,events (all)."`
	Offsets string   `enum:"codepoints,bytes" default:"codepoints" help:"What offsets count: codepoints or bytes."`
	Workers int      `placeholder:"N" help:"How many pages to read at once (one a processor)."`
	givenFlags
}

func (annotateCommand) Help() string {
	return `Example:
  echo '{"id":"p1","text":"The port is shut, Marrow said."}' | hearsay annotate --layers statements
  hearsay annotate saved/*.html > readings.jsonl`
}

// givenFlags say what is known of pages from outside them.
type givenFlags struct {
	Outlet    string `placeholder:"NAME" help:"The outlet of these pages."`
	URL       string `name:"url" placeholder:"URL" help:"The address of the page."`
	Published string `placeholder:"DATE" help:"Publication date or date-time, if it is known for sure."`
	Fetched   string `placeholder:"DATE" help:"When the pages were saved; never taken as publication date."`
}

func (g givenFlags) given() gather.Given {
	return gather.Given{URL: g.URL, Outlet: g.Outlet, Published: g.Published, Fetched: g.Fetched}
}

func (a *annotateCommand) Run(c *commands, std streams) error {
	layers, err := export.ParseLayers(a.Layers)
	if err != nil {
		return wrong{err}
	}
	options := export.Options{Layers: layers, Bytes: a.Offsets == "bytes", MinConfidence: c.MinConfidence}
	if c.MinConfidence < 0 {
		options.MinConfidence = 0.5
	}
	var pages iter.Seq[gather.Page]
	if len(a.Files) == 0 {
		pages = file.Lines(std.in, "standard input")
	} else {
		if missing := file.Missing(a.Files); missing != "" {
			return notThere(missing)
		}
		pages = file.Pages(a.Files, a.given())
	}
	out := bufio.NewWriterSize(clean.JSON(std.out), 1<<16)
	skipped := false
	type line struct {
		bytes []byte
		skip  bool
		err   error
	}
	readPage := hearsay.ReadAlone // what is not written need not be read
	if layers == (export.Layers{Article: true}) {
		readPage = hearsay.ReadArticle
	}
	write := func(p gather.Page) line {
		r := readPage(p)
		hearsay.LogFault(p, r)
		var bytes []byte
		err := hearsay.Guarded("writing "+p.ID, func() (err error) {
			bytes, err = export.Annotation(r, p.Form, options)
			return err
		})
		if fault := (*hearsay.Fault)(nil); errors.As(err, &fault) { // costs this page's rows
			r = hearsay.Read(gather.Page{ID: p.ID, Given: p.Given, Skip: &gather.Skip{Reason: gather.Panic, Detail: fmt.Sprint(fault.Cause)}})
			bytes, err = export.Annotation(r, p.Form, options)
		}
		return line{bytes, r.Skip != nil, err}
	}
	for _, l := range hearsay.InOrder(pages, workers(a.Workers), write) {
		if l.err != nil {
			return l.err
		}
		skipped = skipped || l.skip
		if _, err := out.Write(l.bytes); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if skipped {
		return exit(exitSkipped)
	}
	return nil
}

func workers(n int) int {
	if n <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}
