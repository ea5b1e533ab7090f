package web

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/png"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/report"
	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// chromium is where a browser may be; without one the tests say so and are skipped.
func chromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium on this machine: ./test installs it")
	return ""
}

// browser is a room opened in a real browser.
type browser struct {
	*testing.T
	ctx  context.Context
	room string
}

// visit opens a room in a browser. What the browser complains of, and every request that leaves the room, fails the test.
func visit(t *testing.T, record *view.Record) *browser {
	t.Helper()
	path := chromium(t)
	server := httptest.NewServer(New(record, Options{Name: "bridge.db"}))
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-features", "Translate,BackForwardCache")) // a page kept for going back is out of reach for questions
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(allocator)
	t.Cleanup(stop)
	b := &browser{t, ctx, server.URL}
	var mu sync.Mutex
	var complaints []string
	complain := func(format string, a ...any) {
		mu.Lock()
		defer mu.Unlock()
		complaints = append(complaints, fmt.Sprintf(format, a...))
	}
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			complain("%s", e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			complain("console: %s", e.Type)
		case *log.EventEntryAdded: // violations of the policy come here
			complain("%s %s", e.Entry.Text, e.Entry.URL)
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, server.URL) && !strings.HasPrefix(u, "data:") && !strings.HasSuffix(u, reportFile) {
				complain("asked for %s", u)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, c := range complaints {
			t.Errorf("browser: %s", c)
		}
	})
	ctx, stop = context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(stop)
	b.ctx = ctx
	return b
}

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

func (b *browser) open(address string) { b.Helper(); b.do(chromedp.Navigate(b.room + address)) }

func (b *browser) read(expression string) string {
	b.Helper()
	s, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression))
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// leads does something and waits for the page that it leads to.
func (b *browser) leads(action chromedp.Action[chromedp.Void], part string) {
	b.Helper()
	b.do(action)
	ctx, stop := context.WithTimeout(b.ctx, 30*time.Second)
	defer stop()
	arrived := chromedp.Poll[bool](fmt.Sprintf(`location.href.includes(%q) && document.readyState === "complete"`, part))
	for {
		try, stop := context.WithTimeout(ctx, time.Second) // the page that is left may be frozen with the question in it
		_, err := chromedp.Run(try, arrived)
		stop()
		if err == nil {
			return
		}
		if ctx.Err() != nil { // any other error is the page that was left under the question
			b.Fatalf("towards %s: %v", part, err)
		}
	}
}

func TestBrowserFromRowToPassage(t *testing.T) {
	b := visit(t, sample.Record())
	b.open("/")
	b.do(chromedp.WaitVisible(chromedp.CSS("svg.coverage a.bar")))
	b.leads(chromedp.Click(chromedp.CSS(`nav a[href="/voices"]`)), "/voices")
	b.leads(chromedp.Click(chromedp.CSS(`nav a[href="/statements"]`)), "/statements")
	b.leads(chromedp.Click(chromedp.CSS("#statement-s3 a.main")), "/pages/sel-2")
	if got := b.read(`[...document.querySelectorAll("mark.content")].map(m => m.textContent).join("")`); got != "“They knew about the crack for a year,”" {
		t.Errorf("marked: %q", got)
	}
	if got := b.read(`(() => { const r = document.querySelector("mark").getBoundingClientRect(); return String(r.top >= 0 && r.bottom <= innerHeight) })()`); got != "true" {
		t.Error("the passage is out of sight")
	}
	// The drawn timeline leads to an entry, the entry to its passage.
	b.open("/timeline")
	b.leads(chromedp.Click(chromedp.CSS(`.wide svg.timeline a[href="/timeline/t7"]`)), "/timeline/t7")
	b.leads(chromedp.Click(chromedp.CSS(".passages a")), "/pages/kurier-2")
	if got := b.read(`[...document.querySelectorAll("mark")].map(m => m.textContent).join("")`); got != "The bridge at Olm opened again on Sunday" {
		t.Errorf("marked: %q", got)
	}
	// A fragment alone finds its passage too.
	b.leads(chromedp.Navigate(b.room+"/pages/kurier-1#b185-224"), "at=185-224")
	if got := b.read(`document.querySelector("mark").textContent`); got != "“Nobody was in danger at any time,”" {
		t.Errorf("marked: %q", got)
	}
}

func TestBrowserFilter(t *testing.T) {
	b := visit(t, sample.Record())
	rows := `String(document.querySelectorAll("table.statements tbody tr").length)`
	b.open("/statements")
	if got := b.read(rows); got != "6" {
		t.Errorf("%s rows", got)
	}
	b.do(chromedp.KeyEvent("f"), chromedp.WaitVisible(chromedp.CSS("select[name=stance]")))
	b.leads(chromedp.SendKeys(chromedp.CSS("select[name=stance]"), "deny"), "stance=deny")
	if got := b.read(rows); got != "1" {
		t.Errorf("denials: %s rows", got)
	}
	if got := b.read("location.search"); got != "?stance=deny" {
		t.Errorf("address: %s", got)
	}
	b.open("/statements")
	b.do(chromedp.Click(chromedp.CSS("[data-filter] summary")))
	b.leads(chromedp.Evaluate[chromedp.Void](`(() => { const s = document.querySelector("select[name=min]"); s.value = "0.5"; s.dispatchEvent(new Event("change", { bubbles: true })); })()`), "min=0.5")
	if got := b.read(rows); got != "7" {
		t.Errorf("from 50 %%: %s rows", got)
	}
	// What is marked in the text can be turned off, without a script.
	underlined := `getComputedStyle(document.querySelector(".reader .name")).textDecorationLine`
	b.open("/pages/kurier-1")
	if got := b.read(underlined); got != "underline" {
		t.Errorf("names: %s", got)
	}
	b.do(chromedp.Click(chromedp.CSS("#t-names")))
	if got := b.read(underlined); got != "none" {
		t.Errorf("names turned off: %s", got)
	}
}

func TestBrowserKeys(t *testing.T) {
	b := visit(t, sample.Record())
	focus := `document.activeElement.closest("[data-row]")?.id ?? ""`
	b.open("/statements")
	b.do(chromedp.KeyEvent("j"), chromedp.KeyEvent("j"))
	if got := b.read(focus); got != "statement-s2" {
		t.Errorf("j j: at %q", got)
	}
	b.do(chromedp.KeyEvent("k"))
	if got := b.read(focus); got != "statement-s1" {
		t.Errorf("k: at %q", got)
	}
	b.leads(chromedp.KeyEvent(kb.Enter), "/pages/kurier-1")
	b.leads(chromedp.KeyEvent("u"), "/statements")
	for _, want := range []string{"true", "false"} {
		b.do(chromedp.KeyEvent("?"))
		if got := b.read(`String(document.getElementById("help").open)`); got != want {
			t.Errorf("?: help open %s, want %s", got, want)
		}
	}
	b.do(chromedp.KeyEvent("/"))
	if got := b.read("document.activeElement.id"); got != "q" {
		t.Errorf("/: at %q", got)
	}
	b.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("q").value = "crack"`))
	b.leads(chromedp.KeyEvent(kb.Enter), "/search?q=crack")
	b.do(chromedp.WaitVisible(chromedp.CSS("mark")))
	b.leads(chromedp.KeyEvent("3"), "/voices")
}

// The brief offers what came in since the browser was here last.
func TestBrowserSinceLastVisit(t *testing.T) {
	b := visit(t, sample.Record())
	b.open("/")
	if got := b.read(`String(document.querySelector("[data-since]").hidden)`); got != "true" {
		t.Errorf("a first visit: hidden %s", got)
	}
	b.do(chromedp.Evaluate[chromedp.Void](`localStorage.setItem("hearsay-visit", "2024-05-01T10:00:00Z")`))
	b.open("/")
	if got := b.read(`document.querySelector("[data-since] a").getAttribute("href")`); got != "/?new_since=2024-05-01T10%3A00%3A00Z" {
		t.Errorf("a later visit leads to %q", got)
	}
	b.leads(chromedp.Click(chromedp.CSS("[data-since] a")), "new_since")
	if got := b.read(`document.querySelector(".filterbar summary").textContent`); !strings.Contains(got, "0 of 6 pages") {
		t.Errorf("nothing was added since: %s", got)
	}
}

const reportFile = "/bridge-report.html"

// TestBrowserReport opens the one-file report from disk, without a server.
func TestBrowserReport(t *testing.T) {
	b := visit(t, sample.Record())
	path := t.TempDir() + reportFile
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Write(f, sample.Record(), report.Options{Name: "bridge.db"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	b.leads(chromedp.Navigate("file://"+path), reportFile)
	b.do(chromedp.Click(chromedp.CSS("#statement-s1 a.main")), chromedp.WaitVisible(chromedp.CSS(".here")))
	if got := b.read(`[...document.querySelectorAll(".here")].map(m => m.textContent).join("")`); got != "“Nobody was in danger at any time,”" {
		t.Errorf("marked: %q", got)
	}
	if got := b.read(`(() => { const r = document.querySelector(".here").getBoundingClientRect(); return String(r.top >= 0 && r.bottom <= innerHeight) })()`); got != "true" {
		t.Error("the passage is out of sight")
	}
	b.do(chromedp.SendKeys(chromedp.CSS("#filter"), "lorries 900"))
	if got := b.read(`[...document.querySelectorAll("table.statements tbody tr")].filter(r => !r.hidden).map(r => r.id).join(" ")`); got != "statement-s6" {
		t.Errorf("filtered: %q", got)
	}
}

func TestBrowserHostile(t *testing.T) {
	b := visit(t, sample.Hostile())
	for _, address := range append(append([]string{}, lists...), rowAddress("page", sample.HostilePages[0]), rowAddress("page", ".."), "/search?q=%3Cscript%3E") {
		b.open(address)
		if got := b.read(`String(window.pwned)`); got != "undefined" {
			t.Errorf("%s: a page's script ran", address)
		}
	}
}

// TestBrowserLooks sees that a page is drawn, in light and dark and at the width of a telephone, and that nothing runs out of it.
func TestBrowserLooks(t *testing.T) {
	b := visit(t, sample.Record())
	for _, look := range []struct {
		name          string
		width, height int64
		scheme        string
		bright        bool
		addresses     []string
	}{
		{"desktop", 1280, 900, "light", true, []string{"/", "/pages/kurier-1", "/compare?a=kurier-1&b=sel-2"}},
		{"dark", 1280, 900, "dark", false, []string{"/", "/pages/kurier-1", "/compare?a=kurier-1&b=sel-2"}},
		{"phone", 360, 740, "light", true, append(append([]string{}, lists...), singles...)},
	} {
		b.do(chromedp.EmulateViewport(look.width, look.height))
		if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}}); err != nil {
			t.Fatal(err)
		}
		for _, address := range look.addresses {
			b.open(address)
			if got := b.read(`String(document.documentElement.scrollWidth > innerWidth)`); got == "true" {
				t.Errorf("%s, %s: wider than the window", address, look.name)
			}
			shot, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
			if err != nil {
				t.Fatal(err)
			}
			picture, _, err := image.Decode(bytes.NewReader(shot))
			if err != nil {
				t.Fatal(err)
			}
			if colours, bright := survey(picture); colours < 5 || bright != look.bright {
				t.Errorf("%s, %s: %d colours, bright %v", address, look.name, colours, bright)
			}
		}
	}
}

// TestBrowserAccessible runs axe over every kind of page, wide and light, narrow and dark: no violation, and nothing that it can't decide
// but the colour behind words inside a picture, which it never can; show/parts holds those colours to their contrast.
func TestBrowserAccessible(t *testing.T) {
	source, err := os.ReadFile(outside.Module(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := visit(t, sample.Record())
	for _, look := range []struct {
		width  int64
		scheme string
	}{{1280, "light"}, {390, "dark"}} {
		b.do(chromedp.EmulateViewport(look.width, 900))
		if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}}); err != nil {
			t.Fatal(err)
		}
		for _, address := range append(append([]string{}, lists...), append(singles, "/statements?outlet=Kurier&min=0.5", "/compare?a=kurier-1&b=sel-2", "/tray?rows=s1,s3")...) {
			b.open(address)
			b.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach((d) => { d.open = true; })`))
			b.do(chromedp.Evaluate[chromedp.Void](string(source) + `; axe.run().then((r) => {
				const told = (kind) => (f) => f.nodes.filter((n) => kind === "violation" || f.id !== "color-contrast" || !/^<(text|tspan)/.test(n.html)).map((n) => kind + " " + f.id + ": " + n.html.slice(0, 160) + " " + n.any.concat(n.all, n.none).map((c) => c.message).join("; ").slice(0, 200));
				window.found = r.violations.flatMap(told("violation")).concat(r.incomplete.flatMap(told("undecided"))).join("\n") || "none";
			});`))
			if _, err := chromedp.Run(b.ctx, chromedp.Poll[bool](`window.found !== undefined`)); err != nil {
				t.Fatal(err)
			}
			if got := b.read(`window.found`); got != "none" {
				t.Errorf("%s at %d, %s:\n%s", address, look.width, look.scheme, got)
			}
		}
	}
}

// survey counts the colours of a picture and says whether most of it is bright.
func survey(p image.Image) (colours int, bright bool) {
	seen := map[[3]uint32]bool{}
	light, all := 0, 0
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y += 3 {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x += 3 {
			r, g, b, _ := p.At(x, y).RGBA()
			seen[[3]uint32{r >> 12, g >> 12, b >> 12}] = true
			if all++; r+g+b > 3*0x8000 {
				light++
			}
		}
	}
	return len(seen), 2*light > all
}
