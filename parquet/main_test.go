package main

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program runs the program of the main module.
func program(t *testing.T, args ...string) {
	t.Helper()
	c := exec.Command("go", append([]string{"run", "./cmd/hearsay"}, args...)...)
	c.Dir = ".."
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("hearsay %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// TestConvert converts the package of the invented story and lets pyarrow read every table back, cell by cell.
func TestConvert(t *testing.T) {
	work := t.TempDir()
	record, folder := filepath.Join(work, "r.db"), filepath.Join(work, "tables")
	program(t, "-r", record, "add", "examples/harbour/pages")
	program(t, "-r", record, "export", "--format", "csv", "-o", folder)
	program(t, "-r", record, "export", "--format", "csv", "-o", filepath.Join(work, "tables.zip"))
	if err := convert(folder, filepath.Join(work, "one")); err != nil {
		t.Fatal(err)
	}
	if err := convert(filepath.Join(work, "tables.zip"), filepath.Join(work, "two")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"statements", "pages", "figures", "timeline", "entities", "statement_places"} {
		a, err := os.ReadFile(filepath.Join(work, "one", name+".parquet"))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(work, "two", name+".parquet"))
		if err != nil || string(a) != string(b) {
			t.Errorf("%s differs between folder and archive: %v", name, err)
		}
	}
	python := filepath.Join("..", ".validators", "python", "bin", "python")
	if _, err := os.Stat(python); err != nil {
		t.Skip("pyarrow is not installed; ./test installs it")
	}
	if out, err := exec.Command(python, "read_back.py", folder, filepath.Join(work, "one")).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestCells holds kinds, nulls and guarded cells of a small package, and that a cell of the wrong kind is told with its place.
func TestCells(t *testing.T) {
	folder := t.TempDir()
	write := func(cell string) string {
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Write([]string{"id", "n", "x", "yes"})
		w.Write([]string{"'=1+2", cell, "", "true"})
		w.Flush()
		for name, content := range map[string]string{"t.csv": b.String(), "datapackage.json": `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"id","type":"string"},{"name":"n","type":"integer"},{"name":"x","type":"number"},{"name":"yes","type":"boolean"}]}}]}`} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return folder
	}
	if err := convert(write("12"), filepath.Join(folder, "out")); err != nil {
		t.Fatal(err)
	}
	err := convert(write("twelve"), filepath.Join(folder, "bad"))
	if err == nil || !strings.Contains(err.Error(), "t.csv: row 2, n:") {
		t.Errorf("a word for a number: %v", err)
	}
	if _, err := os.Stat(filepath.Join(folder, "bad", "t.parquet")); err == nil {
		t.Error("half a table stands there")
	}
	for cell, want := range map[string]string{"'=1": "=1", "''=1": "'=1", "'tis": "'tis", "-3": "-3", "'-a": "-a", "'": "'"} {
		if got := unguarded(cell); got != want {
			t.Errorf("%q is read %q, want %q", cell, got, want)
		}
	}
}
