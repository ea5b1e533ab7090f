package feed

import (
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	for written, want := range map[string]string{
		"Fri, 11 Oct 2013 22:05:00 EST":         "2013-10-11T22:05:00-05:00",
		"Sat, 14 Dec 2024 11:45 PM":             "2024-12-14T23:45",
		"Tue, 17 Dec 2024 03:40:00 GMT+9":       "2024-12-17T03:40:00+09:00",
		"Tue, 17 Dec 2024 03:40:00 UTC +05:30":  "2024-12-17T03:40:00+05:30",
		"Sun, 18 Jul 2021 09:00:00 GMT":         "2021-07-18T09:00:00Z",
		"SUNDAY, 18 JULY 2021 09:00:00 +0200":   "2021-07-18T09:00:00+02:00",
		"SUN, 18 JUL 21 09:00:00 -0330":         "2021-07-18T09:00:00-03:30",
		"Thur, 15 Sept 2022 7:05:09 a.m. PDT":   "2022-09-15T07:05:09-07:00",
		"Dec. 14, 2024 12:10 a.m.":              "2024-12-14T00:10",
		"December 14, 2024 at 12:10 PM ET":      "2024-12-14T12:10",
		"14/12/2024 23:45":                      "2024-12-14T23:45",
		"12/14/2024 11:45:00 PM":                "2024-12-14T23:45:00",
		"Sat, 04/05/2024 08:00":                 "2024-05-04T08:00", // the fifth of April was a Friday
		"Sat, 05/04/2024 08:00":                 "2024-05-04T08:00",
		"04/05/2024 08:00":                      "",
		"2024/12/14 08:00 +0100":                "2024-12-14T08:00+01:00",
		"14.12.2024 08:00":                      "2024-12-14T08:00",
		"14-Dec-2024 08:00:00 CET":              "2024-12-14T08:00:00+01:00",
		"2024-12-14 08:00:00":                   "2024-12-14T08:00:00",
		"2024-12-14T08:00:00.000+0100":          "2024-12-14T08:00:00+01:00",
		"2024-12-14T08:00:00Z":                  "2024-12-14T08:00:00Z",
		"20241214T080000Z":                      "2024-12-14T08:00:00Z",
		"2024-12-14":                            "2024-12-14",
		"Sat, 14 Dec 2024 08:00:00 +0100 (CET)": "2024-12-14T08:00:00+01:00",
		"Sat, 14 Dec 2024 08:00:00 IST":         "2024-12-14T08:00:00", // Indian, Irish or Israeli
		"Sat, 14 Dec 2024":                      "2024-12-14",
		"Sat Dec 14 08:00:00 2024":              "2024-12-14T08:00:00",
		"Sat Dec 14 08:00:00 EST 2024":          "2024-12-14T08:00:00-05:00",
		"14th December 2024, 9pm":               "2024-12-14T21:00",
		"1734163200":                            "2024-12-14T08:00:00Z",
		"1734163200000":                         "2024-12-14T08:00:00Z",
		"Sat, 14 Dec 2024 08:00:00 +9900":       "2024-12-14T08:00:00",
		"Mon, 31 Feb 2024 08:00:00 GMT":         "",
		"Thu, 01 Jan 1970 00:00:00 GMT":         "",
		"0001-01-01T00:00:00Z":                  "",
		"yesterday":                             "",
		"":                                      "",
		"2024":                                  "",
		"Wed, 24 Feb 2999 08:00:00 GMT":         "",
		"2030-01-01":                            "",
	} {
		if got := dates([]string{written}, time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))[0]; got != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}

// A list writes all its dates in one way: the clear one tells how the others run.
func TestDatesOfOneList(t *testing.T) {
	got := dates([]string{"04/05/2024 08:00", "13/05/2024 09:00"}, time.Time{})
	if got[0] != "2024-05-04T08:00" || got[1] != "2024-05-13T09:00" {
		t.Errorf("got %q", got)
	}
	got = dates([]string{"05/14/2024 9:00 AM", "04/05/2024 8:00 AM"}, time.Time{})
	if got[1] != "2024-04-05T08:00" {
		t.Errorf("got %q", got)
	}
}

func TestTexts(t *testing.T) {
	for in, want := range map[string]string{
		"Ferry &amp; bus: what&#8217;s running": "Ferry & bus: what’s running", "The <b>new</b> pier": "The new pier", "Profit < cost": "Profit < cost",
		"AT&T and R&D": "AT&T and R&D", "a &lt;b&gt; c": "a <b> c",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
	for in, want := range map[string]string{
		"&lt;p&gt;Shut &amp;amp; cold&lt;/p&gt;": "<p>Shut &amp; cold</p>",
		"<p>a &lt;b&gt; tag</p>":                 "<p>a &lt;b&gt; tag</p>",
		"the sign &lt; is less":                  "the sign &lt; is less",
	} {
		if got := markup(in); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"Fri, 11 Oct 2013 22:05:00 EST", "12/14/2024 11:45:00 PM", "2024-12-14T08:00:00.000+0100", "14th Dec 24 9pm GMT+9", "1734163200000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := dates([]string{s}, time.Time{})[0]
		if got == "" {
			return
		}
		for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", time.RFC3339} {
			if _, err := time.Parse(layout, got); err == nil {
				return
			}
		}
		t.Errorf("%q gives %q, which is no date", s, got)
	})
}
