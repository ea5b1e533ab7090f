package compare

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/steps"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read"
)

// guard runs the rooms of compare one after the other. What goes wrong in one costs its rows, and is a row itself:
//
//	figures panics  →  no figures, and Fault{Room: "figures", Kind: "fault", Detail: "index out of range …"}
type guard struct {
	ctx      context.Context
	language *lang.Language
	set      *pages.Set
	findings *Findings
	keys     map[string]string // of what the pages say: see Given
	whole    func(page string) (*read.Reading, error)
	failed   error             // no whole reading could be had
	before   before            // what was found before
	in       string            // the story that is compared now, by its first page
	steps    map[string]int    // taken in each room
	enter    func(room string) // called first in each room; for tests
}

// A room may take so many steps, and so many more for each page. Real pages take a hundredth of it.
const (
	stepsARoom = 1 << 31
	stepsAPage = 1 << 22
)

// room runs one room and says whether it came to its end. A room that was stopped by the context came to none, and is no fault.
func (g *guard) room(name string, work func()) (done bool) {
	if g.ctx.Err() != nil || g.failed != nil {
		return false
	}
	if g.set != nil {
		g.set.Steps = steps.New(g.ctx, stepsARoom+stepsAPage*len(g.set.Pages))
	}
	defer func() {
		if g.steps != nil && g.set != nil {
			g.steps[name] += g.set.Steps.Spent()
		}
		switch left := recover().(type) {
		case nil:
		case steps.Stopped:
		case lost:
			g.failed = left.error
		case steps.Over:
			g.fault(Fault{Room: name, Kind: OverBudget, Detail: left.Error()})
		default:
			g.fault(Fault{Room: name, Kind: Broken, Detail: fmt.Sprint(left), Stack: string(debug.Stack())})
		}
	}()
	if g.enter != nil {
		g.enter(name)
	}
	work()
	return true
}

func (g *guard) fault(f Fault) {
	f.Story = g.in
	f.ID = pages.ID("x", f.Room, string(f.Kind), f.Detail, f.Story)
	g.findings.Faults = append(g.findings.Faults, f)
}
