package export

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
)

// ftmEntity is one line: everything is a list of strings.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// ftm writes FollowTheMoney entities.
type ftm struct {
	*source
	enc *json.Encoder
}

// FollowTheMoney writes the record as FollowTheMoney entities, one JSON object a line: pages are Articles with their text, people and bodies
// what they are, names Mentions, the timeline Events. There is no schema for something said: a statement, like a figure, is a Note whose
// entity is the speaker and whose proof is the page; its places stand in notes, an event's in recordId.
func FollowTheMoney(w io.Writer, r *view.Record, o Package) error {
	out := bufio.NewWriter(w)
	f := &ftm{newSource(r, o.Dial), json.NewEncoder(out)}
	f.enc.SetEscapeHTML(false)
	for _, write := range []func() error{f.articles, f.people, f.mentions, f.notes, f.figureNotes, f.events} {
		if err := write(); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	return out.Flush()
}

// write leaves out what is empty or told twice.
func (f *ftm) write(id, schema string, properties map[string][]string) error {
	for name, values := range properties {
		var kept []string
		for _, v := range values {
			if strings.TrimSpace(v) != "" && !slices.Contains(kept, v) {
				kept = append(kept, v)
			}
		}
		if properties[name] = kept; len(kept) == 0 {
			delete(properties, name)
		}
	}
	return f.enc.Encode(ftmEntity{id, schema, properties})
}

// A page may be called like a row, and with characters that no id may hold there; its own id is a line of its notes.
func ftmPage(id string) string { return "page-" + fileName(id) }
func ftmRow(id string) string  { return "row-" + id }

func (f *ftm) articles() error {
	for p, r := range f.pages() {
		name := path.Base(strings.ReplaceAll(p.Source, "\\", "/"))
		if name == "." || name == "/" {
			name = p.ID
		}
		of := map[string][]string{"fileName": {name}, "fileSize": {strconv.Itoa(p.Bytes)}, "sourceUrl": {address(p.URL)}, "publisher": {p.Outlet.Name},
			"notes": {"page: " + p.ID}}
		if p.Skip != nil {
			of["processingError"] = []string{p.Skip.Reason + ": " + p.Skip.Detail}
		}
		if r != nil {
			of["title"], of["author"], of["language"], of["bodyText"] = []string{p.Title}, authors(r), []string{threeLetters(p.Language)}, []string{string(r.Page.Text)}
			of["publishedAt"] = []string{oneDate(&p.Published)}
			of["notes"] = append(of["notes"], "published: "+p.Published.Words+" ("+p.Basis+": "+p.Why+")")
		}
		if err := f.write(ftmPage(p.ID), "Article", of); err != nil {
			return err
		}
	}
	return nil
}

// ftmSchema says what an entity is there. Somebody of whom we don't know whether it is a person or a body is a LegalEntity.
func ftmSchema(kind string) string {
	switch kind {
	case "PER":
		return "Person"
	case "ORG", "NORP":
		return "Organization"
	case "LOC", "GPE":
		return "Address"
	case "EVENT":
		return "Event"
	}
	return "LegalEntity"
}

func (f *ftm) people() error {
	for e := range f.entities() {
		name := view.OneLine(e.Name)
		for _, v := range e.Variants {
			name = cmp.Or(name, view.OneLine(v.Text))
		}
		of := map[string][]string{"name": {cmp.Or(name, e.ID)}, "notes": e.Because}
		for _, v := range e.Variants {
			if v.Text != e.Name {
				of["alias"] = append(of["alias"], v.Text)
			}
		}
		schema := ftmSchema(e.Type)
		for _, role := range e.Roles {
			if schema == "Person" {
				of["position"] = append(of["position"], role.Text)
			} else {
				of["summary"] = append(of["summary"], role.Text)
			}
		}
		if schema == "Address" {
			of["full"] = []string{e.Name}
		}
		if err := f.write(ftmRow(e.ID), schema, of); err != nil {
			return err
		}
	}
	return nil
}

// mentions writes one for every form of a name on a page.
func (f *ftm) mentions() error {
	for e := range f.entities() {
		seen := map[string]bool{}
		for _, m := range e.Mentions {
			p := f.place(m.Place)
			words := view.OneLine(p.Text)
			key := m.Page + "\x00" + words
			if m.Form != "name" || words == "" || seen[key] {
				continue
			}
			seen[key] = true
			of := map[string][]string{"document": {ftmPage(m.Page)}, "name": {words}, "detectedSchema": {ftmSchema(e.Type)}}
			if schema := ftmSchema(e.Type); schema != "Address" && schema != "Event" { // only people and bodies can be what a name is resolved to
				of["resolved"] = []string{ftmRow(e.ID)}
			}
			if err := f.write(fmt.Sprintf("mention-%s-%s-%d-%d", e.ID, fileName(m.Page), p.Start, p.End), "Mention", of); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *ftm) notes() error {
	for s := range f.statements() {
		of := map[string][]string{"name": {s.SpeakerName() + ": " + view.Short(s.Words, 120)}, "description": {s.Words}, "summary": {view.ChainWords(s.Chain)},
			"keywords": {"statement", s.Stance, s.Kind}, "publisher": s.Outlets(),
			"notes": {"confidence: " + strconv.FormatFloat(s.Confidence, 'f', -1, 64), "relation: " + s.Relation}}
		for _, ref := range s.Chain {
			if ref.ID != "" {
				of["entity"] = append(of["entity"], ftmRow(ref.ID))
			}
		}
		for _, a := range s.Accounts {
			of["proof"] = append(of["proof"], ftmPage(a.Page))
			of["notes"] = append(of["notes"], accountLine(a))
		}
		if s.When != nil {
			of["notes"] = append(of["notes"], "when: "+s.When.Words)
		}
		if err := f.write(ftmRow(s.ID), "Note", of); err != nil {
			return err
		}
	}
	return nil
}

// accountLine names the places of an account: "content nord-3 120-180; source nord-3 100-112".
func accountLine(a view.Account) string {
	var parts []string
	for _, part := range []struct {
		name   string
		places []view.Place
	}{{"content", a.Content}, {"source", a.Source}, {"cue", a.Cue}} {
		for _, p := range part.places {
			parts = append(parts, part.name+" "+placeLine(p))
		}
	}
	return strings.Join(parts, "; ")
}

func placeLine(p view.Place) string { return fmt.Sprintf("%s %d-%d", p.Page, p.Start, p.End) }

func (f *ftm) figureNotes() error {
	for x := range f.figures() {
		of := map[string][]string{"name": {"figure: " + x.Counts}, "summary": {x.Verdict}, "keywords": {"figure", x.Verdict}, "notes": {x.Why}}
		for _, e := range x.Entries {
			of["description"] = append(of["description"], e.Words+", "+e.Said()+": "+view.OneLine(e.Place.Text))
			of["notes"] = append(of["notes"], "entry "+placeLine(e.Place))
			of["proof"] = append(of["proof"], ftmPage(e.Place.Page))
			of["publisher"] = append(of["publisher"], e.Outlet.Name)
			if e.Speaker != nil && e.Speaker.ID != "" {
				of["entity"] = append(of["entity"], ftmRow(e.Speaker.ID))
			}
		}
		if err := f.write(ftmRow(x.ID), "Note", of); err != nil {
			return err
		}
	}
	return nil
}

func (f *ftm) events() error {
	for e := range f.timeline() {
		of := map[string][]string{"name": {e.Title}, "summary": {e.Status + ", " + e.When.Words}, "keywords": {e.Status}, "description": {e.Why}}
		of["startDate"], of["endDate"] = []string{day(e.When.Earliest)}, []string{day(e.When.Latest)}
		if date := oneDate(&e.When); date != "" {
			of["date"] = []string{date}
		}
		for _, s := range e.Supports {
			of["recordId"] = append(of["recordId"], placeLine(s.Place))
			of["proof"] = append(of["proof"], ftmPage(s.Place.Page))
			of["publisher"] = append(of["publisher"], s.Outlet.Name)
		}
		for _, c := range e.Conflicts {
			of["notes"] = append(of["notes"], "the pages disagree on its "+c.Kind)
		}
		if err := f.write(ftmRow(e.ID), "Event", of); err != nil {
			return err
		}
	}
	return nil
}

// authors are the people of the byline.
func authors(r *read.Reading) []string {
	var out []string
	for _, s := range r.Article.Byline {
		out = append(out, view.OneLine(r.Page.Text.At(s)))
	}
	return out
}

// oneDate is an interval as one date, where it is a day, a month or a year; "" otherwise.
func oneDate(w *view.When) string {
	from, to := day(w.Earliest), day(w.Latest)
	switch {
	case from == "" || to == "" || from[:4] != to[:4]:
		return ""
	case from == to:
		return from
	case from[4:] == "-01-01" && to[4:] == "-12-31":
		return from[:4]
	case from[:7] == to[:7] && from[8:] == "01" && view.LastOfMonth(w.Interval):
		return from[:7]
	}
	return ""
}

// day is the day of a moment.
func day(moment *string) string {
	if moment == nil || len(*moment) < 10 {
		return ""
	}
	return (*moment)[:10]
}

// address is a web address as URLs are written, or "".
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// threeLetters turns "en" into "eng".
func threeLetters(tag string) string {
	t, err := language.Parse(tag)
	if err != nil || t == language.Und {
		return ""
	}
	base, _ := t.Base()
	return base.ISO3()
}
