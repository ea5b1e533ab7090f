package page

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/text"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// decoded is a page's bytes as UTF-8, with the way back.
type decoded struct {
	bytes   []byte
	back    text.Map
	charset string
}

// decode finds the charset of a page and turns its bytes into UTF-8. The order of trust: a byte order mark, zero bytes where
// UTF-16 has them, what is valid UTF-8, the label from outside, the label in the markup, letter frequencies.
func decode(raw []byte, label string, markup bool) (decoded, *gather.Skip) {
	if kind := binaryKind(raw); kind != "" {
		return decoded{}, &gather.Skip{Reason: gather.Binary, Detail: kind}
	}
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		return decodeUTF8(raw, 3)
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return decodeUTF16(raw, 2, false)
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return decodeUTF16(raw, 2, true)
	}
	if big, ok := looksUTF16(raw); ok {
		return decodeUTF16(raw, 0, big)
	}
	if utf8.Valid(raw) {
		return decodeUTF8(raw, 0)
	}
	for _, name := range []string{label, markupCharset(raw, markup)} {
		enc, canonical := charset.Lookup(strings.TrimSpace(name))
		if enc == nil || canonical == "replacement" {
			continue
		}
		switch canonical {
		case "utf-8":
			if mostlyUTF8(raw) {
				return decodeUTF8(raw, 0)
			}
			continue
		case "utf-16le", "utf-16be":
			continue // a label that was readable as bytes can't be UTF-16
		}
		return decodeWith(raw, enc, canonical)
	}
	if mostlyUTF8(raw) {
		return decodeUTF8(raw, 0)
	}
	name := guessLegacy(raw)
	enc, canonical := charset.Lookup(name)
	return decodeWith(raw, enc, canonical)
}

// decodeUTF8 keeps valid bytes and puts U+FFFD where there are none.
func decodeUTF8(raw []byte, from int) (decoded, *gather.Skip) {
	if from == 0 && utf8.Valid(raw) {
		return checked(decoded{raw, text.Map{}, "utf-8"}, 0)
	}
	var b text.Builder
	bad := 0
	for start, i := from, from; i <= len(raw); {
		if i == len(raw) {
			b.Copy(raw, text.Span{Start: start, End: i})
			break
		}
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			b.Copy(raw, text.Span{Start: start, End: i})
			b.Put("\uFFFD", text.Span{Start: i, End: i + 1})
			start = i + 1
			bad++
			if skip := over(0, 0, b.Pieces()/2); skip != nil {
				return decoded{}, skip
			}
		}
		i += n
	}
	return checked(decoded{b.Bytes(), b.Map(), "utf-8"}, bad)
}

func decodeUTF16(raw []byte, from int, big bool) (decoded, *gather.Skip) {
	name := "utf-16le"
	if big {
		name = "utf-16be"
	}
	unit := func(i int) rune {
		if big {
			return rune(raw[i])<<8 | rune(raw[i+1])
		}
		return rune(raw[i+1])<<8 | rune(raw[i])
	}
	var b text.Builder
	bad := 0
	var buf [utf8.UTFMax]byte
	for i := from; i < len(raw); {
		if i+1 >= len(raw) {
			b.Put("\uFFFD", text.Span{Start: i, End: len(raw)})
			bad++
			break
		}
		r, n := unit(i), 2
		switch {
		case r >= 0xD800 && r < 0xDC00 && i+3 < len(raw) && unit(i+2)&0xFC00 == 0xDC00:
			r = (r-0xD800)<<10 + unit(i+2) - 0xDC00 + 0x10000
			n = 4
		case r >= 0xD800 && r < 0xE000:
			r = utf8.RuneError
			bad++
		}
		b.Even(buf[:utf8.EncodeRune(buf[:], r)], text.Span{Start: i, End: i + n})
		i += n
		if skip := over(0, 0, b.Pieces()/2); skip != nil {
			return decoded{}, skip
		}
	}
	return checked(decoded{b.Bytes(), b.Map(), name}, bad)
}

// decodeWith decodes a legacy charset, one character at a time, so that each leads back to its own bytes.
func decodeWith(raw []byte, enc encoding.Encoding, name string) (decoded, *gather.Skip) {
	var b text.Builder
	bad := 0
	if table, ok := enc.(*charmap.Charmap); ok {
		var chars [256]string
		for i := range chars {
			chars[i] = string(table.DecodeByte(byte(i)))
		}
		for i := 0; i < len(raw); {
			if skip := over(0, 0, b.Pieces()/2); skip != nil {
				return decoded{}, skip
			}
			if end := asciiRun(raw, i); end > i {
				b.Copy(raw, text.Span{Start: i, End: end})
				i = end
				continue
			}
			if chars[raw[i]] == "\uFFFD" {
				bad++
			}
			b.Even([]byte(chars[raw[i]]), text.Span{Start: i, End: i + 1})
			i++
		}
		return checked(decoded{b.Bytes(), b.Map(), name}, bad)
	}
	d := enc.NewDecoder()
	stateful := name == "iso-2022-jp"
	var dst [64]byte
	var pairs []string // what two bytes were decoded to, where they stand for one character
	if !stateful {
		pairs = make([]string, 1<<16)
	}
	for i := 0; i < len(raw); {
		if skip := over(0, 0, b.Pieces()/2); skip != nil {
			return decoded{}, skip
		}
		if end := asciiRun(raw, i); end > i && !stateful {
			b.Copy(raw, text.Span{Start: i, End: end})
			i = end
			continue
		}
		pair := 0
		if !stateful && i+1 < len(raw) {
			pair = int(raw[i])<<8 | int(raw[i+1])
			if known := pairs[pair]; known != "" {
				b.Even([]byte(known), text.Span{Start: i, End: i + 2})
				i += 2
				continue
			}
		}
		from, width, n := i, 1, 0
		for ; ; width++ { // the shortest run of bytes that gives a character
			end := min(i+width, len(raw))
			written, used, _ := d.Transformer.Transform(dst[:], raw[i:end], end == len(raw))
			i += used
			n = written
			if n > 0 || i == len(raw) || width > 8 {
				break
			}
			width -= used
		}
		if i == from {
			i++
		}
		if n > 0 {
			if wrong := bytes.Count(dst[:n], []byte("\uFFFD")); wrong > 0 {
				bad += wrong
			} else if i == from+2 && width == 2 && pair != 0 {
				pairs[pair] = string(dst[:n])
			}
			b.Even(dst[:n], text.Span{Start: from, End: i})
		}
	}
	return checked(decoded{b.Bytes(), b.Map(), name}, bad)
}

// checked refuses a text that is mostly characters which no charset step could make sense of, or control characters.
func checked(d decoded, bad int) (decoded, *gather.Skip) {
	controls := 0
	head := d.bytes[:min(len(d.bytes), 1<<16)]
	for _, c := range head {
		if c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B {
			controls++
		}
	}
	if controls > 8 && controls*20 > len(head) {
		return d, &gather.Skip{Reason: gather.Binary, Detail: fmt.Sprintf("%d of the first %d bytes are control characters", controls, len(head))}
	}
	if bad > 8 && bad*10 > len(d.bytes) {
		return d, &gather.Skip{Reason: gather.WrongEncoding, Detail: fmt.Sprintf("%d characters can't be read as %s", bad, d.charset)}
	}
	return d, nil
}

func asciiRun(raw []byte, i int) int {
	for i < len(raw) && raw[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// binaryKind names well-known formats that are no text by their first bytes.
func binaryKind(raw []byte) string {
	for _, kind := range []struct{ head, name string }{
		{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a zip file"}, {"GIF8", "a GIF image"}, {"\x89PNG", "a PNG image"},
		{"\xFF\xD8\xFF", "a JPEG image"}, {"\x1F\x8B", "gzip-compressed"}, {"\x7FELF", "a program"}, {"SQLite format 3", "a database"},
		{"\x28\xB5\x2F\xFD", "zstd-compressed"}, {"RIFF", "a media file"}, {"OggS", "a media file"}, {"ID3", "a media file"},
	} {
		if bytes.HasPrefix(raw, []byte(kind.head)) && !(kind.head == "RIFF" || kind.head == "ID3") {
			return kind.name
		}
		if bytes.HasPrefix(raw, []byte(kind.head)) && bytes.IndexByte(raw[:min(len(raw), 64)], 0) >= 0 {
			return kind.name
		}
	}
	return ""
}

// looksUTF16 finds UTF-16 without a byte order mark: every second byte of Latin text is zero then, and of most other scripts
// every second byte is one of very few.
func looksUTF16(raw []byte) (big, ok bool) {
	head := raw[:min(len(raw), 8192)&^1]
	if len(head) < 4 || len(raw)%2 != 0 && len(raw) <= 8192 {
		return false, false
	}
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case zero[1]*10 >= half*4 && zero[0]*20 <= half:
		return false, true
	case zero[0]*10 >= half*4 && zero[1]*20 <= half:
		return true, true
	}
	return highBytesRepeat(head)
}

// highBytesRepeat finds UTF-16 of a script beyond Latin: zero bytes only beside spaces and marks, and the other half of the
// bytes on one side nearly always the same.
func highBytesRepeat(head []byte) (big, ok bool) {
	if bytes.IndexByte(head, 0) < 0 {
		return false, false
	}
	var seen [2][256]int
	for i, c := range head {
		seen[i%2][c]++
	}
	half := len(head) / 2
	for side := range seen {
		most, at := 0, 0
		for c, n := range seen[side] {
			if n > most {
				most, at = n, c
			}
		}
		if at > 0 && at < 0x20 && (most+seen[side][0])*20 >= half*19 && seen[side][0] > 0 && seen[1-side][0]*20 <= half {
			return side == 0, true
		}
	}
	return false, false
}

// mostlyUTF8 says whether invalid bytes are the exception in a text that is otherwise UTF-8.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 0 && good >= bad
}

// markupCharset finds the charset a page names for itself, in <meta> or in an XML declaration.
func markupCharset(raw []byte, markup bool) string {
	if !markup {
		return ""
	}
	head := bytes.ToLower(raw[:min(len(raw), 4096)])
	for _, key := range []string{"charset", "encoding"} {
		for at := 0; ; {
			i := bytes.Index(head[at:], []byte(key))
			if i < 0 {
				break
			}
			at += i + len(key)
			rest := bytes.TrimLeft(head[at:], " \t\r\n")
			if len(rest) == 0 || rest[0] != '=' {
				continue
			}
			rest = bytes.TrimLeft(rest[1:], " \t\r\n\"'")
			end := bytes.IndexFunc(rest, func(r rune) bool {
				return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("-_.:", r))
			})
			if end > 0 {
				return string(rest[:end])
			}
		}
	}
	return ""
}

// guessLegacy tells Cyrillic one-byte charsets from Western ones by how many letters are high bytes, and from each other by the
// half of the table in which the small letters stand.
func guessLegacy(raw []byte) string {
	letters, low, high := 0, 0, 0
	for _, c := range raw {
		switch {
		case c >= 0xE0:
			high++
		case c >= 0xC0:
			low++
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			letters++
		}
	}
	if (low+high)*3 < letters || low+high < 8 {
		return "windows-1252"
	}
	if low > high {
		return "koi8-r"
	}
	return "windows-1251"
}
