package web

import (
	"bytes"
	"image"
	_ "image/png"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/hearsay-news/hearsay/internal/browse"
	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/report"
	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// visit opens a room in a browser.
func visit(t *testing.T, record *view.Record) *browse.Browser {
	t.Helper()
	return browse.Open(t, New(record, Options{Name: "bridge.db"}), reportFile)
}

func TestBrowserFromRowToPassage(t *testing.T) {
	b := visit(t, sample.Record())
	b.Visit("/")
	b.Do(chromedp.WaitVisible(chromedp.CSS("svg.coverage a.bar")))
	b.Leads(chromedp.Click(chromedp.CSS(`nav a[href="/voices"]`)), "/voices")
	b.Leads(chromedp.Click(chromedp.CSS(`nav a[href="/statements"]`)), "/statements")
	b.Leads(chromedp.Click(chromedp.CSS("#statement-s3 a.main")), "/pages/sel-2")
	if got := b.Read(`[...document.querySelectorAll("mark.content")].map(m => m.textContent).join("")`); got != "“They knew about the crack for a year,”" {
		t.Errorf("marked: %q", got)
	}
	if got := b.Read(`(() => { const r = document.querySelector("mark").getBoundingClientRect(); return String(r.top >= 0 && r.bottom <= innerHeight) })()`); got != "true" {
		t.Error("the passage is out of sight")
	}
	// The drawn timeline leads to an entry, the entry to its passage.
	b.Visit("/timeline")
	b.Leads(chromedp.Click(chromedp.CSS(`.wide svg.timeline a[href="/timeline/t7"]`)), "/timeline/t7")
	b.Leads(chromedp.Click(chromedp.CSS(".passages a")), "/pages/kurier-2")
	if got := b.Read(`[...document.querySelectorAll("mark")].map(m => m.textContent).join("")`); got != "The bridge at Olm opened again on Sunday" {
		t.Errorf("marked: %q", got)
	}
	// A fragment alone finds its passage too.
	b.Leads(chromedp.Navigate(b.Address+"/pages/kurier-1#b185-224"), "at=185-224")
	if got := b.Read(`document.querySelector("mark").textContent`); got != "“Nobody was in danger at any time,”" {
		t.Errorf("marked: %q", got)
	}
}

func TestBrowserFilter(t *testing.T) {
	b := visit(t, sample.Record())
	rows := `String(document.querySelectorAll("table.statements tbody tr").length)`
	b.Visit("/statements")
	if got := b.Read(rows); got != "6" {
		t.Errorf("%s rows", got)
	}
	b.Do(chromedp.KeyEvent("f"), chromedp.WaitVisible(chromedp.CSS("select[name=stance]")))
	b.Leads(chromedp.SendKeys(chromedp.CSS("select[name=stance]"), "deny"), "stance=deny")
	if got := b.Read(rows); got != "1" {
		t.Errorf("denials: %s rows", got)
	}
	if got := b.Read("location.search"); got != "?stance=deny" {
		t.Errorf("address: %s", got)
	}
	b.Visit("/statements")
	b.Do(chromedp.Click(chromedp.CSS("[data-filter] summary")))
	b.Leads(chromedp.Evaluate[chromedp.Void](`(() => { const s = document.querySelector("select[name=min]"); s.value = "0.5"; s.dispatchEvent(new Event("change", { bubbles: true })); })()`), "min=0.5")
	if got := b.Read(rows); got != "7" {
		t.Errorf("from 50 %%: %s rows", got)
	}
	// What is marked in the text can be turned off, without a script.
	underlined := `getComputedStyle(document.querySelector(".reader .name")).textDecorationLine`
	b.Visit("/pages/kurier-1")
	if got := b.Read(underlined); got != "underline" {
		t.Errorf("names: %s", got)
	}
	b.Do(chromedp.Click(chromedp.CSS("#t-names")))
	if got := b.Read(underlined); got != "none" {
		t.Errorf("names turned off: %s", got)
	}
}

func TestBrowserKeys(t *testing.T) {
	b := visit(t, sample.Record())
	focus := `document.activeElement.closest("[data-row]")?.id ?? ""`
	b.Visit("/statements")
	b.Do(chromedp.KeyEvent("j"), chromedp.KeyEvent("j"))
	if got := b.Read(focus); got != "statement-s2" {
		t.Errorf("j j: at %q", got)
	}
	b.Do(chromedp.KeyEvent("k"))
	if got := b.Read(focus); got != "statement-s1" {
		t.Errorf("k: at %q", got)
	}
	b.Leads(chromedp.KeyEvent(kb.Enter), "/pages/kurier-1")
	b.Leads(chromedp.KeyEvent("u"), "/statements")
	for _, want := range []string{"true", "false"} {
		b.Do(chromedp.KeyEvent("?"))
		if got := b.Read(`String(document.getElementById("help").open)`); got != want {
			t.Errorf("?: help open %s, want %s", got, want)
		}
	}
	b.Do(chromedp.KeyEvent("/"))
	if got := b.Read("document.activeElement.id"); got != "q" {
		t.Errorf("/: at %q", got)
	}
	b.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("q").value = "crack"`))
	b.Leads(chromedp.KeyEvent(kb.Enter), "/search?q=crack")
	b.Do(chromedp.WaitVisible(chromedp.CSS("mark")))
	b.Leads(chromedp.KeyEvent("3"), "/voices")
}

// The brief offers what came in since the browser was here last.
func TestBrowserSinceLastVisit(t *testing.T) {
	b := visit(t, sample.Record())
	b.Visit("/")
	if got := b.Read(`String(document.querySelector("[data-since]").hidden)`); got != "true" {
		t.Errorf("a first visit: hidden %s", got)
	}
	b.Do(chromedp.Evaluate[chromedp.Void](`localStorage.setItem("hearsay-visit", "2024-05-01T10:00:00Z")`))
	b.Visit("/")
	if got := b.Read(`document.querySelector("[data-since] a").getAttribute("href")`); got != "/?new_since=2024-05-01T10%3A00%3A00Z" {
		t.Errorf("a later visit leads to %q", got)
	}
	b.Leads(chromedp.Click(chromedp.CSS("[data-since] a")), "new_since")
	if got := b.Read(`document.querySelector(".filterbar summary").textContent`); !strings.Contains(got, "0 of 6 pages") {
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
	b.Leads(chromedp.Navigate("file://"+path), reportFile)
	b.Do(chromedp.Click(chromedp.CSS("#statement-s1 a.main")), chromedp.WaitVisible(chromedp.CSS(".here")))
	if got := b.Read(`[...document.querySelectorAll(".here")].map(m => m.textContent).join("")`); got != "“Nobody was in danger at any time,”" {
		t.Errorf("marked: %q", got)
	}
	if got := b.Read(`(() => { const r = document.querySelector(".here").getBoundingClientRect(); return String(r.top >= 0 && r.bottom <= innerHeight) })()`); got != "true" {
		t.Error("the passage is out of sight")
	}
	b.Do(chromedp.SendKeys(chromedp.CSS("#filter"), "lorries 900"))
	if got := b.Read(`[...document.querySelectorAll("table.statements tbody tr")].filter(r => !r.hidden).map(r => r.id).join(" ")`); got != "statement-s6" {
		t.Errorf("filtered: %q", got)
	}
}

func TestBrowserHostile(t *testing.T) {
	b := visit(t, sample.Hostile())
	for _, address := range append(append([]string{}, lists...), rowAddress("page", sample.HostilePages[0]), rowAddress("page", ".."), "/search?q=%3Cscript%3E") {
		b.Visit(address)
		if got := b.Read(`String(window.pwned)`); got != "undefined" {
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
		{"phone", 320, 640, "light", true, append(append([]string{}, lists...), singles...)},
	} {
		b.Do(chromedp.EmulateViewport(look.width, look.height))
		if _, err := chromedp.Call(b.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}}); err != nil {
			t.Fatal(err)
		}
		for _, address := range look.addresses {
			b.Visit(address)
			if got := b.Read(`String(document.documentElement.scrollWidth > innerWidth)`); got == "true" {
				t.Errorf("%s, %s: wider than the window", address, look.name)
			}
			shot, err := chromedp.Run(b.Context, chromedp.CaptureScreenshot())
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

// TestBrowserAccessible runs axe over every kind of page, with the forms that put things right, wide and narrow, light and dark: no violation, and nothing that it can't decide
// but the colour behind words inside a picture, which it never can; show/parts holds those colours to their contrast.
func TestBrowserAccessible(t *testing.T) {
	source, err := os.ReadFile(outside.Module(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := browse.Open(t, New(sample.Record(), Options{Edit: NewEditor(nil)}))
	for _, look := range []struct {
		width  int64
		scheme string
	}{{1280, "light"}, {390, "light"}, {1280, "dark"}, {390, "dark"}} {
		b.Do(chromedp.EmulateViewport(look.width, 900))
		if _, err := chromedp.Call(b.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}}); err != nil {
			t.Fatal(err)
		}
		for _, address := range append(append([]string{}, lists...), append(singles, "/statements?outlet=Kurier&min=0.5", "/compare?a=kurier-1&b=sel-2", "/tray?rows=s1,s3")...) {
			b.Visit(address)
			b.Do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach((d) => { d.open = true; })`))
			b.Do(chromedp.Evaluate[chromedp.Void](string(source) + `; axe.run().then((r) => {
				const told = (kind) => (f) => f.nodes.filter((n) => kind === "violation" || f.id !== "color-contrast" || !/^<(text|tspan)/.test(n.html)).map((n) => kind + " " + f.id + ": " + n.html.slice(0, 160) + " " + n.any.concat(n.all, n.none).map((c) => c.message).join("; ").slice(0, 200));
				window.found = r.violations.flatMap(told("violation")).concat(r.incomplete.flatMap(told("undecided"))).join("\n") || "none";
			});`))
			if _, err := chromedp.Run(b.Context, chromedp.Poll[bool](`window.found !== undefined`)); err != nil {
				t.Fatal(err)
			}
			if got := b.Read(`window.found`); got != "none" {
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

// A picture can be made into a PNG, its marks tell the keyboard what they tell the pointer, and a row is cited by a key.
func TestBrowserPictures(t *testing.T) {
	b := visit(t, sample.Record())
	b.Visit("/timeline")
	b.Do(chromedp.Evaluate[chromedp.Void](`(async () => {
		const img = new Image();
		img.src = document.querySelector("[data-png]").dataset.png;
		await img.decode();
		const canvas = Object.assign(document.createElement("canvas"), { width: img.naturalWidth, height: img.naturalHeight });
		const paint = canvas.getContext("2d");
		paint.drawImage(img, 0, 0);
		const seen = new Set();
		const data = paint.getImageData(0, 0, canvas.width, canvas.height).data;
		for (let i = 0; i < data.length; i += 40) seen.add(data[i] >> 4 << 8 | data[i + 1] >> 4 << 4 | data[i + 2] >> 4);
		window.painted = canvas.toDataURL("image/png").startsWith("data:image/png") && img.naturalWidth > 1000 && seen.size > 4 ? "painted" : "blank: " + seen.size + " colours";
	})().catch((e) => { window.painted = String(e); })`))
	if _, err := chromedp.Run(b.Context, chromedp.Poll[bool](`window.painted !== undefined`)); err != nil {
		t.Fatal(err)
	}
	if got := b.Read("window.painted"); got != "painted" {
		t.Errorf("PNG: %s", got)
	}
	b.Do(chromedp.KeyEvent("j"))
	if got := b.Read(`(() => { const tip = document.querySelector(".tip"); const r = tip.getBoundingClientRect(); return tip.hidden || r.bottom > innerHeight || r.right > innerWidth ? "hidden" : tip.textContent })()`); !strings.Contains(got, "2009") {
		t.Errorf("the first mark tells the keyboard %q", got)
	}
	b.Visit("/statements")
	b.Do(chromedp.KeyEvent("j"), chromedp.KeyEvent("c"))
	if _, err := chromedp.Run(b.Context, chromedp.Poll[bool](`document.getElementById("told").textContent !== ""`)); err != nil {
		t.Fatal(err)
	}
	if got := b.Read(`document.getElementById("told").textContent`); got != "copied" && !strings.Contains(got, "Tessa Brandt") {
		t.Errorf("cited: %q", got)
	}
}
