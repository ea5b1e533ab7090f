package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSite builds the documentation of the repository with the program of the main module: every verb has its part, every link leads somewhere.
func TestSite(t *testing.T) {
	work := t.TempDir()
	program := filepath.Join(work, "hearsay")
	c := exec.Command("go", "build", "-o", program, "./cmd/hearsay")
	c.Dir = "../.."
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := build("../..", program, filepath.Join(work, "site")); err != nil {
		t.Fatal(err)
	}
	for page, words := range map[string][]string{"index.html": {"Start in five minutes"}, "commands.html": {`id="export"`, `id="annotate"`, "--min-confidence"}, "accuracy.html": {"Amounts", "<td>"},
		"formats.html": {"wacz"}, "how.html": {`<h1 id="how-it-works">`}} {
		content, err := os.ReadFile(filepath.Join(work, "site", page))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if !strings.Contains(string(content), w) {
				t.Errorf("%s does not hold %q", page, w)
			}
		}
	}
}

// TestCheck holds that a link to nowhere is found, by page, by heading and by file.
func TestCheck(t *testing.T) {
	for source, want := range map[string]string{
		"[a](gone.md)": "gone.html leads nowhere", "[a](index.md#gone)": "names no heading", "![a](gone.png)": "gone.png leads nowhere", "[a](../README.md)": "leads nowhere",
		"[a](index.md#title) [b](https://a.example/x) ![c](there.png) [d](#title)": "",
	} {
		made, err := render(map[string][]byte{"index": []byte("# Title\n\n" + source)})
		if err != nil {
			t.Fatal(err)
		}
		err = check(made, map[string][]byte{"there.png": nil})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", source, err, want)
		}
	}
}
