package web

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/show/sample"
)

// A picture can be taken along from every page that draws one: it stands alone, in colours that are written out, and leads nowhere.
func TestPictures(t *testing.T) {
	h := New(sample.Record(), Options{})
	for address, holds := range map[string]string{"/timeline.svg": "opened again", "/timeline.svg?status=planned": "Timeline", "/sources.svg": "Pages by day", "/index.svg": "Pages by day", "/figures/f1.svg": "lorries",
		"/voices/e1.svg": "what was said over time", "/outlets/o-nordpress.svg": "pages by day"} {
		w := get(t, h, address)
		body := w.Body.String()
		if w.Code != 200 || w.Header().Get("Content-Type") != "image/svg+xml" || !strings.Contains(body, holds) {
			t.Errorf("%s: status %d, %s, no %q", address, w.Code, w.Header().Get("Content-Type"), holds)
			continue
		}
		d := xml.NewDecoder(strings.NewReader(body))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v in %s", address, err, body)
			}
		}
		for _, bad := range []string{"<a ", "href=", "var(", ": ;", "fill:;"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %s", address, bad)
			}
		}
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "style-src 'sha256-") {
			t.Errorf("%s: its colours are kept from it", address)
		}
	}
	for _, address := range []string{"/terms.svg", "/statements/s1.svg", "/figures/none.svg", "/timeline.svg?status=denied&until=1900", "/figures/f1.svg?over=time"} {
		if w := get(t, h, address); w.Code != 404 {
			t.Errorf("%s: status %d", address, w.Code)
		}
	}
	if w := get(t, h, "/figures/f1.svg?over=space"); w.Code != 400 {
		t.Errorf("status %d", w.Code)
	}
}
