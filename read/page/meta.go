package page

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// item notes a metadata value that stands in the source and returns its index.
func (w *walker) item(m Meta, how notation) int32 {
	if len(w.meta) >= maxMeta || m.Source.Len() > maxValue {
		return -1
	}
	m.Value = w.value(m.Source, how)
	if m.Value == "" {
		return -1
	}
	w.meta = append(w.meta, m)
	w.how = append(w.how, how)
	return int32(len(w.meta) - 1)
}

// The metadata of one page is bounded; what comes later, or is longer than any title or description, is passed over.
const (
	maxMeta  = 2000
	maxValue = 1 << 16
)

// shownItem notes a metadata value that is the visible text of the element being opened.
func (w *walker) shownItem(field, from string) int32 {
	if len(w.meta) >= maxMeta {
		return -1
	}
	w.meta = append(w.meta, Meta{Field: field, From: from, Source: text.Span{Start: w.scan.span.End}, Span: text.Span{Start: w.out.Len()}})
	w.how = append(w.how, asShown)
	return int32(len(w.meta) - 1)
}

// endItem closes a value at the end of its element: from here on its place in the text is known.
func (w *walker) endItem(i int) {
	m := &w.meta[i]
	if w.how[i] == asShown {
		m.Source.End = max(m.Source.Start, w.scan.span.Start)
	}
	m.Span.End = w.out.Len()
	if m.Span.Start > m.Span.End {
		m.Span = text.Span{}
	}
}

// itemprop reads microdata: the value is in an attribute, or it is the text of the element.
func (w *walker) itemprop(e *element, value []byte, o *open) {
	for _, name := range strings.Fields(strings.ToLower(string(value[:min(len(value), 256)]))) {
		field := w.lexicon.fields[name]
		switch field {
		case "title", "author", "published", "modified":
		default:
			continue
		}
		for _, key := range []string{"content", "datetime", "title"} {
			if key == "title" && e.name != "abbr" {
				continue
			}
			if v, ok := w.scan.attr(key); ok && !v.Empty() {
				o.item = w.item(Meta{Field: field, From: "microdata", Source: v, Span: text.Span{Start: w.out.Len()}}, asAttribute)
				return
			}
		}
		o.item = w.shownItem(field, "microdata")
		return
	}
}

// linked says what a <link> leads to: the page's own address, its AMP form, or a feed of its site.
func (w *walker) linked() string {
	switch strings.ToLower(w.attribute("rel")) {
	case "canonical":
		return "url"
	case "amphtml":
		return "amp"
	case "alternate":
		switch kind := strings.ToLower(w.attribute("type")); kind {
		case "application/rss+xml", "application/atom+xml", "application/feed+json":
			return "feed"
		}
	}
	return ""
}

// metaTag reads <meta> and <link>.
func (w *walker) metaTag(e *element) {
	if e.name == "link" {
		if href, ok := w.scan.attr("href"); ok {
			if field := w.linked(); field != "" {
				w.item(Meta{Field: field, From: "link", Source: href}, asAttribute)
			}
		}
		return
	}
	content, ok := w.scan.attr("content")
	if !ok {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(w.attribute(key)))
		if name == "" {
			continue
		}
		if strings.HasPrefix(name, "twitter:") && w.labelled(name, content) {
			return
		}
		if name == "script:ld+json" {
			w.scriptDates(content)
			return
		}
		field := w.lexicon.fields[name]
		if field == "" && w.dated(content) && w.lexicon.fields[bare(name)] != "" {
			field = "created"
		}
		if field == "" {
			continue
		}
		from := "meta"
		if strings.HasPrefix(name, "og:") || strings.HasPrefix(name, "article:") {
			from = "og"
		} else if key == "itemprop" {
			from = "microdata"
		}
		w.item(Meta{Field: field, From: from, Source: content}, asAttribute)
		return
	}
}

// dated says whether a value can be a date: it has six digits and more.
func (w *walker) dated(value text.Span) bool {
	digits := 0
	for _, c := range w.scan.src[value.Start:min(value.End, value.Start+40)] {
		if isDigit(c) {
			digits++
		}
	}
	return digits >= 6
}

// bare takes prefix and marks off a name: "publishedtime" of "article:published_time".
func bare(name string) string {
	name = name[strings.LastIndexAny(name, ":.#")+1:]
	return unmarked.Replace(name)
}

var unmarked = strings.NewReplacer("-", "", "_", "")

// authorPage says whether an address is that of an author's page: "/author/ada-brand", "/en/autoren/ada-brand.html".
func (l *lexicon) authorPage(address []byte) bool {
	for i := bytes.IndexByte(address, '/'); i >= 0 && i+1 < len(address); {
		rest := address[i+1:]
		n := bytes.IndexByte(rest, '/')
		if n < 2 || n > 12 {
			if n < 0 {
				return false
			}
			i += 1 + n
			continue
		}
		if slices.Contains(l.signs.writers, string(rest[:n])) {
			return len(rest) > n+2
		}
		i += 1 + n
	}
	return false
}

// labelled reads a pair of <meta name="twitter:label1" content="Written by"> and <meta name="twitter:data1" content="Ada Brand">.
func (w *walker) labelled(name string, content text.Span) bool {
	if n, ok := strings.CutPrefix(name, "twitter:label"); ok {
		if slices.Contains(w.lexicon.authorLabels, strings.ToLower(w.value(content, asAttribute))) {
			w.authorLabel = n
		}
		return true
	}
	n, paired := strings.CutPrefix(name, "twitter:data")
	label, misc := strings.CutPrefix(name, "twitter:misc:") // label and value in one
	if paired && n == w.authorLabel || misc && slices.Contains(w.lexicon.authorLabels, label) {
		w.item(Meta{Field: "author", From: "label", Source: content}, asAttribute)
	}
	return paired || misc
}

// scriptDates notes the dates of publication and creation in the data of other scripts: "published_at":"2019-03-02T06:22:28+01:00".
func (w *walker) scriptDates(content text.Span) {
	w.scriptDate(content, "published", "ublish")
	w.scriptDate(content, "created", "reated")
}

// quotReference is how a quotation mark of such data is written inside an attribute: <meta name="script:ld+json" content="{&quot;datePublished&quot;:…">.
var quotReference = []byte("&quot;")

func (w *walker) scriptDate(content text.Span, field, stem string) {
	src := w.scan.src[content.Start:content.End]
	for at, n := 0, 0; n < 8; n++ {
		i := bytes.Index(src[at:], []byte(stem))
		if i < 0 {
			return
		}
		at += i + len(stem)
		end := at
		for end < len(src) && end < at+16 && (isLetter(src[end]) || src[end] == '_') {
			end++
		}
		switch key := string(bytes.ToLower(src[at:end])); {
		case key == "" && field == "created", key == "ed", strings.HasSuffix(key, "at"), strings.HasSuffix(key, "date"), strings.HasSuffix(key, "time"):
		default:
			continue
		}
		for end < len(src) && strings.IndexByte("\"\\: &", src[end]) >= 0 {
			if src[end] == '&' {
				if !bytes.HasPrefix(src[end:], quotReference) {
					break
				}
				end += len(quotReference) - 1
			}
			end++
		}
		stop := end
		for stop < len(src) && stop < end+32 && (isDigit(src[stop]) || strings.IndexByte("-:.+TZ", src[stop]) >= 0) {
			stop++
		}
		if stop-end >= 10 && src[end+4] == '-' {
			w.item(Meta{Field: field, From: "script", Source: text.Span{Start: content.Start + end, End: content.Start + stop}}, asText)
		}
	}
}

// value returns a metadata value as it reads.
func (w *walker) value(s text.Span, how notation) string {
	if raw := w.scan.src[s.Start:s.End]; plain(raw) {
		return string(raw)
	}
	w.written.Reset()
	w.emit(&w.written, s, how)
	return string(w.written.Text())
}

// plain says whether a value reads as it is written: nothing escaped, no white space to fold.
func plain(raw []byte) bool {
	for i, c := range raw {
		if c == '&' || c == '\\' || c < ' ' || c == 0xC2 || c == ' ' && (i == 0 || i == len(raw)-1 || raw[i-1] == ' ') {
			return false
		}
	}
	return true
}

// emit writes a value to a builder: references and escapes resolved, white space folded, every character tied to its source.
func (w *walker) emit(b *text.Builder, s text.Span, how notation) {
	src := w.scan.src
	var space text.Span
	empty := true
	put := func(chars string, from, to int) {
		if strings.TrimSpace(strings.ReplaceAll(chars, "\u00a0", " ")) == "" {
			if space.Empty() {
				space = text.Span{Start: from}
			}
			space.End = to
			return
		}
		if !space.Empty() && !empty {
			b.Put(" ", space)
		}
		space, empty = text.Span{}, false
		if to-from == len(chars) && string(src[from:to]) == chars {
			b.Copy(src, text.Span{Start: from, End: to})
		} else {
			b.Put(chars, text.Span{Start: from, End: to})
		}
	}
	for i := s.Start; i < s.End; {
		switch c := src[i]; {
		case c == '&':
			chars, n := unescape(src[i:s.End], how != asText)
			put(chars, i, i+n)
			i += n
		case c == '\\' && how == asJSON:
			chars, n := jsonEscape(src[i:s.End])
			put(chars, i, i+n)
			i += n
		case c == 0:
			put(" ", i, i+1)
			i++
		case c <= ' ' || c == 0xC2: // may be white space
			n := runeLen(src[i:s.End])
			put(string(src[i:i+n]), i, i+n)
			i += n
		default:
			from := i
			for i++; i < s.End && src[i] > ' ' && src[i] != '&' && src[i] != '\\' && src[i] < 0x80; i++ {
			}
			if src[from] >= 0x80 {
				i = from + runeLen(src[from:s.End])
			}
			put(string(src[from:i]), from, i)
		}
	}
}
