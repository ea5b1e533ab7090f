package times

import "github.com/hearsay-news/hearsay/read/times/pattern"

// spoken is the day on which the words around an expression were said, where the sentence tells it: in «he said on Monday that yesterday was calm» and
// in «"We leave tomorrow," she said on Tuesday», yesterday and tomorrow count from Monday and Tuesday. Nil is the page's own day.
func (f *finder) spoken(c candidate) *Pending {
	inside := f.inQuotes(c.from)
	for _, o := range f.cands {
		if o.from >= c.from && o.from < c.to || o.to-o.from > 6 {
			continue
		}
		p := f.meanings[o.meaning].p
		if p == nil || p.Op != "weekday" && p.Op != "monthday" || p.Side == "next" || f.meanings[o.meaning].typ != DATE || !f.said(o) {
			continue
		}
		if inside && !f.inQuotes(o.from) || !inside && o.to < c.from && f.lower(o.to) == "that" && !f.inQuotes(o.from) {
			return f.anchored(p, o)
		}
	}
	return nil
}

// said says whether an expression dates a verb of speech right before it: "she said on Tuesday", "told reporters Monday".
func (f *finder) said(c candidate) bool {
	at := f.token(c.from)
	for i := at - 1; i >= 0 && i >= at-4; i-- {
		t := &f.tokens[i]
		if isVerb(t) {
			return f.lang.tense.speaking[t.Lemma] && f.verbTense(i) == past
		}
	}
	return false
}

// inQuotes says whether an atom of the sentence stands between quotation marks.
func (f *finder) inQuotes(atom int) bool {
	open := false
	for i := 0; i < atom && i < len(f.scan.Atoms); i++ {
		if f.scan.Atoms[i].Kind != pattern.Mark {
			continue
		}
		switch f.scan.Word(i) {
		case "“", "«", "„":
			open = true
		case "”", "»":
			open = false
		case `"`:
			open = !open
		}
	}
	return open
}
