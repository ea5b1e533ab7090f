// Package text is Hearsay's only idea of place.
//
// A page arrives as bytes. Reading it derives one Text (UTF-8) and one Map that leads every byte of that text back to the
// bytes it came from. Whatever is found later is a Span into the text, never a copied string:
//
//	bytes  <p>Fish &amp; chips</p>
//	text   Fish & chips
//	Span{5, 6} shows "&"; Map.Source(Span{5, 6}) is Span{8, 13}, the five bytes "&amp;"
//
// Inside the program every place counts bytes. Points converts to Unicode code points at the edge (see contract of annotate).
package text

import "fmt"

// Span is a half-open byte range [Start, End) of a text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty says whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Has says whether the byte offset lies inside the span.
func (s Span) Has(offset int) bool { return s.Start <= offset && offset < s.End }

// Contains says whether the whole of t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest span that holds both s and t.
func (s Span) Cover(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Between returns the span between two others, whichever comes first; it is empty, at the later one's start, where they touch or overlap.
//
//	Between({0, 4}, {9, 12}) and Between({9, 12}, {0, 4})  →  {4, 9}
//	Between({0, 8}, {5, 12})                               →  {5, 5}
//
// Whatever looks at what stands between two places gets it from here: a span cut by hand from one's end to the other's start runs backwards
// where they overlap.
func Between(s, t Span) Span {
	if t.Start < s.Start {
		s, t = t, s
	}
	return Span{min(s.End, t.Start), t.Start}
}

// Compare orders spans by start, then by end: negative when s comes first.
func (s Span) Compare(t Span) int {
	if s.Start != t.Start {
		return s.Start - t.Start
	}
	return s.End - t.End
}

// String writes the span as "start:end".
func (s Span) String() string { return fmt.Sprintf("%d:%d", s.Start, s.End) }

// Place is a span on a named page of a record.
type Place struct {
	Page string `json:"page"`
	Span
}
