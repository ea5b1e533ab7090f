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

// smallRule finds a name in small letters that begins at a word; its name is the reason of the chunk. Rules are asked in their order.
type smallRule struct {
	name string
	find func(d *document, i, to int, covered []bool) (end int, k Type)
}

var smallRules = []smallRule{
	{"given name, on a page that is careless about capitals", (*document).smallPerson},
	{"table of names, on a page that is careless about capitals", (*document).smallPlace},
}

// smallPerson finds "carl brand" or "carl", where the tags take it for a name.
func (d *document) smallPerson(i, to int, covered []bool) (int, Type) {
	w := &d.words[i]
	if w.upos != syntax.PROPN || !w.has(given) || w.has(common|place|norp|month|role) || w.Len() <= 2 {
		return i, PER
	}
	end := i + 1
	if end < to && d.words[end].upos == syntax.PROPN && d.words[end].has(surname|given) && !covered[end] {
		end++
	}
	return end, PER
}

// smallPlace finds "san francisco", "india": a country, or several words of the table, that are no common ones.
func (d *document) smallPlace(i, to int, _ []bool) (int, Type) {
	w := &d.words[i]
	if !w.is(letters) || w.bits&(place|longer) == 0 {
		return i, LOC
	}
	end, b := d.phrase(i, to, place)
	if end == i+1 && (w.Len() < 4 || w.has(common|inner|role|month) || b&norp != 0 || b&(country|gpe) == 0 && w.has(given|surname)) {
		return i, LOC
	}
	return end, kindOf(b)
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
			c, ok := d.smallName(i, to, covered)
			if !ok {
				i++
				continue
			}
			chunks = append(chunks, c)
			i = c.to
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

// smallName asks the rules for a name that begins at a word in small letters.
func (d *document) smallName(i, to int, covered []bool) (chunk, bool) {
	if covered[i] || d.words[i].is(upper) {
		return chunk{}, false
	}
	for _, r := range smallRules {
		if end, k := r.find(d, i, to, covered); end > i {
			return chunk{from: i, to: end, title: i, kind: k, why: r.name, score: 0.8}, true
		}
	}
	return chunk{}, false
}
