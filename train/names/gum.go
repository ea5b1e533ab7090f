package names

import (
	"bufio"
	"os"
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// gum reads names out of GUM's entity annotation: mentions whose head is a proper noun, cut to the stretch of proper nouns and joining words.
func gum(set, file string) ([]Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []Document
	var b builder
	var sentence []gumWord
	id := ""
	endSentence := func() {
		if len(sentence) == 0 {
			return
		}
		for i, label := range gumNames(sentence) {
			tag := byte('O')
			if label.kind != "" {
				tag = 'I'
				if label.first {
					tag = 'B'
				}
			}
			b.word(sentence[i].form, tag, label.kind)
		}
		b.endSentence()
		sentence = sentence[:0]
	}
	flush := func() {
		endSentence()
		if len(b.sentences) > 0 {
			docs = append(docs, b.document(set, id, false))
		}
		b = builder{}
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			flush()
			_, id, _ = strings.Cut(line, "= ")
		case line == "":
			endSentence()
		case line[0] != '#':
			cells := strings.Split(line, "\t")
			if len(cells) < 10 || strings.ContainsAny(cells[0], "-.") {
				continue
			}
			w := gumWord{form: cells[1], upos: cells[3], xpos: cells[4]}
			for _, part := range strings.Split(cells[9], "|") {
				if strings.HasPrefix(part, "Entity=") {
					w.entity = part[len("Entity="):]
				}
			}
			for n, c := 0, cells[6]; n < len(c); n++ {
				w.head = w.head*10 + int(c[n]-'0')
			}
			sentence = append(sentence, w)
		}
	}
	flush()
	return docs, lines.Err()
}

type gumWord struct {
	form, upos, xpos, entity string
	head                     int
}

type gumLabel struct {
	kind  string
	first bool
}

// gumNames labels the words of one sentence.
func gumNames(words []gumWord) []gumLabel {
	type mention struct {
		from, to int
		kind     string
		key      string
	}
	var open, done []mention
	for i, w := range words {
		e := w.entity
		for e != "" {
			if e[0] == '(' {
				end := strings.IndexAny(e[1:], "()")
				body := e[1:]
				if end >= 0 {
					body = e[1 : 1+end]
				}
				parts := strings.SplitN(body, "-", 3)
				m := mention{from: i, key: parts[0]}
				if len(parts) > 1 {
					m.kind = parts[1]
				}
				e = e[1+len(body):]
				if strings.HasPrefix(e, ")") {
					m.to = i + 1
					done = append(done, m)
					e = e[1:]
				} else {
					open = append(open, m)
				}
				continue
			}
			end := strings.IndexByte(e, ')')
			if end < 0 {
				break
			}
			key := strings.TrimLeft(e[:end], ")")
			e = e[end+1:]
			for k := len(open) - 1; k >= 0; k-- {
				if open[k].key == key {
					open[k].to = i + 1
					done = append(done, open[k])
					open = append(open[:k], open[k+1:]...)
					break
				}
			}
		}
	}
	var gold []Gold
	for _, m := range done {
		kind := coarse[m.kind]
		if kind == "" {
			continue
		}
		from, to := properStretch(words, m.from, m.to)
		if from < to {
			gold = append(gold, Gold{Span: text.Span{Start: from, End: to}, Type: kind})
		}
	}
	labels := make([]gumLabel, len(words))
	for _, g := range longest(gold) {
		for i := g.Start; i < g.End; i++ {
			labels[i] = gumLabel{g.Type, i == g.Start}
		}
	}
	return labels
}

// properStretch finds the name around the head of a mention; it is empty when the head is no proper noun.
func properStretch(words []gumWord, from, to int) (int, int) {
	head := -1
	for i := from; i < to; i++ {
		if h := words[i].head - 1; h < from || h >= to {
			head = i
			break
		}
	}
	if head < 0 || words[head].upos != "PROPN" {
		return 0, 0
	}
	proper := func(i int) bool {
		return words[i].upos == "PROPN" || strings.HasPrefix(words[i].xpos, "NNP")
	}
	start, end := widen(words, from, to, head, proper)
	for start < end-1 && titles[strings.TrimSuffix(words[start].form, ".")] {
		start++
	}
	if titles[words[start].form] {
		return 0, 0
	}
	return start, end
}

// widen takes the proper nouns around a head, and one more stretch behind a joining word.
func widen(words []gumWord, from, to, head int, proper func(int) bool) (start, end int) {
	start, end = head, head+1
	for start > from && (proper(start-1) || words[start-1].form == "-" && start-1 > from && proper(start-2)) {
		start--
	}
	for end < to && (proper(end) || words[end].form == "-" && end+1 < to && proper(end+1) || end+1 < to && words[end].upos == "NUM" && proper(end-1)) {
		end++
	}
	// "University of York": one more stretch behind a joining word
	if end+1 < to && (words[end].form == "of" || words[end].form == "for") {
		k := end + 1
		if words[k].form == "the" && k+1 < to {
			k++
		}
		if proper(k) {
			for end = k + 1; end < to && proper(end); end++ {
			}
		}
	}
	return start, end
}

var titles = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "President": true, "Prime": true, "Minister": true, "Senator": true, "Sir": true, "Lord": true,
	"Professor": true, "Prof": true, "General": true, "Captain": true, "Judge": true, "Justice": true, "Secretary": true, "Governor": true, "Pope": true, "King": true, "Queen": true,
	"Rev": true, "Reverend": true, "Saint": false, "Lieutenant": true, "Colonel": true, "Major": true, "Senate": false, "Director": true, "Chancellor": true, "Chief": true}
