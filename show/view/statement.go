package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
)

// Statement is one utterance as it is shown, with every page that carries it.
type Statement struct {
	ID         string    `json:"id"`
	Speaker    *Ref      `json:"speaker"` // nil: no source given
	Stance     string    `json:"stance"`
	Kind       string    `json:"kind"`
	Words      string    `json:"words"` // of the first account, on one line
	Chain      []Ref     `json:"chain"` // the outlet, then every voice up to the one first heard
	Addressee  []Place   `json:"addressee"`
	Medium     []Place   `json:"medium"`
	When       *When     `json:"when"`
	Confidence float64   `json:"confidence"`
	Relation   string    `json:"relation"`
	Accounts   []Account `json:"accounts"` // the first account first
	Rule       string    `json:"rule"`
}

// Account is how one page carries an utterance.
type Account struct {
	Page      string  `json:"page"`
	Title     string  `json:"title"`
	Outlet    Ref     `json:"outlet"`
	Published When    `json:"published"`
	First     bool    `json:"first"`
	Kind      string  `json:"kind"`
	Stance    string  `json:"stance"`
	Chain     []Ref   `json:"chain"`
	Source    []Place `json:"source"`
	Cue       []Place `json:"cue"`
	Content   []Place `json:"content"`
}

// Places returns every place of the account, in order of the text.
func (a Account) Places() []Place {
	out := slices.Concat(a.Source, a.Cue, a.Content)
	slices.SortStableFunc(out, func(x, y Place) int { return x.Span.Compare(y.Span) })
	return out
}

// Opens returns the account that a click on the row opens.
func (s Statement) Opens() *Account {
	if len(s.Accounts) == 0 {
		return nil
	}
	return &s.Accounts[0]
}

// Outlets returns the names of the outlets that carry the statement, each once, in order of the accounts.
func (s Statement) Outlets() []string {
	var out []string
	for _, a := range s.Accounts {
		if a.Outlet.Name != "" && !slices.Contains(out, a.Outlet.Name) {
			out = append(out, a.Outlet.Name)
		}
	}
	return out
}

// Statement returns one statement, or false when the record does not hold it.
func (r *Record) Statement(id string) (Statement, bool) {
	id = r.Now(id)
	if r.shelf != nil {
		return r.shelf.part([]string{id}).Statement(id)
	}
	i, ok := r.statements[id]
	if !ok {
		return Statement{}, false
	}
	return r.statement(&r.Findings.Statements[i]), true
}

func (r *Record) statement(s *compare.Statement) Statement {
	out := Statement{ID: s.ID, Stance: string(s.Stance), Kind: string(s.Kind), Addressee: r.Places(s.Addressee), Medium: r.Places(s.Medium),
		When: whenOrNil(s.When), Confidence: s.Confidence, Relation: string(s.Relation), Rule: s.Rule, Accounts: make([]Account, 0, len(s.Accounts))}
	if s.Speaker != "" {
		speaker := r.Ref(s.Speaker)
		out.Speaker = &speaker
	}
	for i := range s.Accounts {
		a := &s.Accounts[i]
		if !r.HasPage(a.Page) {
			continue
		}
		account := Account{Page: a.Page, Title: r.Title(a.Page), Outlet: r.Outlet(a.Page), Published: r.Published(a.Page), First: a.First,
			Kind: string(a.Kind), Stance: string(a.Stance), Source: r.Spans(a.Page, a.Source), Cue: r.Spans(a.Page, a.Cue), Content: r.Spans(a.Page, a.Content)}
		account.Chain = r.chain(account.Outlet, a.Chain)
		out.Accounts = append(out.Accounts, account)
	}
	slices.SortStableFunc(out.Accounts, func(a, b Account) int {
		if a.First != b.First {
			if a.First {
				return -1
			}
			return 1
		}
		return cmp.Or(earlier(a.Published.Interval, b.Published.Interval), cmp.Compare(a.Page, b.Page))
	})
	outlet := Ref{Name: "outlet unknown"}
	if first := out.Opens(); first != nil {
		out.Words = Words(first.Content)
		outlet = first.Outlet
	}
	// The longest chain may be another account's than the first: then the outlet that tells it must be shown with it.
	for _, a := range s.Accounts {
		if slices.Equal(a.Chain, s.Chain) {
			outlet = r.Outlet(a.Page)
			break
		}
	}
	out.Chain = r.chain(outlet, s.Chain)
	return out
}

// chain puts the outlet before the voices. An outlet that quotes itself is named once.
func (r *Record) chain(outlet Ref, ids []string) []Ref {
	if outlet.Name == "" {
		outlet.Name = "outlet unknown"
	}
	voices := r.refs(ids)
	if len(voices) > 0 && voices[0].ID == outlet.ID && outlet.ID != "" {
		return voices
	}
	return append([]Ref{outlet}, voices...)
}

// ChainWords writes a chain for people: "Radio Nord → Nordpress → Ilse Marrow".
func ChainWords(chain []Ref) string {
	names := make([]string, len(chain))
	for i, ref := range chain {
		names[i] = ref.Name
	}
	return strings.Join(names, " → ")
}

// SpeakerName returns the speaker's name, the words that stand for somebody the page leaves open ("they"), or that no source is given.
func (s Statement) SpeakerName() string {
	if s.Speaker != nil {
		return s.Speaker.Name
	}
	if a := s.Opens(); a != nil && len(a.Source) > 0 {
		return Quoted(Words(a.Source))
	}
	return "no source given"
}

// StatementTable returns statements as a table, one row an utterance; page, start and end are those of its first account.
func StatementTable(rows []Statement) *Table {
	t := &Table{Columns: []string{"id", "speaker", "stance", "kind", "words", "chain", "outlets", "when_earliest", "when_latest", "confidence", "relation",
		"accounts", "page", "start", "end", "pages"}}
	for _, s := range rows {
		speaker, page, start, end := "", "", "", ""
		if s.Speaker != nil {
			speaker = s.Speaker.Name
		}
		var pages []string
		for _, a := range s.Accounts {
			pages = append(pages, a.Page)
		}
		if a := s.Opens(); a != nil {
			page = a.Page
			if len(a.Content) > 0 {
				start, end = strconv.Itoa(a.Content[0].Start), strconv.Itoa(a.Content[len(a.Content)-1].End)
			}
		}
		earliest, latest := ends(s.When)
		t.Add(s.ID, speaker, s.Stance, s.Kind, s.Words, ChainWords(s.Chain), strings.Join(s.Outlets(), " | "), earliest, latest,
			strconv.FormatFloat(s.Confidence, 'f', -1, 64), s.Relation, strconv.Itoa(len(s.Accounts)), page, start, end, strings.Join(pages, " | "))
	}
	return t
}
