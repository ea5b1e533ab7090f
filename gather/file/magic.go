package file

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// holds returns the ending of the container that a file is: by its name, or by its first bytes where the name tells nothing.
//
//	"crawl" that begins with "WARC/1.0"  →  ".warc"
func holds(f found) string {
	if ending := container(f.path); ending != "" {
		return ending
	}
	switch ext := strings.ToLower(filepath.Ext(f.path)); ext {
	case "", ".gz", ".bin", ".dat", ".bak", ".old", ".tmp", ".download", ".zst":
	default:
		return "" // whose bytes are looked at as a page's
	}
	info, err := os.Stat(f.path)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	in, err := os.Open(f.path)
	if err != nil {
		return ""
	}
	defer in.Close()
	head := make([]byte, headBytes)
	n, _ := io.ReadFull(in, head)
	return magic(head[:n])
}

// magic tells a container from its first bytes.
func magic(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return ".warc"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return ".zip"
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return ".tar"
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(bytes.NewReader(head))
		if err != nil {
			return ""
		}
		inside := make([]byte, 512)
		n, _ := io.ReadFull(z, inside)
		switch kind := magic(inside[:n]); {
		case kind == ".warc":
			return ".warc.gz"
		case kind == ".tar":
			return ".tar.gz"
		case bytes.HasPrefix(bytes.TrimSpace(inside[:n]), []byte("{")):
			return ".jsonl.gz"
		}
	}
	return ""
}

// unpackedPage is the content of a page that was packed by itself ("page.html.gz"), no more than a page may be.
func unpackedPage(raw []byte, limit int64) ([]byte, bool) {
	if !bytes.HasPrefix(raw, []byte{0x1f, 0x8b}) {
		return nil, false
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, false
	}
	plain, err := io.ReadAll(io.LimitReader(z, limit+1))
	return plain, err == nil
}
