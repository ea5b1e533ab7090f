package figures

import (
	"math"
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// checks ties each movement that gives both its ends to the percentages that tell how far it went: "from 8,200 to 3,100" and "more than 60 percent
// fewer" agree.
func (r *reader) checks(figures []record.Figure, row map[*item]int) []record.Relation {
	looks := make([]align.Look, len(r.all))
	for i, t := range r.all {
		if !t.thing.known || !t.moved() && !t.far() {
			continue
		}
		looks[i].Must = []uint64{words.Mix(words.Mix(uint64(t.page.Story)) ^ uint64(t.thing.head))}
	}
	var out []record.Relation
	done := map[[2]int]bool{}
	for _, c := range align.Pairs(looks, align.Figures) {
		a, b := r.all[c[0]], r.all[c[1]]
		if b.moved() {
			a, b = b, a
		}
		if !a.moved() || !b.far() || a.page == b.page || done[[2]int{row[a], row[b]}] || !r.oneMovement(a, b) {
			continue
		}
		if _, ok := row[b]; !ok {
			continue // told in passing
		}
		done[[2]int{row[a], row[b]}] = true
		out = append(out, r.check(a, b, &figures[row[a]], &figures[row[b]]))
	}
	return out
}

// moved says whether a figure is where a movement with both ends told arrived.
func (t *item) moved() bool {
	c := t.amount.Change
	return !t.from && c != nil && c.From.Known && c.To.Known && c.From.Value > 0 && t.axis != "share"
}

// far says whether a figure is a share by which something moved.
func (t *item) far() bool {
	if t.axis != "share" || t.from {
		return false
	}
	return t.step() || t.direction() != ""
}

// direction is which way a share moved: by the amount, or by the words around it ("60 percent fewer").
func (t *item) direction() amounts.Direction {
	if c := t.amount.Change; c != nil && c.Direction != "" {
		return c.Direction
	}
	around := strings.ToLower(t.page.Page.Text.Between(t.span.Start, min(len(t.page.Page.Text), t.span.End+12)))
	for _, word := range strings.Fields(around) {
		switch word {
		case "fewer", "less", "lower", "down", "smaller":
			return amounts.Down
		case "more", "higher", "up", "larger", "greater":
			return amounts.Up
		}
	}
	return ""
}

// oneMovement says whether a movement and a share tell of one thing, as far as their sentences show.
func (r *reader) oneMovement(a, b *item) bool {
	if r.things(a, b) != align.Equal || disjoint(a.places, b.places) && !r.joined(a, b) || disjoint(a.names, b.names) {
		return false
	}
	if x, y := a.amount.Change.Direction, b.direction(); y != "" && x != "" && x != y {
		return false
	}
	_, near := r.set.Common(a.kins, b.kins)
	_, far := r.set.Common(merged(a.kins, a.around), merged(b.kins, b.around))
	return near+(far-near)/2+r.set.Vocabulary.Weight[a.thing.head] >= align.CountedRival
}

// check says whether a share is the one that the ends of a movement make.
func (r *reader) check(a, b *item, fa, fb *record.Figure) record.Relation {
	from, to := a.amount.Change.From.Value, a.amount.Change.To.Value
	share := 100 * math.Abs(to-from) / from
	rel := record.Relation{Kind: "agree", List: "figures", Row: fa.ID, Other: fb.ID, Items: []text.Place{a.page.Place(a.span), b.page.Place(b.span)},
		Why: shown(a) + " is what " + shown(b) + " says"}
	if b.rng == nil || share < b.rng.Low-align.CheckSlack || share > b.rng.High+align.CheckSlack {
		rel.Kind, rel.Part = "differ", string(align.Number)
		rel.Why = shown(a) + " is not what " + shown(b) + " says"
	}
	rel.ID = pages.ID("r", rel.Kind, fa.ID, fb.ID)
	return rel
}
