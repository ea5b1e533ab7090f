package warc

import (
	"mime"
	"net/http"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// parts are the media types that a page is made of; they are no pages themselves.
var parts = []string{"image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript", "application/x-javascript",
	"application/ecmascript", "application/json", "application/ld+json", "application/wasm", "application/font", "application/x-font",
	"application/vnd.ms-fontobject", "application/octet-stream", "application/manifest+json", "text/vtt", "application/vnd.apple.mpegurl",
	"application/xml", "text/xml", "application/rss+xml", "application/atom+xml"}

// document says whether a media type is a page of its own, readable or not (a PDF is one, a picture is not).
func document(mediaType string) bool {
	mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	for _, part := range parts {
		if strings.HasPrefix(mediaType, part) {
			return false
		}
	}
	return true
}

// mediaForm says how a body is to be taken. A type that is missing is guessed from the first bytes, as browsers do.
func mediaForm(mediaType string, body []byte) (form gather.Form, charset string, readable bool) {
	base, params, err := mime.ParseMediaType(mediaType)
	if err != nil || base == "" {
		base, params, _ = mime.ParseMediaType(http.DetectContentType(body))
		delete(params, "charset") // a guess from ASCII says nothing
	}
	switch base {
	case "text/html", "application/xhtml+xml":
		return gather.HTML, params["charset"], true
	case "text/plain":
		return gather.Flat, params["charset"], true
	}
	return gather.Flat, "", false
}
