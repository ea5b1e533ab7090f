package keep

import (
	"encoding/json"
	"fmt"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read"
)

// EncodeReading writes a reading for keeping. The page's id is left out: one reading serves every page with these bytes.
func EncodeReading(r *read.Reading) ([]byte, error) {
	kept := *r
	kept.ID, kept.Sentences = "", nil
	out, err := json.Marshal(&kept)
	if err != nil {
		return nil, fmt.Errorf("keep reading of %s: %w", r.ID, err)
	}
	return out, nil
}

// DecodeReading reads what EncodeReading wrote, under the id that the page has now.
func DecodeReading(kept []byte, id string) (*read.Reading, error) {
	r := &read.Reading{}
	if err := json.Unmarshal(kept, r); err != nil {
		return nil, fmt.Errorf("reading of %s: %w: %v", id, ErrDamaged, err)
	}
	r.ID = id
	return r, nil
}

// Lists are the lists of findings, each kept by itself.
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
		{"origins", &f.Origins},
	}
}

// EncodeFindings writes findings for keeping, a blob a list.
func EncodeFindings(f *compare.Findings) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, l := range lists(f) {
		blob, err := json.Marshal(l.List)
		if err != nil {
			return nil, fmt.Errorf("keep %s: %w", l.Name, err)
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
		if !ok {
			return nil, fmt.Errorf("findings: %w: the list of %s is missing", ErrDamaged, l.Name)
		}
		if err := json.Unmarshal(blob, l.List); err != nil {
			return nil, fmt.Errorf("findings: %w: %s: %v", ErrDamaged, l.Name, err)
		}
	}
	return f, nil
}
