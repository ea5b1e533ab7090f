package hearsay

import (
	"iter"
	"sync"
)

// InOrder calls work on every item of a stream with a number of workers and yields item and result in the order of the stream.
// It holds at most four items a worker; it stops its workers when the caller stops. A fault in a worker, or where the items come from, is met
// by the caller, as if all of it ran there.
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
			done chan result[Out]
		}
		jobs := make(chan job)
		queue := make(chan job, 4*workers) // jobs in order of the stream, finished or not
		stop := make(chan struct{})
		var running sync.WaitGroup
		var broken *Fault // of the stream; read after queue was closed
		running.Go(func() {
			defer close(queue)
			defer close(jobs)
			defer func() {
				if cause := recover(); cause != nil {
					broken = faultOf("gathering", cause)
				}
			}()
			for item := range items {
				j := job{item, make(chan result[Out], 1)}
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
					j.done <- finish(work, j.item)
				}
			})
		}
		defer running.Wait()
		defer close(stop)
		for j := range queue {
			r := <-j.done
			if r.fault != nil {
				panic(r.fault)
			}
			if !yield(j.item, r.out) {
				return
			}
		}
		if broken != nil {
			panic(broken)
		}
	}
}

// result is what a worker made of an item, or why it could not.
type result[Out any] struct {
	out   Out
	fault *Fault
}

func finish[In, Out any](work func(In) Out, item In) (r result[Out]) {
	defer func() {
		if cause := recover(); cause != nil {
			r.fault = faultOf("work", cause)
		}
	}()
	return result[Out]{out: work(item)}
}
