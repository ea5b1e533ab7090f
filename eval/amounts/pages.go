package amounts

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/read/amounts"
)

// Unseen are the sets whose pages no rule of figures was made from, by the name that a drawn row carries.
var Unseen = []string{"helsinki", "naeb", "t17"}

// Pages hands on the pages of one unseen set: flattened pages of helsinki and naeb, articles of t17. The bytes are the text that the
// places of drawn rows are counted in.
func Pages(data, set string, do func(gather.Page)) error {
	switch set {
	case "helsinki":
		return lines.JSON(filepath.Join(data, "compare", "helsinki", "pages.jsonl"), func(o struct {
			ID    string
			Paras []string
		}) {
			do(gather.Page{ID: o.ID, Bytes: []byte(strings.Join(o.Paras, "\n"))})
		})
	case "t17":
		return lines.JSON(filepath.Join(data, "compare", "t17", "articles.jsonl"), func(o struct{ ID, Date, Text string }) {
			do(gather.Page{ID: o.ID, Bytes: []byte(o.Text), Form: gather.Article, Given: gather.Given{Published: o.Date}})
		})
	}
	names, err := filepath.Glob(filepath.Join(data, "pages", set, "flat", "*.txt"))
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return os.ErrNotExist
	}
	for _, name := range names { // Glob sorts
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		do(gather.Page{ID: strings.TrimSuffix(filepath.Base(name), ".txt"), Bytes: raw})
	}
	return nil
}

// Drawable says whether a figure is one to judge: it has a number, and is no age or duration, which count nothing but time.
func Drawable(a *amounts.Amount) bool {
	return a.Relation != amounts.NoRelation && a.Kind != amounts.Age && a.Kind != amounts.Duration
}
