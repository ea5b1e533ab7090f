// Package pattern matches tables of phrases over the words of a text. It is the machine under read/times and read/amounts: they own
// the tables and what a match means, it owns how matches are found.
//
// A grammar is compiled once from two tables. The table of words says what a word can be:
//
//	month  5  may
//	unit   D  day days
//
// and the table of rules says which sequences mean something, with named groups and the kind of thing it is:
//
//	month-day   day   date   <month> <dom>
//
// Over "on May 12" the scanner cuts atoms (on, May, 12), the words and the digit shapes put terms on them (May: month; 12: dom, num),
// and a trie over terms finds month-day at atoms 1 to 3. What it yields is a term again (a day), which the rules of a later stage use:
// "since <day>". Work is bounded by atoms times the depth of the trie; nothing is tried twice.
package pattern

import (
	"fmt"
	"strings"
	"sync"
)

// Sym numbers a literal word or a class of terms.
type Sym uint16

// Grammar is a compiled pair of tables. It is read-only once compiled and safe for many readers.
type Grammar struct {
	words   map[string]int32 // lower-case atom → word number
	phrase  []phraseNode     // trie over word numbers; node 0 is the root
	opens   []int32          // node of each word that opens a phrase, 0 = none
	syms    map[string]Sym
	symName []string
	literal []Sym // literal symbol of each word, 0 = none
	stages  []trie
	Rules   []Rule
	names   []string // group names
	known   knownSyms
	scans   sync.Pool // scans that are free
}

// Rule is one line of the table of rules.
type Rule struct {
	Name  string
	Class Sym // what a match yields for later stages; 0 = nothing
	Kind  string
	Args  map[string]string
}

type phraseNode struct {
	next  map[int32]int32
	terms []entry
}

type entry struct {
	sym    Sym
	val    string
	num    float64
	casing byte // 'C' capital needed, 'P' capital and a full stop or digit after it needed, 'X' exactly as written, 0 none
	exact  string
}

// Compile builds a grammar. Words are lines "class value phrase, phrase"; rules are lines "name class kind pattern", with tabs between
// the fields, "stage" lines between the stages and "@name pattern" lines as shorthand.
func Compile(words, rules string) (*Grammar, error) {
	g := &Grammar{words: map[string]int32{}, syms: map[string]Sym{}, symName: []string{""}, literal: nil, phrase: []phraseNode{{}}, names: []string{""}}
	for n, line := range strings.Split(words, "\n") {
		if err := g.addWords(line); err != nil {
			return nil, fmt.Errorf("words, line %d: %w", n+1, err)
		}
	}
	g.setKnown()
	short := map[string]string{}
	build := newTrieBuilder()
	for n, line := range strings.Split(rules, "\n") {
		line = strings.TrimRight(line, " \r")
		switch {
		case line == "" || line[0] == '#':
		case line == "stage":
			g.stages = append(g.stages, build.done())
			build = newTrieBuilder()
		case line[0] == '@':
			name, body, ok := strings.Cut(line, "\t")
			if !ok {
				return nil, fmt.Errorf("rules, line %d: shorthand without a body", n+1)
			}
			short[name] = body
		default:
			if err := g.addRule(line, short, build); err != nil {
				return nil, fmt.Errorf("rules, line %d: %w", n+1, err)
			}
		}
	}
	g.stages = append(g.stages, build.done())
	g.opens = make([]int32, len(g.words))
	for w, node := range g.phrase[0].next {
		g.opens[w] = node
	}
	return g, nil
}

// Stages says how many stages of rules there are.
func (g *Grammar) Stages() int { return len(g.stages) }

// Sym returns the symbol of a class, making it if needed. Only for use while a grammar is set up.
func (g *Grammar) Sym(class string) Sym {
	return g.sym("<" + class + ">")
}

// Class returns the name of a class symbol.
func (g *Grammar) Class(s Sym) string { return strings.Trim(g.symName[s], "<>") }

func (g *Grammar) sym(name string) Sym {
	if s, ok := g.syms[name]; ok {
		return s
	}
	s := Sym(len(g.symName))
	g.syms[name] = s
	g.symName = append(g.symName, name)
	return s
}

func (g *Grammar) word(w string) int32 {
	if n, ok := g.words[w]; ok {
		return n
	}
	n := int32(len(g.words))
	g.words[w] = n
	g.literal = append(g.literal, 0)
	return n
}

func (g *Grammar) addWords(line string) error {
	line = strings.TrimRight(line, " \r")
	if line == "" || line[0] == '#' {
		return nil
	}
	fields := strings.SplitN(line, "\t", 3)
	if len(fields) != 3 {
		return fmt.Errorf("want class, value and phrases with tabs between: %q", line)
	}
	class, casing := fields[0], byte(0)
	if c, how, ok := strings.Cut(class, "!"); ok {
		class, casing = c, how[0]
	}
	sym := g.Sym(class)
	for _, phrase := range strings.Split(fields[2], ",") {
		phrase = strings.TrimSpace(phrase)
		if phrase == "" {
			continue
		}
		node := int32(0)
		for _, atom := range cut(phrase) {
			w := g.word(atom)
			next, ok := g.phrase[node].next[w]
			if !ok {
				next = int32(len(g.phrase))
				g.phrase = append(g.phrase, phraseNode{})
				if g.phrase[node].next == nil {
					g.phrase[node].next = map[int32]int32{}
				}
				g.phrase[node].next[w] = next
			}
			node = next
		}
		val := fields[1]
		if val == "=" {
			val = phrase
		}
		g.phrase[node].terms = append(g.phrase[node].terms, entry{sym, val, number(val), casing, phrase})
	}
	return nil
}

// cut returns the lower-case atoms of a phrase of the tables.
func cut(phrase string) []string {
	var out []string
	for _, a := range appendAtoms(nil, phrase, 0, len(phrase)) {
		out = append(out, strings.ToLower(phrase[a.Start:a.End]))
	}
	return out
}

func (g *Grammar) group(name string) uint8 {
	for i, n := range g.names {
		if n == name {
			return uint8(i)
		}
	}
	g.names = append(g.names, name)
	return uint8(len(g.names) - 1)
}

func (g *Grammar) addRule(line string, short map[string]string, build *trieBuilder) error {
	fields := strings.Split(line, "\t")
	if len(fields) != 4 {
		return fmt.Errorf("want name, class, kind and pattern with tabs between: %q", line)
	}
	kind := strings.Fields(fields[2])
	rule := Rule{Name: fields[0], Kind: kind[0], Args: map[string]string{}}
	if fields[1] != "-" {
		rule.Class = g.Sym(fields[1])
	}
	for _, arg := range kind[1:] {
		k, v, _ := strings.Cut(arg, "=")
		rule.Args[k] = v
	}
	sequences, err := g.expand(fields[3], short)
	if err != nil {
		return fmt.Errorf("%s: %w", rule.Name, err)
	}
	g.Rules = append(g.Rules, rule)
	for _, seq := range sequences {
		build.add(seq, len(g.Rules)-1)
	}
	return nil
}
