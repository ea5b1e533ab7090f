package syntax

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// check holds what is true of every reading: tokens lie in order in their sentences, don't overlap, hold no white space at their ends and
// cover everything else; heads form a tree with one root.
func check(t interface{ Fatalf(string, ...any) }, page text.Text, blocks []page.Block, sentences []Sentence) {
	covered := make([]bool, len(page))
	at := 0
	for i := range sentences {
		s := &sentences[i]
		if len(s.Tokens) == 0 {
			t.Fatalf("sentence %d is empty", i)
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d does not span its tokens", i)
		}
		if !blocks[s.Block].Contains(s.Span) {
			t.Fatalf("sentence %d crosses its line", i)
		}
		Parse(page, s)
		roots := 0
		for k, token := range s.Tokens {
			if token.Start < at || token.Empty() {
				t.Fatalf("token %v of sentence %d overlaps or is empty", token.Span, i)
			}
			at = token.End
			for b := token.Start; b < token.End; b++ {
				covered[b] = true
			}
			if token.Lemma == "" || token.Deprel == NoDeprel || token.XPOS == NoXPOS {
				t.Fatalf("token %q lacks lemma, tag or relation: %+v", page.At(token.Span), token)
			}
			if token.Head < 0 || token.Head > len(s.Tokens) || token.Head == k+1 {
				t.Fatalf("token %d of sentence %d has head %d", k+1, i, token.Head)
			}
			if token.Head == 0 {
				roots++
			}
			steps := 0
			for h := k + 1; h != 0; h = s.Tokens[h-1].Head {
				if steps++; steps > len(s.Tokens) {
					t.Fatalf("sentence %d has a cycle", i)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
	}
	for _, block := range blocks {
		for b, r := range string(page[block.Start:block.End]) {
			if !covered[block.Start+b] && !unicode.IsSpace(r) && r > ' ' && r != 0x7f && r != '\u200b' && r != '\ufeff' && r != '\u2060' {
				t.Fatalf("%q at %d is in no token", r, block.Start+b)
			}
		}
	}
}

func lineBlocks(t text.Text) []page.Block {
	var blocks []page.Block
	for _, line := range t.Lines() {
		blocks = append(blocks, page.Block{Span: line, Role: page.Body})
	}
	return blocks
}

func TestReadingIsSound(t *testing.T) {
	piece := rapid.SampledFrom(strings.Split(`The|port|of|Sel|.|.|,|"|“|”|'s|n't|didn't|Mr.|U.S.|1,200|$|5%|--|...|(|)|[|5-mile|e-mail|http://a.example/b|a@b.example|;|:|!|?|é|日本|👍🏽|`+"\u00a0|\u200b|\n|\n|\t|I.|’|'|`|cannot|#x|&|/|-", "|"))
	rapid.Check(t, func(r *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 60).Draw(r, "pieces") {
			b.WriteString(piece.Draw(r, "piece"))
			if rapid.Bool().Draw(r, "blank") {
				b.WriteByte(' ')
			}
		}
		page := text.Text(b.String())
		blocks := lineBlocks(page)
		check(r, page, blocks, Read(en.Language, page, blocks))
	})
}

func FuzzRead(f *testing.F) {
	f.Add(story)
	f.Add("a.b.c.d@e/f-g'h’s")
	f.Add("((((((\"\"\"\"''''")
	f.Add("\xff\xfe bad \x00 bytes")
	f.Fuzz(func(t *testing.T, s string) {
		page := text.Text(strings.ToValidUTF8(s, "\ufffd"))
		blocks := lineBlocks(page)
		check(t, page, blocks, Read(en.Language, page, blocks))
	})
}

func TestGivenKeepsTheTokens(t *testing.T) {
	given := [][]string{{"Marrow", "ca", "n't", "stay", "."}, {}, {"Gone", "!"}, {"20", "000"}}
	page := text.Text("Marrow can't stay. Gone!\n20 000")
	sentences := Given(en.Language, page, given)
	if len(sentences) != len(given) {
		t.Fatalf("%d sentences", len(sentences))
	}
	for i, s := range sentences {
		Parse(page, &sentences[i])
		var words []string
		for _, token := range s.Tokens {
			words = append(words, page.At(token.Span))
		}
		if fmt.Sprint(words) != fmt.Sprint(given[i]) {
			t.Errorf("sentence %d: %q, want %q", i, words, given[i])
		}
	}
}

func TestLongSentenceIsCut(t *testing.T) {
	page := text.Text(strings.Repeat("fish and ", 10000))
	blocks := lineBlocks(page)
	sentences := Read(en.Language, page, blocks)
	if len(sentences) != 20 {
		t.Fatalf("%d sentences", len(sentences))
	}
	for _, s := range sentences[:19] {
		if len(s.Tokens) != 1000 || s.Cut == "" {
			t.Errorf("%d tokens, cut %q", len(s.Tokens), s.Cut)
		}
	}
	check(t, page, blocks, sentences)
	long := [][]string{strings.Fields(string(page))}
	given := Given(en.Language, page, long)
	Parse(page, &given[0])
	if n := len(given[0].Tokens); n != 20000 || given[0].Tokens[n-1].Deprel == NoDeprel {
		t.Errorf("a given sentence of %d tokens is not parsed to its end", n)
	}
}

// TestSameForManyReaders reads and parses at the same time from several goroutines, and with and without vector instructions
// (see net.TestVectors): nobody's scratch memory may show in another's answer.
func TestSameForManyReaders(t *testing.T) {
	page := text.Text(story)
	blocks := lineBlocks(page)
	want := Read(en.Language, page, blocks)
	for i := range want {
		Parse(page, &want[i])
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			got := Read(en.Language, page, blocks)
			for i := range got {
				Parse(page, &got[i])
			}
			if !reflect.DeepEqual(got, want) {
				t.Error("another reading")
			}
		})
	}
	group.Wait()
}
