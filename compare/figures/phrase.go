package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

const (
	toldBefore = 16 // words of a clause that are shown before its number
	toldAfter  = 13 // and after it
	leastTold  = 2  // weighty words by which a clause says something of its figure
)

// phrase is the clause that tells a figure, taken apart at its number.
type phrase struct {
	before, after string
	subject       bool   // what is counted does or undergoes what stands in after
	rest          string // of the noun phrase in after, where subject holds
	verb          string // and what is told of it
	weighty       bool   // it says something of the figure
	vague         bool   // it speaks of somebody that it doesn't name
}

func (p phrase) empty() bool { return p.before == "" && p.after == "" }

// gapped is the clause with a gap for the number.
func (p phrase) gapped() string {
	return lines.Tidy(strings.Trim(p.before+" … "+p.after, " ,;:.—–-"))
}

// relative is a noun with the clause behind it where it is its subject: "trucks that crossed the bridge"; "" where the clause can't stand so.
func (p phrase) relative(noun string, person bool) string {
	switch {
	case p.before != "" || p.after == "":
		return ""
	case p.subject:
		return lines.Tidy(noun + space(p.rest) + that(person) + p.verb)
	case p.after[0] == ',' || p.after[0] == '(':
		return lines.Tidy(noun + p.after)
	}
	return ""
}

func that(person bool) string {
	if person {
		return " who "
	}
	return " that "
}

// inner is a phrase as it is written inside a sentence: "The blast" is "the blast".
func (r *reader) inner(s string) string {
	first, _, _ := strings.Cut(s, " ")
	low := strings.ToLower(first)
	if first == "A" || len(first) > 1 && (r.stop(first) || r.al.Word("number", low)) && !(len(first) == 2 && first == strings.ToUpper(first)) { // but "US"
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

func space(s string) string {
	if s == "" || s[0] == ',' {
		return s
	}
	return " " + s
}

// phrase reads the clause that tells a figure.
func (r *reader) phrase(t *item) phrase {
	p := t.page
	_, gap := r.around(t)
	var out phrase
	start, end := r.opens(t, gap), r.closes(t, gap)
	before := text.Span{Start: start, End: gap.Start}
	out.before = strings.Join(plain(strings.Fields(p.Page.Text.At(before))), " ")
	out.after = strings.Join(plain(strings.Fields(p.Page.Text.Between(gap.End, end))), " ")
	if len(r.kins(p, before, text.Span{})) == 0 && (out.after == "" || r.bare(out.before)) {
		if out.after == "" {
			return phrase{} // "there are 65 children"
		}
		out.before = ""
	}
	if out.before == "" {
		r.subject(t, gap, end, &out)
	} else {
		out.before, out.vague = r.called(t, before)
	}
	out.weighty = len(r.kins(p, text.Span{Start: start, End: end}, gap)) >= leastTold
	return out
}

// bare says whether words before a number only say that there is something: "there are", "it has".
func (r *reader) bare(before string) bool {
	for _, w := range strings.Fields(before) {
		if !r.stop(w) {
			return false
		}
	}
	return true
}

// subject finds whether what is counted opens its clause, and where in it what is told of it begins.
func (r *reader) subject(t *item, gap text.Span, end int, out *phrase) {
	c := t.clause
	if c == nil || c.Row.Noun {
		return
	}
	for i := range c.Row.Parts {
		q := &c.Row.Parts[i]
		if q.Amount != t.index || q.Slot != clauses.Agent && q.Slot != clauses.Object || q.End < gap.End || q.End > c.Row.Trigger.Start || c.Row.Trigger.End > end || gap.End > c.Row.Trigger.Start {
			continue
		}
		full := t.page.Page.Text
		rest, verb := plain(strings.Fields(full.Between(gap.End, q.End))), plain(strings.Fields(full.Between(q.End, end)))
		if len(verb) == 0 || strings.Trim(verb[0], ",;:—–(") != verb[0] || verb[0] == "-LRB-" || r.al.Word("opening", strings.ToLower(verb[0])) || !r.verbal(t, text.Span{Start: q.End, End: c.Row.Trigger.Start}) {
			return
		}
		out.subject, out.rest, out.verb = true, strings.Join(rest, " "), strings.Join(verb, " ")
		return
	}
}

const mostAux = 4 // words between a subject and its verb

// verbal says whether only auxiliaries and adverbs stand in a stretch: empty words, or words on "-ly".
func (r *reader) verbal(t *item, between text.Span) bool {
	list := strings.Fields(t.page.Page.Text.Between(between.Start, between.End))
	if len(list) > mostAux {
		return false
	}
	for _, w := range list {
		if strings.ContainsAny(w, ",;:()") || !r.stop(w) && !strings.HasSuffix(w, "ly") {
			return false
		}
	}
	return true
}

// headed says whether a clause tells who does or undergoes what it tells before its verb.
func headed(c *clauses.Clause) bool {
	for i := range c.Parts {
		if q := &c.Parts[i]; (q.Slot == clauses.Agent || q.Slot == clauses.Object) && q.End <= c.Trigger.Start {
			return true
		}
	}
	return false
}

// headed says whether words before a number hold who or what does it: a name, an article, a pronoun opens them and a word follows.
func (r *reader) headed(t *item, before text.Span) bool {
	list := fieldsIn(t.page.Page.Text, before)
	if len(list) < 2 {
		return false
	}
	for _, s := range list {
		w, _ := word(strings.Trim(t.page.Page.Text.At(s), "“”\"`'‘’("))
		low := strings.ToLower(w)
		if w == "" || r.al.Word("opening", low) {
			continue
		}
		return r.al.Word("article", low) || r.al.Word("back", low) || r.set.Vocabulary.Is("pronoun", low) || r.set.Vocabulary.Is("first-person", low) || w[0] >= 'A' && w[0] <= 'Z' || !r.stop(low) && low[len(low)-1] == 's'
	}
	return false
}

// around is the clause that tells a figure and, in it, the gap for the number and for what it counts where that follows.
func (r *reader) around(t *item) (in, gap text.Span) {
	p, a := t.page, t.amount
	sentence := p.Sentence(t.span)
	in, gap = sentence, t.span
	if t.clause != nil {
		in = t.clause.Row.Span.Cover(t.span)
		in = text.Span{Start: max(in.Start, sentence.Start), End: min(in.End, sentence.End)}
	}
	if !a.Bound.Empty() {
		gap = gap.Cover(a.Bound)
	}
	for i := t.index + 1; i < len(p.Amounts) && r.restated(p, i); i++ { // "$360m (£221m)"
		gap.End = max(gap.End, p.Amounts[i].End)
		if rest := p.Page.Text.Between(gap.End, min(len(p.Page.Text), gap.End+6)); strings.HasPrefix(rest, ")") {
			gap.End++
		} else if strings.HasPrefix(strings.TrimLeft(rest, " "), "-RRB-") {
			gap.End = min(len(p.Page.Text), gap.End+6)
		}
	}
	if s := r.nounOf(t); !s.Empty() && s.Start >= gap.End && s.Start-gap.End < 8 {
		gap = gap.Cover(s)
	}
	if owner := r.owner(t); !owner.Empty() && owner.End <= gap.Start {
		gap = gap.Cover(owner)
	}
	return in.Cover(gap), gap
}

func (r *reader) stop(word string) bool {
	return r.set.Vocabulary.Stop(words.Fold(strings.Trim(word, ",;:.")))
}

// plain leaves out words that are marks alone, what is written at the edges of a quotation, and brackets that are not closed.
func plain(words []string) []string {
	var out []string
	open := -1
	for _, w := range words {
		switch w = strings.Trim(w, "“”\"`[]•"); w {
		case "", "''", "-", "—", "–":
			continue
		}
		switch {
		case strings.HasPrefix(w, "(") || w == "-LRB-":
			if open >= 0 {
				out[open] = unbracket(out[open])
			}
			open = len(out)
			if strings.HasSuffix(strings.TrimRight(w, ",;:."), ")") {
				open = -1
			}
		case strings.HasSuffix(strings.TrimRight(w, ",;:."), ")") || w == "-RRB-":
			if open < 0 {
				w = unbracket(w)
			}
			open = -1
		}
		out = append(out, w)
	}
	if open >= 0 {
		out[open] = unbracket(out[open])
	}
	kept := out[:0]
	for _, w := range out {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

func unbracket(w string) string {
	if w == "-LRB-" || w == "-RRB-" {
		return ""
	}
	return strings.NewReplacer("(", "", ")", "").Replace(w)
}
