package syntax

import "github.com/hearsay-news/hearsay/read/syntax/net"

// oracle knows for any state of the arc-hybrid system how many right heads each move makes unreachable (Goldberg and Nivre 2013).
type oracle struct {
	head     []int32 // the right heads; the root is number len(head)
	children [][]int32
	stacked  []bool
}

func newOracle(head []int32) *oracle {
	o := &oracle{head: head, children: make([][]int32, len(head)+1), stacked: make([]bool, len(head)+1)}
	for i, h := range head {
		o.children[h] = append(o.children[h], int32(i))
	}
	return o
}

// costs of the moves that are legal; -1 for the others.
func (o *oracle) costs(s *net.State) (cost [net.Moves]int) {
	clear(o.stacked)
	for _, w := range s.Stack {
		o.stacked[w] = true
	}
	n := len(s.Stack)
	next := int32(s.Next)
	for m := range net.Moves {
		if !s.Legal(m) {
			cost[m] = -1
			continue
		}
		c := 0
		switch m {
		case net.Shift: // the next word loses heads below the top of the stack and all dependents on the stack
			if h := o.head[next]; h < next && o.stacked[h] && s.Stack[n-1] != h {
				c++
			}
			for _, child := range o.children[next] {
				if o.stacked[child] {
					c++
				}
			}
		case net.Left: // the top loses a head below it or further right, and its dependents to the right
			top := s.Stack[n-1]
			if h := o.head[top]; h > next || n > 1 && h == s.Stack[n-2] {
				c++
			}
			c += o.waiting(top, next)
		case net.Right: // the top loses a head to the right, and its dependents there
			top := s.Stack[n-1]
			if o.head[top] >= next {
				c++
			}
			c += o.waiting(top, next)
		}
		cost[m] = c
	}
	return cost
}

func (o *oracle) waiting(word, next int32) (n int) {
	for _, child := range o.children[word] {
		if child >= next {
			n++
		}
	}
	return n
}
