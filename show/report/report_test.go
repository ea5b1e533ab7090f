package report

import (
	"bytes"
	"os"
	"testing"

	"github.com/hearsay-news/hearsay/show/sample"
)

func TestX(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, sample.Record(), Options{Name: "bridge.db"}); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/report.html", b.Bytes(), 0o666)
}
