package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// fetch asks a room for an address.
func fetch(t *testing.T, h http.Handler, address string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("GET", "http://localhost"+address, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// rowsOf are ids to ask for, by the first part of an address.
func rowsOf(r *view.Record) map[string][]string {
	ids := map[string][]string{}
	f := r.Findings
	for i := range f.Statements {
		ids["statements"] = append(ids["statements"], f.Statements[i].ID)
	}
	for i := range f.Figures {
		ids["figures"] = append(ids["figures"], f.Figures[i].ID)
	}
	for i := range f.Timeline {
		ids["timeline"] = append(ids["timeline"], f.Timeline[i].ID)
	}
	for i := range f.Entities {
		ids["voices"] = append(ids["voices"], f.Entities[i].ID)
	}
	for i := range f.Copies {
		ids["copies"] = append(ids["copies"], f.Copies[i].ID)
	}
	for _, o := range r.OutletRows(view.Dial{}) {
		ids["outlets"] = append(ids["outlets"], o.ID)
	}
	for i := range r.Pages {
		ids["pages"] = append(ids["pages"], r.Pages[i].ID)
	}
	ids["why"] = append(append([]string{}, ids["statements"]...), ids["pages"]...)
	return ids
}

// TestAnswersAreAsDescribed asks for every address that is described and holds the answer against its schema, with no field that is not in it.
func TestAnswersAreAsDescribed(t *testing.T) {
	for name, r := range map[string]*view.Record{"bridge": sample.Record(), "hostile": sample.Hostile()} {
		h := New(r, Options{Version: "test"})
		doc, err := jsonschema.UnmarshalJSON(fetch(t, h, "/openapi.json").Body)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range doc.(map[string]any)["components"].(map[string]any)["schemas"].(map[string]any) {
			s.(map[string]any)["additionalProperties"] = false
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("mem:///openapi.json", doc); err != nil {
			t.Fatal(err)
		}
		ids, asked := rowsOf(r), 0
		for _, o := range operations {
			pointer := strings.NewReplacer("~", "~0", "/", "~1").Replace(o.path)
			s, err := c.Compile("mem:///openapi.json#/paths/" + pointer + "/get/responses/200/content/application~1json/schema")
			if err != nil {
				t.Fatal(err)
			}
			addresses := []string{o.path, o.path + "?min=0&all=1&n=1000"}
			switch {
			case o.path == "/search.json":
				addresses = []string{o.path, o.path + "?q=" + url.QueryEscape("the"), o.path + "?q=%22"}
			case o.path == "/compare.json" && len(r.Pages) > 1:
				addresses = append(addresses, o.path+"?a="+url.QueryEscape(r.Pages[0].ID)+"&b="+url.QueryEscape(r.Pages[1].ID))
			case strings.Contains(o.path, "{id}"):
				addresses = nil
				kind := strings.Split(o.path, "/")[1]
				for _, id := range ids[kind] {
					if path.Clean("/"+id) != "/"+id {
						continue // an id that is no clean path has no address that ends in .json
					}
					parts := strings.Split(id, "/")
					for i := range parts {
						parts[i] = url.PathEscape(parts[i])
					}
					addresses = append(addresses, "/"+kind+"/"+strings.Join(parts, "/")+".json")
				}
			}
			for _, a := range addresses {
				answer := fetch(t, h, a)
				if answer.Code != http.StatusOK {
					if !strings.HasPrefix(answer.Header().Get("Content-Type"), "application/problem+json") {
						t.Errorf("%s: %s answers %d, %s", name, a, answer.Code, answer.Header().Get("Content-Type"))
					}
					continue
				}
				if answer.Header().Get("Content-Type") != "application/json" {
					continue // an id that ends so is itself the page
				}
				value, err := jsonschema.UnmarshalJSON(bytes.NewReader(answer.Body.Bytes()))
				if err != nil {
					t.Fatalf("%s: %s: %v", name, a, err)
				}
				if err := s.Validate(value); err != nil {
					t.Errorf("%s: %s: %v", name, a, err)
				}
				asked++
			}
		}
		if asked < 30 {
			t.Errorf("%s: %d answers", name, asked)
		}
	}
}

// TestDescription lets another maker judge the description itself.
func TestDescription(t *testing.T) {
	path := filepath.Join(t.TempDir(), "openapi.json")
	if err := os.WriteFile(path, openAPI("0.1"), 0o644); err != nil {
		t.Fatal(err)
	}
	outside.Run(t, outside.Python(t, "python", "openapi-spec-validator", path))
}

// TestEntityTags holds that what has not changed is not sent again.
func TestEntityTags(t *testing.T) {
	h := New(sample.Record(), Options{})
	for _, a := range []string{"/statements.json", "/statements.csv", "/", "/timeline"} {
		first := fetch(t, h, a)
		tag := first.Header().Get("ETag")
		if tag == "" || first.Code != http.StatusOK {
			t.Fatalf("%s: %d, ETag %q", a, first.Code, tag)
		}
		for _, held := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
			if again := fetch(t, h, a, "If-None-Match", held); again.Code != http.StatusNotModified || again.Body.Len() != 0 || again.Header().Get("ETag") != tag {
				t.Errorf("%s with %s: %d, %d bytes", a, held, again.Code, again.Body.Len())
			}
		}
		if again := fetch(t, h, a, "If-None-Match", `"other"`); again.Code != http.StatusOK {
			t.Errorf("%s with another tag: %d", a, again.Code)
		}
	}
}

// TestProblems holds that programs are told what was wrong in their own form.
func TestProblems(t *testing.T) {
	h := New(sample.Record(), Options{})
	for address, want := range map[string]int{"/statements.json?min=90": 400, "/statements.json?stance=sayy": 400, "/statements.json?n=0": 400, "/statements.json?since=soon": 400, "/statements/none.json": 404,
		"/nowhere.json": 404, "/statements.csv?outlet=nobody": 400, "/statements.json?q=" + strings.Repeat("x", 9000): 414} {
		answer := fetch(t, h, address)
		var p problem
		err := json.Unmarshal(answer.Body.Bytes(), &p)
		if answer.Code != want || answer.Header().Get("Content-Type") != "application/problem+json" || err != nil || p.Status != want || p.Detail == "" || p.Hint == "" {
			t.Errorf("%.60s: %d %s %s", address, answer.Code, answer.Header().Get("Content-Type"), answer.Body)
		}
	}
	r := httptest.NewRequest("POST", "http://localhost/statements.json", nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("POST: %d %v", w.Code, w.Header())
	}
}

// TestSchemathesis lets a fuzzer made from the description ask a number of questions.
func TestSchemathesis(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes a minute; ./test runs it")
	}
	server := httptest.NewServer(New(sample.Record(), Options{Version: "test"}))
	defer server.Close()
	c := outside.Python(t, "fuzz", "schemathesis", "--config-file", filepath.Join("..", "..", "internal", "outside", "schemathesis.toml"), "run", server.URL+"/openapi.json", "--max-examples", "10", "--seed", "1", "--no-color")
	out := outside.Run(t, c)
	if !strings.Contains(out, "Operations:") && !strings.Contains(out, "operations") {
		t.Errorf("nothing was asked:\n%s", out)
	}
}
