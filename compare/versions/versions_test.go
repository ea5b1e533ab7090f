package versions

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

func reading(words string) *read.Reading {
	return read.Read(en.Language, gather.Page{ID: "p", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8"})
}

func TestDiff(t *testing.T) {
	for name, c := range map[string]struct{ older, newer, want string }{
		"nothing":           {"The depot burned. Nobody died.", "The depot burned. Nobody died.", ""},
		"white space":       {"The depot burned. Nobody died.", "The  depot burned.\n\nNobody died.\n", ""},
		"marks":             {`"Nobody died," Penn said.`, "“Nobody died,” Penn said.", ""},
		"a word":            {"Twelve people died in Sel. The depot burned.", "Nine people died in Sel. The depot burned.", "changed Twelve → Nine"},
		"added":             {"The depot burned.", "The depot burned. An inquiry began on Monday.", "added An inquiry began on Monday."},
		"removed":           {"The depot burned. Penn blamed a lorry.", "The depot burned.", "removed Penn blamed a lorry."},
		"half of the words": {"The old depot burned down.", "The old quay stood still.", "changed depot burned down → quay stood still"},
		"replaced":          {"The depot burned. Penn blamed a lorry.", "The depot burned. Nobody knows the cause yet.", "added Nobody knows the cause yet.; removed Penn blamed a lorry."},
	} {
		older, newer := reading(c.older), reading(c.newer)
		var got []string
		for _, change := range Diff(older, newer) {
			switch change.Kind {
			case Added:
				got = append(got, "added "+newer.Page.Text.At(change.New))
			case Removed:
				got = append(got, "removed "+older.Page.Text.At(change.Old))
			case Changed:
				got = append(got, fmt.Sprintf("changed %s → %s", older.Page.Text.At(change.OldWords[0]), newer.Page.Text.At(change.NewWords[0])))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// Whatever two lists are aligned, both come out whole and in order, and pairs are equal.
func TestAlign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 40)
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		x, y := 0, 0
		for _, s := range align(a, b) {
			if s.a >= 0 {
				if s.a != x {
					t.Fatalf("a[%d] where a[%d] is due", s.a, x)
				}
				x++
			}
			if s.b >= 0 {
				if s.b != y {
					t.Fatalf("b[%d] where b[%d] is due", s.b, y)
				}
				y++
			}
			if s.a >= 0 && s.b >= 0 && a[s.a] != b[s.b] {
				t.Fatalf("a[%d] and b[%d] differ", s.a, s.b)
			}
		}
		if x != len(a) || y != len(b) {
			t.Fatalf("%d of %d and %d of %d elements came out", x, len(a), y, len(b))
		}
	})
}

func TestAlignOfManyDifferences(t *testing.T) {
	a, b := make([]string, 5000), make([]string, 5000)
	for i := range a {
		a[i], b[i] = fmt.Sprint("a", i), fmt.Sprint("b", i)
	}
	if got := len(align(a, b)); got != 10_000 {
		t.Errorf("got %d steps", got)
	}
}
