package web

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// Old addresses lead to where things are now, with their query.
func TestMoved(t *testing.T) {
	h := New(sample.Record(), Options{})
	for from, to := range map[string]string{"/people": "/voices", "/pages": "/sources", "/conflicts": "/disagreements", "/origins": "/sources", "/people.json": "/voices.json", "/pages.csv?outlet=kurier": "/sources.csv?outlet=kurier",
		"/page/kurier-1?at=185-224": "/pages/kurier-1?at=185-224", "/statement/s3": "/statements/s3", "/entity/e1.json": "/voices/e1.json", "/figure/f1": "/figures/f1", "/entry/t3": "/timeline/t3", "/copy/c1": "/copies/c1",
		"/page/?id=..": "/pages/?id=.."} {
		w := get(t, h, from)
		if w.Code != 301 || w.Header().Get("Location") != to {
			t.Errorf("%s: status %d to %q, want %q", from, w.Code, w.Header().Get("Location"), to)
		}
		if w = get(t, h, to); w.Code != 200 && !strings.Contains(to, "?id=") {
			t.Errorf("%s: status %d", to, w.Code)
		}
	}
}

// What is wrong with an address is said, with what would be right, to people and to programs.
func TestBadValues(t *testing.T) {
	h := New(sample.Record(), Options{})
	for address, c := range map[string]struct {
		status int
		hint   string
	}{
		"/statements?stance=sayy":        {400, "say, claim, deny"},
		"/statements?min=90":             {400, "between 0 and 1"},
		"/?since=yesterday":              {400, "2023-03-21"},
		"/timeline?until=2023-02-30":     {400, "2023-03-21"},
		"/voices?outlet=None+Such":       {400, "Kurier"},
		"/timeline?status=done":          {400, "occurred, planned"},
		"/figures?verdict=wrong":         {400, "differ, compatible"},
		"/statements?from=-1":            {400, "from 0"},
		"/statements.json?n=5000":        {400, "1000"},
		"/statements?all=yes":            {400, "1 shows"},
		"/statements?page=none":          {404, "/sources"},
		"/voices?voice=Nobody+At+All":    {400, "who speaks"},
		"/outlets/none":                  {404, "Kurier"},
		"/compare?a=kurier-1&b=kurier-1": {400, "two different"},
	} {
		w := get(t, h, address)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.hint) {
			t.Errorf("%s: status %d, want %d with %q", address, w.Code, c.status, c.hint)
		}
		if strings.HasPrefix(address, "/outlets") || strings.HasPrefix(address, "/?") || strings.Contains(address, ".json") {
			continue
		}
		path, query, _ := strings.Cut(address, "?")
		w = get(t, h, path+".json?"+query)
		var problem struct {
			Status       int
			Detail, Hint string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil || w.Code != c.status || problem.Status != c.status || problem.Hint == "" || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s.json: status %d, %+v, %v", path, w.Code, problem, err)
		}
	}
}

// The bar holds for every room: it narrows what is shown and stays in the addresses that lead on.
func TestBarStays(t *testing.T) {
	h := New(sample.Record(), Options{})
	for _, room := range []string{"/", "/disagreements", "/voices", "/timeline", "/sources", "/statements", "/figures", "/copies", "/terms"} {
		body := get(t, h, room+"?outlet=Kurier&min=0.7").Body.String()
		for _, want := range []string{`href="/timeline?min=0.7&amp;outlet=Kurier"`, `<option value="0.7" selected>`, " selected>Olm Kurier"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", room, want)
			}
		}
	}
	pages := func(query string) (n int) {
		var d struct{ Total int }
		if err := json.Unmarshal(get(t, h, "/sources.json"+query).Body.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		return d.Total
	}
	all, kurier := pages(""), pages("?outlet=Kurier")
	if kurier == 0 || kurier >= all {
		t.Errorf("%d pages of %d are of Kurier", kurier, all)
	}
	if got := pages("?since=1900"); got > all || got == 0 {
		t.Errorf("since 1900: %d", got)
	}
	if got := pages("?until=1900"); got != 0 {
		t.Errorf("until 1900: %d", got)
	}
}

// A program reads a list to its end by following next.
func TestPagedJSON(t *testing.T) {
	h := New(sample.Record(), Options{})
	type answer struct {
		Total      int
		Next       *string
		Statements []view.Statement
	}
	seen := map[string]bool{}
	address, total := "/statements.json?n=2", 0
	for range 20 {
		var a answer
		if err := json.Unmarshal(get(t, h, address).Body.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		total = a.Total
		for _, s := range a.Statements {
			seen[s.ID] = true
		}
		if a.Next == nil {
			break
		}
		address = *a.Next
	}
	if len(seen) != total || total != 6 {
		t.Errorf("%d of %d statements", len(seen), total)
	}
}

// Lists are cut where they are long, and lead on.
func TestPagedLists(t *testing.T) {
	h := New(sample.Record(), Options{})
	for _, list := range []string{"/disagreements", "/voices", "/timeline", "/sources", "/statements", "/figures", "/search?q=the"} {
		sep := "?"
		if strings.Contains(list, "?") {
			sep = "&"
		}
		w := get(t, h, list+sep+"n=1&from=1")
		if body := w.Body.String(); w.Code != 200 || !strings.Contains(body, `rel="prev"`) || !strings.Contains(body, "rows 2–2 of") {
			t.Errorf("%s: status %d, no way back", list, w.Code)
		}
	}
}

// Two pages side by side: what is contrary is marked, nothing of either page is lost.
func TestCompare(t *testing.T) {
	h := New(sample.Record(), Options{})
	var d struct {
		Rows []struct {
			Kind, Part string
			A, B       *struct{ Place view.Place }
		}
		Counts map[string]int
	}
	if err := json.Unmarshal(get(t, h, "/compare.json?a=kurier-1&b=sel-2").Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	a, b := 0, 0
	for _, row := range d.Rows {
		if row.A != nil {
			a++
		}
		if row.B != nil {
			b++
		}
		if row.Kind == "only" && row.A != nil && row.B != nil || row.Kind != "only" && (row.A == nil || row.B == nil) {
			t.Errorf("row %+v", row)
		}
	}
	told := func(id string) (n int) {
		p, _ := sample.Record().Reader(id, view.Asked{})
		for _, block := range p.Blocks {
			if block.Told {
				n++
			}
		}
		return n
	}
	if a != told("kurier-1") || b != told("sel-2") {
		t.Errorf("%d and %d passages, the pages have %d and %d", a, b, told("kurier-1"), told("sel-2"))
	}
	if len(d.Rows)-d.Counts["only"] == 0 {
		t.Error("nothing ties the two pages")
	}
}

// What differs from an outlet's pages is told with the other sides, which stand on pages of others.
func TestDisagreementsOfAnOutlet(t *testing.T) {
	h := New(sample.Record(), Options{})
	var d struct {
		Disagreements []struct {
			Row   string
			Sides []struct {
				Items []struct{ Outlet struct{ Name string } }
			}
		}
	}
	if err := json.Unmarshal(get(t, h, "/disagreements.json?outlet=Kurier&kind=figure").Body.Bytes(), &d); err != nil || len(d.Disagreements) == 0 {
		t.Fatalf("%v, %+v", err, d)
	}
	for _, c := range d.Disagreements {
		own, others := false, false
		for _, s := range c.Sides {
			for _, i := range s.Items {
				own, others = own || i.Outlet.Name == "Olm Kurier", others || i.Outlet.Name != "Olm Kurier"
			}
		}
		if !own || !others {
			t.Errorf("%s: own %v, others %v", c.Row, own, others)
		}
	}
}
