package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/lang"
)

// form is one way to write a name, taken apart.
type form struct {
	shown   string   // as first written
	tokens  []string // folded, without titles, articles and particles
	keys    []string // spelling skeletons of the tokens
	acronym string   // the letters in lower case, where the name is nothing else
}

// tables are what the room knows of a language.
type tables struct {
	words  *words.Tables
	titles map[string]bool
	full   map[string]string // key of a name → key of the full one, where no rule of spelling leads from one to the other
}

var compiled = lang.Compile(func(l *lang.Language) *tables {
	t := &tables{words: words.Of(l), titles: map[string]bool{}, full: map[string]string{}}
	for row := range lang.Rows(l.Compare.Titles) {
		for _, w := range strings.Fields(row) {
			t.titles[w] = true
		}
	}
	for row := range lang.Rows(l.Compare.Places) {
		names := strings.Split(row, "\t")
		full := t.parse(names[0], false).key()
		for _, n := range names {
			t.full[tableKey(t.parse(n, false))] = full
		}
	}
	return t
})

// parse takes a name apart.
func (tab *tables) parse(name string, person bool) form {
	f := form{shown: strings.Join(strings.Fields(name), " ")}
	for _, raw := range strings.FieldsFunc(f.shown, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '.' && r != '\'' && r != '’' && r != '‘' && r != '`'
	}) {
		raw = strings.Map(func(r rune) rune {
			if strings.ContainsRune("'’‘`", r) {
				return -1
			}
			return r
		}, raw)
		if raw = strings.TrimSuffix(raw, "."); raw == "" {
			continue
		}
		t := words.Fold(raw)
		if !tab.words.Particle(t) && !(person && tab.titles[t]) {
			f.tokens = append(f.tokens, t)
		}
	}
	if len(f.tokens) == 0 && f.shown != "" {
		f.tokens = []string{words.Fold(f.shown)}
	}
	for _, t := range f.tokens {
		f.keys = append(f.keys, skeleton(t))
	}
	if a := strings.ReplaceAll(f.shown, ".", ""); allCapitals(a) {
		f.acronym = words.Fold(a)
	}
	return f
}

// allCapitals says whether a name is two to six capital letters of any script with capitals.
func allCapitals(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 6 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// key is what two ways to write the same name have in common when only case, accents, titles and particles differ.
func (f form) key() string { return strings.Join(f.tokens, " ") }

func (f form) full() bool { return len(f.tokens) >= 2 }

func (f form) last() int { return len(f.tokens) - 1 }

// skeleton evens out how names are carried over from other scripts: kh, q, g and k are one letter, dh is d, ou is u; then vowels
// and doubled letters go. "Kadhimi" and "Khadhimi" become "kdm", "Youssef" and "Yusuf" become "ysf".
func skeleton(t string) string {
	if t == "" || strings.IndexFunc(t, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
		return t
	}
	if strings.HasPrefix(t, "ye") && len(t) > 4 {
		t = t[1:]
	}
	t = evenOut.Replace(t)
	var b []byte
	for i := 0; i < len(t); i++ {
		c := t[i]
		switch {
		case strings.IndexByte("aeiou", c) >= 0 || c == 'y' && i > 0:
			if i == 0 {
				b = append(b, 'a')
			}
			continue
		case c == 'h' && i == len(t)-1:
			continue
		case c == 'c' && i+1 < len(t) && strings.IndexByte("eiy", t[i+1]) >= 0:
			c = 's'
		case c == 'c':
			c = 'k'
		}
		if n := len(b); n > 0 && b[n-1] == c {
			continue
		}
		b = append(b, c)
	}
	return string(b)
}

var evenOut = strings.NewReplacer("sch", "x", "tch", "x", "sh", "x", "ch", "x", "kh", "k", "gh", "k", "ck", "k", "q", "k", "g", "k", "ph", "f", "dj", "j", "dh", "d",
	"dt", "d", "th", "t", "ts", "s", "tz", "s", "cz", "x", "w", "v", "zh", "s", "z", "s", "ks", "x")

// alike says whether two tokens are spellings of one: same skeleton, and not too many letters apart.
func alike(a, b form, i, j int, least float64) bool {
	x, y := a.tokens[i], b.tokens[j]
	if x == y {
		return true
	}
	return a.keys[i] == b.keys[j] && len(a.keys[i]) >= 2 && 1-float64(distance(x, y))/float64(max(len(x), len(y))) >= least
}

// initial says whether one token is the first letter of the other.
func initial(x, y string) bool {
	return len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y)
}

// distance is the Levenshtein distance in bytes; names are short.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
