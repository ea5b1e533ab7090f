package page

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestCases(t *testing.T) {
	cases.Run(t, func(t *testing.T, input string) string {
		form, input := cases.Head(input, "form")
		in := gather.Page{ID: "case", Bytes: []byte(input)}
		switch form {
		case "html":
			in.Form = gather.HTML
		case "article":
			in.Form = gather.Article
		}
		p := Read(en.Language, in)
		if p.Skip != nil {
			return "skip " + string(p.Skip.Reason)
		}
		var rows strings.Builder
		for _, b := range p.Blocks {
			rows.WriteString(string(b.Role) + " | " + p.Text.At(b.Span) + "\n")
		}
		return rows.String()
	})
}

// whole checks what holds for every page that was read: valid text, blocks in order on the lines, a role and a reason each, every line with
// a word in one block.
func whole(t *testing.T, p Page, source int) {
	t.Helper()
	if p.Skip != nil {
		return
	}
	if !utf8.ValidString(string(p.Text)) {
		t.Fatal("the text is no valid UTF-8")
	}
	at := 0
	for _, b := range p.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(p.Text) {
			t.Fatalf("block %v behind %d in a text of %d", b.Span, at, len(p.Text))
		}
		if gap := string(p.Text[at:b.Start]); strings.TrimSpace(strings.Trim(gap, "\u200b\ufeff")) != "" {
			t.Fatalf("%q stands in no block", gap)
		}
		if b.Role == "" || b.Why == "" {
			t.Fatalf("block %q has no role or no reason", p.Text.At(b.Span))
		}
		if s := p.Map.Source(b.Span); s.Start < 0 || s.End > source || s.Empty() {
			t.Fatalf("block %v leads to source %v of %d", b.Span, s, source)
		}
		at = b.End
	}
}

const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Port of Sel shut &ndash; Radio Nord</title>
<meta property="og:title" content="Port of Sel shut"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Port of Sel shut",
"author":{"@type":"Person","name":"Ada Br\u00fcck"},"datePublished":"2021-07-18T09:30:00+02:00"}</script></head><body class="has-sidebar">
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><article><h1>Port of Sel shut</h1>
<p>The port of Sel was shut on Monday after a crane fell on the quay, governor Ilse Marrow said &mdash; the third time in a year.</p>
<p>&ldquo;Nobody was hurt,&rdquo; she told&nbsp;reporters. Twelve ships are waiting outside the harbour, and two of them carry grain &amp; seed.</p>
<p>The harbour master said that work would begin again on Thursday if the quay is found to be safe.</p></article>
<footer>© 2021 Radio Nord. All rights reserved.</footer></body></html>`

func TestCharsets(t *testing.T) {
	flat := "The port of Sel – «Сель» – was shut on Monday, the governor said.\nПорт Сель закрыт, сказала губернатор Марроу в понедельник утром.\n"
	legacy, err := charmap.Windows1251.NewEncoder().String(flat)
	if err != nil {
		t.Fatal(err)
	}
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(flat)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(flat)
	for _, c := range []struct{ name, bytes, label, charset string }{
		{"plain", flat, "", "utf-8"}, {"bom", "\xEF\xBB\xBF" + flat, "", "utf-8"}, {"utf-16 without bom", little, "", "utf-16le"},
		{"utf-16 with bom", big, "", "utf-16be"}, {"labelled", legacy, "windows-1251", "windows-1251"}, {"unlabelled", legacy, "", "windows-1251"},
		{"mislabelled", legacy, "utf-8", "windows-1251"}, {"unknown label", legacy, "x-none", "windows-1251"},
	} {
		p := Read(en.Language, gather.Page{Bytes: []byte(c.bytes), Charset: c.label})
		if p.Skip != nil || string(p.Text) != flat || p.Charset != c.charset {
			t.Errorf("%s: skip %v, charset %s, text %q", c.name, p.Skip, p.Charset, p.Text)
			continue
		}
		whole(t, p, len(c.bytes))
		reread(t, p, []byte(c.bytes))
	}
}

func TestSkips(t *testing.T) {
	for _, c := range []struct {
		bytes string
		want  gather.Reason
	}{
		{"", gather.Empty}, {" \n\t\n", gather.Empty}, {"%PDF-1.7 x", gather.Binary}, {"PK\x03\x04zip", gather.Binary},
		{strings.Repeat("\x01\x02\x00\x07a", 50), gather.Binary}, {strings.Repeat("a", gather.MaxBytes+1), gather.TooLarge},
	} {
		p := Read(en.Language, gather.Page{Bytes: []byte(c.bytes)})
		if p.Skip == nil || p.Skip.Reason != c.want {
			t.Errorf("%.20q: skip %v, want %s", c.bytes, p.Skip, c.want)
		}
	}
	if p := Read(en.Language, gather.Page{Bytes: []byte("<html><script>x</script></html>"), Form: gather.HTML}); p.Skip == nil || p.Skip.Reason != gather.Empty {
		t.Errorf("a page without text: skip %v", p.Skip)
	}
	if p := Read(en.Language, gather.Page{Bytes: []byte("süd: one \xff two \x00 three.")}); p.Skip != nil || !strings.Contains(string(p.Text), "one \uFFFD two \x00 three.") {
		t.Errorf("a bad byte and a NUL: %v %q", p.Skip, p.Text)
	}
}

// TestWorstCases reads pages made to be slow. They are read in linear time; a quadratic step would run into the test's own time limit.
func TestWorstCases(t *testing.T) {
	n := 20_000
	for name, src := range map[string]string{
		"nested":        strings.Repeat("<div>", 5*n) + "deep" + strings.Repeat("</div>", 5*n),
		"unclosed":      strings.Repeat("<b><p>word", n),
		"links":         strings.Repeat("<a href=x>word ", n),
		"stray ends":    strings.Repeat("<i>", 2000) + strings.Repeat("</p></b></table>", n),
		"breaks":        strings.Repeat("a<br>", 4*n),
		"entities":      strings.Repeat("&amp;amp;&nosuch;&#x41;", n),
		"one line":      "<p>" + strings.Repeat("x", 4<<20),
		"open comment":  strings.Repeat("<!--", n),
		"open tag":      strings.Repeat("<a b='", n),
		"json depth":    `<script type="application/ld+json">` + strings.Repeat(`[{"a":`, n) + "</script><p>x y z.",
		"json authors":  `<script type="application/ld+json">{"@type":"Article","author":[` + strings.Repeat(`{"name":"A B"},`, n) + "]}</script><p>x y z.",
		"metas":         strings.Repeat(`<meta name="author" content="Ada Marrow">`, n) + "<p>x y z.",
		"cells":         "<table>" + strings.Repeat("<tr><td>a<td>b", n),
		"marked lines":  strings.Repeat("* word one two\n<br>", n),
		"dates":         strings.Repeat("<p>12 May 2019 14:30", n),
		"same sentence": strings.Repeat("<p>The port of Sel was shut on Monday, the governor of the coast said.", n/4),
	} {
		p := Read(en.Language, gather.Page{Bytes: []byte(src), Form: gather.HTML})
		whole(t, p, len(src))
		flat := Read(en.Language, gather.Page{Bytes: []byte(src)})
		whole(t, flat, len(src))
		t.Log(name)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(story), uint8(1), "")
	f.Add([]byte("14:40 GMT19 July 2021\nPort shut\n\nThe port of Sel* is shut, she said.\n© AGENCY / Name\n* A port."), uint8(0), "")
	f.Add([]byte("\xff\xfea\x00b\x00"), uint8(0), "")
	f.Add([]byte("\xcf\xf0\xe8\xe2\xe5\xf2"), uint8(1), "koi8-r")
	f.Add([]byte("\x82\xa0\x82\xa2"), uint8(0), "shift_jis")
	f.Add([]byte("\x1b$B$\"\x1b(B"), uint8(1), "iso-2022-jp")
	f.Fuzz(func(t *testing.T, src []byte, form uint8, label string) {
		in := gather.Page{Bytes: src, Form: gather.Form(form % 3), Charset: label}
		before := bytes.Clone(src)
		p := Read(en.Language, in)
		whole(t, p, len(src))
		if !bytes.Equal(before, src) {
			t.Fatal("reading changed the page's bytes")
		}
		if q := Read(en.Language, in); q.Text != p.Text || len(q.Blocks) != len(p.Blocks) {
			t.Fatal("a second reading differs")
		}
	})
}

func BenchmarkReadMarkup(b *testing.B) {
	page := []byte(strings.Replace(story, "</article>", strings.Repeat("<p>The harbour master said that work would begin again on Thursday if the quay is found to be safe.</p><div class=\"x\"><a href=\"/y\">Other news of the coast</a></div>", 100)+"</article>", 1))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		Read(en.Language, gather.Page{Bytes: page, Form: gather.HTML})
	}
}

func BenchmarkReadFlat(b *testing.B) {
	page := []byte(strings.Repeat("Home\nNews\nThe harbour master said that work would begin again on Thursday if the quay is found to be safe.\n", 200))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		Read(en.Language, gather.Page{Bytes: page})
	}
}
