package times

import "github.com/hearsay-news/hearsay/read/times/pattern"

// speech is a date of the sentence that tells when its words were said, with the atoms it stands at.
type speech struct {
	from, to int
	quoted   bool
	when     *Pending
}

// manySpeeches is how many of them a sentence is searched for: it bounds the work on endless sentences.
const manySpeeches = 8

// spoken is the day on which the words around an expression were said, where the sentence tells it: in «he said on Monday that yesterday was calm» and
// in «"We leave tomorrow," she said on Tuesday», yesterday and tomorrow count from Monday and Tuesday. Nil is the page's own day.
func (f *finder) spoken(c candidate) *Pending {
	if !f.listened {
		f.listen()
	}
	for _, s := range f.speeches {
		if s.from >= c.from && s.from < c.to {
			continue
		}
		quoted := f.quoted[c.from]
		if quoted && !s.quoted || !quoted && !s.quoted && s.to < c.from && f.lower(s.to) == "that" {
			return s.when
		}
	}
	return nil
}

// listen finds the speeches of the sentence and what stands between quotation marks.
func (f *finder) listen() {
	f.listened = true
	f.speeches, f.quoted = f.speeches[:0], f.quoted[:0]
	open := false
	for i := range f.scan.Atoms {
		if f.scan.Atoms[i].Kind == pattern.Mark {
			switch f.scan.Word(i) {
			case "“", "«", "„":
				open = true
			case "”", "»":
				open = false
			case `"`:
				open = !open
			}
		}
		f.quoted = append(f.quoted, open)
	}
	for _, c := range f.cands {
		m := &f.meanings[c.meaning]
		if len(f.speeches) == manySpeeches {
			return
		}
		if m.typ == DATE && m.p != nil && (m.p.Op == Weekday || m.p.Op == MonthDay) && m.p.Side != Inside && c.to-c.from <= 6 && f.said(c) {
			f.speeches = append(f.speeches, speech{c.from, c.to, f.quoted[c.from], f.anchored(m.p, c)})
		}
	}
}

// said says whether an expression dates a verb of speech right before it: "she said on Tuesday", "told reporters Monday".
func (f *finder) said(c candidate) bool {
	at := f.token(c.from)
	for i := at - 1; i >= 0 && i >= at-4; i-- {
		if t := &f.tokens[i]; isVerb(t) {
			return f.lang.tense.speaking[t.Lemma] && f.verbTense(i) == past
		}
	}
	return false
}
