// Package clean takes out of what is shown what a terminal would obey: pages, file names and messages are written by others.
//
//	Line("\x1b]0;owned\a\x1b[31mRED")  →  "]0;owned[31mRED"
package clean

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
)

// Obeyed says whether a terminal does something with a character but show it: moves the cursor, or turns the direction of writing.
func Obeyed(c rune) bool {
	return c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c ||
		c == 0x2028 || c == 0x2029
}

// Line is a string that is shown on one line: breaks become spaces, and what is obeyed goes.
func Line(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029:
			return ' '
		case Obeyed(c):
			return -1
		}
		return c
	}, s)
}

// Lines cleans each line of a message by itself, and cuts what lets somebody in from the addresses that stand in it.
func Lines(s string) string {
	parts := strings.Split(s, "\n")
	for i, line := range parts {
		parts[i] = Line(gather.PublicText(line))
	}
	return strings.Join(parts, "\n")
}

// Sprintf formats with cleaned arguments; the format itself is ours.
func Sprintf(format string, a ...any) string {
	return fmt.Sprintf(format, cleaned(a)...)
}

// Fprintf writes with cleaned arguments.
func Fprintf(w io.Writer, format string, a ...any) (int, error) {
	return fmt.Fprintf(w, format, cleaned(a)...)
}

// Fprintln writes cleaned arguments on a line.
func Fprintln(w io.Writer, a ...any) (int, error) { return fmt.Fprintln(w, cleaned(a)...) }

func cleaned(a []any) []any {
	out := make([]any, len(a))
	for i, x := range a {
		switch x := x.(type) {
		case string:
			out[i] = Line(x)
		case error:
			out[i] = Line(gather.PublicText(x.Error()))
		case fmt.Stringer:
			out[i] = Line(x.String())
		default:
			out[i] = x
		}
	}
	return out
}

// Messages cleans what is written through it, line breaks apart: for messages and logs, which hold no colours of ours.
func Messages(w io.Writer) io.Writer { return messages{w} }

type messages struct{ w io.Writer }

// Behind is the writer behind Messages: a progress bar moves the cursor itself.
func Behind(w io.Writer) io.Writer {
	if m, ok := w.(messages); ok {
		return m.w
	}
	return w
}

func (m messages) Write(p []byte) (int, error) {
	if _, err := io.WriteString(m.w, Lines(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// JSON writes JSON on which a terminal does nothing: what is obeyed and stands inside strings is escaped, which means the same.
func JSON(w io.Writer) io.Writer { return &escaper{w: w, escape: true} }

// Text drops it instead: for tables and trees in text that other programs read too.
func Text(w io.Writer) io.Writer { return &escaper{w: w} }

type escaper struct {
	w      io.Writer
	escape bool
	rest   []byte // the beginning of a character that was cut
}

func (e *escaper) Write(p []byte) (int, error) {
	all := p
	if len(e.rest) > 0 {
		all = append(bytes.Clone(e.rest), p...)
		e.rest = nil
	}
	begin := 0
	for i := 0; i < len(all); {
		if b := all[i]; b >= 0x20 && b != 0x7f && (b < 0xc2 || b > 0xe2 || b > 0xc2 && b < 0xd8) { // nothing obeyed begins so
			i++
			continue
		}
		if !utf8.FullRune(all[i:]) {
			break
		}
		c, n := utf8.DecodeRune(all[i:])
		if c != '\n' && c != '\t' && Obeyed(c) {
			if _, err := e.w.Write(all[begin:i]); err != nil {
				return 0, err
			}
			if e.escape {
				if _, err := fmt.Fprintf(e.w, `\u%04x`, c); err != nil {
					return 0, err
				}
			}
			begin = i + n
		}
		i += n
	}
	end := len(all)
	for k := 1; k <= 3 && k <= len(all)-begin; k++ { // a character that is not whole yet waits
		if utf8.RuneStart(all[len(all)-k]) {
			if !utf8.FullRune(all[len(all)-k:]) {
				end = len(all) - k
			}
			break
		}
	}
	e.rest = bytes.Clone(all[end:])
	if _, err := e.w.Write(all[begin:end]); err != nil {
		return 0, err
	}
	return len(p), nil
}
