package archive

import (
	"bytes"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/gather"
)

// SingleFile returns the address and the time that the SingleFile extension notes in a comment near the top of the pages it saves.
func SingleFile(html []byte) (given gather.Given, found bool) {
	head := html[:min(len(html), 4096)]
	at := bytes.Index(head, []byte("Page saved with SingleFile"))
	if at < 0 {
		return given, false
	}
	note, _, _ := bytes.Cut(head[at:], []byte("-->"))
	for line := range strings.Lines(string(note)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "url":
			given.URL = value
		case "saved date":
			given.Fetched = browserTime(value)
		}
	}
	return given, true
}

// SavedFrom returns the address that browsers note in a comment near the top of the pages they save: "saved from url=(0021)https://…".
func SavedFrom(html []byte) (given gather.Given, found bool) {
	_, note, found := bytes.Cut(html[:min(len(html), 4096)], []byte("<!-- saved from url=("))
	if !found {
		return given, false
	}
	_, address, _ := bytes.Cut(note, []byte(")"))
	address, _, _ = bytes.Cut(address, []byte("-->"))
	given.URL = strings.TrimSpace(string(address))
	if !strings.HasPrefix(given.URL, "http://") && !strings.HasPrefix(given.URL, "https://") {
		return gather.Given{}, false
	}
	return given, true
}

// browserTime reads a date as JavaScript prints it, "Fri Jun 02 2023 10:55:10 GMT+0200 (Central European Summer Time)".
func browserTime(value string) string {
	value, _, _ = strings.Cut(value, " (")
	t, err := time.Parse("Mon Jan 02 2006 15:04:05 GMT-0700", value)
	if err != nil {
		return ""
	}
	return t.Format(time.RFC3339)
}
