// Package pages is what the rooms of compare work on: the sorted set of readings, each with its words, and with what earlier rooms
// changed on it.
//
//	reading a (roles title, body, body)  +  overlay of compare/site (third line → notice)  →  Page{Roles: title, body, notice}
//
// A room reads a Page through this view and never looks past it at the bare reading's roles, times or publication date.
package pages

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/steps"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	spelling "github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Set is every page that was read, sorted by id.
type Set struct {
	Language   *lang.Language // whose tables the rooms use
	Pages      []*Page
	Vocabulary *words.Vocabulary
	Steps      *steps.Budget // of the room that works on the set now; nil has no end
}

// Common counts and weighs the kinds of word that two sorted lists share.
func (s *Set) Common(a, b []uint32) (n int, weight float64) {
	for w := range words.Common(a, b) {
		n++
		weight += s.Vocabulary.Weight[w]
	}
	return n, weight
}

// Page is a reading with what compare knows of it.
type Page struct {
	*read.Reading
	Index       int
	Words       []words.Word // of the blocks that are shown, in text order
	Roles       []page.Role  // of the blocks, overlay applied
	Published   article.Date
	Intervals   []times.Interval // of the time expressions, overlay applied
	Story       int              // index of its story, set by compare/stories
	OutletName  string           // one spelling for all pages of an outlet, "" for none
	OutletGiven bool             // it was given from outside: nothing overrules it
	Credit      string           // the agency whose text the page carries: as the page says it, or an outlet of the record in its byline
	Outlet      int              // index of its outlet's entity, -1 for none; set by compare/entities
	Who         []int            // record entity of each page entity, -1 for none; set by compare/entities: see Entity
	Said        []int            // record statement of each page statement, -1 for none; set by compare/accounts
	Origin      int              // pages of one original share this number; set by compare/origins
	spelling    *spelling.Tables
	changes     map[int]string // blocks whose role was changed, with the reason
	retimed     map[int]bool
}

// New sorts the readings and numbers their words. Readings without a page are left out.
func New(l *lang.Language, readings []*read.Reading) *Set {
	kept := make([]*read.Reading, 0, len(readings))
	for _, r := range readings {
		if r != nil && r.Skip == nil {
			kept = append(kept, r)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].ID < kept[j].ID })
	s := &Set{Language: l, Vocabulary: words.New(l), Pages: make([]*Page, len(kept))}
	for i, r := range kept {
		p := &Page{Reading: r, spelling: spelling.Of(l), Index: i, Outlet: -1, Origin: i, Published: r.Article.Published,
			Roles: make([]page.Role, len(r.Page.Blocks)), Intervals: make([]times.Interval, len(r.Times)),
			Who: make([]int, len(r.Entities)), Said: make([]int, len(r.Statements))}
		for n, b := range r.Page.Blocks {
			p.Roles[n] = b.Role
			if b.Role.Shown() {
				p.Words = s.Vocabulary.Append(p.Words, r.Page.Text, b.Span)
			}
		}
		for n, e := range r.Times {
			p.Intervals[n] = e.Interval
		}
		p.Unsay()
		p.Unname()
		s.Pages[i] = p
	}
	s.outlets()
	return s
}

// Entity returns the record's entity that one of the page's is, -1 for none.
func (p *Page) Entity(local int) int {
	if local < 0 || local >= len(p.Who) {
		return -1
	}
	return p.Who[local]
}

// Unname leaves the page without entities of the record.
func (p *Page) Unname() {
	p.Outlet = -1
	for i := range p.Who {
		p.Who[i] = -1
	}
}

// Unsay leaves the page without statements of the record.
func (p *Page) Unsay() {
	for i := range p.Said {
		p.Said[i] = -1
	}
}

// Block returns the index of the block that holds an offset, or -1.
func (p *Page) Block(offset int) int {
	blocks := p.Page.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > offset })
	if i < len(blocks) && blocks[i].Start <= offset {
		return i
	}
	return -1
}

// Role returns the role of the block at an offset; outside every block it is Other.
func (p *Page) Role(offset int) page.Role {
	if i := p.Block(offset); i >= 0 {
		return p.Roles[i]
	}
	return page.Other
}

// Told says whether a row at a place still counts: a block that compare found to be furniture takes its rows with it.
func (p *Page) Told(s text.Span) bool {
	i := p.Block(s.Start)
	return i < 0 || p.Roles[i].Told() || p.changes[i] == ""
}

// Between returns the words inside a span.
func (p *Page) Between(s text.Span) []words.Word {
	w := p.Words
	i := sort.Search(len(w), func(i int) bool { return int(w[i].Start) >= s.Start })
	j := i + sort.Search(len(w)-i, func(j int) bool { return int(w[i+j].End) > s.End })
	return w[i:j]
}

// SetRole gives a block another role.
func (p *Page) SetRole(block int, role page.Role, why string) {
	if p.Roles[block] == role {
		return
	}
	if p.changes == nil {
		p.changes = map[int]string{}
	}
	p.Roles[block], p.changes[block] = role, why
}

// Settle takes the words of furniture out of the pages, once their roles are known.
func (s *Set) Settle() {
	for _, p := range s.Pages {
		if p.changes == nil {
			continue
		}
		kept := p.Words[:0]
		for _, w := range p.Words {
			if b := p.Block(int(w.Start)); b >= 0 && p.Roles[b].Shown() {
				kept = append(kept, w)
			}
		}
		p.Words = kept
	}
}

// SetTime resolves a time expression.
func (p *Page) SetTime(i int, interval times.Interval) {
	if p.Intervals[i] == interval {
		return
	}
	if p.retimed == nil {
		p.retimed = map[int]bool{}
	}
	p.Intervals[i], p.retimed[i] = interval, true
}

// Overlay returns what was changed on the page's reading, and whether anything was.
func (p *Page) Overlay() (record.Overlay, bool) {
	out := record.Overlay{Page: p.ID}
	for i := range p.Roles {
		if why := p.changes[i]; why != "" {
			out.Roles = append(out.Roles, record.RoleChange{Block: i, Role: p.Roles[i], Why: why})
		}
	}
	for i := range p.Intervals {
		if p.retimed[i] {
			out.Times = append(out.Times, record.TimeChange{Time: i, Interval: p.Intervals[i]})
		}
	}
	return out, len(out.Roles)+len(out.Times) > 0
}

// Body is the words of blocks that tell something, without title, dateline and captions.
func (p *Page) Body() []words.Word {
	var out []words.Word
	at := 0
	for i, b := range p.Page.Blocks {
		for at < len(p.Words) && int(p.Words[at].Start) < b.Start {
			at++
		}
		from := at
		for at < len(p.Words) && int(p.Words[at].End) <= b.End {
			at++
		}
		if bodily(p.Roles[i]) {
			out = append(out, p.Words[from:at]...)
		}
	}
	return out
}

// InBody says whether an offset lies in one of the blocks whose words Body returns.
func (p *Page) InBody(offset int) bool { return bodily(p.Role(offset)) }

func bodily(r page.Role) bool {
	return r == page.Standfirst || r == page.Body || r == page.Subhead || r == page.Quote
}

// Named says which of the page's entities have a name, not only a description.
func (p *Page) Named() []bool {
	out := make([]bool, len(p.Entities))
	for _, m := range p.Names {
		if m.Form == names.Name && m.Entity >= 0 && m.Entity < len(out) {
			out[m.Entity] = true
		}
	}
	return out
}

// Place makes a span of the page a place of the record.
func (p *Page) Place(s text.Span) text.Place { return text.Place{Page: p.ID, Span: s} }

// Hull returns the smallest span over some spans.
func Hull(spans ...[]text.Span) text.Span {
	var out text.Span
	seen := false
	for _, list := range spans {
		for _, s := range list {
			if !seen {
				out, seen = s, true
				continue
			}
			out = out.Cover(s)
		}
	}
	return out
}

// Speaks says whether the page's statement is in force: it stands where something is told.
func (p *Page) Speaks(i int) bool {
	s := &p.Statements[i]
	at := Hull(s.Content, s.Cue, s.Source)
	return !at.Empty() && p.Told(at)
}

// ID makes a row's id: the kind's letter and eleven digits from a hash of everything that makes the row what it is.
func ID(kind string, parts ...string) string {
	h := words.Hash(kind)
	for _, part := range parts {
		h = words.Mix(h*31 ^ words.Hash(part))
	}
	const digits = "0123456789abcdefghijkmnpqrstuvwx"
	out := make([]byte, 0, len(kind)+11)
	out = append(out, kind...)
	for i := 0; i < 11; i++ {
		out = append(out, digits[h&31])
		h >>= 5
	}
	return string(out)
}

// PlaceKey writes a place as a part of an ID.
func PlaceKey(p text.Place) string {
	return p.Page + "\x00" + strconv.Itoa(p.Start) + "\x00" + strconv.Itoa(p.End)
}
