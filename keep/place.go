package keep

import "sort"

// apart is how far rows that come one after the other are placed from each other, so that others fit between them.
const apart = 1 << 16

// Place gives rows rising places. Those that have one keep it as far as they still stand in order; 0 is none.
//
//	300 100 200 0 400  →  between 0 and 100, 100, 200, between 200 and 400, 400
func Place(before []int64) []int64 {
	stays := rising(before)
	out := make([]int64, len(before))
	last, from := int64(0), 0
	for i := 0; i <= len(before); i++ {
		if i < len(before) && !stays[i] {
			continue
		}
		n := int64(i - from) // rows to be placed before this one
		switch {
		case i == len(before):
			for k := range n {
				out[from+int(k)] = last + (k+1)*apart
			}
			continue
		case before[i]-last <= n: // no room: all are placed anew
			for k := range out {
				out[k] = int64(k+1) * apart
			}
			return out
		}
		for k := range n {
			out[from+int(k)] = last + (k+1)*((before[i]-last)/(n+1))
		}
		out[i], last, from = before[i], before[i], i+1
	}
	return out
}

// rising says which numbers belong to a longest rising sequence; 0 never does.
func rising(list []int64) []bool {
	out := make([]bool, len(list))
	var ends []int // ends[k]: index of the smallest end of a sequence of k+1
	back := make([]int, len(list))
	for i, x := range list {
		if x == 0 {
			continue
		}
		k := sort.Search(len(ends), func(k int) bool { return list[ends[k]] >= x })
		back[i] = -1
		if k > 0 {
			back[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	if len(ends) == 0 {
		return out
	}
	for i := ends[len(ends)-1]; i >= 0; i = back[i] {
		out[i] = true
	}
	return out
}
