package times

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/times/pattern"
)

func (f *finder) buildSetValue(m *pattern.Match) (mean meaning, ok bool) {
	t := m.Group("freqadv")
	if t == nil {
		t = m.Group("freqadj")
	}
	mean, ok = meaning{typ: SET, value: t.Val}, !f.scan.Atoms[m.Atom].Capital && !f.name(m.End)
	return mean, ok
}

func (f *finder) buildSetWeekend(m *pattern.Match) (mean meaning, ok bool) {
	mean, ok = meaning{typ: SET, value: "XXXX-WXX-WE", quant: "EVERY"}, true
	return mean, ok
}

func (f *finder) buildSetTimes(m *pattern.Match) (mean meaning, ok bool) {
	n := 1.0
	if t := m.Group("times"); t != nil {
		n = t.Num
	} else if t := m.Group("num"); t != nil {
		n = t.Num
	}
	mean, ok = meaning{typ: SET, freq: strconv.Itoa(int(n)) + "X"}, true
	switch {
	case m.Group("freqadv") != nil: // twice daily
		mean.value = m.Group("freqadv").Val
	case m.Group("num2") != nil: // once every two weeks
		mean.value, mean.quant = period(m.Group("num2").Num, false, unit(m.Group("units").Val)), "EVERY"
		if m.Group("times") == nil && m.Group("num") == nil {
			mean.freq = ""
		}
	default:
		mean.value = period(1, false, unit(m.Group("unit").Val))
	}
	return mean, ok
}

func (f *finder) buildSetPerCount(m *pattern.Match) (mean meaning, ok bool) {
	u := unit(m.Group("units").Val)
	if u == uDay || u == uHour {
		mean, ok = meaning{typ: SET, value: period(1, false, unit(m.Group("unit").Val)), freq: strconv.Itoa(int(m.Group("num").Num)) + string(u)}, true
	}
	return mean, ok
}

func (f *finder) buildSetFew(m *pattern.Match) (mean meaning, ok bool) {
	mean, ok = meaning{typ: SET, value: period(0, true, unit(m.Group("units").Val)), quant: "EVERY"}, true
	return mean, ok
}

func (f *finder) buildSetNth(m *pattern.Match) (mean meaning, ok bool) {
	mean, ok = meaning{typ: SET, value: period(1, false, unit(m.Group("unit").Val)), quant: "EVERY"}, true
	return mean, ok
}

func (f *finder) buildSetPer(m *pattern.Match) (mean meaning, ok bool) {
	mean, ok = meaning{typ: SET, value: period(1, false, unit(m.Group("unit").Val))}, true
	return mean, ok
}

func (f *finder) buildSetOrd(m *pattern.Match) (mean meaning, ok bool) {
	n := int(m.Group("dom").Num)
	mean, ok = meaning{typ: SET, value: "XXXX-XX-" + pad2(strconv.Itoa(n)), quant: "EVERY"}, f.scan.Atoms[m.Group("dom").Atom].Kind == pattern.Digits || f.ordinal(m.Group("dom"))
	return mean, ok
}

func (f *finder) buildWeekdays(m *pattern.Match) (mean meaning, ok bool) {
	mean, ok = meaning{typ: SET, value: "XXXX-WXX-WD", quant: "EVERY"}, true
	for _, name := range []string{"part", "parts"} {
		if t := m.Group(name); t != nil {
			mean.value += "T" + t.Val
		}
	}
	return mean, ok
}

// openDays are days of every week where hours stand beside them; else they are those close by: "the talks last from Monday to Friday".
func (f *finder) openDays(m *pattern.Match) (meaning, bool) {
	from, to := int(m.Group("weekday").Num), int(m.Group("weekday2").Num)
	mean := meaning{typ: SET, value: "XXXX-WXX", quant: "EVERY"}
	if from == 1 && to == 5 {
		mean.value = "XXXX-WXX-WD"
	}
	for i := m.Atom - 12; i < m.End+8; i++ {
		if f.lang.tense.hours[f.lower(i)] && (i < m.Atom || i >= m.End) {
			return mean, true
		}
	}
	return mean, false
}

// everyOther is "every other day" and "every other Friday".
func (f *finder) everyOther(m *pattern.Match) (meaning, bool) {
	mean := meaning{typ: SET, quant: "EVERY OTHER"}
	if t := m.Group("weekday"); t != nil {
		mean.value = "XXXX-WXX-" + strconv.Itoa(int(t.Num))
		return mean, true
	}
	u := uWeekend
	if t := m.Group("unit"); t != nil {
		u = unit(t.Val)
	}
	mean.value, mean.quant = period(2, false, u), "EVERY"
	return mean, true
}

func (f *finder) every(m *pattern.Match) (meaning, bool) {
	quant := strings.ToUpper(f.lower(m.Atom))
	mean := meaning{typ: SET, quant: quant}
	n := 1.0
	if t := m.Group("num"); t != nil {
		n = t.Num
	}
	if t := m.Group("ord"); t != nil {
		n = t.Num
	}
	switch {
	case m.Group("unit") != nil || m.Group("units") != nil:
		mean.value = period(n, false, f.unitOf(m))
	case m.Group("weekday") != nil && m.Group("parts") == nil:
		mean.value = "XXXX-WXX-" + strconv.Itoa(int(m.Group("weekday").Num))
	case m.Group("month") != nil:
		mean.value = "XXXX-" + pad2(strconv.Itoa(int(m.Group("month").Num)))
	case m.Group("season") != nil:
		mean.value = "XXXX-" + m.Group("season").Val
	case m.Group("part") != nil:
		mean.value = "XXXX-XX-XXT" + m.Group("part").Val
	case m.Group("parts") != nil:
		mean.quant = "EVERY"
		mean.value = "XXXX-XX-XXT" + m.Group("parts").Val
		if w := m.Group("weekday"); w != nil {
			mean.value = "XXXX-WXX-" + strconv.Itoa(int(w.Num)) + "T" + m.Group("parts").Val
		}
	case m.Group("weekdays") != nil:
		mean.quant = "EVERY"
		mean.value = "XXXX-WXX-" + strconv.Itoa(int(m.Group("weekdays").Num))
	default:
		return mean, false
	}
	return mean, true
}
