package names

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// A page whose sentences often begin in small letters was written without care for capitals: there a place of the tables is one in small letters, too
// ("i am flying to san francisco from india").

// careless says whether the page's capitals say little: more than one sentence in four begins with a small letter, or one of a few does.
func (d *document) careless() bool {
	small, all := 0, 0
	for s := 0; s+1 < len(d.starts); s++ {
		if d.roles[s] != page.Body {
			continue
		}
		for k := d.starts[s]; k < d.starts[s+1]; k++ {
			if w := &d.words[k]; w.is(letters) {
				if all++; !w.is(upper) {
					small++
				}
				break
			}
		}
	}
	return small > 0 && 4*small > all
}

// smallNames adds the places and people of the tables that a careless page writes in small letters.
func (d *document) smallNames(chunks []chunk) []chunk {
	if !d.careless() {
		return chunks
	}
	covered := make([]bool, len(d.words)+1)
	for _, c := range chunks {
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
	}
	found := len(chunks)
	for s := 0; s+1 < len(d.starts); s++ {
		for i, to := d.starts[s], d.starts[s+1]; i < to; {
			w := &d.words[i]
			if !covered[i] && !w.is(upper) && w.upos == syntax.PROPN && w.has(given) && !w.has(common|place|norp|month|role) && w.Len() > 2 {
				end := i + 1
				if end < to && d.words[end].upos == syntax.PROPN && d.words[end].has(surname|given) && !covered[end] {
					end++
				}
				chunks = append(chunks, chunk{from: i, to: end, title: i, kind: PER, why: "given name, on a page that is careless about capitals", score: 0.8})
				i = end
				continue
			}
			if covered[i] || w.is(upper) || !w.is(letters) || w.bits&(place|longer) == 0 {
				i++
				continue
			}
			end, b := d.phrase(i, to, place)
			if end == i || end == i+1 && (w.Len() < 4 || w.has(common|inner|role|month) || b&norp != 0 || b&(country|gpe) == 0 && w.has(given|surname)) {
				i++
				continue
			}
			chunks = append(chunks, chunk{from: i, to: end, title: i, kind: kindOf(b), why: "table of names, on a page that is careless about capitals", score: 0.8})
			i = end
		}
	}
	if len(chunks) == found {
		return chunks
	}
	sort.SliceStable(chunks, func(i, j int) bool { return chunks[i].from < chunks[j].from })
	out := chunks[:0]
	for _, c := range chunks {
		if n := len(out); n > 0 && c.from < out[n-1].to { // "francisco" alone
			continue
		}
		out = append(out, c)
	}
	return out
}
