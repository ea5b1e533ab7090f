package view

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read/statements"
)

// Why says in words what a row rests on.
type Why struct {
	ID         string   `json:"id"`
	List       string   `json:"list"`  // the list the row stands in
	Title      string   `json:"title"` // the row in a line
	Rule       string   `json:"rule,omitempty"`
	Confidence *float64 `json:"confidence,omitempty"`
	Reasons    []string `json:"reasons"`
	Evidence   []Proof  `json:"evidence"`
	Sides      []Sides  `json:"sides,omitempty"`
}

// Proof is one place that a row rests on, and what for.
type Proof struct {
	For   string `json:"for"`
	Place Place  `json:"place"`
}

// Why explains a row of any list by its id, a page's date by the page's id. False when the record holds no such row.
func (r *Record) Why(id string) (Why, bool) {
	id = r.Now(id)
	if r.shelf != nil {
		return r.shelf.why(id)
	}
	w, ok := r.why(id)
	if ok {
		w.mends(r.Findings.Mends)
	}
	return w, ok
}

// mends adds what a person said of the row.
func (w *Why) mends(list []compare.Mend) {
	for i := range list {
		m := &list[i]
		if m.Row != w.ID {
			continue
		}
		switch m.Kind {
		case compare.Remark:
			w.say("A person noted: %s", OneLine(m.To))
		case compare.Join, compare.Split:
			w.say("A person put this right (%s).", m.ID)
		}
	}
}

func (r *Record) why(id string) (Why, bool) {
	w := Why{ID: id, Reasons: []string{}, Evidence: []Proof{}}
	switch {
	case has(r.statements, id):
		r.whyStatement(&w)
	case has(r.figures, id):
		r.whyFigure(&w)
	case has(r.timeline, id):
		r.whyEntry(&w)
	case has(r.entities, id):
		r.whyEntity(&w)
	case has(r.copies, id):
		r.whyCopy(&w)
	case has(r.relations, id):
		r.whyRelation(&w)
	case has(r.terms, id):
		r.whyTerm(&w)
	case has(r.origins, id):
		r.whyOrigin(&w)
	case has(r.stories, id):
		r.whyStory(&w)
	case r.pages[id] != nil:
		r.whyPage(&w)
	default:
		return Why{}, false
	}
	return w, true
}

func has(index map[string]int, id string) bool { _, ok := index[id]; return ok }

func (w *Why) say(format string, a ...any) {
	s := strings.TrimSpace(fmt.Sprintf(format, a...))
	if s != "" {
		w.Reasons = append(w.Reasons, s)
	}
}

func (w *Why) show(what string, places ...Place) {
	for _, p := range places {
		w.Evidence = append(w.Evidence, Proof{For: what, Place: p})
	}
}

var stanceWords = map[statements.Stance]string{
	statements.Say: "tells", statements.Claim: "claims", statements.Deny: "denies", statements.Confirm: "confirms", statements.Announce: "announces",
	statements.Pledge: "pledges", statements.Demand: "demands", statements.Warn: "warns", statements.Accuse: "accuses", statements.Question: "asks",
	statements.Praise: "praises", statements.Condemn: "condemns", statements.Predict: "predicts", statements.Agree: "agrees", statements.Evidence: "gives as evidence",
	statements.Hearsay: "passes on", statements.Silence: "declines to speak", statements.Think: "thinks", statements.Attitude: "feels",
}

func (r *Record) whyStatement(w *Why) {
	s, _ := r.Statement(w.ID)
	confidence := s.Confidence
	w.List, w.Title, w.Rule, w.Confidence = "statements", s.SpeakerName()+": "+s.Words, s.Rule, &confidence
	if s.Speaker == nil {
		w.say("The text gives no source for these words, so none is shown.")
	} else if s.Stance == "deny" && s.Says() != Verb(s.Stance) {
		w.say("%s denies something by these words: the cue is %q.", s.Speaker.Name, s.Says())
	} else if verb := stanceWords[statements.Stance(s.Stance)]; verb != "" {
		w.say("%s %s this, by the words of the cue.", s.Speaker.Name, verb)
	}
	if s.Rule != "" {
		w.say("Found by the rule %q. Of the rows like it, %s were right when they were measured.", s.Rule, Share(s.Confidence))
	}
	if len(s.Chain) > 2 {
		w.say("The words came a long way: %s.", ChainWords(s.Chain))
	}
	for _, a := range s.Accounts {
		for _, reason := range r.localReasons(a.Page, w.ID) {
			w.say("On %s: %s.", a.Page, strings.TrimSuffix(reason, "."))
		}
	}
	if len(s.Accounts) > 1 {
		w.say("%d pages carry it. How their wording relates: %s. %s came first as far as the dates tell.", len(s.Accounts), s.Relation, s.Accounts[0].Page)
	}
	w.sides(r)
	for _, a := range s.Accounts {
		w.show("source", a.Source...)
		w.show("cue", a.Cue...)
		w.show("content", a.Content...)
	}
}

// localReasons returns what the reader of the page noted about a statement.
func (r *Record) localReasons(page, id string) []string {
	e := r.pages[page]
	if e == nil || e.Reading == nil {
		return nil
	}
	var out []string
	for _, a := range r.Findings.Statements[r.statements[id]].Accounts {
		if a.Page != page {
			continue
		}
		for i := range e.Reading.Statements {
			if s := &e.Reading.Statements[i]; s.ID == a.Local {
				out = append(out, s.Why...)
			}
		}
	}
	return out
}

func (r *Record) whyFigure(w *Why) {
	f, _ := r.Figure(w.ID)
	w.List, w.Title = "figures", f.Counts
	if f.Unit != "" {
		w.Title += " (" + f.Unit + ")"
	}
	w.say("%s", f.Why)
	switch f.Verdict {
	case "agree":
		w.say("The entries give the same number.")
	case "compatible":
		w.say("The entries differ in words, but one number can meet all of them: bounds are held against each other as intervals.")
	case "differ":
		w.say("No single number can meet all entries that speak of the same time.")
	case "single":
		w.say("Only one page gives a figure for it.")
	}
	for _, e := range f.Entries {
		w.show(e.Words+", "+e.Said(), e.Place)
	}
}

func (r *Record) whyEntry(w *Why) {
	e, _ := r.Entry(w.ID)
	w.List, w.Title = "timeline", e.When.Words+": "+e.Title
	w.say("%s", e.Why)
	switch e.Status {
	case "occurred":
		w.say("A page tells it in its own voice, as done.")
	case "planned":
		w.say("It is told as something that is to come.")
	case "demanded":
		w.say("Somebody asks for it; nobody reports it as done.")
	case "claimed":
		w.say("It stands only inside somebody's statement; no page tells it in its own voice.")
	case "denied":
		w.say("Somebody says that it did not happen.")
	case "cancelled":
		w.say("It was planned, and has been called off.")
	case "postponed":
		w.say("It was planned, and has been put off.")
	}
	w.say("%s it, going back to %s.", Plural(e.Pages(), "page tells", "pages tell"), Plural(e.Origins, "origin", "origins"))
	if e.Becomes != nil {
		if later, _ := r.Entry(e.Becomes.ID); later.Status == "cancelled" || later.Status == "postponed" {
			w.say("It was later %s: %s.", later.Status, e.Becomes.Title)
		} else {
			w.say("It is later reported as done: %s.", e.Becomes.Title)
		}
	}
	for _, d := range e.Conflicts {
		w.say("The pages disagree on its %s.", d.Kind)
	}
	for _, s := range e.Supports {
		w.show("told by "+firstOf(s.Outlet.Name, s.Place.Page), s.Place)
	}
}

func (r *Record) whyEntity(w *Why) {
	e := &r.Findings.Entities[r.entities[w.ID]]
	w.List, w.Title = "entities", e.Name
	for _, because := range e.Because {
		w.say("%s", because)
	}
	if len(e.Because) == 0 {
		w.say("Every mention has the same form, so nothing had to be merged.")
	}
	for _, role := range e.Roles {
		w.show("role", r.Places(role.Places)...)
	}
	for i, m := range e.Mentions {
		if !r.HasPage(m.Page) {
			continue
		}
		if i == 20 {
			w.say("The first 20 of %d mentions are listed.", len(e.Mentions))
			break
		}
		w.show(m.Form, r.Place(m.Page, m.Span))
	}
}

func (r *Record) whyCopy(w *Why) {
	c, _ := r.Copy(w.ID)
	w.List, w.Title = "copies", Short(c.Words, 120)
	w.say("%s", c.Why)
	if c.Origin == nil && c.Kind != "template" && c.Kind != "internal" {
		w.say("Which page came first can't be told.")
	}
	for _, s := range c.Spans {
		w.show(firstOf(s.Outlet.Name, s.Place.Page), s.Place)
	}
}

func (r *Record) whyRelation(w *Why) {
	rel := &r.Findings.Relations[r.relations[w.ID]]
	w.List, w.Title = "relations", rel.Kind+": "+r.RowTitle(rel.Row)
	w.say("%s", rel.Why)
	w.show(rel.Kind, r.Places(rel.Items)...)
}

func (r *Record) whyTerm(w *Why) {
	t := r.term(&r.Findings.Terms[r.terms[w.ID]])
	w.List, w.Title = "terms", t.Thing.Name
	w.say("The outlets use %s for it.", Plural(len(t.Words), "word", "words"))
	for _, u := range t.Habits {
		w.show(u.Outlet+": "+u.Term, u.Places[0])
	}
}

func (r *Record) whyOrigin(w *Why) {
	o := &r.Findings.Origins[r.origins[w.ID]]
	w.List, w.Title = "origins", Plural(len(o.Pages), "page", "pages")+" from one original"
	w.say("%s", o.Why)
	for _, p := range o.Pages {
		w.say("%s: %s.", p, r.Title(p))
	}
}

func (r *Record) whyPage(w *Why) {
	row, _ := r.Page(w.ID, Dial{Min: DefaultDial})
	w.List, w.Title = "pages", row.Title
	if row.Skip != nil {
		w.say("Not read: %s (%s).", row.Skip.Reason, row.Skip.Detail)
		return
	}
	w.say("Published: %s. Basis: %s.", row.Published.Words, row.Basis)
	for _, e := range r.Evidence(w.ID) {
		from := ""
		if e.Page != "" && e.Page != w.ID {
			from = " (from " + e.Page + ")"
		}
		if e.Place == nil {
			w.say("%s%s: %s.", evidenceWords[e.Use], from, strings.TrimSuffix(joinWords(e.Field, e.Why), "."))
			continue
		}
		w.show(evidenceWords[e.Use]+": "+e.Why, *e.Place)
	}
}

var evidenceWords = map[string]string{"publication": "the date", "anchor": "fixes the date", "lower": "not before", "upper": "not after", "rejected": "rejected"}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Plural writes a count with its noun: "1 page", "1,200 pages".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return NumberWords(float64(n)) + " " + many
}
