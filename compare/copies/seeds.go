package copies

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
)

const (
	gram    = 4  // words of a seed
	content = 2  // of which so many must not be stop words
	few     = 12 // pages sharing a seed that are all paired with each other
	hubs    = 3  // of more pages, the first ones every page is paired with
	thin    = 4  // of such a seed, one in so many is used
	wide    = 12 // places of one seed on one page that are looked at
)

// place is one seed on one page.
type place struct {
	hash uint64
	page int32
	at   int32
}

// seed is four words that two places share.
type seed struct {
	a, b   int32 // pages
	at, bt int32 // words
}

func seeds(set *pages.Set, bodies [][]words.Word) []seed {
	total := 0
	for _, list := range bodies {
		total += max(0, len(list)-gram+1)
	}
	places := make([]place, 0, total)
	forms := set.Vocabulary.Forms
	for n, list := range bodies {
		for i := 0; i+gram <= len(list); i++ {
			h, full := uint64(0), 0
			for k := 0; k < gram; k++ {
				f := &forms[list[i+k].Form]
				h = h*0x9E3779B97F4A7C15 ^ f.Hash
				if !f.Stop {
					full++
				}
			}
			if full >= content {
				places = append(places, place{words.Mix(h), int32(n), int32(i)})
			}
		}
	}
	places = repeated(places)
	slices.SortFunc(places, func(x, y place) int {
		switch {
		case x.hash != y.hash:
			if x.hash < y.hash {
				return -1
			}
			return 1
		case x.page != y.page:
			return int(x.page - y.page)
		}
		return int(x.at - y.at)
	})
	var out []seed
	for i := 0; i < len(places); {
		j := i + 1
		for j < len(places) && places[j].hash == places[i].hash {
			j++
		}
		out = pair(out, places[i:j])
		i = j
	}
	slices.SortFunc(out, compareSeeds)
	return out
}

// repeated drops places whose seed occurs once, with two bits a slot of a table: most seeds do, and sorting them would cost most.
func repeated(places []place) []place {
	bits := 16
	for 1<<bits < 4*len(places) && bits < 28 {
		bits++
	}
	once, twice := make([]uint64, 1<<(bits-6)), make([]uint64, 1<<(bits-6))
	for _, p := range places {
		slot := p.hash >> (64 - bits)
		bit := uint64(1) << (slot & 63)
		twice[slot>>6] |= once[slot>>6] & bit
		once[slot>>6] |= bit
	}
	kept := places[:0]
	for _, p := range places {
		slot := p.hash >> (64 - bits)
		if twice[slot>>6]>>(slot&63)&1 == 1 {
			kept = append(kept, p)
		}
	}
	return kept
}

// pair makes seeds of the places of one run of words, sorted by page and place.
func pair(out []seed, run []place) []seed {
	if len(run) < 2 {
		return out
	}
	var heads []int // first place of each page
	for i := range run {
		if i == 0 || run[i].page != run[i-1].page {
			heads = append(heads, i)
		}
	}
	for n, i := range heads {
		end := len(run)
		if n+1 < len(heads) {
			end = heads[n+1]
		}
		for k := i + 1; k < end && k < i+wide; k++ { // twice on one page: each with the one before
			if run[k].at-run[k-1].at >= gram {
				out = append(out, seed{run[k].page, run[k].page, run[k-1].at, run[k].at})
			}
		}
	}
	if len(heads) > few && run[0].hash%thin != 0 {
		return out
	}
	for n, i := range heads {
		for m := 0; m < n; m++ {
			if len(heads) > few && m >= hubs && m != n-1 {
				continue
			}
			h := heads[m]
			for x := h; x < len(run) && run[x].page == run[h].page && x < h+3; x++ {
				for y := i; y < len(run) && run[y].page == run[i].page && y < i+3; y++ {
					out = append(out, seed{run[x].page, run[y].page, run[x].at, run[y].at})
				}
			}
			if len(heads) > few && m == hubs-1 && n-1 > m {
				m = n - 2 // next, the neighbour
			}
		}
	}
	return out
}

func compareSeeds(x, y seed) int {
	switch {
	case x.a != y.a:
		return int(x.a - y.a)
	case x.b != y.b:
		return int(x.b - y.b)
	case x.at != y.at:
		return int(x.at - y.at)
	}
	return int(x.bt - y.bt)
}
