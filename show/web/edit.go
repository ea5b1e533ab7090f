package web

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/show/view"
)

// Change is what a person asks to put right, as a form sends it.
//
//	{Kind: "join", Row: "e7c2", Other: "e9a1", Note: "his maiden name"}
type Change struct {
	Kind  string   // outlet, join, split, hide, note, undo
	Row   string   // the row; for undo the id of what was put right; for outlet the name that its pages have
	Other string   // join: the entity that is the same one
	Pages []string // split: where it is another one
	To    string   // outlet: the right name; note: its words
	Note  string   // why
}

// Editor lets people put the record right from within the room. It outlives the room, which is made anew when the record changes.
type Editor struct {
	change func(context.Context, Change) (id string, err error) // does it, and names what was put right
	secret []byte
}

// NewEditor makes an editor that changes a record by the given function.
func NewEditor(change func(context.Context, Change) (id string, err error)) *Editor {
	secret := make([]byte, 32)
	rand.Read(secret) // never fails
	return &Editor{change, secret}
}

// token is what a form of ours holds and no other site can know; it belongs to one session.
func (e *Editor) token(session string) string {
	mac := hmac.New(sha256.New, e.secret)
	mac.Write([]byte(session))
	return hex.EncodeToString(mac.Sum(nil))
}

// Refuse is an error that a person can do something about: it is answered with the status, and says what would be right.
func Refuse(status int, what, hint string) error { return &refusal{status, what, hint} }

const (
	mostSent  = 1 << 16 // bytes of a form
	mostWords = 2000    // of a note or name
)

// changing takes the forms that put the record right. Whatever else is asked of this room only reads.
func (m *room) changing(w http.ResponseWriter, r *http.Request) {
	to, err := m.put(w, r)
	var refused *refusal
	switch {
	case errors.As(err, &refused):
		m.refuse(w, r, refused.status, refused.what, refused.hint)
	case err != nil:
		m.Log.Error("putting right", "err", err)
		m.refuse(w, r, http.StatusInternalServerError, "This could not be put right", "What the record held before still stands.")
	default:
		http.Redirect(w, r, to, http.StatusSeeOther)
	}
}

func (m *room) put(w http.ResponseWriter, r *http.Request) (to string, err error) {
	if !ownOrigin(r) {
		return "", Refuse(http.StatusForbidden, "This came from another site", "changes are taken only from the forms of this room")
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostSent)
	if err := r.ParseForm(); err != nil {
		return "", Refuse(http.StatusBadRequest, "The form can't be read", "it is sent as application/x-www-form-urlencoded, 64 kB at most")
	}
	if given := r.PostForm.Get("token"); !hmac.Equal([]byte(given), []byte(m.Edit.token(sessionOf(r)))) {
		return "", Refuse(http.StatusForbidden, "The form is too old", "hearsay serve was started again since, or you logged in anew: go back, load the page again, and send it once more")
	}
	c, err := m.changeOf(r.PostForm)
	if err != nil {
		return "", err
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Time{}) // comparing a large record anew takes its time; a test's writer has no deadline
	id, err := m.Edit.change(r.Context(), c)
	switch {
	case err != nil:
		return "", err
	case c.Kind == "undo":
		return "/corrections?undone=" + url.QueryEscape(id), nil
	case c.Kind == "join" || c.Kind == "note":
		kind := map[bool]string{true: "entity", false: r.PostForm.Get("room")}[c.Kind == "join"]
		if rooms[kind] != "" {
			return doneAt(rowAddress(kind, c.Row), id), nil
		}
	}
	return doneAt("/corrections", id), nil
}

func doneAt(address, id string) string {
	sep := "?"
	if strings.Contains(address, "?") {
		sep = "&"
	}
	return address + sep + "done=" + url.QueryEscape(id)
}

// changeOf reads a form.
func (m *room) changeOf(form url.Values) (Change, error) {
	c := Change{Kind: form.Get("kind"), Row: form.Get("row"), To: strings.TrimSpace(form.Get("to")), Note: strings.TrimSpace(form.Get("note")), Pages: form["page"]}
	if len(c.To) > mostWords || len(c.Note) > mostWords {
		return c, Refuse(http.StatusBadRequest, "That is too long", fmt.Sprintf("%d bytes at most", mostWords))
	}
	if c.Row == "" {
		return c, Refuse(http.StatusBadRequest, "No row is named", "the forms at the foot of a row's page name it")
	}
	switch c.Kind {
	case "join":
		other, err := m.meantVoice(form.Get("other"))
		if err != nil {
			return c, err
		}
		if other == c.Row {
			return c, Refuse(http.StatusBadRequest, "They are one already", "name another voice")
		}
		c.Other = other
	case "split":
		if len(c.Pages) == 0 {
			return c, Refuse(http.StatusBadRequest, "No page is chosen", "tick the pages on which it is somebody else")
		}
	case "outlet", "note":
		if c.To == "" {
			return c, Refuse(http.StatusBadRequest, "No words are given", "write the right name, or the note")
		}
	case "hide", "undo":
	default:
		return c, wrong("kind", c.Kind, "it may be outlet, join, split, hide, note or undo")
	}
	return c, nil
}

// meantVoice finds the one voice that an id or a name means.
func (m *room) meantVoice(words string) (string, error) {
	if strings.TrimSpace(words) == "" {
		return "", Refuse(http.StatusBadRequest, "Nobody is named", "write the name or the id of the one it is the same as")
	}
	found := m.record.Named(words)
	switch len(found) {
	case 1:
		return found[0].ID, nil
	case 0:
		return "", unknown("voice", view.Short(words, 80), "write a name as it stands under Voices, or an id")
	}
	ids := make([]string, len(found))
	for i, ref := range found {
		ids[i] = ref.ID + " (" + view.TypeWords(ref.Type) + ")"
	}
	return "", Refuse(http.StatusConflict, "Several are called "+view.Short(words, 80), "write an id instead: "+strings.Join(ids[:min(len(ids), 8)], ", "))
}

// ownOrigin says whether a form was sent from a page of this room. Browsers tell it; who does not is refused.
func ownOrigin(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.EqualFold(u.Host, r.Host)
	}
	return r.Header.Get("Sec-Fetch-Site") == "same-origin"
}

// takesForms says whether a request is a form that this room takes.
func (m *room) takesForms(r *http.Request) bool {
	return r.Method == http.MethodPost && m.Edit != nil && r.URL.Path == "/corrections"
}

// noForms says why a request that is no reading one is not taken.
func (m *room) noForms(r *http.Request) (what, hint string) {
	if r.URL.Path == "/corrections" && m.Edit == nil {
		return "changes are turned off here", "start the room with hearsay serve --edit"
	}
	return "only reading is possible here", "ask with GET or HEAD"
}

type correctionsData struct {
	paging
	Corrections []view.Mend `json:"corrections"`
	Undone      bool        `json:"-"`
}

// corrections lists what a person put right.
func corrections(m *room, r *request) (*screen, error) {
	rows := m.record.Mends()
	d := &correctionsData{paging: paged(r, perPage, len(rows)), Undone: r.FormValue("undone") != ""}
	d.Corrections = cut(r, rows, d.paging)
	t := &view.Table{Columns: []string{"id", "kind", "words", "note", "row", "met"}}
	for _, c := range d.Corrections {
		t.Add(c.ID, c.Kind, c.Words, c.Note, c.Row, fmt.Sprint(c.Met))
	}
	return &screen{Title: "Corrections", Section: "corrections", Template: "corrections", Data: d, Table: t}, nil
}

// correct is what the forms at the foot of a row's page need; nil where nothing can be changed.
type correct struct {
	Token, Row, Room string
	Name             string // of an outlet, a voice
	Alike            []view.Ref
	Pages            []view.PageRow // that name a voice
	More             int            // pages beyond those
}

const (
	mostAlike = 40
	mostParts = 60 // pages to tick
)

// correcting makes the forms of a row. What kind of row it is, its room says: statement, figure, entry, copy, entity, outlet, why.
func (m *room) correcting(r *request, s *screen) *correct {
	if m.Edit == nil || r.id == "" || r.as != asHTML {
		return nil
	}
	c := &correct{Token: m.Edit.token(sessionOf(r.Request)), Row: r.id}
	switch d := s.Data.(type) {
	case *statementData:
		c.Room = "statement"
	case *figureData:
		c.Room = "figure"
	case *entryData:
		c.Room = "entry"
	case *copyData:
		c.Room = "copy"
	case *voiceData:
		c.Room, c.Name, c.Alike = "entity", d.Name, m.record.Alike(r.id, mostAlike)
		pages := m.record.NamedOn(r.id)
		c.More = max(0, len(pages)-mostParts)
		for _, page := range pages[:min(len(pages), mostParts)] {
			if row, ok := m.record.Page(page, r.dial); ok && len(pages) > 1 {
				c.Pages = append(c.Pages, row)
			}
		}
	case *view.OutletPage:
		if d.ID == "" {
			return nil // nobody knows the name that could be put right
		}
		c.Room, c.Name, c.Row = "outlet", d.Name, d.Name
	case *view.Why:
		if !slices.Contains([]string{"relations", "terms"}, d.List) {
			return nil
		}
		c.Room = "why"
	default:
		return nil
	}
	return c
}
