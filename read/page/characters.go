package page

import (
	"html"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// breakLine ends the line being written. Its white space at both ends is dropped.
func (w *walker) breakLine(at int) {
	w.space, w.glue, w.runLen = text.Span{}, false, 0
	if !w.began {
		return
	}
	w.began = false
	w.line.Span.End = w.out.Len()
	w.lines = append(w.lines, w.line)
	w.breaks = text.Span{Start: w.line.sourceEnd, End: at}
}

// begin starts a line if none is being written, and writes what stands between the last character and this one.
func (w *walker) begin(at int) {
	if !w.began {
		if w.out.Len() > 0 {
			w.out.Put("\n", text.Span{Start: w.breaks.Start, End: max(at, w.breaks.Start)})
		}
		n := w.node()
		w.line = line{node: n, marks: w.nodes[n].all}
		w.line.Span.Start = w.out.Len()
		w.began = true
		w.runLen = 0
	} else if !w.space.Empty() {
		if w.space.Len() == 1 && w.scan.src[w.space.Start] == ' ' {
			w.out.Copy(w.scan.src, w.space)
		} else {
			w.out.Put(" ", w.space)
		}
		w.runLen = 0
	} else if w.glue && w.runLen >= 2 {
		w.unglue(at)
	}
	if w.glue {
		w.runLen = 0
	}
	w.space, w.glue = text.Span{}, false
}

// unglue puts a space between the words of two neighbouring elements that only a style sheet holds apart: "Log in" and "Sign up".
func (w *walker) unglue(at int) {
	last, _ := utf8.DecodeLastRune(w.out.Tail(utf8.UTFMax))
	next, _ := utf8.DecodeRune(w.scan.src[at:])
	joined := unicode.IsLower(last) && unicode.IsUpper(next) || unicode.IsDigit(last) && unicode.IsUpper(next) || unicode.IsLower(last) && unicode.IsDigit(next) ||
		unicode.IsDigit(last) && unicode.IsDigit(next)
	if joined {
		w.out.Put(" ", text.Span{Start: w.line.sourceEnd, End: at})
	}
}

// characters writes a stretch of text: white space folded, character references resolved.
func (w *walker) characters(s text.Span) {
	src := w.scan.src
	for i := s.Start; i < s.End && w.out.Pieces() <= maxPieces; {
		c := src[i]
		if isSpace(c) || c == 0xC2 && i+1 < s.End && src[i+1] == 0xA0 {
			n := 1
			if c == 0xC2 {
				n = 2
			}
			w.wait(i, i+n)
			i += n
			continue
		}
		if c == '&' {
			i = w.reference(i, s.End)
			continue
		}
		if c == 0 {
			i++
			continue
		}
		w.begin(i)
		from := i
		for i++; i < s.End; i++ {
			c := src[i]
			if c == ' ' && i+1 < s.End && src[i+1] > ' ' && src[i+1] != '&' && src[i+1] != 0xC2 {
				continue
			}
			if c == '&' && i+1 < s.End && src[i+1] != '#' && !isLetter(src[i+1]) {
				continue // it begins no reference
			}
			if c <= ' ' || c == '&' || c == 0xC2 && i+1 < s.End && src[i+1] == 0xA0 {
				if c <= ' ' && !isSpace(c) && c != 0 {
					continue
				}
				break
			}
		}
		w.out.Copy(src, text.Span{Start: from, End: i})
		w.wrote(i, i-from)
	}
}

func (w *walker) wrote(sourceEnd, n int) {
	w.line.sourceEnd = sourceEnd
	w.runLen += n
	if w.inLink {
		w.line.linkChars += n
	}
}

func (w *walker) wait(from, to int) {
	if w.space.Empty() {
		w.space = text.Span{Start: from, End: to}
	} else {
		w.space.End = to
	}
}

// reference writes the character reference at i, if it is one.
func (w *walker) reference(i, limit int) int {
	shown, n := unescape(w.scan.src[i:limit], false)
	at := text.Span{Start: i, End: i + n}
	if shown == "\u00a0" || shown == " " || shown == "\n" || shown == "\t" || shown == "\r" {
		w.wait(at.Start, at.End)
		return i + n
	}
	w.begin(i)
	if n == 1 {
		w.out.Copy(w.scan.src, at) // a mark that begins no reference
	} else {
		w.out.Put(shown, at)
	}
	w.wrote(i+n, len(shown))
	return i + n
}

// unescape resolves the character reference that b begins with and says how many bytes it takes; where there is none, the answer is "&" and 1.
// In an attribute a reference counts only with its semicolon, so that addresses keep their parameters.
func unescape(b []byte, attribute bool) (string, int) {
	n := 1
	if n < len(b) && b[n] == '#' {
		n++
	}
	for n < len(b) && n < 40 && (isLetter(b[n]) || b[n] >= '0' && b[n] <= '9') {
		n++
	}
	closed := n < len(b) && b[n] == ';'
	if closed {
		n++
	}
	if n < 3 || attribute && !closed {
		return "&", 1
	}
	switch string(b[:n]) {
	case "&amp;":
		return "&", n
	case "&nbsp;", "&#160;":
		return "\u00a0", n
	case "&quot;", "&#34;":
		return "\"", n
	case "&#39;", "&#x27;", "&apos;", "&#039;":
		return "'", n
	case "&rsquo;", "&#8217;", "&#x2019;":
		return "’", n
	}
	s := html.UnescapeString(string(b[:n]))
	if s == string(b[:n]) {
		return "&", 1
	}
	return s, n
}
