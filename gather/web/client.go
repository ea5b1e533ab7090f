package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"

	"github.com/hearsay-news/hearsay/gather"
)

// Options bound what fetching may do. The zero value of a field means its default.
type Options struct {
	AllowPrivate bool             // fetch from private and loopback addresses too
	Agent        string           // User-Agent and robots.txt name; default "Hearsay"
	Pause        time.Duration    // least time between two requests to one host; default 1 s, more where robots.txt asks for it
	Timeout      time.Duration    // for one request with its whole body; default 60 s
	Retries      int              // after the first try; default 3, negative for none
	RetryPause   time.Duration    // before the first retry, doubled each time; default 1 s
	MaxWait      time.Duration    // longest Retry-After or crawl delay that is kept to; a longer one ends the request; default 60 s
	Now          func() time.Time // the clock; default time.Now
	MaxBytes     int64            // of a body, decompressed; default gather.MaxBytes
}

func (o Options) withDefaults() Options {
	set := func(d *time.Duration, value time.Duration) {
		if *d == 0 {
			*d = value
		}
	}
	set(&o.Pause, time.Second)
	set(&o.Timeout, time.Minute)
	set(&o.RetryPause, time.Second)
	set(&o.MaxWait, time.Minute)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Agent == "" {
		o.Agent = "Hearsay"
	}
	if o.Retries == 0 {
		o.Retries = 3
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = gather.MaxBytes
	}
	return o
}

// maxRedirects is how many redirects are followed.
const maxRedirects = 10

// Client fetches politely. It is safe for concurrent use.
type Client struct {
	options Options
	dialer  *net.Dialer
	http    *retryablehttp.Client
	now     func() time.Time

	mu    sync.Mutex
	hosts map[string]*host
}

// host is what the client knows of one scheme and host.
type host struct {
	once   sync.Once
	robots *robotstxt.Group
	err    error
	pace   *rate.Limiter

	mu   sync.Mutex
	busy error     // the host asked to be left alone for longer than is waited
	till time.Time // until then it is
	anew time.Time // when its robots.txt is to be asked for again
}

// How long a robots.txt holds, and how long a host is left alone where it could not be had.
const (
	robotsHold  = 24 * time.Hour
	robotsRetry = 10 * time.Minute
)

func (h *host) leave(now time.Time) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !now.Before(h.till) {
		h.busy = nil
	}
	return h.busy
}

func (h *host) waits(err error, till time.Time) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.busy, h.till = err, till
	return err
}

func (h *host) holds(till time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.anew = till
}

func (h *host) outdated(now time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return !h.anew.IsZero() && !now.Before(h.anew)
}

// NewClient makes a client.
func NewClient(o Options) *Client {
	o = o.withDefaults()
	dialer := &net.Dialer{Timeout: 15 * time.Second}
	if !o.AllowPrivate {
		dialer.Control = guard
	}
	c := &Client{options: o, dialer: dialer, now: o.Now, hosts: map[string]*host{}}
	inner := &http.Client{
		Timeout: o.Timeout,
		Transport: &http.Transport{ // no proxy: it would dial in our place, unguarded
			DialContext: dialer.DialContext, TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 30 * time.Second,
			MaxResponseHeaderBytes: 1 << 18, MaxIdleConnsPerHost: 2, IdleConnTimeout: 30 * time.Second, ForceAttemptHTTP2: true,
			DisableCompression: true, // so that the bytes kept are the bytes sent
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // hops are our own: each is asked for, and paced
	}
	c.http = &retryablehttp.Client{HTTPClient: inner, RetryMax: max(o.Retries, 0), RetryWaitMin: o.RetryPause, RetryWaitMax: o.MaxWait,
		CheckRetry: c.retry, Backoff: retryablehttp.DefaultBackoff, ErrorHandler: retryablehttp.PassthroughErrorHandler}
	return c
}

// retry says yes to what may be better next time: connection errors, 429 and 5xx, unless the wait asked for is too long.
func (c *Client) retry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	var private ErrPrivate
	if errors.As(err, &private) {
		return false, err
	}
	if resp != nil && c.asksTooLong(resp) > 0 {
		return false, nil
	}
	return retryablehttp.DefaultRetryPolicy(ctx, resp, err)
}

// asksTooLong is the wait that an answer asks for where it is longer than what is kept to, and else 0.
func (c *Client) asksTooLong(resp *http.Response) time.Duration {
	if resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode != http.StatusServiceUnavailable {
		return 0
	}
	if wait := retryAfter(resp.Header.Get("Retry-After"), c.now()); wait > c.options.MaxWait {
		return wait
	}
	return 0
}

func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(seconds, int64(forever/time.Second))) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return at.Sub(now)
	}
	return 0
}

// forever is the longest wait that is told apart.
const forever = 100 * 365 * 24 * time.Hour

// waitError says that a host asks to be left alone for longer than is waited.
type waitError struct {
	status int
	wait   time.Duration
	most   time.Duration
}

func (e waitError) Error() string {
	return fmt.Sprintf("the server answered %d and asks to wait %s (Retry-After); at most %s are waited", e.status, e.wait.Round(time.Second), e.most)
}

// do gets an address, and follows its redirects: each hop is held to the same rules as the first address, asks for leave and waits for the
// pace of its host.
func (c *Client) do(ctx context.Context, address string, header http.Header) (*http.Response, error) {
	u, err := webAddress(address)
	if err != nil {
		return nil, err
	}
	for hop := 0; ; hop++ {
		if err := c.permitted(ctx, u); err != nil {
			return nil, err
		}
		h := c.host(u)
		if err := h.leave(c.now()); err != nil {
			return nil, err
		}
		if err := h.pace.Wait(ctx); err != nil {
			return nil, err
		}
		resp, err := c.send(ctx, u, header)
		if err != nil {
			return nil, err
		}
		if wait := c.asksTooLong(resp); wait > 0 {
			resp.Body.Close()
			return nil, h.waits(waitError{resp.StatusCode, wait, c.options.MaxWait}, c.now().Add(wait))
		}
		next, err := nextHop(resp, hop)
		if next == nil || err != nil {
			return resp, err
		}
		u = next
	}
}

// nextHop is where an answer leads, nil where it is the last; the body of one that leads on is closed.
func nextHop(resp *http.Response, hop int) (*url.URL, error) {
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	location := resp.Header.Get("Location")
	if location == "" {
		return nil, nil
	}
	resp.Body.Close()
	if hop == maxRedirects {
		return nil, fmt.Errorf("more than %d redirects", maxRedirects)
	}
	next, err := resp.Request.URL.Parse(location)
	if err != nil {
		return nil, errors.New("it leads to what is no address")
	}
	return webAddress(next.String())
}

func (c *Client) send(ctx context.Context, u *url.URL, header http.Header) (*http.Response, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	for name, values := range header {
		req.Header[name] = values
	}
	req.Header.Set("User-Agent", c.options.Agent)
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := c.http.Do(req)
	return resp, cause(err)
}

// cause is what went wrong, without the method and address that the row names already.
func cause(err error) error {
	var whole *url.Error
	if errors.As(err, &whole) {
		return whole.Err
	}
	return err
}

// Check says whether an argument is an address that can be fetched.
func Check(address string) error {
	_, err := webAddress(address)
	return cause(err)
}

func webAddress(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil { // what is wrong with it may quote a password
		return nil, fmt.Errorf("%q is no http or https address", gather.PublicAddress(address))
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is no http or https address", gather.PublicAddress(address))
	}
	return u, nil
}

// readBody reads a body within the limit; of a larger one it returns what fits, with errTooLarge.
func readBody(r io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(raw)) > limit {
		return raw[:limit], errTooLarge
	}
	return raw, err
}

var errTooLarge = errors.New("body is over the size limit")
