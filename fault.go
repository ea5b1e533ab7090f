package hearsay

import (
	"fmt"
	"iter"
	"log/slog"
	"runtime/debug"

	"github.com/hearsay-news/hearsay/gather"
)

// Fault is a fault of ours that ended a piece of work. It is an error like any other, so that nobody meets a panic; its stack is for the log.
type Fault struct {
	During string
	Cause  any
	Stack  string
}

func (f *Fault) Error() string { return fmt.Sprintf("%s: a fault of ours: %v", f.During, f.Cause) }

// Guarded runs a piece of work and turns a fault of ours inside it into an error, which is logged with its stack.
func Guarded(during string, work func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			f := faultOf(during, cause)
			slog.Error("a fault of ours; please report it", "during", f.During, "fault", fmt.Sprint(f.Cause), "stack", f.Stack)
			err = f
		}
	}()
	return work()
}

// faultOf describes what was recovered from. A fault that was carried over from another goroutine keeps the stack it had there.
func faultOf(during string, cause any) *Fault {
	if carried, ok := cause.(*Fault); ok {
		return &Fault{during, carried.Cause, carried.Stack}
	}
	return &Fault{during, cause, string(debug.Stack())}
}

// gathered hands on pages until their source comes to its end, or falls over: then a last page, a skip, says so. A fault of who takes the pages is
// left alone.
func gathered(pages iter.Seq[gather.Page]) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		taking := false
		defer func() {
			if taking {
				return // a panic of the loop around us goes on its way
			}
			if cause := recover(); cause != nil {
				f := faultOf("gathering", cause)
				slog.Error("a fault of ours while gathering; please report it", "fault", fmt.Sprint(f.Cause), "stack", f.Stack)
				yield(gather.Page{ID: "gathering", Name: "gathering", Skip: &gather.Skip{Reason: gather.Panic, Detail: fmt.Sprint(f.Cause)}})
			}
		}()
		for p := range pages {
			taking = true
			if !yield(p) {
				taking = false
				return
			}
			taking = false
		}
	}
}
