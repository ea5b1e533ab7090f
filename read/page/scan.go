package page

import (
	"bytes"

	"github.com/hearsay-news/hearsay/text"
)

// scanner cuts markup into text, start tags and end tags, each with its place in the source. It follows the tokenizer of the HTML
// standard without building a tree or copying anything, and is held to golang.org/x/net/html by a differential test. Every byte is
// looked at a constant number of times, whatever is left unclosed.
type scanner struct {
	src []byte
	pos int

	kind  token
	span  text.Span // of the whole token
	name  text.Span // of a tag's name
	attrs []attr    // of a start tag; valid until the next call
	raw   string    // element whose content is raw text, "" outside
}

type attr struct{ key, value text.Span }

type token uint8

const (
	end token = iota
	characters
	startTag
	endTag
)

// next moves to the next token. Comments, declarations and processing instructions are passed over.
func (s *scanner) next() token {
	if s.raw != "" {
		if s.rawText(); s.kind == characters {
			return characters
		}
	}
	from := s.pos
	for s.pos < len(s.src) {
		i := bytes.IndexByte(s.src[s.pos:], '<')
		if i < 0 {
			s.pos = len(s.src)
			break
		}
		at := s.pos + i
		if at+1 >= len(s.src) {
			s.pos = len(s.src)
			break
		}
		c := s.src[at+1]
		closing := c == '/'
		opens := isLetter(c) || c == '!' || c == '?' || closing && at+2 < len(s.src)
		if !opens {
			s.pos = at + 1
			continue
		}
		if at > from {
			s.pos = at
			return s.found(characters, from, at)
		}
		switch {
		case isLetter(c):
			return s.tag(at, at+1, startTag)
		case closing && isLetter(s.src[at+2]):
			return s.tag(at, at+2, endTag)
		case c == '!':
			s.pos = s.declaration(at + 2)
		case closing:
			s.pos = after(s.src, at+2, '>')
		default:
			s.pos = after(s.src, at+1, '>')
		}
		from = s.pos
	}
	if s.pos > from {
		return s.found(characters, from, s.pos)
	}
	return s.found(end, s.pos, s.pos)
}

func (s *scanner) found(kind token, from, to int) token {
	s.kind, s.span = kind, text.Span{Start: from, End: to}
	return kind
}

// tag reads a tag from its "<" at start; its name begins at name. A tag that the page ends in is no tag.
func (s *scanner) tag(start, name int, kind token) token {
	src, i := s.src, name
	for i < len(src) && !isSpace(src[i]) && src[i] != '/' && src[i] != '>' {
		i++
	}
	s.name = text.Span{Start: name, End: i}
	s.attrs = s.attrs[:0]
	for i < len(src) {
		switch c := src[i]; {
		case c == '>':
			s.pos = i + 1
			return s.found(kind, start, s.pos)
		case isSpace(c) || c == '/':
			i++
		default:
			i = s.attribute(i)
		}
	}
	s.pos = len(src)
	return s.found(end, s.pos, s.pos)
}

func (s *scanner) attribute(i int) int {
	src := s.src
	a := attr{key: text.Span{Start: i}}
	i++ // a leading "=" belongs to the name
	for i < len(src) && !isSpace(src[i]) && src[i] != '/' && src[i] != '>' && src[i] != '=' {
		i++
	}
	a.key.End = i
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	if i < len(src) && src[i] == '=' {
		i++
		for i < len(src) && isSpace(src[i]) {
			i++
		}
		switch {
		case i >= len(src):
		case src[i] == '"' || src[i] == '\'':
			j := bytes.IndexByte(src[i+1:], src[i])
			if j < 0 {
				a.value = text.Span{Start: i + 1, End: len(src)}
				i = len(src)
			} else {
				a.value = text.Span{Start: i + 1, End: i + 1 + j}
				i += j + 2
			}
		default:
			start := i
			for i < len(src) && !isSpace(src[i]) && src[i] != '>' {
				i++
			}
			a.value = text.Span{Start: start, End: i}
		}
	}
	if len(s.attrs) < 256 {
		s.attrs = append(s.attrs, a)
	}
	return i
}

// declaration passes a comment or <!…> whose text starts at i.
func (s *scanner) declaration(i int) int {
	src := s.src
	if !bytes.HasPrefix(src[i:], []byte("--")) {
		return after(src, i, '>')
	}
	i += 2
	if bytes.HasPrefix(src[i:], []byte(">")) {
		return i + 1
	}
	if bytes.HasPrefix(src[i:], []byte("->")) {
		return i + 2
	}
	for i < len(src) {
		j := bytes.Index(src[i:], []byte("--"))
		if j < 0 {
			return len(src)
		}
		i += j + 2
		if i < len(src) && src[i] == '>' {
			return i + 1
		}
		if i+1 < len(src) && src[i] == '!' && src[i+1] == '>' {
			return i + 2
		}
		i-- // "--->" also ends it
	}
	return len(src)
}

// rawText reads up to the end tag of a script, style or the like; what is inside is text whatever it looks like.
func (s *scanner) rawText() {
	name, from, i := s.raw, s.pos, s.pos
	s.raw = ""
	s.kind = end
	for {
		j := bytes.Index(s.src[i:], []byte("</"))
		if j < 0 {
			i = len(s.src)
			break
		}
		i += j
		stop := i + 2 + len(name)
		if stop < len(s.src) && equalFold(s.src[i+2:stop], name) && (isSpace(s.src[stop]) || s.src[stop] == '/' || s.src[stop] == '>') {
			break
		}
		i += 2
	}
	s.pos = i
	if i > from {
		s.found(characters, from, i)
	}
}

// attr returns the value of an attribute of the current start tag, raw.
func (s *scanner) attr(key string) (text.Span, bool) {
	for _, a := range s.attrs {
		if equalFold(s.src[a.key.Start:a.key.End], key) {
			return a.value, true
		}
	}
	return text.Span{}, false
}

// after returns the offset behind the next c, or the end.
func after(src []byte, i int, c byte) int {
	if i > len(src) {
		return len(src)
	}
	j := bytes.IndexByte(src[i:], c)
	if j < 0 {
		return len(src)
	}
	return i + j + 1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// equalFold compares with an all lower-case ASCII name.
func equalFold(b []byte, lower string) bool {
	if len(b) != len(lower) {
		return false
	}
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
