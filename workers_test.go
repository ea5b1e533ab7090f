package hearsay

import (
	"slices"
	"sync/atomic"
	"testing"
)

// Results come in the order of the stream, however many workers there are and however long each takes; a caller that stops early leaves
// no worker behind.
func TestInOrder(t *testing.T) {
	items := make([]int, 500)
	for i := range items {
		items[i] = i
	}
	for _, workers := range []int{0, 1, 2, 8} {
		var begun atomic.Int32
		square := func(n int) int {
			begun.Add(1)
			sum := 0
			for i := range (n * 7919) % 5000 { // uneven work
				sum += i & 1
			}
			return n*n + sum - sum
		}
		next := 0
		for n, result := range InOrder(slices.Values(items), workers, square) {
			if n != next || result != n*n {
				t.Fatalf("%d workers: got %d, %d at place %d", workers, n, result, next)
			}
			next++
		}
		if next != len(items) {
			t.Errorf("%d workers: %d results of %d", workers, next, len(items))
		}
		begun.Store(0)
		for n := range InOrder(slices.Values(items), workers, square) {
			if n == 20 {
				break
			}
		}
		if most := int32(22 + 6*max(workers, 1)); begun.Load() > most {
			t.Errorf("%d workers: %d items were begun after the caller stopped at the 21st", workers, begun.Load())
		}
		for range InOrder(slices.Values([]int(nil)), workers, square) {
			t.Error("something came from nothing")
		}
	}
}
