package web

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"net/http"

	"github.com/hearsay-news/hearsay/show/feed"
)

// news answers with what is new as a feed. What the filter bar says in the address holds here too, so that a reader can follow one voice or outlet.
func (m *room) news(write func(io.Writer, feed.Feed) error, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		req := &request{Request: r, record: m.record, as: asJSON}
		_, err := m.make(func(*room, *request) (*screen, error) { return nil, nil }, req)
		var refused *refusal
		if errors.As(err, &refused) {
			writeProblem(w, refused.status, refused.what, refused.hint)
			return
		}
		home := "http://" + r.Host
		title := cmp.Or(req.record.Overview(req.dial).Title, m.Name, "Hearsay")
		var b bytes.Buffer
		if err := write(&b, feed.Of(req.record, feed.Options{Title: title, Home: home, Self: home + r.URL.RequestURI(), Dial: req.dial})); err != nil {
			m.Log.Error("feed", "path", r.URL.Path, "err", err)
			writeProblem(w, http.StatusInternalServerError, "this feed could not be made", "the record is untouched")
			return
		}
		tag := entityTag(b.Bytes())
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", kind)
		if holdsTag(r.Header.Values("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write(b.Bytes()) // an error here is the reader's going away
	}
}
