package syntax

import (
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// sentence is one sentence as the network sees it.
type sentence struct {
	words     []string
	forms     []forms.Form
	classes   []int
	heads     []int32
	relations []int
}

func prepare(sentences []conllu.Sentence, classes, relations map[string]int) []sentence {
	all := make([]sentence, 0, len(sentences))
	for _, s := range sentences {
		var one sentence
		for _, w := range s.Words {
			one.words = append(one.words, w.Form)
			one.forms = append(one.forms, forms.Of(w.Form))
			c, ok := classes[w.UPOS+" "+w.XPOS]
			if !ok {
				c = -1
			}
			one.classes = append(one.classes, c)
			h := int32(w.Head - 1)
			if h < 0 {
				h = int32(len(s.Words))
			}
			one.heads = append(one.heads, h)
			one.relations = append(one.relations, relations[w.Deprel])
		}
		all = append(all, one)
	}
	return all
}
