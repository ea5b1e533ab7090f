// Package steps counts the work of comparing, so that it ends: a room takes steps as it goes, and is stopped when it has had its share or
// when somebody stops the program.
//
//	b := steps.New(ctx, 1000)
//	b.Take(len(pairs))          // goes on, or leaves the room by a panic that the runner of the rooms catches
//
// Steps are counted, never time: the same pages always go as far.
package steps

import (
	"context"
	"fmt"
)

// Budget is what one room may still do. A nil budget has no end.
type Budget struct {
	ctx   context.Context
	left  int
	spent int
	look  int // steps until the context is looked at again
}

// every is how many steps pass between two looks at the context.
const every = 1 << 16

// New returns a budget of so many steps.
func New(ctx context.Context, steps int) *Budget { return &Budget{ctx: ctx, left: steps, look: every} }

// Take uses steps up. It does not return when there are none left, or when the context has ended.
func (b *Budget) Take(steps int) {
	if b == nil {
		return
	}
	b.spent += steps
	b.left -= steps
	if b.left < 0 {
		panic(Over{b.spent + b.left})
	}
	if b.look -= steps; b.look < 0 {
		b.look = every
		if err := b.ctx.Err(); err != nil {
			panic(Stopped{err})
		}
	}
}

// Spent is how many steps were taken.
func (b *Budget) Spent() int {
	if b == nil {
		return 0
	}
	return b.spent
}

// Over is what a room is left with when its budget is used up.
type Over struct{ Steps int }

func (o Over) Error() string { return fmt.Sprintf("more than %d steps", o.Steps) }

// Stopped is what a room is left with when the context has ended.
type Stopped struct{ error }

func (s Stopped) Unwrap() error { return s.error }
