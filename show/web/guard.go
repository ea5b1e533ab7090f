package web

import (
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
)

// policy lets a page load what this room itself serves, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard answers only reading requests that name this machine: a page elsewhere that has its own name lead here (DNS rebinding) is
// refused, and nothing can be changed.
func (m *room) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-cache")
		switch {
		case !m.local(r.Host) && forPrograms(r.URL.Path):
			writeProblem(w, http.StatusMisdirectedRequest, "this reading room answers only to localhost", "address it as localhost or 127.0.0.1")
		case !m.local(r.Host):
			http.Error(w, "misdirected: this reading room answers only to localhost", http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			if forPrograms(r.URL.Path) {
				writeProblem(w, http.StatusMethodNotAllowed, "only reading is possible here", "ask with GET or HEAD")
				return
			}
			http.Error(w, "only reading is possible here", http.StatusMethodNotAllowed)
		case len(r.URL.RawQuery) > 8192 && forPrograms(r.URL.Path):
			writeProblem(w, http.StatusRequestURITooLong, "the query is too long", "8,192 bytes at most")
		case len(r.URL.RawQuery) > 8192:
			http.Error(w, "the query is too long", http.StatusRequestURITooLong)
		default:
			defer func() {
				if fault := recover(); fault != nil {
					m.Log.Error("reading room: fault while answering", "path", r.URL.Path, "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
					m.refuse(w, r, http.StatusInternalServerError, "Something went wrong", "This page could not be made. The record is untouched.")
				}
			}()
			next.ServeHTTP(w, r)
		}
	})
}

// local says whether a Host header names this machine.
func (m *room) local(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.TrimSuffix(strings.Trim(name, "[]"), ".")
	if strings.EqualFold(name, "localhost") || slices.ContainsFunc(m.Hosts, func(h string) bool { return strings.EqualFold(h, name) }) {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// Listen opens a port of this machine that no other can reach. Address is a port, "localhost:PORT" or a loopback address with its
// port; port 0 is any free one.
func Listen(address string) (net.Listener, error) {
	if !strings.Contains(address, ":") {
		address = "127.0.0.1:" + address
	}
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("listen on %q: %w", address, err)
	}
	switch ip := net.ParseIP(host); {
	case host == "" || host == "localhost":
		host = "127.0.0.1"
	case ip == nil || !ip.IsLoopback():
		return nil, fmt.Errorf("listen on %q: the reading room opens only on this machine: use 127.0.0.1, ::1 or localhost", address)
	}
	return net.Listen("tcp", net.JoinHostPort(host, port))
}
