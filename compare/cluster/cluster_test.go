package cluster

import (
	"reflect"
	"testing"
)

func TestGroups(t *testing.T) {
	apart := func(x, y int) func(a, b []int) bool {
		return func(a, b []int) bool {
			both := append(append([]int{}, a...), b...)
			seen := map[int]bool{}
			for _, m := range both {
				seen[m] = true
			}
			return !(seen[x] && seen[y])
		}
	}
	links := []Link{{1, 2, .8}, {0, 1, .9}, {3, 4, .5}}
	if got, want := Groups(5, links, apart(0, 2)), [][]int{{0, 1}, {2}, {3, 4}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := Groups(3, []Link{{0, 2, .5}, {1, 2, .5}}, apart(0, 1)), [][]int{{0, 2}, {1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("ties go by the rows' numbers: got %v, want %v", got, want)
	}
}
