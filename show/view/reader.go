package view

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Reader is one page's text, cut where anything found begins or ends.
type Reader struct {
	PageRow
	Evidence []Evidence `json:"evidence"`
	Blocks   []Block    `json:"blocks"`
	From     int        `json:"from"`  // index of the first block shown
	Total    int        `json:"total"` // blocks of the page
	Next     int        `json:"next"`  // index of the first block that is not shown; 0 when all are
	Hidden   int        `json:"hidden"`
	Figures  []Tied     `json:"figures"`
	Timeline []Tied     `json:"timeline"`
	Copies   []Copy     `json:"copies"`
}

// Block is one line of a page.
type Block struct {
	Role     string    `json:"role"`
	Why      string    `json:"why"`
	Told     bool      `json:"told"` // facts are taken from it
	Place    Place     `json:"place"`
	Segments []Segment `json:"-"`
	Cut      [2]bool   `json:"-"`     // words of the line are left out before, behind
	Notes    []Note    `json:"notes"` // statements that begin here
}

// Segment is a stretch of text inside which the marks do not change.
type Segment struct {
	Text  string
	Start int // byte offset, for anchors
	Marks []Mark
}

// Mark is something found at a place.
type Mark struct {
	text.Span
	Kind string // source, cue, content, name, time, amount, event, at
	Row  string // id of the row it belongs to; "" for rows of the page alone
	Tip  string // what it was read as
}

// Note is a statement as it stands in the margin.
type Note struct {
	ID         string  `json:"id"`
	Speaker    string  `json:"speaker"`
	Stance     string  `json:"stance"`
	Chain      []Ref   `json:"chain"`
	Confidence float64 `json:"confidence"`
	Carriers   int     `json:"carriers"` // pages that carry it
}

// Tied is a row of another list that has a place on the page.
type Tied struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Place Place  `json:"place"`
}

const (
	maxBlocks = 1500 // blocks of a page shown at once
	maxMarks  = 24   // marks that may lie over one another; deeper ones are not drawn, though their rows stay
)

// Asked says what a reader of a page wants to see.
type Asked struct {
	Dial
	At      []text.Span // places to mark; a long page is shown from where the first of them is in sight
	From    int         // index of the first block
	Anchors bool        // cut the text also at every place that another row leads to
}

// Anchored is the kind of a mark that is not drawn: some row leads to its place.
const Anchored = "anchor"

// Reader returns the text of a page with everything found on it. False when the record does not hold the page.
func (r *Record) Reader(id string, a Asked) (Reader, bool) {
	if r.shelf != nil {
		return r.shelf.whole(id).Reader(id, a)
	}
	d, from := a.Dial, a.From
	e := r.pages[id]
	if e == nil {
		return Reader{}, false
	}
	out := Reader{PageRow: r.pageRow(e, d), Evidence: r.Evidence(id), Blocks: []Block{}, Figures: []Tied{}, Timeline: []Tied{}, Copies: []Copy{}}
	if e.Reading == nil {
		return out, true
	}
	blocks, at := e.Reading.Page.Blocks, whole(e.Reading.Page.Text, a.At)
	out.Total = len(blocks)
	if len(at) > 0 && len(blocks) > maxBlocks {
		from = max(0, blockAt(blocks, at[0].Start)-5)
	}
	out.From = min(max(from, 0), max(0, len(blocks)-1))
	if len(blocks) > out.From+maxBlocks {
		out.Next = out.From + maxBlocks
		blocks = blocks[:out.Next]
	}
	blocks = blocks[out.From:]
	marks := r.marks(e, d)
	for _, s := range at {
		marks = append(marks, Mark{Span: s, Kind: "at"})
	}
	if a.Anchors {
		marks = append(marks, r.anchors(e)...)
	}
	notes := r.notes(e, d, &out.Hidden)
	segments := cut(e.Reading.Page.Text, blocks, marks)
	for i, b := range blocks {
		block := Block{Role: string(b.Role), Why: b.Why, Told: b.Role.Told(), Place: r.Place(id, b.Span), Segments: segments[i], Notes: []Note{}}
		for len(notes) > 0 && notes[0].at < b.End {
			if notes[0].at >= b.Start {
				block.Notes = append(block.Notes, notes[0].Note)
			}
			notes = notes[1:]
		}
		out.Blocks = append(out.Blocks, block)
	}
	r.tie(&out, e)
	return out, true
}

// Passage returns the blocks around some places of a page, marked as in the reader; of a long line the sentences around.
func (r *Record) Passage(id string, d Dial, at []text.Span) []Block {
	if r.shelf != nil {
		return r.shelf.passage(id, d, at)
	}
	e := r.pages[id]
	if e == nil || e.Reading == nil || len(at) == 0 {
		return nil
	}
	all := e.Reading.Page.Blocks
	blocks, lines := excerpts(string(e.Reading.Page.Text), all, at)
	var marks []Mark
	for _, m := range r.marks(e, d) {
		if slices.ContainsFunc(blocks, func(b page.Block) bool { return b.Span.Overlaps(m.Span) }) {
			marks = append(marks, m)
		}
	}
	for _, s := range at {
		marks = append(marks, Mark{Span: s, Kind: "at"})
	}
	segments := cut(e.Reading.Page.Text, blocks, marks)
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		out[i] = Block{Role: string(b.Role), Why: b.Why, Told: b.Role.Told(), Place: r.Place(id, b.Span), Segments: segments[i],
			Cut: [2]bool{b.Start > lines[i].Start, b.End < lines[i].End}}
	}
	return out
}

// whole fits places that came from an address to the text: inside it, and between characters.
func whole(t text.Text, at []text.Span) []text.Span {
	var out []text.Span
	for _, s := range at {
		s.Start, s.End = min(max(s.Start, 0), len(t)), min(max(s.End, 0), len(t))
		for s.Start > 0 && s.Start < len(t) && !utf8.RuneStart(t[s.Start]) {
			s.Start--
		}
		for s.End < len(t) && !utf8.RuneStart(t[s.End]) {
			s.End++
		}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

func blockAt(blocks []page.Block, offset int) int {
	i, _ := slices.BinarySearchFunc(blocks, offset, func(b page.Block, at int) int {
		if b.End <= at {
			return -1
		}
		return 1
	})
	return i
}

type placedNote struct {
	Note
	at int
}

func (r *Record) notes(e *entry, d Dial, hidden *int) []placedNote {
	var out []placedNote
	for _, i := range e.statements {
		s := &r.Findings.Statements[i]
		if !d.shows(s) {
			*hidden++
			continue
		}
		for k := range s.Accounts {
			a := &s.Accounts[k]
			if a.Page != e.ID {
				continue
			}
			spans := slices.Concat(a.Source, a.Cue, a.Content)
			if len(spans) == 0 {
				continue
			}
			first := slices.MinFunc(spans, text.Span.Compare)
			speaker := "no source given"
			if s.Speaker != "" {
				speaker = r.Ref(s.Speaker).Name
			}
			out = append(out, placedNote{Note{ID: s.ID, Speaker: speaker, Stance: string(a.Stance), Chain: r.chain(r.Outlet(e.ID), a.Chain),
				Confidence: s.Confidence, Carriers: len(s.Accounts)}, first.Start})
		}
	}
	slices.SortStableFunc(out, func(a, b placedNote) int { return cmp.Or(a.at-b.at, cmp.Compare(a.ID, b.ID)) })
	return out
}

func (r *Record) tie(out *Reader, e *entry) {
	for _, t := range e.figures {
		f := &r.Findings.Figures[t.row]
		entry := &f.Entries[t.item]
		words := WithUnit(AmountWords(entry.Low, entry.High, entry.Relation), f.Unit)
		out.Figures = append(out.Figures, Tied{ID: f.ID, Title: f.Counts + ": " + words, Place: r.Place(e.ID, entry.Span)})
	}
	for _, t := range e.timeline {
		row := &r.Findings.Timeline[t.row]
		out.Timeline = append(out.Timeline, Tied{ID: row.ID, Title: row.Title, Place: r.Place(e.ID, row.Supports[t.item].Span)})
	}
	for _, i := range e.copies {
		out.Copies = append(out.Copies, r.copied(&r.Findings.Copies[i]))
	}
}
