package statements_test

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
)

// BenchmarkRead measures this room alone, on a page as long as a long article.
func BenchmarkRead(b *testing.B) {
	words := strings.Repeat("Late last month, a spokesman for the harbour police said that two boats were missing, adding that nobody was hurt.\n"+
		"“The quay is shut,” the governor, Ilse Marrow, told reporters on Monday. “It will stay shut until the army's engineers have seen it.”\n"+
		"The town council met in the old customs house and voted on the budget for the coming year, which had been late since March.\n"+
		"Orban Teke rejected the union’s accusation that he had sold the quay, and called for an inquiry. The crane stood idle for weeks.\n", 20)
	p := page.Read(en.Language, gather.Page{ID: "bench", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8"})
	sentences := syntax.Read(en.Language, p.Text, p.Blocks)
	mentions, entities := names.Read(en.Language, p.Text, p.Blocks, sentences)
	when := times.Find(en.Language, p.Text, p.Blocks, sentences, article.Read(en.Language, &p, gather.Given{}).Published.Interval)
	b.SetBytes(int64(len(words)))
	b.ReportAllocs()
	for b.Loop() {
		statements.Read(en.Language, p.Text, p.Blocks, nil, sentences, mentions, entities, when)
	}
}
