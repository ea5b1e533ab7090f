package times

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Cases is what a run over Recognizers-Text's date-time cases counted. A case is a sentence; it is right when every expression that
// was expected is found with a value that says the same. Aside counts the cases whose convention contradicts TIMEX3, by reason.
type Cases struct {
	All, Right int
	Aside      map[string]int
	Errors     []string
}

type recognized struct {
	Start, End int
	Text, Type string
	Values     []map[string]any
}

// Recognizers measures on a file of Recognizers-Text's date-time cases.
func Recognizers(file string) (Cases, error) {
	c := Cases{Aside: map[string]int{}}
	err := lines.JSON(file, func(o struct {
		ID, Text string
		DCT      string
		Timex    []recognized
	}) {
		if why := aside(o.Text, o.Timex); why != "" {
			c.Aside[why]++
			return
		}
		c.All++
		found := times.FindIn(en.Language, o.Text, anchorOf(o.DCT))
		points := text.NewPoints(text.Text(o.Text))
		bad := ""
		for _, g := range o.Timex {
			if !says(g, found, points) {
				bad += "\n    want «" + g.Text + "» " + g.Type + " " + first(g)
			}
		}
		if bad == "" {
			c.Right++
			return
		}
		line := o.ID + " " + o.DCT + " " + o.Text + bad
		for _, e := range found {
			line += "\n    got [" + o.Text[e.Start:e.End] + "] " + string(e.Type) + " " + e.Value + " " + e.Interval.String()
		}
		c.Errors = append(c.Errors, line)
	})
	return c, err
}

// aside says why a case is not counted, "" when it is.
func aside(sentence string, gold []recognized) string {
	for _, g := range gold {
		low := strings.ToLower(g.Text)
		switch {
		case strings.Contains(low, "few ") || strings.Contains(low, "several ") || strings.Contains(low, "some "):
			return "a vague count is three there and X in TIMEX3"
		case (g.Type == "datetime" || g.Type == "datetimerange") && clockUnits(low):
			return "counts from the clock of the asking, which a page does not have"
		case strings.HasSuffix(g.Type, "timerange") && bareHours(low), g.Type == "time" && len(low) < 3:
			return "hours without a sign of the clock are counts or results in news"
		case strings.HasPrefix(low, "next ") && g.Type == "date", strings.HasPrefix(low, "previous ") && g.Type == "date", strings.HasPrefix(low, "last ") && g.Type == "date",
			strings.HasPrefix(low, "following ") && g.Type == "date":
			return "next and last weekdays are counted by weeks there"
		case strings.Contains(low, "feb 30") || strings.Contains(low, "2/29"):
			return "days that do not exist are no dates here"
		case g.Type == "timezone":
			return "a zone alone is no time"
		case g.Type == "datetimealt":
			return "alternatives that share parts are one expression each in TIMEX3"
		}
		for _, v := range g.Values {
			x, _ := v["timex"].(string)
			switch {
			case strings.Contains(x, "TME"):
				return "meals are no times of day"
			case strings.Contains(x, "BD"), strings.HasPrefix(x, "SY"), strings.Contains(x, "WD"):
				return "business days and school years"
			}
		}
	}
	return ""
}

// bareHours says whether hours are told by numbers alone: "Monday 3-8", "after three".
func bareHours(s string) bool {
	for _, sign := range []string{":", "am", "pm", "a.m", "p.m", "clock", "a m", "p m", "p .", "morning", "afternoon", "evening", "night", "noon", "tonight", "gmt", "utc", "now", "today", "early", "late", "past", "day", "present", "this time"} {
		if strings.Contains(s, sign) && !(sign == "day" && strings.ContainsAny(s, "0123456789")) {
			return false
		}
	}
	return true
}

// clockUnits says whether hours or minutes are counted from now.
func clockUnits(s string) bool {
	for _, u := range []string{"minute", "min ", "mins", "hour", "second", "sec"} {
		if strings.Contains(s, u) {
			return true
		}
	}
	return false
}

func anchorOf(dct string) times.Interval {
	if len(dct) < 10 {
		return times.Interval{}
	}
	d := dayOf(dct)
	return times.Between(d, d, times.ADay)
}

func dayOf(s string) times.Day {
	y, _ := strconv.Atoi(s[:4])
	m, _ := strconv.Atoi(s[5:7])
	d, _ := strconv.Atoi(s[8:10])
	return times.NewDay(y, m, d)
}

func first(g recognized) string {
	if len(g.Values) == 0 {
		return ""
	}
	b, _ := json.Marshal(g.Values[0])
	return string(b)
}

// says checks whether the expressions found at a place say what is expected there.
func says(g recognized, found []times.Expression, points *text.Points) bool {
	var over []times.Expression
	for _, e := range found {
		s := points.Span(e.Span)
		if s.Start <= g.End && g.Start < s.End {
			over = append(over, e)
		}
	}
	if len(over) == 0 {
		return false
	}
	for _, v := range g.Values {
		str := func(k string) string { s, _ := v[k].(string); return s }
		if equalTimex(str("timex"), over) {
			return true
		}
		if value := str("value"); value != "" && value != "not resolved" && equalValue(value, over) {
			return true
		}
		if rangeSays(str("start"), str("end"), over) {
			return true
		}
	}
	return false
}

func equalTimex(want string, over []times.Expression) bool {
	if strings.HasPrefix(want, "(") { // (begin,end,period): the expression is the period counted from the anchor
		parts := strings.Split(strings.Trim(want, "()"), ",")
		for _, e := range over {
			if e.Type == times.DURATION && len(parts) == 3 && (e.Value == parts[2] || canonical(e.Value) == canonical(parts[2])) {
				return true
			}
		}
	}
	want = fullHour(strings.TrimPrefix(want, "FY"))
	for _, e := range over {
		if want == "P1WE" && e.Value == "XXXX-WXX-WE" {
			return true
		}
		if len(want) == 2 && strings.HasSuffix(e.Value, "-"+want) {
			return true // a season, which we give its year
		}
		if strings.HasPrefix(want, "XXXX-") && len(e.Value) == len(want) && e.Value[4:] == want[4:] && !strings.Contains(want[5:], "X") {
			return true // the year is chosen by the tense
		}
		if e.Value == want || canonical(e.Value) == canonical(want) {
			return true
		}
		if strings.HasSuffix(want, e.Value[max(0, strings.IndexByte(e.Value, 'T')):]) && strings.HasPrefix(want, "T") && strings.Contains(e.Value, "T") && e.Type != times.DURATION {
			return true
		}
	}
	return false
}

// fullHour writes T15 as T15:00.
func fullHour(v string) string {
	if i := strings.IndexByte(v, 'T'); i >= 0 && len(v) == i+3 && v[i+1] >= '0' && v[i+1] <= '9' && !strings.HasPrefix(v, "P") {
		return v + ":00"
	}
	return v
}

// equalValue compares with a date, a date-time, a time of day or a count of seconds.
func equalValue(want string, over []times.Expression) bool {
	for _, e := range over {
		i := e.Interval
		switch {
		case len(want) == 10 && want[4] == '-':
			if d, ok := i.Single(); ok && d.String() == want {
				return true
			}
			if d := dayOf(want); (i.Grain == times.Week || i.Grain == times.Month || i.Grain == times.Year) && i.Earliest.Known && i.Latest.Known && i.Earliest.Day <= d && d <= i.Latest.Day {
				return true // "in two months" is a month in TIMEX3
			}
		case len(want) == 19:
			if i.Earliest.Known && i.Earliest.Clocked && strings.HasPrefix(i.Earliest.String(), want[:10]+"T"+want[11:]) {
				return true
			}
		case len(want) == 8 && want[2] == ':':
			if i.Earliest.Clocked && clockOf(i.Earliest) == want || strings.HasSuffix(e.Value, "T"+want[:5]) {
				return true
			}
		default:
			n, err := strconv.Atoi(want)
			if err == nil && e.Type == times.DURATION && seconds(e.Value) == float64(n) {
				return true
			}
		}
	}
	return false
}

func clockOf(m times.Moment) string {
	s := m.String()
	if len(s) < 19 {
		return ""
	}
	return s[11:19]
}

// rangeSays compares begin and end; an end that is given as the first moment after counts as well.
func rangeSays(start, end string, over []times.Expression) bool {
	if start == "" && end == "" {
		return false
	}
	begins, ends := start == "", end == ""
	for _, e := range over {
		a, b := e.Interval, e.Interval
		begins = begins || at(start, a.Earliest) || end == "" && at(start, after(b.Latest))
		ends = ends || at(end, b.Latest) || at(end, after(b.Latest)) || at(end, b.Earliest)
	}
	return begins && ends
}

func after(m times.Moment) times.Moment {
	if m.Known && !m.Clocked {
		m.Day++
	}
	return m
}

func at(want string, m times.Moment) bool {
	if !m.Known {
		return false
	}
	s := m.String()
	switch len(want) {
	case 10:
		return strings.HasPrefix(s, want)
	case 8:
		return clockOf(m) == want
	case 19:
		return m.Clocked && strings.HasPrefix(s, want[:10]+"T"+want[11:]) || !m.Clocked && want[11:] == "00:00:00" && s == want[:10]
	}
	return false
}

// seconds of a period in Recognizers' terms: 30 days a month, 365 a year.
func seconds(v string) float64 {
	total, n, clock := 0.0, "", false
	for i := 1; i < len(v); i++ {
		c := v[i]
		switch {
		case c == 'T':
			clock = true
		case c >= '0' && c <= '9' || c == '.':
			n += string(c)
		default:
			x, err := strconv.ParseFloat(n, 64)
			if err != nil {
				return -1
			}
			n = ""
			switch {
			case clock:
				total += x * map[byte]float64{'H': 3600, 'M': 60, 'S': 1}[c]
			default:
				total += x * map[byte]float64{'D': 86400, 'W': 7 * 86400, 'M': 30 * 86400, 'Y': 365 * 86400, 'Q': 90 * 86400}[c]
			}
		}
	}
	return total
}
