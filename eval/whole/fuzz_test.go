package whole

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/report"
	"github.com/hearsay-news/hearsay/show/term"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/show/web"
)

// together reads some pages and holds them against each other, without a store.
func together(bodies ...string) (*view.Record, *compare.Findings) {
	var readings []*read.Reading
	var pages []view.Page
	for i, body := range bodies {
		r := hearsay.Read(gather.Page{ID: fmt.Sprint("p", i), Bytes: []byte(body)})
		readings = append(readings, r)
		pages = append(pages, view.Page{ID: r.ID, Bytes: len(body), Skip: r.Skip, Reading: r})
	}
	found := hearsay.Compare(readings)
	return view.New(pages, found), found
}

var seeds = []string{
	"Unemployment rose from 5.1 percent in March 2010 to 6.2 percent in May 2010.",
	"But , as Kovac said halted .",
	"“The port of Sel will stay closed,” Ilse Marrow said on Thursday.\nIt rose from 31 last March to 21 now, she said.",
	"ঘাটের কাজ শেষ হয়েছিল ০৯:৪৫টার সময়, ৩ মার্চ ২০২১ তারিখে।",
	"PARIS (Reuters) - Two out of five said, says Mr. Smith, said that said that half of two thirds of 10,000 people were killed on 29 February 2011.",
	"Ferry halted\n\nThe quay is seen on March 30, 2021. Photo: N. Quist\n\nThe quay is seen on March 30, 2021. Photo: N. Quist\n\nThe talks planned for Friday were cancelled.",
}

// FuzzCompare: whatever two pages say, comparing them meets no fault and breaks no rule.
func FuzzCompare(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		_, found := together(short(a), short(b), short(a+"\n"+b))
		for _, x := range found.Faults {
			t.Errorf("%s: %s: %s\n%s", x.Room, x.Kind, x.Detail, x.Stack)
		}
	})
}

// short keeps one run short: what long pages cost is counted elsewhere.
func short(s string) string { return s[:min(len(s), 2000)] }

// FuzzExport: the document keeps every rule, place by place and word by word.
func FuzzExport(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		shown, _ := together(short(a), short(b))
		for _, bytewise := range []bool{false, true} {
			var doc bytes.Buffer
			if err := export.JSON(&doc, shown, export.Whole{Version: "test", Models: "1", All: true, Bytes: bytewise}); err != nil {
				t.Fatal(err)
			}
			if !bytewise {
				for _, flaw := range Flaws(doc.Bytes(), shown) {
					t.Error(flaw)
				}
			}
		}
	})
}

// FuzzView: the report, the tables and the reading room show it.
func FuzzView(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		shown, found := together(short(a), short(b))
		dial := view.Dial{All: true}
		if err := report.Write(io.Discard, shown, report.Options{Dial: dial}); err != nil {
			t.Fatal(err)
		}
		if err := (term.Paper{W: io.Discard, Width: 80}).Summary(shown.Overview(dial)); err != nil {
			t.Fatal(err)
		}
		room := web.New(shown, web.Options{})
		addresses := []string{"/", "/statements?all=1&min=0", "/figures", "/timeline", "/voices", "/sources", "/copies", "/terms", "/disagreements", "/compare?a=p0&b=p1", "/pages/p0", "/pages/p1"}
		for _, s := range found.Statements {
			addresses = append(addresses, "/why/"+s.ID)
		}
		for _, address := range addresses[:min(len(addresses), 16)] {
			if code := ask(room, address); code >= 500 {
				t.Errorf("%s: %d", address, code)
			}
		}
	})
}

// FuzzQuery: no address that is asked for makes the reading room fail.
func FuzzQuery(f *testing.F) {
	var bodies []string
	for p := range file.Pages([]string{"../../examples/harbour/pages"}, gather.Given{}) {
		if bodies = append(bodies, string(p.Bytes)); len(bodies) == 4 {
			break
		}
	}
	shown, _ := together(bodies...)
	room := web.New(shown, web.Options{})
	for _, address := range []string{"statements?speaker=e1&from=-1", "page/p0?at=5-2", "page/p0?at=99999999999-1", "search?q=%22port", "figures.json?from=9&n=-4", "why/x", "entity/%00", "statements.csv?min=NaN",
		"timeline?since=0000-00-00", "compare?a=p0&b=p0", "page/p1.json?at=1-3"} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if code := ask(room, "/"+address); code >= 500 {
			t.Errorf("%q: %d", address, code)
		}
	})
}

// ask returns the code of the answer, 0 for an address that is none.
func ask(room http.Handler, address string) int {
	r, err := http.NewRequest(http.MethodGet, "http://localhost"+strings.ReplaceAll(address, "\x00", "%00"), nil)
	if err != nil {
		return 0
	}
	w := httptest.NewRecorder()
	room.ServeHTTP(w, r)
	return w.Code
}
