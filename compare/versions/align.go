package versions

// step is one row of an alignment: a pair, or an element of one side with -1 for the other.
type step struct{ a, b int }

// maxEdits bounds the search of align: two lists with more differences are taken as replaced where they differ.
const maxEdits = 1000

// align matches equal elements of two lists in order, with the fewest elements left over (Myers, "An O(ND) difference algorithm", 1986).
func align(a, b []string) []step {
	var head, tail []step
	lo := 0
	for lo < len(a) && lo < len(b) && a[lo] == b[lo] {
		head = append(head, step{lo, lo})
		lo++
	}
	enda, endb := len(a), len(b)
	for enda > lo && endb > lo && a[enda-1] == b[endb-1] {
		enda--
		endb--
		tail = append(tail, step{enda, endb})
	}
	middle := myers(a[lo:enda], b[lo:endb])
	for _, s := range middle {
		if s.a >= 0 {
			s.a += lo
		}
		if s.b >= 0 {
			s.b += lo
		}
		head = append(head, s)
	}
	for i := len(tail) - 1; i >= 0; i-- {
		head = append(head, tail[i])
	}
	return head
}

func myers(a, b []string) []step {
	edits := min(len(a)+len(b), maxEdits)
	reach := make([]int, 2*edits+2) // reach[k+edits]: how far down a the diagonal k has got
	var trace [][]int
	for d := 0; d <= edits; d++ {
		trace = append(trace, append([]int(nil), reach[max(0, edits-d):min(len(reach), edits+d+2)]...))
		for k := -d; k <= d; k += 2 {
			at := k + edits
			x := 0
			switch {
			case d == 0:
			case k == -d || k != d && reach[at-1] < reach[at+1]:
				x = reach[at+1]
			default:
				x = reach[at-1] + 1
			}
			for x < len(a) && x-k < len(b) && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			reach[at] = x
			if x >= len(a) && x-k >= len(b) {
				return back(trace, len(a), len(b))
			}
		}
	}
	return replaced(len(a), len(b))
}

// back walks the kept frontiers from the end to the beginning.
func back(trace [][]int, x, y int) []step {
	var steps []step
	for d := len(trace) - 1; d > 0; d-- {
		reach := func(k int) int { return trace[d][k+d] } // trace[d] holds the diagonals -d … d+1 as they were before round d
		k := x - y
		from := k - 1
		if k == -d || k != d && reach(k-1) < reach(k+1) {
			from = k + 1
		}
		fromX := reach(from)
		fromY := fromX - from
		for x > fromX && y > fromY {
			x--
			y--
			steps = append(steps, step{x, y})
		}
		if from == k+1 {
			y--
			steps = append(steps, step{-1, y})
		} else {
			x--
			steps = append(steps, step{x, -1})
		}
	}
	for x > 0 && y > 0 {
		x--
		y--
		steps = append(steps, step{x, y})
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return steps
}

func replaced(a, b int) []step {
	var steps []step
	for i := range a {
		steps = append(steps, step{i, -1})
	}
	for i := range b {
		steps = append(steps, step{-1, i})
	}
	return steps
}
