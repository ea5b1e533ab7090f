package syntax

import (
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// sentence is one sentence as the network sees it.
type sentence struct {
	words     []string
	forms     []forms.Form
	classes   []int
	heads     []int32
	relations []int
	silver    bool               // annotated by teachers, not by people
	rows      [][net.Kinds]int32 // of the forms, if they are known
}

// prepare makes sentences of the treebank's.
func (c *course) prepare(sentences []conllu.Sentence) []sentence {
	all := make([]sentence, 0, len(sentences))
	for _, s := range sentences {
		var one sentence
		for _, w := range s.Words {
			one.words = append(one.words, w.Form)
			one.forms = append(one.forms, forms.LexiconOf(en.Language).Of(w.Form))
			class, ok := c.class[w.UPOS+" "+w.XPOS]
			if !ok {
				class = -1
			}
			one.classes = append(one.classes, class)
			h := int32(w.Head - 1)
			if h < 0 {
				h = int32(len(s.Words))
			}
			one.heads = append(one.heads, h)
			one.relations = append(one.relations, c.relation[w.Deprel])
		}
		all = append(all, one)
	}
	return all
}
