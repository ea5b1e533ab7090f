package export

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/show/view"
)

// ROCrate writes the record as a research object: the pages as they came, the texts in which places count, record.json with all rows, and
// ro-crate-metadata.json that says what was read, by which version and models, and what came out, in the words of schema.org and PROV.
func ROCrate(files Files, r *view.Record, kept Kept, o Package) error {
	c := &crate{files: files, outlets: map[string]bool{}}
	for p, err := range kept.Pages(r.HasPage) {
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		if err := c.page(r, p); err != nil {
			return err
		}
	}
	w, err := files.Create("record.json", true)
	if err != nil {
		return err
	}
	sum := newSummed(w)
	lacking := JSON(sum, r, Whole{Version: o.Version, Models: o.Models, MinConfidence: o.Dial.Min, All: o.Dial.All})
	if lacking != nil && !errors.Is(lacking, ErrFaults) {
		return lacking
	}
	c.graph = append(c.graph, node{"@id": "record.json", "@type": "File", "name": "The rows of the record", "encodingFormat": "application/json", "contentSize": strconv.FormatInt(sum.n, 10),
		"sha256": hexOf(sum), "description": "Statements, figures, timeline, entities, copies, relations, terms and origins; places count code points of the files in texts/",
		"prov:wasGeneratedBy": ref("#reading"), "prov:wasDerivedFrom": c.objects})
	w, err = files.Create("ro-crate-metadata.json", true)
	if err != nil {
		return err
	}
	if err := indented(w, c.metadata(r, o)); err != nil {
		return err
	}
	return lacking
}

// node is one entity of the graph; JSON writes its properties sorted.
type node map[string]any

func ref(id string) node { return node{"@id": id} }

type crate struct {
	files   Files
	graph   []node
	parts   []node
	objects []node          // the pages
	outlets map[string]bool // told already
}

func hexOf(s *summed) string { return s.sum()[len("sha256:"):] }

// page writes a page's bytes and its text.
func (c *crate) page(r *view.Record, p gather.Page) error {
	row, _ := r.Page(p.ID, view.Dial{})
	ending, mediaType := ".txt", "text/plain"
	if p.Form == gather.HTML {
		ending, mediaType = ".html", "text/html"
	}
	path := "pages/" + fileName(p.ID) + ending
	size, hash, err := c.write(path, p.Bytes)
	if err != nil {
		return err
	}
	original := node{"@id": path, "@type": []string{"File", "prov:Entity"}, "name": row.Title, "identifier": p.ID, "encodingFormat": mediaType, "contentSize": size, "sha256": hash}
	if u := address(row.URL); u != "" {
		original["url"] = u
	}
	if day := oneDate(&row.Published); day != "" {
		original["datePublished"] = day
	}
	if row.Outlet.Name != "" {
		id := "#outlet-" + url.PathEscape(cmp.Or(row.Outlet.ID, row.Outlet.Name))
		original["publisher"] = ref(id)
		if !c.outlets[id] {
			c.outlets[id] = true
			c.graph = append(c.graph, node{"@id": id, "@type": "Organization", "name": row.Outlet.Name})
		}
	}
	c.graph, c.objects = append(c.graph, original), append(c.objects, ref(path))
	for i := range r.Pages {
		if r.Pages[i].ID != p.ID || r.Pages[i].Reading == nil {
			continue
		}
		text := "texts/" + fileName(p.ID) + ".txt"
		size, hash, err := c.write(text, []byte(r.Pages[i].Reading.Page.Text))
		if err != nil {
			return err
		}
		c.graph = append(c.graph, node{"@id": text, "@type": []string{"File", "prov:Entity"}, "name": "Text of " + row.Title, "encodingFormat": "text/plain", "contentSize": size, "sha256": hash,
			"isBasedOn": ref(path), "prov:wasDerivedFrom": ref(path)})
		c.parts = append(c.parts, ref(text))
	}
	return nil
}

func (c *crate) write(path string, content []byte) (size, hash string, err error) {
	w, err := c.files.Create(path, true)
	if err != nil {
		return "", "", err
	}
	sum := newSummed(w)
	_, err = sum.Write(content)
	return strconv.FormatInt(sum.n, 10), hexOf(sum), err
}

// metadata is the document that describes the crate.
func (c *crate) metadata(r *view.Record, o Package) any {
	about := r.Overview(o.Dial)
	published := day(about.Span.Latest)
	if published == "" {
		published = "1970-01-01" // no page has a day, and the format asks for one
	}
	parts := append(append(append([]node{}, c.objects...), c.parts...), ref("record.json"))
	models := "#models"
	software := node{"@id": "#hearsay", "@type": []string{"SoftwareApplication", "prov:SoftwareAgent"}, "name": "Hearsay", "version": o.Version, "softwareVersion": o.Version,
		"url": "https://github.com/hearsay-news/hearsay", "softwareRequirements": ref(models)}
	graph := []node{
		{"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "conformsTo": ref("https://w3id.org/ro/crate/1.2"), "about": ref("./")},
		{"@id": "./", "@type": "Dataset", "name": cmp.Or(about.Title, o.Name), "datePublished": published, "license": ref("#rights"), "hasPart": parts, "mentions": ref("#reading"),
			"description": fmt.Sprintf("%s of a developing story and what they say: who said what, when, according to whom, and where the accounts differ. The day of publication is the last page's.", view.Plural(about.Pages, "page", "pages")),
			"conformsTo":  ref("https://w3id.org/ro/wfrun/process/0.5"),
			"publisher":   ref("#hearsay-user")},
		{"@id": "#hearsay-user", "@type": "Organization", "name": "Whoever made this crate", "url": "https://github.com/hearsay-news/hearsay"},
		{"@id": "#rights", "@type": "CreativeWork", "name": "Rights", "description": "The pages belong to their publishers. The rows are facts about them."},
		{"@id": "#reading", "@type": []string{"CreateAction", "prov:Activity"}, "name": "Reading and comparing the pages", "instrument": ref("#hearsay"), "object": c.objects,
			"result": append(append([]node{}, c.parts...), ref("record.json")), "prov:wasAssociatedWith": ref("#hearsay"), "prov:used": c.objects,
			"description": "The same pages, version and models give the same bytes."},
		software,
		{"@id": models, "@type": "SoftwareApplication", "name": "Models and rules", "version": o.Models, "softwareVersion": o.Models, "url": "https://github.com/hearsay-news/hearsay"},
		{"@id": "https://w3id.org/ro/wfrun/process/0.5", "@type": []string{"CreativeWork", "Profile"}, "name": "Process Run Crate", "version": "0.5"},
	}
	return map[string]any{"@context": []any{"https://w3id.org/ro/crate/1.2/context", map[string]string{"prov": "http://www.w3.org/ns/prov#"}}, "@graph": append(graph, c.graph...)}
}
