package web

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
)

// policy lets a page load what this room itself serves, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secure says what a browser may do with an answer: load what this room serves, show it in no other site's frame, tell nobody where a reader comes from.
func secure(h http.Header) {
	for name, value := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-cache"} {
		h.Set(name, value)
	}
}

// guard answers only requests that name this machine, and only reading ones but for the forms of an Editor: a page elsewhere that has its own name
// lead here (DNS rebinding) is refused.
func (m *room) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		secure(h)
		if m.Edit != nil {
			h.Set("Referrer-Policy", "same-origin") // with none at all a browser names no origin of a form
		}
		switch {
		case !m.local(r.Host) && forPrograms(r.URL.Path):
			writeProblem(w, http.StatusMisdirectedRequest, "this reading room answers only to localhost", "address it as localhost or 127.0.0.1")
		case !m.local(r.Host):
			http.Error(w, "misdirected: this reading room answers only to localhost", http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead && !m.takesForms(r):
			h.Set("Allow", "GET, HEAD")
			what, hint := m.noForms(r)
			if forPrograms(r.URL.Path) {
				writeProblem(w, http.StatusMethodNotAllowed, what, hint)
				return
			}
			http.Error(w, what+": "+hint, http.StatusMethodNotAllowed)
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
func (m *room) local(host string) bool { return addressed(host, m.Hosts, m.Door) }

// addressed says whether a Host header names this machine: as localhost or a loopback address, by one of its names, or where others come in by any number.
func addressed(host string, names []string, far bool) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.TrimSuffix(strings.Trim(name, "[]"), ".")
	if strings.EqualFold(name, "localhost") || slices.ContainsFunc(names, func(h string) bool { return strings.EqualFold(h, name) }) {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && (ip.IsLoopback() || far) // a number is nobody's to lead elsewhere, as a name is
}

// ErrFar is the error of an address that other machines can reach, where only this one may.
var ErrFar = errors.New("the reading room opens only on this machine: use 127.0.0.1, ::1 or localhost")

// Listen opens a port. Address is a port, or an address with its port; port 0 is any free one. Unless far is set no other machine can reach it:
// then the address is localhost or a loopback one.
func Listen(address string, far bool) (net.Listener, error) {
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
	case !far && (ip == nil || !ip.IsLoopback()):
		return nil, fmt.Errorf("listen on %q: %w", address, ErrFar)
	}
	return net.Listen("tcp", net.JoinHostPort(host, port))
}
