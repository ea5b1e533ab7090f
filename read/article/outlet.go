package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// outlet finds the publication a page belongs to.
func (tab *tables) outlet(p *page.Page, given gather.Given, hosts []string) Outlet {
	if given.Outlet != "" {
		return Outlet{Name: given.Outlet, Why: "given"}
	}
	for _, from := range []string{"og", "json-ld", "meta"} {
		for _, m := range p.Meta {
			if m.Field == "outlet" && m.From == from && len(m.Value) < 80 && !strings.HasPrefix(m.Value, "http") && !strings.HasPrefix(m.Value, "@") {
				return Outlet{Name: m.Value, Why: "metadata"}
			}
		}
	}
	for _, h := range append(hosts[:len(hosts):len(hosts)], linkedHosts(p, "feed")...) { // a feed may lie at somebody else's: only a name on the page counts
		if name, at := spelledOut(p, label(h)); name != "" {
			return Outlet{Name: name, Evidence: []text.Span{at}, Why: "template"}
		}
	}
	if name, at := tab.rightsHolder(p); name != "" {
		return Outlet{Name: name, Evidence: []text.Span{at}, Why: "footer"}
	}
	if len(hosts) > 0 {
		return Outlet{Name: hosts[0], Why: "host"}
	}
	return Outlet{}
}

// pageHosts lists the hosts that are the page's own: its given and canonical address; where it has neither, that of its AMP form, then addresses that
// stand alone on a line.
func pageHosts(p *page.Page, given gather.Given) []string {
	var hosts []string
	own, _ := replayed(given.URL)
	if h := host(own); own != "" && h != "" {
		hosts = append(hosts, h)
	}
	if hosts = append(hosts, linkedHosts(p, "url")...); len(hosts) == 0 {
		hosts = linkedHosts(p, "amp")
	}
	if len(hosts) > 0 {
		return hosts
	}
	if at, ok := ownURL(p); ok {
		return []string{host(p.Text.At(at))}
	}
	for _, b := range p.Blocks {
		if s := p.Text.At(b.Span); b.Role == page.Other && len(s) > 4 && strings.EqualFold(s[:4], "www.") && !strings.ContainsAny(s, " /") {
			return []string{host(s)}
		}
	}
	return nil
}

// linkedHosts lists the hosts of the whole addresses that the head of a page gives for a field.
func linkedHosts(p *page.Page, field string) []string {
	var hosts []string
	for _, m := range p.Meta {
		own, _ := replayed(m.Value)
		if m.Field != field || field != "url" && !strings.Contains(own, "//") {
			continue
		}
		if h := host(own); h != "" {
			hosts = append(hosts, strings.TrimPrefix(h, "amp."))
		}
	}
	return hosts
}

// spelledOut finds the words on the page's furniture that a host's name is made of: "Radio Nord" for radionord.example, and what
// belongs to them: "Radio Nord International".
func spelledOut(p *page.Page, label string) (string, text.Span) {
	if len(label) < 3 {
		return "", text.Span{}
	}
	for _, b := range p.Blocks {
		if b.Role.Told() || b.Len() > 120 {
			continue
		}
		s := p.Text.At(b.Span)
		words := wordSpans(s)
		for i := range words {
			if c := s[words[i].Start]; c < utf8.RuneSelf && c|0x20 != label[0] { // most end here
				continue
			}
			joined := ""
			for j := i; j < len(words) && j < i+5; j++ {
				joined += page.Letters(s[words[j].Start:words[j].End])
				if len(joined) > len(label) {
					break
				}
				rest := strings.TrimPrefix(label, joined)
				if rest != label && (rest == "" || newsWords[rest]) && isUpperAt(s, words[i].Start) {
					at := text.Span{Start: b.Start + words[i].Start, End: b.Start + words[j].End}
					if i == 0 && j+2 == len(words) && isUpperAt(s, words[j+1].Start) && len(words) <= 3 {
						at.End = b.Start + words[j+1].End
					}
					return p.Text.At(at), at
				}
			}
		}
	}
	return "", text.Span{}
}

// newsWords are endings of host names that are no part of a name.
var newsWords = map[string]bool{"news": true, "online": true, "net": true, "media": true, "live": true, "web": true}

func isUpperAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

func wordSpans(s string) []text.Span {
	var out []text.Span
	start := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r)
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			out = append(out, text.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, text.Span{Start: start, End: len(s)})
	}
	return out
}
