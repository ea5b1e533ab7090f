package warc

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
)

// Write returns a capture as one WARC/1.1 response record in a gzip member of its own: such members after one another are a .warc.gz file.
// The record's id is made from its content, so that equal captures are equal bytes.
func Write(c *gather.Capture) ([]byte, error) {
	var http bytes.Buffer
	fmt.Fprintf(&http, "HTTP/1.1 %s\r\n", c.Status)
	names := make([]string, 0, len(c.Header))
	for name := range c.Header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if strings.EqualFold(name, "Transfer-Encoding") || strings.EqualFold(name, "Content-Length") {
			continue // the body is kept whole, so neither is true of it any more
		}
		for _, value := range c.Header[name] {
			fmt.Fprintf(&http, "%s: %s\r\n", name, strings.NewReplacer("\r", " ", "\n", " ").Replace(value))
		}
	}
	fmt.Fprintf(&http, "Content-Length: %d\r\n\r\n", len(c.Body))
	http.Write(c.Body)

	digest := sha256.Sum256(c.Body)
	id := sha256.Sum256([]byte(c.URL + "\x00" + c.Time + "\x00" + http.String()))
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80 // version 8 of RFC 9562: made by our own rule
	var record bytes.Buffer
	fmt.Fprintf(&record, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%x-%x-%x-%x-%x>\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\n",
		id[:4], id[4:6], id[6:8], id[8:10], id[10:16], c.URL, c.Time)
	fmt.Fprintf(&record, "WARC-Payload-Digest: sha256:%s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n",
		base32.StdEncoding.EncodeToString(digest[:]), http.Len())
	record.Write(http.Bytes())
	record.WriteString("\r\n\r\n")

	var member bytes.Buffer
	z := gzip.NewWriter(&member)
	if _, err := z.Write(record.Bytes()); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return member.Bytes(), nil
}
