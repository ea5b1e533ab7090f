package web

import (
	"net/http"
	"testing"

	"github.com/mmcdole/gofeed"

	"github.com/hearsay-news/hearsay/show/sample"
)

// TestNews reads the feeds of the room: by the filter of the address, with links that lead to rows, unchanged where nothing changed.
func TestNews(t *testing.T) {
	h := New(sample.Record(), Options{Name: "bridge.db"})
	sizes := map[string]int{}
	for _, address := range []string{"/new.atom", "/new.json", "/new.atom?outlet=Radio+Sel", "/new.json?min=0"} {
		answer := fetch(t, h, address)
		if answer.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", address, answer.Code, answer.Body)
		}
		f, err := gofeed.NewParser().Parse(answer.Body)
		if err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		sizes[address] = len(f.Items)
		for _, item := range f.Items {
			if row := fetch(t, h, item.Link[len("http://localhost"):]); row.Code != http.StatusOK {
				t.Errorf("%s: %s answers %d", address, item.Link, row.Code)
			}
		}
		if again := fetch(t, h, address, "If-None-Match", answer.Header().Get("ETag")); again.Code != http.StatusNotModified {
			t.Errorf("%s again: %d", address, again.Code)
		}
	}
	if sizes["/new.atom"] != sizes["/new.json"] || sizes["/new.atom?outlet=Radio+Sel"] >= sizes["/new.atom"] || sizes["/new.json?min=0"] <= sizes["/new.json"] || sizes["/new.atom?outlet=Radio+Sel"] == 0 {
		t.Errorf("items: %v", sizes)
	}
	if answer := fetch(t, h, "/new.atom?outlet=nobody"); answer.Code != http.StatusBadRequest || answer.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("an unknown outlet: %d %v", answer.Code, answer.Header())
	}
}
