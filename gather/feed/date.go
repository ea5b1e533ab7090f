package feed

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// moment is a date as a feed writes it, in parts: what is not written is not there.
type moment struct {
	year, month, day int
	clock            string // "22:05" or "22:05:00", "" for none
	offset           string // "-05:00", "Z", "" where none is written or its name has several meanings
	first, second    int    // the numbers of 04/05/2024, which may be day and month either way
	weekday          time.Weekday
	named            bool // a day of the week is written
}

var (
	isoDate  = regexp.MustCompile(`^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T\s_,]+)`)
	yearLed  = regexp.MustCompile(`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$`)
	yearLast = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)
	dashed   = regexp.MustCompile(`^(\d{1,2})-(\pL{3,9})-(\d{2,4})$`)
	hours    = regexp.MustCompile(`(?i)(?:^|[\sT,])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?`)
	compact  = regexp.MustCompile(`^\s(\d\d)(\d\d)(\d\d)?()`) // behind a date in digits
	hourOnly = regexp.MustCompile(`(?i)(?:^|[\s,])(\d{1,2})\s*([ap]\.?\s?m\b\.?)`)
	shift    = regexp.MustCompile(`^(?:UTC?|GMT|Z)?\s*([+\-−–])\s*(\d{1,2})(?::?(\d\d))?$`)
	ordinal  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?$`)
)

// zones are the names with one meaning in the feeds of the world; others ("IST", "AST") say nothing certain.
var zones = map[string]string{
	"Z": "Z", "UT": "Z", "UTC": "Z", "GMT": "Z", "ZULU": "Z", "WET": "Z",
	"EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
	"CST": "-06:00", "AKST": "-09:00", "AKDT": "-08:00", "HST": "-10:00", "NST": "-03:30", "NDT": "-02:30", "ADT": "-03:00",
	"CET": "+01:00", "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "WEST": "+01:00", "WAT": "+01:00",
	"CAT": "+02:00", "SAST": "+02:00", "EAT": "+03:00", "MSK": "+03:00", "TRT": "+03:00", "PKT": "+05:00", "NPT": "+05:45", "WIB": "+07:00",
	"HKT": "+08:00", "SGT": "+08:00", "PHT": "+08:00", "AWST": "+08:00", "JST": "+09:00", "KST": "+09:00", "ACST": "+09:30", "AEST": "+10:00",
	"AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "BRT": "-03:00", "ART": "-03:00", "BST": "+01:00",
}

// oldest is the first year that a dated item of a feed is believed to be of; zeroed clocks say 1970 or 0001.
const oldest = 1971

// parseMoment reads a date in the forms that feeds write. It says false where there is none.
//
//	"SATURDAY, 14-Dec-2024 11:45 pm EST"  →  2024-12-14, 23:45, -05:00
func parseMoment(written string) (m moment, ok bool) {
	s := strings.Join(strings.FieldsFunc(written, unicode.IsSpace), " ")
	if len(s) > 80 {
		return m, false
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && len(s) >= 9 && len(s) != 14 && len(s) <= 13 {
		return epoch(n)
	}
	if i := strings.IndexByte(s, '('); i > 0 { // "+0100 (CET)" names the zone once more
		s = strings.TrimSpace(s[:i])
	}
	s = m.takeDate(s)
	s = m.takeClock(s)
	m.takeWords(s)
	if m.year == 0 || m.year < oldest || m.year > 9999 {
		return m, false
	}
	if m.month == 0 {
		return m, m.first > 0 && m.orient(m.guess())
	}
	return m, m.month <= 12 && m.day >= 1 && m.day <= daysOf(m.year, m.month)
}

// epoch reads seconds or milliseconds since 1970.
func epoch(n int64) (moment, bool) {
	if n >= 1e12 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	return moment{year: t.Year(), month: int(t.Month()), day: t.Day(), clock: t.Format("15:04:05"), offset: "Z"}, t.Year() >= oldest && t.Year() < 2200
}

// takeDate takes a date that leads and is all numbers, and returns the rest.
func (m *moment) takeDate(s string) string {
	if f := isoDate.FindStringSubmatch(s); f != nil {
		m.year, m.month, m.day = number(f[1]), number(f[2]), number(f[3])
		return " " + s[len(f[0]):]
	}
	return s
}

// takeClock takes the time of day and returns what stands around it.
func (m *moment) takeClock(s string) string {
	at := hours.FindStringSubmatchIndex(s)
	if at == nil && m.year > 0 {
		at = compact.FindStringSubmatchIndex(s)
	}
	if at == nil {
		if f := hourOnly.FindStringSubmatchIndex(s); f != nil {
			h, half := number(s[f[2]:f[3]]), s[f[4]:f[5]]
			if h = halfDay(h, half); h >= 0 {
				m.clock = fmt.Sprintf("%02d:00", h)
			}
			return s[:f[0]] + " " + s[f[1]:]
		}
		return s
	}
	group := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return s[at[2*i]:at[2*i+1]]
	}
	h, minute := halfDay(number(group(1)), group(4)), number(group(2))
	if h >= 0 && h < 24 && minute < 60 {
		m.clock = fmt.Sprintf("%02d:%02d", h, minute)
		if sec := group(3); sec != "" && number(sec) < 60 {
			m.clock += ":" + sec
		}
	}
	return s[:at[0]] + " " + s[at[1]:]
}

// halfDay turns an hour of a twelve-hour clock into one of a day; an hour over twelve needs no half.
func halfDay(h int, half string) int {
	if half == "" || h > 12 {
		return h
	}
	h %= 12
	if half[0] == 'p' || half[0] == 'P' {
		h += 12
	}
	return h
}

// takeWords takes days, months, years and zones, in whatever order they stand.
func (m *moment) takeWords(s string) {
	var tail []string // what may be an offset in pieces: "GMT", "+9"
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '|' || r == '·' }) {
		if m.takeNumbers(w) {
			continue
		}
		low := strings.ToLower(strings.TrimRight(w, "."))
		if month := months[low]; month > 0 && m.month == 0 {
			m.month = month
			continue
		}
		if day, ok := weekdays[low]; ok {
			m.weekday, m.named = day, true
			continue
		}
		tail = append(tail, strings.ToUpper(w))
	}
	m.takeZone(strings.Join(tail, " "))
}

// takeNumbers takes "14", "14th", "2024", "14/12/2024", "14-Dec-24".
func (m *moment) takeNumbers(w string) bool {
	if f := dashed.FindStringSubmatch(w); f != nil && months[strings.ToLower(f[2])] > 0 {
		m.day, m.month, m.year = number(f[1]), months[strings.ToLower(f[2])], fullYear(f[3])
		return true
	}
	if f := yearLed.FindStringSubmatch(w); f != nil && m.year == 0 {
		m.year, m.month, m.day = number(f[1]), number(f[2]), number(f[3])
		return true
	}
	if f := yearLast.FindStringSubmatch(w); f != nil && m.year == 0 {
		m.year, m.first, m.second = number(f[3]), number(f[1]), number(f[2])
		if strings.Contains(w, ".") || strings.Contains(w, "-") { // only with slashes the month may come first
			m.day, m.month = m.first, m.second
		}
		return true
	}
	if f := ordinal.FindStringSubmatch(strings.ToLower(w)); f != nil {
		if n := number(f[1]); m.day == 0 && m.first == 0 {
			m.day = n
		} else if m.year == 0 && len(f[1]) == 2 {
			m.year = fullYear(f[1])
		}
		return true
	}
	if len(w) == 4 && number(w) >= 1000 && m.year == 0 {
		m.year = number(w)
		return true
	}
	return false
}

// takeZone keeps an offset as it is written, or as a name of one meaning stands for it.
func (m *moment) takeZone(s string) {
	if m.clock == "" || s == "" {
		return
	}
	for _, noise := range []string{"T ", "AT ", "UHR ", "- ", "– ", "— "} {
		s = strings.TrimPrefix(s, noise)
	}
	first, _, _ := strings.Cut(s, " ")
	for _, part := range []string{s, first} {
		if f := shift.FindStringSubmatch(part); f != nil {
			sign := "+"
			if f[1] != "+" {
				sign = "-"
			}
			h, minute := number(f[2]), number(f[3])
			if h <= 14 && minute < 60 {
				m.offset = fmt.Sprintf("%s%02d:%02d", sign, h, minute)
			}
			return
		}
		if offset := zones[strings.Trim(part, ".")]; offset != "" {
			m.offset = offset
			return
		}
	}
}

// dayFirst says which way the numbers of a date with slashes run.
type dayFirst int8

const (
	unknown dayFirst = iota
	day
	month
)

// guess reads the order off this date alone: a number over twelve, or the day of the week that is written with it.
func (m *moment) guess() dayFirst {
	switch {
	case m.first == 0 || m.month > 0:
		return unknown
	case m.first == m.second || m.first > 12:
		return day
	case m.second > 12:
		return month
	case m.named:
		asDay := weekdayOf(m.year, m.second, m.first) == m.weekday
		if asMonth := weekdayOf(m.year, m.first, m.second) == m.weekday; asDay != asMonth {
			if asDay {
				return day
			}
			return month
		}
	}
	return unknown
}

// orient fixes day and month of a date with slashes; one whose order is not known is kept open.
func (m *moment) orient(order dayFirst) bool {
	switch order {
	case day:
		m.day, m.month = m.first, m.second
	case month:
		m.day, m.month = m.second, m.first
	default:
		return m.first <= 12 && m.second <= 12 && m.first > 0 && m.second > 0
	}
	return m.month >= 1 && m.month <= 12 && m.day >= 1 && m.day <= daysOf(m.year, m.month)
}

// String writes the date as ISO 8601 with what is known of it; "" for one whose day is open.
func (m moment) String() string {
	if m.month == 0 {
		return ""
	}
	s := fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day)
	if m.clock != "" {
		s += "T" + m.clock + m.offset
	}
	return s
}

// after says whether a date is certainly later than a moment: by more than the widest offset where none is written.
func after(iso string, now time.Time) bool {
	if now.IsZero() {
		return false
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.After(now.Add(time.Hour)) // clocks of servers are not all right
		}
	}
	if len(iso) < 10 {
		return false
	}
	t, err := time.Parse(time.DateOnly, iso[:10])
	return err == nil && t.After(now.Add(14*time.Hour))
}

// dates reads the dates of one list: a list writes all its dates in one way, so that one that is clear tells how the others run.
func dates(written []string, now time.Time) []string {
	order := unknown
	all := make([]moment, len(written))
	good := make([]bool, len(written))
	for i, w := range written {
		all[i], good[i] = parseMoment(w)
		if g := all[i].guess(); good[i] && all[i].first != all[i].second && g != unknown && order == unknown {
			order = g
		} else if all[i].first > 0 && all[i].first != all[i].second && good[i] && order == unknown {
			order = all[i].oriented()
		}
	}
	out := make([]string, len(written))
	for i := range all {
		if !good[i] {
			continue
		}
		if all[i].month == 0 && !all[i].orient(order) {
			continue
		}
		if iso := all[i].String(); !after(iso, now) {
			out[i] = iso
		}
	}
	return out
}

// oriented says how a date that is settled already runs.
func (m *moment) oriented() dayFirst {
	switch {
	case m.month == 0:
		return unknown
	case m.day == m.first:
		return day
	}
	return month
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fullYear reads a year of two digits as mail does: 49 and less are of this century.
func fullYear(s string) int {
	n := number(s)
	switch {
	case len(s) > 2:
		return n
	case n < 50:
		return 2000 + n
	}
	return 1900 + n
}

func daysOf(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func weekdayOf(year, month, day int) time.Weekday {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday()
}

// months and weekdays by what feeds call them, in any case, whole or cut to three letters or more.
var months, weekdays = func() (map[string]int, map[string]time.Weekday) {
	months, weekdays := map[string]int{}, map[string]time.Weekday{}
	for n := time.January; n <= time.December; n++ {
		name := strings.ToLower(n.String())
		for end := 3; end <= len(name); end++ {
			months[name[:end]] = int(n)
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		for end := 2; end <= len(name); end++ {
			weekdays[name[:end]] = d
		}
	}
	return months, weekdays
}()
