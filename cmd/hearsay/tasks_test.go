package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hearsay-news/hearsay/internal/browse"
	"github.com/hearsay-news/hearsay/show/web"
)

// harbourRoom is the harbour story in a room where things can be put right.
func harbourRoom(t *testing.T) *livingRoom {
	t.Helper()
	path := filepath.Join(t.TempDir(), "harbour.db")
	var out bytes.Buffer
	if code := run(context.Background(), []string{"-r", path, "add", filepath.Join("..", "..", "examples", "harbour", "pages")}, streams{strings.NewReader(""), &out, &out}); code != 0 {
		t.Fatalf("exit code %d: %s", code, out.String())
	}
	room := &livingRoom{source: source{where: path}, log: slog.New(slog.DiscardHandler)}
	room.editor = web.NewEditor(room.edit)
	if err := room.load(context.Background()); err != nil {
		t.Fatal(err)
	}
	return room
}

const (
	article = `document.querySelector("main").innerText.replace(/\s+/g, " ")`
	marks   = `[...document.querySelectorAll("main mark")].map((m) => m.textContent).join(" ")`
)

func says(b *browse.Browser, words ...string) {
	b.Helper()
	told := b.Read(article)
	for _, w := range words {
		if !strings.Contains(told, w) {
			b.Errorf("%s does not say %q", b.Read("location.pathname"), w)
		}
	}
}

// What an editor comes for is at most three steps from the brief, by keyboard. A step leads to another page.
func TestBrowserTasks(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: opens a browser; ./test runs it")
	}
	b := browse.Open(t, harbourRoom(t))
	enter := chromedp.KeyEvent(kb.Enter)
	for _, task := range []struct {
		name string
		do   func()
	}{
		{"did she say it, and who says so", func() {
			b.Do(chromedp.KeyEvent("/"), chromedp.Evaluate[chromedp.Void](`document.activeElement.value = ""`), chromedp.KeyEvent("fired on the depot")) // the sent key types itself
			b.Leads(enter, "/search?q=fired")
			says(b, "Ilse Marrow", "denie", "Radio Nord")
			b.Row("main", "denie")
			b.Leads(enter, "/pages/")
			if got := b.Read(marks); !strings.Contains(got, "fired on the depot") {
				t.Errorf("marked: %q", got)
			}
		}},
		{"when was this page published and why", func() {
			b.Leads(chromedp.KeyEvent("5"), "/sources")
			b.Row("main", "Eleven Dead in Sel Blast")
			if got := b.Read(`document.activeElement.closest("tr").innerText`); !strings.Contains(got, "7 March 2023") || !strings.Contains(got, "address") {
				t.Errorf("the row says %q", got)
			}
			b.Leads(enter, "/pages/times-depot")
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("main details").open = true`))
			says(b, "7 March 2023", "rejected")
		}},
		{"which outlets carry the agency's text", func() {
			b.Leads(chromedp.KeyEvent("5"), "/sources")
			if got := b.Read(`document.getElementById("origins").parentElement.innerText`); !strings.Contains(got, "Gulf Wire") || !strings.Contains(got, "The Sel Courier") || !strings.Contains(got, "Daily Lantern") {
				t.Errorf("one original: %q", got)
			}
		}},
		{"what do two pages tell differently", func() {
			b.Row("main", "killed")
			b.Do(chromedp.KeyEvent("o"))
			says(b, "lay the two pages side by side")
			b.Do(chromedp.Evaluate[chromedp.Void](`document.activeElement.closest("[data-row]").querySelector("a[href^='/compare']").focus()`))
			b.Leads(enter, "/compare?a=")
			if got := b.Read(`[...document.querySelectorAll(".laid.contrary mark")].map((m) => m.textContent).join(" ")`); !strings.Contains(got, "Nine") || !strings.Contains(got, "Eleven") {
				t.Errorf("marked: %q", got)
			}
		}},
		{"what is new since yesterday", func() {
			b.Do(chromedp.Evaluate[chromedp.Void](`localStorage.setItem("hearsay-visit", "2020-01-01T10:00:00Z")`)) // long before the pages were added
			b.Visit("/")
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-since] a").focus()`))
			b.Leads(enter, "new_since=2020-01-01")
			says(b, "15 pages new since")
		}},
		{"what did he say over time, and who contradicts", func() {
			b.Row("ol.voices", "Yusuf al-Qadari")
			b.Leads(enter, "/voices/")
			if got := b.Read(`String(document.querySelectorAll(".wide svg.voice a").length > 5)`); got != "true" {
				t.Error("nothing is drawn over time")
			}
			says(b, "Who tells it differently", "Radio Nord")
		}},
		{"where is this number from", func() {
			b.Row("main", "killed")
			b.Leads(enter, "/figures/")
			says(b, "the provincial fire service", "hospital staff in Sel")
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("table a.main").focus()`))
			b.Leads(enter, "/pages/")
			if got := b.Read(marks); !strings.EqualFold(got, "nine") {
				t.Errorf("marked: %q", got)
			}
		}},
		{"collect five passages into a report", func() {
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector(".lead a[href^='/statements']").focus()`))
			b.Leads(enter, "/statements")
			for range 5 {
				b.Do(chromedp.KeyEvent("j"), chromedp.KeyEvent("x"))
			}
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-tray]").focus()`))
			b.Leads(enter, "/tray?rows=")
			if got := b.Read(`String(document.querySelectorAll(".collected").length)`); got != "5" {
				t.Errorf("%s passages collected", got)
			}
		}},
		{"merge two spellings, see it everywhere, undo", func() {
			spoken := `[...document.querySelectorAll("ol.voices li")].find((l) => l.textContent.includes("Yusuf al-Qadari"))?.querySelector(".num").textContent ?? ""`
			before := b.Read(spoken)
			b.Row("ol.voices", "Yusuf al-Qadari")
			b.Leads(enter, "/voices/")
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("input[name=other]").focus()`), chromedp.KeyEvent("Anka Dovrin"))
			b.Leads(enter, "done=m")
			says(b, "Put right: “", "are one", "Anka Dovrin (")
			b.Do(chromedp.Evaluate[chromedp.Void](`window.stay = 1`))
			if got := b.Read(`(() => { const r = new XMLHttpRequest(); r.open("GET", "/", false); r.send(); return new DOMParser().parseFromString(r.responseText, "text/html").querySelector("ol.voices").textContent })()`); strings.Contains(got, "Anka Dovrin") {
				t.Error("the brief still tells two")
			}
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector(".done button").focus()`))
			b.Leads(enter, "/corrections?undone=")
			says(b, "Taken back", "Nobody has put anything right yet")
			if steps := b.Steps; steps > 3 {
				t.Errorf("%d steps", steps)
			}
			b.Visit("/")
			if after := b.Read(spoken); after != before || before == "" {
				t.Errorf("%s statements before, %s after it was taken back", before, after)
			}
		}},
	} {
		b.Visit("/")
		b.Do(chromedp.Evaluate[chromedp.Void](`localStorage.removeItem("hearsay-tray")`))
		b.Steps = 0
		task.do()
		if b.Steps > 3 || b.Steps == 0 {
			t.Errorf("%s: %d steps", task.name, b.Steps)
		}
		t.Log(fmt.Sprintf("%s: %d steps", task.name, b.Steps))
	}
}
