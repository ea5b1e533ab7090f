package mcp

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// Local lets through only requests that name this machine and come from no other page: a page elsewhere that has its own name lead here (DNS
// rebinding) is refused by the Host header, a page in the browser that posts here by the Origin header.
func Local(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopback(r.Host) {
			http.Error(w, "misdirected: this server answers only to localhost", http.StatusMisdirectedRequest)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" {
			if u, err := url.Parse(origin); err != nil || !loopback(u.Host) {
				http.Error(w, "forbidden: asked from a page of another origin", http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// loopback says whether a host, with or without its port, is this machine.
func loopback(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	ip := net.ParseIP(name)
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}
