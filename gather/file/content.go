package file

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/feed"
)

// content is what a file holds and how it is taken.
type content struct {
	form  gather.Form
	list  bool // a feed or another list of pages
	bytes []byte
}

// headBytes is how much of a file says what it is.
const headBytes = 4096

// take says how a file is taken: by its first bytes where they tell, and else by its ending. A file given by name is read whatever it is
// called; in a folder only what is known.
func take(f found, head []byte) (content, *gather.Skip) {
	ext := strings.ToLower(filepath.Ext(f.path))
	if advice := noPage(head, ext); advice != "" {
		return content{}, &gather.Skip{Reason: gather.UnknownFormat, Detail: advice}
	}
	switch {
	case feed.Looks(head):
		return content{list: true}, nil
	case ext == ".html", ext == ".htm", looksHTML(head):
		return content{form: gather.HTML}, nil
	case ext == ".txt", f.named:
		return content{form: gather.Flat}, nil
	case ext == "":
		ext = "no ending"
	}
	return content{}, &gather.Skip{Reason: gather.UnknownFormat, Detail: ext + ": want .txt, .html, .htm, .json, .jsonl, a feed or an archive of pages"}
}

// foreign are kinds of file that hold no page as they are, by how they begin or how they are called, with what can be done about them.
var foreign = []struct {
	begins string
	ends   []string
	advice string
}{
	{"%PDF-", []string{".pdf"}, "a PDF: take its text out (pdftotext FILE.pdf FILE.txt) and add that"},
	{"", []string{".docx", ".odt", ".rtf", ".pages"}, "a document of a word processor: save it as HTML or plain text and add that"},
	{"\xd0\xcf\x11\xe0", []string{".doc", ".xls", ".ppt"}, "an office document: save it as HTML or plain text and add that"},
	{"", []string{".xlsx", ".ods", ".pptx", ".odp"}, "an office document: save it as HTML or plain text and add that"},
	{"\x89PNG", []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic"}, "a picture: no words are read off pictures; save the page itself"},
	{"\xff\xd8\xff", nil, "a picture: no words are read off pictures; save the page itself"},
	{"", []string{".mp3", ".mp4", ".m4a", ".mov", ".webm", ".wav", ".ogg", ".avi", ".mkv"}, "sound or film: add a transcript as .txt instead"},
}

// noPage says what to do about a file that is none of the kinds that are read; "" for all others.
func noPage(head []byte, ext string) string {
	for _, f := range foreign {
		if f.begins != "" && bytes.HasPrefix(head, []byte(f.begins)) || slices.Contains(f.ends, ext) && !looksHTML(head) {
			return f.advice
		}
	}
	return ""
}

// looksHTML says whether a file begins as an HTML page does, past a declaration and comments.
func looksHTML(head []byte) bool {
	for {
		head = bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n\f")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		default:
			for _, begin := range []string{"<!doctype html", "<html", "<head>", "<body>"} {
				if len(head) >= len(begin) && strings.EqualFold(string(head[:len(begin)]), begin) {
					return true
				}
			}
			return false
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return false
		}
		head = head[i+len(end):]
	}
}
