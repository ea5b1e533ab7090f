//go:build unix

package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/internal/outside"
)

// TestMCP lets another maker's client do eight jobs over the invented story, over standard input and output, and over HTTP, where whoever asks from
// another page or under another name is refused.
func TestMCP(t *testing.T) {
	record := filepath.Join(t.TempDir(), "r.db")
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	if code := run(ctx, []string{"-r", record, "add", "../../examples/harbour/pages"}, streams{strings.NewReader(""), io.Discard, io.Discard}); code != 0 {
		t.Fatalf("add ends with code %d", code)
	}
	t.Run("stdio", func(t *testing.T) {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		program := filepath.Join(t.TempDir(), "hearsay") // under this name the test binary is the program
		if err := os.Symlink(self, program); err != nil {
			t.Fatal(err)
		}
		outside.Run(t, outside.Script(t, "mcp_tasks.py", "stdio", program, "mcp", "-r", record))
	})
	out, in := io.Pipe()
	done := make(chan int)
	go func() {
		done <- run(ctx, []string{"-r", record, "mcp", "--http", "0"}, streams{strings.NewReader(""), in, in})
		in.Close()
	}()
	told, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	address := "http://" + strings.TrimSpace(told[strings.Index(told, "http://")+len("http://"):])
	t.Run("http", func(t *testing.T) { outside.Run(t, outside.Script(t, "mcp_tasks.py", "http", address)) })
	for _, c := range []struct {
		host, origin string
		want         int
	}{{"evil.example", "", http.StatusMisdirectedRequest}, {"", "https://evil.example", http.StatusForbidden}, {"", "null", http.StatusForbidden}, {"", "http://localhost:8000", http.StatusOK}} {
		ask, err := http.NewRequest("POST", address, strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`))
		if err != nil {
			t.Fatal(err)
		}
		ask.Header.Set("Content-Type", "application/json")
		ask.Header.Set("Accept", "application/json, text/event-stream")
		if c.origin != "" {
			ask.Header.Set("Origin", c.origin)
		}
		if c.host != "" {
			ask.Host = c.host
		}
		answer, err := http.DefaultClient.Do(ask)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.want {
			t.Errorf("Host %q, Origin %q: status %d, want %d", c.host, c.origin, answer.StatusCode, c.want)
		}
	}
	stop()
	if code := <-done; code != 0 {
		t.Errorf("mcp ends with code %d", code)
	}
}
