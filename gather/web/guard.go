package web

import (
	"fmt"
	"net/netip"
	"syscall"
)

// ErrPrivate says that an address is not on the public internet.
type ErrPrivate struct{ Address netip.Addr }

func (e ErrPrivate) Error() string {
	return fmt.Sprintf("%s is a private or reserved address; --allow-private permits it", e.Address)
}

// reserved are the ranges, besides those that netip names itself, that lead nowhere on the public internet or back inside.
var reserved = func() (ranges []netip.Prefix) {
	for _, r := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10",
	} {
		ranges = append(ranges, netip.MustParsePrefix(r))
	}
	return ranges
}()

// public says whether an address is on the public internet.
func public(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsValid() || !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return false
	}
	for _, r := range reserved {
		if r.Contains(a) {
			return false
		}
	}
	return true
}

// guard is a net.Dialer.Control: it sees the address that is really dialled, after DNS, so that neither a name that resolves inside,
// nor one that changes its answer, nor a number written in octal gets past it.
func guard(network, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address %q: %w", address, err)
	}
	if !public(at.Addr()) {
		return ErrPrivate{at.Addr()}
	}
	return nil
}
