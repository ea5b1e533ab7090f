package keep

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read"
)

// EncodeReading writes a reading for keeping. The page's id is left out: one reading serves every page with these bytes.
//
// Rows are kept as gob, which names their fields, so that older and newer programs read each other's, and is read four times as fast
// as JSON: every look at a record begins with it.
func EncodeReading(r *read.Reading) ([]byte, error) {
	kept := *r
	kept.ID, kept.Sentences, kept.Stack = "", nil, ""
	return encode("reading of "+r.ID, &kept)
}

// DecodeReading reads what EncodeReading wrote, under the id that the page has now.
func DecodeReading(kept []byte, id string) (*read.Reading, error) {
	r := &read.Reading{}
	if err := decode("reading of "+id, kept, r); err != nil {
		return nil, err
	}
	r.ID = id
	return r, nil
}

func encode(what string, rows any) ([]byte, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(rows); err != nil {
		return nil, fmt.Errorf("keep %s: %w", what, err)
	}
	return b.Bytes(), nil
}

func decode(what string, kept []byte, rows any) error {
	if err := gob.NewDecoder(bytes.NewReader(kept)).Decode(rows); err != nil {
		return fmt.Errorf("%s: %w: %v", what, ErrDamaged, err)
	}
	return nil
}

// These are missing where findings were kept before they were made.
const (
	faults   = "faults"
	compared = "compared"
)

// lists are the lists of findings, each kept by itself.
func lists(f *compare.Findings) []struct {
	Name string
	List any
} {
	return []struct {
		Name string
		List any
	}{
		{"overlays", &f.Overlays}, {"pages", &f.Pages}, {"stories", &f.Stories}, {"entities", &f.Entities}, {"statements", &f.Statements},
		{"figures", &f.Figures}, {"timeline", &f.Timeline}, {"copies", &f.Copies}, {"relations", &f.Relations}, {"terms", &f.Terms},
		{"origins", &f.Origins}, {faults, &f.Faults}, {compared, &f.Compared},
	}
}

// EncodeFindings writes findings for keeping, a blob a list.
func EncodeFindings(f *compare.Findings) (map[string][]byte, error) {
	shown := *f
	shown.Faults = slices.Clone(f.Faults)
	for i := range shown.Faults {
		shown.Faults[i].Stack = "" // for the log only: it holds addresses of one run
	}
	f = &shown
	out := map[string][]byte{}
	for _, l := range lists(f) {
		blob, err := encode(l.Name, l.List)
		if err != nil {
			return nil, err
		}
		out[l.Name] = blob
	}
	return out, nil
}

// DecodeFindings reads what EncodeFindings wrote.
func DecodeFindings(kept map[string][]byte) (*compare.Findings, error) {
	f := &compare.Findings{}
	for _, l := range lists(f) {
		blob, ok := kept[l.Name]
		if !ok && (l.Name == faults || l.Name == compared) {
			continue
		}
		if !ok {
			return nil, fmt.Errorf("findings: %w: the list of %s is missing", ErrDamaged, l.Name)
		}
		if err := decode("the list of "+l.Name, blob, l.List); err != nil {
			return nil, err
		}
	}
	return f, nil
}
