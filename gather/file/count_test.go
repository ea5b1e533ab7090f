package file

import (
	"os"
	"path/filepath"
	"testing"
)

// A line of JSON lines is one page; whatever else a file is, it counts once.
func TestCount(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{"a.txt": "one\ntwo\n", "b.jsonl": "{}\n\n  \n{}\n{}", "c.JSONL": "{}\n", "d.jsonl": ""} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := Count([]string{folder}); got != 1+3+1+1 {
		t.Errorf("%d pages", got)
	}
}
