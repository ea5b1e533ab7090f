// Package conllu reads treebanks in CoNLL-U.
//
//	1	Ships	ship	NOUN	NNS	_	2	nsubj	_	_
//	2	sank	sink	VERB	VBD	_	0	root	_	SpaceAfter=No
//	3	.	.	PUNCT	.	_	2	punct	_	_
//
// becomes one Sentence of three Words, and Raw joins the sentences of a paragraph to the line "Ships sank." with the place of each word.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID        string
	Document  string
	Paragraph bool // a paragraph begins here
	Words     []Word
}

// Word is one syntactic word. Enhanced and empty nodes are left out.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int
	Deprel                         string // without its subtype
	Joined                         bool   // no white space follows
	Multi                          int    // number of words of the multiword token that begins here; 0 for most
	Surface                        string // of that token
}

// ReadFile reads a file of sentences.
func ReadFile(file string) ([]Sentence, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sentences, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return sentences, nil
}

// Read reads sentences to the end.
func Read(r io.Reader) ([]Sentence, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), 1<<24)
	var all []Sentence
	s := Sentence{}
	document, last, joined := "", 0, false
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "":
			if len(s.Words) > 0 {
				s.Document = document
				all = append(all, s)
			}
			s, last = Sentence{}, 0
			continue
		case line[0] == '#':
			if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				document = id
				s.Paragraph = true
			}
			if strings.HasPrefix(line, "# newpar") {
				s.Paragraph = true
			}
			if id, ok := strings.CutPrefix(line, "# sent_id = "); ok {
				s.ID = id
			}
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 10 {
			return nil, fmt.Errorf("line %d: want ten columns", n)
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		if from, to, ok := strings.Cut(f[0], "-"); ok {
			a, _ := strconv.Atoi(from)
			b, _ := strconv.Atoi(to)
			last, joined = b, strings.Contains(f[9], "SpaceAfter=No")
			s.Words = append(s.Words, Word{Multi: b - a + 1, Surface: f[1]})
			continue
		}
		id, err := strconv.Atoi(f[0])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		head, _ := strconv.Atoi(f[6])
		relation, _, _ := strings.Cut(f[7], ":")
		w := Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Head: head, Deprel: relation, Joined: strings.Contains(f[9], "SpaceAfter=No")}
		if id < last {
			w.Joined = true
		} else if id == last {
			w.Joined = joined
		}
		if k := len(s.Words); k > 0 && s.Words[k-1].Form == "" { // the multiword token waits for its first word
			w.Multi, w.Surface = s.Words[k-1].Multi, s.Words[k-1].Surface
			s.Words[k-1] = w
		} else {
			s.Words = append(s.Words, w)
		}
	}
	if len(s.Words) > 0 {
		s.Document = document
		all = append(all, s)
	}
	return all, lines.Err()
}

// Line is a paragraph as it was written, with the places of its words and sentences.
type Line struct {
	Text      text.Text
	Words     []text.Span
	Ends      []int // index after the last word of each sentence
	Sentences []Sentence
}

// Raw joins sentences to lines, one a paragraph.
func Raw(sentences []Sentence) []Line {
	var all []Line
	for from := 0; from < len(sentences); {
		to := from + 1
		for to < len(sentences) && !sentences[to].Paragraph && sentences[to].Document == sentences[from].Document {
			to++
		}
		all = append(all, join(sentences[from:to]))
		from = to
	}
	return all
}

func join(sentences []Sentence) Line {
	line := Line{Sentences: sentences}
	var b strings.Builder
	for _, s := range sentences {
		for i := 0; i < len(s.Words); {
			w := s.Words[i]
			if w.Multi > 1 {
				start := b.Len()
				b.WriteString(w.Surface)
				at := start
				for k := 0; k < w.Multi; k++ { // the words of a multiword token share it, in proportion where their letters differ
					end := min(at+len(s.Words[i+k].Form), start+len(w.Surface))
					if k == w.Multi-1 {
						end = start + len(w.Surface)
					}
					line.Words = append(line.Words, text.Span{Start: at, End: end})
					at = end
				}
				i += w.Multi
			} else {
				start := b.Len()
				b.WriteString(w.Form)
				line.Words = append(line.Words, text.Span{Start: start, End: b.Len()})
				i++
			}
			if !s.Words[i-1].Joined {
				b.WriteByte(' ')
			}
		}
		line.Ends = append(line.Ends, len(line.Words))
	}
	line.Text = text.Text(strings.TrimRight(b.String(), " "))
	return line
}
