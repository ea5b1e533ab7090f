package page

// element says how an HTML element takes part in the text.
type element struct {
	name  string
	flow  flow
	marks marks // what the element itself says about its content
	id    int   // counts the elements
}

type flow uint8

const (
	inline  flow = iota // its text goes on in the same line
	span                // inline, but text of two neighbours is not one word
	block               // begins and ends a line
	void                // has no content
	hidden              // its content is not shown
	rawText             // its content is no markup and not shown
)

// marks are hints about a line from the elements it stands in and from their classes.
type marks uint32

const (
	mNav marks = 1 << iota
	mHeader
	mFooter
	mAside
	mComment
	mRelated
	mShare
	mPromo
	mAd
	mCaption
	mByline
	mDate
	mHidden
	mArticle
	mTitle
	mStandfirst
	mTags
	mForm
	mTable
	mQuote
	mList
	mNotice
	mHeading
	mTeaser
	mCredit
	mWidget
	mButton
	mCrumbs
)

// markNames are the names of marks in the class table.
var markNames = map[string]marks{
	"nav": mNav, "header": mHeader, "footer": mFooter, "aside": mAside, "comment": mComment, "related": mRelated, "share": mShare,
	"promo": mPromo, "ad": mAd, "caption": mCaption, "byline": mByline, "date": mDate, "hidden": mHidden, "article": mArticle,
	"title": mTitle, "standfirst": mStandfirst, "tags": mTags, "form": mForm, "table": mTable, "quote": mQuote, "list": mList,
	"notice": mNotice, "heading": mHeading, "teaser": mTeaser, "credit": mCredit, "widget": mWidget, "button": mButton, "crumbs": mCrumbs,
}

// String names the first of the marks.
func (m marks) String() string {
	for _, name := range markOrder {
		if m&markNames[name] != 0 {
			return name
		}
	}
	return ""
}

var markOrder = []string{"hidden", "nav", "footer", "comment", "related", "share", "promo", "ad", "form", "notice", "aside", "button", "crumbs", "tags", "widget",
	"teaser", "caption", "byline", "credit", "date", "standfirst", "header", "title", "heading", "list", "table", "quote", "article"}

// elements holds every element that is not plain inline.
var elements = func() map[string]*element {
	m := map[string]*element{}
	add := func(f flow, k marks, names ...string) {
		for _, n := range names {
			m[n] = &element{n, f, k, len(m)}
		}
	}
	add(block, 0, "address", "article", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figure", "hgroup",
		"html", "legend", "main", "p", "pre", "section", "summary", "menu", "search", "caption", "video", "audio", "picture")
	add(block, mNav, "nav")
	add(block, mHeader, "header")
	add(block, mFooter, "footer")
	add(block, mAside, "aside")
	add(block, mForm, "form")
	add(block, mCaption, "figcaption")
	add(block, mQuote, "blockquote")
	add(block, mList, "ul", "ol", "li")
	add(block, mTable, "table", "tbody", "thead", "tfoot", "tr", "td", "th")
	add(block, mHeading, "h1", "h2", "h3", "h4", "h5", "h6")
	add(block, mButton, "button", "option", "select", "optgroup", "label")
	add(span, 0, "a", "span", "font", "time", "small", "cite", "q", "em", "strong", "b", "i", "u", "s", "mark", "sub", "sup", "abbr", "code")
	add(void, 0, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
	add(hidden, 0, "template", "svg", "math", "canvas", "object", "noscript", "datalist")
	add(rawText, 0, "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext")
	return m
}()

// closes names the elements that a start tag ends when they are still open, as the standard has it for the common ones.
func closes(open, starting *element) bool {
	switch start := starting.name; open.name {
	case "p":
		return starting.flow == block && start != "button" && start != "label" && start != "option" && start != "select" && start != "video" && start != "audio" && start != "picture"
	case "li":
		return start == "li"
	case "dt", "dd":
		return start == "dt" || start == "dd"
	case "option":
		return start == "option" || start == "optgroup"
	case "td", "th":
		return start == "td" || start == "th" || start == "tr" || start == "tbody" || start == "tfoot"
	case "tr":
		return start == "tr" || start == "tbody" || start == "tfoot"
	case "thead", "tbody":
		return start == "tbody" || start == "tfoot"
	}
	return false
}
