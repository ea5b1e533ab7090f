package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// Annotations writes the record as W3C Web Annotations: annotations.jsonld with one annotation for every account of a statement, entry of a
// figure, support of an event and relation between rows, and the texts in which their positions count. A selector holds the place in code
// points and the words with what stands around them, enough of it that they are found once.
func Annotations(files Files, r *view.Record, o Package) error {
	s := newSource(r, o.Dial)
	a := &annotations{source: s, paths: map[string]string{}, urls: map[string]string{}, languages: map[string]string{}}
	for p, reading := range s.pages() {
		if reading == nil {
			continue
		}
		a.paths[p.ID], a.urls[p.ID], a.languages[p.ID] = "texts/"+fileName(p.ID)+".txt", address(p.URL), p.Language
		w, err := files.Create(a.paths[p.ID], true)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, string(reading.Page.Text)); err != nil {
			return err
		}
	}
	w, err := files.Create("annotations.jsonld", true)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	head, err := json.Marshal(o.Name)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"@context\":[%q,{\"hearsay\":%q}],\"id\":\"annotations.jsonld\",\"type\":\"AnnotationPage\",\"hearsay:record\":%s,\"items\":[", annoContext, vocabulary, head)
	a.out = out
	for _, write := range []func() error{a.statementAccounts, a.figureEntries, a.eventSupports, a.tied} {
		if err := write(); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	fmt.Fprint(out, "\n]}\n")
	return out.Flush()
}

const (
	annoContext = "http://www.w3.org/ns/anno.jsonld"
	vocabulary  = "https://hearsay.example/ns#"
)

type annotations struct {
	*source
	out                    *bufio.Writer
	written                bool
	paths, urls, languages map[string]string
}

// webNote is one annotation. What the model has no word for stands in the hearsay vocabulary.
type webNote struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation string   `json:"motivation"`
	Body       []any    `json:"body"`
	Target     []target `json:"target"`
	List       string   `json:"hearsay:list"`
	Row        string   `json:"hearsay:row"`
	Stance     string   `json:"hearsay:stance,omitempty"`
	Kind       string   `json:"hearsay:kind,omitempty"`
	Chain      []string `json:"hearsay:chain,omitempty"`
	Status     string   `json:"hearsay:status,omitempty"`
	Verdict    string   `json:"hearsay:verdict,omitempty"`
	Part       string   `json:"hearsay:part,omitempty"`
	Confidence *float64 `json:"hearsay:confidence,omitempty"`
}

type textBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format"`
	Purpose string `json:"purpose"`
}

// target is a place of a page: of its text beside the annotations, which was read from the address in via.
type target struct {
	Type     string     `json:"type"`
	Source   textSource `json:"source"`
	Selector []selector `json:"selector"`
	Part     string     `json:"hearsay:part,omitempty"`
	Purpose  string     `json:"purpose,omitempty"`
	Page     string     `json:"hearsay:page"`
	Outlet   string     `json:"hearsay:outlet,omitempty"`
	When     string     `json:"hearsay:published,omitempty"`
}

type textSource struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
	Via      string `json:"via,omitempty"`
}

type selector struct {
	Type   string `json:"type"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

func (a *annotations) write(x webNote) error {
	if len(x.Target) == 0 {
		return nil
	}
	x.Type = "Annotation"
	line, err := json.Marshal(x)
	if err != nil {
		return err
	}
	if a.written {
		a.out.WriteByte(',')
	}
	a.written = true
	a.out.WriteByte('\n')
	_, err = a.out.Write(line)
	return err
}

func rowIRI(list, id string, n int) string {
	return fmt.Sprintf("urn:hearsay:%s:%s:%d", list, url.PathEscape(id), n)
}

func described(words string) textBody {
	return textBody{"TextualBody", words, "text/plain", "describing"}
}

func (a *annotations) at(p view.Place, part, outlet, published string) target {
	before, after := a.context(p)
	return target{Type: "SpecificResource", Source: textSource{a.paths[p.Page], "Text", "text/plain", a.languages[p.Page], a.urls[p.Page]}, Part: part, Page: p.Page, Outlet: outlet, When: published,
		Selector: []selector{{Type: "TextPositionSelector", Start: &p.Start, End: &p.End}, {Type: "TextQuoteSelector", Exact: p.Text, Prefix: before, Suffix: after}}}
}

// context is what stands around a place: 32 characters on each side, more where the words with them stand twice on the page.
func (a *annotations) context(p view.Place) (before, after string) {
	t := string(a.text(p.Page))
	if p.Span.End > len(t) || p.Span.Empty() {
		return "", ""
	}
	for n := 32; ; n *= 2 {
		s := widened(t, p.Span, n)
		before, after = t[s.Start:p.Span.Start], t[p.Span.End:s.End]
		if n > 2048 || strings.Count(t, t[s.Start:s.End]) == 1 {
			return before, after
		}
	}
}

// widened takes up to n characters more on both sides.
func widened(t string, s text.Span, n int) text.Span {
	for range n {
		if s.Start > 0 {
			_, size := utf8.DecodeLastRuneInString(t[:s.Start])
			s.Start -= size
		}
		if s.End < len(t) {
			_, size := utf8.DecodeRuneInString(t[s.End:])
			s.End += size
		}
	}
	return s
}

func (a *annotations) statementAccounts() error {
	for s := range a.statements() {
		for n, x := range s.Accounts {
			note := webNote{ID: rowIRI("statements", s.ID, n+1), Motivation: "describing", List: "statements", Row: s.ID, Stance: x.Stance, Kind: x.Kind, Confidence: &s.Confidence,
				Body: []any{described(s.SpeakerName() + " (" + x.Stance + "): " + view.ChainWords(x.Chain))}}
			for _, ref := range x.Chain {
				note.Chain = append(note.Chain, ref.Name)
			}
			for _, p := range x.Content {
				note.Target = append(note.Target, a.at(p, "content", x.Outlet.Name, x.Published.Words))
			}
			for _, part := range []struct {
				name   string
				places []view.Place
			}{{"source", x.Source}, {"cue", x.Cue}} {
				for _, p := range part.places {
					at := a.at(p, part.name, "", "")
					at.Purpose = "identifying"
					note.Body = append(note.Body, at)
				}
			}
			if err := a.write(note); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *annotations) figureEntries() error {
	for f := range a.figures() {
		for n, e := range f.Entries {
			note := webNote{ID: rowIRI("figures", f.ID, n+1), Motivation: "classifying", List: "figures", Row: f.ID, Verdict: f.Verdict,
				Body: []any{described(f.Counts + ": " + e.Words + ", " + e.Said())}, Target: []target{a.at(e.Place, "", e.Outlet.Name, e.Published.Words)}}
			if err := a.write(note); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *annotations) eventSupports() error {
	for e := range a.timeline() {
		for n, x := range e.Supports {
			note := webNote{ID: rowIRI("timeline", e.ID, n+1), Motivation: "classifying", List: "timeline", Row: e.ID, Status: e.Status,
				Body: []any{described(e.When.Words + ", " + e.Status + ": " + e.Title)}, Target: []target{a.at(x.Place, "", x.Outlet.Name, x.Published.Words)}}
			if err := a.write(note); err != nil {
				return err
			}
		}
	}
	return nil
}

// tied writes relations: one annotation over the places of both sides.
func (a *annotations) tied() error {
	for x := range a.relations() {
		note := webNote{ID: rowIRI("relations", x.ID, 1), Motivation: "linking", List: "relations", Row: x.ID, Kind: x.Kind, Part: x.Part,
			Body: []any{described(view.OneLine(x.Kind + " " + x.Part + ": " + x.Why))}}
		for _, at := range x.Items {
			note.Target = append(note.Target, a.at(a.place(at), "", a.r.Outlet(at.Page).Name, a.r.Published(at.Page).Words))
		}
		if err := a.write(note); err != nil {
			return err
		}
	}
	return nil
}
