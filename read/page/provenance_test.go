package page

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// reread holds every character of a page against its source bytes: decoded, with references and escapes resolved and white space folded,
// they must be the same characters.
func reread(t *testing.T, p Page, original []byte) {
	t.Helper()
	for _, b := range p.Blocks {
		for i := range string(p.Text[b.Start:b.End]) {
			at := b.Span
			at.Start += i
			at.End = at.Start + runeLen([]byte(p.Text[at.Start:min(len(p.Text), at.Start+4)]))
			shown := p.Text.At(at)
			source := p.Map.Source(at)
			if got := resolve(t, original[source.Start:source.End], p.Charset); !same(shown, got) {
				t.Fatalf("%q at %v comes from %q at %v", shown, at, got, source)
			}
		}
	}
}

// same allows a folded white space for any, and a character for the reference or escape that gives more than one.
func same(shown, source string) bool {
	if shown == source || strings.TrimSpace(shown) == "" && strings.TrimSpace(strings.ReplaceAll(source, "\u00a0", " ")) == "" {
		return true
	}
	return source != "" && strings.Contains(source, shown) && len([]rune(source)) <= 2
}

func resolve(t *testing.T, source []byte, label string) string {
	t.Helper()
	s := string(source)
	if label != "utf-8" {
		enc, _ := charset.Lookup(label)
		out, err := enc.NewDecoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		s = out
	}
	if strings.HasPrefix(s, `\`) && len(s) > 1 {
		s, _ = jsonEscape([]byte(s))
	}
	return html.UnescapeString(s)
}

func TestProvenance(t *testing.T) {
	p := Read(en.Language, gather.Page{Bytes: []byte(story), Form: gather.HTML})
	reread(t, p, []byte(story))
	if !strings.Contains(string(p.Text), "Ada Brück\n2021-07-18T09:30:00+02:00\n") {
		t.Errorf("metadata lines are missing in %q", p.Text[:80])
	}
	latin := strings.Replace(strings.ReplaceAll(story, "utf-8", "windows-1252"), "<h1>", "<h1>Überfall – ", 1)
	encoded, err := charmap.Windows1252.NewEncoder().String(latin)
	if err != nil {
		t.Fatal(err)
	}
	p = Read(en.Language, gather.Page{Bytes: []byte(encoded), Form: gather.HTML})
	if p.Charset != "windows-1252" || !strings.Contains(string(p.Text), "Überfall – Port of Sel shut") {
		t.Fatalf("charset %s, text %q", p.Charset, p.Text)
	}
	whole(t, p, len(encoded))
	reread(t, p, []byte(encoded))
}
