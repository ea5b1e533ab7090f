package page

import (
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/text"
)

func TestJSONLD(t *testing.T) {
	for _, c := range []struct{ name, src, field, want string }{
		{"graph", `{"@graph":[{"@type":"WebPage","url":"Sel"},{"@type":["Thing","NewsArticle"],"headline":"Port \u2013 shut"}]}`, "title", "Port – shut"},
		{"list", `[{"@type":"NewsArticle","datePublished":"2021-07-18"}]`, "published", "2021-07-18"},
		{"names", `{"@type":"Article","author":[{"@type":"Person","name":"Ada Br\u00FCck"}]}`, "author", "Ada Brück"},
		{"raw line break", "{\"@type\":\"Article\",\"headline\":\"Port\nshut\"}", "title", "Port shut"},
		{"trailing comma", `{"@type":"Article","headline":"Port shut",}`, "title", "Port shut"},
		{"comment mark", `<!-- {"@type":"Article","headline":"Port shut"} -->`, "title", "Port shut"},
		{"entity in a string", `{"@type":"Article","headline":"Fish &amp; chips"}`, "title", "Fish & chips"},
		{"another type", `{"@type":"Organization","headline":"no"}`, "title", ""},
		{"cut off", `{"@type":"Article","headline":"Port`, "title", ""},
		{"surrogates", `{"@type":"Article","headline":"\ud83d\ude80 up"}`, "title", "🚀 up"},
	} {
		w := &walker{lexicon: lexicons.Of(en.Language)}
		w.scan.src = []byte(c.src)
		w.jsonLD(text.Span{Start: 0, End: len(c.src)})
		got := ""
		for _, m := range w.meta {
			if m.Field == c.field && got == "" {
				got = m.Value
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzJSONLD(f *testing.F) {
	f.Add([]byte(`{"@graph":[{"@type":"NewsArticle","headline":"Port \u2013 shut","author":[{"name":"A"}],}]}`))
	f.Add([]byte(`[{"a":"\`))
	f.Fuzz(func(t *testing.T, src []byte) {
		w := &walker{lexicon: lexicons.Of(en.Language)}
		w.scan.src = src
		w.jsonLD(text.Span{Start: 0, End: len(src)})
		for _, m := range w.meta {
			if m.Source.Start < 0 || m.Source.End > len(src) || m.Source.End < m.Source.Start {
				t.Fatalf("%q leads to %v of %d", m.Value, m.Source, len(src))
			}
		}
	})
}
