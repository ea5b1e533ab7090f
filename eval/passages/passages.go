// Package passages reads the project's own gold of who says what: short invented pages with their statements marked, one JSON object a line.
//
//	{"id": "y-told-1", "page": {"text": "Water is safe, Ines Varga told Radio Kest.", "outlet": "Tarn Gazette"},
//	 "expect": [{"content": "Water is safe", "speaker": "Ines Varga", "chain": ["outlet", "Radio Kest", "Ines Varga"], "stance": ["say"]}]}
//
// eval/gold/voices/README.md tells the form.
package passages

import (
	"encoding/json"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/text"
)

// Item is one passage with what is said in it.
type Item struct {
	ID       string
	Class    string
	Complete bool   // every statement of the passage is marked
	Register string // the kind of text: wire, court, flat page …
	Page     struct {
		ID, Text, Outlet, Published, Form string
	}
	Expect  []Expected
	May     []Expected // readers may take these words for a statement or not: a row there counts neither way
	Forbid  []Forbidden
	Aliases map[string][]string // other names that are right too
}

// Expected is one statement of a passage.
type Expected struct {
	Content string          // words that lie in what is said, found once on the page
	Span    json.RawMessage // all that is said, its parts in order: a string or a list; absent where readers would differ
	Speaker *string         // nil: the page names nobody
	Chain   []string        // "outlet", those between, the speaker
	Stance  []string        // any of them is right
}

// Forbidden are words that are no statement, or none of this speaker's.
type Forbidden struct {
	Words, Speaker string
}

// Load reads a file of passages.
func Load(file string) ([]Item, error) {
	var items []Item
	err := lines.JSON(file, func(it Item) { items = append(items, it) })
	return items, err
}

// Input is the page as it is handed to the reader.
func (it *Item) Input() gather.Page {
	p := gather.Page{ID: it.Page.ID, Bytes: []byte(it.Page.Text), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Outlet: it.Page.Outlet, Published: it.Page.Published}}
	if it.Page.Form == "page" {
		p.Form = gather.Flat
	}
	return p
}

// Places returns the places of what is said in a page's text, and whether they are all of it: the span's parts in order around the words of the
// content, or these words alone.
func (e *Expected) Places(page string) (places []text.Span, whole bool) {
	at := strings.Index(page, e.Content)
	if at < 0 {
		return nil, false
	}
	var parts []string
	if json.Unmarshal(e.Span, &parts) != nil {
		var one string
		if json.Unmarshal(e.Span, &one) != nil || one == "" {
			return []text.Span{{Start: at, End: at + len(e.Content)}}, false
		}
		parts = []string{one}
	}
	hub := -1
	for k, part := range parts {
		if i := strings.Index(part, e.Content); i >= 0 {
			hub, at = k, at-i
			break
		}
	}
	if hub < 0 || at < 0 {
		return nil, false
	}
	places = make([]text.Span, len(parts))
	places[hub] = text.Span{Start: at, End: at + len(parts[hub])}
	for k := hub - 1; k >= 0; k-- {
		i := strings.LastIndex(page[:places[k+1].Start], parts[k])
		if i < 0 {
			return nil, false
		}
		places[k] = text.Span{Start: i, End: i + len(parts[k])}
	}
	for k := hub + 1; k < len(parts); k++ {
		i := strings.Index(page[places[k-1].End:], parts[k])
		if i < 0 {
			return nil, false
		}
		i += places[k-1].End
		places[k] = text.Span{Start: i, End: i + len(parts[k])}
	}
	return places, true
}

// Same says whether one of the forms of a name (an entity's, another reader's) stands for the one that the gold calls name.
func (it *Item) Same(name string, forms ...string) bool {
	wanted := []string{bare(name)}
	for _, alias := range it.Aliases[name] {
		wanted = append(wanted, bare(alias))
	}
	for _, form := range forms {
		form = bare(form)
		for _, w := range wanted {
			if form == w || titled(form, w) || titled(w, form) {
				return true
			}
		}
	}
	return false
}

// titled says whether a name is another one with a title or job before it, and not "lawyers for" them.
func titled(long, short string) bool {
	before, ok := strings.CutSuffix(long, " "+short)
	return ok && strings.Contains(short, " ") && !strings.Contains(" "+before+" ", " of ") && !strings.Contains(" "+before+" ", " for ") && !strings.HasSuffix(before, "s")
}

func bare(name string) string {
	name = strings.ToLower(strings.Trim(name, " \"“”,.;:"))
	if cut := strings.IndexByte(name, ','); cut > 0 {
		name = name[:cut]
	}
	for _, article := range []string{"the ", "a ", "an "} {
		name = strings.TrimPrefix(name, article)
	}
	return strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
}
