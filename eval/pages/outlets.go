package pages

import (
	"net/url"
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
)

// scoreOutlets counts the flattened pages whose outlet was told from the text alone, and those of them whose address (which the reader did not see) bears the name out:
//
//	"MIT Technology Review", technologyreview.com  →  right: "technology" stands in the host
//	"FOX News", foxbusiness.com                    →  wrong: "news" does not, and "fox" is too short to say
func scoreOutlets(gold []Gold, pred map[string]Prediction, out Figures, misses *[]Miss) {
	told, right := 0, 0
	for _, g := range gold {
		name := pred[g.ID].Outlet
		if !g.Flat || name == "" {
			continue
		}
		told++
		if hosted(name, g.URL) {
			right++
		} else {
			*misses = append(*misses, Miss{Field: "outlet", ID: g.ID, Gold: g.URL, Given: name})
		}
	}
	if told > 0 {
		out["outlets"] = percent(right, told)
	}
}

// hosted says whether the host of an address bears a name out: it holds all its letters, or one of its words of four letters and more, or its initials.
func hosted(name, address string) bool {
	at, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := page.Letters(strings.TrimPrefix(at.Hostname(), "www."))
	whole := strings.TrimPrefix(page.Letters(name), "the")
	if strings.Contains(host, whole) || strings.Contains(whole, strings.TrimSuffix(host, "com")) {
		return true
	}
	initials := ""
	for _, word := range strings.Fields(name) {
		w := page.Letters(word)
		if len(w) >= 4 && strings.Contains(host, w) {
			return true
		}
		if w != "" && w != "the" {
			initials += w[:1]
		}
	}
	return len(initials) >= 3 && strings.Contains(host, initials)
}
