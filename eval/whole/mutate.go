package whole

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// phrases are what a page is salted with: wording that joins what rooms read apart, numbers and dates of odd forms, marks that open and do not close.
var phrases = []string{
	" rose from 5.1 percent in March 2010 to 6.2 percent in May 2010", " fell from 8,200 last March to 3,100 now", " says Mr. Smith,", " said that said that",
	" between 3 and 30 000", " (", ")", " “", "” ", "\"", " ‘", "— ", "… ", "\u00a0", "\u200b", "\u202e", " on Thursday", " the first ten days of August", " 29 February 2011",
	" 31.12.0000", " 12/13/14", " in the year 9999", " 45 BC", " −5 °C", " 1,2,3,4,5", " ০৯:৪৫টার ৩ মার্চ ২০২১", " ١٢٬٣٤٥", " half of two thirds", " 10^400", " 1e309 dollars",
	" Dr. Dr. A. B. C.", " according to according to", ", as he said,", ", who said he had said,", " told Reuters told AFP", " more than 150 percent", " up to at least 7",
	" not not not", " Agencia\u0301", " 👩‍👩‍👧", " ﷽", "\r", "\t\t", "\n\n", "\n", "\u2028", " By By By", " © 2018 Reuters", "PARIS (Reuters) — ", " <b>", " &amp;&#8217;", " https://a.b/c?d=e ",
	" a quarter past half", " two out of five", " 2012–13", " from 5 to 3 to 9", " between Monday and Friday last", " N/A", " 5pm–6pm EST", " $5 to $3 billion",
}

// group makes some pages out of others: whole ones, cut ones, two spliced, lines shuffled or said again, words taken out, wording put in, bytes flipped.
// The same seed makes the same pages.
func group(from []gather.Page, seed uint64) []gather.Page {
	r := rand.New(rand.NewPCG(seed, 17))
	pick := func() gather.Page { return from[r.IntN(len(from))] }
	near := r.IntN(len(from))
	out := make([]gather.Page, 2+r.IntN(6))
	for i := range out {
		p := pick()
		if r.IntN(2) == 0 { // neighbours in a file are of one story, most often
			p = from[(near+r.IntN(6))%len(from)]
		}
		b := bytes.Clone(p.Bytes)
		for range r.IntN(4) {
			b = mutate(r, b, pick().Bytes)
		}
		p.Bytes = b[:min(len(b), 60_000)]
		p.ID = fmt.Sprintf("p%d", i)
		p.Name, p.Path = p.ID, p.ID
		if r.IntN(3) == 0 {
			p.Given.Published = ""
		}
		if r.IntN(4) == 0 {
			p.Given.Outlet = []string{"Radio Nord", "CNN", "the Times", "", "BBC"}[r.IntN(5)]
		}
		if r.IntN(6) == 0 {
			p.Form = []gather.Form{gather.Flat, gather.Article, gather.HTML}[r.IntN(3)]
		}
		out[i] = p
	}
	return out
}

func mutate(r *rand.Rand, b, other []byte) []byte {
	at := func(list []byte) int { return r.IntN(len(list) + 1) }
	phrase := phrases[r.IntN(len(phrases))]
	switch r.IntN(9) {
	case 0: // cut
		i, j := at(b), at(b)
		return bytes.Clone(b[min(i, j):max(i, j)])
	case 1: // splice
		return append(bytes.Clone(b[:at(b)]), other[at(other):]...)
	case 2: // a phrase here and there
		for range 1 + r.IntN(12) {
			i := at(b)
			b = append(append(bytes.Clone(b[:i]), phrase...), b[i:]...)
			phrase = phrases[r.IntN(len(phrases))]
		}
		return b
	case 3: // one phrase again and again
		i := at(b)
		return append(append(bytes.Clone(b[:i]), strings.Repeat(phrase, 20+r.IntN(200))...), b[i:]...)
	case 4: // lines shuffled
		list := strings.SplitAfter(string(b), "\n")
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return []byte(strings.Join(list, ""))
	case 5: // a line again
		list := strings.SplitAfter(string(b), "\n")
		i := r.IntN(len(list))
		return []byte(strings.Join(append(list[:i:i], append([]string{list[i], "\n", list[i], "\n"}, list[i:]...)...), ""))
	case 6: // words out or twice
		list := strings.SplitAfter(string(b), " ")
		var out strings.Builder
		for _, w := range list {
			switch r.IntN(12) {
			case 0:
			case 1:
				out.WriteString(w)
				out.WriteString(w)
			default:
				out.WriteString(w)
			}
		}
		return []byte(out.String())
	case 7: // bytes flipped
		b = bytes.Clone(b)
		for range 1 + r.IntN(8) {
			if len(b) > 0 {
				b[r.IntN(len(b))] ^= byte(1 << r.IntN(8))
			}
		}
		return b
	}
	return append(append(bytes.Clone(b), '\n'), other...)
}
