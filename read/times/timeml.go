package times

import (
	"fmt"
	"strings"
)

// TimeML writes a text with its time expressions as inline TIMEX3 elements. Nothing else of the text is marked up.
//
//	met on <TIMEX3 tid="t1" type="DATE" value="2019-05-13">Monday</TIMEX3>
func TimeML(words string, found []Expression) string {
	var b strings.Builder
	at := 0
	for i, e := range found {
		if e.Start < at || e.End > len(words) {
			continue
		}
		b.WriteString(escape(words[at:e.Start]))
		fmt.Fprintf(&b, `<TIMEX3 tid="t%d" type="%s" value="%s"`, i+1, e.Type, escape(e.Value))
		for _, attr := range []struct{ name, value string }{{"mod", e.Mod}, {"quant", e.Quant}, {"freq", e.Freq}} {
			if attr.value != "" {
				fmt.Fprintf(&b, ` %s="%s"`, attr.name, escape(attr.value))
			}
		}
		b.WriteByte('>')
		b.WriteString(escape(words[e.Start:e.End]))
		b.WriteString("</TIMEX3>")
		at = e.End
	}
	b.WriteString(escape(words[at:]))
	return b.String()
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return xmlEscapes.Replace(s) }
