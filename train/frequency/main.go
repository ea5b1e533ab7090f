// Command frequency counts in how many documents of openly licensed corpora each stem stands and writes the table that
// compare/stories weighs words with (lang/en/compare/frequency.txt).
//
//	go run ./train/frequency -data .evaldata/eval > lang/en/compare/frequency.txt
//
// Sources: UD English EWT (CC BY-SA 4.0), UD English GUM (CC BY 4.0), the training part of ECB+ (CC BY 3.0; three documents a story, so that
// no story's own words look like everyday ones).
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/text"
)

const perStory = 3

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	flag.Parse()
	var docs []string
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		found, err := conllu(filepath.Join(*data, "language", set, "train.conllu"))
		fail(err)
		docs = append(docs, found...)
	}
	found, err := ecb(filepath.Join(*data, "compare", "ecbplus", "docs.jsonl"))
	fail(err)
	docs = append(docs, found...)
	df := map[string]int{}
	for _, doc := range docs {
		v := words.New(en.Language)
		v.Append(nil, text.Text(doc), text.Span{Start: 0, End: len(doc)})
		seen := map[uint32]bool{}
		for _, form := range v.Forms {
			if !seen[form.Stem] {
				seen[form.Stem] = true
				df[v.StemText[form.Stem]]++
			}
		}
	}
	stems := make([]string, 0, len(df))
	for stem, n := range df {
		if n >= 3 {
			stems = append(stems, stem)
		}
	}
	sort.Strings(stems)
	fmt.Println("# In how many of 1000 documents a stem stands. Counted in UD English EWT, UD English GUM and ECB+ by train/frequency.")
	for _, stem := range stems {
		fmt.Printf("%s\t%.1f\n", stem, 1000*float64(df[stem])/float64(len(docs)))
	}
}

func conllu(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []string
	var b strings.Builder
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			if b.Len() > 0 {
				docs = append(docs, b.String())
			}
			b.Reset()
		case strings.HasPrefix(line, "# text = "):
			b.WriteString(line[len("# text = "):])
			b.WriteByte('\n')
		}
	}
	return append(docs, b.String()), lines.Err()
}

func ecb(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []string
	seen := map[string]int{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var doc struct {
			Story, Split string
			Sents        [][]string
		}
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			return nil, err
		}
		if doc.Split != "train" || seen[doc.Story] == perStory {
			continue
		}
		seen[doc.Story]++
		var b strings.Builder
		for _, s := range doc.Sents {
			b.WriteString(strings.Join(s, " "))
			b.WriteByte('\n')
		}
		docs = append(docs, b.String())
	}
	return docs, lines.Err()
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "frequency:", err)
		os.Exit(1)
	}
}
