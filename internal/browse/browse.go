// Package browse opens a room in a real browser, for tests. What the browser complains of, and every request that leaves the room, fails the test.
//
//	b := browse.Open(t, handler)
//	b.Visit("/statements")
//	b.Leads(chromedp.KeyEvent(kb.Enter), "/pages/")
package browse

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Browser is a room opened in a browser.
type Browser struct {
	*testing.T
	Context context.Context
	Address string // of the room
	Steps   int    // pages that were led to
}

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

// Open opens a room in a browser. Files outside the room may be opened where their names end as given.
func Open(t *testing.T, room http.Handler, files ...string) *Browser {
	t.Helper()
	path := chromium(t)
	server := httptest.NewServer(room)
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-features", "Translate,BackForwardCache")) // a page kept for going back is out of reach for questions
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(allocator)
	t.Cleanup(stop)
	b := &Browser{T: t, Context: ctx, Address: server.URL}
	b.listen(files)
	ctx, stop = context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(stop)
	b.Context = ctx
	return b
}

// listen notes what the browser complains of and asks for.
func (b *Browser) listen(files []string) {
	b.Helper()
	var mu sync.Mutex
	var complaints []string
	complain := func(format string, a ...any) {
		mu.Lock()
		defer mu.Unlock()
		complaints = append(complaints, fmt.Sprintf(format, a...))
	}
	err := chromedp.Listen(b.Context, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			complain("%s", e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			complain("console: %s", e.Type)
		case *log.EventEntryAdded: // violations of the policy come here
			complain("%s %s", e.Entry.Text, e.Entry.URL)
		case *network.EventRequestWillBeSent:
			if !b.own(e.Request.URL, files) {
				complain("asked for %s", e.Request.URL)
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, c := range complaints {
			b.Errorf("browser: %s", c)
		}
	})
}

// own says whether an address is the room's or one of the files.
func (b *Browser) own(address string, files []string) bool {
	for _, scheme := range []string{b.Address, "data:", "blob:" + b.Address} {
		if strings.HasPrefix(address, scheme) {
			return true
		}
	}
	for _, f := range files {
		if strings.HasSuffix(address, f) {
			return true
		}
	}
	return false
}

// Do does things one after the other.
func (b *Browser) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.Context, actions...); err != nil {
		b.Fatal(err)
	}
}

// Visit opens an address of the room.
func (b *Browser) Visit(address string) { b.Helper(); b.Do(chromedp.Navigate(b.Address + address)) }

// Read asks the page.
func (b *Browser) Read(expression string) string {
	b.Helper()
	s, err := chromedp.Run(b.Context, chromedp.Evaluate[string](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return s
}

// Leads does something and waits for the page that it leads to, whose address holds the part.
func (b *Browser) Leads(action chromedp.Action[chromedp.Void], part string) {
	b.Helper()
	b.Steps++
	b.Do(action)
	ctx, stop := context.WithTimeout(b.Context, 30*time.Second)
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

// Row walks down the rows by the key j until one of a list holds the words.
func (b *Browser) Row(list, words string) {
	b.Helper()
	row := fmt.Sprintf(`(document.activeElement.closest(%q)?.textContent ?? "").replace(/\s+/g, " ")`, list+" [data-row]")
	before := ""
	for range 80 {
		b.Do(chromedp.KeyEvent("j"))
		now := b.Read(row)
		if strings.Contains(now, words) {
			return
		}
		if now == before && now != "" && b.Read(`String([...document.querySelectorAll("[data-row]")].filter((r) => r.getClientRects().length > 0).at(-1)?.contains(document.activeElement))`) == "true" {
			break
		}
		before = now
	}
	b.Fatalf("no row of %s says %q", list, words)
}
