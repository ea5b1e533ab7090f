package syntax

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/train/conllu"
)

// TrainNet trains the network that tags and parses.
func TrainNet(data, out string) error {
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	names, classIndex := classes(sentences)
	upos := make([]string, len(names))
	for i, name := range names {
		upos[i], _, _ = strings.Cut(name, " ")
	}
	relations, relationIndex := relationNames(sentences)
	random := rand.New(rand.NewSource(1))
	prepared := prepare(sentences, classIndex, relationIndex)
	s := sizes{embed: env("D", 128), first: env("H1", 96), second: env("H2", 96), moves: env("P", 128), labels: env("L", 64), classes: len(names), relations: len(relations)}
	n := newNetwork(s, prepared, random)
	fmt.Println(stamp(), len(n.keys), "rows,", len(names), "classes,", len(relations), "relations")
	held := map[string][]sentence{}
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		dev, err := conllu.ReadFile(filepath.Join(data, "language", set, "dev.conllu"))
		if err == nil {
			held[set] = prepare(dev, classIndex, relationIndex)
		}
	}
	n.fit(prepared, plan{epochs: env("E", 12), words: env("B", 400), rate: float64(env("LR", 20)) / 10000}, random, func(epoch int, loss [3]float64) {
		fmt.Printf("%s epoch %d: loss %.3f\n", stamp(), epoch, loss)
		for _, set := range []string{"ud-ewt", "ud-gum"} {
			if len(held[set]) > 0 {
				fmt.Printf("   %s %v\n", set, n.test(held[set], upos))
			}
		}
	})
	return write(out, "net.bin", n.export(names, relations))
}

func env(name string, value int) int {
	if v, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return v
	}
	return value
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
