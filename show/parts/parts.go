// Package parts holds what the reading room and the one-file report share: the look, the small script, and the templates of rows. Where
// a link leads is the only thing that differs between the two, so that is what a caller gives.
//
//	Templates(Links{Row: …"/statement/s3"…})   the room: every row has an address
//	Templates(Links{Row: …"#statement-s3"…})   the report: every row is further down
package parts

import (
	"embed"
	"html/template"
	"net/url"
	"strings"

	"github.com/hearsay-news/hearsay/show/draw"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

//go:embed rows/*.html
var rows embed.FS

// Static holds the style sheet and the script.
//
//go:embed static
var Static embed.FS

// Links says where rows and places are found.
type Links struct {
	Row   func(kind, id string) string               // kind: statement, figure, entry, entity, copy, page, why
	Place func(page string, at ...view.Place) string // the passage, marked

	Anchor func(page string, at text.Span) string // name of a place inside the one document; nil where places have addresses of their own
}

// Templates returns the templates of rows, to be extended by the caller's own.
func Templates(l Links) *template.Template {
	return template.Must(template.New("parts").Funcs(template.FuncMap{
		"row":     l.Row,
		"place":   func(p view.Place) string { return l.Place(p.Page, p) },
		"passage": func(a view.Account) string { return l.Place(a.Page, a.Places()...) },
		"timeline": func(id string, entries []view.Entry, width int) template.HTML {
			return draw.Timeline(id, entries, width, func(id string) string { return l.Row("entry", id) })
		},
		"plot": func(id string, f view.Figure, width int) template.HTML {
			return draw.Figure(id, f, width, func(p view.Place) string { return l.Place(p.Page, p) })
		},
		"key":      draw.Key,
		"share":    view.Share,
		"short":    view.Short,
		"words":    view.Words,
		"quoted":   view.Quoted,
		"plural":   view.Plural,
		"number":   func(n int) string { return view.NumberWords(float64(n)) },
		"runs":     runs,
		"draws":    l.draws,
		"outside":  outside,
		"list":     func(words []string) string { return strings.Join(words, ", ") },
		"others":   others,
		"join":     func(words ...string) string { return strings.Join(words, "") },
		"stances":  func(s string) string { return stances[s] },
		"evidence": func(use string) string { return uses[use] },
		"sort":     func(kind string) string { return sorts[kind] },
		"percent":  func(c float64) int { return int(c*100 + .5) },
		"dict":     dict,
		"through":  through,
		"listof":   func(words ...string) []string { return words },
		"plus":     func(a, b int) int { return a + b },
		"placed":   func(page string, at []view.Place) string { return l.Place(page, at...) },
	}).ParseFS(rows, "rows/*.html"))
}

// outside says whether an address may be linked to: one a browser opens as a web page, never a script or a file.
func outside(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// others returns the accounts after the first.
func others(accounts []view.Account) []view.Account {
	if len(accounts) < 2 {
		return nil
	}
	return accounts[1:]
}

// through names the voices between the outlet and the one first heard.
func through(chain []view.Ref) string {
	if len(chain) < 3 {
		return ""
	}
	return view.ChainWords(chain[1 : len(chain)-1])
}

// dict makes a map of names and values, for templates that need more than one.
func dict(pairs ...any) map[string]any {
	out := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i].(string)] = pairs[i+1]
	}
	return out
}

var stances = map[string]string{"say": "says", "claim": "claims", "deny": "denies", "confirm": "confirms", "announce": "announces", "pledge": "pledges",
	"demand": "demands", "warn": "warns", "accuse": "accuses", "question": "asks", "praise": "praises", "condemn": "condemns", "predict": "predicts", "agree": "agrees",
	"evidence": "shows", "hearsay": "passes on", "silence": "won’t say", "think": "thinks", "attitude": "feels", "other": "other"}

var uses = map[string]string{"publication": "the date", "anchor": "fixes the date", "lower": "not before", "upper": "not after", "rejected": "rejected"}

var sorts = map[string]string{"PER": "person", "ORG": "body", "GPE": "country or town", "LOC": "place", "NORP": "group", "EVENT": "event", "WORK": "work", "MISC": "other"}
