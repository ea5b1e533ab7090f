package main

import (
	"testing"

	"github.com/hearsay-news/hearsay/eval/passages"
	"github.com/hearsay-news/hearsay/text"
)

// Two statements of one extent are laid on each other by their voices; one that only one reader marked, a wrong link and a shorter content are told apart.
func TestCompare(t *testing.T) {
	it := passages.Item{Complete: true}
	it.Page.Text = "0123456789abcdefghij"
	mark := func(start, end int, speaker string, links ...string) marked {
		return marked{places: []text.Span{{Start: start, End: end}}, speaker: speaker, links: links, stances: []string{"say"}}
	}
	first := []marked{mark(0, 10, "A"), mark(0, 10, "B", "A"), mark(12, 20, "C")}
	second := []marked{mark(0, 10, "b", "A"), mark(0, 6, "the A"), mark(11, 12, "-")}
	got := compare(&it, first, second)
	if got.both != 2 || got.speaker != 2 || got.chain != 2 || got.extent != 1 || got.four != 1 || len(got.apart) != 4 {
		t.Errorf("%+v", got)
	}
	second[0].links = nil
	if got = compare(&it, first, second); got.chain != 1 || got.four != 0 {
		t.Errorf("a link that one reader has not: %+v", got)
	}
}
