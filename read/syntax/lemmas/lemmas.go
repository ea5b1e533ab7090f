// Package lemmas finds the dictionary form of a word whose tag is known.
//
//	ships NNS → ship      went VBD → go      Marrow NNP → Marrow      n't RB → not
//
// A table of single words decides first, then the rule for the longest known ending; both were learnt from treebanks. Any other word
// is its own lemma in small letters, a proper noun as it is written.
package lemmas

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/text"
)

// LongestEnding is the number of bytes of the longest ending that has a rule of its own.
const LongestEnding = 6

type rule struct {
	strip int
	add   string
}

// Table is a table of lemmas that was read.
type Table struct {
	words map[key]string
	ends  map[key]rule
	rules [256]bool // tags that have rules for endings
}

// key is a tag and a hash of letters. The trainer checks that no two keys of the tables are equal by accident.
type key struct {
	tag  uint8
	hash uint64
}

var tables = lang.Compile(func(l *lang.Language) *Table { return Parse(l.Syntax.Lemmas) })

// Of returns the table of a language.
func Of(l *lang.Language) *Table { return tables.Of(l) }

// Parse reads a table: "tag TAB word TAB lemma" for words, "tag TAB *ending TAB strip TAB add" for endings.
func Parse(table string) *Table {
	t := &Table{words: map[key]string{}, ends: map[key]rule{}}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		n, _ := strconv.Atoi(f[0])
		tag := uint8(n)
		if ending, ok := strings.CutPrefix(f[1], "*"); ok && len(f) == 4 {
			strip, _ := strconv.Atoi(f[2])
			t.ends[key{tag, hashBack(ending, len(ending))}] = rule{strip, f[3]}
			t.rules[tag] = true
		} else {
			t.words[key{tag, hash(f[1])}] = f[2]
		}
	}
	return t
}

// Of returns the lemma of t[word]. tag is a number of the tag set that the table was made with; proper says that it is a proper noun.
func (tab *Table) Of(t text.Text, word text.Span, tag uint8, proper bool) string {
	form := string(t[word.Start:word.End])
	if form == "" || len(form) > 64 { // an address or worse
		return form
	}
	if c := form[0]; '0' <= c && c <= '9' {
		return figures(form)
	}
	if lemma, ok := tab.words[key{tag, hash(form)}]; ok {
		return lemma
	}
	if tab.rules[tag] {
		var hashes [LongestEnding + 1]uint64
		n := min(LongestEnding, len(form))
		h := uint64(seed)
		hashes[0] = h
		for i := 1; i <= n; i++ {
			h = (h ^ uint64(lower(form[len(form)-i]))) * prime
			hashes[i] = h
		}
		for i := n; i >= 0; i-- {
			if r, ok := tab.ends[key{tag, hashes[i]}]; ok && r.strip < len(form) {
				form = form[:len(form)-r.strip]
				if r.add != "" {
					form += r.add
				}
				break
			}
		}
	}
	if proper {
		return form
	}
	return strings.ToLower(form)
}

// figures leaves the commas out of a number: 1,200 → 1200. Anything else that begins with a figure (1980s, 15th) stays as it is.
func figures(form string) string {
	if strings.IndexByte(form, ',') < 0 || strings.Trim(form, "0123456789,.") != "" {
		return strings.ToLower(form)
	}
	return strings.ReplaceAll(form, ",", "")
}

const (
	seed  = 14695981039346656037
	prime = 1099511628211
)

// hash takes a word without regard to case; typographic apostrophes count as straight ones.
func hash(w string) uint64 {
	h := uint64(seed)
	for i := 0; i < len(w); i++ {
		c := lower(w[i])
		if c == 0xE2 && i+2 < len(w) && w[i+1] == 0x80 && (w[i+2] == 0x99 || w[i+2] == 0x98) {
			c = '\''
			i += 2
		}
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// hashBack hashes the last n bytes from the end towards the front.
func hashBack(w string, n int) uint64 {
	h := uint64(seed)
	for i := 1; i <= n; i++ {
		h = (h ^ uint64(lower(w[len(w)-i]))) * prime
	}
	return h
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}
