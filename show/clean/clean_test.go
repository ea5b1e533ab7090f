package clean

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b]0;owned\a\x1b[31mRED": "]0;owned[31mRED", "a\nb\tc\r": "a b c ", "\u009b31mx": "31mx", "\x9bx": "\ufffdx", "a\u202eb\u2066c": "abc",
		"Zoë 市 🙂 é": "Zoë 市 🙂 é", "one\u2028two": "one two",
	} {
		if got := Line(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMessages(t *testing.T) {
	var b bytes.Buffer
	Fprintln(Messages(&b), "hearsay:", errors.New("asking https://ona:pw@a.example/?token=x\x1b[2J\nnext"))
	if got := b.String(); got != "hearsay: asking https://a.example/ next\n" {
		t.Errorf("got %q", got)
	}
}

// JSON means the same before and after, however it is cut on its way.
func TestJSON(t *testing.T) {
	in := "a\x7fb\u009bc\u202ed “e” 市\u2069\u00a0\u200ff 🙂"
	whole, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	for step := 1; step <= len(whole); step++ {
		var b bytes.Buffer
		w := JSON(&b)
		for at := 0; at < len(whole); at += step {
			w.Write(whole[at:min(at+step, len(whole))])
		}
		var got string
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got != in {
			t.Fatalf("cut every %d bytes: %q, %v", step, b.String(), err)
		}
		for _, c := range b.String() {
			if Obeyed(c) {
				t.Fatalf("%q is left", c)
			}
		}
	}
}
