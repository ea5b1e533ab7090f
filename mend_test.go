package hearsay_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/view"
)

func harbour(t *testing.T, path string) *hearsay.Record {
	t.Helper()
	r, err := hearsay.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Add(context.Background(), file.Pages([]string{"examples/harbour/pages"}, gather.Given{}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return r
}

func shownOf(t *testing.T, r *hearsay.Record) *view.Record {
	t.Helper()
	shown, err := r.View(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// What a person put right holds when pages are added and removed, and when everything is read and compared anew, and is gone when it is taken back.
func TestMend(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	r := harbour(t, path)
	before := shownOf(t, r)
	want := exported(t, before)
	var mends []compare.Mend
	note := func(m compare.Mend, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		mends = append(mends, m)
	}
	note(r.RenameOutlet(ctx, "Sel Courier", "The Courier of Sel", ""))
	var persons []*compare.Entity
	for i := range before.Findings.Entities {
		if e := &before.Findings.Entities[i]; e.Type == "PER" && len(e.Mentions) > 2 {
			persons = append(persons, e)
		}
	}
	if len(persons) < 3 {
		t.Fatal("too few persons")
	}
	note(r.JoinEntities(ctx, persons[0].ID, persons[1].ID, "a test"))
	parted := persons[2]
	away := parted.Mentions[len(parted.Mentions)-1].Page
	if away == parted.Mentions[0].Page {
		t.Fatalf("%s stands on one page", parted.Name)
	}
	note(r.SplitEntity(ctx, parted.ID, []string{away}, ""))
	hidden, noted := before.Findings.Statements[0].ID, before.Findings.Figures[0].ID
	note(r.HideRow(ctx, hidden, ""))
	note(r.Remark(ctx, noted, "checked by telephone"))
	holds := func(when string, r *hearsay.Record) {
		t.Helper()
		shown := shownOf(t, r)
		if outlet := shown.Outlet("courier-count"); outlet.Name != "The Courier of Sel" {
			t.Errorf("%s: the outlet is not renamed", when)
		}
		if _, ok := shown.Statement(hidden); ok {
			t.Errorf("%s: the statement is still there", when)
		}
		joined, ok := shown.Entity(persons[0].ID, view.Dial{}, view.Window{})
		if !ok || joined.Mentions != len(persons[0].Mentions)+len(persons[1].Mentions) {
			t.Errorf("%s: joined: %v, %d mentions of %d and %d", when, ok, joined.Mentions, len(persons[0].Mentions), len(persons[1].Mentions))
		}
		if e, ok := shown.Entity(persons[1].ID, view.Dial{}, view.Window{}); ok && e.ID != persons[0].ID { // its id may lead on
			t.Errorf("%s: the joined one is still there", when)
		}
		left, _ := shown.Entity(parted.ID, view.Dial{}, view.Window{})
		if slices.ContainsFunc(left.Where, func(p view.Place) bool { return p.Page == away }) || left.Mentions >= len(parted.Mentions) {
			t.Errorf("%s: not parted", when)
		}
		for _, look := range []*view.Record{shown, looked(t, r)} {
			if why, _ := look.Why(noted); !slices.ContainsFunc(why.Reasons, func(s string) bool { return strings.Contains(s, "checked by telephone") }) {
				t.Errorf("%s: why does not tell the note: %q", when, why.Reasons)
			}
		}
		for _, m := range shown.Findings.Mends {
			if !m.Met {
				t.Errorf("%s: %s %+v meets nothing", when, m.Kind, m.Of)
			}
		}
		if got := exported(t, shown); !strings.Contains(got, `"corrections":[`) {
			t.Errorf("%s: the export does not tell of it", when)
		}
	}
	holds("at once", r)
	mended := exported(t, shownOf(t, r))
	one := gather.Page{ID: "more", Bytes: []byte("The ferry is late, captain Petra Lind said.")}
	if _, err := r.Add(ctx, slices.Values([]gather.Page{one}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	holds("with a page more", r)
	if err := r.Remove(ctx, "more"); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if done, err := hearsay.Repair(ctx, path); err != nil || len(done.Problems) > 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	r, err := hearsay.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	holds("made anew", r)
	if got := exported(t, shownOf(t, r)); got != mended {
		t.Errorf("made anew:\n%s", cmp.Diff(mended, got))
	}
	listed, err := r.Mends(ctx)
	if err != nil || len(listed) != len(mends) {
		t.Errorf("%d mends listed, %v", len(listed), err)
	}
	for _, m := range mends {
		if err := r.Unmend(ctx, m.ID); err != nil {
			t.Error(err)
		}
	}
	if err := r.Unmend(ctx, mends[0].ID); err == nil {
		t.Error("taken back twice")
	}
	if got := exported(t, shownOf(t, r)); got != want {
		t.Errorf("taken back:\n%s", cmp.Diff(want, got))
	}
}

func looked(t *testing.T, r *hearsay.Record) *view.Record {
	t.Helper()
	look, err := r.Look(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { look.Close() })
	return look.Record
}

// Two records joined say what one record of all their pages says, and what was put right in either.
func TestMerge(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	whole := harbour(t, filepath.Join(folder, "whole.db"))
	defer whole.Close()
	want := exported(t, shownOf(t, whole))
	var all []gather.Page
	for p := range file.Pages([]string{"examples/harbour/pages"}, gather.Given{}) {
		all = append(all, p)
	}
	var halves []*hearsay.Record
	for n, list := range [][]gather.Page{all[:9], all[7:]} { // two pages are in both
		r, err := hearsay.Open(ctx, filepath.Join(folder, []string{"a.db", "b.db"}[n]))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if _, err := r.Add(ctx, slices.Values(list), hearsay.AddOptions{}); err != nil {
			t.Fatal(err)
		}
		halves = append(halves, r)
	}
	mend, err := halves[1].RenameOutlet(ctx, "Sel Courier", "The Courier of Sel", "")
	if err != nil {
		t.Fatal(err)
	}
	done, err := halves[0].Merge(ctx, filepath.Join(folder, "b.db"))
	if err != nil || done.New != len(all)-9 || done.Read != 0 || done.Mends != 1 {
		t.Errorf("%+v, %v", done, err)
	}
	if shownOf(t, halves[0]).Outlet("courier-vote").Name != "The Courier of Sel" {
		t.Error("what was put right is lost")
	}
	if err := halves[0].Unmend(ctx, mend.ID); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, shownOf(t, halves[0])); got != want {
		t.Errorf("joined:\n%s", cmp.Diff(want, got))
	}
	if _, err := halves[0].Merge(ctx, filepath.Join(folder, "none.db")); err == nil {
		t.Error("joined with nothing")
	}
}
