package read

import (
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
)

// room is one step of reading: it takes what the rooms before it left in the Reading, and adds its own.
type room struct {
	name  string
	makes string
	read  func(l *lang.Language, r *Reading, in gather.Page)
}

// path is the way through the rooms, in their order. It ends where a room leaves a skip, or says that the rest stays unread.
var path = []room{
	{"given", "nothing: sentences that came with the page must fit the readers", func(_ *lang.Language, r *Reading, in gather.Page) {
		if why := syntax.Unfit(in.Sentences); why != "" {
			r.Skip = &gather.Skip{Reason: gather.BadInput, Detail: why}
		}
	}},
	{"page", "the text, its map, a role for every line", readPage},
	{"article", "title, people, outlet, credit, days with their evidence", readArticle},
	{"syntax", "sentences and their words; the article layer is read in any language, the rest only where there are tables", readSentences},
	{"names", "mentions and who is meant by them", func(l *lang.Language, r *Reading, _ gather.Page) {
		r.Names, r.Entities = names.Read(l, r.Page.Text, r.Page.Blocks, r.Sentences)
	}},
	{"times", "time expressions, from the day of the page on", func(l *lang.Language, r *Reading, _ gather.Page) {
		r.Times = times.Find(l, r.Page.Text, r.Page.Blocks, r.Sentences, anchor(r))
	}},
	{"amounts", "figures, with what they count", func(l *lang.Language, r *Reading, _ gather.Page) {
		r.Amounts = amounts.Find(l, r.Page.Text, r.Page.Blocks, r.Sentences, r.Times)
	}},
	{"statements", "who said what, through whom; it also finds names that only a statement shows", func(l *lang.Language, r *Reading, _ gather.Page) {
		r.Statements, r.Names, r.Entities = statements.Read(l, r.Page.Text, r.Page.Blocks, &r.Article, r.Sentences, r.Names, r.Entities, r.Times)
	}},
	{"events", "what happened, is planned or claimed", func(l *lang.Language, r *Reading, _ gather.Page) {
		r.Events = events.Read(l, r.Page.Text, r.Page.Blocks, r.Sentences, r.Names, r.Times, r.Statements, anchor(r))
	}},
	{"clauses", "what each clause says, by its parts; only comparing asks for it", func(l *lang.Language, r *Reading, _ gather.Page) {
		r.Clauses = clauses.Read(l, r.Page.Text, r.Page.Blocks, r.Sentences, r.Names, r.Times, r.Amounts, r.Statements, r.Events)
	}},
}

// Read reads one page in a language. Whatever its bytes are, the answer is a Reading: a fault inside one page becomes that page's skip.
func Read(l *lang.Language, in gather.Page) *Reading { return guarded(l, in, path) }

// ReadAlone reads what a page says for itself: all but the clauses, which only comparing asks for.
func ReadAlone(l *lang.Language, in gather.Page) *Reading {
	return guarded(l, in, between("given", "events"))
}

// ReadArticle reads the article layer alone: the page's text, roles and metadata, what Read says of them.
func ReadArticle(l *lang.Language, in gather.Page) *Reading {
	return guarded(l, in, between("page", "article"))
}

// between returns the rooms from one to another.
func between(first, last string) []room {
	from, to := 0, len(path)
	for i, r := range path {
		if r.name == first {
			from = i
		}
		if r.name == last {
			to = i + 1
		}
	}
	return path[from:to]
}

func readPage(l *lang.Language, r *Reading, in gather.Page) {
	r.Page = page.Read(l, in)
	r.Skip = r.Page.Skip
}

func readArticle(l *lang.Language, r *Reading, in gather.Page) {
	r.Article = article.Read(l, &r.Page, in.Given)
	if r.Page.Language != l.Tag && r.Page.Language != "und" {
		r.Unread = "the page is in " + r.Page.Language + "; names, times, amounts, statements and events are read in English only"
	}
}

func readSentences(l *lang.Language, r *Reading, in gather.Page) {
	if in.Sentences != nil {
		r.Sentences = syntax.Given(l, r.Page.Text, in.Sentences)
		return
	}
	r.Sentences = syntax.Read(l, r.Page.Text, r.Page.Blocks)
}

// anchor is the page's day as times are counted from it: "not before January" fixes no Monday.
func anchor(r *Reading) times.Interval {
	if day := r.Article.Published.Interval; day.Earliest.Known && day.Latest.Known {
		return day
	}
	return times.Interval{}
}
