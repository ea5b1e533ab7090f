// Package web is the reading room: a record as pages that a browser on the same machine opens.
//
//	GET /                              the brief: what the record is about, where accounts part, what happened, who speaks
//	GET /statements?voice=Marrow       the table, each row a link to its passage
//	GET /pages/kurier-1?at=185-224     the page's text with "“Nobody was in danger at any time,”" marked
//	GET /compare?a=kurier-1&b=sel-2    two pages side by side
//	GET /statements.json, .csv         the same rows for programs
//
// Five rooms: brief, disagreements, voices, timeline, sources; the longer lists lie inside them. One filter bar stands on all of them and in the address.
//
// It asks nothing of any other machine, and answers only requests addressed to this one. It only reads, unless it is given an Editor: then the forms of
// its own pages put the record right, and nothing else does. Others than this machine come in through a Door alone, by name and password.
package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"

	"github.com/hearsay-news/hearsay/show/feed"
	"github.com/hearsay-news/hearsay/show/parts"
	"github.com/hearsay-news/hearsay/show/view"
)

//go:embed pages/*.html
var pages embed.FS

// Options are what the room needs beside the record.
type Options struct {
	Name    string                                        // what the record is called: its file's name
	Search  func(q string, limit int) ([]view.Hit, error) // full-text search of the store; nil: the texts themselves are looked through
	Version string                                        // of the program, told by /openapi.json
	Hosts   []string                                      // names by which this machine may be addressed beside localhost and loopback addresses
	Edit    *Editor                                       // puts the record right; nil: the room only reads
	Door    bool                                          // a Door stands before the room: it may be addressed by any number of this machine
	Log     *slog.Logger                                  // where faults are told; nil: nowhere
}

// room is one record being shown.
type room struct {
	Options
	record    *view.Record
	templates *template.Template
	version   string // of the style sheet and script, so that a new program is not shown with an old look
	parts     narrowed

	still, stillPolicy string // look of pictures that stand alone, and what a browser may do with them
}

// New returns the handler of a reading room.
func New(record *view.Record, o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Search == nil {
		o.Search = func(q string, limit int) ([]view.Hit, error) { return record.Find(q, limit), nil }
	}
	m := &room{Options: o, record: record}
	m.templates = template.Must(parts.Templates(parts.Links{Row: rowAddress, Place: placeAddress, Mended: record.Mended}).ParseFS(pages, "pages/*.html"))
	static, err := fs.Sub(parts.Static, "static")
	if err != nil {
		panic(err) // the folder is embedded
	}
	m.version, m.still = fingerprint(static), parts.StillStyle()
	sum := sha256.Sum256([]byte(m.still))
	m.stillPolicy = "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.StripPrefix("/static/", lasting(http.FileServerFS(static))))
	for name, h := range map[string]handler{"index": brief, "disagreements": disagreements, "voices": voices, "timeline": timeline, "sources": sources,
		"statements": statements, "figures": figures, "copies": copies, "terms": terms, "search": search, "compare": compared, "tray": tray, "corrections": corrections} {
		path := "GET /" + name
		if name == "index" {
			path = "GET /{$}"
		}
		mux.HandleFunc(path, m.answer(h, asHTML))
		mux.HandleFunc("GET /"+name+".json", m.answer(h, asJSON))
		mux.HandleFunc("GET /"+name+".csv", m.answer(h, asCSV))
		mux.HandleFunc("GET /"+name+".svg", m.answer(h, asSVG))
	}
	for name, h := range map[string]handler{"statements": statement, "figures": figure, "timeline": entry, "voices": voice, "copies": copied, "pages": page, "outlets": outlet, "why": why} {
		mux.HandleFunc("GET /"+name+"/{id...}", m.answer(h, byEnding))
	}
	for from, to := range moved {
		for _, end := range []string{"", ".json", ".csv"} {
			mux.HandleFunc("GET /"+from+end, redirect("/"+from, "/"+to))
		}
	}
	for from, to := range movedRows {
		mux.HandleFunc("GET /"+from+"/", redirect("/"+from+"/", "/"+to+"/"))
	}
	mux.HandleFunc("POST /corrections", m.changing)
	described := openAPI(o.Version)
	mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(described) // an error here is the reader's going away
	})
	mux.HandleFunc("GET /new.atom", m.news(feed.Atom, "application/atom+xml; charset=utf-8"))
	mux.HandleFunc("GET /new.json", m.news(feed.JSON, "application/feed+json"))
	mux.HandleFunc("/", m.missing)
	return m.guard(mux)
}

// fingerprint names the content of a folder.
func fingerprint(files fs.FS) string {
	h := sha256.New()
	fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error { // the files are embedded: reading them can't fail
		if !d.IsDir() {
			b, _ := fs.ReadFile(files, path)
			h.Write(append([]byte(path), b...))
		}
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:12]
}

func lasting(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("v") != "" {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		h.ServeHTTP(w, r)
	})
}

func (m *room) missing(w http.ResponseWriter, r *http.Request) {
	m.refuse(w, r, http.StatusNotFound, "There is no such page", "The address "+r.URL.Path+" leads nowhere in this record.")
}

// refuse answers with a page that says what is wrong.
func (m *room) refuse(w http.ResponseWriter, r *http.Request, status int, title, detail string) {
	if forPrograms(r.URL.Path) {
		writeProblem(w, status, title+": "+detail, "/openapi.json describes the addresses")
		return
	}
	var b bytes.Buffer
	f := m.frame(&request{Request: r, record: m.record, asked: asked{dial: view.Dial{Min: view.DefaultDial}}}, &screen{Title: title, Template: "wrong", Data: detail})
	if err := m.templates.ExecuteTemplate(&b, "frame", f); err != nil {
		http.Error(w, title, status)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}
