package amounts

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
)

// marked takes the brackets off an example: the text and where the number in brackets lies. "[[4]]" keeps the inner ones.
func marked(example string) (string, int, int) {
	i := strings.IndexByte(example, '[')
	j := strings.IndexByte(example, ']')
	if strings.HasPrefix(example[i:], "[[") {
		return example[:i] + example[i+1:j+1] + example[j+2:], i + 1, j - 1
	}
	return example[:i] + example[i+1:j] + example[j+1:], i, j - 1
}

// at is the figure that overlaps a place, nil for none.
func at(found []Amount, start, end int) *Amount {
	for i := range found {
		if found[i].Start < end && start < found[i].End {
			return &found[i]
		}
	}
	return nil
}

// A rule's example is refused by that very rule: without it the number is a figure.
func TestRefusals(t *testing.T) {
	all := refusals
	defer func() { refusals = all }()
	for i, r := range all {
		words, start, end := marked(r.example)
		refusals = all
		if a := at(FindIn(en.Language, words), start, end); a != nil {
			t.Errorf("%s: %q is a figure, %+v", r.name, r.example, a)
		}
		refusals = append(append([]refusal{}, all[:i]...), all[i+1:]...)
		if at(FindIn(en.Language, words), start, end) == nil {
			t.Errorf("%s: %q is refused without it", r.name, r.example)
		}
	}
}

func TestPassings(t *testing.T) {
	for _, r := range passings {
		words, start, end := marked(r.example)
		if a := at(FindIn(en.Language, words), start, end); a == nil || a.Weak != r.name {
			t.Errorf("%s: %q: %+v", r.name, r.example, a)
		}
	}
	for _, words := range []string{"Two soldiers and one civilian were there.", "Only one bridge stands.", "One guard was killed.", "The 12 officers left.",
		"About two families fled.", "Seven boats sank."} {
		for _, a := range FindIn(en.Language, words) {
			if a.Weak != "" {
				t.Errorf("%q is told in passing: %s", words, a.Weak)
			}
		}
	}
}
