package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/draw"
	"github.com/hearsay-news/hearsay/show/view"
)

// handler makes the content of one address.
type handler func(m *room, r *request) (*screen, error)

// screen is what an address shows: data for .json, a table for .csv, both through a template for people.
type screen struct {
	Title    string // of the window
	Section  string // the list that it belongs to; the room of that list is lit in the navigation
	Template string
	Data     any
	Table    *view.Table
	Picture  *picture
	Lists    bool    // a list or room, to which the filter bar applies
	Fields   []field // what this list can be filtered by beside the bar
}

// picture is what is drawn on a page, to be taken along.
type picture struct {
	title string
	draw  func() template.HTML
}

var errMissing = errors.New("missing")

type format int

const (
	asHTML format = iota
	asJSON
	asCSV
	asSVG
	byEnding // the id's ending says it
)

// request is what was asked, with the parts that every page reads.
type request struct {
	*http.Request
	asked
	record *view.Record // what the filter bar leaves of the record
	id     string
	as     format
	from   int // first row of a list that is wanted
	n      int // rows that are wanted; 0: as many as the page shows
}

// Rows that a program gets at once: unless it asks otherwise, and at most.
const (
	usualRows = 100
	mostRows  = 1000
)

// window is the part of a list that is wanted, so many rows at once where people look. A table for a spreadsheet is whole.
func (r *request) window(rows int) view.Window {
	if r.as == asCSV {
		return view.Window{}
	}
	return view.Window{From: r.from, Limit: r.rows(rows)}
}

// rows is how many rows one answer holds.
func (r *request) rows(shown int) int {
	switch {
	case r.n > 0:
		return r.n
	case r.as == asJSON:
		return usualRows
	}
	return shown
}

// choose returns a parameter that must be one of some values, or empty.
func (r *request) choose(name string, values ...string) (string, error) {
	v := r.FormValue(name)
	if v == "" {
		return "", nil
	}
	for _, known := range values {
		if v == known {
			return v, nil
		}
	}
	return "", wrong(name, v, "it may be "+strings.Join(values, ", "))
}

func (m *room) answer(h handler, f format) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		req := &request{Request: r, record: m.record, as: f}
		if f == byEnding {
			req.id, req.as = m.ending(r.PathValue("id"))
			if req.id == "" {
				req.id = r.FormValue("id")
			}
		}
		s, err := m.make(h, req)
		var refused *refusal
		switch {
		case errors.As(err, &refused):
			m.decline(w, r, req.as, refused)
		case errors.Is(err, errMissing):
			m.missing(w, r)
		case err != nil:
			m.Log.Error("reading room", "path", r.URL.Path, "err", err)
			m.refuse(w, r, http.StatusInternalServerError, "Something went wrong", err.Error())
		default:
			m.write(w, req, s)
		}
	}
}

// make reads what every address may say, and then what this one shows.
func (m *room) make(h handler, r *request) (*screen, error) {
	q := r.URL.Query()
	var err error
	if r.asked, err = ask(q); err != nil {
		return nil, err
	}
	for name, to := range map[string]*int{"from": &r.from, "n": &r.n} {
		v := q.Get(name)
		if v == "" {
			continue
		}
		if *to, err = strconv.Atoi(v); err != nil || *to < 0 || *to > 1<<30 || name == "n" && (*to < 1 || *to > mostRows) {
			return nil, wrong(name, v, "from counts rows from 0, n is between 1 and "+strconv.Itoa(mostRows))
		}
	}
	if r.record, err = m.part(r.Choice); err != nil {
		return nil, err
	}
	return h(m, r)
}

// decline says what is wrong with a request, to people and to programs.
func (m *room) decline(w http.ResponseWriter, r *http.Request, as format, refused *refusal) {
	if as == asHTML {
		m.refuse(w, r, refused.status, refused.what, refused.hint)
		return
	}
	writeProblem(w, refused.status, refused.what, refused.hint)
}

// ending takes .json, .csv or .svg off an id, unless the record holds a page whose id ends so.
func (m *room) ending(id string) (string, format) {
	if m.record.HasPage(id) {
		return id, asHTML
	}
	if bare, ok := strings.CutSuffix(id, ".json"); ok {
		return bare, asJSON
	}
	if bare, ok := strings.CutSuffix(id, ".csv"); ok {
		return bare, asCSV
	}
	if bare, ok := strings.CutSuffix(id, ".svg"); ok {
		return bare, asSVG
	}
	return id, asHTML
}

func (m *room) write(w http.ResponseWriter, r *request, s *screen) {
	var b bytes.Buffer
	var err error
	kind := "text/html; charset=utf-8"
	switch r.as {
	case asJSON:
		kind = "application/json"
		out := json.NewEncoder(&b)
		out.SetEscapeHTML(true)
		out.SetIndent("", "  ")
		err = out.Encode(s.Data)
	case asCSV:
		if s.Table == nil {
			m.missing(w, r.Request)
			return
		}
		kind = "text/csv; charset=utf-8"
		w.Header().Set("Content-Disposition", `attachment; filename="hearsay-`+strings.ReplaceAll(s.Template, "/", "-")+`.csv"`)
		err = s.Table.WriteCSV(&b)
	case asSVG:
		var still []byte
		if s.Picture != nil {
			still = draw.Still(s.Picture.draw(), m.still, s.Picture.title)
		}
		if still == nil {
			m.missing(w, r.Request)
			return
		}
		kind = "image/svg+xml"
		w.Header().Set("Content-Security-Policy", m.stillPolicy)
		b.Write(still)
	default:
		err = m.templates.ExecuteTemplate(&b, "frame", m.frame(r, s))
	}
	if err != nil {
		m.Log.Error("reading room", "path", r.URL.Path, "err", err)
		m.refuse(w, r.Request, http.StatusInternalServerError, "Something went wrong", "This page could not be made. The record is untouched.")
		return
	}
	w.Header().Set("Content-Type", kind)
	tag := entityTag(b.Bytes())
	w.Header().Set("ETag", tag)
	if holdsTag(r.Header.Values("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Write(b.Bytes()) // an error here is the reader's going away
}

// entityTag names bytes.
func entityTag(b []byte) string {
	sum := sha256.Sum256(b)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}

// holdsTag says whether a reader has the bytes of a tag already.
func holdsTag(held []string, tag string) bool {
	for _, list := range held {
		for one := range strings.SplitSeq(list, ",") {
			if one = strings.TrimPrefix(strings.TrimSpace(one), "W/"); one == tag || one == "*" {
				return true
			}
		}
	}
	return false
}

// frame is what surrounds every page.
type frame struct {
	*screen
	Name    string
	Version string
	Keep    string // what the bar says, carried from page to page
	Query   string // what was searched for
	Bar     bar
	JSON    string
	CSV     string
	SVG     string // of the picture on the page
	SVGOver string // of a figure over time
	Nav     []navItem
	Inside  []navItem // the lists of this room
	Correct *correct  // forms that put this row right
	Done    *done     // what was put right just now
	Token   string    // of forms
	Edit    bool
	Mends   int // things that were put right
	User    string
}

// done tells that something was put right, with the way back.
type done struct {
	view.Mend
	Token string
}

type navItem struct {
	Name, Address, Key string
	Here               bool
}

// plan is the five rooms with the lists inside them.
var plan = []struct {
	name, path string
	lists      []navItem
}{
	{"Brief", "/", nil},
	{"Disagreements", "/disagreements", []navItem{{Name: "All", Address: "/disagreements"}, {Name: "Figures", Address: "/figures"}}},
	{"Voices", "/voices", []navItem{{Name: "Who", Address: "/voices"}, {Name: "What they said", Address: "/statements"}}},
	{"Timeline", "/timeline", nil},
	{"Sources", "/sources", []navItem{{Name: "Outlets and pages", Address: "/sources"}, {Name: "Two pages", Address: "/compare"}, {Name: "Copies", Address: "/copies"}, {Name: "Words", Address: "/terms"}}},
}

func (m *room) frame(r *request, s *screen) *frame {
	f := &frame{screen: s, Name: m.Name, Version: m.version, Keep: r.asked.keep(), Query: r.URL.Query().Get("q"), Bar: m.barOf(r, s), Correct: m.correcting(r, s), Edit: m.Edit != nil,
		Mends: len(m.record.Findings.Mends), User: userOf(r.Request)}
	if m.Edit != nil {
		f.Token = m.Edit.token(sessionOf(r.Request))
		if mend, ok := m.record.Mend(r.URL.Query().Get("done")); ok {
			f.Done = &done{mend, f.Token}
		}
	}
	path := r.URL.EscapedPath()
	if path == "/" {
		path = "/index"
	}
	f.JSON = withPath(r.URL, path+".json")
	if s.Table != nil {
		f.CSV = withPath(r.URL, path+".csv")
	}
	if s.Picture != nil {
		f.SVG = withPath(r.URL, path+".svg")
		q := r.URL.Query()
		q.Set("over", "time")
		f.SVGOver = address(path+".svg", q)
	}
	for i, room := range plan {
		item := navItem{Name: room.name, Address: room.path + f.Keep, Key: strconv.Itoa(i + 1), Here: "/"+s.Section == room.path}
		for _, l := range room.lists {
			if l.Address == "/"+s.Section {
				item.Here = true
				f.Inside = room.lists
			}
		}
		f.Nav = append(f.Nav, item)
	}
	inside := make([]navItem, len(f.Inside))
	for i, l := range f.Inside {
		inside[i] = navItem{Name: l.Name, Address: l.Address + f.Keep, Here: l.Address == "/"+s.Section}
	}
	f.Inside = inside
	return f
}

// with returns the address of the same page with one parameter changed; "" takes it out. Paging starts again.
func with(u *url.URL, name, value string) string {
	q := u.Query()
	q.Del("from")
	if value == "" {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	return address(u.EscapedPath(), q)
}

func withPath(u *url.URL, path string) string {
	q := u.Query()
	q.Del("from")
	return address(path, q)
}

func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
