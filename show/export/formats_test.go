package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/eval/whole"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// odd are pages on which a format trips: characters outside the first plane, an id with a slash and a quote, markup, cells like formulas,
// no date, a page that can't be read.
var odd = []gather.Page{
	{ID: "emoji", Form: gather.Article, Bytes: []byte("🚢🚢 Ferries leave Žďár\n\n“🚢 No ship will sail before 4 April 2023,” 🙂 governor Ilse Marrow told Radio Nord on Monday. " +
		"She said that 12 ships 🚢 had left 𝒮el.\n"), Given: gather.Given{Published: "2023-03-20", Outlet: "Emoji Post", URL: "https://emoji.example/🚢?a=1&b=2"}},
	{ID: `a/b "c", d=1`, Form: gather.HTML, Bytes: []byte("<html><head><title>Harbour &amp; bridge</title></head><body><p>=1+2 is what the harbour office said on Tuesday.</p>" +
		"<p>“+40 percent &lt;more&gt; ships will come,” said Ada Brand, the harbour master, on 21 March 2023.</p></body></html>")},
	{ID: "fetched.example/ferry", Form: gather.HTML, Bytes: fetched, Given: gather.Given{URL: "https://fetched.example/ferry", Fetched: "2023-03-22T10:00:00Z"},
		Capture: &gather.Capture{URL: "https://fetched.example/ferry", Time: "2023-03-22T10:00:00Z", Status: "200 OK", Header: map[string][]string{"Content-Type": {"text/html"}}, Body: fetched}},
	{ID: "nothing", Form: gather.Flat, Bytes: nil, Skip: &gather.Skip{Reason: gather.Empty, Detail: "no byte"}},
}

var fetched = []byte("<html><head><title>Ferry leaves late</title></head><body><p>The ferry left on 21 March 2023, the harbour office said.</p></body></html>")

// many are real pages, for ./test all: three hundred of a public collection (HEARSAY_WHOLE), and a folder of one's own (HEARSAY_FORMATS).
func many(t testing.TB) []gather.Page {
	t.Helper()
	var out []gather.Page
	if os.Getenv("HEARSAY_WHOLE") != "" {
		pages, err := whole.Pages("../../.evaldata/eval", "helsinki")
		if errors.Is(err, fs.ErrNotExist) {
			t.Log("helsinki is not laid out: only the invented stories are written")
		} else if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(pages); i += max(1, len(pages)/300) {
			out = append(out, pages[i])
		}
	}
	if folder := os.Getenv("HEARSAY_FORMATS"); folder != "" {
		out = append(out, slices.Collect(file.Pages([]string{folder}, gather.Given{}))...)
	}
	return out
}

// made is the record of the invented stories and the odd pages; it is made once, and no test changes it.
var made struct {
	sync.Once
	folder string
	record *hearsay.Record
	shown  *view.Record
	err    error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if made.record != nil {
		made.record.Close()
	}
	os.RemoveAll(made.folder)
	os.Exit(code)
}

func record(t testing.TB) (*hearsay.Record, *view.Record) {
	t.Helper()
	made.Do(func() {
		ctx := context.Background()
		if made.folder, made.err = os.MkdirTemp("", "hearsay-formats-"); made.err != nil {
			return
		}
		if made.record, made.err = hearsay.Open(ctx, filepath.Join(made.folder, "r.db")); made.err != nil {
			return
		}
		pages := append(append(slices.Collect(file.Pages(stories(t), gather.Given{})), odd...), many(t)...)
		if _, made.err = made.record.Add(ctx, slices.Values(pages), hearsay.AddOptions{}); made.err == nil {
			made.shown, made.err = made.record.View(ctx)
		}
	})
	if made.err != nil {
		t.Fatal(made.err)
	}
	return made.record, made.shown
}

var packed = export.Package{Version: "test", Models: "1", Name: "harbour", Dial: view.Dial{Min: 0.5}}

// codePoints is the text of every page, as places count it.
func codePoints(r *view.Record) map[string][]rune {
	out := map[string][]rune{}
	for _, p := range r.Pages {
		if p.Reading != nil {
			out[p.ID] = []rune(string(p.Reading.Page.Text))
		}
	}
	return out
}

// TestCSV holds the data package against another maker's validator, and every place of every table against the page.
func TestCSV(t *testing.T) {
	_, r := record(t)
	folder := t.TempDir()
	files := export.Folder(folder)
	if err := export.CSV(files, r, packed); err != nil {
		t.Fatal(err)
	}
	if err := files.Close(); err != nil {
		t.Fatal(err)
	}
	texts, places := codePoints(r), 0
	var described struct {
		Resources []struct{ Name, Path string }
	}
	raw, err := os.ReadFile(filepath.Join(folder, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &described); err != nil {
		t.Fatal(err)
	}
	rows := map[string][]map[string]string{}
	for _, res := range described.Resources {
		rows[res.Name] = readTable(t, filepath.Join(folder, res.Path))
		for n, row := range rows[res.Name] {
			if _, placed := row["start"]; !placed {
				continue
			}
			start, _ := strconv.Atoi(row["start"])
			end, err := strconv.Atoi(row["end"])
			if page := texts[row["page"]]; err != nil || end > len(page) || string(page[start:end]) != strings.ReplaceAll(row["words"], "\r\n", "\n") {
				t.Fatalf("%s row %d: %v are not the words at that place", res.Name, n+1, row)
			}
			places++
		}
	}
	if places < 200 || len(rows["statements"]) < 20 || len(rows["pages"]) != len(r.Pages) {
		t.Errorf("%d places, %d statements, %d pages: the tables are not whole", places, len(rows["statements"]), len(rows["pages"]))
	}
	for _, row := range rows["statements"] {
		s, ok := r.Statement(row["id"])
		if !ok || row["words"] != s.Words || row["confidence"] != strconv.FormatFloat(s.Confidence, 'f', -1, 64) || row["chain"] != view.ChainWords(s.Chain) {
			t.Errorf("statement %v is not as the record has it", row)
		}
	}
	t.Run("frictionless", func(t *testing.T) {
		outside.Run(t, outside.Python(t, "python", "frictionless", "validate", filepath.Join(folder, "datapackage.json")))
	})
}

// readTable reads a table of the data package back.
func readTable(t testing.TB, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := []map[string]string{}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = export.Unharmed(line[i])
		}
		out = append(out, row)
	}
	return out
}

// TestUnharmed holds that the guard against formulas gives back what was written.
func TestUnharmed(t *testing.T) {
	for _, c := range []struct{ cell, written string }{{"=1+2", "'=1+2"}, {"'=1+2", "''=1+2"}, {"''@x", "'''@x"}, {"-3", "-3"}, {"'tis", "'tis"}, {"-a", "'-a"}, {"", ""}, {"'", "'"}} {
		if got := export.Harmless(c.cell); got != c.written {
			t.Errorf("%q is written %q, want %q", c.cell, got, c.written)
		}
		if got := export.Unharmed(c.written); got != c.cell {
			t.Errorf("%q is read %q, want %q", c.written, got, c.cell)
		}
	}
}

// TestNarrow holds that a part of a record is whole: rows lead only to rows and pages that are left.
func TestNarrow(t *testing.T) {
	_, r := record(t)
	s := schema(t, "export.schema.json")
	some := r.Pages[3].ID
	for _, c := range []struct {
		filter view.Choice
		left   func(p view.PageRow) bool
	}{
		{view.Choice{Pages: []string{some, "emoji"}}, func(p view.PageRow) bool { return p.ID == some || p.ID == "emoji" }},
		{view.Choice{Outlet: "emoji"}, func(p view.PageRow) bool { return p.Outlet.Name == "Emoji Post" }},
		{view.Choice{Since: "2023-03-21"}, func(p view.PageRow) bool { return p.Published.Latest == nil || *p.Published.Latest >= "2023-03-21" }},
		{view.Choice{Until: "2023-03"}, func(p view.PageRow) bool { return p.Published.Earliest == nil || *p.Published.Earliest < "2023-04" }},
		{view.Choice{By: "marrow"}, func(p view.PageRow) bool { return true }},
		{view.Choice{Stories: []string{r.Findings.Stories[0].ID}}, func(p view.PageRow) bool { return slices.Contains(r.Findings.Stories[0].Pages, p.ID) }},
	} {
		narrow, _, err := view.Narrow(r, c.filter)
		if err != nil {
			t.Fatalf("%+v: %v", c.filter, err)
		}
		if len(narrow.Pages) == 0 || len(narrow.Pages) == len(r.Pages) {
			t.Errorf("%+v leaves %d of %d pages", c.filter, len(narrow.Pages), len(r.Pages))
		}
		for _, p := range narrow.PageRows(packed.Dial) {
			if !c.left(p) {
				t.Errorf("%+v leaves %s of %s, %s", c.filter, p.ID, p.Outlet.Name, p.Published.Words)
			}
		}
		var b strings.Builder
		if err := export.JSON(&b, narrow, export.Whole{Version: "test", Models: "1", MinConfidence: 0.5}); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%+v", c.filter)
		validate(t, s, []byte(b.String()), name)
		linked(t, name, []byte(b.String()))
		lengths := codePoints(narrow)
		inside(t, name, []byte(b.String()), func(page string) int { return len(lengths[page]) })
		if c.filter.By != "" {
			for _, x := range narrow.Statements(view.Filter{Dial: view.Dial{All: true}}).Statements {
				if !strings.Contains(view.ChainWords(x.Chain), "Marrow") {
					t.Errorf("%s leaves words of %s", name, view.ChainWords(x.Chain))
				}
			}
		}
	}
	for _, f := range []view.Choice{{Pages: []string{"none"}}, {Stories: []string{"none"}}, {Outlet: "none"}, {By: "nobody at all"}, {Since: "yesterday"}, {Since: "2023-02-30"}, {Until: "2023-13"}} {
		if _, _, err := view.Narrow(r, f); err == nil {
			t.Errorf("%+v is taken", f)
		} else if w, ok := err.(*view.Wrong); !ok || w.Hint == "" {
			t.Errorf("%+v: %v says nothing of what is there", f, err)
		}
	}
}

// written writes a format of one file and returns its path.
func written(t testing.TB, name string, r *view.Record, write func(w io.Writer, r *view.Record, o export.Package) error) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := write(f, r, packed); err != nil {
		t.Fatal(err)
	}
	return path
}

// jsonLines reads a file of JSON lines.
func jsonLines[Row any](t testing.TB, path string) []Row {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []Row
	for dec := json.NewDecoder(f); dec.More(); {
		var row Row
		if err := dec.Decode(&row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	return out
}

// TestFollowTheMoney holds the entities against the model, and every place against the text that its page carries.
func TestFollowTheMoney(t *testing.T) {
	_, r := record(t)
	path := written(t, "record.ftm.json", r, export.FollowTheMoney)
	type entity struct {
		ID, Schema string
		Properties map[string][]string
	}
	texts, counts := map[string][]rune{}, map[string]int{}
	lines := jsonLines[entity](t, path)
	for _, e := range lines {
		if counts[e.Schema]++; e.Schema == "Article" && e.Properties["bodyText"] != nil {
			texts[strings.TrimPrefix(e.Properties["notes"][0], "page: ")] = []rune(e.Properties["bodyText"][0])
		}
	}
	for _, e := range lines {
		if e.Schema != "Note" || e.Properties["keywords"][0] != "statement" {
			continue
		}
		var found []string
		for _, note := range e.Properties["notes"] {
			for _, part := range strings.Split(note, "; ") {
				if place, ok := strings.CutPrefix(part, "content "); ok {
					cut := strings.LastIndexByte(place, ' ')
					var start, end int
					if _, err := fmt.Sscanf(place[cut+1:], "%d-%d", &start, &end); err != nil {
						t.Fatalf("%s: %q: %v", e.ID, place, err)
					}
					found = append(found, view.OneLine(string(texts[place[:cut]][start:end])))
				}
			}
		}
		if len(found) == 0 && e.Properties["description"] == nil {
			continue // a refusal to speak has no words
		}
		if words := e.Properties["description"][0]; !strings.HasPrefix(words, found[0]) {
			t.Errorf("%s says %q, its first place %q", e.ID, words, found[0])
		}
	}
	if counts["Article"] != len(r.Pages) || counts["Note"] < 20 || counts["Person"] == 0 || counts["Mention"] == 0 || counts["Event"] == 0 {
		t.Errorf("entities: %v", counts)
	}
	t.Run("followthemoney", func(t *testing.T) { outside.Run(t, outside.Script(t, "ftm.py", path)) })
}

// folderOf writes a format of several files into a folder.
func folderOf(t testing.TB, r *view.Record, write func(export.Files, *view.Record, export.Package) error) string {
	t.Helper()
	path := t.TempDir()
	files := export.Folder(path)
	if err := write(files, r, packed); err != nil {
		t.Fatal(err)
	}
	if err := files.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestTimelineJS holds that every slide is an entry with its interval in words, and lets the program that draws them judge.
func TestTimelineJS(t *testing.T) {
	_, r := record(t)
	path := written(t, "timeline.json", r, export.TimelineJS)
	type doc struct {
		Events []struct {
			ID      string `json:"unique_id"`
			Display string `json:"display_date"`
			Group   string
		}
	}
	show := jsonLines[doc](t, path)[0]
	for _, e := range show.Events {
		row, ok := r.Entry(e.ID)
		if !ok || row.When.Words != e.Display || !strings.HasPrefix(e.Group, row.Status) {
			t.Errorf("slide %+v is not entry %+v", e, row)
		}
	}
	if len(show.Events) < 10 || len(show.Events) > 50 {
		t.Errorf("%d slides", len(show.Events))
	}
	t.Run("TimelineConfig", func(t *testing.T) { outside.Run(t, outside.Script(t, "timeline.mjs", path)) })
	empty, _, err := view.Narrow(r, view.Choice{Pages: []string{"nothing"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := export.TimelineJS(io.Discard, empty, packed); err == nil {
		t.Error("a timeline without a date is written: the program that draws it refuses one")
	}
}

// TestAnnotations reads the annotations back into places and lets another maker's matchers find every one in the texts beside them.
func TestAnnotations(t *testing.T) {
	_, r := record(t)
	folder := folderOf(t, r, export.Annotations)
	type doc struct {
		Items []struct {
			Row    string `json:"hearsay:row"`
			List   string `json:"hearsay:list"`
			Target []struct {
				Page     string `json:"hearsay:page"`
				Selector []struct {
					Start, End *int
					Exact      string
				}
			}
		}
	}
	accounts := map[string]int{}
	for _, item := range jsonLines[doc](t, filepath.Join(folder, "annotations.jsonld"))[0].Items {
		if item.List != "statements" {
			continue
		}
		s, ok := r.Statement(item.Row)
		if !ok {
			t.Fatalf("no row %s", item.Row)
		}
		i := accounts[item.Row]
		accounts[item.Row]++
		for n, at := range item.Target {
			if want := s.Accounts[i].Content[n]; *at.Selector[0].Start != want.Start || *at.Selector[0].End != want.End || at.Selector[1].Exact != want.Text || at.Page != want.Page {
				t.Errorf("%s: %+v is not %+v", item.Row, at, want)
			}
		}
	}
	for _, s := range r.Statements(view.Filter{Dial: packed.Dial}).Statements {
		want := 0
		for _, a := range s.Accounts {
			want += min(1, len(a.Content))
		}
		if accounts[s.ID] != want {
			t.Errorf("%s has %d annotations for %d accounts with content", s.ID, accounts[s.ID], want)
		}
	}
	t.Run("apache-annotator, jsonld", func(t *testing.T) { outside.Run(t, outside.Script(t, "annotations.mjs", folder)) })
}

// TestClaimReviews holds that a draft is whole but for what a person has to say.
func TestClaimReviews(t *testing.T) {
	_, r := record(t)
	path := written(t, "drafts.json", r, export.ClaimReviews)
	type draft struct {
		Claimed string `json:"claimReviewed"`
		Item    struct {
			Identifier string
			First      *struct{ Identifier string } `json:"firstAppearance"`
			Others     []struct{ Identifier string }
		} `json:"itemReviewed"`
	}
	drafts := jsonLines[[]draft](t, path)[0]
	for _, d := range drafts {
		s, ok := r.Statement(d.Item.Identifier)
		if !ok || s.Words != d.Claimed || s.Accounts[0].First && (d.Item.First == nil || d.Item.First.Identifier != s.Accounts[0].Page) {
			t.Errorf("draft %+v is not statement %+v", d, s)
		}
	}
	if len(drafts) < 10 {
		t.Errorf("%d drafts", len(drafts))
	}
	t.Run("structured-data-testing-tool", func(t *testing.T) { outside.Run(t, outside.Script(t, "claimreview.mjs", path)) })
}

// TestGKG reads the lines back: 27 columns, and every name, quotation, date and amount at its place.
func TestGKG(t *testing.T) {
	_, r := record(t)
	raw, err := os.ReadFile(written(t, "record.gkg.csv", r, export.GKG))
	if err != nil {
		t.Fatal(err)
	}
	texts := codePoints(r)
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	if len(lines) != len(texts) {
		t.Errorf("%d lines for %d pages", len(lines), len(texts))
	}
	flat := strings.NewReplacer("#", " ", "|", " ", ";", " ", ",", " ", "\n", " ", "\t", " ")
	quotes, names, extras := 0, 0, 0
	for i, p := range slices.DeleteFunc(slices.Clone(r.Pages), func(p view.Page) bool { return p.Reading == nil }) {
		page := texts[p.ID]
		columns := strings.Split(lines[i], "\t")
		if len(columns) != 27 {
			t.Fatalf("%s: %d columns", p.ID, len(columns))
		}
		for _, list := range []int{12, 14, 23} {
			for _, one := range strings.Split(strings.TrimSuffix(columns[list], ";"), ";") {
				name, offset, ok := strings.Cut(one, ",")
				if at, err := strconv.Atoi(offset); ok && (err != nil || !strings.HasPrefix(view.OneLine(flat.Replace(string(page[at:]))), name)) {
					t.Errorf("%s: %q does not stand at its place", p.ID, one)
				} else if ok {
					names++
				}
			}
		}
		if columns[22] != "" {
			for _, block := range strings.Split(columns[22], "#") {
				parts := strings.Split(block, "|")
				at, _ := strconv.Atoi(parts[0])
				n, _ := strconv.Atoi(parts[1])
				if len(parts) != 4 || flat.Replace(string(page[at:at+n])) != flat.Replace(parts[3]) {
					t.Errorf("%s: quotation %q does not stand at its place", p.ID, block)
				}
				quotes++
			}
		}
		var xmlWhole struct {
			Title string `xml:"PAGE_TITLE"`
			Said  []struct {
				ID string `xml:"id,attr"`
			} `xml:"HEARSAY_STATEMENT"`
		}
		if err := xml.Unmarshal([]byte("<x>"+columns[26]+"</x>"), &xmlWhole); err != nil || xmlWhole.Title != r.Title(p.ID) {
			t.Errorf("%s: extras %q: %v", p.ID, columns[26], err)
		}
		extras += len(xmlWhole.Said)
	}
	if quotes < 5 || names < 50 || extras < 20 {
		t.Errorf("%d quotations, %d names, %d statements", quotes, names, extras)
	}
}

// TestWACZ holds the archive against two other makers' checks, and adds it to a new record, which must say the same, word for word.
func TestWACZ(t *testing.T) {
	ctx := context.Background()
	first, r := record(t)
	path := filepath.Join(t.TempDir(), "record.wacz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := export.WACZ(f, r, keptBy(ctx, first), packed); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "second.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if _, err := second.Add(ctx, file.Pages([]string{path}, gather.Given{}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	again, err := second.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := unsourced(t, r), unsourced(t, again); a != b {
		t.Errorf("the archive does not give the record back:\n%s", firstDifference(a, b))
	}
	t.Run("wacz, warcio", func(t *testing.T) { outside.Run(t, outside.Script(t, "archive.py", path)) })
}

// unsourced is the record as JSON without where its pages came from: an archive is another place.
func unsourced(t testing.TB, r *view.Record) string {
	t.Helper()
	var ids []string // a page without bytes is in no archive
	for _, p := range r.Pages {
		if p.SHA256 != "" {
			ids = append(ids, p.ID)
		}
	}
	left, _, err := view.Narrow(r, view.Choice{Pages: ids})
	if err != nil {
		t.Fatal(err)
	}
	pages := slices.Clone(left.Pages)
	for i := range pages {
		pages[i].Source = ""
	}
	var b strings.Builder
	if err := export.JSON(&b, view.New(pages, left.Findings), export.Whole{Version: "test", Models: "1", MinConfidence: 0.5}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return fmt.Sprintf("line %d\n%.600s\n%.600s", i+1, x[i], strings.Join(y[min(i, len(y)):min(i+1, len(y))], ""))
		}
	}
	return fmt.Sprintf("%d lines, %d lines", len(x), len(y))
}

// keptBy are the original bytes of a record.
func keptBy(ctx context.Context, r *hearsay.Record) export.Kept {
	return export.Kept{Pages: func(wanted func(string) bool) iter.Seq2[gather.Page, error] { return r.Originals(ctx, wanted) },
		Fetches: func(visit func(page, url, time string, record []byte) error) error { return r.Fetches(ctx, visit) }}
}

// TestROCrate holds every file against its hash and lets the validator judge the metadata.
func TestROCrate(t *testing.T) {
	kept, r := record(t)
	if len(r.Pages) > 40 { // the validator takes minutes for each hundred
		var ids []string
		for _, p := range r.Pages[:40] {
			ids = append(ids, p.ID)
		}
		var err error
		if r, _, err = view.Narrow(r, view.Choice{Pages: ids}); err != nil {
			t.Fatal(err)
		}
	}
	folder := folderOf(t, r, func(files export.Files, r *view.Record, o export.Package) error {
		return export.ROCrate(files, r, keptBy(context.Background(), kept), o)
	})
	type doc struct {
		Graph []map[string]any `json:"@graph"`
	}
	files, originals := 0, 0
	for _, n := range jsonLines[doc](t, filepath.Join(folder, "ro-crate-metadata.json"))[0].Graph {
		if n["sha256"] == nil {
			continue
		}
		content, err := os.ReadFile(filepath.Join(folder, n["@id"].(string)))
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(content)); sum != n["sha256"] || n["contentSize"] != strconv.Itoa(len(content)) {
			t.Errorf("%s is not as described", n["@id"])
		}
		if id, ok := n["identifier"].(string); ok {
			if row, _ := r.Page(id, packed.Dial); row.SHA256 != n["sha256"] {
				t.Errorf("%s are not the bytes of %s", n["@id"], id)
			}
			originals++
		}
		files++
	}
	if originals != len(codePoints(r)) || files != 2*originals+1 {
		t.Errorf("%d files, %d originals of %d pages", files, originals, len(r.Pages))
	}
	t.Run("rocrate-validator, rdflib", func(t *testing.T) {
		outside.Run(t, outside.Script(t, "crate.py", folder, outside.Module(t, "ro-crate/lib/context.json")))
	})
}
