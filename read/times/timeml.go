package times

import (
	"strconv"
	"strings"
)

// TimeML writes a text with its time expressions as a TimeML document: TIMEX3 elements in the running text, t0 for the day of publication,
// and, after a duration that begins or ends on a known day, an empty element for a day that no words name. Nothing else of the text is marked up.
//
//	<TEXT>met on <TIMEX3 tid="t1" type="DATE" value="2019-05-13">Monday</TIMEX3></TEXT>
func TimeML(words string, found []Expression, published Interval) string {
	m := markup{ids: map[Day]string{}, next: len(found) + 1}
	m.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n")
	if day, one := published.Single(); one {
		m.ids[day] = "t0"
		m.WriteString(`<DCT><TIMEX3 tid="t0" type="DATE" value="` + day.String() + `" functionInDocument="CREATION_TIME">` + day.String() + "</TIMEX3></DCT>\n")
	}
	for i, e := range found {
		if day, one := e.Interval.Single(); one && e.Type == DATE && e.Value == day.String() && m.ids[day] == "" {
			m.ids[day] = "t" + strconv.Itoa(i+1)
		}
	}
	m.WriteString("<TEXT>")
	at := 0
	for i, e := range found {
		if e.Start < at || e.End > len(words) {
			continue
		}
		m.escape(words[at:e.Start])
		m.element(i, e, words[e.Start:e.End])
		at = e.End
	}
	m.escape(words[at:])
	m.WriteString("</TEXT>\n</TimeML>\n")
	return m.String()
}

// markup is a TimeML document in the making.
type markup struct {
	strings.Builder
	ids  map[Day]string // the element that names a day
	next int            // number of the next element without words
}

func (m *markup) element(i int, e Expression, words string) {
	m.WriteString(`<TIMEX3 tid="t` + strconv.Itoa(i+1) + `"`)
	m.attribute("type", string(e.Type))
	m.attribute("value", e.Value)
	m.attribute("mod", e.Mod)
	m.attribute("quant", e.Quant)
	m.attribute("freq", e.Freq)
	var empty string
	if e.Type == DURATION && e.Interval.Earliest.Known && e.Interval.Latest.Known {
		m.attribute("beginPoint", m.day(e.Interval.Earliest.Day, &empty))
		m.attribute("endPoint", m.day(e.Interval.Latest.Day, &empty))
	}
	m.WriteByte('>')
	m.escape(words)
	m.WriteString("</TIMEX3>" + empty)
}

// day returns the element of a day, and adds an empty one where no words name it.
func (m *markup) day(d Day, empty *string) string {
	id, ok := m.ids[d]
	if !ok {
		id = "t" + strconv.Itoa(m.next)
		m.next++
		m.ids[d] = id
		*empty += `<TIMEX3 tid="` + id + `" type="DATE" value="` + d.String() + `"/>`
	}
	return id
}

func (m *markup) attribute(name, value string) {
	if value != "" {
		m.WriteString(" " + name + `="`)
		m.escape(value)
		m.WriteByte('"')
	}
}

// escape writes words as XML; what XML has no way to say becomes U+FFFD.
func (m *markup) escape(s string) {
	for _, r := range s {
		switch {
		case r == '&':
			m.WriteString("&amp;")
		case r == '<':
			m.WriteString("&lt;")
		case r == '>':
			m.WriteString("&gt;")
		case r == '"':
			m.WriteString("&quot;")
		case r < ' ' && r != '\n' && r != '\t' && r != '\r', r == 0xFFFE, r == 0xFFFF:
			m.WriteRune('\uFFFD')
		default:
			m.WriteRune(r)
		}
	}
}
