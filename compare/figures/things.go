package figures

import (
	"github.com/hearsay-news/hearsay/compare/align"
)

// things lays what is counted on each other.
func (r *reader) things(a, b *item) align.Fit {
	x, y := &a.thing, &b.thing
	if len(x.purpose) > 0 && len(y.purpose) > 0 && !align.Shares(x.purpose, y.purpose) {
		return align.Contrary
	}
	if len(x.proper) > 0 && len(y.proper) > 0 && !align.Shares(x.proper, y.proper) {
		return align.Contrary
	}
	switch {
	case x.known && y.known && x.head == y.head:
		return align.Equal
	case !x.known && !y.known:
		return align.Silent
	case !x.known || !y.known:
		return align.Silent
	case x.anybody && y.person, y.anybody && x.person, (x.anybody || y.anybody) && a.fate != "" && a.fate == b.fate:
		return align.Compatible
	case align.Shares(x.mods, []uint32{y.head}) || align.Shares(y.mods, []uint32{x.head}):
		return align.Compatible
	case a.axis == "share" && r.turnout(a) && r.turnout(b):
		return align.Equal
	}
	return align.Contrary
}

// turnout says whether a share is one of those who might have voted.
func (r *reader) turnout(t *item) bool {
	v := r.set.Vocabulary
	if v.StemText[t.thing.head] == "turnout" {
		return true
	}
	for _, w := range t.page.Between(t.thing.span.Cover(t.amount.Whole)) {
		if r.al.Word("voter", v.Forms[w.Form].Text) {
			return true
		}
	}
	return false
}
