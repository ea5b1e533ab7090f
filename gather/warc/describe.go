package warc

import (
	"bytes"
	"strconv"
	"strings"
)

// Described is what an index says of a record.
type Described struct {
	Kind, URI, Date string
	Status          string // of a response
	Mime            string
	Digest          string
}

// Describe reads the head of one record as Write and WritePage make it.
func Describe(record []byte) (Described, error) {
	in, err := newReader(bytes.NewReader(record))
	if err != nil {
		return Described{}, err
	}
	defer in.close()
	rec, err := in.next()
	if err != nil {
		return Described{}, err
	}
	d := Described{Kind: strings.ToLower(rec.header("WARC-Type")), URI: rec.header("WARC-Target-URI"), Date: rec.header("WARC-Date"), Digest: rec.header("WARC-Payload-Digest"),
		Mime: rec.header("Content-Type")}
	if d.Kind == "response" {
		answer, err := parseHTTP(rec.block)
		if err != nil {
			return d, err
		}
		d.Status, d.Mime = strconv.Itoa(answer.status), answer.header.Get("Content-Type")
	}
	d.Mime, _, _ = strings.Cut(d.Mime, ";")
	d.Mime = strings.TrimSpace(d.Mime)
	return d, nil
}
