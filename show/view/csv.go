package view

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// Table is a table as it is written to CSV: one header and rows of equal length.
type Table struct {
	Columns []string
	Rows    [][]string
}

// Add appends a row.
func (t *Table) Add(cells ...string) { t.Rows = append(t.Rows, cells) }

// WriteCSV writes the table so that no spreadsheet takes a cell for a formula.
func (t *Table) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(t.Columns); err != nil {
		return err
	}
	cells := make([]string, len(t.Columns))
	for _, row := range t.Rows {
		cells = cells[:0]
		for _, cell := range row {
			cells = append(cells, Harmless(cell))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Harmless puts an apostrophe before a cell that a spreadsheet would run as a formula. Plain numbers stay as they are.
func Harmless(cell string) string {
	if cell == "" || !strings.ContainsAny(firstRune(cell), "=+-@\t\r\n＝＋－＠") {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func ends(w *When) (earliest, latest string) {
	if w == nil {
		return "", ""
	}
	if w.Earliest != nil {
		earliest = *w.Earliest
	}
	if w.Latest != nil {
		latest = *w.Latest
	}
	return earliest, latest
}
