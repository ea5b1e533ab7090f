package feed

import (
	"bytes"
	"fmt"
	"strings"
)

// Bounds of one RSS or Atom document, whose reader is not linear in what is nested or scattered. Tags are its own: what its content holds
// between CDATA marks is not counted.
const (
	maxItemTags  = 1_000
	maxItemBytes = 1 << 20
	maxAllTags   = 400_000 // of all items
	maxHeadTags  = 2_000   // outside the items
	maxHeadBytes = 1 << 20
	maxOpen      = 32 // elements open outside the items
)

// trim returns an RSS or Atom document with its first MaxItems items, and how many were left out. An item that is cut off or beyond measure
// is left out too, and what is open at the end is closed, so that a feed that breaks off is read as far as it goes:
//
//	<rss><channel><item>one</item><item>tw  →  <rss><channel><item>one</item></channel></rss>
func trim(raw []byte) (whole []byte, more int, err error) {
	var open []string // names of open elements outside the items
	var out bytes.Buffer
	kept, itemTags, itemBytes, headTags := 0, 0, 0, 0
	for at := 0; ; {
		t := nextTag(raw, at)
		if t.end == 0 {
			break
		}
		out.Write(raw[at:t.start])
		at = t.end
		name := t.local()
		if !t.closing && (name == "item" || name == "entry") {
			end, tags := t.end, 0
			if !t.empty {
				end, tags = itemEnd(raw, t)
			}
			itemTags += tags
			if at = end; end == 0 {
				at = len(raw)
			}
			if t.empty || end == 0 || tags > maxItemTags || end-t.start > maxItemBytes || itemTags > maxAllTags || kept == MaxItems {
				more++
				continue
			}
			out.Write(raw[t.start:end])
			itemBytes += end - t.start
			kept++
			continue
		}
		switch {
		case t.closing:
			for i := len(open) - 1; i >= 0; i-- {
				if open[i] == t.name {
					open = open[:i]
					break
				}
			}
		case !t.empty && raw[t.start+1] != '?' && raw[t.start+1] != '!':
			open = append(open, t.name)
		}
		out.Write(raw[t.start:t.end])
		if headTags++; headTags > maxHeadTags || len(open) > maxOpen || out.Len()-itemBytes > maxHeadBytes {
			return nil, 0, fmt.Errorf("more than %d tags, %d levels or %d bytes outside the items", maxHeadTags, maxOpen, maxHeadBytes)
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		fmt.Fprintf(&out, "</%s>", open[i])
	}
	return out.Bytes(), more, nil
}

// tag is one tag of an XML document.
type tag struct {
	name           string
	start, end     int // end 0: there is none
	closing, empty bool
}

// local is the name without its prefix.
func (t tag) local() string { return t.name[1+strings.LastIndexByte(t.name, ':'):] }

// nextTag returns the next whole tag from an offset on, past comments and CDATA.
func nextTag(raw []byte, at int) tag {
	for {
		i := bytes.IndexByte(raw[at:], '<')
		if i < 0 {
			return tag{}
		}
		at += i
		past := func(mark string) bool {
			j := bytes.Index(raw[at:], []byte(mark))
			at += j + len(mark)
			return j >= 0
		}
		switch {
		case bytes.HasPrefix(raw[at:], []byte("<![CDATA[")):
			if !past("]]>") {
				return tag{}
			}
			continue
		case bytes.HasPrefix(raw[at:], []byte("<!--")):
			if !past("-->") {
				return tag{}
			}
			continue
		}
		j := bytes.IndexByte(raw[at:], '>')
		if j < 0 {
			return tag{}
		}
		t := tag{start: at, end: at + j + 1}
		inside := raw[at+1 : at+j]
		t.closing = bytes.HasPrefix(inside, []byte("/"))
		t.empty = bytes.HasSuffix(inside, []byte("/"))
		name := bytes.TrimLeft(inside, "/")
		if k := bytes.IndexAny(name, " \t\r\n/"); k >= 0 {
			name = name[:k]
		}
		t.name = string(name)
		return t
	}
}

// itemEnd returns the offset behind an item's end tag, 0 where it has none, and how many tags it holds.
func itemEnd(raw []byte, item tag) (end, tags int) {
	for at := item.end; ; tags++ {
		t := nextTag(raw, at)
		if t.end == 0 {
			return 0, tags
		}
		at = t.end
		if t.closing && t.name == item.name {
			return t.end, tags
		}
	}
}
