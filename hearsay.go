// Package hearsay reads every account of a story and shows who said what, when, according to whom, and where the accounts differ.
//
// One page, read by itself:
//
//	r := hearsay.Read(gather.Page{ID: "p1", Bytes: page, Form: gather.HTML})
//	for _, s := range r.Statements {
//		fmt.Println(r.Page.Text.At(s.Content[0]))
//	}
//
// Read never fails: a page that can't be read comes back with r.Skip saying why. Every row holds places in the page's text, and that text
// leads back to the original bytes through r.Page.Map.
//
// Several pages, held against each other:
//
//	findings := hearsay.Compare([]*read.Reading{a, b, c})
//	for _, s := range findings.Statements {
//		fmt.Println(s.Relation, len(s.Accounts)) // one utterance, and who carries it
//	}
//
// A record keeps pages, readings and findings in one file, and reads only what is new:
//
//	record, err := hearsay.Open(ctx, "hearsay.db")
//	added, err := record.Add(ctx, file.Pages([]string{"saved"}, gather.Given{}), hearsay.AddOptions{})
//	shown, err := record.View(ctx)
//	err = record.Close()
//
// What a Reading holds, each row with its place, comes from the rooms of package read, which are usable alone: read/page (text, roles of lines, the way back
// to the bytes), read/article (title, byline, outlet, dates), read/names, read/times (FindIn: time expressions of a sentence as intervals), read/amounts (FindIn:
// figures as bounds), read/statements (FindIn: who said what), read/events, read/clauses. Each takes a language as a value: lang/en.Language is English. Findings
// are described by package compare, what is shown of them by show/view, what leads out of a record by show/export.
//
// Spans are byte offsets of Page.Text, half-open; text.NewPoints turns them into code points. Confidence is between 0 and 1, a share of right rows. Intervals have
// inclusive ends, either of which may be open.
//
// The same pages give the same rows, whatever their order and the number of workers. Nothing here opens a network connection.
package hearsay

import (
	"iter"
	"log/slog"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// Version names this release.
const Version = "0.1"

// Read reads one page. Equal pages always read the same.
func Read(p gather.Page) *read.Reading { return read.Read(en.Language, p) }

// ReadAlone reads all that a page says for itself, without the clauses that comparing asks for: what Annotation writes.
func ReadAlone(p gather.Page) *read.Reading { return read.ReadAlone(en.Language, p) }

// ReadArticle reads the article layer alone: text, roles, title, byline, outlet, dates.
func ReadArticle(p gather.Page) *read.Reading { return read.ReadArticle(en.Language, p) }

// LogFault writes to the log where a fault of ours inside a page came from, if there was one: the page's skip only says that.
func LogFault(p gather.Page, r *read.Reading) {
	if r.Stack != "" {
		slog.Error("a fault inside one page; please report it", "page", p.ID, "source", p.Source, "fault", r.Skip.Detail, "stack", r.Stack)
	}
}

// ReadAll reads pages with a number of workers and yields each with its reading, in the order in which the pages come. No more than
// a few pages a worker are held at a time.
func ReadAll(pages iter.Seq[gather.Page], workers int) iter.Seq2[gather.Page, *read.Reading] {
	return InOrder(pages, workers, Read)
}

// LogFaults writes to the log what went wrong inside comparing, if anything did.
func LogFaults(f *compare.Findings) {
	for _, x := range f.Faults {
		slog.Error("comparing stopped; please report it", "room", x.Room, "kind", x.Kind, "fault", x.Detail, "stack", x.Stack)
	}
}

// Compare holds readings against each other. Their order changes nothing.
func Compare(readings []*read.Reading) *compare.Findings {
	return compare.Compare(en.Language, readings)
}
