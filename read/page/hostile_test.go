package page

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
)

// fill repeats a part up to n bytes.
func fill(part string) func(n int) string {
	return func(n int) string { return strings.Repeat(part, n/len(part)+1)[:n] }
}

// counted repeats a part that differs each time.
func counted(format string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()[:n]
	}
}

// around puts a head and a tail to a shape.
func around(head string, middle func(int) string, tail string) func(n int) string {
	return func(n int) string { return head + middle(n) + tail }
}

const ld = `<script type="application/ld+json">`

// shapes are pages made to cost as much as they can, of any size.
var shapes = []struct {
	name string
	of   func(n int) string
}{
	{"br", fill("<br>")}, {"line br", fill("a<br>")}, {"div", fill("<div>")}, {"div closed", fill("<div></div>")}, {"div line", fill("<div>a")},
	{"links", fill("<a href=x>word ")}, {"b p", fill("<b><p>word")}, {"tables", fill("<table><tr><td>a")}, {"spans", fill("<span>x")},
	{"stray inline", around("<em><div>"+strings.Repeat("<span>", 5000), fill("</em>"), "")},
	{"stray block", around("<div><table><td>"+strings.Repeat("<b>", 5000), fill("</div>"), "")},
	{"stray cell", around("<table>"+strings.Repeat("<i>", 5000), fill("<p></table>"), "")},
	{"references", fill("&amp;")}, {"no references", fill("&")}, {"unknown references", fill("&" + strings.Repeat("a", 38))}, {"mixed references", fill("&amp;amp;&nosuch;&#x41;&eacute;")},
	{"one word", around("<p>", fill("x"), "")}, {"one line", around("<p>", fill("word of the port "), "")}, {"chinese", around("<p>", fill("港口关闭了。"), "")},
	{"accents", around("<p>", fill("a\u0301\u0302\u0303"), "")}, {"quotes", around("<p>", fill("“«„\""), "")}, {"paragraphs", counted("<p>The port of Sel was shut on Monday number %d, the governor said.")},
	{"json string", around(ld+`{"@type":"Article","headline":"`, fill("x"), `"}</script><p>x y z.`)}, {"json deep", around(ld, fill(`[{"a":`), "</script><p>x y z.")},
	{"json wide", around(ld+"[", fill("1,"), "]</script><p>x y z.")}, {"json articles", around(ld+"[", fill(`{"@type":"Article"},`), "]</script><p>x y z.")},
	{"json nested", around(ld, fill(`{"@type":"Article","author":{"@type":"Article","author":[{"a":1},`), "</script><p>x y z.")},
	{"json garbage", around(ld, fill("x{"), "</script><p>x y z.")}, {"json many", fill(ld + `{"@type":"Article","headline":"Port"}</script>`)},
	{"metas", counted(`<meta name="author" content="Ada Marrow %d">`)}, {"one meta", around(`<meta name="author" content="`, fill("Ada &amp; "), `"><p>x y z.`)},
	{"attributes", around("<p ", fill("a=b "), ">x y z.")}, {"classes", around(`<p class="`, fill("nav side bar "), `">x y z.`)}, {"itemprops", fill(`<b itemprop="author">A</b> `)},
	{"comments", fill("<!--")}, {"dashes", around("<!--", fill("-"), "")}, {"open tags", fill("<a b='")}, {"less than", fill("<")}, {"scripts", fill("<script></script>")}, {"svg", fill("<svg><div>")},
	{"times", fill(`<time datetime="2021-07-19">x</time>`)}, {"list", fill("<li><a href=x>Port shut again</a>")}, {"headings", counted("<h1>Port of Sel shut %d</h1>")},
	{"handle", around("@", fill("abcDefg"), "")}, {"glued words", fill("abcDefg hij ")},
	{"latin", around("<meta charset=windows-1252><p>", fill("S\xfcd \x93x\x94 "), "")}, {"gb", around("<meta charset=gb18030><p>", fill("\xb8\xdb\xbf\xda"), "")},
	{"utf-16", around("\xff\xfe<\x00p\x00>\x00", fill("a\x00\x3f\x04 \x00"), "")}, {"spoilt", around("<p>порт ", fill("\xd0\xbf\xff"), "")},
}

// A page made to be slow or large is read, or given up with a reason, and costs a bounded amount of memory either way.
func TestShapes(t *testing.T) {
	const size = 2 << 20
	for _, shape := range shapes {
		src := shape.of(size)
		for _, form := range []gather.Form{gather.HTML, gather.Flat} {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			p := Read(en.Language, gather.Page{Bytes: []byte(src), Form: form})
			runtime.ReadMemStats(&after)
			whole(t, p, len(src))
			if p.Skip != nil && p.Skip.Reason != gather.TooLarge && p.Skip.Reason != gather.Empty && p.Skip.Reason != gather.WrongEncoding {
				t.Errorf("%s: %+v", shape.name, p.Skip)
			}
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 100 {
				t.Errorf("%s, form %d: %d MB allocated", shape.name, form, used)
			}
		}
	}
}

// Lines too short for what the rules look for, wherever they stand in an article.
func TestShortLines(t *testing.T) {
	prose := "The port of Sel was shut on Sunday after a crane fell on the quay, the governor said in the evening to the reporters there.\n\n"
	odd := []string{`"`, `"a`, "“a", "a”", "'", "a:", "a.", ".", "…", "a…", "- a", "* a", "*a", "†", "@a", "#a", "a/b", "By", "By A", "by a", "©", "(c) ", "1", "1)", "1. a", "$", "$1",
		"<p>", "</", "http:", "www.", "|", "»", "a »", "Ⱥ", "Ⱥ:", "Credit:", "Photo: A", "A. Credit: B", "x.A b", "Reply", "a says:", "1 day ago", "— (@", "About", "About A B", "May 1", "9:05"}
	for _, a := range odd {
		for _, b := range append(odd, "") {
			for _, src := range []string{a + "\n\n" + b + "\n\n" + prose + prose, prose + a + "\n\n" + b + "\n\n" + prose, prose + prose + a + "\n" + b, a + "\n" + b} {
				for _, form := range []gather.Form{gather.Flat, gather.HTML, gather.Article} {
					if form == gather.HTML {
						src = "<p>" + strings.ReplaceAll(src, "\n\n", "<p>")
					}
					whole(t, Read(en.Language, gather.Page{Bytes: []byte(src), Form: form}), len(src))
				}
			}
		}
	}
}

// The budget is more than real pages need, and its end is a skip.
func TestBudget(t *testing.T) {
	for _, form := range []gather.Form{gather.HTML, gather.Flat, gather.Article} {
		for n, want := range map[int]bool{maxLines: true, maxLines + 1: false} {
			p := Read(en.Language, gather.Page{Bytes: []byte(strings.Repeat("<br>\nword", n)[5:]), Form: form})
			if (p.Skip == nil) != want || p.Skip != nil && p.Skip.Reason != gather.TooLarge {
				t.Errorf("form %d, %d lines: %+v", form, n, p.Skip)
			}
		}
	}
}

// BenchmarkShapes reads 10 MB of each shape: its figures are milliseconds a page.
func BenchmarkShapes(b *testing.B) {
	for _, shape := range shapes {
		src := []byte(shape.of(10 << 20))
		b.Run(strings.ReplaceAll(shape.name, " ", "-"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(en.Language, gather.Page{Bytes: src, Form: gather.HTML})
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/page")
		})
	}
}
