package page

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang/en"
)

// lexicon is what the tables of lang/ say about single words and phrases, by the hash of the word in small letters.
type lexicon struct {
	words     map[uint64]word
	phrases   []phrase
	classes   map[string]marks
	fields    map[string]string
	languages []string
	bioNouns  map[string]bool
	bioVerbs  map[string]bool
}

type word struct {
	stops   uint32 // languages in which it is a stop word, one bit each
	notice  bool
	date    bool
	phrases []int32 // phrases that begin with it
}

type phrase struct {
	role  Role
	how   how
	words []uint64
	text  string
}

type how uint8

const (
	is how = iota
	starts
	ends
	always // has, and the line may be as long as a paragraph
	has
	leads // starts, with a colon behind
)

var loadLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[uint64]word{}, classes: map[string]marks{}, fields: map[string]string{}, bioNouns: map[string]bool{}, bioVerbs: map[string]bool{}}
	for _, row := range rows(en.PageStopwords) {
		name, list, _ := strings.Cut(row, ":")
		bit := uint32(1) << len(l.languages)
		l.languages = append(l.languages, name)
		for _, w := range strings.Fields(list) {
			h := hashWord(w)
			entry := l.words[h]
			entry.stops |= bit
			l.words[h] = entry
		}
	}
	for _, row := range rows(en.PageBioWords) {
		name, list, _ := strings.Cut(row, ":")
		into := l.bioNouns
		if name == "verb" {
			into = l.bioVerbs
		}
		for _, w := range strings.Fields(list) {
			into[w] = true
		}
	}
	for _, row := range rows(en.PageNoticeWords) {
		for _, w := range strings.Fields(row) {
			entry := l.words[hashWord(w)]
			entry.notice = true
			l.words[hashWord(w)] = entry
		}
	}
	for _, row := range rows(en.PageDateWords) {
		for _, w := range strings.Fields(row) {
			entry := l.words[hashWord(w)]
			entry.date = true
			l.words[hashWord(w)] = entry
		}
	}
	for _, row := range rows(en.PagePhrases) {
		cols := strings.Split(row, "\t")
		p := phrase{role: Role(cols[0]), text: cols[2]}
		p.how = map[string]how{"is": is, "leads": leads, "starts": starts, "ends": ends, "always": always, "has": has}[cols[1]]
		for _, w := range strings.Fields(cols[2]) {
			p.words = append(p.words, hashWord(w))
		}
		entry := l.words[p.words[0]]
		entry.phrases = append(entry.phrases, int32(len(l.phrases)))
		l.words[p.words[0]] = entry
		l.phrases = append(l.phrases, p)
	}
	for _, row := range rows(en.PageClasses) {
		name, list, _ := strings.Cut(row, ":")
		for _, w := range strings.Fields(list) {
			l.classes[w] |= markNames[name]
		}
	}
	for _, row := range rows(en.PageFields) {
		name, list, _ := strings.Cut(row, ":")
		for _, w := range strings.Fields(list) {
			l.fields[w] = name
		}
	}
	return l
})

// rows returns the lines of a table without comments.
func rows(table string) []string {
	var out []string
	for _, row := range strings.Split(table, "\n") {
		if row != "" && row[0] != '#' {
			out = append(out, row)
		}
	}
	return out
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// hashWord hashes a word in small letters (FNV-1a).
func hashWord(w string) uint64 {
	h := uint64(hashSeed)
	for _, r := range w {
		h = hashRune(h, unicode.ToLower(r))
	}
	return h
}

func hashRune(h uint64, r rune) uint64 { return (h ^ uint64(r)) * hashPrime }

// eachWord calls f with the place and the hash of every word (run of letters and digits) of s.
func eachWord(s string, f func(start, end int, hash uint64)) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && !isWordByte(c) {
			i++
			continue
		}
		from, h := i, uint64(hashSeed)
		for i < len(s) {
			if c := s[i]; c < utf8.RuneSelf {
				if !isWordByte(c) {
					break
				}
				if c >= 'A' && c <= 'Z' {
					c |= 0x20
				}
				h = hashRune(h, rune(c))
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			h = hashRune(h, unicode.ToLower(r))
			i += n
		}
		if i == from {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		f(from, i, h)
	}
}

func isWordByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// classMarks reads the words of a class or id attribute.
func (l *lexicon) classMarks(value []byte) marks {
	var m marks
	var buf [24]byte
	n := 0
	flush := func() {
		if n > 1 && n < len(buf) {
			m |= l.classes[string(buf[:n])]
		}
		n = 0
	}
	for i, c := range value {
		switch {
		case c >= 'A' && c <= 'Z':
			if i > 0 && value[i-1] >= 'a' && value[i-1] <= 'z' {
				flush()
			}
			c |= 0x20
			fallthrough
		case c >= 'a' && c <= 'z':
			if n < len(buf) {
				buf[n] = c
				n++
			}
		default:
			flush()
		}
	}
	flush()
	return m
}
