package export

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// gkgColumns is how many a line has.
const gkgColumns = 27

// GKG writes a line a page in the form of GDELT's Global Knowledge Graph 2.1: 27 columns parted by tabs. Offsets count code points of the page's
// text. Themes, tone and coordinates stay empty: Hearsay has none. Direct quotations stand in their column; every statement with its speaker,
// chain and confidence stands in the last, which is free for extras.
func GKG(w io.Writer, r *view.Record, o Package) error {
	s := newSource(r, o.Dial)
	said := map[string][]string{}
	for x := range s.statements() {
		for _, a := range x.Accounts {
			if n := len(said[a.Page]); n == 0 || said[a.Page][n-1] != x.ID {
				said[a.Page] = append(said[a.Page], x.ID)
			}
		}
	}
	out := bufio.NewWriter(w)
	for p, reading := range s.pages() {
		if reading == nil {
			continue
		}
		g := &gkgPage{source: s, row: p, reading: reading, points: text.NewPoints(reading.Page.Text)}
		for _, id := range said[p.ID] {
			x, _ := s.r.Statement(id)
			g.statements = append(g.statements, x)
		}
		if _, err := fmt.Fprintln(out, strings.Join(g.columns(), "\t")); err != nil {
			return err
		}
	}
	return out.Flush()
}

type gkgPage struct {
	*source
	row        view.PageRow
	reading    *read.Reading
	points     *text.Points
	statements []view.Statement
}

func (g *gkgPage) columns() []string {
	c := make([]string, gkgColumns)
	c[1] = fourteen(g.row.Published)
	c[0] = cmp.Or(c[1], "00000000000000") + "-" + fileName(g.row.ID)
	c[2], c[3], c[4] = "2", bare(g.row.Outlet.Name), bare(g.row.ID) // 2: named by a citation
	if url := address(g.row.URL); url != "" {
		c[2], c[4] = "1", url
	}
	people, bodies, all := g.names("PER"), g.names("ORG"), g.names("")
	c[11], c[12] = justNames(people), placedNames(people)
	c[13], c[14] = justNames(bodies), placedNames(bodies)
	c[16], c[22], c[23], c[24] = g.dates(), g.quotations(), placedNames(all), g.amounts()
	c[26] = g.extras()
	return c
}

// bare takes out of a value what parts values there.
func bare(s string) string {
	return view.OneLine(strings.Map(func(c rune) rune {
		switch {
		case c == '#' || c == '|' || c == ';' || c == ',' || clean.Obeyed(c):
			return ' '
		}
		return c
	}, s))
}

// fourteen writes the first moment of a day as GDELT does, or nothing where the day is not known.
func fourteen(w view.When) string {
	one, ok := w.Interval.Single()
	if !ok {
		return ""
	}
	y, m, d := one.Civil()
	clock := 0
	if w.Interval.Earliest.Clocked && w.Interval.Earliest == w.Interval.Latest {
		clock = min(w.Interval.Earliest.Second, 86399)
	}
	return fmt.Sprintf("%04d%02d%02d%02d%02d%02d", y, m, d, clock/3600, clock/60%60, clock%60)
}

type placedName struct {
	name string
	at   int
}

// names are the mentions by name of one kind, or of any.
func (g *gkgPage) names(kind string) []placedName {
	var out []placedName
	for _, m := range g.reading.Names {
		if m.Form == "name" && (kind == "" || string(m.Type) == kind) {
			if name := bare(g.reading.Page.Text.At(m.Span)); name != "" {
				out = append(out, placedName{name, g.points.At(m.Start)})
			}
		}
	}
	return out
}

func justNames(list []placedName) string {
	var out []string
	for _, n := range list {
		if !slices.Contains(out, n.name) {
			out = append(out, n.name)
		}
	}
	return strings.Join(out, ";")
}

func placedNames(list []placedName) string {
	var b strings.Builder
	for _, n := range list {
		fmt.Fprintf(&b, "%s,%d;", n.name, n.at)
	}
	return b.String()
}

// dates are the times that fall into one day, month or year: resolution, month, day, year, offset.
func (g *gkgPage) dates() string {
	var b strings.Builder
	for i := range g.reading.Times {
		x := &g.reading.Times[i]
		if x.Type != times.DATE && x.Type != times.TIME {
			continue
		}
		w := view.NewWhen(x.Interval)
		date, resolution := oneDate(&w), 0
		month, day, year := "0", "0", ""
		switch len(date) {
		case 4:
			resolution, year = 1, date
		case 7:
			resolution, year, month = 2, date[:4], date[5:]
		case 10:
			resolution, year, month, day = 3, date[:4], date[5:7], date[8:]
		default:
			continue
		}
		fmt.Fprintf(&b, "%d#%s#%s#%s#%d;", resolution, strings.TrimPrefix(month, "0"), strings.TrimPrefix(day, "0"), year, g.points.At(x.Start))
	}
	return b.String()
}

// quotations are what stands in quotation marks: offset, length, verb, words.
func (g *gkgPage) quotations() string {
	var blocks []string
	for _, x := range g.statements {
		for _, a := range x.Accounts {
			if a.Page != g.row.ID || a.Kind == "indirect" {
				continue
			}
			for _, p := range a.Content {
				blocks = append(blocks, fmt.Sprintf("%d|%d|%s|%s", p.Start, p.End-p.Start, bare(view.Words(a.Cue)), sameLength(p.Text)))
			}
		}
	}
	return strings.Join(blocks, "#")
}

// sameLength keeps every character's place: what parts blocks there becomes a space.
func sameLength(s string) string {
	return strings.Map(func(c rune) rune {
		if c == '#' || c == '|' || clean.Obeyed(c) {
			return ' '
		}
		return c
	}, s)
}

func (g *gkgPage) amounts() string {
	var b strings.Builder
	for i := range g.reading.Amounts {
		a := &g.reading.Amounts[i]
		n := a.Low
		if !n.Known {
			n = a.High
		}
		if !n.Known || a.Weak != "" {
			continue
		}
		what := a.Unit
		if !a.Of.Empty() {
			what = g.reading.Page.Text.At(a.Of)
		}
		fmt.Fprintf(&b, "%s,%s,%d;", strconv.FormatFloat(n.Value, 'f', -1, 64), bare(what), g.points.At(a.Start))
	}
	return b.String()
}

func (g *gkgPage) extras() string {
	var b strings.Builder
	tag := func(name, value string, attributes ...string) {
		b.WriteString("<" + name)
		for i := 0; i < len(attributes); i += 2 {
			fmt.Fprintf(&b, " %s=\"%s\"", attributes[i], escaped(attributes[i+1]))
		}
		b.WriteString(">" + escaped(value) + "</" + name + ">")
	}
	tag("PAGE_TITLE", g.row.Title)
	if list := authors(g.reading); len(list) > 0 {
		tag("PAGE_AUTHORS", strings.Join(list, ";"))
	}
	if w := g.row.Published; w.Interval.Earliest.Clocked {
		tag("PAGE_PRECISEPUBTIMESTAMP", fourteen(w))
	}
	for _, x := range g.statements {
		for _, a := range x.Accounts {
			if a.Page != g.row.ID || len(a.Content) == 0 {
				continue
			}
			first, last := a.Content[0], a.Content[len(a.Content)-1]
			tag("HEARSAY_STATEMENT", view.Words(a.Content), "id", x.ID, "speaker", x.SpeakerName(), "stance", a.Stance, "kind", a.Kind, "chain", view.ChainWords(a.Chain),
				"confidence", strconv.FormatFloat(x.Confidence, 'f', -1, 64), "start", strconv.Itoa(first.Start), "end", strconv.Itoa(last.End))
		}
	}
	return b.String()
}

// escaped is text inside XML, on one line.
func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(view.OneLine(s))) // writing to memory does not fail
	return b.String()
}
