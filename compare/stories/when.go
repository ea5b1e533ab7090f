package stories

import (
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	farFactor   = 0.5 // what is left of the likeness when the days lie far apart
	farDays     = 30  // and how far that is
	sameDays    = 1.4 // what dated groups gain whose days meet,
	sameWeek    = 7   // and those gain something that lie less than so many days apart
	otherMonths = 0.1 // what is left of it when the pages name days of other months of the year,
	sameMonths  = 0.5 // less than this share being the same, or next to each other,
	sureMonths  = 3   // where so many pages of both groups name any
	narrow      = 7   // days within which a page's date must lie to be one
	ownMonth    = 4   // weight of the month of a dated page,
	wholeDay    = 2   // of one in the text with its day, against one of a month alone
)

// when is what a group of pages says of its time. Pages without a date still name days and months: "Dec. 9" and "the first week of December"
// tell a story of one winter from its look-alike of another autumn.
type when struct {
	first, last times.Day // of the dated pages
	dated       bool
	notBefore   times.Day // of an undated group; 0 for open
	months      [12]float64
}

func whenOf(p *pages.Page) when {
	var w when
	from, to := p.Published.Earliest, p.Published.Latest
	switch {
	case from.Known && to.Known && to.Day-from.Day <= narrow:
		w.first, w.last, w.dated = from.Day, to.Day, true
		_, month, _ := from.Day.Civil()
		w.months[month-1] += ownMonth
	case from.Known:
		w.notBefore = from.Day
	}
	for i := range p.Times {
		v := p.Times[i].Value // "2013-09-17", "XXXX-12-09", "2013-09"
		if len(v) < 7 || v[4] != '-' || v[5] < '0' || v[5] > '1' || v[6] < '0' || v[6] > '9' {
			continue
		}
		if month := int(v[5]-'0')*10 + int(v[6]-'0'); month >= 1 && month <= 12 {
			weight := 1.0
			if len(v) >= 10 {
				weight = wholeDay
			}
			w.months[month-1] += weight
		}
	}
	if all := w.named(); all > 0 {
		for i := range w.months {
			w.months[i] /= all
		}
	}
	return w
}

// named is how much of the group names months: one for each page.
func (w *when) named() float64 {
	all := 0.0
	for _, x := range w.months {
		all += x
	}
	return all
}

// closeness falls from 1 as the days of two groups lie apart.
func (w *when) closeness(o *when) float64 {
	away := max(w.after(o), o.after(w))
	close := 1 - (1-farFactor)*min(1, float64(away)/farDays)
	if w.dated && o.dated && away < sameWeek {
		close *= 1 + (sameDays-1)*(1-float64(away)/sameWeek)
	}
	mine, theirs := w.named(), o.named()
	if mine == 0 || theirs == 0 {
		return close
	}
	same := 0.0
	for i := range w.months {
		beside := max(w.months[i], w.months[(i+1)%12]/2, w.months[(i+11)%12]/2)
		same += min(beside/mine, o.months[i]/theirs)
	}
	sure := min(1, min(mine, theirs)/sureMonths)
	return close * (1 - sure*(1-otherMonths)*(1-min(1, same/sameMonths)))
}

// after is how many days a group certainly begins behind the end of another.
func (w *when) after(o *when) int {
	switch {
	case !o.dated:
		return 0
	case w.dated:
		return max(0, int(w.first-o.last))
	case w.notBefore != 0:
		return max(0, int(w.notBefore-o.last))
	}
	return 0
}

// take adds another group.
func (w *when) take(o *when) {
	switch {
	case w.dated && o.dated:
		w.first, w.last = min(w.first, o.first), max(w.last, o.last)
	case o.dated:
		w.first, w.last, w.dated = o.first, o.last, true
	}
	w.notBefore = max(w.notBefore, o.notBefore)
	for i := range w.months {
		w.months[i] += o.months[i]
	}
}
