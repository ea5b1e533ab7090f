// Package site finds an outlet's furniture: lines that stand on several of its pages and so belong to none of them.
//
//	Daily Sel, page a: "Be first to know the tide."     page b and c: the same line
//
// gives each of the three lines the role notice, and one copy of the kind template. A line that is another page's headline is a
// link to it and becomes related.
package site

import (
	"net/url"
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

const (
	often     = 3  // pages of one outlet on which a line must stand to be furniture
	shortLine = 10 // a repeated line of fewer words is furniture but no copied passage
	longLink  = 4  // words a line must have to be taken for another page's headline
)

// line is one block of one page.
type line struct {
	page  *pages.Page
	block int
}

// Read changes the roles of repeated lines and returns the template copies.
func Read(set *pages.Set) []record.Copy {
	links(set)
	byOutlet := map[string][]*pages.Page{}
	for _, p := range set.Pages {
		byOutlet[outlet(p)] = append(byOutlet[outlet(p)], p)
	}
	var copies []record.Copy
	for _, o := range sortedKeys(byOutlet) {
		if o != "" {
			copies = append(copies, furniture(set, byOutlet[o], often)...)
		}
	}
	copies = append(copies, common(set)...)
	set.Settle()
	return copies
}

// outlet names the publication of a page as far as the page itself tells: its outlet, or the host it was fetched from.
func outlet(p *pages.Page) string {
	if p.OutletName != "" {
		return p.OutletName
	}
	if u, err := url.Parse(p.Given.URL); err == nil && u.Host != "" {
		return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	}
	return ""
}

// furniture works on the pages of one outlet.
func furniture(set *pages.Set, list []*pages.Page, least int) []record.Copy {
	if len(list) < least {
		return nil
	}
	lines := map[uint64][]line{}
	for _, p := range list {
		for i, b := range p.Page.Blocks {
			lines[key(p.Page.Text.At(b.Span))] = append(lines[key(p.Page.Text.At(b.Span))], line{p, i})
		}
	}
	same := twins(lines, len(list))
	var copies []record.Copy
	for _, k := range sortedHashes(lines) {
		found := lines[k]
		if distinct(found, same) < least || k == 0 {
			continue
		}
		why := "the line stands on " + strconv.Itoa(distinct(found, same)) + " pages of the outlet"
		var spans []text.Place
		for _, l := range found {
			role := l.page.Roles[l.block]
			if role.Shown() && role != page.Title {
				l.page.SetRole(l.block, page.Notice, why)
			}
			spans = append(spans, l.page.Place(l.page.Page.Blocks[l.block].Span))
		}
		first := found[0]
		if n := len(set.Vocabulary.Append(nil, first.page.Page.Text, first.page.Page.Blocks[first.block].Span)); n < shortLine {
			continue
		}
		copies = append(copies, record.Copy{ID: copyID(spans), Kind: "template", Spans: spans, Why: why})
	}
	return copies
}

// twins joins pages that share most of what they tell: two versions of one article are one page here, or its paragraphs would
// look like furniture.
func twins(lines map[uint64][]line, n int) map[*pages.Page]*pages.Page {
	type pair struct{ a, b *pages.Page }
	shared, told := map[pair]int{}, map[*pages.Page]int{}
	for _, k := range sortedHashes(lines) {
		found := lines[k]
		for i, l := range found {
			b := l.page.Page.Blocks[l.block]
			if !l.page.Roles[l.block].Told() {
				continue
			}
			told[l.page] += b.Len()
			for j := i - 1; j >= 0 && j >= i-4; j-- { // a chain of neighbours is enough to join all versions
				if found[j].page != l.page {
					shared[pair{found[j].page, l.page}] += b.Len()
				}
			}
		}
	}
	head := map[*pages.Page]*pages.Page{}
	var find func(p *pages.Page) *pages.Page
	find = func(p *pages.Page) *pages.Page {
		for head[p] != nil {
			p = head[p]
		}
		return p
	}
	for pr, bytes := range shared {
		if 3*bytes > 2*min(told[pr.a], told[pr.b]) {
			a, b := find(pr.a), find(pr.b)
			if a.Index > b.Index { // the smaller index leads, whatever the order of the pairs
				a, b = b, a
			}
			if a != b {
				head[b] = a
			}
		}
	}
	out := make(map[*pages.Page]*pages.Page, n)
	for _, found := range lines {
		for _, l := range found {
			out[l.page] = find(l.page)
		}
	}
	return out
}

func distinct(found []line, same map[*pages.Page]*pages.Page) int {
	seen := map[*pages.Page]bool{}
	for _, l := range found {
		seen[same[l.page]] = true
	}
	return len(seen)
}

// links finds lines that are another page's headline.
func links(set *pages.Set) {
	titles := map[uint64]*pages.Page{}
	for i := len(set.Pages) - 1; i >= 0; i-- {
		p := set.Pages[i]
		if t := p.Article.Title; t != nil && len(strings.Fields(p.Page.Text.At(*t))) >= longLink {
			titles[key(p.Page.Text.At(*t))] = p
		}
	}
	for _, p := range set.Pages {
		own := uint64(0)
		if p.Article.Title != nil {
			own = key(p.Page.Text.At(*p.Article.Title))
		}
		for i, b := range p.Page.Blocks {
			if !p.Roles[i].Shown() || p.Roles[i] == page.Title {
				continue
			}
			k := key(p.Page.Text.At(b.Span))
			if other := titles[k]; other != nil && k != own && other != p {
				p.SetRole(i, page.Related, "the line is the headline of "+other.ID)
			}
		}
	}
}

// key hashes a line without its case, white space and punctuation; 0 is a line without a letter or digit.
func key(s string) uint64 {
	h := uint64(0)
	if s == "" {
		return 0
	}
	for _, f := range strings.FieldsFunc(words.Fold(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 0x7f && r != '“' && r != '”' && r != '’' && r != '‘' && r != '–' && r != '—' && r != '\u00a0')
	}) {
		h = words.Mix(h*31 ^ words.Hash(f))
	}
	return h
}

func copyID(spans []text.Place) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = pages.PlaceKey(s)
	}
	return pages.ID("c", parts...)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func sortedHashes[V any](m map[uint64]V) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}
