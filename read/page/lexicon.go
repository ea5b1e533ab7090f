package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/lang"
)

// lexicon is what the tables of lang/ say about single words and phrases, by the hash of the word in small letters.
type lexicon struct {
	words        map[uint64]word
	table        wordTable // the same, for looking up
	phrases      []phrase
	classes      map[string]marks
	fields       map[string]string
	languages    []string
	bioNouns     map[string]bool
	bioVerbs     map[string]bool
	bioWork      map[string]bool
	authorLabels []string // what the label of an author's name says
	signs        signs
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

var lexicons = lang.Compile(func(from *lang.Language) *lexicon {
	l := &lexicon{words: map[uint64]word{}, classes: map[string]marks{}, fields: map[string]string{}, bioNouns: map[string]bool{}, bioVerbs: map[string]bool{}, bioWork: map[string]bool{}}
	for row := range lang.Rows(from.Page.Stopwords) {
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
	for row := range lang.Rows(from.Page.BioWords) {
		name, list, _ := strings.Cut(row, ":")
		into := l.bioNouns
		switch name {
		case "verb":
			into = l.bioVerbs
		case "work":
			into = l.bioWork
		}
		for _, w := range strings.Fields(list) {
			into[w] = true
		}
	}
	for row := range lang.Rows(from.Page.NoticeWords) {
		for _, w := range strings.Fields(row) {
			entry := l.words[hashWord(w)]
			entry.notice = true
			l.words[hashWord(w)] = entry
		}
	}
	for row := range lang.Rows(from.Page.DateWords) {
		for _, w := range strings.Fields(row) {
			entry := l.words[hashWord(w)]
			entry.date = true
			l.words[hashWord(w)] = entry
		}
	}
	for row := range lang.Rows(from.Page.Phrases) {
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
	for row := range lang.Rows(from.Page.Classes) {
		name, list, _ := strings.Cut(row, ":")
		for _, w := range strings.Fields(list) {
			l.classes[w] |= markNames[name]
		}
	}
	for row := range lang.Rows(from.Page.Fields) {
		name, list, _ := strings.Cut(row, ":")
		if name == "label" {
			l.authorLabels = strings.Split(strings.TrimSpace(list), "|")
			continue
		}
		for _, w := range strings.Fields(list) {
			if l.fields[w] == "" {
				l.fields[w] = name
			}
		}
	}
	l.signs = readSigns(from.Page.Signs)
	l.table = newWordTable(l.words)
	return l
})

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
			if !isWordRune(r) {
				if i == from {
					i += n // a mark between words
					from = i
					continue
				}
				break
			}
			h = hashRune(h, lower(r))
			i += n
		}
		if i > from {
			f(from, i, h)
			continue
		}
		i++ // a mark of ASCII
	}
}

// isWordRune says whether a character beyond ASCII is part of a word.
func isWordRune(r rune) bool {
	switch {
	case r >= 0x4E00 && r < 0xA000, r >= 0x0400 && r < 0x0482, r >= 0x0300 && r < 0x0370: // the bulk of Chinese, of Cyrillic, of accents
		return true
	case r >= 0x2010 && r < 0x2070: // dashes and quotation marks
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// lower is unicode.ToLower, faster for scripts that have no capitals, and for Russian ones.
func lower(r rune) rune {
	switch {
	case r >= 0x0410 && r <= 0x042F:
		return r + 0x20
	case r >= 0x0430 && r <= 0x045F, r >= 0x0300 && r < 0x0370, r >= 0x3000 && r < 0xA000:
		return r
	}
	return unicode.ToLower(r)
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
