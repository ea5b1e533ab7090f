package times

import (
	"fmt"
	"strconv"

	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// era is a year that names its era: "AD 122", "330 BC" is BC0330, "March 44 BC", "the third century BC" is BC02.
func (f *finder) era(m *pattern.Match) (meaning, bool) {
	before := ""
	if t := m.Group("era"); t != nil && t.Num < 0 {
		before = "BC"
	}
	if t := m.Group("ord"); t != nil {
		v := fmt.Sprintf("%s%02d", before, int(t.Num)-1)
		return meaning{typ: DATE, p: at(v), hasYear: true}, t.Num >= 1 && t.Num < 100 && valid(v)
	}
	t := m.Group("whole")
	if t == nil {
		t = m.Group("num")
	}
	if t.Num < 1 || t.Num > 9999 || t.Num != float64(int(t.Num)) {
		return meaning{}, false
	}
	v := fmt.Sprintf("%s%04d", before, int(t.Num))
	if month := m.Group("month"); month != nil {
		v += "-" + pad2(strconv.Itoa(int(month.Num)))
	}
	if dom := m.Group("dom"); dom != nil {
		v += "-" + pad2(strconv.Itoa(int(dom.Num)))
	}
	return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
}

// stamp is a date-time as machines write it, "2011-03-07T06:12:40+01:00".
func stamp(v string) (meaning, bool) {
	date, rest := v[:10], v[10:]
	p := at(date)
	clock, zone := rest, ""
	for i := 1; i < len(rest); i++ {
		if c := rest[i]; c == 'Z' || c == '+' || c == '-' {
			clock, zone = rest[:i], rest[i:]
			break
		}
	}
	p.Clock = clock
	switch {
	case zone == "Z":
		p.Zone = new(int)
	case zone != "":
		h, _ := strconv.Atoi(zone[1:3])
		z, _ := strconv.Atoi(zone[len(zone)-2:])
		z += h * 60
		if zone[0] == '-' {
			z = -z
		}
		p.Zone = &z
	}
	if p.Zone != nil && *p.Zone == 0 {
		p.Clock += "Z"
	}
	return meaning{typ: TIME, p: p, hasYear: true}, valid(date)
}
