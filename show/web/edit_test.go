package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/show/sample"
)

var tokenField = regexp.MustCompile(`name="token" value="([0-9a-f]+)"`)

// editing is a room with an editor that notes what it was asked.
func editing(asked *[]Change) http.Handler {
	return New(sample.Record(), Options{Edit: NewEditor(func(_ context.Context, c Change) (string, error) {
		*asked = append(*asked, c)
		return "m1", nil
	})})
}

// send posts a form as a browser does that shows a page of the given origin.
func send(h http.Handler, path, origin string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Host = "localhost:8080"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if origin != "" {
		r.Header.Set("Origin", origin)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// What a form of the room's own pages asks is done; the answer leads to where it shows.
func TestPutRight(t *testing.T) {
	var asked []Change
	h := editing(&asked)
	body := get(t, h, "/voices/e1").Body.String()
	found := tokenField.FindStringSubmatch(body)
	if found == nil {
		t.Fatal("a voice's page holds no form")
	}
	token := found[1]
	other := sample.Record().Ref("e2").Name
	for _, c := range []struct {
		form url.Values
		want Change
		to   string
	}{
		{url.Values{"kind": {"join"}, "row": {"e1"}, "other": {other}, "note": {" same title "}}, Change{Kind: "join", Row: "e1", Other: "e2", Note: "same title"}, "/voices/e1?done=m1"},
		{url.Values{"kind": {"split"}, "row": {"e1"}, "page": {"kurier-1", "sel-2"}}, Change{Kind: "split", Row: "e1", Pages: []string{"kurier-1", "sel-2"}}, "/corrections?done=m1"},
		{url.Values{"kind": {"hide"}, "row": {"s1"}}, Change{Kind: "hide", Row: "s1"}, "/corrections?done=m1"},
		{url.Values{"kind": {"note"}, "row": {"f1"}, "room": {"figure"}, "to": {"see the ministry"}}, Change{Kind: "note", Row: "f1", To: "see the ministry"}, "/figures/f1?done=m1"},
		{url.Values{"kind": {"outlet"}, "row": {"Olm Kurier"}, "to": {"Kurier of Olm"}}, Change{Kind: "outlet", Row: "Olm Kurier", To: "Kurier of Olm"}, "/corrections?done=m1"},
		{url.Values{"kind": {"undo"}, "row": {"m1"}}, Change{Kind: "undo", Row: "m1"}, "/corrections?undone=m1"},
	} {
		asked = nil
		c.form.Set("token", token)
		w := send(h, "/corrections", "http://localhost:8080", c.form)
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != c.to {
			t.Errorf("%v: status %d to %q, want %q", c.form, w.Code, w.Header().Get("Location"), c.to)
		}
		if len(asked) != 1 || asked[0].Kind != c.want.Kind || asked[0].Row != c.want.Row || asked[0].Other != c.want.Other || asked[0].To != c.want.To || asked[0].Note != c.want.Note ||
			strings.Join(asked[0].Pages, " ") != strings.Join(c.want.Pages, " ") {
			t.Errorf("%v: asked for %+v", c.form, asked)
		}
	}
}

// Nothing is changed by a form of another site, without the token, in a room that only reads, or that makes no sense; each says what would be right.
func TestPutRightRefused(t *testing.T) {
	var asked []Change
	h := editing(&asked)
	token := tokenField.FindStringSubmatch(get(t, h, "/voices/e1").Body.String())[1]
	own := "http://localhost:8080"
	good := func(pairs ...string) url.Values {
		form := url.Values{"kind": {"hide"}, "row": {"s1"}, "token": {token}}
		for i := 0; i < len(pairs); i += 2 {
			form.Set(pairs[i], pairs[i+1])
		}
		return form
	}
	for name, c := range map[string]struct {
		path, origin string
		form         url.Values
		status       int
		says         string
	}{
		"no token":           {"/corrections", own, good("token", ""), 403, "load the page again"},
		"another's token":    {"/corrections", own, good("token", NewEditor(nil).token("")), 403, "load the page again"},
		"no origin":          {"/corrections", "", good(), 403, "another site"},
		"origin kept back":   {"/corrections", "null", good(), 403, "another site"},
		"another site":       {"/corrections", "http://evil.example", good(), 403, "another site"},
		"another port":       {"/corrections", "http://localhost:9090", good(), 403, "another site"},
		"a likely name":      {"/corrections", "http://localhost:8080.evil.example", good(), 403, "another site"},
		"another address":    {"/statements/s1", own, good(), 405, "only reading"},
		"of programs":        {"/corrections.json", own, good(), 405, "only reading"},
		"no such kind":       {"/corrections", own, good("kind", "burn"), 400, "outlet, join"},
		"no row":             {"/corrections", own, good("row", ""), 400, "No row"},
		"nobody named":       {"/corrections", own, good("kind", "join", "row", "e1"), 400, "Nobody is named"},
		"somebody unknown":   {"/corrections", own, good("kind", "join", "row", "e1", "other", "Nobody At All"), 404, "under Voices"},
		"the same one":       {"/corrections", own, good("kind", "join", "row", "e1", "other", "e1"), 400, "one already"},
		"no pages":           {"/corrections", own, good("kind", "split", "row", "e1"), 400, "tick"},
		"an empty note":      {"/corrections", own, good("kind", "note"), 400, "write the right name"},
		"an endless note":    {"/corrections", own, good("kind", "note", "to", strings.Repeat("x", 3000)), 400, "2000"},
		"an endless form":    {"/corrections", own, good("to", strings.Repeat("x", 1<<17)), 400, "64 kB"},
		"the whole by query": {"/corrections?" + good().Encode(), own, url.Values{}, 403, "load the page again"},
	} {
		w := send(h, c.path, c.origin, c.form)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: status %d, want %d with %q", name, w.Code, c.status, c.says)
		}
	}
	if len(asked) > 0 {
		t.Errorf("changed all the same: %+v", asked)
	}
	r := httptest.NewRequest("POST", "/corrections", strings.NewReader(good().Encode()))
	r.Host = "evil.example"
	r.Header.Set("Origin", "http://evil.example")
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != http.StatusMisdirectedRequest || len(asked) > 0 {
		t.Errorf("by another name: status %d", w.Code)
	}
	reading := New(sample.Record(), Options{})
	if w := send(reading, "/corrections", own, good()); w.Code != http.StatusMethodNotAllowed || !strings.Contains(w.Body.String(), "serve --edit") {
		t.Errorf("a room that only reads: status %d: %s", w.Code, w.Body)
	}
	if body := get(t, reading, "/voices/e1").Body.String(); strings.Contains(body, "<form action=\"/corrections\"") {
		t.Error("a room that only reads shows forms")
	}
}

// The pages with forms keep the rules of all pages, and tell browsers to name the origin of a form.
func TestFormsAreAccessible(t *testing.T) {
	var asked []Change
	h := editing(&asked)
	for _, address := range append(append([]string{}, lists...), singles...) {
		w := get(t, h, address)
		if w.Code != 200 || w.Header().Get("Referrer-Policy") != "same-origin" {
			t.Errorf("%s: status %d, %s", address, w.Code, w.Header().Get("Referrer-Policy"))
		}
		accessible(t, w.Body.String())
	}
}
