package hearsay_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/show/view"
)

// An address that somebody wrote down leads on when a page that comes before all others takes over a row, and back when that page goes.
func TestOldIDsLeadOn(t *testing.T) {
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	add := func(id, outlet string) {
		t.Helper()
		page := gather.Page{ID: id, Bytes: []byte("Port of Sel stays shut\n“The port of Sel will stay shut until the last truck has left the quay,” said governor Ilse Marrow on Monday. Nine trucks burned at the quay of Sel on Sunday."),
			Form: gather.Article, Charset: "utf-8", Given: gather.Given{Outlet: outlet, Published: "2021-07-20"}}
		if _, err := r.Add(ctx, func(yield func(gather.Page) bool) { yield(page) }, hearsay.AddOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	look := func(see func(*hearsay.Look)) {
		t.Helper()
		l, err := r.Look(ctx)
		if err != nil {
			t.Fatal(err)
		}
		see(l)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	first := func() (statement, speaker, figure, event string) {
		look(func(l *hearsay.Look) {
			for _, s := range l.Statements(view.Filter{Dial: view.Dial{Min: .5}}).Statements {
				statement, speaker = s.ID, s.Speaker.ID
			}
			for _, f := range l.Figures("", "") {
				figure = f.ID
			}
			for _, e := range l.Timeline("", "") {
				event = e.ID
			}
		})
		return
	}
	add("m-page", "Radio Nord")
	s1, e1, f1, t1 := first()
	add("a-page", "Daily Sel")
	s2, e2, f2, t2 := first()
	if s1 == "" || e1 == "" || f1 == "" || t1 == "" || s1 == s2 || e1 == e2 {
		t.Fatalf("no rows, or none was taken over: %s %s, %s %s, %s %s, %s %s", s1, s2, e1, e2, f1, f2, t1, t2)
	}
	leads := func(from, to [4]string) {
		t.Helper()
		look(func(l *hearsay.Look) {
			if s, ok := l.Statement(from[0]); !ok || s.ID != to[0] {
				t.Errorf("the statement %s leads to %q, not to %s", from[0], s.ID, to[0])
			}
			if e, ok := l.Entity(from[1], view.Dial{Min: .5}, view.Window{}); !ok || e.ID != to[1] {
				t.Errorf("the voice %s leads to %q, not to %s", from[1], e.ID, to[1])
			}
			if f, ok := l.Figure(from[2]); !ok || f.ID != to[2] {
				t.Errorf("the figure %s leads to %q, not to %s", from[2], f.ID, to[2])
			}
			if e, ok := l.Entry(from[3]); !ok || e.ID != to[3] {
				t.Errorf("the event %s leads to %q, not to %s", from[3], e.ID, to[3])
			}
			for i := range from {
				if _, ok := l.Why(from[i]); !ok {
					t.Errorf("nothing explains %s", from[i])
				}
			}
		})
	}
	old, now := [4]string{s1, e1, f1, t1}, [4]string{s2, e2, f2, t2}
	leads(old, now)
	leads(now, now)
	if err := r.Remove(ctx, "a-page"); err != nil {
		t.Fatal(err)
	}
	leads(old, old)
	leads(now, old)
}
