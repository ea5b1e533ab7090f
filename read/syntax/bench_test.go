package syntax

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

const story = `The port of Sel was shut on Monday after two barges ran aground, the harbour master said, and it won't reopen before Friday.
"We have no quarrel with the fishermen," Governor Ilse Marrow told reporters in the town hall. "But the council's rules are clear: nobody sails at night."
According to a statement by the Union of Coastal Workers, more than 1,200 people – about 40 percent of the town's workforce – lost at least three days' pay.
Officials from the ministry, who had promised a report by the end of March, declined to comment on what they called an ongoing inquiry.
Mr. Okello, 54, a former minister of transport and now the company's chief executive, denied that the barges had been overloaded.`

func storyPage() (text.Text, []page.Block) {
	t := text.Text(strings.Repeat(story+"\n", 40))
	var blocks []page.Block
	for _, line := range t.Lines() {
		blocks = append(blocks, page.Block{Span: line, Role: page.Body})
	}
	return t, blocks
}

func perToken(b *testing.B, sentences []Sentence) {
	n := 0
	for _, s := range sentences {
		n += len(s.Tokens)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkRead(b *testing.B) {
	t, blocks := storyPage()
	var sentences []Sentence
	for b.Loop() {
		sentences = Read(en.Language, t, blocks)
	}
	perToken(b, sentences)
}

func BenchmarkReadAndParse(b *testing.B) {
	t, blocks := storyPage()
	var sentences []Sentence
	for b.Loop() {
		sentences = Read(en.Language, t, blocks)
		for i := range sentences {
			Parse(t, &sentences[i])
		}
	}
	perToken(b, sentences)
}
