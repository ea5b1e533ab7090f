// Package parts holds what the reading room and the one-file report share: the look, the small script, and the templates of rows. Where
// a link leads is the only thing that differs between the two, so that is what a caller gives.
//
//	Templates(Links{Row: …"/statement/s3"…})   the room: every row has an address
//	Templates(Links{Row: …"#statement-s3"…})   the report: every row is further down
package parts

import (
	"cmp"
	"embed"
	"html/template"
	"net/url"
	"reflect"
	"slices"
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

	Mended func(row string) string // what a person put right of a row, in words; nil: not shown

	Anchor func(page string, at text.Span) string // name of a place inside the one document; nil where places have addresses of their own
}

// Templates returns the templates of rows, to be extended by the caller's own.
func Templates(l Links) *template.Template {
	if l.Mended == nil {
		l.Mended = func(string) string { return "" }
	}
	return template.Must(template.New("parts").Funcs(template.FuncMap{
		"row":     l.Row,
		"place":   func(p view.Place) string { return l.Place(p.Page, p) },
		"mended":  l.Mended,
		"passage": func(a view.Account) string { return l.Place(a.Page, a.Places()...) },
		"timeline": func(id string, entries []view.Entry, width int) template.HTML {
			return draw.Timeline(id, entries, width, func(id string) string { return l.Row("entry", id) })
		},
		"plot": func(id string, f view.Figure, width int) template.HTML {
			return draw.Figure(id, f, width, func(p view.Place) string { return l.Place(p.Page, p) })
		},
		"head": func(f view.Figure, n int) view.Figure {
			f.Entries = f.Heads(n)
			return f
		},
		"overtime": func(id string, f view.Figure, width int) template.HTML {
			return draw.Overtime(id, f, width, func(p view.Place) string { return l.Place(p.Page, p) })
		},
		"coverage": func(id string, c view.Coverage, width int, keep string) template.HTML {
			return draw.Coverage(id, c, width, func(since, until string) string { return l.days(since, until, keep) })
		},
		"voice": func(id string, said []view.Statement, width int) template.HTML {
			return draw.Voice(id, said, width, func(id string) string { return l.Row("statement", id) })
		},
		"top":        top,
		"pairof":     pairOf,
		"firstpages": func(rows []view.PageRow) []view.PageRow { return rows[:min(len(rows), 60)] },
		"key":        draw.Key,
		"share":      view.Share,
		"short":      view.Short,
		"words":      view.Words,
		"quoted":     view.Quoted,
		"plural":     view.Plural,
		"number":     func(n int) string { return view.NumberWords(float64(n)) },
		"runs":       runs,
		"draws":      l.draws,
		"outside":    outside,
		"list":       func(words []string) string { return strings.Join(words, ", ") },
		"others":     others,
		"join":       func(words ...string) string { return strings.Join(words, "") },
		"stances":    view.Verb,
		"evidence":   func(use string) string { return uses[use] },
		"sort":       view.TypeWords,
		"from":       func(o view.Ref) string { return cmp.Or(o.Name, "outlet unknown") },
		"percent":    func(c float64) int { return int(c*100 + .5) },
		"dict":       dict,
		"through":    through,
		"firsts":     func(list any, n int) any { v := reflect.ValueOf(list); return v.Slice(0, min(v.Len(), n)).Interface() },
		"rests": func(list any, n int) any {
			v := reflect.ValueOf(list)
			return v.Slice(min(v.Len(), n), v.Len()).Interface()
		},
		"after":   func(said, words string) string { return strings.TrimPrefix(words, said+" ") },
		"carried": view.CarriedWords,
		"copying": view.CopyWords,
		"listof":  func(words ...string) []string { return words },
		"plus":    func(a, b int) int { return a + b },
		"placed":  func(page string, at []view.Place) string { return l.Place(page, at...) },
	}).ParseFS(rows, "rows/*.html"))
}

// days is the address of the pages of some days, with what the filter bar says kept.
func (l Links) days(since, until, keep string) string {
	q, _ := url.ParseQuery(strings.TrimPrefix(keep, "?")) // we wrote it
	q.Set("since", since)
	q.Set("until", until)
	return "/sources?" + q.Encode()
}

const mostEntries = 26 // that are drawn; the table has them all

// Timeline draws the entries that matter most, to be taken along.
func Timeline(entries []view.Entry, width int) template.HTML {
	return draw.Timeline("still", top(entries), width, func(string) string { return "" })
}

// top returns the entries to draw: those that matter most, in the order in which they came.
func top(entries []view.Entry) []view.Entry {
	if len(entries) <= mostEntries {
		return entries
	}
	order := slices.Clone(entries)
	slices.SortStableFunc(order, func(a, b view.Entry) int { return cmp.Compare(b.Weight, a.Weight) })
	chosen := map[string]bool{}
	for _, e := range order[:mostEntries] {
		chosen[e.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(entries), func(e view.Entry) bool { return !chosen[e.ID] })
}

// pairOf names the first two pages among some places, to be laid side by side; nil where they are on one page.
func pairOf(items []view.Support) []string {
	for _, s := range items[min(len(items), 1):] {
		if s.Place.Page != items[0].Place.Page {
			return []string{items[0].Place.Page, s.Place.Page}
		}
	}
	return nil
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

var uses = map[string]string{"publication": "the date", "anchor": "fixes the date", "lower": "not before", "upper": "not after", "rejected": "rejected"}
