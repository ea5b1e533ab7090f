package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// Whole chooses how a record is written.
type Whole struct {
	Version, Models string
	Bytes           bool // offsets count UTF-8 bytes instead of code points
	MinConfidence   float64
	All             bool // thoughts and attitudes too
}

// document writes one record; it converts the places of every page as they are needed.
type document struct {
	r       *view.Record
	o       Whole
	places  map[string]places
	found   map[string]*compare.Page
	visible map[string]bool // statements that are written
}

// JSON writes the whole record as one JSON document, a row a line.
func JSON(w io.Writer, r *view.Record, o Whole) error {
	d := &document{r: r, o: o, places: map[string]places{}, found: map[string]*compare.Page{}, visible: map[string]bool{}}
	for i := range r.Pages {
		t := text.Text("")
		if r.Pages[i].Reading != nil {
			t = r.Pages[i].Reading.Page.Text
		}
		d.places[r.Pages[i].ID] = newPlaces(t, o.Bytes)
	}
	f := r.Findings
	for i := range f.Pages {
		d.found[f.Pages[i].ID] = &f.Pages[i]
	}
	statements := slices.DeleteFunc(slices.Clone(f.Statements), func(s compare.Statement) bool { return !d.shows(&s) })
	for i := range statements {
		d.visible[statements[i].ID] = true
	}
	relations := slices.DeleteFunc(slices.Clone(f.Relations), func(x compare.Relation) bool { return x.List == "statements" && !d.visible[x.Row] })

	out := bufio.NewWriterSize(w, 1<<16)
	head, err := json.Marshal(map[string]string{"version": o.Version, "models": o.Models})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"hearsay\":%s", head)
	for _, err := range []error{
		list(out, "pages", r.Pages, d.page),
		list(out, "stories", f.Stories, d.story),
		list(out, "entities", f.Entities, d.entity),
		list(out, "statements", statements, d.statement),
		list(out, "figures", f.Figures, d.figure),
		list(out, "timeline", f.Timeline, d.entry),
		list(out, "copies", f.Copies, d.copied),
		list(out, "relations", relations, d.relation),
		list(out, "terms", f.Terms, d.term),
		list(out, "origins", f.Origins, d.origin),
	} {
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	fmt.Fprint(out, "\n}\n")
	return out.Flush()
}

// list writes one list of the document.
func list[Row, Out any](w *bufio.Writer, name string, rows []Row, shown func(*Row) Out) error {
	fmt.Fprintf(w, ",\n%q:[", name)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := range rows {
		b.Reset()
		if err := enc.Encode(shown(&rows[i])); err != nil {
			return err
		}
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteByte('\n')
		w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	}
	_, err := w.WriteString("]")
	return err
}

func (d *document) shows(s *compare.Statement) bool {
	return s.Confidence >= d.o.MinConfidence && (d.o.All || s.Stance.Speech())
}

// at returns how places on a page are written.
func (d *document) at(page string) places { return d.places[page] }

func (d *document) place(p text.Place) text.Place {
	return text.Place{Page: p.Page, Span: d.at(p.Page).one(p.Span)}
}

func (d *document) placeList(places []text.Place) []text.Place {
	out := make([]text.Place, len(places))
	for i, p := range places {
		out[i] = d.place(p)
	}
	return out
}

// voices writes a chain: the word "outlet", then the entities.
func voices(chain []string) []string { return append([]string{"outlet"}, chain...) }

// orEmpty writes an empty list where there is none: null would be another answer.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
