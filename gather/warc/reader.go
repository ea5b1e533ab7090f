package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
)

// record is one WARC record with its block in memory.
type record struct {
	number   int   // 1-based in the file
	at       int64 // byte offset in the file (of its gzip member where there is one)
	headers  textproto.MIMEHeader
	block    []byte
	tooLarge bool
}

func (rec *record) header(name string) string { return rec.headers.Get(name) }

// reader walks the records of a stream.
type reader struct {
	raw     *counter      // compressed bytes, counted
	in      *bufio.Reader // raw, buffered; a gzip member ends exactly where the next begins
	member  *gzip.Reader  // the gzip member being read, nil where the stream is not gzip
	bounded io.Reader     // what it gives, bounded over all members
	plain   *bufio.Reader // decompressed bytes
	count   int
	at      int64
	started bool
	stop    func()
}

// counter counts the bytes read through it and keeps the latest of them, so that a broken gzip member can be searched for the
// beginning of the next one: its decoder may have swallowed it.
type counter struct {
	r    io.Reader
	n    int64
	keep bool   // only members can be searched
	kept []byte // the last bytes before n
}

// maxKept bounds how far back a broken member is searched.
const maxKept = 1 << 20

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if !c.keep {
		return n, err
	}
	if len(c.kept)+n > 2*maxKept {
		c.kept = append(c.kept[:0], c.kept[max(0, len(c.kept)-maxKept):]...)
	}
	c.kept = append(c.kept, p[:n]...)
	return n, err
}

// since returns the bytes read from an offset on, as far back as they are kept.
func (c *counter) since(offset int64) []byte {
	return c.kept[max(0, int64(len(c.kept))-(c.n-offset)):]
}

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

func newReader(r io.Reader) (*reader, error) {
	c := &counter{r: r, keep: true}
	w := &reader{raw: c, in: bufio.NewReaderSize(c, 1<<16), stop: func() {}}
	head, err := w.in.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	c.keep = bytes.HasPrefix(head, gzipMagic[:2])
	switch {
	case len(head) == 0:
		return nil, errors.New("empty file")
	case c.keep:
		w.member = new(gzip.Reader)
		w.bounded = gather.Unpacked(w.member, w.position)
		w.plain = bufio.NewReaderSize(nil, 1<<16)
	case isZstd(head):
		z, err := zstdReader(w.in)
		if err != nil {
			return nil, err
		}
		w.stop = z.Close
		w.plain = bufio.NewReaderSize(gather.Unpacked(z, w.position), 1<<16)
	default:
		w.plain = w.in
	}
	return w, nil
}

func (w *reader) close() { w.stop() }

// position is the number of compressed bytes consumed.
func (w *reader) position() int64 { return w.raw.n - int64(w.in.Buffered()) }

// next reads the next record; io.EOF after the last.
func (w *reader) next() (*record, error) {
	for {
		if w.member != nil && !w.started {
			if err := w.openMember(); err != nil {
				return nil, err
			}
		}
		if w.member == nil {
			w.at = w.position()
		}
		rec, err := w.readRecord()
		if errors.Is(err, errMemberEnd) {
			w.started = false
			if w.member == nil {
				return nil, io.EOF
			}
			continue // the next member
		}
		return rec, err
	}
}

// openMember begins the next gzip member. Decompressors read ahead only to the member's end, since in is an io.ByteReader.
func (w *reader) openMember() error {
	w.at = w.position()
	if _, err := w.in.Peek(1); err != nil {
		return io.EOF
	}
	if err := w.member.Reset(w.in); err != nil {
		w.count++
		return fmt.Errorf("gzip member: %w", noEOF(err))
	}
	w.member.Multistream(false)
	w.plain.Reset(w.bounded)
	w.started = true
	return nil
}

// resume looks for the next record behind a broken one: a version line further on, or the next gzip member where this one can't be
// decompressed. It says false where there is none.
func (w *reader) resume() bool {
	if w.member == nil || w.started {
		err := w.toVersionLine()
		if err == nil || w.member != nil && errors.Is(err, io.EOF) { // the member was whole: go on with the next
			return true
		}
	}
	return w.member != nil && w.toMember()
}

var versionHead = []byte("WARC/")

// toVersionLine passes over lines until one begins as a record does.
func (w *reader) toVersionLine() error {
	for begins := false; ; {
		head, err := w.plain.Peek(len(versionHead))
		if begins && bytes.Equal(head, versionHead) {
			return nil
		}
		if len(head) == 0 {
			return err
		}
		_, err = w.plain.ReadSlice('\n')
		begins = err == nil
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// toMember passes over bytes until some look like the head of a gzip member.
func (w *reader) toMember() bool {
	w.started = false
	again := bytes.Clone(w.raw.since(w.at + 1))
	w.raw = &counter{r: io.MultiReader(bytes.NewReader(again), w.raw.r), n: w.raw.n - int64(len(again)), keep: true}
	w.in.Reset(w.raw)
	for {
		head, err := w.in.Peek(4)
		if err != nil {
			return false
		}
		if bytes.Equal(head[:3], gzipMagic) && head[3]&0xe0 == 0 {
			return true
		}
		w.in.Discard(1)
	}
}

// errMemberEnd says that there is no further record in this member (or plain stream).
var errMemberEnd = errors.New("end of member")

func (w *reader) readRecord() (*record, error) {
	version, err := w.versionLine()
	if err != nil {
		return nil, err
	}
	w.count++
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("want a WARC version line, found %.40q", version)
	}
	headers, err := readHead(w.plain)
	if err != nil {
		return nil, fmt.Errorf("record headers: %w", noEOF(err))
	}
	rec := &record{number: w.count, at: w.at, headers: headers}
	length, err := strconv.ParseInt(headers.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("content-length %.40q is no length", headers.Get("Content-Length"))
	}
	if length > MaxRecord {
		rec.tooLarge = true
		if _, err := io.CopyN(io.Discard, w.plain, length); err != nil {
			return nil, fmt.Errorf("record block: %w", noEOF(err))
		}
		return rec, nil
	}
	// Read through a limit instead of making length bytes at once: a wrong length must not cost memory.
	rec.block, err = io.ReadAll(io.LimitReader(w.plain, length))
	if err != nil {
		return nil, fmt.Errorf("record block: %w", noEOF(err))
	}
	if int64(len(rec.block)) < length {
		return nil, fmt.Errorf("record block breaks off after %d of %d bytes", len(rec.block), length)
	}
	return rec, nil
}

// versionLine passes over the blank lines between records and returns the next line, at most 1 KiB of it.
func (w *reader) versionLine() (string, error) {
	for {
		line, err := w.plain.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			return "", fmt.Errorf("want a WARC version line, found %.40q", line)
		}
		text := strings.TrimSpace(string(line))
		switch {
		case text != "":
			return text, nil
		case errors.Is(err, io.EOF):
			return "", errMemberEnd
		case err != nil:
			return "", err
		}
	}
}

// noEOF keeps an end in the middle of something from reading as the regular end of the file.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
