package web

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/sample"
)

// TestLighthouse holds that every kind of page has the full score of accessibility.
func TestLighthouse(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes minutes; ./test runs it")
	}
	program := outside.Module(t, "lighthouse/cli/index.js")
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && browser == "" {
			browser = path
		}
	}
	if browser == "" {
		t.Skip("no chromium on this machine: ./test installs it")
	}
	server := httptest.NewServer(New(sample.Record(), Options{Edit: NewEditor(nil)}))
	defer server.Close()
	for _, address := range []string{"/", "/disagreements", "/voices", "/timeline", "/sources", "/statements", "/figures", "/search?q=bridge", "/compare?a=kurier-1&b=sel-2", "/voices/e1", "/pages/kurier-1", "/corrections"} {
		report := filepath.Join(t.TempDir(), "report.json")
		c := exec.Command("node", program, server.URL+address, "--only-categories=accessibility", "--output=json", "--output-path="+report, "--quiet",
			"--chrome-flags=--headless=new --no-sandbox --disable-gpu")
		c.Env = append(os.Environ(), "CHROME_PATH="+browser)
		outside.Run(t, c)
		b, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		var found struct {
			Categories struct{ Accessibility struct{ Score float64 } }
			Audits     map[string]struct {
				Score *float64
				Title string
			}
		}
		if err := json.Unmarshal(b, &found); err != nil {
			t.Fatal(err)
		}
		if found.Categories.Accessibility.Score < 1 {
			t.Errorf("%s: %v", address, found.Categories.Accessibility.Score)
			for name, a := range found.Audits {
				if a.Score != nil && *a.Score < 1 {
					t.Errorf("  %s: %s", name, a.Title)
				}
			}
		}
	}
}
