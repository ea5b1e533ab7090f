package names

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// story is an invented page.
const story = `Acting governor Ilse Marrow said on Monday that the port of Sel would stay shut until the Port Workers' Union (PWU) ends its strike.
"I have asked the Interior Ministry for help," Marrow told reporters in Vessen. "We will not pay twice."
The 61-year-old economist, who took office in May, accused the union of holding the city hostage. She did not say how many ships were waiting.
Lt. Gen. Karim al-Haddadi, commander of the Sel Coast Guard, said his men would escort the tankers. Al-Haddadi's spokesman denied that shots had been fired.
The Hurras Sel militia, better known as the Guard, has blamed Elland for the blockade. An unnamed security source said the group had sixty fighters.
The European Union and the United States called for talks; the US ambassador, Tobin Ray, met Haddadi on Sunday.
`

func lines(t text.Text) []page.Block {
	var blocks []page.Block
	for _, line := range t.Lines() {
		if span := t.Trim(line); !span.Empty() {
			blocks = append(blocks, page.Block{Span: span, Role: page.Body})
		}
	}
	return blocks
}

func BenchmarkRead(b *testing.B) {
	t := text.Text(strings.Repeat(story, 4))
	blocks := lines(t)
	sentences := syntax.Read(en.Language, t, blocks)
	words := 0
	for _, s := range sentences {
		words += len(s.Tokens)
	}
	Read(en.Language, t, blocks, sentences)
	b.ReportAllocs()
	for b.Loop() {
		Read(en.Language, t, blocks, sentences)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		readLexicon(en.Language)
		NewModel([]byte(en.Language.Names.Model))
	}
}
