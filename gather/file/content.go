package file

import (
	"bytes"
	"path/filepath"
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
