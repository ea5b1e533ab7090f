package lines

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	file := filepath.Join(t.TempDir(), "set.jsonl")
	write := func(s string) {
		if err := os.WriteFile(file, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	keep := func(row struct{ ID string }) { got = append(got, row.ID) }
	write("{\"id\": \"a1\"}\n\n{\"id\": \"a2\"}")
	if err := JSON(file, keep); err != nil || strings.Join(got, " ") != "a1 a2" {
		t.Errorf("%v, %v", got, err)
	}
	write("{\"id\": \"a1\"}\n\n{\"id\": ")
	if err := JSON(file, keep); err == nil || !strings.HasPrefix(err.Error(), "set.jsonl:3: ") {
		t.Errorf("error %v does not name line 3", err)
	}
	if err := JSON(file+".gone", keep); !os.IsNotExist(err) {
		t.Errorf("an absent file gives %v", err)
	}
}
