package names

import (
	"testing"

	"pgregory.net/rapid"
)

// The best path is worth as much as the best of all sequences of labels that may stand.
func TestBestPathIsBest(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 3).Draw(r, "words")
		score := rapid.Int32Range(-9, 9)
		scores, choices := make([][Labels]int32, n), make([]Choice, n)
		for i := range scores {
			choices[i] = Choice(rapid.Uint32().Draw(r, "choices"))&Any | Of(Outside)
			for l := range scores[i] {
				scores[i][l] = score.Draw(r, "score")
			}
		}
		var moves [Labels][Labels]int32
		for range 12 {
			moves[rapid.IntRange(0, Labels-1).Draw(r, "from")][rapid.IntRange(0, Labels-1).Draw(r, "to")] = score.Draw(r, "move")
		}
		var path Path[int32]
		labels := path.Best(scores, choices, &moves)
		worth, before := int32(0), Outside
		for i, l := range labels {
			if !(Next(before) & choices[i]).Has(l) {
				r.Fatalf("word %d has label %d behind %d", i, l, before)
			}
			worth, before = worth+scores[i][l]+moves[before][l], l
		}
		if !Closed.Has(before) {
			r.Fatalf("the last name is left open: %v", labels)
		}
		if best, _ := bestOf(scores, choices, &moves, Outside); best != worth {
			r.Fatalf("%v is worth %d, another path %d", labels, worth, best)
		}
	})
}

// bestOf tries all paths behind a label.
func bestOf(scores [][Labels]int32, choices []Choice, moves *[Labels][Labels]int32, before Label) (best int32, any bool) {
	if len(scores) == 0 {
		return 0, Closed.Has(before)
	}
	for l := range Label(Labels) {
		if !(Next(before) & choices[0]).Has(l) {
			continue
		}
		if rest, ok := bestOf(scores[1:], choices[1:], moves, l); ok {
			if worth := rest + scores[0][l] + moves[before][l]; !any || worth > best {
				best, any = worth, true
			}
		}
	}
	return best, any
}
