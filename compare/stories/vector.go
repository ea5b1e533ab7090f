package stories

import (
	"cmp"
	"math"
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
)

// term is one stem with its weight.
type term struct {
	stem   uint32
	weight float64
}

// vector is a sorted list of terms.
type vector []term

const (
	terms      = 128  // kept of a page
	mass       = 384  // kept of a story
	titleTimes = 3    // a word of the title counts as so many,
	leadTimes  = 2    // one of the first words of a page as so many
	leadWords  = 60   // and these are so many
	nameTimes  = 4    // what a word of a name weighs more on a page of full length,
	shortTimes = 1.75 // and on a headline, where half of the words may be of names
	fullWords  = 100  // words from which a page is of full length
)

// weigh makes the vector of every page, of length 1.
func weigh(set *pages.Set) []vector {
	v := set.Vocabulary
	counts := make([]map[uint32]float64, len(set.Pages))
	df := make([]int, len(v.StemText))
	for i, p := range set.Pages {
		counts[i] = count(set, p)
		for stem := range counts[i] {
			df[stem]++
		}
	}
	n := float64(len(set.Pages) + words.Documents)
	out := make([]vector, len(set.Pages))
	for i, stems := range counts {
		list := make(vector, 0, len(stems))
		for stem, tf := range stems {
			known := float64(df[stem]) + set.Vocabulary.Everyday(v.StemText[stem])
			list = append(list, term{stem, (1 + math.Log(tf)) * math.Log((n+1)/(known+0.5))})
		}
		slices.SortFunc(list, heavier)
		list = list[:min(len(list), terms)]
		slices.SortFunc(list, func(x, y term) int { return cmp.Compare(x.stem, y.stem) })
		norm := list.norm()
		for k := range list {
			list[k].weight /= norm
		}
		out[i] = list
	}
	return out
}

// count says how often each stem of a page stands where something is told.
func count(set *pages.Set, p *pages.Page) map[uint32]float64 {
	stems := map[uint32]float64{}
	block, name, seen := 0, 0, 0
	nameWeight := shortTimes + (nameTimes-shortTimes)*min(1, float64(len(p.Words))/fullWords)
	for _, w := range p.Words {
		for block < len(p.Page.Blocks) && p.Page.Blocks[block].End <= int(w.Start) {
			block++
		}
		f := &set.Vocabulary.Forms[w.Form]
		if f.Stop || len(f.Text) < 2 || f.Number && len(f.Text) < 3 || block < len(p.Page.Blocks) && p.Roles[block] == page.Caption {
			continue
		}
		times := 1.0
		if block < len(p.Page.Blocks) && p.Roles[block] == page.Title {
			times = titleTimes
		}
		if seen++; seen <= leadWords {
			times *= leadTimes
		}
		for name < len(p.Names) && p.Names[name].End <= int(w.Start) {
			name++
		}
		if name < len(p.Names) && p.Names[name].Form == names.Name && p.Names[name].Start <= int(w.Start) {
			times *= nameWeight
		}
		stems[f.Stem] += times
	}
	return stems
}

// heavier orders terms by weight, then by stem.
func heavier(x, y term) int {
	if x.weight != y.weight {
		return cmp.Compare(y.weight, x.weight)
	}
	return cmp.Compare(x.stem, y.stem)
}

func (v vector) norm() float64 {
	sum := 0.0
	for _, t := range v {
		sum += t.weight * t.weight
	}
	if sum == 0 {
		return 1
	}
	return math.Sqrt(sum)
}

func (v vector) weight(stem uint32) float64 {
	i, ok := slices.BinarySearchFunc(v, stem, func(t term, s uint32) int { return cmp.Compare(t.stem, s) })
	if !ok {
		return 0
	}
	return v[i].weight
}

func (v vector) heaviest(n int) []uint32 {
	sorted := slices.Clone(v)
	slices.SortFunc(sorted, heavier)
	out := make([]uint32, 0, n)
	for _, t := range sorted[:min(n, len(sorted))] {
		out = append(out, t.stem)
	}
	return out
}

// cosine is the cosine between the story's sum v and a page's vector of length 1.
func (v vector) cosine(page vector) float64 {
	sum, i := 0.0, 0
	for _, t := range page {
		for i < len(v) && v[i].stem < t.stem {
			i++
		}
		if i < len(v) && v[i].stem == t.stem {
			sum += v[i].weight * t.weight
		}
	}
	return sum / v.norm()
}

// times is the product of two vectors, and in how many terms they meet.
func (v vector) times(w vector) (product float64, common int) {
	i := 0
	for _, t := range w {
		for i < len(v) && v[i].stem < t.stem {
			i++
		}
		if i < len(v) && v[i].stem == t.stem {
			product += v[i].weight * t.weight
			common++
		}
	}
	return product, common
}

// plus adds two vectors and keeps the heaviest terms.
func (v vector) plus(w vector) vector {
	out := make(vector, 0, len(v)+len(w))
	i, j := 0, 0
	for i < len(v) || j < len(w) {
		switch {
		case j == len(w) || i < len(v) && v[i].stem < w[j].stem:
			out, i = append(out, v[i]), i+1
		case i == len(v) || w[j].stem < v[i].stem:
			out, j = append(out, w[j]), j+1
		default:
			out = append(out, term{v[i].stem, v[i].weight + w[j].weight})
			i, j = i+1, j+1
		}
	}
	if len(out) > mass {
		slices.SortFunc(out, heavier)
		out = out[:mass]
		slices.SortFunc(out, func(x, y term) int { return cmp.Compare(x.stem, y.stem) })
	}
	return out
}
