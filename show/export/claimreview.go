package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/hearsay-news/hearsay/show/view"
)

// ClaimReviews writes a draft of a schema.org ClaimReview for every statement that has a speaker: what was claimed, by whom, when it first
// appeared and where else. Rating, reviewer, date and address of the review stay empty: they are for the person who checks it.
func ClaimReviews(w io.Writer, r *view.Record, o Package) error {
	s := newSource(r, o.Dial)
	out := bufio.NewWriter(w)
	separator := "[\n"
	for x := range s.statements() {
		if x.Speaker == nil || x.Words == "" {
			continue
		}
		line, err := json.Marshal(draft(s, x))
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		out.WriteString(separator)
		out.Write(line)
		separator = ",\n"
	}
	if separator == "[\n" {
		out.WriteString("[")
	}
	out.WriteString("\n]\n")
	return out.Flush()
}

type claimReview struct {
	Context   string    `json:"@context"`
	Type      string    `json:"@type"`
	ID        string    `json:"@id"`
	URL       string    `json:"url"` // the draft's own name until it has an address
	Claimed   string    `json:"claimReviewed"`
	Published string    `json:"datePublished"`
	Author    thing     `json:"author"`
	Rating    rating    `json:"reviewRating"`
	Item      claimMade `json:"itemReviewed"`
}

type thing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	Job  string `json:"jobTitle,omitempty"`
}

type rating struct {
	Type  string `json:"@type"`
	Value string `json:"ratingValue"`
	Name  string `json:"alternateName"`
}

type claimMade struct {
	Type       string       `json:"@type"`
	Identifier string       `json:"identifier"`
	Text       string       `json:"text"`
	About      string       `json:"description"`
	Published  string       `json:"datePublished,omitempty"`
	Author     thing        `json:"author"`
	First      *appearance  `json:"firstAppearance,omitempty"`
	Others     []appearance `json:"appearance,omitempty"`
}

type appearance struct {
	Type       string      `json:"@type"`
	Identifier string      `json:"identifier"`
	Headline   string      `json:"headline"`
	URL        string      `json:"url,omitempty"`
	Published  string      `json:"datePublished,omitempty"`
	Publisher  *thing      `json:"publisher,omitempty"`
	Words      []quotation `json:"hasPart"`
}

type quotation struct {
	Type       string `json:"@type"`
	Identifier string `json:"identifier"` // page and place
	Text       string `json:"text"`
}

func draft(s *source, x view.Statement) claimReview {
	out := claimReview{Context: "https://schema.org", Type: "ClaimReview", ID: rowIRI("statements", x.ID, 0), URL: rowIRI("statements", x.ID, 0), Claimed: x.Words,
		Author: thing{Type: "Organization"}, Rating: rating{Type: "Rating"}, Item: claimMade{Type: "Claim", Identifier: x.ID, Text: x.Words,
			About: x.Stance + "; " + view.ChainWords(x.Chain) + "; confidence " + strconv.FormatFloat(x.Confidence, 'f', -1, 64), Author: speaker(s, x.Speaker)}}
	if x.When != nil {
		out.Item.Published = oneDate(x.When)
	}
	for _, a := range x.Accounts {
		seen := appeared(s, a)
		switch {
		case a.First:
			out.Item.First = &seen
			if out.Item.Published == "" {
				out.Item.Published = seen.Published
			}
		default:
			out.Item.Others = append(out.Item.Others, seen)
		}
	}
	return out
}

func speaker(s *source, ref *view.Ref) thing {
	out := thing{Type: "Organization", Name: ref.Name}
	if ref.Type == "PER" {
		out.Type, out.Job = "Person", s.role(ref.ID)
	}
	return out
}

// role is the first title that the pages give somebody.
func (s *source) role(id string) string {
	if e, ok := s.r.Entity(id, s.dial, view.Window{Limit: 1}); ok && len(e.Roles) > 0 {
		return e.Roles[0].Text
	}
	return ""
}

func appeared(s *source, a view.Account) appearance {
	out := appearance{Type: "NewsArticle", Identifier: a.Page, Headline: a.Title, Published: oneDate(&a.Published), Words: []quotation{}}
	if r := s.read[a.Page]; r != nil {
		out.URL = address(r.Given.URL)
	}
	if a.Outlet.Name != "" {
		out.Publisher = &thing{Type: "Organization", Name: a.Outlet.Name}
	}
	for _, p := range a.Content {
		out.Words = append(out.Words, quotation{"Quotation", placeLine(p), p.Text})
	}
	return out
}
