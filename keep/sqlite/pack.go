package sqlite

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-news/hearsay/keep"
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
