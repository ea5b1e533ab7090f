package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/times"
)

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2021-07-19T14:40:00+02:00", "2021-07-19T14:40:00+02:00"}, {"2021-07-19T14:40:00.000Z", "2021-07-19T14:40:00Z"},
		{"2021-07-19 14:40", "2021-07-19T14:40:00"}, {"2021/07/19", "2021-07-19"}, {"19.07.2021, 14:40 Uhr", "2021-07-19T14:40:00"},
		{"14:40 GMT19 July 2021", "2021-07-19T14:40:00Z"}, {"July 19, 2021 at 2:40 p.m. EDT", "2021-07-19T14:40:00-04:00"},
		{"Mon, 19 Jul 2021 14:40:00 GMT", "2021-07-19T14:40:00Z"}, {"19. Juli 2021 um 14:40 Uhr", "2021-07-19T14:40:00"},
		{"19 de julio de 2021", "2021-07-19"}, {"le 19 juillet 2021 à 14h40", "2021-07-19T14:40:00"}, {"19 июля 2021", "2021-07-19"},
		{"2021年7月19日", "2021-07-19"}, {"the 19th of July, 2021", "2021-07-19"}, {"July 2021", "2021-07-01…2021-07-31"},
		{"December 2021", "2021-12-01…2021-12-31"}, {"12:40 AM, July 19 2021", "2021-07-19T00:40:00"}, {"31/12/2021", "2021-12-31"},
		{"12/31/2021", "2021-12-31"}, {"2021-02-30", ""}, {"0000-00-00", ""}, {"19.07.21", "2021-07-19"}, {"version 1.2.3", ""}, {"15 July", ""},
		{"2021. július 19.", "2021-07-19"}, {"2021 m. liepos 19 d.", "2021-07-19"}, {"2021. 7. 19. 14:40", "2021-07-19T14:40:00"}, {"2021.07.19 오후 2:40", "2021-07-19T14:40:00"}, {"19 | 07 | 2021", "2021-07-19"},
		{"19. 7. 2021", "2021-07-19"}, {"19 जुलाई 2021", "2021-07-19"}, {"19 يوليو 2021", "2021-07-19"}, {"19 listopada 2021", "2021-11-19"},
		{"By Ada BrandDec 22, 2021", "2021-12-22"}, {"On 22 Dec 202122 Dec 2021", "2021-12-22"}, {"MacDec 22, 2021", "2021-12-22"},
		{"from 2021. July was dry", ""}, {"2021 may 3 more", "2021-05-03"},
		{"275760-09-13", ""}, {"may 5000 people", ""}, {"2021-07-19T25:61", "2021-07-19"},
	} {
		got := ""
		if found := compiled.Of(en.Language).findDates(c.in, 1); len(found) > 0 {
			got = found[0].Interval.String()
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestURLDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://radionord.example/2021/07/18/port-shut", "2021-07-18"}, {"https://radionord.example/coast/202107181083414010-port-shut/", "2021-07-18"},
		{"https://radionord.example/port-shut-2021-07-18.html", "2021-07-18"}, {"https://radionord.example/20210718/port", "2021-07-18"},
		{"https://radionord.example/2021/jul/18/port", "2021-07-18"}, {"https://radionord.example/2021/07/port-shut.html", "2021-07-01…2021-07-31"},
		{"https://radionord.example/news/18-07-2021-port-shut", "2021-07-18"}, {"https://radionord.example/port_vom_08.07.2021_shut", "2021-07-08"},
		{"https://radionord.example/news/08-07-2021", ""}, {"https://radionord.example/2021-07/18/port.htm", "2021-07-18"}, {"https://radionord.example/n1/2021/0718/c1-2.html", "2021-07-18"},
		{"https://radionord.example/port-12345678", ""}, {"https://radionord.example/2021/13/40/x", ""}, {"https://radionord.example/?d=2021-07-18", ""},
		{"radionord.example", ""}, {"", ""},
	} {
		got := ""
		if found, _, ok := compiled.Of(en.Language).urlDate(c.in); ok {
			got = found.String()
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestReplayed(t *testing.T) {
	for _, c := range []struct{ in, own, copied string }{
		{"https://archive.example/web/20160218174457/http://radionord.example/2010/05/port", "http://radionord.example/2010/05/port", "20160218174457"},
		{"https://archive.example/web/20160218174457id_/radionord.example/port", "radionord.example/port", "20160218174457"},
		{"https://radionord.example/20160218174457/port", "https://radionord.example/20160218174457/port", ""},
		{"https://archive.example/web/99999999999999/http://radionord.example/", "https://archive.example/web/99999999999999/http://radionord.example/", ""},
		{"/1", "/1", ""},
	} {
		if own, copied := replayed(c.in); own != c.own || copied != c.copied {
			t.Errorf("%q: %q, %q", c.in, own, copied)
		}
	}
}

func FuzzFindDates(f *testing.F) {
	for _, s := range []string{"14:40 GMT19 July 2021", "2021-07-19T14:40:00.000+0200", "Mon Jul 19 14:40:00 EDT 2021", "19 de julio de 2021, 2:40 p.m.", "2021年7月19日", "/2021/07/18/x", "31/02/21", "BrandDec 22, 2021", "22 Dec 202122 Dec 2021", "2021. július 19.", "19 | 07 | 2021", "/web/20160218174457/http://x.example/18.07.2021"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, w := range compiled.Of(en.Language).findDates(s, 50) {
			if w.Start < 0 || w.End > len(s) || w.End <= w.Start {
				t.Fatalf("%q: date at %v", s, w.Span)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[w.Start:w.End]) {
				t.Fatalf("%q: date %q cuts a character", s, s[w.Start:w.End])
			}
			if w.Earliest.Known && w.Latest.Known && w.Earliest.Day > w.Latest.Day || w.Earliest.Second < 0 || w.Earliest.Second > 86400 {
				t.Fatalf("%q: %v", s, w.Interval)
			}
			if w.Grain != times.Month && w.End < at {
				t.Fatalf("%q: dates out of order", s)
			}
			at = w.End
		}
		compiled.Of(en.Language).urlDate(s)
		if own, _ := replayed(s); !strings.HasSuffix(s, own) {
			t.Fatalf("%q: own address %q", s, own)
		}
	})
}
