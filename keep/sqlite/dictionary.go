package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-news/hearsay/keep"
)

// A row of findings is too short to be packed by itself, and readings say the same things in the same way: both are packed against a sample of what
// was kept first, the dictionary.
const (
	readingWords = "readings"
	rowWords     = "rows"
	sampled      = 64 << 10 // bytes of a dictionary
	enough       = 24       // readings, or rows by the hundred, that make one
)

// dictionary is one of a record's, ready to pack and unpack.
type dictionary struct {
	num    byte
	packer *zstd.Encoder
	opener *zstd.Decoder
}

// dictionaries are those of a record that were looked up or made.
type dictionaries struct {
	mu     sync.Mutex
	byNum  map[byte]*dictionary
	byWhat map[string]*dictionary
	sample []byte // of readings, until there is enough for a dictionary
	seen   int
}

func newDictionary(num byte, data []byte) (*dictionary, error) {
	packer, err := zstd.NewWriter(nil, zstd.WithEncoderDictRaw(uint32(num), data), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false), zstd.WithSingleSegment(true),
		zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		return nil, err
	}
	opener, err := zstd.NewReader(nil, zstd.WithDecoderDictRaw(uint32(num), data), zstd.WithDecoderMaxMemory(most))
	return &dictionary{num, packer, opener}, err
}

// numbered returns a dictionary by its number.
func (d *dictionaries) numbered(ask ask, num byte) (*dictionary, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if known := d.byNum[num]; known != nil {
		return known, nil
	}
	var data, sum []byte
	err := ask("SELECT data, sum FROM dictionaries WHERE num = ?", []any{num}, &data, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: a dictionary is missing", keep.ErrDamaged)
	}
	if err == nil && !bytes.Equal(shortSum(data), sum) {
		err = fmt.Errorf("%w: a dictionary doesn't fit its sum", keep.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	made, err := newDictionary(num, data)
	if err == nil {
		d.note(made)
	}
	return made, err
}

func (d *dictionaries) note(known *dictionary) {
	if d.byNum == nil {
		d.byNum = map[byte]*dictionary{}
	}
	d.byNum[known.num] = known
}

// forget drops what is known of dictionaries: they were made anew, or a write did not come to its end.
func (d *dictionaries) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.byNum, d.byWhat, d.sample, d.seen = nil, nil, nil, 0
}

// dictionary returns the one that values of a kind are packed against now; nil where there is none yet.
func (t *Tx) dictionary(what string) (*dictionary, error) {
	d := &t.store.dictionaries
	if known := d.byWhat[what]; known != nil || t.store.version < 7 {
		return known, nil
	}
	var num byte
	err := t.ask("SELECT num FROM dictionaries WHERE what = ?", []any{what}, &num)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	known, err := d.numbered(t.ask, num)
	if err == nil {
		d.set(what, known)
	}
	return known, err
}

func (d *dictionaries) set(what string, known *dictionary) {
	if d.byWhat == nil {
		d.byWhat = map[string]*dictionary{}
	}
	d.byWhat[what] = known
}

// makeDictionary keeps a sample as the dictionary of values of a kind.
func (t *Tx) makeDictionary(what string, sample []byte) error {
	sample = sample[:min(len(sample), sampled)]
	done, err := t.tx.ExecContext(t.ctx, "INSERT INTO dictionaries (what, data, sum) VALUES (?, ?, ?)", what, sample, shortSum(sample))
	if err != nil {
		return err
	}
	num, err := done.LastInsertId()
	if err != nil || num > 255 {
		return err
	}
	made, err := newDictionary(byte(num), sample)
	if err == nil {
		d := &t.store.dictionaries
		d.mu.Lock()
		d.note(made)
		d.mu.Unlock()
		d.set(what, made)
	}
	return err
}

// wrapWith packs a value against the dictionary of its kind, where there is one and it helps.
func (t *Tx) wrapWith(what string, w keep.Written) ([]byte, error) {
	plainly := wrap(w)
	d, err := t.dictionary(what)
	if err != nil || d == nil {
		return plainly, err
	}
	out := append(make([]byte, 0, 2+nameLength+len(w.Data)), against, d.num)
	out = append(out, plainly[1:1+nameLength]...)
	if out = d.packer.EncodeAll(w.Data, out); len(out) < len(plainly) {
		return out, nil
	}
	return plainly, nil
}

const against = 'd' // a blob that begins so was packed against a dictionary

// sampleReading takes a reading into the sample, and makes the dictionary when there is enough.
func (t *Tx) sampleReading(parts ...keep.Written) error {
	d := &t.store.dictionaries
	if known, err := t.dictionary(readingWords); known != nil || err != nil {
		return err
	}
	for _, p := range parts {
		d.sample = append(d.sample, p.Data[:min(len(p.Data), 2*sampled/enough)]...)
	}
	if d.seen++; d.seen < enough {
		return nil
	}
	sample := d.sample
	d.sample, d.seen = nil, 0
	return t.makeDictionary(readingWords, sample)
}

// sampleRows makes the dictionary of rows from rows of every list.
func (t *Tx) sampleRows(rows []keep.Row) error {
	if known, err := t.dictionary(rowWords); known != nil || err != nil || len(rows) < 100*enough {
		return err
	}
	var sample []byte
	for i := 0; i < len(rows) && len(sample) < sampled; i += max(1, len(rows)/900) {
		w, err := keep.WriteRow(&rows[i])
		if err != nil {
			return err
		}
		sample = append(sample, w.Data[:min(len(w.Data), 400)]...)
	}
	return t.makeDictionary(rowWords, sample)
}
