package file

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/hearsay-news/hearsay/gather"
)

// Articles reads a .json file as crawlers save them: one article, a list of articles, or lists of articles by outlet.
//
//	{"Radio Nord": [{"title": "Port shut", "plaintext": "The port is shut.", …}, …]}  →  Page{ID: "saved/1", Given: {Outlet: "Radio Nord", …}}
//
// A list is read one article at a time; what begins with a brace is read whole, up to the size of one line.
func Articles(r io.Reader, source string) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
			in.Discard(3)
		}
		for {
			if first, err := in.Peek(1); err != nil || first[0] > ' ' {
				break
			}
			in.Discard(1)
		}
		if first, _ := in.Peek(1); string(first) == "[" {
			listed(in, source, yield)
		} else {
			whole(in, source, yield)
		}
	}
}

// listed hands on the articles of a list that may be longer than memory.
func listed(r io.Reader, source string, yield func(gather.Page) bool) {
	in := &allowance{r: r, left: maxLine}
	list := json.NewDecoder(in)
	list.Token() // the bracket
	for n := 1; list.More(); n++ {
		var raw json.RawMessage
		if err := list.Decode(&raw); err != nil {
			reason := gather.BadInput
			if errors.Is(err, errAllowance) {
				reason = gather.TooLarge
			}
			yield(nameless(fmt.Sprintf("article %d", n), source, reason, fmt.Sprintf("article %d: %v; what follows is not read", n, err)))
			return
		}
		in.left = maxLine
		if !yield(parseLine(raw, false, "article", n, source)) {
			return
		}
	}
}

// whole hands on the one article of a file, or those that it lists by outlet.
func whole(r io.Reader, source string, yield func(gather.Page) bool) {
	raw, err := io.ReadAll(io.LimitReader(r, maxLine+1))
	if err != nil || len(raw) > maxLine {
		if err == nil {
			err = fmt.Errorf("over %d MiB; a list or JSON Lines may be longer", maxLine>>20)
		}
		yield(skipped(source, source, gather.TooLarge, err.Error()))
		return
	}
	var outlets map[string][]json.RawMessage
	if json.Unmarshal(raw, &outlets) != nil || !articles(outlets) {
		p := parseLine(raw, false, "article", 1, source)
		yield(p)
		return
	}
	n := 0
	for _, outlet := range slices.Sorted(maps.Keys(outlets)) {
		for _, raw := range outlets[outlet] {
			n++
			p := parseLine(raw, false, "article", n, source)
			if p.Given.Outlet == "" {
				p.Given.Outlet = outlet
			}
			if !yield(p) {
				return
			}
		}
	}
}

// articles says whether everything that is listed is an object.
func articles(outlets map[string][]json.RawMessage) bool {
	for _, list := range outlets {
		for _, raw := range list {
			if !bytes.HasPrefix(raw, []byte("{")) {
				return false
			}
		}
	}
	return len(outlets) > 0
}

// allowance fails when more is read through it than is left.
type allowance struct {
	r    io.Reader
	left int
}

var errAllowance = fmt.Errorf("it is over %d MiB", maxLine>>20)

func (a *allowance) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, errAllowance
	}
	n, err := a.r.Read(p[:min(len(p), a.left)])
	a.left -= n
	return n, err
}
