package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/show/web"
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
	room := &livingRoom{source: source{where: path}}
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

// What a reader puts right in the room shows at once everywhere, stands in the record, and is gone when it is taken back.
func TestServeEdit(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "r.db")
	file := filepath.Join(folder, "first.txt")
	if err := os.WriteFile(file, []byte("The port of Sel is shut, governor Ilse Marrow said on Monday."), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run(ctx, []string{"-r", path, "add", file}, streams{strings.NewReader(""), &out, &out}); code != 0 {
		t.Fatalf("exit code %d: %s", code, out.String())
	}
	room := &livingRoom{source: source{where: path}, log: slog.New(slog.DiscardHandler)}
	room.editor = web.NewEditor(room.edit)
	if err := room.load(ctx); err != nil {
		t.Fatal(err)
	}
	ask := func(method, address string, form url.Values) *httptest.ResponseRecorder {
		request := httptest.NewRequest(method, "http://localhost"+address, strings.NewReader(form.Encode()))
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		request.Header.Set("Origin", "http://localhost")
		answer := httptest.NewRecorder()
		room.ServeHTTP(answer, request)
		return answer
	}
	var list struct{ Statements []struct{ ID string } }
	if err := json.Unmarshal(ask("GET", "/statements.json?min=0", nil).Body.Bytes(), &list); err != nil || len(list.Statements) != 1 {
		t.Fatalf("%v %+v", err, list)
	}
	row := list.Statements[0].ID
	token := regexp.MustCompile(`name="token" value="([0-9a-f]+)"`).FindStringSubmatch(ask("GET", "/statements/"+row, nil).Body.String())
	if token == nil {
		t.Fatal("the statement's page holds no form")
	}
	send := func(pairs ...string) *httptest.ResponseRecorder {
		form := url.Values{"token": {token[1]}}
		for i := 0; i < len(pairs); i += 2 {
			form.Set(pairs[i], pairs[i+1])
		}
		return ask("POST", "/corrections", form)
	}
	done := send("kind", "note", "row", row, "room", "statement", "to", "heard on the quay")
	if done.Code != 303 {
		t.Fatalf("status %d: %s", done.Code, done.Body)
	}
	for address, want := range map[string]string{done.Header().Get("Location"): "heard on the quay", "/statements?min=0": "put right", "/corrections": "heard on the quay", "/why/" + row: "heard on the quay"} {
		if body := ask("GET", address, nil).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s does not say %q", address, want)
		}
	}
	if hidden := send("kind", "hide", "row", row); hidden.Code != 303 || ask("GET", "/statements/"+row, nil).Code != 404 {
		t.Errorf("status %d, a hidden row shows", hidden.Code)
	}
	if gone := send("kind", "hide", "row", row); gone.Code != 404 {
		t.Errorf("hidden twice: status %d", gone.Code)
	}
	out.Reset()
	if code := run(ctx, []string{"-r", path, "mend", "list"}, streams{strings.NewReader(""), &out, &out}); code != 0 || !strings.Contains(out.String(), "2 mends") {
		t.Errorf("mend list: exit code %d: %s", code, out.String())
	}
	for _, m := range regexp.MustCompile(`(?m)^m[0-9a-f]+`).FindAllString(out.String(), -1) {
		if undone := send("kind", "undo", "row", m); undone.Code != 303 {
			t.Errorf("undo %s: status %d", m, undone.Code)
		}
	}
	if body := ask("GET", "/statements?min=0", nil).Body.String(); !strings.Contains(body, row) || strings.Contains(body, "put right") {
		t.Error("taken back, the row is not as before")
	}
}
