package accounts

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/text"
)

// voice is who makes a statement, as far as words tell.
type voice struct {
	entity  int  // of the record, -1 for none
	named   bool // it has a name
	words   []uint32
	roles   []uint32     // kins of its words and of what it is called besides
	head    uint32       // kin of the noun that says what it is: official in "a senior State official"
	mods    []uint32     // the rest of its words
	proper  []uint32     // those of them that are names: Elsk in "the police chief of Elsk"
	many    bool         // the noun is a plural
	anybody bool         // the noun fits nearly anybody: "officials", "scientists", "a source"
	count   *align.Range // how many: "ten countries"
}

// voice takes the words of a description apart: what stands before its first preposition, and what follows.
func (m *matcher) voice(name string, roles []string) voice {
	v := voice{entity: -1, words: kinsOf(m.set, name)}
	v.roles = slices.Clone(v.words)
	for _, r := range roles {
		v.roles = append(v.roles, kinsOf(m.set, r)...)
	}
	t := words.Of(m.set.Language)
	ended, article := false, false // behind its noun; "a" stands before it
	for _, w := range m.set.Vocabulary.Append(nil, text.Text(name), text.Span{Start: 0, End: len(name)}) {
		f := &m.set.Vocabulary.Forms[w.Form]
		if f.Stop || f.Number {
			article = article || v.head == 0 && m.al.Word("indefinite", f.Text)
			ended = ended || v.head != 0
			continue
		}
		if r, _ := utf8.DecodeRuneInString(name[w.Start:]); unicode.IsUpper(r) {
			v.proper = append(v.proper, m.al.Place(f.Stem))
		}
		if ended {
			continue
		}
		v.head = f.Kin
		one := t.Singular(f.Text)
		v.many = one != f.Text
		v.anybody = v.many || article || m.al.Word("general", one)
	}
	for _, k := range v.words {
		if k != v.head {
			v.mods = append(v.mods, k)
		}
	}
	v.words, v.roles, v.mods, v.proper = align.Unique(v.words), align.Unique(v.roles), align.Unique(v.mods), align.Unique(v.proper)
	return v
}

// speakers says whether two statements have one speaker.
//
//	"the police chief of Elsk"      "Elsk's police chief"     one voice
//	"Tarvan lawmakers"              "the Tarvan side"         perhaps
//	"officials"                     "officials"               perhaps: anybody can be one
//	"ten countries"                 "eleven countries"        two
//	"Elsk health officials"         "Besk health officials"   two
func (m *matcher) speakers(a, b *told) align.Voices {
	x, y := &a.voice, &b.voice
	switch {
	case x.entity >= 0 && x.entity == y.entity:
		return align.One
	case x.entity < 0 || y.entity < 0:
		return align.Unsure
	case x.named && y.named:
		return align.Strangers
	case x.count != nil && y.count != nil && !x.count.Meets(y.count):
		return align.Strangers
	case x.named != y.named: // "the prime minister" and a person called prime minister
		if align.Shares(x.roles, y.roles) {
			return align.Unsure
		}
		return align.Strangers
	case len(x.proper) > 0 && len(y.proper) > 0 && !align.Shares(x.proper, y.proper):
		return align.Strangers
	case a.page == b.page:
		if align.Shares(x.roles, y.roles) {
			return align.Unsure
		}
		return align.Strangers
	case m.described(x, y):
		return align.One
	}
	return align.Unsure
}

// described says whether two descriptions stand for one voice of a story.
func (m *matcher) described(v, o *voice) bool {
	if slices.Equal(v.words, o.words) {
		return len(v.mods) > 0 || !v.anybody
	}
	if v.head != o.head || v.many != o.many {
		return false
	}
	if !v.anybody && !o.anybody && (len(v.mods) == 0 || len(o.mods) == 0) {
		return true // "the mayor" and "the mayor of Elsk"
	}
	_, weight := m.set.Common(v.mods, o.mods)
	return weight >= align.Telling
}

// akin says whether what two voices are called has a word in common.
func akin(a, b *told) bool { return align.Shares(a.voice.roles, b.voice.roles) }
