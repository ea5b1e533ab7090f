package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// handler makes the content of one address.
type handler func(m *room, r *request) (*screen, error)

// screen is what an address shows: data for .json, a table for .csv, both through a template for people.
type screen struct {
	Title    string // of the window
	Section  string // entry of the navigation that is lit
	Template string
	Data     any
	Table    *view.Table
	Dial     bool // the page shows statements, so the dial is offered
}

var errMissing = errors.New("missing")

type format int

const (
	asHTML format = iota
	asJSON
	asCSV
	byEnding // the id's ending says it
)

// request is what was asked, with the parts that every page reads.
type request struct {
	*http.Request
	id   string
	dial view.Dial
	from int  // first row of a list that is wanted
	all  bool // every row is wanted: for programs
}

// window is the part of a list that is wanted, so many rows at once where people look.
func (r *request) window(rows int) view.Window {
	if r.all {
		return view.Window{}
	}
	return view.Window{From: r.from, Limit: rows}
}

func (m *room) answer(h handler, f format) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		m, done, err := m.now(r.Context())
		if err != nil {
			m.Log.Error("reading room", "path", r.URL.Path, "err", err)
			m.refuse(w, r, http.StatusInternalServerError, "The record can't be opened", err.Error())
			return
		}
		defer done()
		req, as := &request{Request: r, dial: dial(r.URL.Query())}, f
		if f == byEnding {
			req.id, as = m.ending(r.PathValue("id"))
			if req.id == "" {
				req.id = r.FormValue("id")
			}
		}
		req.all = as != asHTML
		req.from, _ = strconv.Atoi(r.FormValue("from"))
		req.from = max(req.from, 0)
		s, err := h(m, req)
		if failed := m.record.Err(); failed != nil {
			err = failed
		}
		switch {
		case errors.Is(err, errMissing):
			m.missing(w, r)
			return
		case err != nil:
			m.Log.Error("reading room", "path", r.URL.Path, "err", err)
			m.refuse(w, r, http.StatusInternalServerError, "Something went wrong", err.Error())
			return
		}
		m.write(w, r, s, as)
	}
}

// now is the room with the record as it is now, for one answer.
func (m *room) now(ctx context.Context) (*room, func(), error) {
	if m.Open == nil {
		return m, func() {}, nil
	}
	record, asking, err := m.Open(ctx)
	if err != nil {
		return m, nil, err
	}
	now := *m
	now.record, now.Search = record, asking.Search
	return &now, func() {
		if err := asking.Close(); err != nil {
			m.Log.Error("reading room", "err", err)
		}
	}, nil
}

// ending takes .json or .csv off an id, unless the record holds a page whose id ends so.
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
	return id, asHTML
}

func (m *room) write(w http.ResponseWriter, r *http.Request, s *screen, as format) {
	var b bytes.Buffer
	var err error
	kind := "text/html; charset=utf-8"
	switch as {
	case asJSON:
		kind = "application/json"
		out := json.NewEncoder(&b)
		out.SetEscapeHTML(true)
		out.SetIndent("", "  ")
		err = out.Encode(s.Data)
	case asCSV:
		if s.Table == nil {
			m.missing(w, r)
			return
		}
		kind = "text/csv; charset=utf-8"
		w.Header().Set("Content-Disposition", `attachment; filename="hearsay-`+strings.ReplaceAll(s.Template, "/", "-")+`.csv"`)
		err = s.Table.WriteCSV(&b)
	default:
		err = m.templates.ExecuteTemplate(&b, "frame", m.frame(r, s))
	}
	if err != nil {
		m.Log.Error("reading room", "path", r.URL.Path, "err", err)
		m.refuse(w, r, http.StatusInternalServerError, "Something went wrong", "This page could not be made. The record is untouched.")
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Write(b.Bytes()) // an error here is the reader's going away
}

// dial reads the confidence asked for.
func dial(q url.Values) view.Dial {
	d := view.Dial{Min: view.DefaultDial, All: q.Get("all") == "1"}
	if v, err := strconv.ParseFloat(q.Get("min"), 64); err == nil && v >= 0 && v <= 1 {
		d.Min = v
	}
	return d
}

// keep writes a dial that is not the default as the end of an address.
func keep(d view.Dial) string {
	q := url.Values{}
	if d.Min != view.DefaultDial {
		q.Set("min", strconv.FormatFloat(d.Min, 'f', -1, 64))
	}
	if d.All {
		q.Set("all", "1")
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// frame is what surrounds every page.
type frame struct {
	*screen
	Name    string
	Version string
	Keep    string // the dial, carried from page to page
	Query   string // what was searched for
	Steps   []step // of the dial
	All     string // address of this page with thoughts and attitudes, or without
	HasAll  bool
	JSON    string
	CSV     string
	Nav     []navItem
}

type step struct {
	Label, Address string
	Here           bool
}

type navItem struct {
	Name, Address, Key string
	Here               bool
}

func (m *room) frame(r *http.Request, s *screen) *frame {
	d := dial(r.URL.Query())
	f := &frame{screen: s, Name: m.Name, Version: m.version, Keep: keep(d), Query: r.URL.Query().Get("q"), HasAll: d.All}
	for _, v := range []float64{.9, .7, .5} {
		to := "0"
		if v != view.DefaultDial {
			to = strconv.FormatFloat(v, 'f', -1, 64)
		}
		f.Steps = append(f.Steps, step{Label: view.Share(v), Address: with(r.URL, "min", strings.TrimSuffix(to, "0")), Here: d.Min == v})
	}
	f.All = with(r.URL, "all", "1")
	if d.All {
		f.All = with(r.URL, "all", "")
	}
	path := r.URL.EscapedPath()
	if path == "/" {
		path = "/index"
	}
	f.JSON = withPath(r.URL, path+".json")
	if s.Table != nil {
		f.CSV = withPath(r.URL, path+".csv")
	}
	for i, name := range []string{"Story", "Statements", "Figures", "Timeline", "Pages", "People", "Copies", "Terms", "Conflicts"} {
		address := "/" + strings.ToLower(name)
		if i == 0 {
			address = "/"
		}
		f.Nav = append(f.Nav, navItem{Name: name, Address: address + f.Keep, Key: strconv.Itoa(i + 1), Here: strings.EqualFold(s.Section, name)})
	}
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
