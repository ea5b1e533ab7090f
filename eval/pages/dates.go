package pages

import (
	"fmt"
	"strings"
	"time"
)

// moment is a date of gold or prediction: its day as written, its clock time where there is one.
type moment struct {
	day    string
	at     time.Time
	timed  bool
	zoned  bool
	exists bool
}

func when(s string) moment {
	s = strings.TrimSpace(s)
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return moment{}
	}
	m := moment{day: s[:10], exists: true}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			m.at, m.timed, m.zoned = t, true, strings.Contains(layout, "Z07")
			break
		}
	}
	return m
}

func sameMinute(a, b time.Time) bool { return a.Sub(b).Abs() < time.Minute }

func (m moment) wall() time.Time {
	return time.Date(m.at.Year(), m.at.Month(), m.at.Day(), m.at.Hour(), m.at.Minute(), m.at.Second(), 0, time.UTC)
}

func sameDay(g, p moment) bool {
	return g.day == p.day || g.timed && p.timed && g.zoned && p.zoned && sameMinute(g.at, p.at)
}

func sameTime(g, p moment) bool {
	switch {
	case !p.timed:
		return false
	case g.zoned && p.zoned:
		return sameMinute(g.at, p.at)
	}
	return sameMinute(g.wall(), p.wall())
}

func scoreDate(gold []Gold, pred map[string]Prediction, out Figures, misses *[]Miss) {
	n, right, gave, gaveRight, dated, covered, timed, timeRight, zoned, zoneRight := 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
	for _, g := range gold {
		if g.Date == nil {
			continue
		}
		n++
		want, got := when(*g.Date), when(pred[g.ID].Date)
		ok := !want.exists && !got.exists || want.exists && got.exists && sameDay(want, got)
		if ok {
			right++
		} else {
			*misses = append(*misses, Miss{"date", g.ID, *g.Date, pred[g.ID].Date, 1})
		}
		if got.exists {
			gave++
			if ok {
				gaveRight++
			}
		}
		if want.exists {
			dated++
			if got.exists {
				covered++
			}
		}
		if want.exists && want.timed {
			timed++
			if got.exists && sameTime(want, got) {
				timeRight++
			}
			if want.zoned {
				zoned++
				if got.exists && got.timed && got.zoned && sameMinute(want.at, got.at) {
					zoneRight++
				}
			}
		}
	}
	if n == 0 {
		return
	}
	out["date"], out["date_p"], out["date_cov"] = percent(right, n), percent(gaveRight, gave), percent(covered, dated)
	if timed > 0 {
		out["time"] = percent(timeRight, timed)
	}
	if zoned > 0 {
		out["zone"] = percent(zoneRight, zoned)
	}
}

func short(x float64) string { return fmt.Sprintf("%.3f", x) }
