package main

import (
	"bytes"
	"context"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is added while the reading room is open shows on reload, and the record can be finished by whoever writes to it.
func TestServeShowsWhatIsAdded(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "r.db")
	do := func(args ...string) string {
		t.Helper()
		var out bytes.Buffer
		if code := run(ctx, append([]string{"-r", path}, args...), streams{strings.NewReader(""), &out, &out}); code != 0 {
			t.Fatalf("%v: exit code %d: %s", args, code, out.String())
		}
		return out.String()
	}
	page := func(name, words string) string {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(words), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	do("add", page("first.txt", "The port of Sel is shut, governor Ilse Marrow said on Monday."))
	room := &livingRoom{path: path}
	if err := room.load(ctx); err != nil {
		t.Fatal(err)
	}
	get := func(address string) string {
		request := httptest.NewRequest("GET", "http://localhost"+address, nil)
		answer := httptest.NewRecorder()
		room.ServeHTTP(answer, request)
		body, err := io.ReadAll(answer.Result().Body)
		if err != nil || answer.Code != 200 {
			t.Fatalf("%s: %d %v\n%s", address, answer.Code, err, body)
		}
		return string(body)
	}
	if rows := get("/sources.json"); !strings.Contains(rows, `"first"`) || strings.Contains(rows, `"second"`) {
		t.Errorf("before: %s", rows)
	}
	do("add", page("second.txt", "The cranes of Sel stand still, engineer Tomas Reyle said on Tuesday."))
	if rows := get("/sources.json"); !strings.Contains(rows, `"second"`) {
		t.Errorf("after: %s", rows)
	}
	if found := get("/search?q=cranes"); !strings.Contains(found, "stand still") {
		t.Errorf("search does not find what was added:\n%s", found)
	}
	if checked := do("check", "--read-data"); !strings.Contains(checked, "every byte fits its sum") {
		t.Errorf("check: %s", checked)
	}
}
