package net

// Move is a step of the arc-hybrid transition system: shift the next word onto the stack, or give the word on top of the stack its head,
// which is the next word (left) or the word below it (right).
type Move uint8

const (
	Shift Move = iota
	Left
	Right
	Moves
)

// State is a parse under way. Words are numbered from 0; the number after the last is the root, which stays the last word of the input.
type State struct {
	Words int
	Next  int     // first word not yet shifted
	Stack []int32 // top at the end
	Heads []int32 // -1 where not yet known
	left  []uint8 // how many words to the left, to the right, have each word as head
	right []uint8
}

// Reset begins a sentence.
func (s *State) Reset(words int) {
	s.Words, s.Next, s.Stack = words, 0, s.Stack[:0]
	s.Heads, s.left, s.right = grow(s.Heads, words+1), grow(s.left, words+1), grow(s.right, words+1)
	for i := range s.Heads {
		s.Heads[i], s.left[i], s.right[i] = -1, 0, 0
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Done says whether every word has its head.
func (s *State) Done() bool { return s.Next == s.Words && len(s.Stack) == 0 }

// Legal says whether a move is possible. The root takes one word only, the last one left.
func (s *State) Legal(m Move) bool {
	switch m {
	case Shift:
		return s.Next < s.Words
	case Left:
		return len(s.Stack) == 1 || len(s.Stack) > 1 && s.Next < s.Words
	}
	return len(s.Stack) > 1
}

// Do makes a move.
func (s *State) Do(m Move) {
	top := len(s.Stack) - 1
	switch m {
	case Shift:
		s.Stack = append(s.Stack, int32(s.Next))
		s.Next++
	case Left:
		s.Heads[s.Stack[top]] = int32(s.Next)
		s.left[s.Next] = min(s.left[s.Next]+1, 9)
		s.Stack = s.Stack[:top]
	case Right:
		head := s.Stack[top-1]
		s.Heads[s.Stack[top]] = head
		s.right[head] = min(s.right[head]+1, 9)
		s.Stack = s.Stack[:top]
	}
}

// Slots are the words that a decision looks at: third, second and top of the stack, and the next word. Missing ones are -1.
const Slots = 4

// Look fills in the words of the slots and the rows of the small features.
func (s *State) Look(slots *[Slots]int32, rows *[Rows]int32) {
	n := len(s.Stack)
	for k := range 3 {
		slots[k] = -1
		if at := n - 3 + k; at >= 0 {
			slots[k] = s.Stack[at]
		}
	}
	slots[3] = int32(s.Next)
	s0, s1, b0 := slots[2], slots[1], slots[3]
	rows[0] = 0
	if s0 >= 0 {
		rows[0] = 1 + distance(int(b0-s0))
	}
	rows[1] = 9
	if s1 >= 0 {
		rows[1] = 10 + distance(int(s0-s1))
	}
	rows[2] = 18 + int32(min(s.left[b0], 3))
	rows[3] = 22
	rows[4] = 26
	if s0 >= 0 {
		rows[3] += int32(min(s.left[s0], 3))
		rows[4] += int32(min(s.right[s0], 3))
	}
	rows[5] = 30
	if s1 >= 0 {
		rows[5] += int32(min(s.right[s1], 3))
	}
}

// Rows is how many small features a decision has; RowCount how many rows their table.
const (
	Rows     = 6
	RowCount = 34
)

func distance(d int) int32 {
	switch {
	case d <= 4:
		return int32(d - 1)
	case d <= 6:
		return 4
	case d <= 10:
		return 5
	case d <= 20:
		return 6
	}
	return 7
}
