package read

import (
	"reflect"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
)

// A fault in any room is that page's skip, with the stack for the log; nothing half read stays.
func TestFaultStaysOnItsPage(t *testing.T) {
	r := guarded(en.Language, gather.Page{ID: "p1", Given: gather.Given{Outlet: "Radio Nord"}}, []room{{"faulty", "nothing", func(_ *lang.Language, r *Reading, _ gather.Page) {
		r.Page.Blocks = []page.Block{{Role: page.Body}}
		var none []int
		_ = none[len(r.Page.Blocks)]
	}}})
	if r.ID != "p1" || r.Given.Outlet != "Radio Nord" || r.Skip == nil || r.Skip.Reason != gather.Panic || r.Page.Blocks != nil {
		t.Errorf("got %+v", r)
	}
	if !strings.Contains(r.Skip.Detail, "index out of range") || !strings.Contains(r.Stack, "TestFaultStaysOnItsPage") {
		t.Errorf("detail %q, stack:\n%s", r.Skip.Detail, r.Stack)
	}
}

// What was skipped while gathering is not read.
func TestSkippedIsNotRead(t *testing.T) {
	skip := &gather.Skip{Reason: gather.Unreadable, Detail: "permission denied"}
	if r := Read(en.Language, gather.Page{ID: "p1", Bytes: []byte("words"), Skip: skip}); r.Skip != skip || r.Page.Text != "" {
		t.Errorf("got %+v", r)
	}
}

// The article layer alone says what the whole reading says of the article.
func TestReadArticle(t *testing.T) {
	for _, words := range []string{"Port shut\n\nThe port of Sel was shut on Monday, governor Ilse Marrow said.", "Der Hafen von Sel ist seit Montag geschlossen, sagte die Gouverneurin, und er bleibt es auch.", ""} {
		in := gather.Page{ID: "p", Bytes: []byte(words)}
		whole, alone := Read(en.Language, in), ReadArticle(en.Language, in)
		whole.Sentences, whole.Names, whole.Entities, whole.Times, whole.Amounts, whole.Statements, whole.Events, whole.Clauses = nil, nil, nil, nil, nil, nil, nil, nil
		if !reflect.DeepEqual(whole, alone) {
			t.Errorf("%q: %+v, alone %+v", words, whole, alone)
		}
	}
}
