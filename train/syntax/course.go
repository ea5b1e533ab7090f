package syntax

import (
	"fmt"
	"math/rand"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/train/conllu"
)

// course is what all networks learn from and are tested on.
type course struct {
	classes   []string // pairs of UPOS and XPOS
	upos      []string // of each class
	relations []string
	class     map[string]int // their numbers
	relation  map[string]int
	sentences []sentence
	dev       map[string][]sentence
	vary      *variants
}

func newCourse(data, out string, sentences []conllu.Sentence) (*course, error) {
	names, err := nameStock(out)
	if err != nil {
		return nil, err
	}
	c := &course{dev: map[string][]sentence{}}
	c.classes, c.class = classes(sentences)
	c.relations, c.relation = relationNames(sentences)
	c.sentences = c.prepare(sentences)
	c.vary = &variants{names: names, name: c.class["PROPN NNP"]}
	for _, name := range c.classes {
		upos, _, _ := strings.Cut(name, " ")
		c.upos = append(c.upos, upos)
	}
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		dev, err := conllu.ReadFile(filepath.Join(data, "language", set, "dev.conllu"))
		if err == nil {
			c.dev[set] = c.prepare(dev)
		}
	}
	return c, nil
}

// learn trains one network and reports how it gets on with the dev parts. The vocabulary is that of the treebanks, whatever else is learnt from.
func (c *course) learn(role string, s sizes, p plan, seed int64, sentences []sentence, t *teachers) *network {
	random := rand.New(rand.NewSource(seed))
	s.classes, s.relations = len(c.classes), len(c.relations)
	n := newNetwork(s, c.sentences, random)
	for i := range sentences {
		n.lookUp(&sentences[i])
	}
	fmt.Println(time.Now().Format("15:04:05"), role, len(n.keys), "rows,", len(sentences), "sentences")
	n.fit(sentences, t, c.vary, p, random, func(epoch int, loss [3]float64) {
		fmt.Printf("%s epoch %d: loss %.3f\n", time.Now().Format("15:04:05"), epoch, loss)
	})
	for _, set := range []string{"ud-ewt", "ud-gum"} {
		if len(c.dev[set]) > 0 {
			fmt.Println("  ", set, n.test(c.dev[set], c.upos))
		}
	}
	return n
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
