// Command parquet turns the data package that "hearsay export --format csv" writes into Parquet files, one a table.
//
//	hearsay export --format csv -o record.zip
//	parquet record.zip record.parquet.d        → statements.parquet, figures.parquet, pages.parquet …
//
// It is a module of its own, so that the program that most people run stays lean. Columns keep their names, order and kinds; an empty cell is null; the
// apostrophe that guards a cell from spreadsheets is taken off.
package main

import (
	"archive/zip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: parquet PACKAGE FOLDER\n  PACKAGE is a folder or a zip archive that hearsay export --format csv wrote")
		os.Exit(2)
	}
	if err := convert(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "parquet:", err)
		os.Exit(1)
	}
}

// described is what datapackage.json says of the tables.
type described struct {
	Resources []struct {
		Name   string `json:"name"`
		Path   string `json:"path"`
		Schema struct {
			Fields []field `json:"fields"`
		} `json:"schema"`
	} `json:"resources"`
}

type field struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

func convert(from, to string) error {
	files, closing, err := open(from)
	if err != nil {
		return err
	}
	defer closing()
	raw, err := fs.ReadFile(files, "datapackage.json")
	if err != nil {
		return fmt.Errorf("%s is no data package: %w", from, err)
	}
	var d described
	if err := json.Unmarshal(raw, &d); err != nil {
		return fmt.Errorf("datapackage.json: %w", err)
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, r := range d.Resources {
		if !fs.ValidPath(r.Path) || filepath.Base(r.Name) != r.Name {
			return fmt.Errorf("datapackage.json: no path %q, no name %q", r.Path, r.Name)
		}
		if err := table(files, r.Path, r.Schema.Fields, filepath.Join(to, r.Name+".parquet")); err != nil {
			return fmt.Errorf("%s: %w", r.Path, err)
		}
	}
	return nil
}

func open(path string) (fs.FS, func() error, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		return os.DirFS(path), func() error { return nil }, nil
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	return z, z.Close, nil
}

// rowOf makes the Go type of a table's rows: one optional column a field, in their order.
func rowOf(fields []field) reflect.Type {
	kinds := map[string]reflect.Type{"integer": reflect.TypeFor[*int64](), "number": reflect.TypeFor[*float64](), "boolean": reflect.TypeFor[*bool]()}
	columns := make([]reflect.StructField, len(fields))
	for i, f := range fields {
		kind := kinds[f.Type]
		if kind == nil {
			kind = reflect.TypeFor[*string]()
		}
		columns[i] = reflect.StructField{Name: "F" + strconv.Itoa(i), Type: kind, Tag: reflect.StructTag(fmt.Sprintf("parquet:%q", f.Name+",optional"))}
	}
	return reflect.StructOf(columns)
}

// table writes one table, beside its place first: a file is there when it is whole, or not at all.
func table(files fs.FS, path string, fields []field, to string) (err error) {
	in, err := files.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.CreateTemp(filepath.Dir(to), ".parquet-*")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name()) // gone already when all went well
	defer out.Close()
	row := rowOf(fields)
	w := parquet.NewWriter(out, parquet.SchemaOf(reflect.New(row).Interface()), parquet.Compression(&parquet.Zstd), parquet.CreatedBy("hearsay", "1", ""))
	lines := csv.NewReader(in)
	header, err := lines.Read()
	if err != nil {
		return err
	}
	if len(header) != len(fields) {
		return fmt.Errorf("%d columns, %d are described", len(header), len(fields))
	}
	for n := 2; ; n++ {
		line, err := lines.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		value := reflect.New(row).Elem()
		for i, cell := range line {
			if err := set(value.Field(i), cell); err != nil {
				return fmt.Errorf("row %d, %s: %w", n, fields[i].Name, err)
			}
		}
		if err := w.Write(value.Addr().Interface()); err != nil {
			return err
		}
	}
	if err := errors.Join(w.Close(), out.Chmod(0o644), out.Close()); err != nil {
		return err
	}
	return os.Rename(out.Name(), to)
}

// set fills a column's cell; an empty one stays null.
func set(to reflect.Value, cell string) error {
	if cell == "" {
		return nil
	}
	value := reflect.New(to.Type().Elem())
	switch value.Elem().Kind() {
	case reflect.Int64:
		n, err := strconv.ParseInt(cell, 10, 64)
		if err != nil {
			return err
		}
		value.Elem().SetInt(n)
	case reflect.Float64:
		n, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return err
		}
		value.Elem().SetFloat(n)
	case reflect.Bool:
		b, err := strconv.ParseBool(cell)
		if err != nil {
			return err
		}
		value.Elem().SetBool(b)
	default:
		value.Elem().SetString(unguarded(cell))
	}
	to.Set(value)
	return nil
}

// unguarded takes off the apostrophe before what a spreadsheet would take for a formula; show/export writes it.
func unguarded(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	if bare == cell || bare == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(bare)[0]) {
		return cell
	}
	if _, err := strconv.ParseFloat(bare, 64); err == nil {
		return cell
	}
	return cell[1:]
}
