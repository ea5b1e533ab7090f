package pattern

import "sort"

// trie is the automaton of one stage: nodes with edges sorted by symbol.
type trie struct {
	first  []int32 // dense: child of the root for each symbol, 0 = none
	edges  []edge
	from   []int32 // edges of node n are edges[from[n]:from[n+1]]
	accept [][]variant
}

type edge struct {
	sym  Sym
	node int32
}

// variant is one plain sequence of a rule: which group each step fills and which steps are inside the reported extent.
type variant struct {
	rule   int32
	groups []uint8
	lo, hi uint8
}

func (t *trie) child(node int32, s Sym) int32 {
	lo, hi := t.from[node], t.from[node+1]
	for lo < hi {
		mid := (lo + hi) / 2
		switch e := t.edges[mid]; {
		case e.sym == s:
			return e.node
		case e.sym < s:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}

type trieBuilder struct {
	next   []map[Sym]int32
	accept [][]variant
}

func newTrieBuilder() *trieBuilder {
	return &trieBuilder{next: []map[Sym]int32{{}}, accept: [][]variant{nil}}
}

func (b *trieBuilder) add(seq []element, rule int) {
	v := variant{rule: int32(rule)}
	node, steps, closed := int32(0), 0, false
	for _, el := range seq {
		switch el.mark {
		case '[':
			v.lo = uint8(steps)
			continue
		case ']':
			v.hi, closed = uint8(steps), true
			continue
		}
		child, ok := b.next[node][el.sym]
		if !ok {
			child = int32(len(b.next))
			b.next = append(b.next, map[Sym]int32{})
			b.accept = append(b.accept, nil)
			b.next[node][el.sym] = child
		}
		node = child
		v.groups = append(v.groups, el.group)
		steps++
	}
	if steps == 0 {
		return // an all-optional pattern matches nothing
	}
	if !closed {
		v.hi = uint8(steps)
	}
	b.accept[node] = append(b.accept[node], v)
}

func (b *trieBuilder) done() trie {
	t := trie{accept: b.accept, from: make([]int32, len(b.next)+1)}
	for n, next := range b.next {
		t.from[n] = int32(len(t.edges))
		start := len(t.edges)
		for s, child := range next {
			t.edges = append(t.edges, edge{s, child})
		}
		own := t.edges[start:]
		sort.Slice(own, func(i, j int) bool { return own[i].sym < own[j].sym })
	}
	t.from[len(b.next)] = int32(len(t.edges))
	most := Sym(0)
	for s := range b.next[0] {
		most = max(most, s)
	}
	t.first = make([]int32, most+1)
	for s, child := range b.next[0] {
		t.first[s] = child
	}
	return t
}
