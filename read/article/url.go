package article

import (
	"net/url"
	"strings"

	"github.com/hearsay-news/hearsay/read/times"
)

// urlDate finds the date in the path of a page's address: /2021/07/18/, /2021-07-18-, /2021-07/18/, /2021/0718/, /18-07-2021, /20210718, and
// compact runs of digits that begin with year, month and day (/202107181083414010-). A month alone (/2021/07/) is a month.
func (tab *tables) urlDate(address string) (times.Interval, string, bool) {
	path := address
	if i := strings.Index(path, "://"); i >= 0 {
		path = path[i+3:]
	}
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	slash := strings.IndexByte(path, '/')
	if slash < 0 {
		return times.Interval{}, "", false
	}
	path = path[slash:]
	var month times.Interval
	for i := 0; i < len(path); i++ {
		if !isNumber(path[i]) || i > 0 && isNumber(path[i-1]) {
			continue
		}
		j := i
		for j < len(path) && isNumber(path[j]) {
			j++
		}
		if j-i == 4 {
			if d, e, ok := tab.separated(path, i, j); ok {
				return times.Between(d, d, times.ADay), path[i:e], true
			}
			if m, e, ok := yearMonth(path, i, j); ok && !month.Known() {
				month = m
				_ = e
			}
		}
		if j-i <= 2 {
			if d, e, ok := tab.dayFirstIn(path, i, j); ok {
				return times.Between(d, d, times.ADay), path[i:e], true
			}
		}
		if j-i == 8 || j-i >= 12 {
			if d, ok := compact(path[i : i+8]); ok {
				return times.Between(d, d, times.ADay), path[i:j], true
			}
		}
		i = j
	}
	return month, "", month.Known()
}

// separated reads 2021/07/18, 2021-07-18, 2021/jul/18 with the year at [i,j).
func (tab *tables) separated(p string, i, j int) (times.Day, int, bool) {
	if j+1 >= len(p) || strings.IndexByte("/-_.", p[j]) < 0 {
		return 0, 0, false
	}
	sep := p[j]
	k := j + 1
	for k < len(p) && isAlnum(p[k]) && k-j < 10 {
		k++
	}
	if sep == '/' && k-j == 5 && k < len(p) && p[k] == '/' { // /2021/0718/
		d, ok := civil(atoi(p[i:j]), atoi(p[j+1:j+3]), atoi(p[j+3:k]))
		return d, k, ok && atoi(p[j+1:k]) > 100
	}
	if k >= len(p) || p[k] != sep && !(sep == '-' && p[k] == '/') {
		return 0, 0, false
	}
	e := k + 1
	for e < len(p) && isNumber(p[e]) {
		e++
	}
	month := tab.months[strings.ToLower(p[j+1:k])]
	if k-j <= 3 && isNumber(p[j+1]) {
		month = atoi(p[j+1 : k])
	}
	if e-k-1 < 1 || e-k-1 > 2 {
		return 0, 0, false
	}
	d, ok := civil(atoi(p[i:j]), month, atoi(p[k+1:e]))
	return d, e, ok
}

// dayFirstIn reads 18-07-2021 and 18.07.2021 with the day at [i,j). Where the two numbers can be taken either way, the points of the second form
// say that the day comes first.
func (tab *tables) dayFirstIn(p string, i, j int) (times.Day, int, bool) {
	if j >= len(p) || strings.IndexByte("-_.", p[j]) < 0 {
		return 0, 0, false
	}
	k := j + 1
	for k < len(p) && isNumber(p[k]) {
		k++
	}
	e := k + 1
	for e < len(p) && isNumber(p[e]) {
		e++
	}
	if k-j < 2 || k-j > 3 || k >= len(p) || p[k] != p[j] || e-k != 5 {
		return 0, 0, false
	}
	day, month := atoi(p[i:j]), atoi(p[j+1:k])
	if p[j] != '.' && day <= 12 && month <= 12 && day != month {
		return 0, 0, false
	}
	if month > 12 {
		day, month = month, day
	}
	d, ok := civil(atoi(p[k+1:e]), month, day)
	return d, e, ok
}

func yearMonth(p string, i, j int) (times.Interval, int, bool) {
	if j+3 >= len(p) || p[j] != '/' || !isNumber(p[j+1]) || !isNumber(p[j+2]) || p[j+3] != '/' {
		return times.Interval{}, 0, false
	}
	year, month := atoi(p[i:j]), atoi(p[j+1:j+3])
	first, ok := civil(year, month, 1)
	if !ok {
		return times.Interval{}, 0, false
	}
	return times.Between(first, lastOfMonth(year, month), times.Month), j + 3, true
}

func compact(s string) (times.Day, bool) {
	return civil(atoi(s[:4]), atoi(s[4:6]), atoi(s[6:8]))
}

func civil(year, month, day int) (times.Day, bool) {
	if year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	d := times.NewDay(year, month, day)
	_, m, _ := d.Civil()
	return d, m == month
}

func lastOfMonth(year, month int) times.Day {
	if month == 12 {
		return times.NewDay(year, 12, 31)
	}
	return times.NewDay(year, month+1, 1) - 1
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && isNumber(s[i]) && n < 1e8; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// host returns the host of an address without "www.", or "".
func host(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// label returns the name part of a host: "sputniknews" of "sputniknews.com", "bbc" of "bbc.co.uk".
func label(host string) string {
	parts := strings.Split(host, ".")
	if len(parts) < 2 {
		return ""
	}
	n := len(parts) - 2
	if n > 0 && len(parts[len(parts)-1]) == 2 && (len(parts[n]) <= 3) {
		n--
	}
	return parts[n]
}
