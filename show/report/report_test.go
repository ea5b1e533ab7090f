package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

func write(t *testing.T, r *view.Record, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// TestSelfContained holds that the report asks for nothing, that its policy allows exactly its own style and script, and that every
// link leads to something inside it.
func TestSelfContained(t *testing.T) {
	for name, r := range map[string]*view.Record{"sample": sample.Record(), "hostile": sample.Hostile(), "empty": view.New(nil, nil)} {
		t.Run(name, func(t *testing.T) {
			doc, err := html.Parse(strings.NewReader(write(t, r, Options{Name: "x.db"})))
			if err != nil {
				t.Fatal(err)
			}
			ids, inline, policy := map[string]bool{}, map[string]int{}, ""
			var links []string
			for n := range doc.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				if id := attr(n, "id"); id != "" {
					if ids[id] {
						t.Errorf("id %q twice", id)
					}
					ids[id] = true
				}
				switch n.Data {
				case "link", "img", "iframe", "object", "embed", "base", "video", "audio", "source":
					t.Errorf("<%s %v>", n.Data, n.Attr)
				case "meta":
					if attr(n, "http-equiv") == "Content-Security-Policy" {
						policy = attr(n, "content")
					}
				case "style", "script":
					inline[n.Data]++
					sum := sha256.Sum256([]byte(n.FirstChild.Data))
					if hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, hash) {
						t.Errorf("the policy does not allow the %s: %s", n.Data, policy)
					}
				}
				for _, a := range n.Attr {
					switch {
					case a.Key == "style" || a.Key == "src" || strings.HasPrefix(a.Key, "on"):
						t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
					case a.Key == "href":
						links = append(links, a.Val)
					}
				}
			}
			if !strings.HasPrefix(policy, "default-src 'none';") {
				t.Errorf("policy: %q", policy)
			}
			if inline["style"] != 1 || inline["script"] != 1 {
				t.Errorf("inline: %v", inline)
			}
			for _, link := range links {
				fragment, ok := strings.CutPrefix(link, "#")
				if plain, err := url.PathUnescape(fragment); err == nil && !ids[fragment] {
					fragment = plain
				}
				if !ok || !ids[fragment] {
					t.Errorf("%q leads nowhere", link)
				}
			}
			t.Logf("%d links, %d ids", len(links), len(ids))
		})
	}
}

func TestHostileWordsStayWords(t *testing.T) {
	out := write(t, sample.Hostile(), Options{})
	for _, bad := range []string{sample.Script, sample.Image, `href="javascript:`, "<img"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q is in the report", bad)
		}
	}
}

func TestContent(t *testing.T) {
	out := write(t, sample.Record(), Options{Name: "bridge.db"})
	for _, want := range []string{"The bridge at Olm", "bridge.db", "“Nobody was in danger at any time,”", `class="row claimed"`, "lorries a day over the bridge", "the address says 2022/05/09",
		"We use cookies to improve your visit.", "unknown-format", "Delta Herald"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(out, "perhaps more</a>") {
		t.Error("a row below the dial is shown")
	}
	if out != write(t, sample.Record(), Options{Name: "bridge.db"}) {
		t.Error("two reports of one record differ")
	}
	few := write(t, sample.Record(), Options{Texts: 2})
	if !strings.Contains(few, "3 pages stand in the list above without the text") || len(few) >= len(out) {
		t.Error("the limit on texts does not hold")
	}
}

// However large a record is, the file stays one that a browser opens at once, and every link in it leads somewhere.
func TestSize(t *testing.T) {
	before := most
	defer func() { most = before }()
	most.statements, most.entries, most.figures, most.singles, most.conflicts, most.entities, most.copies, most.text = 2, 2, 1, 1, 1, 2, 1, 300
	out := write(t, sample.Record(), Options{})
	if !strings.Contains(out, "To keep this file small it leaves out") || strings.Count(out, `<tr id="statement-`) != 2 {
		t.Error("nothing was left out")
	}
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for n := range doc.Descendants() {
		ids[attr(n, "id")] = true
	}
	for n := range doc.Descendants() {
		if link, ok := strings.CutPrefix(attr(n, "href"), "#"); ok && !ids[link] {
			if plain, err := url.PathUnescape(link); err != nil || !ids[plain] {
				t.Errorf("%q leads nowhere", link)
			}
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestDiskFull(t *testing.T) {
	if err := Write(broken{}, sample.Record(), Options{}); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("%v", err)
	}
}
