package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/text"
)

// opens is where the clause of a figure begins: with its sentence where that is near, with a clause that holds it or behind a mark otherwise.
func (r *reader) opens(t *item, gap text.Span) int {
	full := t.page.Page.Text
	sentence := t.page.Sentence(t.span)
	start := lines.WithoutHead(r.set, t.page, gap.Start, sentence).Start
	if t.said >= 0 { // who says it is told by the row, unless it begins with what is counted or done
		for _, c := range t.page.Statements[t.teller].Content {
			if c.Contains(gap) && r.headed(t, text.Span{Start: c.Start, End: gap.Start}) {
				start = max(start, c.Start)
			}
		}
	}
	start = min(start, gap.Start)
	list := fieldsIn(full, text.Span{Start: start, End: gap.Start})
	first := 0
	if len(list) > toldBefore {
		first = r.within(t, list, gap)
	} else {
		dashes := 0
		for _, s := range list {
			if dash(full.At(s)) {
				dashes++
			}
		}
		for i := len(list); i > 0; i-- { // a list, another half of the sentence
			if w := full.At(list[i-1]); strings.HasSuffix(w, ";") || strings.HasSuffix(w, ":") || dash(w) && (dashes == 1 || i < len(list) && r.headed(t, text.Span{Start: list[i].Start, End: gap.Start})) || strings.ContainsAny(w, "•|") {
				first = i
				break
			}
		}
	}
	for first < len(list) && r.leading(full.At(list[first])) {
		first++
	}
	if first == len(list) {
		return gap.Start
	}
	return list[r.antecedent(full, list, first)].Start
}

const (
	mostName = 5  // words of a name that a clause is not begun in the middle of
	farWhich = 12 // words before "which" that are all shown
)

// antecedent is which word a clause begins with that a relative pronoun opens, or that would begin in the middle of a name: what the pronoun stands
// for goes with it.
func (r *reader) antecedent(full text.Text, list []text.Span, first int) int {
	if before := strings.ToLower(full.At(list[max(0, first-1)])); first > 0 && r.set.Vocabulary.Is("relative", before) && !r.al.Word("back", before) { // but "said that"
		if first <= farWhich {
			first = 0
		} else {
			first -= mostName
		}
	}
	for i := 0; i < mostName && first > 0 && capital(full.At(list[first])) && capital(full.At(list[first-1])) && !ends(full.At(list[first-1])); i++ {
		first--
	}
	for first+1 < len(list) && r.leading(full.At(list[first])) {
		first++
	}
	return first
}

// within is which of the words before a number its clause begins with where its sentence began long before: that of a clause that holds the number, the
// farthest of those near enough; or the first behind a mark; or the first that can open a phrase.
func (r *reader) within(t *item, list []text.Span, gap text.Span) int {
	p, full := t.page, t.page.Page.Text
	far := list[max(0, len(list)-farBefore)].Start
	best := gap.Start
	first, end := p.ClausesIn(text.Span{Start: far, End: gap.End + reach})
	for ; first < end; first++ {
		if c := &p.Clauses[first]; !c.Noun && c.Start >= far && c.Start < best && c.Contains(t.span) && headed(c) {
			best = c.Start
		}
	}
	at := max(0, len(list)-toldBefore)
	for i := max(0, len(list)-farBefore); i < len(list); i++ {
		if list[i].Start == best {
			return i
		}
		if i > at && ends(full.At(list[i-1])) && i+2 < len(list) && best == gap.Start && r.headed(t, text.Span{Start: list[i].Start, End: gap.Start}) {
			return i
		}
	}
	for i := at; i < len(list); i++ {
		if i > 0 && capital(full.At(list[i])) && capital(full.At(list[i-1])) {
			continue // in the middle of a name
		}
		if w := strings.ToLower(full.At(list[i])); !r.stop(w) || r.al.Word("article", w) || r.set.Vocabulary.Is("pronoun", w) {
			return i
		}
	}
	return len(list)
}

func capital(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }

const farBefore = 22 // words before a number at which a clause that tells it may begin

func dash(w string) bool { return w == "--" || w == "—" || w == "–" || w == "|" }

// leading says whether a word only joins its sentence to the one before: "and", "but", "meanwhile,".
func (r *reader) leading(w string) bool {
	bare := strings.ToLower(strings.Trim(w, ",.;:—–-“”\"'`()•|"))
	return bare == "" || r.al.Word("opening", bare) || r.set.Vocabulary.Is("asked", bare) || r.stop(bare) && strings.HasSuffix(w, ",")
}

// closes is where the clause of a figure ends: with its sentence where that is near, or before a mark or a word behind which another clause begins.
func (r *reader) closes(t *item, gap text.Span) int {
	full, v := t.page.Page.Text, r.set.Vocabulary
	stop := t.page.Sentence(t.span).End
	if t.said >= 0 {
		for _, c := range t.page.Statements[t.teller].Content {
			if c.Contains(gap) {
				stop = min(stop, c.End)
			}
		}
	}
	stop = max(stop, gap.End)
	list := fieldsIn(full, text.Span{Start: gap.End, End: stop})
	last := len(list)
	for i, s := range list {
		w := full.At(s)
		if i > 0 && v.Is("break", strings.ToLower(w)) && (i >= toldAfter/3 || ends(full.At(list[i-1]))) {
			last = i
			break
		}
		if ends(w) && i >= toldAfter/3 || w == "." || strings.HasSuffix(w, ";") || dash(w) {
			last = i + 1
			break
		}
		if i >= toldAfter {
			if len(list)-i <= tailWords {
				continue
			}
			last = r.back(full, list, i)
			break
		}
	}
	for last > 0 && v.Is("relative", strings.ToLower(full.At(list[last-1]))) {
		last--
	}
	if last == 0 {
		return gap.End
	}
	return list[last-1].End
}

const tailWords = 4 // so few more than are shown stand, too

// back is how many words are left of a clause that is cut in the middle: those before its last preposition, "in the wake | of the spill".
func (r *reader) back(full text.Text, list []text.Span, last int) int {
	for i := last - 1; i > last-tailWords && i > 2; i-- {
		if r.stop(full.At(list[i])) && !r.al.Word("article", strings.ToLower(full.At(list[i]))) {
			last = i
			break
		}
	}
	for last > 0 && r.stop(full.At(list[last-1])) {
		last--
	}
	return last
}

// fieldsIn are the places of the words in a stretch, parted by spaces.
func fieldsIn(full text.Text, in text.Span) []text.Span {
	var out []text.Span
	start := -1
	for i := in.Start; i < in.End; i++ {
		if c := full[i]; c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			if start >= 0 {
				out = append(out, text.Span{Start: start, End: i})
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, text.Span{Start: start, End: in.End})
	}
	return out
}

// ends says whether a word closes a part of a sentence.
func ends(w string) bool { return strings.TrimRight(w, ",;:—–.") != w }
