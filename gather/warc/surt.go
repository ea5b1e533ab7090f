package warc

import (
	"net/url"
	"slices"
	"strings"
)

// SURT is the key under which an index sorts an address: the host's parts from the last to the first, then path and query, in lower case.
//
//	https://www.Example.org:443/A/?b=2&a=1  →  org,example)/a?a=1&b=2
func SURT(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return strings.ReplaceAll(address, " ", "%20")
	}
	parts := strings.Split(strings.TrimSuffix(strings.ToLower(u.Hostname()), "."), ".")
	if len(parts) > 2 && strings.HasPrefix(parts[0], "www") && strings.Trim(parts[0][3:], "0123456789") == "" {
		parts = parts[1:]
	}
	slices.Reverse(parts)
	key := strings.Join(parts, ",")
	if port := u.Port(); port != "" && port != map[string]string{"http": "80", "https": "443"}[u.Scheme] {
		key += ":" + port
	}
	path := strings.ToLower(u.EscapedPath())
	if len(path) > 1 {
		path = strings.TrimSuffix(path, "/")
	}
	if path == "" {
		path = "/"
	}
	key += ")" + path
	if u.RawQuery != "" {
		fields := strings.Split(strings.ToLower(u.RawQuery), "&")
		slices.Sort(fields)
		key += "?" + strings.Join(fields, "&")
	}
	return strings.ReplaceAll(key, " ", "%20")
}
