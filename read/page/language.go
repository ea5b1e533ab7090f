package page

import (
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/text"
)

// language names the language of running text by its small words, or by its script. Too little to go by is "und".
func language(t text.Text, lines []line, names []string, stated string) string {
	var hits [32]int
	words := 0
	for i := range lines {
		ln := &lines[i]
		if ln.words < 6 {
			continue
		}
		words += ln.words
		for k := range names {
			hits[k] += ln.hits(k)
		}
	}
	if script := byScript(t); script != "" {
		return script
	}
	best, second := -1, -1
	for i := range names {
		switch {
		case best < 0 || hits[i] > hits[best]:
			best, second = i, best
		case second < 0 || hits[i] > hits[second]:
			second = i
		}
	}
	stated, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(stated, "_", "-")), "-")
	if best < 0 || words < 8 || hits[best]*8 < words {
		return "und"
	}
	if hits[best]*10 >= hits[second]*12 {
		return names[best]
	}
	if stated == names[best] || stated == names[second] {
		return stated
	}
	return "und"
}

// byScript names the languages that their script tells.
func byScript(t text.Text) string {
	var cyrillic, ukrainian, arabic, persian, greek, hebrew, han, kana, hangul, devanagari, thai, latin, seen int
	for _, r := range t {
		if r < 0x80 {
			if isLetter(byte(r)) {
				latin++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		if seen++; seen > 20_000 {
			break
		}
		switch {
		case r < 0x250:
			latin++
		case r >= 0x370 && r < 0x400:
			greek++
		case r >= 0x400 && r < 0x530:
			cyrillic++
			if strings.ContainsRune("іїєґІЇЄҐ", r) {
				ukrainian++
			}
		case r >= 0x590 && r < 0x600:
			hebrew++
		case r >= 0x600 && r < 0x780:
			arabic++
			if strings.ContainsRune("پچژگ", r) {
				persian++
			}
		case r >= 0x900 && r < 0x980:
			devanagari++
		case r >= 0xE00 && r < 0xE80:
			thai++
		case r >= 0x3040 && r < 0x3100:
			kana++
		case r >= 0x4E00 && r < 0xA000:
			han++
		case r >= 0xAC00 && r < 0xD7B0:
			hangul++
		}
	}
	type count struct {
		n    int
		name string
	}
	for _, c := range []count{{greek, "el"}, {hebrew, "he"}, {devanagari, "hi"}, {thai, "th"}, {hangul, "ko"}} {
		if c.n*2 > latin && c.n > 20 {
			return c.name
		}
	}
	switch {
	case arabic*2 > latin && arabic > 20:
		if persian*60 > arabic {
			return "fa"
		}
		return "ar"
	case (han+kana)*3 > latin && han+kana > 20:
		if kana*10 > han {
			return "ja"
		}
		return "zh"
	case cyrillic*2 > latin && cyrillic > 20 && ukrainian*40 > cyrillic:
		return "uk"
	}
	return ""
}
