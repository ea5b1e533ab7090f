package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// resolver answers every name with the addresses of a list in turn, as a server does that wants to be let in and then turns round.
func resolver(t *testing.T, answers ...string) *net.Resolver {
	t.Helper()
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	go func() {
		buf := make([]byte, 1024)
		for asked := 0; ; {
			n, from, err := server.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			m.Header = dnsmessage.Header{ID: m.ID, Response: true, RecursionAvailable: true}
			m.Additionals = nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				address := netip.MustParseAddr(answers[min(asked, len(answers)-1)]).As4()
				m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class}, Body: &dnsmessage.AResource{A: address}}}
				asked++
			}
			if packed, err := m.Pack(); err == nil {
				server.WriteTo(packed, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", server.LocalAddr().String())
	}}
}

// inside is a server that nobody may reach; it counts who does.
func inside(t *testing.T) (s *httptest.Server, port string, reached *atomic.Int32) {
	t.Helper()
	reached = new(atomic.Int32)
	s = httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	t.Cleanup(s.Close)
	return s, s.URL[strings.LastIndex(s.URL, ":"):], reached
}

func guarded() Options {
	o := quick()
	o.AllowPrivate, o.Retries = false, -1
	return o
}

// However a private address is written, it is not dialled: as a number, in octal or hexadecimal, cut short, in IPv6 clothes, or as a name.
func TestPrivateAddressesInDisguise(t *testing.T) {
	_, port, reached := inside(t)
	for _, host := range []string{"2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.1", "127.000.000.001", "[::ffff:7f00:1]", "[::127.0.0.1]", "inside.example"} {
		c := NewClient(guarded())
		c.dialer.Resolver = resolver(t, "127.0.0.1")
		if _, err := c.do(context.Background(), "http://"+host+port+"/1", nil); err == nil {
			t.Errorf("%s: no error", host)
		}
	}
	if n := reached.Load(); n != 0 {
		t.Errorf("reached %d times", n)
	}
}

// A name that resolves to a public address first and to a private one later is refused when it is dialled, not when it is looked up.
func TestRebinding(t *testing.T) {
	_, port, reached := inside(t)
	c := NewClient(guarded())
	c.dialer.Resolver = resolver(t, "127.0.0.1") // robots.txt was read from a public address before
	u, err := webAddress("http://turning.example" + port)
	if err != nil {
		t.Fatal(err)
	}
	h := c.host(u)
	h.once.Do(func() { h.robots, _ = everything() })
	_, err = c.do(context.Background(), u.String()+"/1", nil)
	var private ErrPrivate
	if !errors.As(err, &private) || reached.Load() != 0 {
		t.Errorf("got %v, reached %d times", err, reached.Load())
	}
}

// A public server that redirects to a private address does not get there in our name.
func TestRedirectInside(t *testing.T) {
	in, _, reached := inside(t)
	outside := site(t, map[string]http.HandlerFunc{
		"/1": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, in.URL+"/admin", http.StatusFound) },
	})
	c := NewClient(guarded())
	c.dialer.Control = func(network, address string, conn syscall.RawConn) error {
		if "http://"+address == outside.URL {
			return nil // stands for a public address here
		}
		return guard(network, address, conn)
	}
	_, err := c.do(context.Background(), outside.URL+"/1", nil)
	var private ErrPrivate
	if !errors.As(err, &private) || reached.Load() != 0 {
		t.Errorf("got %v, reached %d times", err, reached.Load())
	}
}
