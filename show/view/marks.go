package view

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// marks returns what was found on a page, without rows whose block was given a role that tells nothing.
func (r *Record) marks(e *entry, d Dial) []Mark {
	var out []Mark
	reading := e.Reading
	add := func(s text.Span, kind, row, tip string) {
		if !s.Empty() && s.Start >= 0 && s.End <= len(reading.Page.Text) {
			out = append(out, Mark{Span: s, Kind: kind, Row: row, Tip: tip})
		}
	}
	for _, i := range e.statements {
		s := &r.Findings.Statements[i]
		if !d.shows(s) {
			continue
		}
		for k := range s.Accounts {
			a := &s.Accounts[k]
			if a.Page != e.ID {
				continue
			}
			for _, span := range a.Content {
				add(span, "content", s.ID, "")
			}
			for _, span := range a.Source {
				add(span, "source", s.ID, "")
			}
			for _, span := range a.Cue {
				add(span, "cue", s.ID, "")
			}
		}
	}
	for i := range reading.Names {
		m := &reading.Names[i]
		if m.Form != "name" || !roleAt(reading, m.Start).Shown() {
			continue
		}
		row, tip := "", string(m.Type)
		if m.Entity >= 0 && m.Entity < len(reading.Entities) {
			tip = reading.Entities[m.Entity].Name + " · " + tip
			if e.found != nil && m.Entity < len(e.found.Entities) {
				row = e.found.Entities[m.Entity]
			}
		}
		add(m.Span, "name", row, tip)
	}
	for i := range reading.Times {
		t := &reading.Times[i]
		if roleAt(reading, t.Start).Shown() {
			tip := t.Value
			if t.Interval.Known() {
				tip += " · " + DateWords(t.Interval)
			}
			add(t.Span, "time", "", tip)
		}
	}
	for i := range reading.Amounts {
		a := &reading.Amounts[i]
		if a.Weak == "" && roleAt(reading, a.Start).Told() {
			add(a.Span, "amount", "", WithUnit(AmountWords(a.Low, a.High, a.Relation), a.Unit))
		}
	}
	return out
}

// anchors returns every place of the page that a row of another list leads to.
func (r *Record) anchors(e *entry) []Mark {
	var out []Mark
	add := func(page string, s text.Span) {
		if page == e.ID && !s.Empty() && s.Start >= 0 && s.End <= len(e.Reading.Page.Text) {
			out = append(out, Mark{Span: s, Kind: Anchored})
		}
	}
	for _, t := range e.figures {
		add(e.ID, r.Findings.Figures[t.row].Entries[t.item].Span)
	}
	for _, t := range e.timeline {
		add(e.ID, r.Findings.Timeline[t.row].Supports[t.item].Span)
	}
	for _, i := range e.copies {
		for _, p := range r.Findings.Copies[i].Spans {
			add(p.Page, p.Span)
		}
	}
	for _, ev := range r.date(e.ID).Evidence {
		if ev.Page == "" {
			add(e.ID, ev.Span)
		}
	}
	for _, s := range e.linked {
		add(e.ID, s)
	}
	return out
}

// cut splits each block wherever a mark begins or ends. The work grows with the number of marks times how deep they lie, which is bounded.
func cut(t text.Text, blocks []page.Block, marks []Mark) [][]Segment {
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Row, b.Row))
	})
	out := make([][]Segment, len(blocks))
	var active []Mark
	next := 0
	for i, b := range blocks {
		at := b.Start
		for at < b.End {
			active = slices.DeleteFunc(active, func(m Mark) bool { return m.End <= at })
			for next < len(marks) && marks[next].Start <= at {
				if marks[next].End > at && len(active) < maxMarks {
					active = append(active, marks[next])
				}
				next++
			}
			end := b.End
			if next < len(marks) && marks[next].Start < end {
				end = marks[next].Start
			}
			for _, m := range active {
				end = min(end, m.End)
			}
			out[i] = append(out[i], Segment{Text: t.At(text.Span{Start: at, End: end}), Start: at, Marks: slices.Clone(active)})
			at = end
		}
	}
	return out
}
