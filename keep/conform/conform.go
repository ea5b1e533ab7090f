// Package conform holds every store to the same answers: what is put into a record comes out as it was, whatever the order, whoever looks on.
//
//	func TestConform(t *testing.T) {
//		conform.Run(t, func(t *testing.T) keep.Store { return open(t, t.TempDir()) })
//	}
package conform

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// Run runs the suite; open makes an empty record each time, and closes it when the test ends.
func Run(t *testing.T, open func(*testing.T) keep.Store) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, keep.Store)
	}{
		{"ids", ids}, {"versions", versions}, {"given is taken over", given}, {"removal and sharing", sharing}, {"unread", unread}, {"readings", readings},
		{"findings and faults", findings}, {"windows and counts", windows}, {"all or nothing", nothing}, {"snapshots", snapshots}, {"readers beside a writer", beside}, {"search", search}, {"order of hits", ranks},
		{"fetches", fetches}, {"order", order}, {"another order of rows", reordered},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, open(t)) })
	}
}

// put keeps a flat page of the given words.
func put(t testing.TB, s keep.Store, name, path, words string, given gather.Given) keep.Page {
	t.Helper()
	in := gather.Page{ID: name, Name: name, Path: path, Bytes: []byte(words), Form: gather.Article, Given: given}
	p := keep.Describe(in)
	p.Added = "2024-05-06T07:08:09Z"
	if err := s.Update(context.Background(), func(tx keep.Tx) error { return tx.PutPage(p, in.Bytes, read.Read(en.Language, in)) }); err != nil {
		t.Fatal(err)
	}
	return p
}

// look asks questions of one snapshot.
func look(t testing.TB, s keep.Store, ask func(keep.Snapshot)) {
	t.Helper()
	l, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ask(l)
}

func pages(t testing.TB, s keep.Store) (list []keep.Page) {
	t.Helper()
	look(t, s, func(l keep.Snapshot) {
		var err error
		if list, err = l.Pages(); err != nil {
			t.Fatal(err)
		}
	})
	return list
}

func same(t testing.TB, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

const shut = "The port of Sel is shut, governor Ilse Marrow said on Monday."

func ids(t *testing.T, s keep.Store) {
	put(t, s, "port", "north/port", shut, gather.Given{})
	put(t, s, "port", "south/port", "The port of Odrin is open.", gather.Given{})
	put(t, s, "ferry", "north/ferry", "The ferry is late.", gather.Given{})
	var got []string
	for _, p := range pages(t, s) {
		got = append(got, p.ID+" "+p.Added)
	}
	same(t, []string{"ferry 2024-05-06T07:08:09Z", "north/port 2024-05-06T07:08:09Z", "south/port 2024-05-06T07:08:09Z"}, got)
}

func versions(t *testing.T, s keep.Store) {
	put(t, s, "port", "port", "The port of Sel is open.", gather.Given{Fetched: "2021-07-19", URL: "https://nord.example/port"})
	put(t, s, "port", "port", shut, gather.Given{Fetched: "2021-07-18", URL: "https://nord.example/port"})
	put(t, s, "elsewhere", "elsewhere", "The port of Sel is half open.", gather.Given{Fetched: "2021-07-20", URL: "https://nord.example/port"})
	var got []string
	for _, p := range pages(t, s) {
		got = append(got, p.ID+": "+strings.Join(p.Versions, " "))
	}
	same(t, []string{"elsewhere: port port@2", "port: port@2 elsewhere", "port@2: port elsewhere"}, got)
}

func given(t *testing.T, s keep.Store) {
	put(t, s, "a", "a", shut, gather.Given{})
	put(t, s, "a", "a", shut, gather.Given{Outlet: "Radio Nord"})
	list := pages(t, s)
	if len(list) != 1 || list[0].Given.Outlet != "Radio Nord" {
		t.Errorf("%+v", list)
	}
	look(t, s, func(l keep.Snapshot) {
		if kept, err := l.Readings(); err != nil || len(kept) != 1 {
			t.Errorf("%d readings, want the newer one only; %v", len(kept), err)
		}
	})
}

func sharing(t *testing.T, s keep.Store) {
	first, second := put(t, s, "a", "a", shut, gather.Given{}), put(t, s, "b", "b", shut, gather.Given{})
	remove := func(p keep.Page) error {
		return s.Update(context.Background(), func(tx keep.Tx) error { return tx.RemovePage(p) })
	}
	if err := remove(first); err != nil {
		t.Fatal(err)
	}
	look(t, s, func(l keep.Snapshot) {
		if b, err := l.Original(second); err != nil || string(b) != shut {
			t.Errorf("what is left: %q, %v", b, err)
		}
		if r, err := l.Reading(second); err != nil || len(r.Statements) == 0 {
			t.Errorf("what is left: %v", err)
		}
	})
	if err := remove(first); !errors.Is(err, keep.ErrNoSuchRow) {
		t.Errorf("taken out twice: %v", err)
	}
	if err := remove(second); err != nil {
		t.Fatal(err)
	}
	look(t, s, func(l keep.Snapshot) {
		kept, err := l.Readings()
		if err != nil || len(kept) > 0 {
			t.Errorf("readings %v, %v", kept, err)
		}
		if hits, err := l.Search("port", 5); err != nil || len(hits) > 0 {
			t.Errorf("what was taken out is found: %v, %v", hits, err)
		}
	})
	put(t, s, "a", "a", shut, gather.Given{}) // and in again
	if n := len(pages(t, s)); n != 1 {
		t.Errorf("%d pages", n)
	}
}

func unread(t *testing.T, s keep.Store) {
	ctx := context.Background()
	picture := keep.Describe(gather.Page{ID: "a", Source: "a.png", Skip: &gather.Skip{Reason: gather.Unreadable, Detail: "a picture"}})
	if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutPage(picture, nil, nil) }); err != nil {
		t.Fatal(err)
	}
	list := pages(t, s)
	if len(list) != 1 || list[0].Skip == nil || list[0].Skip.Detail != "a picture" {
		t.Fatalf("%+v", list)
	}
	look(t, s, func(l keep.Snapshot) {
		if r, err := l.Reading(list[0]); r != nil || err != nil {
			t.Errorf("a reading of what was not read: %v, %v", r, err)
		}
		if _, err := l.Original(list[0]); err == nil {
			t.Error("bytes of what has none")
		}
	})
	put(t, s, "a", "a", shut, gather.Given{}) // it can be read now
	if list := pages(t, s); len(list) != 1 || list[0].Skip != nil {
		t.Errorf("%+v", list)
	}
}

func readings(t *testing.T, s keep.Store) {
	p := put(t, s, "a", "a", shut, gather.Given{Published: "2021-07-19"})
	want := read.Read(en.Language, gather.Page{ID: "a", Name: "a", Path: "a", Bytes: []byte(shut), Form: gather.Article, Given: p.Given})
	list := pages(t, s)
	look(t, s, func(l keep.Snapshot) {
		got, err := l.Reading(list[0])
		if err != nil {
			t.Fatal(err)
		}
		same(t, want.Page.Text, got.Page.Text)
		same(t, want.Page.Blocks, got.Page.Blocks)
		same(t, want.Article, got.Article)
		same(t, want.Statements, got.Statements)
		same(t, want.Clauses, got.Clauses)
		same(t, want.Given, got.Given)
		head, err := l.Head(list[0])
		if err != nil || head.Page.Text != want.Page.Text || len(head.Statements) > 0 {
			t.Errorf("head: %+v, %v", head, err)
		}
		if x := l.Close(); x != nil {
			t.Error(x)
		}
	})
}

func findings(t *testing.T, s keep.Store) {
	one := put(t, s, "a", "a", shut, gather.Given{Outlet: "Radio Nord"})
	put(t, s, "b", "b", shut+" Nine trucks crossed.", gather.Given{Outlet: "Daily Sel"})
	state := func() (state keep.State) {
		look(t, s, func(l keep.Snapshot) {
			var err error
			if state, err = l.State(); err != nil {
				t.Fatal(err)
			}
		})
		return state
	}
	look(t, s, func(l keep.Snapshot) {
		if f, err := l.Findings(); f != nil || err != nil || state().Made != "" {
			t.Errorf("findings before there are any: %v, %v", f, err)
		}
	})
	want := compared(t, s)
	want.Faults = append(want.Faults, compare.Fault{ID: "x1", Room: "figures", Kind: compare.Broken, Detail: "index out of range"})
	for n := range 3 { // the second time over the first, the third what is there already
		kept(t, s, want, fmt.Sprint("rules ", n))
		look(t, s, func(l keep.Snapshot) {
			got, err := l.Findings()
			if err != nil {
				t.Fatal(err)
			}
			same(t, want.Statements, got.Statements)
			same(t, want.Entities, got.Entities)
			same(t, want.Copies, got.Copies)
			same(t, want.Faults, got.Faults)
			same(t, want.Compared, got.Compared)
			each := &compare.Findings{}
			for _, list := range []keep.List{keep.Statements, keep.Entities, keep.Faults} {
				if err := l.Each(list, func(f *compare.Findings) error {
					each.Statements, each.Entities, each.Faults = append(each.Statements, f.Statements...), append(each.Entities, f.Entities...), append(each.Faults, f.Faults...)
					return nil
				}); err != nil {
					t.Fatal(err)
				}
			}
			same(t, want.Statements, each.Statements)
			same(t, want.Entities, each.Entities)
			same(t, want.Faults, each.Faults)
		})
		if got := state(); got.Made != fmt.Sprint("rules ", n) || !got.Fresh {
			t.Errorf("%+v", got)
		}
		want.Faults = nil
	}
	if err := s.Update(context.Background(), func(tx keep.Tx) error { return tx.PutPage(one, []byte(shut), nil) }); err != nil { // nothing new
		t.Fatal(err)
	}
	if got := state(); !got.Fresh {
		t.Error("adding what is there makes the findings stale")
	}
	if err := s.Update(context.Background(), func(tx keep.Tx) error { return tx.RemovePage(one) }); err != nil {
		t.Fatal(err)
	}
	if got := state(); got.Fresh {
		t.Error("taking a page out leaves the findings fresh")
	}
}

// compared compares the pages of a record.
func compared(t *testing.T, s keep.Store) *compare.Findings {
	t.Helper()
	var all []*read.Reading
	look(t, s, func(l keep.Snapshot) {
		list, err := l.Pages()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range list {
			r, err := l.Reading(p)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r)
		}
	})
	return compare.Compare(en.Language, all)
}

// kept keeps findings, each list in the order of its ids.
func kept(t *testing.T, s keep.Store, f *compare.Findings, made string) {
	t.Helper()
	c := keep.Comparison{Made: made, Pages: pages(t, s), Answers: map[string]any{"count": &compare.Compared{Statements: len(f.Statements)}}}
	row := func(r keep.Row) { c.Rows = append(c.Rows, r) }
	for i := range f.Overlays {
		row(keep.Row{List: keep.Overlays, ID: f.Overlays[i].Page, Value: &f.Overlays[i]})
	}
	for i := range f.Pages {
		row(keep.Row{List: keep.PagesFound, ID: f.Pages[i].ID, Value: &f.Pages[i], Who: f.Pages[i].Outlet})
	}
	for i := range f.Stories {
		row(keep.Row{List: keep.Stories, ID: f.Stories[i].ID, Value: &f.Stories[i], Size: len(f.Stories[i].Pages)})
	}
	for i := range f.Entities {
		c.Rows = append(c.Rows, keep.EntityRows(keep.Row{List: keep.Entities, ID: f.Entities[i].ID, Kind: f.Entities[i].Type, Words: f.Entities[i].Name}, &f.Entities[i])...)
	}
	for i := range f.Statements {
		x := &f.Statements[i]
		r := keep.Row{List: keep.Statements, ID: x.ID, Value: x, Kind: string(x.Stance), Sub: string(x.Kind), Sure: x.Confidence, Speech: true, Who: x.Speaker, Voices: x.Chain}
		for k := range x.Accounts {
			r.Pages = append(r.Pages, x.Accounts[k].Page)
		}
		row(r)
	}
	for i := range f.Figures {
		row(keep.Row{List: keep.Figures, ID: f.Figures[i].ID, Value: &f.Figures[i], Kind: string(f.Figures[i].Verdict), Words: f.Figures[i].Counts})
	}
	for i := range f.Timeline {
		row(keep.Row{List: keep.Timeline, ID: f.Timeline[i].ID, Value: &f.Timeline[i]})
	}
	for i := range f.Copies {
		row(keep.Row{List: keep.Copies, ID: f.Copies[i].ID, Value: &f.Copies[i], Kind: f.Copies[i].Kind})
	}
	for i := range f.Faults {
		row(keep.Row{List: keep.Faults, ID: f.Faults[i].ID, Value: &f.Faults[i]})
	}
	row(keep.Row{List: keep.Compared, ID: "compared", Value: &f.Compared})
	if err := s.Update(context.Background(), func(tx keep.Tx) error { return tx.PutFindings(c) }); err != nil {
		t.Fatal(err)
	}
}

var sentences = strings.Split(`The port of Sel is shut|Nine ferries were sold to Odrin|Teachers want higher wages|A new bridge costs too much|The museum opens in June|`+
	`Rain has ruined the barley|The vote was fair|Two smugglers were caught near Brackmoor|Nobody reads the old law|The hospital needs forty nurses`, "|")

// Windows and counts of a list say the same as a look at all of it.
func windows(t *testing.T, s keep.Store) {
	for n := range 30 {
		said := sentences[n%len(sentences)]
		who := []string{"Ilse Marrow", "Tomas Reyle", "Petra Lind"}[n/10]
		put(t, s, fmt.Sprint("p", n), fmt.Sprint("p", n), fmt.Sprintf("%s, %s said on Monday. Ada Brand warned that truck %d lost its load.", said, who, n),
			gather.Given{Outlet: []string{"Radio Nord", "Daily Sel", "Kurier"}[n%3]})
	}
	f := compared(t, s)
	kept(t, s, f, "rules")
	if len(f.Statements) < 20 {
		t.Fatalf("only %d statements", len(f.Statements))
	}
	voice, outlet := f.Statements[0].Speaker, f.Pages[0].Outlet
	carries := func(x *compare.Statement, of func(page string) bool) bool {
		for k := range x.Accounts {
			if of(x.Accounts[k].Page) {
				return true
			}
		}
		return false
	}
	outlets := map[string]string{}
	for _, p := range f.Pages {
		outlets[p.ID] = p.Outlet
	}
	for what, c := range map[string]struct {
		query  keep.Query
		chosen func(*compare.Statement) bool
	}{
		"all":     {keep.Query{}, func(*compare.Statement) bool { return true }},
		"stance":  {keep.Query{Kind: "warn"}, func(x *compare.Statement) bool { return x.Stance == "warn" }},
		"kind":    {keep.Query{Sub: "direct"}, func(x *compare.Statement) bool { return x.Kind == "direct" }},
		"speaker": {keep.Query{Who: voice}, func(x *compare.Statement) bool { return x.Speaker == voice }},
		"nobody":  {keep.Query{Who: keep.Nobody}, func(x *compare.Statement) bool { return x.Speaker == "" }},
		"page":    {keep.Query{Page: "p7"}, func(x *compare.Statement) bool { return carries(x, func(p string) bool { return p == "p7" }) }},
		"outlet": {keep.Query{Outlet: outlet}, func(x *compare.Statement) bool {
			return carries(x, func(p string) bool { return outlets[p] == outlet })
		}},
		"sure": {keep.Query{Min: .85}, func(*compare.Statement) bool { return true }},
		"words": {keep.Query{Words: "truck 1"}, func(x *compare.Statement) bool {
			return carries(x, func(p string) bool { return p == "p1" || len(p) == 3 && p[1] == '1' })
		}},
	} {
		var want []string
		total := 0
		for i := range f.Statements {
			if x := &f.Statements[i]; c.chosen(x) {
				total++
				if x.Confidence >= c.query.Min {
					want = append(want, x.ID)
				}
			}
		}
		c.query.List = keep.Statements
		look(t, s, func(l keep.Snapshot) {
			all, err := l.Find(c.query)
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			same(t, want, all.IDs)
			same(t, []int{total, len(want)}, []int{all.Total, all.Shown})
			for from := 0; from < len(want); from += 3 {
				c.query.From, c.query.N = from, 3
				part, err := l.Find(c.query)
				if err != nil || part.Total != total {
					t.Errorf("%s from %d: %+v, %v", what, from, part, err)
				}
				same(t, want[from:min(from+3, len(want))], part.IDs)
			}
		})
	}
	look(t, s, func(l keep.Snapshot) {
		named, err := l.Find(keep.Query{List: keep.Entities, Called: "ilse marr"})
		if err != nil || named.Total == 0 {
			t.Errorf("a name that has only begun: %+v, %v", named, err)
		}
		if named, err = l.Find(keep.Query{List: keep.Entities, Called: "arrow"}); err != nil || named.Total > 0 {
			t.Errorf("the end of a name: %+v, %v", named, err)
		}
		got := &compare.Findings{}
		if err := l.Get([]string{f.Statements[0].ID, "none", f.Figures[0].ID}, got); err != nil {
			t.Fatal(err)
		}
		same(t, f.Statements[:1], got.Statements)
		same(t, f.Figures[:1], got.Figures)
		var count compare.Compared
		if ok, err := l.Answer("count", &count); !ok || err != nil || count.Statements != len(f.Statements) {
			t.Errorf("answer %+v, %v", count, err)
		}
		if ok, err := l.Answer("other", &count); ok || err != nil {
			t.Errorf("an answer that nobody kept: %v", err)
		}
		ids, err := l.OnPage("p7", keep.Statements)
		if err != nil || len(ids) == 0 {
			t.Errorf("on a page: %v, %v", ids, err)
		}
		if p, ok, err := l.Page("p7"); !ok || err != nil || p.ID != "p7" {
			t.Errorf("page %+v, %v", p, err)
		}
	})
}

func nothing(t *testing.T, s keep.Store) {
	p := put(t, s, "a", "a", shut, gather.Given{})
	stop := errors.New("stop")
	err := s.Update(context.Background(), func(tx keep.Tx) error {
		if err := tx.RemovePage(p); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) || len(pages(t, s)) != 1 {
		t.Errorf("%v, %d pages", err, len(pages(t, s)))
	}
}

// A snapshot shows the record as it was, with everything that has been taken out since.
func snapshots(t *testing.T, s keep.Store) {
	p := put(t, s, "a", "a", shut, gather.Given{})
	look(t, s, func(before keep.Snapshot) {
		put(t, s, "b", "b", "The ferry is late.", gather.Given{})
		if err := s.Update(context.Background(), func(tx keep.Tx) error { return tx.RemovePage(p) }); err != nil {
			t.Fatal(err)
		}
		list, err := before.Pages()
		if err != nil || len(list) != 1 || list[0].ID != "a" {
			t.Errorf("pages %+v, %v", list, err)
		}
		if r, err := before.Reading(p); err != nil || string(r.Page.Text) != shut {
			t.Errorf("reading: %v", err)
		}
		if b, err := before.Original(p); err != nil || string(b) != shut {
			t.Errorf("original: %v", err)
		}
		if hits, err := before.Search("governor", 5); err != nil || len(hits) != 1 {
			t.Errorf("search: %v, %v", hits, err)
		}
	})
	if list := pages(t, s); len(list) != 1 || list[0].ID != "b" {
		t.Errorf("afterwards: %+v", list)
	}
}

// answers is how many each reader asks for while pages come and go.
const answers = 1000

// Nobody who looks on while pages come and go is told of damage, or of a page without its reading.
func beside(t *testing.T, s keep.Store) {
	for n := range 8 {
		put(t, s, fmt.Sprint("kept ", n), fmt.Sprint("kept ", n), fmt.Sprintf("%s Truck %d crossed.", shut, n), gather.Given{})
	}
	in := gather.Page{ID: "guest", Bytes: []byte("The port is open to guests."), Form: gather.Article}
	guest, r := keep.Describe(in), read.Read(en.Language, in)
	ctx, stop := context.WithCancel(context.Background())
	var writer, readers sync.WaitGroup
	writer.Go(func() {
		for ctx.Err() == nil {
			for _, write := range []func(keep.Tx) error{
				func(tx keep.Tx) error { return tx.PutPage(guest, in.Bytes, r) },
				func(tx keep.Tx) error { return tx.RemovePage(guest) },
			} {
				if err := s.Update(context.Background(), write); err != nil {
					t.Errorf("write: %v", err)
					return
				}
			}
		}
	})
	for n := range 2 {
		readers.Go(func() {
			for i := 0; i < answers/2 && !t.Failed(); i++ {
				if err := answer(s, (n+i)%2 == 0); err != nil {
					t.Errorf("answer %d: %v", i, err)
				}
			}
		})
	}
	readers.Wait()
	stop()
	writer.Wait()
}

func answer(s keep.Store, searching bool) error {
	l, err := s.Snapshot(context.Background())
	if err != nil {
		return err
	}
	defer l.Close()
	list, err := l.Pages()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, p := range list {
		known[p.ID] = true
		if searching {
			continue
		}
		if _, err := l.Reading(p); err != nil {
			return err
		}
		if _, err := l.Original(p); err != nil {
			return err
		}
	}
	hits, err := l.Search("port", 50)
	if err != nil {
		return err
	}
	if len(hits) != len(list) {
		return fmt.Errorf("%d hits on %d pages", len(hits), len(list))
	}
	for _, h := range hits {
		if !known[h.Page] {
			return fmt.Errorf("a hit on %q, which is no page", h.Page)
		}
	}
	return nil
}

func search(t *testing.T, s keep.Store) {
	put(t, s, "a", "a", "The port of Sel is shut.", gather.Given{})
	put(t, s, "b", "b", "The café at the port is open.\nNobody knows why.", gather.Given{})
	for query, want := range map[string]int{"port": 2, "PORT shut": 1, `"port of sel"`: 1, `"sel of port"`: 0, "cafe": 1, "": 0, `"`: 0, "a OR b": 0,
		"'; DROP TABLE pages": 0, "port -- shut": 1, "nobody port": 0} {
		look(t, s, func(l keep.Snapshot) {
			hits, err := l.Search(query, 10)
			if err != nil || len(hits) != want {
				t.Errorf("%q: %d hits, want %d; %v", query, len(hits), want, err)
			}
			if hits, err := l.Search("port", 1); err != nil || len(hits) != 1 {
				t.Errorf("limit: %d hits, %v", len(hits), err)
			}
		})
	}
}

// The lines of which the words are most come first, equal ones by page and place.
func ranks(t *testing.T, s keep.Store) {
	put(t, s, "a", "a", "The ferry to the old port of Sel, where nobody has been since the harvest, is late again, say the farmers.\nThe ferry is late.", gather.Given{})
	put(t, s, "b", "b", "Ferry, ferry, ferry!\nNine trucks crossed by ferry.", gather.Given{})
	put(t, s, "c", "c", "Nine trucks crossed.", gather.Given{})
	kept(t, s, compared(t, s), "rules")
	for query, want := range map[string][]string{
		"ferry":      {"b 0", "a 107", "b 21", "a 0"},
		"late ferry": {"a 107", "a 0"},
		"nine":       {"c 0", "b 21"},
	} {
		look(t, s, func(l keep.Snapshot) {
			hits, err := l.Search(query, 10)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range hits {
				got = append(got, fmt.Sprintf("%s %d", h.Page, h.Start))
			}
			same(t, want, got)
		})
	}
}

func fetches(t *testing.T, s keep.Store) {
	p := put(t, s, "a", "a", shut, gather.Given{})
	ctx := context.Background()
	for n, day := range []string{"2021-07-19", "2021-07-18"} {
		c := keep.Capture{URL: "https://nord.example/port", Time: day + "T10:00:00Z", Page: p.Key(), ETag: fmt.Sprint(n), Record: []byte{byte(n)}}
		if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutCapture(c) }); err != nil {
			t.Fatal(err)
		}
	}
	look(t, s, func(l keep.Snapshot) {
		if c, found, err := l.Known("https://nord.example/port"); err != nil || !found || c.ETag != "0" {
			t.Errorf("known: %+v, %v, %v", c, found, err)
		}
		if _, found, err := l.Known("https://nord.example/"); err != nil || found {
			t.Errorf("known though it never was: %v", err)
		}
		var got []string
		if err := l.Captures(func(c keep.Capture) error { got = append(got, c.Time); return nil }); err != nil {
			t.Fatal(err)
		}
		same(t, []string{"2021-07-18T10:00:00Z", "2021-07-19T10:00:00Z"}, got)
	})
}

// The order in which pages came shows nowhere.
func order(t *testing.T, s keep.Store) {
	words := []string{shut, "The ferry is late.", "Nine trucks crossed."}
	for _, n := range []int{2, 0, 1} {
		put(t, s, fmt.Sprint("p", n), fmt.Sprint("p", n), words[n], gather.Given{})
	}
	for n, p := range pages(t, s) {
		if p.ID != fmt.Sprint("p", n) || p.SHA256 != keep.Sum([]byte(words[n])) {
			t.Errorf("page %d is %s", n, p.ID)
		}
	}
}

// Rows that are kept again in another order are read in it, though none of them changed.
func reordered(t *testing.T, s keep.Store) {
	put(t, s, "a", "a", "“The port is shut,” Marrow said. The ferry is late, Brand said. The bridge is safe, Orrin said.", gather.Given{Outlet: "Radio Nord"})
	want := compared(t, s)
	if len(want.Statements) < 3 {
		t.Fatalf("%d statements to put in order", len(want.Statements))
	}
	for n := range 3 {
		kept(t, s, want, fmt.Sprint("rules ", n))
		var ids []string
		for i := range want.Statements {
			ids = append(ids, want.Statements[i].ID)
		}
		look(t, s, func(l keep.Snapshot) {
			got, err := l.Find(keep.Query{List: keep.Statements})
			if err != nil {
				t.Fatal(err)
			}
			same(t, ids, got.IDs)
		})
		want.Statements = append(want.Statements[1:len(want.Statements):len(want.Statements)], want.Statements[0])
	}
}
