package compare

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/accounts"
	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/dates"
	"github.com/hearsay-news/hearsay/compare/figures"
	"github.com/hearsay-news/hearsay/compare/origins"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/terms"
	"github.com/hearsay-news/hearsay/compare/timeline"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// apart is one story by itself: all that the rooms after stories and entities see of it. They are a pure function of this, so that a story in which
// nothing of it changed keeps its rows.
//
//	pages a, b (what they say, their roles, their outlets)  +  entities 0 "Ilse Marrow", 1 "Sel"  +  one passage of a and b   →   its statements, figures …
//
// Its entities are numbered as they come on its pages; the record's ids are put in afterwards, since a page of another story may change them.
type apart struct {
	pages    []*pages.Page // of the whole set
	passages []copies.Passage
	copied   []Copy
	entities []int       // the record's, by their number in the story
	number   map[int]int // and back
	pinned   bool        // a person hid or noted a row of it: it is compared anew each time
}

// takeApart gives every story of a set what its rooms see.
func takeApart(set *pages.Set, f *Findings, passages []copies.Passage) []*apart {
	var out []*apart
	byStory := map[int]*apart{}
	of := make(map[string]*apart, len(set.Pages))
	for _, p := range set.Pages {
		a := byStory[p.Story]
		if a == nil {
			a = &apart{number: map[int]int{}}
			byStory[p.Story] = a
			out = append(out, a)
		}
		a.pages = append(a.pages, p)
		of[p.ID] = a
		for _, e := range p.Who {
			if _, known := a.number[e]; e >= 0 && !known {
				a.number[e] = len(a.entities)
				a.entities = append(a.entities, e)
			}
		}
	}
	for i := range passages {
		if p := &passages[i]; p.A.Story == p.B.Story {
			a := of[p.A.ID]
			a.passages = append(a.passages, *p)
		}
	}
	for i := range f.Copies {
		c := &f.Copies[i]
		if c.Kind != "verbatim" && c.Kind != "near" {
			continue
		}
		in := map[*apart]int{}
		for _, s := range c.Spans {
			a := of[s.Page]
			if a == nil {
				continue
			}
			at, known := in[a]
			if !known {
				at = len(a.copied)
				in[a] = at
				a.copied = append(a.copied, Copy{Kind: c.Kind})
			}
			a.copied[at].Spans = append(a.copied[at].Spans, s)
		}
	}
	for i := range f.Mends {
		if m := &f.Mends[i]; m.Kind == Hide || m.Kind == Remark {
			for _, anchor := range m.Of {
				if a := of[anchor.Page]; a != nil {
					a.pinned = true
				}
			}
		}
	}
	return out
}

// print names all that the rooms see of a story. Keys name what the pages say.
func (a *apart) print(f *Findings, keys map[string]string) string {
	h := sha256.New()
	for _, p := range a.pages {
		key := keys[p.ID]
		if key == "" {
			return ""
		}
		fmt.Fprintf(h, "page %q %s %q %q %v %q\n", p.ID, key, p.Article.Outlet.Name, p.OutletName, p.OutletGiven, p.Credit)
		p.Changed(func(block int, role page.Role) { fmt.Fprintf(h, "role %d %v\n", block, role) })
		for _, e := range p.Who {
			if e >= 0 {
				e = a.number[e]
			}
			writeInt(h, e)
		}
	}
	for _, e := range a.entities {
		fmt.Fprintf(h, "entity %q %q\n", f.Entities[e].Type, f.Entities[e].Name)
	}
	for i := range a.passages {
		p := &a.passages[i]
		fmt.Fprintf(h, "passage %q %v %q %v %s %d %d\n", p.A.ID, p.AS, p.B.ID, p.BS, p.Kind, p.Matched, p.Bodily)
	}
	for _, c := range a.copied {
		fmt.Fprintf(h, "copy %v\n", c.Spans)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func writeInt(h hash.Hash, n int) {
	var b [20]byte
	h.Write(append(strconv.AppendInt(b[:0], int64(n), 10), ' '))
}

// set makes the story a set of its own.
func (a *apart) set(whole *pages.Set, reading func(*pages.Page) *read.Reading) *pages.Set {
	set := whole.Part(a.pages, func(e int) int { return a.number[e] }, reading)
	of := make(map[string]*pages.Page, len(set.Pages))
	for _, p := range set.Pages {
		of[p.ID] = p
	}
	for i := range a.passages {
		p := &a.passages[i]
		p.A, p.B = of[p.A.ID], of[p.B.ID]
	}
	return set
}

// cast are the entities of a story as its own pages know them, with their numbers for ids.
func (a *apart) cast(f *Findings, set *pages.Set) []Entity {
	out := make([]Entity, len(a.entities))
	for i, e := range a.entities {
		out[i] = Entity{ID: strconv.Itoa(i), Type: f.Entities[e].Type, Name: f.Entities[e].Name}
	}
	for _, p := range set.Pages {
		for i := range p.Entities {
			e := p.Entity(i)
			if e < 0 {
				continue
			}
			for _, r := range p.Entities[i].Roles {
				out[e].Roles = append(out[e].Roles, Role{Text: p.Page.Text.At(r)})
			}
		}
		for i := range p.Names {
			m := &p.Names[i]
			if e := p.Entity(m.Entity); e >= 0 && m.Form == names.Name && len(out[e].Mentions) == 0 && p.Told(m.Span) {
				out[e].Mentions = []Mention{{Place: text.Place{Page: p.ID, Span: m.Span}, Form: string(names.Name)}}
			}
		}
	}
	return out
}

// story is what the rooms find in one story.
func (g *guard) story(f *Findings, cast []Entity, passages []copies.Passage, copied []Copy) {
	var said accounts.Said
	for _, room := range g.storyRooms(f, cast, passages, copied, &said) {
		if !g.room(room.name, room.work) && room.undo != nil {
			g.room(room.name+", undone", room.undo)
		}
	}
}

// storyRooms are what is done with each story, in this order.
func (g *guard) storyRooms(f *Findings, cast []Entity, passages []copies.Passage, copied []Copy, said *accounts.Said) []room {
	set := g.set
	return []room{
		{"accounts", func() {
			*said = accounts.Match(set, cast)
			f.Compared.Statements = said.Laid
		}, g.unsay},
		{"dates", func() { dates.Narrow(set, said.Groups, passages) }, nil},
		{"origins", func() { f.Origins = origins.Read(set, passages) }, func() {
			for i, p := range set.Pages {
				p.Origin = i
			}
		}},
		{"statements", func() { f.Statements, f.Relations = accounts.Rows(set, *said, cast, copied) }, g.unsay},
		{"figures", func() {
			rows, alike, laid := figures.Read(set, cast, f.Statements)
			f.Figures, f.Relations, f.Compared.Figures = rows, append(f.Relations, alike...), laid
		}, nil},
		{"timeline", func() { f.Timeline, f.Compared.Events = timeline.Read(set, f.Figures) }, nil},
		{"terms", func() { f.Terms = terms.Concepts(set, f.Statements, f.Figures, f.Timeline) }, nil},
	}
}

// rename puts the record's ids of entities into the rows of a story, in the place of those they have there.
func rename(f *Findings, to map[string]string) {
	list := func(ids []string) []string {
		if len(ids) == 0 {
			return ids
		}
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = to[id]
		}
		return out
	}
	for i := range f.Statements {
		s := &f.Statements[i]
		s.Speaker, s.Chain = to[s.Speaker], list(s.Chain)
		for k := range s.Accounts {
			s.Accounts[k].Chain = list(s.Accounts[k].Chain)
		}
	}
}
