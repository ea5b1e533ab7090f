package syntax

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/train/conllu"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// TrainNet trains the network that tags and parses.
func TrainNet(data, out string) error {
	if err := tensor.Check(); err != nil {
		return err
	}
	if lexicon, err := os.ReadFile(filepath.Join(out, "syntax", "lexicon.bin")); err != nil || string(lexicon) != en.Lexicon {
		return errors.New("the lexicon has changed since this command was built: start it again")
	}
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	classNames, classIndex := classes(sentences)
	upos := make([]string, len(classNames))
	for i, name := range classNames {
		upos[i], _, _ = strings.Cut(name, " ")
	}
	relations, relationIndex := relationNames(sentences)
	random := rand.New(rand.NewSource(1))
	prepared := prepare(sentences, classIndex, relationIndex)
	s := sizes{embed: 128, first: 96, second: 96, moves: 128, labels: 64, classes: len(classNames), relations: len(relations)}
	n := newNetwork(s, prepared, random)
	fmt.Println(time.Now().Format("15:04:05"), len(n.keys), "rows,", len(classNames), "classes,", len(relations), "relations")
	held := map[string][]sentence{}
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		dev, err := conllu.ReadFile(filepath.Join(data, "language", set, "dev.conllu"))
		if err == nil {
			held[set] = prepare(dev, classIndex, relationIndex)
		}
	}
	names, err := nameStock(out)
	if err != nil {
		return err
	}
	n.fit(prepared, &variants{names: names, name: classIndex["PROPN NNP"]}, plan{epochs: 14, words: 400, rate: 0.002}, random, func(epoch int, loss [3]float64) {
		fmt.Printf("%s epoch %d: loss %.3f\n", time.Now().Format("15:04:05"), epoch, loss)
		for _, set := range []string{"ud-ewt", "ud-gum"} {
			if len(held[set]) > 0 {
				fmt.Printf("   %s %v\n", set, n.test(held[set], upos))
			}
		}
	})
	return write(out, "net.bin", n.export(classNames, relations))
}

func relationNames(sentences []conllu.Sentence) ([]string, map[string]int) {
	index := map[string]int{}
	var names []string
	for _, s := range sentences {
		for _, w := range s.Words {
			if _, ok := index[w.Deprel]; !ok {
				index[w.Deprel] = 0
				names = append(names, w.Deprel)
			}
		}
	}
	sort.Strings(names)
	for i, name := range names {
		index[name] = i
	}
	return names, index
}
