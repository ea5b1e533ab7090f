package page_test

import (
	"fmt"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
)

// A page becomes text whose every line has a role, and whose every character leads back to the bytes it came from.
func ExampleRead() {
	html := []byte("<html><body><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><h1>Port shut</h1>" +
		"<p>The port of Sel is shut &mdash; governor Ilse Marrow said so on Monday, after two nights of talks.</p></body></html>")
	p := page.Read(en.Language, gather.Page{ID: "p1", Bytes: html, Form: gather.HTML})
	for _, b := range p.Blocks {
		if b.Role.Told() {
			fmt.Printf("%s: %s\n", b.Role, p.Text.At(b.Span))
			source := p.Map.Source(b.Span)
			fmt.Printf("  from %s\n", html[source.Start:source.End])
		}
	}
	// Output:
	// title: Port shut
	//   from Port shut
	// body: The port of Sel is shut — governor Ilse Marrow said so on Monday, after two nights of talks.
	//   from The port of Sel is shut &mdash; governor Ilse Marrow said so on Monday, after two nights of talks.
}
