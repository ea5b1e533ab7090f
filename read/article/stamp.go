package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// stated reads the date in a value of metadata: as findDates does, or as seconds or milliseconds since 1970 in the years of the web.
//
//	1638532800, 1638532800000, 1638532800.0  →  2021-12-03T12:00:00Z
func (tab *tables) statedDate(value string) (written, bool) {
	if seconds, ok := epoch(strings.TrimSpace(value)); ok {
		m := times.Moment{Known: true, Clocked: true, Zoned: true, Day: times.NewDay(1970, 1, 1) + times.Day(seconds/86400), Second: int(seconds % 86400)}
		return written{Span: text.Span{End: len(value)}, Interval: times.Interval{Earliest: m, Latest: m, Grain: times.Minute}}, true
	}
	found := tab.findDates(value, 1)
	if len(found) == 0 {
		return written{}, false
	}
	return found[0], true
}

// The years of the web, in seconds since 1970: from 1995 to 2069.
const (
	firstSecond = 788918400
	lastSecond  = 3155760000
)

// epoch reads seconds or milliseconds since 1970, and nothing else.
func epoch(s string) (seconds int64, ok bool) {
	if whole, rest, cut := strings.Cut(s, "."); cut && strings.Trim(rest, "0123456789") == "" {
		s = whole
	}
	if len(s) < 9 || len(s) > 13 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	for _, c := range s {
		seconds = seconds*10 + int64(c-'0')
	}
	if len(s) >= 12 {
		seconds /= 1000
	}
	return seconds, seconds >= firstSecond && seconds < lastSecond
}
