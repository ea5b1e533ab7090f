package warc

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

var (
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
	dictMagic = []byte{0x5d, 0x2a, 0x4d, 0x18} // a skippable frame that holds the dictionary of all later frames
)

// maxWindow bounds what a frame may ask to be held in memory.
const maxWindow = 64 << 20

// maxDictionary bounds the dictionary at the head of a .warc.zst file.
const maxDictionary = 16 << 20

func isZstd(head []byte) bool { return bytes.Equal(head, zstdMagic) || bytes.Equal(head, dictMagic) }

// zstdReader decompresses a .warc.zst stream, taking up the dictionary frame at its head where there is one.
func zstdReader(in *bufio.Reader) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true)}
	if head, _ := in.Peek(8); len(head) == 8 && bytes.Equal(head[:4], dictMagic) {
		size := binary.LittleEndian.Uint32(head[4:])
		if size > maxDictionary {
			return nil, fmt.Errorf("zstd dictionary of %d bytes, limit %d", size, maxDictionary)
		}
		in.Discard(8)
		dictionary := make([]byte, size)
		if _, err := io.ReadFull(in, dictionary); err != nil {
			return nil, fmt.Errorf("zstd dictionary: %w", noEOF(err))
		}
		if bytes.HasPrefix(dictionary, zstdMagic) {
			d, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxDictionary))
			if err != nil {
				return nil, err
			}
			defer d.Close()
			if dictionary, err = d.DecodeAll(dictionary, nil); err != nil {
				return nil, fmt.Errorf("zstd dictionary: %w", err)
			}
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	return zstd.NewReader(in, options...)
}
