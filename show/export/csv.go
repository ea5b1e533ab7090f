package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// Package chooses how a format that is no plain JSON is written.
type Package struct {
	Version, Models string
	Name            string // of the record
	Dial            view.Dial
}

// table is one file of the data package.
type table struct {
	name, about string
	fields      []field
	key         []string
	links       []link
	rows        func(s *source, row func(cells ...any) error) error
}

// field is one column: its kind is string, integer, number or boolean.
type field struct{ name, kind, about string }

// link says that a column holds keys of another table.
type link struct{ column, table string }

// CSV writes the record as a tabular data package: one CSV file a list, and datapackage.json with their columns, keys and hashes. Offsets
// count code points of the page's text. A cell that a spreadsheet would run as a formula has an apostrophe before it; Unharmed takes it off.
func CSV(files Files, r *view.Record, o Package) error {
	s := newSource(r, o.Dial)
	var resources []resource
	for i := range tables {
		one, err := writeTable(files, &tables[i], s)
		if err != nil {
			return fmt.Errorf("export: table %s: %w", tables[i].name, err)
		}
		resources = append(resources, one)
	}
	w, err := files.Create("datapackage.json", true)
	if err != nil {
		return err
	}
	return indented(w, dataPackage{Profile: "tabular-data-package", Name: "hearsay-record", Title: o.Name,
		Description: "Who said what, when, according to whom, and where the accounts differ. Places are half-open and count Unicode code points of the page's text as Hearsay read it.",
		Generator:   "hearsay " + o.Version + ", models " + o.Models, Resources: resources})
}

type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description"`
	Generator   string     `json:"generator"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Profile     string `json:"profile"`
	Name        string `json:"name"`
	Path        string `json:"path"`
	Description string `json:"description"`
	Format      string `json:"format"`
	MediaType   string `json:"mediatype"`
	Encoding    string `json:"encoding"`
	Bytes       int64  `json:"bytes"`
	Hash        string `json:"hash"`
	Schema      schema `json:"schema"`
}

type schema struct {
	Fields        []schemaField `json:"fields"`
	PrimaryKey    []string      `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey  `json:"foreignKeys,omitempty"`
	MissingValues []string      `json:"missingValues"`
}

type schemaField struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Description string          `json:"description,omitempty"`
	Constraints map[string]bool `json:"constraints,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

func writeTable(files Files, t *table, s *source) (resource, error) {
	out := resource{Profile: "tabular-data-resource", Name: t.name, Path: t.name + ".csv", Description: t.about, Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Schema: schema{PrimaryKey: t.key, MissingValues: []string{""}}}
	header := make([]string, len(t.fields))
	for i, f := range t.fields {
		header[i] = f.name
		column := schemaField{Name: f.name, Type: f.kind, Description: f.about}
		for _, k := range t.key {
			if k == f.name {
				column.Constraints = map[string]bool{"required": true}
			}
		}
		out.Schema.Fields = append(out.Schema.Fields, column)
	}
	for _, l := range t.links {
		out.Schema.ForeignKeys = append(out.Schema.ForeignKeys, foreignKey{[]string{l.column}, reference{l.table, []string{"id"}}})
	}
	w, err := files.Create(out.Path, true)
	if err != nil {
		return out, err
	}
	counted := newSummed(w)
	lines := csv.NewWriter(counted)
	if err := lines.Write(header); err != nil {
		return out, err
	}
	line := make([]string, len(t.fields))
	err = t.rows(s, func(cells ...any) error {
		if len(cells) != len(line) {
			return fmt.Errorf("%d cells for %d columns", len(cells), len(line))
		}
		for i, c := range cells {
			line[i] = cell(c)
		}
		return lines.Write(line)
	})
	if err != nil {
		return out, err
	}
	lines.Flush()
	out.Bytes, out.Hash = counted.n, counted.sum()
	return out, lines.Error()
}

// cell writes one value; nil and what points nowhere is an empty cell.
func cell(c any) string {
	switch c := c.(type) {
	case nil:
		return ""
	case string:
		return Harmless(c)
	case *string:
		if c == nil {
			return ""
		}
		return Harmless(*c)
	case int:
		return strconv.Itoa(c)
	case bool:
		return strconv.FormatBool(c)
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	case *float64:
		if c == nil {
			return ""
		}
		return strconv.FormatFloat(*c, 'f', -1, 64)
	}
	panic(fmt.Sprintf("export: no cell for a %T", c))
}

// Harmless puts an apostrophe before what a spreadsheet would take for a formula, and before what already looks as if it had one, so that
// Unharmed gives back exactly what was written.
func Harmless(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	if bare == cell {
		return view.Harmless(cell)
	}
	if view.Harmless(bare) != bare {
		return "'" + cell
	}
	return cell
}

// Unharmed takes off the apostrophe that guards a cell of the data package.
func Unharmed(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	if bare != cell && view.Harmless(bare) != bare {
		return cell[1:]
	}
	return cell
}

// interval cells.
func earliestOf(w *view.When) any {
	if w == nil {
		return nil
	}
	return w.Earliest
}

func latestOf(w *view.When) any {
	if w == nil {
		return nil
	}
	return w.Latest
}

// idOf is the id of an entity; nil for none.
func idOf(ref *view.Ref) any {
	if ref == nil || ref.ID == "" {
		return nil
	}
	return ref.ID
}

func nameOf(ref *view.Ref) any {
	if ref == nil {
		return nil
	}
	return ref.Name
}

// chainIDs are the ids of a chain's voices; a voice without a row is its name.
func chainIDs(chain []view.Ref) string {
	ids := make([]string, len(chain))
	for i, ref := range chain {
		if ids[i] = ref.ID; ref.ID == "" {
			ids[i] = ref.Name
		}
	}
	return strings.Join(ids, " → ")
}

func (s *source) place(p text.Place) view.Place { return s.r.Place(p.Page, p.Span) }

// indented writes one JSON document for people and programs.
func indented(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}
