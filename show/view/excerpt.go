package view

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Of a line that is longer than a paragraph, as in texts that were copied without their breaks, a passage shows the sentence and those beside it.
const (
	longLine  = 1000 // bytes
	aside     = 420  // at most, on either side
	mostShown = 1600 // of the passage itself
)

// excerpts returns what is shown around some places: whole lines, or of long ones the sentences around each place; and the line of each.
func excerpts(t string, all []page.Block, at []text.Span) (shown, lines []page.Block) {
	at = slices.Clone(at)
	slices.SortFunc(at, text.Span.Compare)
	for _, s := range at {
		for i := blockAt(all, s.Start); i < len(all) && all[i].Start < s.End; i++ {
			b := all[i]
			if b.Span.Len() > longLine {
				b.Span = sentencesAround(t, b.Span, text.Span{Start: max(s.Start, b.Start), End: min(s.End, b.End)})
			}
			n := len(shown) - 1
			switch {
			case n < 0 || b.Start > shown[n].End:
				shown, lines = append(shown, b), append(lines, all[i])
			case b.End > shown[n].End && all[i].Start == lines[n].Start:
				shown[n].End = b.End
			case all[i].Start > lines[n].Start:
				shown, lines = append(shown, b), append(lines, all[i])
			}
		}
	}
	return shown, lines
}

// sentencesAround widens a place inside a line by the rest of its sentences and one on either side.
func sentencesAround(t string, line, s text.Span) text.Span {
	if s.Len() > mostShown {
		s.End = boundary(t, s.Start+mostShown)
	}
	start, end := max(line.Start, s.Start-aside), min(line.End, s.End+aside)
	out := text.Span{Start: afterSpace(t, start, s.Start, line.Start), End: beforeSpace(t, s.End, end, line.End)}
	ends := 0
	for i := s.Start - 1; i > out.Start; i-- {
		if stop(t, i, line.End) {
			if ends++; ends == 2 {
				out.Start = i
				break
			}
		}
	}
	ends = 0
	for i := s.End + 1; i < out.End; i++ {
		if stop(t, i, line.End) {
			if ends++; ends == 2 {
				out.End = i
				break
			}
		}
	}
	for out.Start < s.Start && (t[out.Start] == ' ' || t[out.Start] == '\t') {
		out.Start++
	}
	return out
}

// stop says whether a sentence may end just before a space: after a full stop, with what closes behind it.
func stop(t string, i, end int) bool {
	if i >= end || t[i] != ' ' {
		return false
	}
	before := strings.TrimRight(t[max(0, i-8):i], "\"'”’») ")
	return strings.HasSuffix(before, ".") || strings.HasSuffix(before, "!") || strings.HasSuffix(before, "?")
}

// afterSpace is the first place behind a space from a start on, unless the start is the line's own.
func afterSpace(t string, from, to, line int) int {
	if from == line {
		return from
	}
	if k := strings.IndexByte(t[from:to], ' '); k >= 0 {
		return from + k + 1
	}
	return to
}

// beforeSpace is the last place before a space up to an end, unless the end is the line's own.
func beforeSpace(t string, from, to, line int) int {
	if to == line {
		return to
	}
	if k := strings.LastIndexByte(t[from:to], ' '); k >= 0 {
		return from + k
	}
	return from
}

// boundary is the first place from there on that lies between characters.
func boundary(t string, i int) int {
	for i < len(t) && !utf8.RuneStart(t[i]) {
		i++
	}
	return i
}
