package export

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/warc"
	"github.com/hearsay-news/hearsay/show/view"
)

// waczVersion is the version of the format that is written.
const waczVersion = "1.1.1"

// Kept are the original bytes of a record, which no row holds.
type Kept struct {
	Pages   func(wanted func(id string) bool) iter.Seq2[gather.Page, error]
	Fetches func(visit func(page, url, time string, record []byte) error) error
}

// WACZ writes the pages themselves as a web archive: what was fetched as the response that it was, a page that came as a file as a resource record of
// its bytes, with no exchange made up around it. Added to a record again, it gives the same pages.
func WACZ(w io.Writer, r *view.Record, kept Kept, o Package) error {
	files := Zip(w)
	a := &archived{record: r, captured: map[string]bool{}}
	entry, err := files.Create("archive/pages.warc.gz", false)
	if err != nil {
		return err
	}
	a.out = newSummed(entry)
	if err := a.records(kept, o); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	resources := []waczFile{{"pages.warc.gz", "archive/pages.warc.gz", a.out.sum(), a.out.n}}
	slices.Sort(a.index)
	pages, err := a.pageList(o)
	if err != nil {
		return err
	}
	for _, f := range []struct{ name, path, content string }{
		{"index.cdx", "indexes/index.cdx", strings.Join(append(a.index, ""), "\n")}, {"pages.jsonl", "pages/pages.jsonl", pages}} {
		entry, err := files.Create(f.path, true)
		if err != nil {
			return err
		}
		sum := newSummed(entry)
		if _, err := io.WriteString(sum, f.content); err != nil {
			return err
		}
		resources = append(resources, waczFile{f.name, f.path, sum.sum(), sum.n})
	}
	entry, err = files.Create("datapackage.json", true)
	if err != nil {
		return err
	}
	sum := newSummed(entry)
	if err := indented(sum, waczPackage{"data-package", waczVersion, o.Name, "hearsay " + o.Version, resources}); err != nil {
		return err
	}
	entry, err = files.Create("datapackage-digest.json", true)
	if err != nil {
		return err
	}
	if err := indented(entry, map[string]string{"path": "datapackage.json", "hash": sum.sum()}); err != nil {
		return err
	}
	return files.Close()
}

type waczPackage struct {
	Profile   string     `json:"profile"`
	Version   string     `json:"wacz_version"`
	Title     string     `json:"title"`
	Software  string     `json:"software"`
	Resources []waczFile `json:"resources"`
}

type waczFile struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Hash  string `json:"hash"`
	Bytes int64  `json:"bytes"`
}

type archived struct {
	record   *view.Record
	out      *summed
	index    []string
	captured map[string]bool // pages whose own fetch is in the archive
	list     []waczPage
}

// waczPage is a line of the page list.
type waczPage struct {
	ID    string `json:"id"`
	URL   string `json:"url"`
	Time  string `json:"ts"`
	Title string `json:"title"`
}

func (a *archived) records(kept Kept, o Package) error {
	info, err := warc.Info("hearsay " + o.Version)
	if err != nil {
		return err
	}
	if _, err := a.out.Write(info); err != nil {
		return err
	}
	err = kept.Fetches(func(page, url, time string, record []byte) error {
		if !a.record.HasPage(page) {
			return nil
		}
		row, _ := a.record.Page(page, view.Dial{})
		if row.URL == url {
			a.captured[page] = true
			a.list = append(a.list, waczPage{page, url, warc.WARCDate(time), row.Title})
		}
		return a.put(record)
	})
	if err != nil {
		return err
	}
	for p, err := range kept.Pages(func(id string) bool { return a.record.HasPage(id) && !a.captured[id] }) {
		if err != nil {
			return err
		}
		record, err := warc.WritePage(p)
		if err != nil {
			return err
		}
		if err := a.put(record); err != nil {
			return err
		}
		a.list = append(a.list, waczPage{p.ID, warc.PageURI(p.ID, p.Given.URL), warc.WARCDate(p.Given.Fetched), a.record.Title(p.ID)})
	}
	return nil
}

// put writes one record and its line of the index.
func (a *archived) put(record []byte) error {
	at := a.out.n
	if _, err := a.out.Write(record); err != nil {
		return err
	}
	d, err := warc.Describe(record)
	if err != nil {
		return err
	}
	line, err := json.Marshal(struct {
		URL      string `json:"url"`
		Mime     string `json:"mime"`
		Status   string `json:"status,omitempty"`
		Digest   string `json:"digest"`
		Length   string `json:"length"`
		Offset   string `json:"offset"`
		Filename string `json:"filename"`
	}{d.URI, d.Mime, d.Status, d.Digest, fmt.Sprint(len(record)), fmt.Sprint(at), "pages.warc.gz"})
	if err != nil {
		return err
	}
	digits := strings.NewReplacer("-", "", ":", "", "T", "", "Z", "").Replace(d.Date)
	a.index = append(a.index, warc.SURT(d.URI)+" "+digits[:14]+" "+string(line))
	return nil
}

func (a *archived) pageList(o Package) (string, error) {
	slices.SortStableFunc(a.list, func(x, y waczPage) int { return strings.Compare(x.ID, y.ID) })
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(map[string]string{"format": "json-pages-1.0", "id": "pages", "title": o.Name}); err != nil {
		return "", err
	}
	for _, p := range a.list {
		if err := enc.Encode(p); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}
