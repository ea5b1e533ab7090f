package keep

import (
	"cmp"
	"fmt"
	"slices"
)

// Identify gives every page its id and the ids of its versions, and sorts the pages by id. The id is the name, or the path where pages
// of different paths share a name; further pages under one path are its versions, in order of when they were fetched, then of hash.
func Identify(pages []Page) {
	paths := map[string]string{} // name → its path
	shared := map[string]bool{}  // names that several paths have
	for _, p := range pages {
		if path, seen := paths[p.Name]; seen && path != p.Path {
			shared[p.Name] = true
		}
		paths[p.Name] = p.Path
	}
	groups := map[string][]int{}
	for i, p := range pages {
		base := p.Name
		if shared[p.Name] {
			base = p.Path
		}
		groups[base] = append(groups[base], i)
	}
	for _, group := range groups {
		slices.SortFunc(group, func(i, j int) int {
			a, b := &pages[i], &pages[j]
			return cmp.Or(cmp.Compare(a.Given.Fetched, b.Given.Fetched), cmp.Compare(a.SHA256, b.SHA256), cmp.Compare(a.Name, b.Name))
		})
	}
	for base, group := range groups {
		number := 1
		for n, i := range group {
			pages[i].ID = base
			if n > 0 {
				for { // an id that somebody gave as such comes first
					number++
					pages[i].ID = fmt.Sprintf("%s@%d", base, number)
					if _, given := groups[pages[i].ID]; !given {
						break
					}
				}
			}
		}
	}
	link(pages)
	slices.SortFunc(pages, func(a, b Page) int { return cmp.Compare(a.ID, b.ID) })
}

// link lists under each page the versions of it: pages of one base id, and pages saved from one address.
func link(pages []Page) {
	same := map[string][]int{}
	join := func(key string, i int) { same[key] = append(same[key], i) }
	for i, p := range pages {
		join("path "+p.Path+"\x00"+p.Name, i)
		if p.Given.URL != "" {
			join("url "+p.Given.URL, i)
		}
	}
	for i := range pages {
		p := &pages[i]
		group := append([]int(nil), same["path "+p.Path+"\x00"+p.Name]...)
		if p.Given.URL != "" {
			group = append(group, same["url "+p.Given.URL]...)
		}
		slices.SortFunc(group, func(i, j int) int {
			return cmp.Or(cmp.Compare(pages[i].Given.Fetched, pages[j].Given.Fetched), cmp.Compare(pages[i].ID, pages[j].ID))
		})
		p.Versions = nil
		for _, j := range slices.Compact(group) {
			if j != i {
				p.Versions = append(p.Versions, pages[j].ID)
			}
		}
	}
}
