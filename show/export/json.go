package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
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
	faults  []compare.Fault // rows that could not be written
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
	relations := slices.DeleteFunc(slices.Clone(f.Relations), func(x compare.Relation) bool {
		return x.List == "statements" && (!d.visible[x.Row] || x.Other != "" && !d.visible[x.Other])
	})

	out := bufio.NewWriterSize(w, 1<<16)
	head, err := json.Marshal(map[string]string{"version": o.Version, "models": o.Models})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"hearsay\":%s", head)
	for _, err := range []error{
		list(out, d, "pages", r.Pages, d.page),
		list(out, d, "stories", f.Stories, d.story),
		list(out, d, "entities", f.Entities, d.entity),
		list(out, d, "statements", statements, d.statement),
		list(out, d, "figures", f.Figures, d.figure),
		list(out, d, "timeline", f.Timeline, d.entry),
		list(out, d, "copies", f.Copies, d.copied),
		list(out, d, "relations", relations, d.relation),
		list(out, d, "terms", f.Terms, d.term),
		list(out, d, "origins", f.Origins, d.origin),
	} {
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	if err := list(out, d, "faults", append(slices.Clone(f.Faults), d.faults...), d.fault); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if len(f.Mends) > 0 {
		if err := list(out, d, "corrections", f.Mends, d.mend); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	fmt.Fprintf(out, ",\n\"compared\":{\"statements\":%d,\"figures\":%d,\"events\":%d}", f.Compared.Statements, f.Compared.Figures, f.Compared.Events)
	fmt.Fprint(out, "\n}\n")
	if err := out.Flush(); err != nil {
		return err
	}
	if len(f.Faults)+len(d.faults) > 0 {
		return ErrFaults
	}
	return nil
}

// ErrFaults says that the document is whole, but holds faults: rows that could not be found or written.
var ErrFaults = errors.New("the document lacks rows; its list of faults says which")

// list writes one list of the document. A row that can't be written becomes a fault.
func list[Row, Out any](w *bufio.Writer, d *document, name string, rows []Row, shown func(*Row) Out) error {
	fmt.Fprintf(w, ",\n%q:[", name)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	first := true
	for i := range rows {
		b.Reset()
		row, ok := guarded(d, name, i, func() Out { return shown(&rows[i]) })
		if !ok {
			continue
		}
		if err := enc.Encode(row); err != nil {
			return err
		}
		if !first {
			w.WriteByte(',')
		}
		first = false
		w.WriteByte('\n')
		w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	}
	_, err := w.WriteString("]")
	return err
}

// guarded makes one row; a fault of ours costs no other.
func guarded[Out any](d *document, list string, number int, make func() Out) (row Out, ok bool) {
	defer func() {
		if fault := recover(); fault != nil {
			stack := string(debug.Stack())
			d.faults = append(d.faults, compare.Fault{ID: fmt.Sprintf("x-%s-%d", list, number), Room: "export", Kind: compare.Broken,
				Detail: fmt.Sprintf("row %d of %s: %v", number+1, list, fault), Stack: stack})
			slog.Error("export left out a row; please report it", "list", list, "row", number+1, "fault", fault, "stack", stack)
		}
	}()
	return make(), true
}

type exportedFault struct {
	ID     string            `json:"id"`
	Room   string            `json:"room"`
	Kind   compare.FaultKind `json:"kind"`
	Detail string            `json:"detail"`
}

func (d *document) fault(f *compare.Fault) exportedFault {
	return exportedFault{f.ID, f.Room, f.Kind, f.Detail}
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
