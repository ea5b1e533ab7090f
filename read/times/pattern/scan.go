package pattern

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Term is what a stretch of atoms can be: a literal word, a class of the table of words, a number, or what a rule made of it.
type Term struct {
	Sym  Sym
	Atom int32 // first atom
	End  int32 // atom after the last
	next int32 // next term at the same atom
	Num  float64
	Val  string
	Ref  int32 // for the caller: index of what a rule built
}

// Scan is the lattice of terms over one stretch of text. It is reused from sentence to sentence.
type Scan struct {
	g     *Grammar
	Text  string
	Atoms []Atom
	Terms []Term
	head  []int32 // first term at each atom, -1 = none
	lower []byte
	// Before, when set, names the class of words that digits may hang on ("USD10" but not "B2"); else any word of the tables will do.
	Before Sym
	// Spaced reads "13 009" as one number too.
	Spaced bool
	path   []int32
}

// NewScan returns an empty scan for the grammar.
func (g *Grammar) NewScan() *Scan {
	if s, ok := g.scans.Get().(*Scan); ok {
		return s
	}
	return &Scan{g: g}
}

// Free gives a scan back for the next NewScan. It must not be used any more.
func (s *Scan) Free() {
	s.Text, s.Before, s.Spaced = "", 0, false
	s.g.scans.Put(s)
}

// Load cuts text[from:to] into atoms and puts the terms of words and digits on them.
func (s *Scan) Load(text string, from, to int) {
	s.Text = text
	s.Atoms = appendAtoms(s.Atoms[:0], text, from, to)
	s.Terms = s.Terms[:0]
	s.head = s.head[:0]
	for range s.Atoms {
		s.head = append(s.head, -1)
	}
	for i := range s.Atoms {
		s.Atoms[i].Word = s.lookup(&s.Atoms[i])
	}
	for i := len(s.Atoms) - 1; i >= 0; i-- {
		s.words(i)
	}
	for i := len(s.Atoms) - 1; i >= 0; i-- {
		if s.Atoms[i].Kind == Digits {
			s.digits(i)
		}
	}
	s.numerals()
}

func (s *Scan) lookup(a *Atom) int32 {
	word := s.Text[a.Start:a.End]
	if a.Kind == Digits {
		if n, ok := s.g.words[word]; ok {
			return n
		}
		return -1
	}
	switch word { // one spelling for each kind of quote and dash
	case "’", "‘", "`", "´":
		word = "'"
	case "–", "—", "‐", "‑", "−":
		word = "-"
	case "⁄":
		word = "/"
	}
	s.lower = s.lower[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		} else if c >= utf8.RuneSelf {
			s.lower = append(s.lower[:0], strings.Map(unicode.ToLower, word)...)
			break
		}
		s.lower = append(s.lower, c)
	}
	if n, ok := s.g.words[string(s.lower)]; ok {
		return n
	}
	return -1
}

// Add puts a term on the lattice.
func (s *Scan) Add(t Term) {
	t.next = s.head[t.Atom]
	s.head[t.Atom] = int32(len(s.Terms))
	s.Terms = append(s.Terms, t)
}

// words puts the literal and all phrases that begin at atom i on the lattice.
func (s *Scan) words(i int) {
	w := s.Atoms[i].Word
	if w < 0 {
		return
	}
	if lit := s.g.literal[w]; lit != 0 {
		s.Add(Term{Sym: lit, Atom: int32(i), End: int32(i + 1)})
	}
	node := s.g.opens[w]
	for j := i; node != 0; j++ {
		for _, e := range s.g.phrase[node].terms {
			if e.casing == 'X' && s.Text[s.Atoms[i].Start:s.Atoms[j].End] != e.exact || e.casing != 0 && e.casing != 'X' && !s.cased(i, j, e.casing) {
				continue
			}
			s.Add(Term{Sym: e.sym, Atom: int32(i), End: int32(j + 1), Num: e.num, Val: e.val})
		}
		if j+1 == len(s.Atoms) || len(s.g.phrase[node].next) == 0 {
			return
		}
		node = s.g.phrase[node].next[s.Atoms[j+1].Word]
	}
}

// cased checks a word that counts only when written with a capital ("May"), and "P": an abbreviation followed by a full stop or number.
func (s *Scan) cased(i, j int, how byte) bool {
	if !s.Atoms[i].Capital {
		// "14 nov": an abbreviation beside a number; "may" stays a verb.
		w := s.Word(i)
		return (len(w) == 3 && w != "may" && w != "sun" && w != "sat" || w == "sept") && i == j &&
			(i > 0 && s.Atoms[i-1].Kind == Digits || i+1 < len(s.Atoms) && s.Atoms[i+1].Kind == Digits)
	}
	if how == 'P' {
		if s.Text[s.Atoms[j].Start] == '.' {
			return true
		}
		if c := s.Word(j + 1); (c == "/" || c == "-") && s.Atoms[j+1].Glued {
			return true
		}
		return j+1 < len(s.Atoms) && (s.Atoms[j+1].Kind == Digits || s.Text[s.Atoms[j+1].Start] == '.') ||
			i > 0 && s.Atoms[i-1].Kind == Digits
	}
	return true
}

// At calls f for each term that begins at atom i.
func (s *Scan) At(i int, f func(*Term)) {
	if i < 0 || i >= len(s.head) {
		return
	}
	for n := s.head[i]; n >= 0; n = s.Terms[n].next {
		f(&s.Terms[n])
	}
}

// Span returns the text offsets of atoms [from, to).
func (s *Scan) Span(from, to int) (start, end int) {
	return int(s.Atoms[from].Start), int(s.Atoms[to-1].End)
}

// Word returns the text of an atom, "" outside.
func (s *Scan) Word(i int) string {
	if i < 0 || i >= len(s.Atoms) {
		return ""
	}
	return s.Text[s.Atoms[i].Start:s.Atoms[i].End]
}

// Match is a rule found at atoms [Atom, End); its reported extent is [From, To).
type Match struct {
	scan     *Scan
	Rule     *Rule
	Atom     int
	End      int
	From, To int
	groups   []uint8
	path     []int32
}

// Group returns the term that fills a named group, nil for none. Of several the first counts.
func (m *Match) Group(name string) *Term { return m.Nth(name, 0) }

// Nth returns the nth term that fills a named group.
func (m *Match) Nth(name string, nth int) *Term {
	for i, g := range m.groups {
		if g != 0 && m.scan.g.names[g] == name {
			if nth == 0 {
				return &m.scan.Terms[m.path[i]]
			}
			nth--
		}
	}
	return nil
}

// Run finds all matches of a stage, in order of their first atom. The match is only valid inside f. Terms that f adds are seen by
// later stages only, unless they begin at a later atom.
func (s *Scan) Run(stage int, f func(*Match)) {
	t := &s.g.stages[stage]
	for i := range s.Atoms {
		for n := s.head[i]; n >= 0; n = s.Terms[n].next {
			sym := s.Terms[n].Sym
			if int(sym) >= len(t.first) || t.first[sym] == 0 {
				continue
			}
			s.path = append(s.path[:0], n)
			s.walk(t, t.first[sym], i, f)
		}
	}
}

func (s *Scan) walk(t *trie, node int32, from int, f func(*Match)) {
	end := int(s.Terms[s.path[len(s.path)-1]].End)
	for _, v := range t.accept[node] {
		m := Match{scan: s, Rule: &s.g.Rules[v.rule], Atom: from, End: end, groups: v.groups, path: s.path}
		if v.lo < v.hi {
			m.From = int(s.Terms[s.path[v.lo]].Atom)
			m.To = int(s.Terms[s.path[v.hi-1]].End)
		}
		f(&m)
	}
	if t.from[node] == t.from[node+1] || end >= len(s.Atoms) {
		return
	}
	for n := s.head[end]; n >= 0; n = s.Terms[n].next {
		if child := t.child(node, s.Terms[n].Sym); child != 0 {
			s.path = append(s.path, n)
			s.walk(t, child, from, f)
			s.path = s.path[:len(s.path)-1]
		}
	}
}
