package sqlite

import (
	"encoding/hex"
	"fmt"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/blob"
	"github.com/hearsay-news/hearsay/keep/form"
)

const (
	plain      = blob.Plain
	zipped     = blob.Zipped
	most       = blob.Most
	nameLength = blob.NameLength
)

var pack, unpack, wrap, shortSum = blob.Pack, blob.Unpack, blob.Wrap, blob.Sum

// unwrap reads what wrap and wrapWith made; forms and dictionaries are looked up in the record.
func (s *Store) unwrap(value []byte, ask ask) (keep.Written, error) {
	forms := func(name string) (*form.Form, error) { return s.forms.of(ask, name) }
	if len(value) < 2+nameLength {
		return keep.Written{}, fmt.Errorf("%w: a value without a form", keep.ErrDamaged)
	}
	if value[0] != against {
		return blob.Unwrap(value, forms)
	}
	d, err := s.dictionaries.numbered(ask, value[1])
	if err != nil {
		return keep.Written{}, err
	}
	data, err := d.opener.DecodeAll(value[2+nameLength:], nil)
	if err != nil {
		return keep.Written{}, fmt.Errorf("%w: %v", keep.ErrDamaged, err)
	}
	f, err := forms(hex.EncodeToString(value[2 : 2+nameLength]))
	return keep.Written{Form: f, Data: data}, err
}
