package view

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Of a long line the sentence and its neighbours are shown; short lines are whole; what is shown holds the place and whole characters.
func TestExcerpts(t *testing.T) {
	short := "The port is shut. Nobody knows for how long."
	var long strings.Builder
	for range 40 {
		long.WriteString("The ferry waits at the quay. ")
	}
	at := long.Len()
	long.WriteString("Nine lorries burned, the mayor said. ")
	end := at + len("Nine lorries burned")
	for range 40 {
		long.WriteString("“Señor Ölm” went home. ")
	}
	whole := short + "\n" + long.String() + "\n" + strings.Repeat("ö", 3000) + "\n"
	first, second := len(short)+1, len(short)+1+long.Len()+1
	blocks := []page.Block{{Span: text.Span{Start: 0, End: len(short)}}, {Span: text.Span{Start: first, End: second - 1}}, {Span: text.Span{Start: second, End: len(whole) - 1}}}
	shown := func(at ...text.Span) []string {
		var out []string
		got, lines := excerpts(whole, blocks, at)
		for i, b := range got {
			words := whole[b.Start:b.End]
			if !strings.Contains(whole[lines[i].Start:lines[i].End], words) || strings.ToValidUTF8(words, "") != words {
				t.Errorf("%q is no part of its line", words)
			}
			out = append(out, words)
		}
		return out
	}
	place := text.Span{Start: first + at, End: first + end}
	if got := shown(text.Span{Start: 4, End: 8}); len(got) != 1 || got[0] != short {
		t.Errorf("a short line: %q", got)
	}
	want := "The ferry waits at the quay. Nine lorries burned, the mayor said. “Señor Ölm” went home."
	if got := shown(place); len(got) != 1 || got[0] != want {
		t.Errorf("a long line: %q", got)
	}
	if got := shown(place, text.Span{Start: first, End: first + 9}, text.Span{Start: 0, End: 3}); len(got) != 3 || got[0] != short || got[2] != want {
		t.Errorf("several places: %q", got)
	}
	if got := shown(text.Span{Start: second + 2*1000, End: second + 2*1001}); len(got) != 1 || len(got[0]) > 2*aside+4 {
		t.Errorf("without a space: %d bytes", len(got[0]))
	}
	if got := shown(text.Span{Start: first, End: second - 1}); len(got) != 1 || len(got[0]) > mostShown+2*aside || len(got[0]) < mostShown {
		t.Errorf("a whole long line: %d bytes", len(got[0]))
	}
}
