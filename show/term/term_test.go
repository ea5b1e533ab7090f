package term

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// answers are everything the terminal can show of the sample.
var answers = map[string]func(Paper, *view.Record) error{
	"said": func(p Paper, r *view.Record) error {
		return p.Said(r.Statements(view.Filter{Dial: view.Dial{Min: .9}}), false)
	},
	"said-all": func(p Paper, r *view.Record) error {
		return p.Said(r.Statements(view.Filter{Dial: view.Dial{All: true}}), false)
	},
	"said-none": func(p Paper, r *view.Record) error {
		return p.Said(r.Statements(view.Filter{Dial: view.Dial{Min: .9}, Text: "no such words"}), false)
	},
	"timeline": func(p Paper, r *view.Record) error { return p.Timeline(r.Timeline("", "")) },
	"figures":  func(p Paper, r *view.Record) error { return p.Figures(r.Figures("", "")) },
	"pages":    func(p Paper, r *view.Record) error { return p.Pages(r.PageRows(view.Dial{Min: .9})) },
	"date": func(p Paper, r *view.Record) error {
		row, _ := r.Page("herald-4", view.Dial{Min: .9})
		return p.Date(row, r.Evidence("herald-4"))
	},
	"date-skipped": func(p Paper, r *view.Record) error {
		row, _ := r.Page("scan-9", view.Dial{Min: .9})
		return p.Date(row, r.Evidence("scan-9"))
	},
	"why":     func(p Paper, r *view.Record) error { w, _ := r.Why("s3"); return p.Why(w) },
	"summary": func(p Paper, r *view.Record) error { return p.Summary(r.Overview(view.Dial{Min: .9})) },
	"found": func(p Paper, r *view.Record) error {
		var rows []view.Found
		for _, h := range r.Find("crack", 5) {
			rows = append(rows, r.Show(h))
		}
		return p.Found("crack", rows, 0)
	},
}

func TestAnswers(t *testing.T) {
	r := sample.Record()
	for name, write := range answers {
		for _, width := range []int{60, 80, 120} {
			t.Run(name+"-"+strconv.Itoa(width), func(t *testing.T) {
				var b bytes.Buffer
				if err := write(Paper{W: &b, Width: width}, r); err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(b.String()) {
					if n := wide(strings.TrimSuffix(line, "\n")); n > width {
						t.Errorf("%d columns: %q", n, line)
					}
				}
				golden(t, filepath.Join("testdata", name+"-"+strconv.Itoa(width)+".txt"), b.Bytes())
			})
		}
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

func TestColourOnlyWhenAsked(t *testing.T) {
	r := sample.Record()
	for _, colour := range []bool{false, true} {
		var b bytes.Buffer
		if err := answers["said"](Paper{W: &b, Width: 80, Colour: colour}, r); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), "\x1b["); got != colour {
			t.Errorf("colour %v: escape codes %v", colour, got)
		}
	}
	if p := New(&bytes.Buffer{}, ""); p.Colour {
		t.Error("colour without a terminal")
	}
}

func TestNextNamesTheRecord(t *testing.T) {
	var b bytes.Buffer
	if err := answers["why"](Paper{W: &b, Width: 100, Record: "my story.db"}, sample.Record()); err != nil {
		t.Fatal(err)
	}
	if want := "hearsay -r 'my story.db' date "; !strings.Contains(b.String(), want) {
		t.Errorf("%q is missing:\n%s", want, b.String())
	}
}

func TestWide(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "é": 1, "e\u0301": 1, "日本": 4, "ｶﾅ": 2, "ＡＢ": 4, "한": 2, "a\u200bb": 2, "→ “x”": 5, "مرحبا": 5} {
		if got := wide(s); got != want {
			t.Errorf("wide(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		words string
		n     int
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"unbreakable", 4, []string{"unbr", "eaka", "ble"}},
		{"日本語 の 話", 5, []string{"日本", "語 の", "話"}},
		{"red\x1b[31m alert \u202eevil", 20, []string{"red[31m alert evil"}},
	} {
		if d := cmp.Diff(c.want, wrap(c.words, c.n)); d != "" {
			t.Errorf("wrap(%q, %d) (-want +got):\n%s", c.words, c.n, d)
		}
	}
}
