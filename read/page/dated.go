package page

import (
	"bytes"
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// datedElement notes the moment that an attribute of an element states beside its visible text, and returns its item, -1 for none. What the
// element's class says of the moment is its field:
//
//	<abbr class="published" title="2021-05-02T00:23+02:00">12:23 AM</abbr>   →  published, from its class
//	<span class="updated" data-datetime="2021-05-03">Monday</span>           →  modified, from its class
//	<span data-timestamp="1619950980">12:23</span>                           →  time, from an attribute
func (w *walker) datedElement(e *element) int32 {
	var class, value text.Span
	for _, a := range w.scan.attrs {
		key := w.scan.src[a.key.Start:a.key.End]
		switch {
		case equalFold(key, "class"):
			class = a.value
		case value.Empty() && momentKey(key, e.name) && w.momentValue(a.value):
			value = a.value
		}
	}
	if value.Empty() {
		return -1
	}
	field, from := "time", "attribute"
	switch words := " " + strings.ToLower(string(w.scan.src[class.Start:min(class.End, class.Start+256)])) + " "; {
	case containsAny(words, w.lexicon.signs.published):
		field, from = "published", "class"
	case containsAny(words, w.lexicon.signs.updated):
		field, from = "modified", "class"
	case e.name != "abbr" && !containsAny(words, w.lexicon.signs.dated) && !stampKey(w.scan.attrs, w.scan.src):
		return -1
	}
	return w.item(Meta{Field: field, From: from, Source: value, Span: text.Span{Start: w.out.Len()}}, asAttribute)
}

// momentKey says whether an attribute of this name can state a moment: "title" of an element in a line, "datetime", "data-…date…", "data-…time…".
func momentKey(key []byte, element string) bool {
	switch {
	case equalFold(key, "title"):
		return element == "abbr" || element == "span" || element == "a" || element == "div" || element == "p"
	case equalFold(key, "datetime"):
		return true
	case len(key) > 5 && equalFold(key[:5], "data-"):
		low := lowered(key[5:])
		return bytes.Contains(low, []byte("date")) && !bytes.Contains(low, []byte("update")) || bytes.Contains(low, []byte("time")) || bytes.Contains(low, []byte("publish")) ||
			bytes.Equal(low, []byte("utc")) || bytes.Contains(low, []byte("epoch"))
	}
	return false
}

// lowered returns a name in small letters: itself where it is written so, as nearly all are.
func lowered(name []byte) []byte {
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			return bytes.ToLower(name)
		}
	}
	return name
}

// stampKey says whether one of the attributes has a name that only moments have.
func stampKey(attrs []attr, src []byte) bool {
	for _, a := range attrs {
		low := lowered(src[a.key.Start:a.key.End])
		if bytes.HasPrefix(low, []byte("data-")) && (bytes.Contains(low, []byte("datetime")) || bytes.Contains(low, []byte("timestamp")) || bytes.Contains(low, []byte("publish"))) {
			return true
		}
	}
	return false
}

// momentValue says whether a value can be a date as programs write it, or seconds or milliseconds since 1970: "2021-05-02T00:23", "1619950980".
func (w *walker) momentValue(value text.Span) bool {
	if value.Len() < 8 || value.Len() > 60 {
		return false
	}
	src := w.scan.src[value.Start:value.End]
	digits := 0
	for _, c := range src {
		if isDigit(c) {
			digits++
		}
	}
	if digits == len(src) {
		return digits == 10 || digits == 13
	}
	return digits >= 5 && digits <= 24
}
