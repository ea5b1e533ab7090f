package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/export"
)

// stories are the folders of the invented stories' pages.
func stories(t testing.TB) []string {
	t.Helper()
	folders, err := filepath.Glob("../../examples/*/pages")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	return folders
}

func schema(t testing.TB, path string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t testing.TB, s *jsonschema.Schema, document []byte, name string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// TestAnnotateSchema holds every line against the schema, and every place against the text it counts in.
func TestAnnotateSchema(t *testing.T) {
	s := schema(t, "annotate.schema.json")
	pages := slices.Collect(file.Pages(stories(t), gather.Given{}))
	pages = append(pages, gather.Page{ID: "emoji", Bytes: []byte("“🚢 ships left Žďár,” governor Ilse Marrow told Radio Nord on Monday, citing over 40 percent of 8,200 men.")},
		gather.Page{ID: "no page", Skip: &gather.Skip{Reason: gather.Unreadable, Detail: "permission denied"}})
	for _, p := range pages {
		r := hearsay.Read(p)
		for _, asBytes := range []bool{false, true} {
			line, err := export.Annotation(r, p.Form, export.Options{Layers: export.AllLayers, Bytes: asBytes})
			if err != nil {
				t.Fatal(err)
			}
			validate(t, s, line, p.ID)
			length := len(r.Page.Text)
			if !asBytes {
				length = len([]rune(string(r.Page.Text)))
			}
			inside(t, p.ID, line, func(string) int { return length })
		}
	}
}

// TestExportSchema does the same for a whole record, with everything shown and by the dial, and holds that no row points at one that is
// not there.
func TestExportSchema(t *testing.T) {
	s := schema(t, "export.schema.json")
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	missing := filepath.Join(t.TempDir(), "gone.txt")
	if _, err := r.Add(ctx, file.Pages(append(stories(t), missing), gather.Given{}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	shown, err := r.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	lengths := map[string]int{}
	for _, p := range shown.Pages {
		if p.Reading != nil {
			lengths[p.ID] = len([]rune(string(p.Reading.Page.Text)))
		}
	}
	for _, whole := range []export.Whole{{MinConfidence: 0.9}, {All: true}, {MinConfidence: 1.1}} {
		whole.Version, whole.Models = "test", "1"
		var b bytes.Buffer
		if err := export.JSON(&b, shown, whole); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("from %v", whole.MinConfidence)
		validate(t, s, b.Bytes(), name)
		inside(t, name, b.Bytes(), func(page string) int { return lengths[page] })
		for list, ids := range linked(t, name, b.Bytes()) {
			for id := range ids {
				if why, ok := shown.Why(id); !ok || len(why.Reasons)+len(why.Evidence) == 0 && why.Rule == "" {
					t.Errorf("%s: nothing says why %s holds %s", name, list, id)
				}
			}
		}
	}
}

// inside walks a document and holds every start and end against the length of the text it counts in.
func inside(t testing.TB, name string, document []byte, length func(page string) int) {
	t.Helper()
	var root any
	if err := json.Unmarshal(document, &root); err != nil {
		t.Fatal(err)
	}
	var walk func(node any, page string)
	walk = func(node any, page string) {
		switch node := node.(type) {
		case []any:
			for _, each := range node {
				walk(each, page)
			}
		case map[string]any:
			if named, ok := node["page"].(string); ok {
				page = named
			} else if id, ok := node["sha256"]; ok && id != nil {
				page = node["id"].(string)
			}
			if start, ok := node["start"].(float64); ok {
				if end := node["end"].(float64); start < 0 || start > end || int(end) > length(page) {
					t.Errorf("%s: place %v to %v lies outside %s, which has %d", name, start, end, page, length(page))
				}
			}
			for key, value := range node {
				if key != "versions" {
					walk(value, page)
				}
			}
		}
	}
	walk(root, "")
}

// linked holds that every id that a row names is the id of a row, and that ids are unique. It returns the ids of each list.
func linked(t testing.TB, name string, document []byte) map[string]map[string]bool {
	t.Helper()
	var d struct {
		Pages []struct {
			ID       string
			Outlet   *string
			Versions []string
		}
		Stories []struct {
			ID    string
			Pages []string
		}
		Entities   []struct{ ID string }
		Statements []struct {
			ID       string
			Speaker  *string
			Chain    []string
			Accounts []struct {
				Page  string
				Chain []string
			}
		}
		Figures []struct {
			ID      string
			Entries []struct {
				Page      string
				Statement *string
			}
		}
		Timeline []struct {
			ID      string
			Becomes *string
		}
		Copies []struct {
			ID     string
			Origin *string
		}
		Relations []struct {
			ID    string
			About struct{ List, ID string }
		}
		Terms []struct {
			ID     string
			Entity *string
		}
		Origins []struct {
			ID    string
			Pages []string
		}
	}
	if err := json.Unmarshal(document, &d); err != nil {
		t.Fatal(err)
	}
	rows := map[string]map[string]bool{}
	add := func(list, id string) {
		if rows[list] == nil {
			rows[list] = map[string]bool{}
		}
		if id == "" || rows[list][id] {
			t.Errorf("%s: %s has the id %q twice, or a row without one", name, list, id)
		}
		rows[list][id] = true
	}
	has := func(list, id, from string) {
		if !rows[list][id] {
			t.Errorf("%s: %s names %s, which is not in %s", name, from, id, list)
		}
	}
	optional := func(list string, id *string, from string) {
		if id != nil {
			has(list, *id, from)
		}
	}
	for _, x := range d.Pages {
		add("pages", x.ID)
	}
	for _, x := range d.Entities {
		add("entities", x.ID)
	}
	for _, x := range d.Statements {
		add("statements", x.ID)
	}
	for _, x := range d.Figures {
		add("figures", x.ID)
	}
	for _, x := range d.Timeline {
		add("timeline", x.ID)
	}
	for _, x := range d.Pages {
		optional("entities", x.Outlet, x.ID)
		for _, v := range x.Versions {
			has("pages", v, x.ID)
		}
	}
	told := map[string]bool{}
	for _, x := range d.Stories {
		add("stories", x.ID)
		for _, p := range x.Pages {
			has("pages", p, x.ID)
			if told[p] {
				t.Errorf("%s: page %s is in two stories", name, p)
			}
			told[p] = true
		}
	}
	voices := func(chain []string, from string) {
		for _, id := range chain[1:] {
			has("entities", id, from)
		}
	}
	for _, x := range d.Statements {
		optional("entities", x.Speaker, x.ID)
		voices(x.Chain, x.ID)
		for _, a := range x.Accounts {
			has("pages", a.Page, x.ID)
			voices(a.Chain, x.ID)
		}
	}
	for _, x := range d.Figures {
		for _, e := range x.Entries {
			has("pages", e.Page, x.ID)
			optional("statements", e.Statement, x.ID)
		}
	}
	for _, x := range d.Timeline {
		optional("timeline", x.Becomes, x.ID)
	}
	for _, x := range d.Copies {
		add("copies", x.ID)
		optional("pages", x.Origin, x.ID)
	}
	for _, x := range d.Relations {
		add("relations", x.ID)
		has(x.About.List, x.About.ID, x.ID)
	}
	for _, x := range d.Terms {
		add("terms", x.ID)
		optional("entities", x.Entity, x.ID)
	}
	for _, x := range d.Origins {
		add("origins", x.ID)
		for _, p := range x.Pages {
			has("pages", p, x.ID)
		}
	}
	return rows
}
