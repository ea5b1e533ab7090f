// Package blob makes bytes and written values small for keeping, and holds them against short sums. Every store keeps values so.
//
//	Wrap(Written{form 3f…, 400 bytes})  →  "z", the six bytes of the form's name, 180 bytes
package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/form"
)

// How bytes are packed.
const (
	Plain  = "plain"
	Zipped = "zstd"
)

// Most is the size to which a blob may unpack.
const Most = 1 << 30

// NameLength is how many bytes of a blob name its form, after the one that says how it is packed.
const NameLength = 6

var coders = sync.OnceValues(func() (*zstd.Encoder, *zstd.Decoder) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(Most))
	if err != nil {
		panic(err)
	}
	return enc, dec
})

// Pack makes bytes small, where that saves anything.
func Pack(b []byte) (coding string, data []byte) {
	enc, _ := coders()
	if small := enc.EncodeAll(b, nil); len(small) < len(b) {
		return Zipped, small
	}
	if b == nil {
		b = []byte{}
	}
	return Plain, b
}

// Unpack undoes Pack.
func Unpack(coding string, data []byte) ([]byte, error) {
	switch coding {
	case Plain:
		return data, nil
	case Zipped:
		_, dec := coders()
		out, err := dec.DecodeAll(data, nil)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", keep.ErrDamaged, err)
		}
		return out, nil
	}
	return nil, fmt.Errorf("%w: unknown coding %q", keep.ErrDamaged, coding)
}

// Wrap makes one blob of a written value: how it is packed, the name of its form, the bytes.
func Wrap(w keep.Written) []byte {
	coding, data := Pack(w.Data)
	out := append(make([]byte, 0, 1+len(w.Form.Name())/2+len(data)), coding[0])
	name, err := hex.DecodeString(w.Form.Name())
	if err != nil {
		panic(err) // names are hex
	}
	return append(append(out, name...), data...)
}

// Unwrap undoes Wrap; forms are looked up by their names.
func Unwrap(blob []byte, forms func(name string) (*form.Form, error)) (keep.Written, error) {
	if len(blob) < 1+NameLength {
		return keep.Written{}, fmt.Errorf("%w: a value without a form", keep.ErrDamaged)
	}
	coding := Plain
	if blob[0] == Zipped[0] {
		coding = Zipped
	}
	data, err := Unpack(coding, blob[1+NameLength:])
	if err != nil {
		return keep.Written{}, err
	}
	f, err := forms(hex.EncodeToString(blob[1 : 1+NameLength]))
	return keep.Written{Form: f, Data: data}, err
}

// Sum is what rows carry: enough of a SHA-256 that no damage fits it by chance.
func Sum(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)[:8]
}
