package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"runtime/debug"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
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

// document writes one record. Of every page it holds what converts places, and which statements are written.
type document struct {
	from    Stream
	o       Whole
	places  map[string]places
	visible map[string]bool
	faults  []compare.Fault // rows that could not be written
}

// JSON writes the whole record as one JSON document, a row a line.
func JSON(w io.Writer, r *view.Record, o Whole) error { return JSONOf(w, StreamOf(r), o) }

// JSONOf writes a record as it is handed out.
func JSONOf(w io.Writer, from Stream, o Whole) error {
	d := &document{from: from, o: o, places: map[string]places{}, visible: map[string]bool{}}
	for p, err := range from.Pages { // a date's evidence may stand on a page that comes later
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		t := text.Text("")
		if p.Reading != nil {
			t = p.Reading.Page.Text
		}
		d.places[p.ID] = newPlaces(t, o.Bytes)
	}
	out := bufio.NewWriterSize(w, 1<<16)
	head, err := json.Marshal(map[string]string{"version": o.Version, "models": o.Models})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"hearsay\":%s", head)
	for _, write := range []func(*bufio.Writer) error{
		d.pages,
		listOf(d, "stories", keep.Stories, func(f *compare.Findings) []compare.Story { return f.Stories }, nil, d.story),
		listOf(d, "entities", keep.Entities, func(f *compare.Findings) []compare.Entity { return f.Entities }, nil, d.entity),
		listOf(d, "statements", keep.Statements, func(f *compare.Findings) []compare.Statement { return f.Statements }, d.shows, d.statement),
		listOf(d, "figures", keep.Figures, func(f *compare.Findings) []compare.Figure { return f.Figures }, nil, d.figure),
		listOf(d, "timeline", keep.Timeline, func(f *compare.Findings) []compare.Entry { return f.Timeline }, nil, d.entry),
		listOf(d, "copies", keep.Copies, func(f *compare.Findings) []compare.Copy { return f.Copies }, nil, d.copied),
		listOf(d, "relations", keep.Relations, func(f *compare.Findings) []compare.Relation { return f.Relations }, d.ties, d.relation),
		listOf(d, "terms", keep.Terms, func(f *compare.Findings) []compare.Term { return f.Terms }, nil, d.term),
		listOf(d, "origins", keep.Origins, func(f *compare.Findings) []compare.Origin { return f.Origins }, nil, d.origin),
		d.rest,
	} {
		if err := write(out); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	fmt.Fprint(out, "\n}\n")
	if err := out.Flush(); err != nil {
		return err
	}
	if len(d.faults) > 0 {
		return ErrFaults
	}
	return nil
}

// rest writes what is told of the whole: faults, what a person put right, how many pairs were laid on each other.
func (d *document) rest(out *bufio.Writer) error {
	var faults []compare.Fault
	var mends []compare.Mend
	var compared compare.Compared
	for _, list := range []keep.List{keep.Faults, keep.MendsMet, keep.Compared} {
		for f, err := range d.from.Lists(list) {
			if err != nil {
				return err
			}
			switch list {
			case keep.Faults:
				faults = append(faults, f.Faults...)
			case keep.MendsMet:
				mends = append(mends, f.Mends...)
			default:
				compared = f.Compared
			}
		}
	}
	d.faults = append(faults, d.faults...)
	if err := list(out, d, "faults", each(d.faults), d.fault); err != nil {
		return err
	}
	if len(mends) > 0 {
		if err := list(out, d, "corrections", each(mends), d.mend); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, ",\n\"compared\":{\"statements\":%d,\"figures\":%d,\"events\":%d}", compared.Statements, compared.Figures, compared.Events)
	return err
}

func (d *document) pages(out *bufio.Writer) error {
	var failed error
	err := list(out, d, "pages", func(yield func(*StreamedPage) bool) {
		for p, err := range d.from.Pages {
			if failed = err; err != nil || !yield(&p) {
				return
			}
		}
	}, d.page)
	return errors.Join(failed, err)
}

// listOf writes a list of findings: the rows that are wanted, all where nobody says which.
func listOf[Row, Out any](d *document, name string, kept keep.List, of func(*compare.Findings) []Row, wanted func(*Row) bool, shown func(*Row) Out) func(*bufio.Writer) error {
	return func(out *bufio.Writer) error {
		var failed error
		err := list(out, d, name, func(yield func(*Row) bool) {
			for row, err := range rows(d.from, kept, of) {
				if failed = err; err != nil {
					return
				}
				if (wanted == nil || wanted(row)) && !yield(row) {
					return
				}
			}
		}, shown)
		return errors.Join(failed, err)
	}
}

// ErrFaults says that the document is whole, but holds faults: rows that could not be found or written.
var ErrFaults = errors.New("the document lacks rows; its list of faults says which")

// list writes one list of the document. A row that can't be written becomes a fault.
func list[Row, Out any](w *bufio.Writer, d *document, name string, rows iter.Seq[*Row], shown func(*Row) Out) error {
	fmt.Fprintf(w, ",\n%q:[", name)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	number, first := 0, true
	for r := range rows {
		b.Reset()
		row, ok := guarded(d, name, number, func() Out { return shown(r) })
		number++
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

// shows says whether a statement is written, and notes that it is.
func (d *document) shows(s *compare.Statement) bool {
	ok := s.Confidence >= d.o.MinConfidence && (d.o.All || s.Stance.Speech())
	if ok {
		d.visible[s.ID] = true
	}
	return ok
}

// ties says whether a relation ties rows that are written.
func (d *document) ties(x *compare.Relation) bool {
	return x.List != "statements" || d.visible[x.Row] && (x.Other == "" || d.visible[x.Other])
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
