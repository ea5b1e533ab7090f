package hearsay_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
)

// One page, read by itself. Places are byte offsets of the page's text.
func ExampleRead() {
	r := hearsay.Read(gather.Page{ID: "p1", Form: gather.Article, Given: gather.Given{Published: "2023-07-19"},
		Bytes: []byte("Port shut\n\nThe port of Sel was shut on Monday, governor Ilse Marrow told Radio Nord. At least nine trucks were burned.")})
	for _, s := range r.Statements {
		fmt.Println("statement:", r.Entities[s.Speaker].Name, "–", r.Page.Text.At(s.Content[0]))
	}
	for _, t := range r.Times {
		fmt.Println("time:", r.Page.Text.At(t.Span), "=", t.Interval)
	}
	for _, a := range r.Amounts {
		fmt.Println("amount:", r.Page.Text.At(a.Span), a.Relation, a.Low.Value, a.Unit)
	}
	// Output:
	// statement: Ilse Marrow – The port of Sel was shut on Monday
	// time: Monday = 2023-07-17
	// amount: nine >= 9 truck
}

// A page that can't be read is a reading that says why.
func ExampleRead_skip() {
	r := hearsay.Read(gather.Page{ID: "logo", Bytes: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00")})
	fmt.Println(r.Skip.Reason)
	// Output: binary
}

// Several pages, held against each other: one utterance in two papers is one row, and says how their wording relates.
func ExampleCompare() {
	page := func(id, outlet, words string) *read.Reading {
		return hearsay.Read(gather.Page{ID: id, Form: gather.Article, Bytes: []byte(words), Given: gather.Given{Outlet: outlet, Published: "2023-07-19"}})
	}
	findings := hearsay.Compare([]*read.Reading{
		page("nord", "Radio Nord", "Port shut\n\n“The port of Sel will stay shut until the cranes are safe,” governor Ilse Marrow said on Tuesday."),
		page("courier", "The Sel Courier", "No ships\n\nGovernor Ilse Marrow spoke on Tuesday. “The port of Sel will stay shut until the cranes are safe,” Marrow said."),
	})
	for _, s := range findings.Statements {
		fmt.Println(s.Relation, len(s.Accounts), "accounts")
	}
	// Output: quoted-alike 2 accounts
}

// A record keeps pages, readings and findings in one file, and reads only what is new.
func ExampleOpen() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "hearsay-example-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	record, err := hearsay.Open(ctx, filepath.Join(folder, "hearsay.db"))
	if err != nil {
		log.Fatal(err)
	}
	defer record.Close()
	pages := slices.Values(slices.Collect(file.Pages([]string{"examples/harbour/pages"}, gather.Given{})))
	added, err := record.Add(ctx, pages, hearsay.AddOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(added.Pages, "pages,", added.Read, "read")
	again, err := record.Add(ctx, pages, hearsay.AddOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Read, "read when they are added again")
	shown, err := record.View(ctx)
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range shown.Statements(view.Filter{Dial: view.Dial{Min: view.DefaultDial}, Voice: "Marrow", Text: "kept our word"}).Statements {
		fmt.Println(s.SpeakerName(), s.Words, len(s.Accounts))
	}
	// Output:
	// 15 pages, 15 read
	// 0 read when they are added again
	// Ilse Marrow “We have kept our word,” 2
}
