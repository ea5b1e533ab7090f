package file

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// tableName is the file beside the pages that says what is known of them from outside.
const tableName = "pages.csv"

// table is one pages.csv: what it gives for each file or id.
type table struct {
	rows map[string]gather.Given
	bad  error
}

// columns of a pages.csv; file or id is needed, the others may be absent.
const columns = "id or file, url, outlet, title, published, fetched"

// readTable reads the table of a folder. A folder without one has an empty table.
func readTable(folder string) *table {
	path := filepath.Join(folder, tableName)
	in, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return &table{}
	}
	if err != nil {
		return &table{bad: fmt.Errorf("%s: %s", tableName, reason(err))}
	}
	defer in.Close()
	return newTable(in)
}

func newTable(r io.Reader) *table {
	t := &table{rows: map[string]gather.Given{}}
	if err := t.parse(r); err != nil {
		t.bad = fmt.Errorf("%s: %w", tableName, err)
	}
	return t
}

func (t *table) parse(r io.Reader) error {
	in := csv.NewReader(r)
	in.TrimLeadingSpace = true
	head, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return err
	}
	key := -1
	for i, name := range head {
		head[i] = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
		switch head[i] {
		case "id", "file":
			key = i
		case "url", "outlet", "title", "published", "fetched":
		default:
			return fmt.Errorf("line 1: no column %q: there are %s", name, columns)
		}
	}
	if key < 0 {
		return fmt.Errorf("line 1: a column id or file is needed")
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var g gather.Given
		for i, value := range row {
			value = strings.TrimSpace(value)
			switch head[i] {
			case "url":
				g.URL = value
			case "outlet":
				g.Outlet = value
			case "title":
				g.Title = value
			case "published":
				g.Published = value
			case "fetched":
				g.Fetched = value
			}
		}
		for i, name := range head { // a table may have both columns: either leads to the row
			if value := strings.TrimSpace(row[i]); value != "" && (name == "id" || name == "file") {
				t.rows[filepath.ToSlash(value)] = g
			}
		}
	}
}

// row returns what the table says of a file. Under a broken table no page is read: its dates and outlets would silently be other ones than
// the table says.
func (t *table) row(f found) (gather.Given, *gather.Skip) {
	if t.bad != nil {
		return gather.Given{}, &gather.Skip{Reason: gather.BadInput, Detail: t.bad.Error()}
	}
	for _, key := range []string{filepath.Base(f.path), f.name} {
		if row, ok := t.rows[key]; ok {
			return row, nil
		}
	}
	return gather.Given{}, nil
}
