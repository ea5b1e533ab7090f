package main

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// keys are the settings that a struct holds, "fetch.pause" for those of a table.
func keys(t reflect.Type, before string) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		name := before + f.Tag.Get("toml")
		if f.Type.Kind() == reflect.Struct {
			out = append(out, keys(f.Type, name+".")...)
		} else {
			out = append(out, name)
		}
	}
	return out
}

// TestSettingsAreDocumented holds the table and the example of docs/config.md, and the hint of a wrong key, to the settings that there are.
func TestSettingsAreDocumented(t *testing.T) {
	raw, err := os.ReadFile("../../docs/config.md")
	if err != nil {
		t.Fatal(err)
	}
	there := keys(reflect.TypeFor[settings](), "")
	var told []string
	var example strings.Builder
	for _, line := range strings.Split(string(raw), "\n") {
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "` |"); ok && strings.HasPrefix(line, "| `") {
			told = append(told, name)
		}
		if code, ok := strings.CutPrefix(line, "    "); ok {
			example.WriteString(code + "\n")
		}
	}
	if !slices.Equal(there, told) {
		t.Errorf("settings %v, documented %v", there, told)
	}
	var s settings
	if _, err := s.load(strings.NewReader(example.String())); err != nil {
		t.Fatalf("the example of docs/config.md: %v", err)
	}
	meta, err := toml.Decode(example.String(), &settings{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range there {
		if !meta.IsDefined(strings.Split(name, ".")...) {
			t.Errorf("the example does not show %s", name)
		}
	}
	o := s.fetching(false)
	if o.Agent != "Hearsay (mailto:desk@courier.example)" || o.Pause != 3*time.Second || o.Timeout != 30*time.Second || o.Retries != 1 || o.MaxWait != 20*time.Second {
		t.Errorf("fetching by the example: %+v", o)
	}
	_, err = (&settings{}).load(strings.NewReader("nonsense = 1"))
	hint := hintFor(err)
	for _, name := range there {
		if last := name[strings.LastIndex(name, ".")+1:]; !strings.Contains(hint, last) {
			t.Errorf("the hint %q does not name %s", hint, name)
		}
	}
}

// TestRetriesNone holds that no retries can be asked for: 0 means "as usual" where pages are fetched.
func TestRetriesNone(t *testing.T) {
	var s settings
	if _, err := s.load(strings.NewReader("[fetch]\nretries = 0")); err != nil {
		t.Fatal(err)
	}
	if o := s.fetching(true); o.Retries >= 0 || !o.AllowPrivate {
		t.Errorf("%+v", o)
	}
}
