// Package statements scores attributions as PolNeAR's own measures do, and calibrates the confidence of the rules on it.
//
//	gold   source "Marrow"  cue "said"  content "the port is shut"
//	ours   source "Marrow"  cue "said"  content "that the port is shut"   → content IoU 4/5, source shared: full, not full_strict
package statements

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"unicode"
	"unicode/utf8"
)

// Attribution is one attribution with its places in code points.
type Attribution struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Kind    string   `json:"kind"`
	Carried string   `json:"carried_by"`
	Rule    string   `json:"-"`
	Stance  string   `json:"-"`
	Head    string   `json:"-"` // lemma of the cue's head
	Shown   bool     `json:"-"`
	Thought bool     `json:"-"`
	Inner   bool     `json:"-"`
	Speaker string   `json:"speaker"`
}

// Document is one annotated text.
type Document struct {
	ID           string        `json:"id"`
	Text         string        `json:"text"`
	Tokens       [][2]int      `json:"tokens"`
	Attributions []Attribution `json:"attributions"`
}

// Load reads a file of documents, one JSON object a line.
func Load(file string) ([]Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []Document
	lines := bufio.NewReaderSize(f, 1<<20)
	dec := json.NewDecoder(lines)
	for dec.More() {
		var d Document
		if err := dec.Decode(&d); err != nil {
			return nil, fmt.Errorf("%s: document %d: %w", file, len(docs)+1, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// token is one word or punctuation mark, in code points.
type token struct {
	start, end int
	word       bool
	low        string
}

// tokens splits a text like the expression \w+(?:['’]\w+)*|[^\w\s] does.
func tokens(text []rune) []token {
	var out []token
	for i := 0; i < len(text); {
		switch {
		case isWord(text[i]):
			k := i + 1
			for k < len(text) && (isWord(text[k]) || (text[k] == '\'' || text[k] == '’') && k+1 < len(text) && isWord(text[k+1])) {
				k++
			}
			out = append(out, token{i, k, true, lower(text[i:k])})
			i = k
		case unicode.IsSpace(text[i]):
			i++
		default:
			out = append(out, token{i, i + 1, false, string(text[i])})
			i++
		}
	}
	return out
}

func given(text []rune, spans [][2]int) []token {
	var out []token
	for _, s := range spans {
		t := token{start: s[0], end: s[1], low: lower(text[s[0]:s[1]])}
		for _, r := range text[s[0]:s[1]] {
			t.word = t.word || isWord(r)
		}
		out = append(out, t)
	}
	return out
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func lower(r []rune) string {
	out := make([]byte, 0, len(r))
	for _, c := range r {
		out = utf8.AppendRune(out, unicode.ToLower(c))
	}
	return string(out)
}
