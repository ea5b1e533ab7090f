package warc

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// answer is an HTTP response as an archive holds it.
type answer struct {
	status int
	header textproto.MIMEHeader
	raw    []byte // the body as it was sent
}

func parseHTTP(block []byte) (answer, error) {
	in := bufio.NewReader(bytes.NewReader(block))
	first, err := in.ReadSlice('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return answer{}, fmt.Errorf("status line: %w", err)
	}
	line := string(first)
	fields := strings.Fields(line)
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return answer{}, fmt.Errorf("want a status line, found %.40q", line)
	}
	status, err := strconv.Atoi(fields[1])
	if err != nil {
		return answer{}, fmt.Errorf("status %.40q is no number", fields[1])
	}
	header, err := readHead(in)
	if err != nil && !errors.Is(err, io.EOF) {
		return answer{}, fmt.Errorf("headers: %w", err)
	}
	raw, err := io.ReadAll(in)
	return answer{status, header, raw}, err
}

// errTooLarge says that a body grows past MaxRecord when it is decompressed.
var errTooLarge = fmt.Errorf("larger than %d bytes after decompression", MaxRecord)

// body undoes the transfer and content encodings. Archives often keep the headers of an encoding that they have already undone, so a
// body that does not begin as its encoding must is taken as it is.
func (a answer) body() ([]byte, error) {
	body := a.raw
	if strings.EqualFold(strings.TrimSpace(a.header.Get("Transfer-Encoding")), "chunked") && looksChunked(body) {
		whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
		if err != nil && len(whole) == 0 {
			return nil, fmt.Errorf("chunked body: %w", noEOF(err))
		}
		body = whole // a body that breaks off is kept as far as it goes, as browsers show it
	}
	encodings := strings.Split(a.header.Get("Content-Encoding"), ",")
	for i := len(encodings) - 1; i >= 0; i-- {
		var err error
		if body, err = decode(strings.ToLower(strings.TrimSpace(encodings[i])), body); err != nil {
			return nil, err
		}
	}
	return body, nil
}

func decode(encoding string, body []byte) ([]byte, error) {
	var r io.Reader
	var err error
	switch {
	case (encoding == "gzip" || encoding == "x-gzip") && bytes.HasPrefix(body, gzipMagic):
		r, err = gzip.NewReader(bytes.NewReader(body))
	case encoding == "deflate" && len(body) > 0 && body[0]&0x0f == 8: // a zlib head
		r, err = zlib.NewReader(bytes.NewReader(body))
	case encoding == "deflate" && len(body) > 0 && body[0] != '<':
		r = flate.NewReader(bytes.NewReader(body))
	case encoding == "zstd" && bytes.HasPrefix(body, zstdMagic):
		var d *zstd.Decoder
		if d, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderConcurrency(1)); err == nil {
			defer d.Close()
			r = d
		}
	case encoding == "br" && len(body) > 0 && body[0] != '<':
		r = brotli.NewReader(bytes.NewReader(body))
	default:
		return body, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s body: %w", encoding, noEOF(err))
	}
	whole, err := io.ReadAll(io.LimitReader(r, MaxRecord+1))
	if len(whole) > MaxRecord {
		return nil, fmt.Errorf("%s body: %w", encoding, errTooLarge)
	}
	if err != nil && len(whole) == 0 {
		return nil, fmt.Errorf("%s body: %w", encoding, noEOF(err))
	}
	return whole, nil
}

// looksChunked says whether a body begins with a chunk size line.
func looksChunked(body []byte) bool {
	line, _, found := bytes.Cut(body[:min(len(body), 64)], []byte("\r\n"))
	if !found || len(line) == 0 {
		return false
	}
	size, _, _ := bytes.Cut(line, []byte(";"))
	_, err := strconv.ParseUint(strings.TrimSpace(string(size)), 16, 32)
	return err == nil
}
