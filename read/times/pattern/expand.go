package pattern

import (
	"fmt"
	"strings"
)

// element is one step of a plain sequence: a symbol, the group it fills, and whether the reported extent begins or ends here.
type element struct {
	sym   Sym
	group uint8
	mark  byte // 0, '[' or ']': a mark stands between symbols
}

const maxSequences = 4096

// expand turns a pattern into all the plain sequences it stands for.
//
//	word  <class>  <name:class>  x?  (a b|c d)  (a b)?  [ and ] around the reported extent  @shorthand
func (g *Grammar) expand(pattern string, short map[string]string) ([][]element, error) {
	for i := 0; strings.Contains(pattern, "@"); i++ {
		if i > 20 {
			return nil, fmt.Errorf("shorthand does not end: %q", pattern)
		}
		at := strings.IndexByte(pattern, '@')
		end := at + 1
		for end < len(pattern) && (pattern[end] >= 'a' && pattern[end] <= 'z' || pattern[end] >= '0' && pattern[end] <= '9') {
			end++
		}
		body, ok := short[pattern[at:end]]
		if !ok {
			return nil, fmt.Errorf("unknown shorthand %q", pattern[at:end])
		}
		pattern = pattern[:at] + body + pattern[end:]
	}
	p := patternParser{g: g, in: pattern}
	out, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.in) {
		return nil, fmt.Errorf("%q left over in %q", p.in[p.at:], pattern)
	}
	return out, nil
}

type patternParser struct {
	g  *Grammar
	in string
	at int
}

func (p *patternParser) alternatives() ([][]element, error) {
	var all [][]element
	for {
		one, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, one...)
		if p.at >= len(p.in) || p.in[p.at] != '|' {
			return all, nil
		}
		p.at++
	}
}

func (p *patternParser) sequence() ([][]element, error) {
	out := [][]element{nil}
	for {
		for p.at < len(p.in) && p.in[p.at] == ' ' {
			p.at++
		}
		if p.at >= len(p.in) || p.in[p.at] == '|' || p.in[p.at] == ')' {
			return out, nil
		}
		item, err := p.item()
		if err != nil {
			return nil, err
		}
		var next [][]element
		for _, head := range out {
			for _, tail := range item {
				next = append(next, append(append([]element(nil), head...), tail...))
			}
		}
		if len(next) > maxSequences {
			return nil, fmt.Errorf("%q stands for more than %d sequences", p.in, maxSequences)
		}
		out = next
	}
}

func (p *patternParser) item() ([][]element, error) {
	var out [][]element
	switch c := p.in[p.at]; c {
	case '(':
		p.at++
		inner, err := p.alternatives()
		if err != nil {
			return nil, err
		}
		if p.at >= len(p.in) || p.in[p.at] != ')' {
			return nil, fmt.Errorf("missing ) in %q", p.in)
		}
		p.at++
		out = inner
	case '[', ']':
		p.at++
		return [][]element{{{mark: c}}}, nil
	case '<':
		end := strings.IndexByte(p.in[p.at:], '>')
		if end < 0 {
			return nil, fmt.Errorf("missing > in %q", p.in)
		}
		name, class, ok := strings.Cut(p.in[p.at+1:p.at+end], ":")
		if !ok {
			class = name
		}
		p.at += end + 1
		out = [][]element{{{sym: p.g.Sym(class), group: p.g.group(name)}}}
	default:
		end := p.at
		for end < len(p.in) && !strings.ContainsRune(" ()[]<>|?", rune(p.in[end])) {
			end++
		}
		var seq []element
		for _, atom := range cut(p.in[p.at:end]) {
			seq = append(seq, element{sym: p.g.literalSym(atom)})
		}
		if end == p.at {
			return nil, fmt.Errorf("stray %q in %q", p.in[p.at], p.in)
		}
		p.at = end
		out = [][]element{seq}
	}
	if p.at < len(p.in) && p.in[p.at] == '?' {
		p.at++
		out = append(out, nil)
	}
	return out, nil
}

func (g *Grammar) literalSym(atom string) Sym {
	w := g.word(atom)
	if g.literal[w] == 0 {
		g.literal[w] = g.sym(atom)
	}
	return g.literal[w]
}
