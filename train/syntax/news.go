package syntax

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/train/conllu"
)

// newsFolds is into how many parts the news documents are dealt, in the order in which the treebank has them.
const newsFolds = 5

// newsPlan is shorter than what the shipped network learns by.
var newsPlan = plan{epochs: 10, words: 400, rate: 0.002, drop: drop{0.25, 0.3, 0.3}, memory: 0.05}

// MeasureNews scores networks of the shipped size on the news documents of GUM's train part: five networks, each trained without teachers on both
// treebanks but for the fifth of the news that it is then tested on. It writes nothing.
func MeasureNews(data, out string) error {
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	fold := map[string]int{}
	for _, s := range sentences {
		if _, ok := fold[s.Document]; !ok && strings.HasPrefix(s.Document, "GUM_news_") {
			fold[s.Document] = len(fold) % newsFolds
		}
	}
	var all score
	for k := range newsFolds {
		var train, held []conllu.Sentence
		for _, s := range sentences {
			if f, news := fold[s.Document]; news && f == k {
				held = append(held, s)
			} else {
				train = append(train, s)
			}
		}
		c, err := newCourse(data, out, train)
		if err != nil {
			return err
		}
		c.dev = nil
		n := c.learn("news", pupilSizes, newsPlan, int64(k+1), c.sentences, nil)
		r := n.test(c.prepare(held), c.upos)
		fmt.Println("   fold", k+1, r)
		all.words, all.upos, all.class = all.words+r.words, all.upos+r.upos, all.class+r.class
		all.head, all.labelled = all.head+r.head, all.labelled+r.labelled
	}
	fmt.Println(len(fold), "news documents:", all)
	return nil
}
