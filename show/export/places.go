package export

import (
	"math"

	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// places converts the byte spans of one text into what is written.
type places struct{ points *text.Points } // nil points: bytes are written

func newPlaces(t text.Text, asBytes bool) places {
	if asBytes {
		return places{}
	}
	return places{text.NewPoints(t)}
}

func (p places) one(s text.Span) text.Span {
	if p.points == nil {
		return s
	}
	return p.points.Span(s)
}

func (p places) list(spans []text.Span) []text.Span {
	out := make([]text.Span, len(spans))
	for i, s := range spans {
		out[i] = p.one(s)
	}
	return out
}

// orNull returns nil for an empty span.
func (p places) orNull(s text.Span) *text.Span {
	if s.Empty() {
		return nil
	}
	s = p.one(s)
	return &s
}

// interval is written as {"earliest", "latest", "grain"}; an open end is null.
type interval struct {
	Earliest *string     `json:"earliest"`
	Latest   *string     `json:"latest"`
	Grain    times.Grain `json:"grain"`
}

func newInterval(i times.Interval) interval {
	out := interval{Grain: i.Grain}
	if out.Grain == "" {
		out.Grain = times.Unknown
	}
	if s := i.Earliest.String(); s != "" {
		out.Earliest = &s
	}
	if s := i.Latest.String(); s != "" {
		out.Latest = &s
	}
	return out
}

func intervalOrNull(i *times.Interval) *interval {
	if i == nil {
		return nil
	}
	out := newInterval(*i)
	return &out
}

func number(n amounts.Number) *float64 {
	if !n.Known || math.IsInf(n.Value, 0) || math.IsNaN(n.Value) { // JSON has no word for the last two
		return nil
	}
	return &n.Value
}

// orNull returns nil for "".
func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}
