package syntax

import (
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/text"
)

// plainSentences reads openly licensed sentences that nobody parsed: the news of ECB+ and the short messages of WNUT 2017. Their words are cut
// anew, as read/syntax cuts them.
func plainSentences(data string) ([]sentence, error) {
	var all []sentence
	add := func(line string) {
		t := text.Text(line)
		var one sentence
		for _, w := range words.Of(en.Language).Split(nil, t, text.Span{End: len(t)}) {
			one.words = append(one.words, line[w.Start:w.End])
			one.forms = append(one.forms, forms.LexiconOf(en.Language).Of(line[w.Start:w.End]))
		}
		if n := len(one.words); n > 2 && n < 150 {
			one.silver = true
			all = append(all, one)
		}
	}
	err := lines.JSON(filepath.Join(data, "compare", "ecbplus", "docs.jsonl"), func(doc struct{ Sents [][]string }) {
		for _, s := range doc.Sents {
			add(strings.Join(s, " "))
		}
	})
	if err != nil {
		return nil, err
	}
	var message []string
	err = lines.Each(filepath.Join(data, "language", "names", "wnut17-train.conll"), func(line string) error {
		if word, _, ok := strings.Cut(line, "\t"); ok {
			message = append(message, word)
			return nil
		}
		add(strings.Join(message, " "))
		message = message[:0]
		return nil
	})
	return all, err
}
