package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"

	"github.com/hearsay-news/hearsay/gather"
)

// errForbidden says that robots.txt asks us to stay away.
var errForbidden = errors.New("robots.txt forbids it")

// maxRobots is how much of a robots.txt is read, as RFC 9309 asks at least; rules that stand behind it are not seen.
const maxRobots = 500 << 10

func (c *Client) host(u *url.URL) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	h := c.hosts[key]
	switch {
	case h == nil:
		h = &host{pace: rate.NewLimiter(rate.Every(c.options.Pause), 1)}
		c.hosts[key] = h
	case h.outdated(c.now()): // its robots.txt is asked for again
		h = &host{pace: h.pace, busy: h.leave(c.now()), till: h.till}
		c.hosts[key] = h
	}
	return h
}

// permitted asks the host's robots.txt, fetching it once a day.
func (c *Client) permitted(ctx context.Context, u *url.URL) error {
	if _, err := webAddress(u.String()); err != nil {
		return err
	}
	if u.Path == "/robots.txt" {
		return nil
	}
	h := c.host(u)
	h.once.Do(func() {
		h.robots, h.err = c.fetchRobots(ctx, u)
		hold := robotsHold
		var wait waitError
		switch {
		case errors.As(h.err, &wait):
			hold = wait.wait
		case h.err != nil:
			hold = robotsRetry
		}
		h.holds(c.now().Add(hold))
		if h.err == nil && h.robots != nil && h.robots.CrawlDelay > c.options.Pause {
			h.pace.SetLimit(rate.Every(min(h.robots.CrawlDelay, c.options.MaxWait)))
		}
	})
	if h.err != nil {
		return h.err
	}
	if !h.robots.Test(u.RequestURI()) {
		return fmt.Errorf("%s: %w", gather.PublicAddress(u.String()), errForbidden)
	}
	return nil
}

// fetchRobots follows RFC 9309: no file means everything is allowed, a server that fails means nothing is. It may lie elsewhere: leave to read
// it is not asked for, but further hops are paced.
func (c *Client) fetchRobots(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	var resp *http.Response
	for hop := 0; ; hop++ {
		if hop > 0 {
			if err := c.host(at).pace.Wait(ctx); err != nil {
				return nil, err
			}
		}
		var err error
		if resp, err = c.send(ctx, at, nil); err != nil {
			return nil, fmt.Errorf("asking for robots.txt: %w", cause(err))
		}
		next, err := nextHop(resp, hop)
		if err != nil {
			return nil, fmt.Errorf("asking for robots.txt: %w", err)
		}
		if next == nil {
			break
		}
		at = next
	}
	if wait := c.asksTooLong(resp); wait > 0 {
		resp.Body.Close()
		return nil, waitError{resp.StatusCode, wait, c.options.MaxWait}
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 500 {
		return nil, fmt.Errorf("robots.txt answered %d: %w", resp.StatusCode, errForbidden)
	}
	if resp.StatusCode >= 400 {
		return everything()
	}
	body, err := headOf(resp, maxRobots)
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	parsed, err := robotstxt.FromBytes(body)
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	return parsed.FindGroup(c.options.Agent), nil
}

// everything is a robots.txt that forbids nothing.
func everything() (*robotstxt.Group, error) {
	empty, err := robotstxt.FromString("")
	if err != nil {
		return nil, err
	}
	return empty.FindGroup(""), nil
}
