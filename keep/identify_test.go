package keep

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/gather"
)

// Ids are made from the whole set of pages, never from the order in which they came.
func TestIdentify(t *testing.T) {
	pages := []Page{
		{Name: "port", Path: "a/port", SHA256: "1"},
		{Name: "port", Path: "b/port", SHA256: "1"},
		{Name: "port", Path: "b/port", SHA256: "0", Given: gather.Given{Fetched: "2021-07-20"}},
		{Name: "port", Path: "b/port", SHA256: "2", Given: gather.Given{Fetched: "2021-07-19", URL: "https://nord.example/port"}},
		{Name: "mine", Path: "mine", SHA256: "2", Given: gather.Given{Fetched: "2021-07-21", URL: "https://nord.example/port"}},
		{Name: "mine", Path: "mine", SHA256: "3", Given: gather.Given{Fetched: "2021-07-22"}},
		{Name: "mine", Path: "mine", SHA256: "4", Given: gather.Given{Fetched: "2021-07-23"}},
		{Name: "mine@2", Path: "mine@2", SHA256: "5"},
	}
	want := map[string][]string{
		"a/port":   nil,
		"b/port":   {"b/port@2", "b/port@3"},
		"b/port@2": {"b/port", "b/port@3", "mine"},
		"b/port@3": {"b/port", "b/port@2"},
		"mine":     {"b/port@2", "mine@3", "mine@4"},
		"mine@2":   nil,
		"mine@3":   {"mine", "mine@4"},
		"mine@4":   {"mine", "mine@3"},
	}
	for seed := range uint64(20) {
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
		Identify(pages)
		got := map[string][]string{}
		for _, p := range pages {
			got[p.ID] = p.Versions
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}
