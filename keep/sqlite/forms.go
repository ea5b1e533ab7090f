package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/form"
)

// forms are those of a record that were looked up or written before.
type forms struct {
	mu   sync.Mutex
	read map[string]*form.Form
}

// of returns a form by its name.
func (f *forms) of(ask ask, name string) (*form.Form, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if known := f.read[name]; known != nil {
		return known, nil
	}
	var written []byte
	err := ask("SELECT written FROM forms WHERE name = ?", []any{name}, &written)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: the form %s is missing", keep.ErrDamaged, name)
	}
	if err != nil {
		return nil, err
	}
	parsed, err := form.Parse(written)
	if err == nil && parsed.Name() != name {
		err = errors.New("it has another name")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: the form %s: %v", keep.ErrDamaged, name, err)
	}
	f.note(parsed)
	return parsed, nil
}

func (f *forms) note(known *form.Form) {
	if f.read == nil {
		f.read = map[string]*form.Form{}
	}
	f.read[known.Name()] = known
}

// put keeps the forms of what is written now.
func (t *Tx) put(list ...keep.Written) error {
	for _, w := range list {
		if t.formsPut[w.Form.Name()] {
			continue
		}
		if err := t.exec("INSERT INTO forms (name, written) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET written = excluded.written", w.Form.Name(), w.Form.Written()); err != nil {
			return err
		}
		if t.formsPut == nil {
			t.formsPut = map[string]bool{}
		}
		t.formsPut[w.Form.Name()] = true
	}
	return nil
}
