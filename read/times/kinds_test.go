package times

import (
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// Every kind of rule has rules, a meaning of its own, and an example from which a rule of it makes something.
func TestKinds(t *testing.T) {
	l := tables.Of(en.Language)
	rules := map[string]int{}
	for i := range l.grammar.Rules {
		rules[l.grammar.Rules[i].Kind]++
	}
	seen := map[string]bool{}
	for _, k := range kinds {
		if rules[k.name] == 0 {
			t.Errorf("%s: no rule is of it", k.name)
		}
		if seen[k.name] || k.means == "" {
			t.Errorf("%s: two rows, or one without a meaning", k.name)
		}
		seen[k.name] = true
		if made := made(k.example); made[k.name] == 0 {
			t.Errorf("%s: nothing is made of %q", k.name, k.example)
		}
	}
}

// made counts what the rules of each kind make of some words.
func made(words string) map[string]int {
	made := map[string]int{}
	f := newFinder(en.Language, words, Between(18031, 18031, ADay))
	defer f.scan.Free()
	blocks := []page.Block{{Span: text.Span{End: len(words)}, Role: page.Body}}
	for _, s := range syntax.Read(en.Language, text.Text(words), blocks) {
		f.tokens = s.Tokens
		f.scan.Load(words, s.Start, s.End)
		for stage := range f.lang.grammar.Stages() {
			f.scan.Run(stage, func(m *pattern.Match) {
				if f.take(m) {
					made[m.Rule.Kind]++
				}
			})
		}
	}
	return made
}
