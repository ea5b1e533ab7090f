package sqlite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/form"
)

const (
	plain  = "plain"
	zipped = "zstd"
	most   = 1 << 30 // no blob unpacks to more
)

var coders = sync.OnceValues(func() (*zstd.Encoder, *zstd.Decoder) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(most))
	if err != nil {
		panic(err)
	}
	return enc, dec
})

// pack makes bytes small for keeping, where that saves anything.
func pack(b []byte) (coding string, data []byte) {
	enc, _ := coders()
	if small := enc.EncodeAll(b, nil); len(small) < len(b) {
		return zipped, small
	}
	if b == nil {
		b = []byte{}
	}
	return plain, b
}

// wrap makes one blob of a written value: how it is packed, the name of its form, the bytes.
func wrap(w keep.Written) []byte {
	coding, data := pack(w.Data)
	out := append(make([]byte, 0, 1+len(w.Form.Name())/2+len(data)), coding[0])
	name, err := hex.DecodeString(w.Form.Name())
	if err != nil {
		panic(err) // names are hex
	}
	return append(append(out, name...), data...)
}

const nameLength = 6 // bytes of a form's name

// unwrap reads what wrap and wrapWith made; forms and dictionaries are looked up in the record.
func (s *Store) unwrap(blob []byte, ask ask) (keep.Written, error) {
	forms := func(name string) (*form.Form, error) { return s.forms.of(ask, name) }
	if len(blob) < 2+nameLength {
		return keep.Written{}, fmt.Errorf("%w: a value without a form", keep.ErrDamaged)
	}
	if blob[0] == against {
		d, err := s.dictionaries.numbered(ask, blob[1])
		if err != nil {
			return keep.Written{}, err
		}
		data, err := d.opener.DecodeAll(blob[2+nameLength:], nil)
		if err != nil {
			return keep.Written{}, fmt.Errorf("%w: %v", keep.ErrDamaged, err)
		}
		f, err := forms(hex.EncodeToString(blob[2 : 2+nameLength]))
		return keep.Written{Form: f, Data: data}, err
	}
	coding := plain
	if blob[0] == zipped[0] {
		coding = zipped
	}
	data, err := unpack(coding, blob[1+nameLength:])
	if err != nil {
		return keep.Written{}, err
	}
	f, err := forms(hex.EncodeToString(blob[1 : 1+nameLength]))
	return keep.Written{Form: f, Data: data}, err
}

// shortSum is what rows carry: enough of a SHA-256 that no damage fits it by chance.
func shortSum(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)[:8]
}

func unpack(coding string, data []byte) ([]byte, error) {
	switch coding {
	case plain:
		return data, nil
	case zipped:
		_, dec := coders()
		out, err := dec.DecodeAll(data, nil)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", keep.ErrDamaged, err)
		}
		return out, nil
	}
	return nil, fmt.Errorf("%w: unknown coding %q", keep.ErrDamaged, coding)
}
