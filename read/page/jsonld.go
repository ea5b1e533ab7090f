package page

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// value of a JSON-LD script, as a flat list: an object or list holds the entries that follow it up to its end.
type jsonValue struct {
	kind  byte // '{', '[', '"' or 'x' for anything else
	key   text.Span
	value text.Span // of a string: between the quotes
	next  int       // index behind the last value inside
}

// jsonReader reads JSON as pages write it: raw line breaks in strings, trailing commas, comments and several values in a row are let
// pass; what can't be read ends the reading, and what was read before it stands.
type jsonReader struct {
	src    []byte
	pos    int
	end    int
	values []jsonValue
	names  map[string]int // index of the name of every object with an "@id", made when one is asked for
}

const (
	jsonDepth  = 64
	jsonValues = 200_000
)

func (r *jsonReader) skip() {
	for r.pos < r.end {
		switch c := r.src[r.pos]; {
		case isSpace(c) || c == ',' || c == ';':
			r.pos++
		case c == '/' && r.pos+1 < r.end && r.src[r.pos+1] == '*':
			for r.pos += 2; r.pos < r.end && !(r.src[r.pos] == '/' && r.src[r.pos-1] == '*'); r.pos++ {
			}
			r.pos++
		case c == '/' && r.pos+1 < r.end && r.src[r.pos+1] == '/':
			for r.pos < r.end && r.src[r.pos] != '\n' {
				r.pos++
			}
		default:
			return
		}
	}
}

// read reads one value and everything inside it. It says false when the text is no JSON from here on.
func (r *jsonReader) read(key text.Span, depth int) bool {
	r.skip()
	if r.pos >= r.end || depth > jsonDepth || len(r.values) >= jsonValues {
		return false
	}
	at := len(r.values)
	r.values = append(r.values, jsonValue{key: key, next: at + 1})
	ok := true
	switch c := r.src[r.pos]; c {
	case '{', '[':
		r.values[at].kind = c
		r.pos++
		closing := c + 2
		for ok {
			r.skip()
			if r.pos >= r.end {
				ok = false
				break
			}
			if r.src[r.pos] == closing {
				r.pos++
				break
			}
			var k text.Span
			if c == '{' {
				if k, ok = r.str(); !ok {
					break
				}
				r.skip()
				if r.pos >= r.end || r.src[r.pos] != ':' {
					ok = false
					break
				}
				r.pos++
			}
			ok = r.read(k, depth+1)
		}
	case '"':
		r.values[at].kind = '"'
		r.values[at].value, ok = r.str()
	default:
		r.values[at].kind = 'x'
		from := r.pos
		for r.pos < r.end && r.src[r.pos] != ',' && r.src[r.pos] != '}' && r.src[r.pos] != ']' && !isSpace(r.src[r.pos]) {
			r.pos++
		}
		r.values[at].value = text.Span{Start: from, End: r.pos}
		ok = r.pos > from
	}
	r.values[at].next = len(r.values)
	return ok
}

func (r *jsonReader) str() (text.Span, bool) {
	if r.pos >= r.end || r.src[r.pos] != '"' {
		return text.Span{}, false
	}
	from := r.pos + 1
	for i := from; i < r.end; i++ {
		switch r.src[i] {
		case '\\':
			i++
		case '"':
			r.pos = i + 1
			return text.Span{Start: from, End: i}, true
		}
	}
	r.pos = r.end
	return text.Span{}, false
}

// field returns the index of an object's entry, or -1.
func (r *jsonReader) field(object int, name string) int {
	if r.values[object].kind != '{' {
		return -1
	}
	for i := object + 1; i < r.values[object].next; i = r.values[i].next {
		if k := r.values[i].key; equalFold(r.src[k.Start:k.End], name) {
			return i
		}
	}
	return -1
}

// jsonLD notes the metadata of a JSON-LD script.
func (w *walker) jsonLD(content text.Span) {
	r := &jsonReader{src: w.scan.src, pos: content.Start, end: content.End}
	for r.pos < r.end {
		if !r.read(text.Span{}, 0) {
			if r.pos < r.end && len(r.values) == 0 { // a CDATA mark or an assignment before the value
				for r.pos++; r.pos < r.end && r.src[r.pos] != '{' && r.src[r.pos] != '['; r.pos++ {
				}
				continue
			}
			break
		}
	}
	for i := 0; i < len(r.values); i++ {
		if r.aside(i) {
			i = r.values[i].next - 1
		} else if r.values[i].kind == '{' {
			w.jsonObject(r, i)
		}
	}
}

// aside says whether a value describes other works beside the page's own: comments, readers' reviews, the posts of a live blog.
func (r *jsonReader) aside(i int) bool {
	v := r.values[i]
	switch string(r.src[v.key.Start:v.key.End]) {
	case "comment", "comments", "liveBlogUpdate", "hasPart", "isPartOf", "isBasedOn", "citation", "mentions":
		return true
	case "review", "reviews": // a single one may be the page's own review of a thing
		return v.kind == '['
	}
	return false
}

// jsonObject notes what an object of a creative-work type says about the page.
func (w *walker) jsonObject(r *jsonReader, object int) {
	from := w.jsonType(r, object)
	if from == "" {
		return
	}
	if from == "json-ld" {
		w.jsonStrings(r, r.field(object, "@type"), "kind", from)
	}
	for i := object + 1; i < r.values[object].next; i = r.values[i].next {
		k := r.values[i].key
		switch key := string(r.src[k.Start:k.End]); key {
		case "headline":
			w.jsonStrings(r, i, "title", from)
		case "alternativeHeadline":
			w.jsonStrings(r, i, "alternative", from)
		case "name":
			if from == "json-ld-page" {
				w.jsonStrings(r, i, "title", from)
			}
		case "datePublished":
			w.jsonStrings(r, i, "published", from)
		case "dateModified":
			w.jsonStrings(r, i, "modified", from)
		case "dateCreated", "uploadDate":
			w.jsonStrings(r, i, "created", from)
		case "author", "creator":
			w.jsonNames(r, i, "author", from)
		case "publisher":
			w.jsonNames(r, i, "outlet", from)
		case "description":
			w.jsonStrings(r, i, "description", from)
		case "inLanguage":
			w.jsonStrings(r, i, "language", from)
		case "articleSection", "keywords":
			w.jsonStrings(r, i, "section", from)
		}
	}
}

// jsonType says which kind of page an object describes: "json-ld" an article, "json-ld-page" anything weaker, "" none.
func (w *walker) jsonType(r *jsonReader, object int) string {
	t := r.field(object, "@type")
	if t < 0 {
		return ""
	}
	best := ""
	for i := t; i < r.values[t].next; i++ {
		if r.values[i].kind != '"' {
			continue
		}
		v := r.values[i].value
		switch name := string(r.src[v.Start:v.End]); name {
		case "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "OpinionNewsArticle", "AnalysisNewsArticle",
			"BackgroundNewsArticle", "ReviewNewsArticle", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "Report", "MedicalScholarlyArticle",
			"https://schema.org/NewsArticle", "http://schema.org/NewsArticle", "Review", "AdvertiserContentArticle", "SatiricalArticle", "AskPublicNewsArticle", "Newsarticle":
			best = "json-ld"
		case "WebPage", "ItemPage", "CreativeWork", "VideoObject", "Recipe", "Blog":
			if best == "" {
				best = "json-ld-page"
			}
		}
	}
	return best
}

// jsonStrings notes the string at i, or those of a list.
func (w *walker) jsonStrings(r *jsonReader, i int, field, from string) {
	moment := field == "published" || field == "modified" || field == "created"
	for j := i; j < r.values[i].next; j++ {
		if r.values[j].kind == '"' || moment && r.values[j].kind == 'x' && w.momentValue(r.values[j].value) { // 1619950980000
			w.item(Meta{Field: field, From: from, Source: r.values[j].value}, asJSON)
		}
		if r.values[j].kind == '{' {
			j = r.values[j].next - 1
		}
	}
}

// jsonNames notes names of people or bodies: strings, or objects with a name.
func (w *walker) jsonNames(r *jsonReader, i int, field, from string) {
	for j := i; j < r.values[i].next; j++ {
		switch r.values[j].kind {
		case '"':
			w.item(Meta{Field: field, From: from, Source: r.values[j].value}, asJSON)
		case '{':
			f := field
			if t := r.field(j, "@type"); t >= 0 && field == "author" {
				if v := r.values[t].value; string(r.src[v.Start:v.End]) == "Organization" || string(r.src[v.Start:v.End]) == "NewsMediaOrganization" {
					f = "author-body"
				}
			}
			n := r.field(j, "name")
			if n < 0 {
				n = r.named(j)
			}
			if n >= 0 {
				w.jsonStrings(r, n, f, from)
			}
			j = r.values[j].next - 1
		}
	}
}

// named follows a reference: the index of the name of the object that {"@id": "#ada"} stands for, -1 for none.
func (r *jsonReader) named(object int) int {
	id := r.field(object, "@id")
	if id < 0 {
		return -1
	}
	if r.names == nil {
		r.names = map[string]int{}
		for i := range r.values {
			if at, name := r.field(i, "@id"), r.field(i, "name"); at >= 0 && name >= 0 {
				r.names[r.text(at)] = name
			}
		}
	}
	if name, ok := r.names[r.text(id)]; ok {
		return name
	}
	return -1
}

func (r *jsonReader) text(i int) string {
	v := r.values[i].value
	return string(r.src[v.Start:v.End])
}

// jsonEscape resolves the escape that b begins with and says how many bytes it takes.
func jsonEscape(b []byte) (string, int) {
	if len(b) < 2 {
		return "\\", 1
	}
	switch b[1] {
	case 'n', 'r', 't', 'b', 'f':
		return " ", 2
	case 'u':
		r, ok := hex4(b[2:])
		if !ok {
			return "\uFFFD", 2
		}
		if utf16.IsSurrogate(r) {
			if len(b) >= 12 && b[6] == '\\' && b[7] == 'u' {
				if low, ok := hex4(b[8:]); ok {
					if full := utf16.DecodeRune(r, low); full != utf8.RuneError {
						return string(full), 12
					}
				}
			}
			return "\uFFFD", 6
		}
		if r == 0 {
			return " ", 6
		}
		return string(r), 6
	}
	n := runeLen(b[1:])
	return string(b[1 : 1+n]), 1 + n
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

func runeLen(b []byte) int {
	_, n := utf8.DecodeRune(b)
	return max(n, 1)
}
