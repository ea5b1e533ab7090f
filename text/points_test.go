package text

import (
	"testing"
	"unicode/utf8"
)

// Points counts the same characters whether they are mostly of one byte, mostly of several, or no characters at all.
func TestPoints(t *testing.T) {
	long := "A line of plain words that is long enough for what comes to be rare in it, and goes on and on and on. "
	for _, s := range []string{"", "a", "é", "plain", "caf\u00e9 “quoted” — 🚢 end", long + "“é”" + long + "🚢", "ü" + long, long + "\u00e9", "\x80\xff" + long, long + "\xe2\x80", "мост закрыт"} {
		p := NewPoints(Text(s))
		for i := 0; i <= len(s); i++ {
			want := 0
			for k := range i {
				if s[k]&0xC0 != 0x80 {
					want++
				}
			}
			if got := p.At(i); got != want {
				t.Fatalf("%q (valid %v): %d characters before byte %d, not %d", s, utf8.ValidString(s), got, i, want)
			}
		}
	}
}
