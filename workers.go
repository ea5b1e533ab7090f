package hearsay

import (
	"iter"
	"sync"
)

// InOrder calls work on every item of a stream with a number of workers and yields item and result in the order of the stream.
// It holds at most four items a worker; it stops its workers when the caller stops.
func InOrder[In, Out any](items iter.Seq[In], workers int, work func(In) Out) iter.Seq2[In, Out] {
	return func(yield func(In, Out) bool) {
		if workers <= 1 {
			for item := range items {
				if !yield(item, work(item)) {
					return
				}
			}
			return
		}
		type job struct {
			item In
			done chan Out
		}
		jobs := make(chan job)
		queue := make(chan job, 4*workers) // jobs in order of the stream, finished or not
		stop := make(chan struct{})
		var running sync.WaitGroup
		running.Go(func() {
			defer close(queue)
			defer close(jobs)
			for item := range items {
				j := job{item, make(chan Out, 1)}
				select {
				case queue <- j:
				case <-stop:
					return
				}
				select {
				case jobs <- j:
				case <-stop:
					return
				}
			}
		})
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.done <- work(j.item)
				}
			})
		}
		defer running.Wait()
		defer close(stop)
		for j := range queue {
			if !yield(j.item, <-j.done) {
				return
			}
		}
	}
}
