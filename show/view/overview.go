package view

import (
	"maps"
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read/times"
)

// Overview counts what a record holds.
type Overview struct {
	Title      string   `json:"title"`
	Span       When     `json:"span"` // from the first to the last page
	Pages      int      `json:"pages"`
	Skipped    int      `json:"skipped"`
	Dated      int      `json:"dated"`
	Outlets    []Option `json:"-"`
	OutletsN   int      `json:"outlets"`
	Stories    int      `json:"stories"`
	Statements int      `json:"statements"` // at or above the dial
	Hidden     int      `json:"hidden"`
	Speakers   int      `json:"speakers"`
	Unsourced  int      `json:"unsourced"`
	Figures    int      `json:"figures"`
	Differ     int      `json:"differ"`
	Timeline   int      `json:"timeline"`
	Planned    int      `json:"planned"`
	Claimed    int      `json:"claimed"`
	Denied     int      `json:"denied"`
	Conflicts  int      `json:"conflicts"` // on which the accounts can't all be right
	Shifts     int      `json:"shifts"`    // of wording or scope
	Copies     int      `json:"copies"`    // passages shared between pages
	Origins    int      `json:"origins"`
	Traced     int      `json:"traced"` // pages that go back to one of them
	Terms      int      `json:"terms"`
	Faults     []Fault  `json:"faults"` // parts of comparing that could not be done
}

// Overview counts what the record holds, statements as the dial shows them.
func (r *Record) Overview(d Dial) Overview {
	if r.shelf != nil {
		return r.shelf.overview(d)
	}
	r.kept.Lock()
	defer r.kept.Unlock()
	o, ok := r.kept.overviews[d]
	if !ok {
		o = r.overview(d)
		if r.kept.overviews == nil || len(r.kept.overviews) == mostKept {
			r.kept.overviews = map[Dial]Overview{}
		}
		r.kept.overviews[d] = o
	}
	return o
}

func (r *Record) overview(d Dial) Overview {
	f := r.Findings
	o := Overview{Title: r.name(), Pages: len(r.Pages), Stories: len(f.Stories), Figures: len(f.Figures), Timeline: len(f.Timeline), Origins: len(f.Origins), Terms: len(f.Terms), Faults: r.Faults()}
	for _, origin := range f.Origins {
		o.Traced += len(origin.Pages)
	}
	var outlets tally
	var dated []string
	for i := range r.Pages {
		id := r.Pages[i].ID
		if r.Pages[i].Skip != nil {
			o.Skipped++
			continue
		}
		if outlet := r.Outlet(id); outlet.Name != "" {
			outlets.add(key(outlet), outlet.Name)
		}
		if r.date(id).Interval.Known() {
			o.Dated++
			dated = append(dated, id)
		}
	}
	o.Span = r.SpanOf(dated)
	o.Outlets = outlets.options(nil, "")
	o.OutletsN = len(o.Outlets)
	speakers := map[string]bool{}
	for i := range f.Statements {
		s := &f.Statements[i]
		if !d.shows(s) {
			o.Hidden++
			continue
		}
		o.Statements++
		if s.Speaker == "" {
			o.Unsourced++
		} else {
			speakers[s.Speaker] = true
		}
	}
	o.Speakers = len(speakers)
	for i := range f.Figures {
		if f.Figures[i].Verdict == compare.Differ {
			o.Differ++
		}
	}
	for i := range f.Timeline {
		switch f.Timeline[i].Status {
		case "planned", "demanded":
			o.Planned++
		case "claimed":
			o.Claimed++
		case "denied":
			o.Denied++
		}
	}
	for i := range f.Copies {
		if k := f.Copies[i].Kind; k == "verbatim" || k == "near" {
			o.Copies++
		}
	}
	for _, c := range r.ranked() {
		if c.differs() {
			o.Conflicts++
		} else {
			o.Shifts++
		}
	}
	return o
}

// Compared counts the pairs of rows that were laid on each other.
func (r *Record) Compared() compare.Compared {
	if r.shelf == nil {
		return r.Findings.Compared
	}
	f := &compare.Findings{}
	r.shelf.fail(r.shelf.from.Get([]string{"compared"}, f))
	return f.Compared
}

// name titles the record after its story, if one holds most of its pages.
func (r *Record) name() string {
	for _, s := range r.Findings.Stories {
		if s.Title != "" && 2*len(s.Pages) > len(r.Pages) {
			return OneLine(s.Title)
		}
	}
	return ""
}

// Stories returns the stories of more than one page, the largest first, and how many pages stand alone.
func (r *Record) Stories() (shared []compare.Story, alone int) {
	if r.shelf != nil {
		return r.shelf.stories()
	}
	for _, s := range r.Findings.Stories {
		if len(s.Pages) > 1 {
			shared = append(shared, s)
		} else {
			alone++
		}
	}
	slices.SortStableFunc(shared, func(a, b compare.Story) int { return len(b.Pages) - len(a.Pages) })
	return shared, alone
}

// OutletsOf counts the outlets of some pages, the most frequent first; a page may be named more than once.
func (r *Record) OutletsOf(pages []string) []Option {
	r = r.all()
	var outlets tally
	for _, id := range pages {
		if o := r.Outlet(id); o.Name != "" {
			outlets.add(key(o), o.Name)
		}
	}
	return outlets.options(nil, "")
}

// MonthsOf counts the months in which some pages came out, in their order; a page may be named more than once.
func (r *Record) MonthsOf(pages []string) []Option {
	r = r.all()
	counts := map[string]int{}
	for _, id := range pages {
		if day, one := r.date(id).Interval.Single(); one {
			counts[day.String()[:7]]++
		}
	}
	out := []Option{}
	for _, month := range slices.Sorted(maps.Keys(counts)) {
		name := month
		if i, err := Between(month, month); err == nil {
			name = NewWhen(i).Day
		}
		out = append(out, Option{Value: month, Name: name, Count: counts[month]})
	}
	return out
}

// SpanOf returns the time from the first of some pages to the last.
func (r *Record) SpanOf(pages []string) When {
	r = r.all()
	var span times.Interval
	for _, id := range pages {
		date := r.date(id).Interval
		if !date.Known() {
			continue
		}
		k := sortKey(date)
		if !span.Earliest.Known || k[0].Day < span.Earliest.Day {
			span.Earliest = times.On(k[0].Day)
		}
		if !span.Latest.Known || k[1].Day > span.Latest.Day {
			span.Latest = times.On(k[1].Day)
		}
	}
	span.Grain = times.ADay
	return NewWhen(span)
}

// Agreements counts what accounts agree on: figures that more than one original gives alike, and statements and events that more than one page carries.
func (r *Record) Agreements() int {
	n := 0
	if r.shelf != nil {
		if r.shelf.counted("agreements", &n) {
			return n
		}
		r = r.all()
	}
	for i := range r.Findings.Figures {
		if f := &r.Findings.Figures[i]; f.Verdict == compare.Agree {
			n++
		}
	}
	for i := range r.Findings.Statements {
		if len(r.Findings.Statements[i].Accounts) > 1 {
			n++
		}
	}
	for i := range r.Findings.Timeline {
		if e := &r.Findings.Timeline[i]; e.Origins > 1 && len(e.Conflicts) == 0 {
			n++
		}
	}
	return n
}
