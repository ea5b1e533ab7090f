package statements

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// quotation is a stretch between quotation marks, marks included.
type quotation struct {
	text.Span
	single   bool // set in single marks
	unclosed bool // runs to the end of its line
	reopens  bool // carries on the unclosed quotation of the line before
	inner    []quotation
}

// words returns what stands between the marks.
func (q quotation) words(t text.Text) text.Span {
	_, open := mark(t, q.Start, q.End)
	w := text.Span{Start: min(q.Start+open, q.End), End: q.End}
	if !q.unclosed && w.End > w.Start {
		_, size := utf8.DecodeLastRuneInString(string(t[w.Start:w.End]))
		w.End -= size
		if open == 2 && w.End > w.Start && t[w.End-1] == '\'' {
			w.End--
		}
	}
	return w
}

// scanQuotes finds the outermost quotations of one line, left to right in one pass. A mark that is never closed opens a quotation to
// the end of the line only where it is unambiguous (curly, low or angle), stands at the line's start, or where the next line opens one again,
// as every paragraph of a long quotation does.
func scanQuotes(t text.Text, line text.Span, carried bool, reopened func() bool) []quotation {
	var out []quotation
	open, closer, from := rune(0), rune(0), 0
	var before, solid rune // the character before the current one, and the last one that is no space; 0 at the line's start
	for i := line.Start; i < line.End; {
		r, size := mark(t, i, line.End)
		after := next(t, i+size, line.End)
		switch {
		case open == 0:
			if c := opens(r, before, after); c != 0 && (!isSingle(r) || !clitic(t, i+size, line.End) && closesLater(t, i+size, line.End, c, r)) {
				open, closer, from = r, c, i
			}
		case open == '“' && r == '“' && size == 2 && (solid == '.' || solid == '!' || solid == '?'): // a paragraph of the quotation whose break is lost
			out = append(out, quotation{Span: t.Trim(text.Span{Start: from, End: i}), unclosed: true})
			from = i
		case closes(r, open, closer, before, after) || open == '`' && closesApart(r, before, solid, after):
			out = append(out, quotation{Span: text.Span{Start: from, End: i + size}, single: isSingle(open)})
			open = 0
		}
		before = r
		if !unicode.IsSpace(r) {
			solid = r
		}
		i += size
	}
	if open != 0 && !isSingle(open) && (open != '"' || from == line.Start || carried || reopened()) {
		out = append(out, quotation{Span: text.Span{Start: from, End: line.End}, unclosed: true})
	}
	for n := range out {
		if !out[n].single {
			out[n].inner = scanInner(t, out[n])
		}
	}
	if carried && len(out) > 0 && out[0].Start == line.Start {
		out[0].reopens = true
	}
	return out
}

// scanInner finds quotations in single marks (or doubled low ones) within a quotation.
func scanInner(t text.Text, q quotation) []quotation {
	var out []quotation
	in := q.words(t)
	var before, solid rune
	open, closer, from := rune(0), rune(0), 0
	for i := in.Start; i < in.End; {
		r, size := mark(t, i, in.End)
		after := next(t, i+size, in.End)
		switch {
		case open == 0:
			if c := opens(r, before, after); c != 0 && isSingle(r) && !clitic(t, i+size, in.End) && closesLater(t, i+size, in.End, c, r) {
				open, closer, from = r, c, i
			}
		case closes(r, open, closer, before, after) || open == '`' && closesApart(r, before, solid, after):
			out = append(out, quotation{Span: text.Span{Start: from, End: i + size}, single: true})
			open = 0
		}
		before = r
		if !unicode.IsSpace(r) {
			solid = r
		}
		i += size
	}
	return out
}

// mark decodes the character at i. Two apostrophes, as wires and old typesetters write them, count as one straight double mark, two grave accents as
// an opening one.
func mark(t text.Text, i, end int) (rune, int) {
	if i+1 < end && t[i] == '`' && t[i+1] == '`' {
		return '“', 2 // opens even before a space, as in tokenised text
	}
	if i+1 < end && t[i] == '\'' && t[i+1] == '\'' {
		return '"', 2
	}
	return utf8.DecodeRuneInString(string(t[i:end]))
}

func next(t text.Text, i, end int) rune {
	if i >= end {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(string(t[i:end]))
	return r
}

// opens returns the mark that closes what r opens here, or 0.
func opens(r, before, after rune) rune {
	startsWord := (before == 0 || unicode.IsSpace(before) || before == '(' || before == '[' || before == '—' || before == '–' || before == '-' || before == '“' || before == '"' || before == '/') &&
		after != 0 && !unicode.IsSpace(after)
	switch r {
	case '“', '”': // a closing mark at the start of a word was meant to open
		if r == '“' || startsWord {
			return '”'
		}
	case '„':
		return '“'
	case '«':
		return '»'
	case '‘':
		return '’'
	case '"':
		if startsWord {
			return '"'
		}
	case '\'':
		if startsWord && unicode.IsLetter(after) {
			return '\''
		}
	case '`': // of texts that were cut into words
		if before == 0 || unicode.IsSpace(before) || before == '(' {
			return '\''
		}
	}
	return 0
}

func isSingle(r rune) bool { return r == '‘' || r == '\'' || r == '`' }

// closesApart says whether a single mark that stands apart, as in texts that were cut into words, closes what a grave accent opened: "` It is late , ' he
// said", and not "the dockers ' pay".
func closesApart(r, before, solid, after rune) bool {
	return r == '\'' && unicode.IsSpace(before) && solid != 's' && (after == 0 || unicode.IsSpace(after))
}

// closes says whether r ends a quotation that began with open. Any double mark closes any double one (pages mix them); a single mark
// closes only where it isn't an apostrophe.
func closes(r, open, closer, before, after rune) bool {
	switch r {
	case '”', '"':
		return !isSingle(open) && open != '«'
	case '“':
		ends := after == 0 || unicode.IsSpace(after) || unicode.IsPunct(after)
		return open == '„' || open == '"' && ends || open == '“' && ends && unicode.IsPunct(before)
	case '»':
		return open == '«'
	case '’', '\'':
		return isSingle(open) && r == closer && endsWord(before, after)
	}
	return false
}

// clitic says whether an apostrophe right before an offset belongs to the word before, in texts that were cut into words: the port 's gates, they 're.
func clitic(t text.Text, i, end int) bool {
	n := i
	for n < end && n < i+3 && t[n] >= 'a' && t[n] <= 'z' {
		n++
	}
	switch string(t[i:n]) {
	case "s", "re", "ve", "ll", "d", "m", "em", "til":
		return n >= end || !unicode.IsLetter(next(t, n, end))
	}
	return false
}

// closesLater says whether a single mark opened just before from is closed within the next 400 bytes by one after punctuation, or by one that
// is followed by punctuation or the end; a mark amid words (workers' rights) counts only when no letter s stands before it.
func closesLater(t text.Text, from, end int, closer, open rune) bool {
	limit := end
	end = min(end, from+400)
	if open == '`' {
		end = min(end+600, limit) // where that mark opens, nothing else is meant
	}
	before, solid := rune(0), rune(0)
	for i := from; i < end; {
		r, size := mark(t, i, end)
		after := next(t, i+size, end)
		if r == closer && before != 0 && (endsWord(before, after) || open == '`' && closesApart(r, before, solid, after)) {
			return true
		}
		before = r
		if !unicode.IsSpace(r) {
			solid = r
		}
		i += size
	}
	return false
}

// endsWord says whether a single mark between these characters can close: not inside a word, and not a plural's possessive.
func endsWord(before, after rune) bool {
	return !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) && (before != 's' || !unicode.IsSpace(after))
}
