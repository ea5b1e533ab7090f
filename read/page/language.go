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

// scripts are the blocks of letters that tell a language, or a group of them, with its name where it tells one.
var scripts = []struct {
	from, to rune
	name     string
}{{0x80, 0x250, "latin"}, {0x370, 0x400, "el"}, {0x400, 0x530, "cyrillic"}, {0x590, 0x600, "he"}, {0x600, 0x780, "ar"}, {0x900, 0x980, "hi"}, {0xE00, 0xE80, "th"},
	{0x3040, 0x3100, "ja"}, {0x4E00, 0xA000, "zh"}, {0xAC00, 0xD7B0, "ko"}}

// Places of the scripts in their list.
const (
	latin = iota
	greek
	cyrillic
	hebrew
	arabic
	devanagari
	thai
	kana
	han
	hangul
)

// scriptOf returns the place of a letter's script in their list, -1 for one that is not there.
func scriptOf(r rune) int {
	for k, s := range scripts {
		if r >= s.from && r < s.to {
			return k
		}
	}
	return -1
}

// byScript names the languages that their script tells.
func byScript(t text.Text) string {
	var n [10]int
	ukrainian, persian, seen := 0, 0, 0
	for _, r := range t {
		if r < 0x80 {
			if isLetter(byte(r)) {
				n[latin]++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		if seen++; seen > 20_000 {
			break
		}
		k := scriptOf(r)
		if k < 0 {
			continue
		}
		n[k]++
		if k == cyrillic && strings.ContainsRune("іїєґІЇЄҐ", r) {
			ukrainian++
		}
		if k == arabic && strings.ContainsRune("پچژگ", r) {
			persian++
		}
	}
	for _, k := range []int{greek, hebrew, devanagari, thai, hangul} {
		if n[k]*2 > n[latin] && n[k] > 20 {
			return scripts[k].name
		}
	}
	switch {
	case n[arabic]*2 > n[latin] && n[arabic] > 20 && persian*60 > n[arabic]:
		return "fa"
	case n[arabic]*2 > n[latin] && n[arabic] > 20:
		return "ar"
	case (n[han]+n[kana])*3 > n[latin] && n[han]+n[kana] > 20 && n[kana]*10 > n[han]:
		return "ja"
	case (n[han]+n[kana])*3 > n[latin] && n[han]+n[kana] > 20:
		return "zh"
	case n[cyrillic]*2 > n[latin] && n[cyrillic] > 20 && ukrainian*40 > n[cyrillic]:
		return "uk"
	}
	return ""
}
