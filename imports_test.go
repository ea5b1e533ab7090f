package hearsay_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/hearsay-news/hearsay"

// order is the way that data takes. A wing imports only wings before it; what stands beside the way (text, lang) may be imported by all.
var order = []string{"text", "lang", "gather", "read", "compare", "keep", "show", "work"}

// rooms of a wing in the order in which they run: a room imports only rooms before it.
var rooms = map[string][]string{
	"read": {"page", "times", "article", "syntax", "names", "amounts", "statements", "events", "clauses"},
}

// early are imports between rooms of read against the order of the rooms: article needs the calendar of times, and times reads the
// sentences that syntax cuts.
var early = map[string][]string{"read/times": {"read/syntax"}}

// TestDataFlowsOneWay walks the imports of every package that is no test.
func TestDataFlowsOneWay(t *testing.T) {
	for folder, imports := range importGraph(t) {
		wing, room := split(folder)
		for _, to := range imports {
			toWing, toRoom := split(to)
			if wing == "" || wing == "cmd" || wing == "eval" || wing == "train" {
				continue // the root wires all wings; commands and measurements stand outside
			}
			if (wing == "read" || wing == "compare") && strings.HasPrefix(to, "lang/") {
				t.Errorf("%s imports %s: a language is handed to the rooms as a value", folder, to)
			}
			from, at := slices.Index(order, wing), slices.Index(order, toWing)
			switch {
			case at < 0:
				t.Errorf("%s imports %q: only commands import the root, and nothing imports commands", folder, to)
			case from < 0:
				t.Errorf("%s is in no wing", folder)
			case at > from:
				t.Errorf("%s imports %s: data flows %s", folder, to, strings.Join(order, " → "))
			case (wing == "read" || wing == "compare") && wing == toWing && room != "" && toRoom == "":
				t.Errorf("%s imports %s, which is made from it", folder, to)
			case wing == "read" && toWing == "read" && room != "" && room != toRoom:
				before, after := slices.Index(rooms[wing], toRoom), slices.Index(rooms[wing], room)
				if before > after && !slices.Contains(early[wing+"/"+room], wing+"/"+toRoom) {
					t.Errorf("%s imports %s: the rooms of read run in the order %s", folder, to, strings.Join(rooms[wing], ", "))
				}
			}
		}
	}
}

// faces show rows of show/view, and know nothing else of a record: what a row means is said once.
var faces = []string{"show/web", "show/term", "show/report", "show/parts"}

// TestFacesReadViewsOnly holds that no face reaches past the views.
func TestFacesReadViewsOnly(t *testing.T) {
	graph := importGraph(t)
	for _, face := range faces {
		if len(graph[face]) == 0 {
			t.Errorf("%s imports nothing: is it still there?", face)
		}
		for _, to := range graph[face] {
			if wing, _ := split(to); wing == "read" || wing == "compare" || wing == "keep" {
				t.Errorf("%s imports %s: faces show rows of show/view", face, to)
			}
		}
	}
}

// split returns the wing and the room of a folder: "read/times/pattern" is in room times of wing read.
func split(folder string) (wing, room string) {
	wing, rest, _ := strings.Cut(folder, "/")
	room, _, _ = strings.Cut(rest, "/")
	return wing, room
}

// importGraph returns what each folder of the module imports from the module.
func importGraph(t *testing.T) map[string][]string {
	t.Helper()
	graph := map[string][]string{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := strings.TrimPrefix(path.Dir(name), ".")
		for _, spec := range file.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if to == module || strings.HasPrefix(to, module+"/") {
				graph[folder] = append(graph[folder], strings.TrimPrefix(strings.TrimPrefix(to, module), "/"))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(graph) < 10 {
		t.Fatalf("only %d packages found", len(graph))
	}
	return graph
}
