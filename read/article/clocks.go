package article

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/times"
)

// withClock adds the time of day that stands right behind a date, or right before it.
func (f finder) withClock(w written) written {
	if w.Grain != times.ADay {
		return w
	}
	i, afternoon := w.End, false
	for n := 0; n < 4 && i < len(f.s); n++ { // "2021-07-19T14:40", "19 July 2021 at 14:40", "19 July 2021, 2:40 pm", "19. Juli 2021 um 14:40 Uhr"
		c := f.s[i]
		if c == ' ' || c == ',' || c == '|' || c == '-' || c == 'T' || c == ';' || c == '(' || c == '/' || c == '.' {
			i++
			n--
			if i-w.End > 12 {
				break
			}
			continue
		}
		if c >= '0' && c <= '9' {
			if m, e, ok := f.clock(i); ok {
				if afternoon && m.Second < 12*3600 {
					m.Second += 12 * 3600
				}
				w.End = e
				w.Earliest = f.moment(w, m)
				w.Latest = w.Earliest
				w.Grain = times.Minute
			}
			return w
		}
		if c >= utf8.RuneSelf {
			_, size := utf8.DecodeRuneInString(f.s[i:])
			for _, word := range []string{"오후", "午後", "下午"} {
				if strings.HasPrefix(f.s[i:], word) {
					afternoon, size = true, len(word)
				}
			}
			i += size
			continue
		}
		switch e := f.word(i); strings.ToLower(f.s[i:e]) {
		case "at", "um", "à", "a", "alle", "ore", "às", "as", "kl", "om", "t", "las", "o", "h":
			i = e
			if f.at(i, '.') {
				i++
			}
		default:
			return f.clockBefore(w)
		}
	}
	return f.clockBefore(w)
}

// clockBefore reads "14:40 GMT19 July 2021" and "2:40 p.m. EDT, July 19, 2021".
func (f finder) clockBefore(w written) written {
	from := max(0, w.Start-40)
	for i := w.Start - 1; i > from; i-- {
		if f.s[i] != ':' || i == 0 || !isNumber(f.s[i-1]) {
			continue
		}
		start := i - 1
		if start > 0 && isNumber(f.s[start-1]) {
			start--
		}
		m, e, ok := f.clock(start)
		if !ok || e > w.Start {
			return w
		}
		for _, c := range f.s[e:w.Start] { // only marks and a weekday may stand between
			if c >= '0' && c <= '9' {
				return w
			}
		}
		if w.Start-e > 16 {
			return w
		}
		w.Start = start
		w.Earliest = f.moment(w, m)
		w.Latest = w.Earliest
		w.Grain = times.Minute
		return w
	}
	return w
}

func isNumber(c byte) bool { return c >= '0' && c <= '9' }

func (f finder) moment(w written, clock times.Moment) times.Moment {
	clock.Known, clock.Day = true, w.Earliest.Day
	return clock
}

// clock reads a time of day with its zone: 14:40, 14.40, 14h40, 2:40:05 PM, 14:40+02:00, 14:40:00.000Z, 2 p.m. ET.
func (f finder) clock(i int) (times.Moment, int, bool) {
	m := times.Moment{Clocked: true}
	j := f.digits(i)
	if j == i || j-i > 2 {
		if j-i == 6 || j-i == 4 { // 20210719T144000
			h, mi := f.number(i, i+2), f.number(i+2, i+4)
			if i > 0 && f.s[i-1] == 'T' && h < 24 && mi < 60 {
				m.Second = h*3600 + mi*60
				if j-i == 6 {
					m.Second += min(f.number(i+4, j), 59)
				}
				return f.zone(m, j)
			}
		}
		return m, i, false
	}
	hour := f.number(i, j)
	minute, second, e := 0, 0, j
	plain := true
	if j < len(f.s) && (f.s[j] == ':' || f.s[j] == '.' || f.s[j] == 'h') {
		k := f.digits(j + 1)
		if k-j == 3 {
			minute, e, plain = f.number(j+1, k), k, false
			if f.at(k, ':') {
				if q := f.digits(k + 1); q-k == 3 {
					second, e = f.number(k+1, q), q
					if f.at(q, '.') || f.at(q, ',') {
						if z := f.digits(q + 1); z > q+1 {
							e = z
						}
					}
				}
			}
		} else if f.s[j] == 'h' {
			e, plain = j+1, false
		}
	}
	if half, k := f.half(e); half != "" {
		e, plain = k, false
		if hour == 12 {
			hour = 0
		}
		if half == "pm" {
			hour += 12
		}
	}
	if plain || hour > 23 || minute > 59 || second > 60 {
		return m, i, false
	}
	m.Second = hour*3600 + minute*60 + min(second, 59)
	return f.zone(m, e)
}

// half reads "am", "p.m." and the like behind the numbers of a clock, and says where they end; "" for none.
func (f finder) half(i int) (half string, end int) {
	k := i
	for f.at(k, ' ') || f.at(k, 0xC2) || f.at(k, 0xA0) {
		k++
	}
	low := strings.ToLower(f.s[k:min(len(f.s), k+4)])
	for _, name := range []string{"am", "pm"} {
		switch {
		case strings.HasPrefix(low, name) && !(len(low) > 2 && low[2] >= 'a' && low[2] <= 'z'):
			half = name
		case strings.HasPrefix(low, name[:1]+".m"):
			half = name
		}
	}
	if half == "" {
		return "", i
	}
	end = k + 2
	if strings.IndexByte(low, '.') > 0 {
		end = min(len(f.s), k+3)
		if f.at(end, '.') {
			end++
		}
	}
	return half, end
}

// zone reads Z, +02:00, -0500, GMT, EST and "GMT+2" behind a time of day.
func (f finder) zone(m times.Moment, i int) (times.Moment, int, bool) {
	k := i
	for k < len(f.s) && (f.s[k] == ' ' || f.s[k] == '(') && k-i < 2 {
		k++
	}
	if k >= len(f.s) {
		return m, i, true
	}
	if f.s[k] == '+' || f.s[k] == '-' {
		if minutes, e, ok := f.offset(k); ok {
			m.Zoned, m.Offset = true, minutes
			return m, e, true
		}
		return m, i, true
	}
	e := k
	for e < len(f.s) && isLetterByte(f.s[e]) && f.s[e] < utf8.RuneSelf && e-k < 6 {
		e++
	}
	if name := strings.ToLower(f.s[k:e]); name != "" && (name == "z" || f.s[k] < 'a') {
		if minutes, ok := f.tab.zones[name]; ok {
			m.Zoned, m.Offset = true, minutes
			if name == "gmt" || name == "utc" {
				if more, e2, ok := f.offset(e); ok {
					m.Offset, e = more, e2
				}
			}
			return m, e, true
		}
	}
	return m, i, true
}

func (f finder) offset(i int) (minutes, e int, ok bool) {
	if i >= len(f.s) || f.s[i] != '+' && f.s[i] != '-' {
		return 0, i, false
	}
	j := f.digits(i + 1)
	h, mi := 0, 0
	switch j - i - 1 {
	case 4:
		h, mi = f.number(i+1, i+3), f.number(i+3, j)
	case 1, 2:
		h = f.number(i+1, j)
		if f.at(j, ':') {
			if k := f.digits(j + 1); k-j == 3 {
				mi, j = f.number(j+1, k), k
			}
		}
	default:
		return 0, i, false
	}
	if h > 14 || mi > 59 {
		return 0, i, false
	}
	minutes = h*60 + mi
	if f.s[i] == '-' {
		minutes = -minutes
	}
	return minutes, j, true
}
