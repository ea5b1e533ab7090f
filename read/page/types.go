// Package page turns the bytes of one page into text with a map back to those bytes, and gives every line a role.
//
//	<h1>Port shut</h1><p>The port of Sel is shut &ndash; for now.</p><footer>Cookie notice</footer>
//
// becomes the text "Port shut\nThe port of Sel is shut – for now.\nCookie notice", three blocks with the roles title, body and
// notice, and a map in which "–" leads to the seven bytes "&ndash;". Lines are labelled, never deleted.
package page

import (
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/text"
)

// Page is the derived text of a page with the role of each of its lines.
type Page struct {
	Text     text.Text
	Map      text.Map
	Charset  string  // the charset the bytes were decoded from, as the WHATWG names it
	Blocks   []Block // one for each non-blank line, in order
	Meta     []Meta  // metadata found in markup, in order of appearance
	Language string  // BCP 47, or "und"
	Skip     *gather.Skip
}

// Block is one line of the text.
type Block struct {
	text.Span
	Role Role
	Why  string // the rule or features that decided
	Tag  string // innermost block element in markup, "" in flat text
}

// Meta is one statement of the markup about the page.
type Meta struct {
	Field  string    // title, author, outlet, published, modified, url, amp, feed, language, description, credit
	Value  string    // as written, character references resolved
	From   string    // where it stood: "json-ld", "og", "meta", "microdata", "time", "rel", "link", "label", "script", "title"
	Source text.Span // its bytes in the original
	Span   text.Span // its line at the head of the text where it was used; empty otherwise
	Shown  text.Span // the visible text of its element, if it has one: "2 May" of <time datetime="2021-05-02">2 May</time>
}

// Role says what a line does on the page.
type Role string

const (
	Title      Role = "title"
	Standfirst Role = "standfirst"
	Byline     Role = "byline"
	Dateline   Role = "dateline"
	Body       Role = "body"
	Subhead    Role = "subhead"
	Quote      Role = "quote"
	Caption    Role = "caption"
	Related    Role = "related"
	Footnote   Role = "footnote"
	Clock      Role = "clock"
	Menu       Role = "menu"
	Notice     Role = "notice"
	Counter    Role = "counter"
	Other      Role = "other"
)

// Told says whether names, times, amounts, statements and events are taken from lines of this role.
func (r Role) Told() bool {
	switch r {
	case Title, Standfirst, Dateline, Body, Subhead, Quote, Footnote:
		return true
	}
	return false
}

// Shown says whether names and times (but nothing else) are taken too: Told roles and captions.
func (r Role) Shown() bool { return r == Caption || r.Told() }
