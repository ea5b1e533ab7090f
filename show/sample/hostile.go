package sample

import (
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// What a hostile page may try. Each stands in several fields of the hostile record.
const (
	Script  = `<script>window.pwned=1</script>`
	Image   = `"><img src=x onerror=window.pwned=1>`
	Formula = `=HYPERLINK("http://evil.example","x")`
	Address = `javascript:window.pwned=1`
)

// HostilePages are the ids of the hostile record's pages: markup, paths that lead away, endings of other formats.
var HostilePages = []string{"h<u>1", "../../etc/passwd", "a/b.json", "c d?e=1#f", `q"'&`, "..", "deep/er/page.csv", "%2e%2e"}

// Hostile returns a record whose every field from outside tries to be markup, a script, a formula or another address.
func Hostile() *view.Record {
	m := &maker{}
	for _, id := range HostilePages {
		m.page(id, Script, Address, times.Interval{}, article.None, []article.Evidence{{Use: article.Rejected, Field: Script, Why: Image}},
			"title|"+Script+Image, "body|"+Formula+" said "+Image+Script+". \u202eReversed\u202c, nul \x01, and a flag \U0001F3F4.", "menu|"+Script)
		m.pages[len(m.pages)-1].Source = Address
	}
	page := HostilePages[0]
	m.entity("e<1>", "PER", Script, map[string]string{page: Formula}, page+"|"+Image)
	m.statement("s/../<1>", "e<1>", .99, compare.Single, Image, m.account(page, Formula, "said", Image+Script, statements.Direct, statements.Stance(Image), "e<1>"))
	m.f.Figures = []compare.Figure{{ID: "f&1", Counts: Formula + Script, Unit: Image, Verdict: compare.Differ, Why: Script, Entries: []compare.FigureEntry{
		m.entry(page, "said", 1, open, amounts.More, Image, "", times.Interval{}), m.entry(page, "nul", 1e300, 1e308, amounts.Relation(Image), Image, "", day(-1, 1, 1))}}}
	m.event(compare.Entry{ID: "t<1>", Title: Script, Status: "<i>", When: day(99999, 12, 31), Becomes: "t<1>", Why: Image, Conflicts: []compare.Conflict{{Kind: Script, Items: []text.Place{m.place(page, "said")}}}},
		m.place(page, "said"))
	m.f.Copies = []compare.Copy{{ID: "c\"1", Kind: Image, Why: Script, Spans: []text.Place{m.place(page, "said"), {Page: "not there", Span: text.Span{Start: 5, End: 900}}}}}
	m.f.Terms = []compare.Term{{ID: "w1", Concept: Formula, Uses: []compare.Use{{Term: Formula, Outlet: Script, Place: m.place(page, "said")}}}}
	m.f.Relations = []compare.Relation{{ID: "r1", Kind: Script, List: "statements", Row: "s/../<1>", Why: Image, Items: []text.Place{m.place(page, "said"), {Page: page, Span: text.Span{Start: 1 << 40, End: 1<<40 + 1}}}}}
	m.f.Origins = []compare.Origin{{ID: "g1", Pages: []string{page, "not there"}, Why: Script}}
	m.f.Stories = []compare.Story{{ID: "y1", Title: Script, Pages: HostilePages}}
	m.pages = append(m.pages, view.Page{ID: Script, Source: Address, Skip: &gather.Skip{Reason: gather.Reason(Script), Detail: Image}})
	return m.done()
}
