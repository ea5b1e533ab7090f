package timeline

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/text"
)

// withoutHead is a sentence without what stands before it in its line: a dateline, "FILE -", a headline that no stop ends.
func withoutHead(set *pages.Set, t *told, s text.Span) text.Span {
	full, v := t.page.Page.Text, set.Vocabulary.Tables
	trigger := t.row.Trigger.Start
	cut := func(n int) bool {
		if n <= 0 || s.Start+n > trigger {
			return false
		}
		s.Start += n
		s = full.Trim(s)
		return true
	}
	if n := pastStamp(set, t, s); n > 0 {
		cut(n)
	}
	cut(pastBracket(full.At(s)))                             // "(Update 7:05 p.m.) - The ferry …"
	spaced := strings.ReplaceAll(full.At(s), "\u00a0", "  ") // of as many bytes
	if n := article.Dateline(spaced); n > 0 {
		cut(len(spaced) - len(strings.TrimLeft(spaced[n:], " ")))
	}
	if first, rest, found := strings.Cut(full.At(s), " "); found && v.Is("file-picture", strings.ToLower(strings.Trim(first, "-–—:"))) {
		if strings.ToUpper(first) == first && strings.IndexAny(rest, "-–—:") == 0 || strings.IndexAny(first, "-–—:") > 0 {
			cut(len(first) + 1 + len(rest) - len(strings.TrimLeft(rest, "-–—: ")))
		}
	}
	line := full.At(s)
	if b := t.page.Block(s.Start); b >= 0 && s.Start-t.page.Page.Blocks[b].Start < 2 {
		fields := strings.Fields(line)
		at := 0
		for i, w := range fields {
			at += strings.Index(line[at:], w)
			if i >= 4 && at < 130 && w[0] >= 'A' && w[0] <= 'Z' && v.Is("headline-end", strings.ToLower(w)) && isSmall(fields[i-1]) && i+1 < len(fields) {
				if cut(at) {
					break
				}
			}
			at += len(w)
		}
	}
	return s
}

// pastBracket is how many bytes a line's opening brackets take, with the dash behind them; the sentence may have begun inside them.
func pastBracket(line string) int {
	for _, pair := range brackets {
		i := strings.Index(line[:min(len(line), 80)], pair[1])
		if open := strings.Index(line[:max(i, 0)], pair[0]); i > 0 && (open < 0 || strings.Trim(line[:open], " -–—'\"") == "") {
			return len(line) - len(strings.TrimLeft(line[i+len(pair[1]):], " -–—:"))
		}
	}
	return 0
}

// brackets open and close what is put in, in print and in tokenised text.
var brackets = [][2]string{{"(", ")"}, {"-LRB-", "-RRB-"}}

// isSmall says whether a word is written in small letters with nothing behind it.
func isSmall(w string) bool {
	for _, c := range []byte(w) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// pastStamp is how many bytes a line takes up to the end of the page's stamp in it, a headline before that with it; 0 for a line without one before its event.
func pastStamp(set *pages.Set, t *told, s text.Span) int {
	past := 0
	list := t.page.Times
	for i := sort.Search(len(list), func(i int) bool { return list[i].Start >= s.Start }); i < len(list) && list[i].Start < t.row.Trigger.Start; i++ {
		if end, ok := events.Stamp(set.Language, t.page.Page.Text, &list[i], t.page.Published.Interval); ok {
			past = end - s.Start
		}
	}
	return past
}
