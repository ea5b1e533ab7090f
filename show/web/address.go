package web

import (
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// rooms says where the rows of each kind are found.
var rooms = map[string]string{"statement": "statements", "figure": "figures", "entry": "timeline", "entity": "voices", "copy": "copies", "page": "pages", "outlet": "outlets", "why": "why"}

// What had another address before: lists, and their rows.
var (
	moved     = map[string]string{"people": "voices", "pages": "sources", "conflicts": "disagreements", "origins": "sources"}
	movedRows = map[string]string{"statement": "statements", "figure": "figures", "entry": "timeline", "entity": "voices", "copy": "copies", "page": "pages"}
)

// redirect leads from an old address to where it is now, with its query.
func redirect(from, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		address := to + strings.TrimPrefix(r.URL.EscapedPath(), from)
		if r.URL.RawQuery != "" {
			address += "?" + r.URL.RawQuery
		}
		http.Redirect(w, r, address, http.StatusMovedPermanently)
	}
}

// rowAddress returns the address of a row. Page ids may hold slashes, which stay readable; an id that is no clean path goes into the
// query, since browsers and servers both tidy paths.
func rowAddress(kind, id string) string {
	if id == "" || path.Clean("/"+id) != "/"+id {
		return "/" + rooms[kind] + "/?id=" + url.QueryEscape(id)
	}
	parts := strings.Split(id, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return "/" + rooms[kind] + "/" + strings.Join(parts, "/")
}

// placeAddress returns the address at which a page opens with some places marked.
func placeAddress(page string, at ...view.Place) string {
	address := rowAddress("page", page)
	if len(at) == 0 {
		return address
	}
	spans := make([]string, len(at))
	for i, p := range at {
		spans[i] = fmt.Sprintf("%d-%d", p.Span.Start, p.Span.End)
	}
	sep := "?"
	if strings.Contains(address, "?") {
		sep = "&"
	}
	return address + sep + "at=" + strings.Join(spans, ",") + "#b" + spans[0]
}

// places reads "120-180,200-220". What is no place is passed over; at most 64 are taken.
func places(at string) []text.Span {
	var out []text.Span
	for part := range strings.SplitSeq(at, ",") {
		from, to, ok := strings.Cut(part, "-")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		s := text.Span{Start: start, End: end}
		if ok && err1 == nil && err2 == nil && start >= 0 && end > start && len(out) < 64 && !contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func contains(spans []text.Span, s text.Span) bool {
	for _, t := range spans {
		if t == s {
			return true
		}
	}
	return false
}
