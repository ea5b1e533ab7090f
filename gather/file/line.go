package file

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/archive"
)

// line is one page as a JSON line gives it.
type line struct {
	ID        string     `json:"id"`
	Text      *string    `json:"text"`
	HTML      *string    `json:"html"`
	Form      string     `json:"form"`
	Sentences [][]string `json:"sentences"`
	gather.Given
}

// maxLine bounds one JSON line: a page of the largest size with every byte escaped once over still fits.
const maxLine = 4 * gather.MaxBytes

// Lines reads pages from JSON Lines, one at a time. A line that is no page comes as a skip named after its number, so that every
// line has its row; blank lines are passed over. Source names the stream in rows and messages.
func Lines(r io.Reader, source string) iter.Seq[gather.Page] {
	return gather.AllPublic(lines(r, source))
}

func lines(r io.Reader, source string) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			raw, tooLong, err := readLine(in)
			if n == 1 {
				raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
			}
			if len(bytes.TrimSpace(raw)) > 0 || tooLong {
				if !yield(parseLine(raw, tooLong, "line", n, source)) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nameless(fmt.Sprintf("line %d", n), source, gather.Unreadable, err.Error()))
				return
			}
		}
	}
}

// readLine returns the next line in memory of its own; what goes past maxLine is read but not kept.
func readLine(in *bufio.Reader) (raw []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(raw)+len(part) <= maxLine {
			raw = append(raw, part...)
		} else {
			tooLong = true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return raw, tooLong, err
		}
	}
}

// parseLine reads one page. Kind and n say where it stands: line 3, article 3.
func parseLine(raw []byte, tooLong bool, kind string, n int, source string) gather.Page {
	where := fmt.Sprintf("%s %d", kind, n)
	broken := func(reason gather.Reason, detail string) gather.Page {
		if id := idOf(raw); id != "" {
			return skipped(id, source, reason, detail)
		}
		return nameless(where, source, reason, detail)
	}
	if tooLong {
		return broken(gather.TooLarge, fmt.Sprintf("the %s is over %d MiB", kind, maxLine>>20))
	}
	var l line
	if err := json.Unmarshal(raw, &l); err != nil {
		return broken(gather.BadInput, fmt.Sprintf("%s: %v", where, err))
	}
	if l.Text == nil && l.HTML == nil && l.Sentences == nil {
		if p, ok := archive.CrawlerLine(raw); ok {
			if p.ID == "" {
				p.ID = fmt.Sprintf("%s/%d", stem(path.Base(source)), n)
			}
			p.Name, p.Path, p.Source = p.ID, p.ID, source
			return p
		}
	}
	if l.ID == "" {
		why := where + " has no id"
		if kind == "article" {
			why += ", and is no article of news-please or Fundus"
		}
		return nameless(where, source, gather.BadInput, why)
	}
	bad := func(why string) gather.Page {
		return skipped(l.ID, source, gather.BadInput, fmt.Sprintf("%s: %s", where, why))
	}
	p := gather.Page{ID: l.ID, Name: l.ID, Path: l.ID, Source: source, Charset: "utf-8", Given: l.Given}
	switch l.Form {
	case "", "page":
	case "article":
		p.Form = gather.Article
	default:
		return bad(fmt.Sprintf("form is %q: want page or article", l.Form))
	}
	if l.Sentences != nil {
		joined := join(l.Sentences)
		if l.HTML != nil {
			return bad("sentences go with text, not with html")
		}
		if l.Text != nil && *l.Text != joined {
			return bad("text is not the sentences' tokens joined by spaces and newlines")
		}
		p.Sentences, p.Bytes = l.Sentences, []byte(joined)
		return p
	}
	switch {
	case l.Text != nil && l.HTML != nil:
		return bad("both text and html")
	case l.Text != nil:
		p.Bytes = []byte(*l.Text)
	case l.HTML != nil:
		p.Form, p.Bytes = gather.HTML, []byte(*l.HTML)
	default:
		return bad("neither text nor html")
	}
	return p
}

// join writes sentences as the text that offsets are counted in: tokens by single spaces, sentences by newlines.
func join(sentences [][]string) string {
	var b strings.Builder
	for i, tokens := range sentences {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j, token := range tokens {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(token)
		}
	}
	return b.String()
}

// idOf looks for the id in a line that can't be read as a whole, so that its row can still be told apart.
func idOf(raw []byte) string {
	in := json.NewDecoder(bytes.NewReader(raw[:min(len(raw), 1<<16)]))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return ""
	}
	for in.More() {
		key, err := in.Token()
		if err != nil {
			return ""
		}
		value, err := in.Token()
		if err != nil {
			return ""
		}
		if _, nested := value.(json.Delim); nested {
			return ""
		}
		if id, ok := value.(string); ok && key == "id" {
			return id
		}
	}
	return ""
}

// nameless is the row of a line that has no id: it is called after its place, in its file where it stands in one.
func nameless(where, source string, reason gather.Reason, detail string) gather.Page {
	p := skipped(where, source, reason, detail)
	if base := path.Base(source); path.Ext(base) != "" {
		p.ID = stem(base) + ", " + where
		p.Name, p.Path = p.ID, source+", "+where
	}
	return p
}

func skipped(id, source string, reason gather.Reason, detail string) gather.Page {
	return gather.Page{ID: id, Name: id, Path: id, Source: source, Skip: &gather.Skip{Reason: reason, Detail: detail}}
}
