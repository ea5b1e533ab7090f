package syntax

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
)

// TrainLexicon packs the single words of WordNet with their parts of speech, and the names of lang/en/names. The database files (data.noun and so
// on) are looked for in the folder wordnet beside the data sets.
func TrainLexicon(data, out string) error {
	speech := map[string]uint16{}
	for file, part := range map[string]uint16{"data.noun": forms.Noun, "data.verb": forms.Verb, "data.adj": forms.Adjective, "data.adv": forms.Adverb} {
		f, err := os.Open(filepath.Join(data, "..", "wordnet", file))
		if err != nil {
			return err
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			fields := strings.Fields(lines.Text())
			if len(fields) < 6 || strings.HasPrefix(lines.Text(), " ") {
				continue // the licence stands at the head of each file
			}
			var words int
			fmt.Sscanf(fields[3], "%x", &words)
			for i := range words {
				word := fields[4+2*i]
				word, _, _ = strings.Cut(word, "(") // (p), (a), (ip): where an adjective may stand
				if strings.ContainsAny(word, "_-'./0123456789") || len(word) < 2 {
					continue
				}
				as := part
				if small := strings.ToLower(word); small != word {
					if part == forms.Noun {
						as = forms.Name
					}
					word = small
				}
				speech[word] |= as
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return err
		}
	}
	names, err := nameStock(out)
	if err != nil {
		return err
	}
	for _, name := range names {
		speech[name] |= forms.Name
	}
	words := make([]string, 0, len(speech))
	for word := range speech {
		words = append(words, word)
	}
	sort.Strings(words)
	cells := make([]uint16, forms.LexiconSize)
	for _, word := range words {
		at, mark := forms.Cell(forms.LexiconOf(en.Language).Of(word).Lower)
		for cells[at] != 0 && cells[at]&^31 != mark {
			at = (at + 1) % len(cells)
		}
		cells[at] |= mark | speech[word]
	}
	fmt.Println("lexicon:", len(words), "words in", len(cells), "cells")
	b := make([]byte, 0, 2*len(cells))
	for _, c := range cells {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return write(out, "lexicon.bin", b)
}
