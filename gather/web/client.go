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
	"sync"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"

	"github.com/hearsay-news/hearsay/gather"
)

// Options bound what fetching may do. The zero value of a field means its default.
type Options struct {
	AllowPrivate bool          // fetch from private and loopback addresses too
	Agent        string        // User-Agent and robots.txt name; default "Hearsay"
	Pause        time.Duration // least time between two requests to one host; default 1 s, more where robots.txt asks for it
	Timeout      time.Duration // for one request with its whole body; default 60 s
	Retries      int           // after the first try; default 3, negative for none
	RetryPause   time.Duration // before the first retry, doubled each time; default 1 s
	MaxWait      time.Duration // longest Retry-After or crawl delay that is kept to; a longer one ends the request; default 60 s
	MaxBytes     int64         // of a body, decompressed; default gather.MaxBytes
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
}

// NewClient makes a client.
func NewClient(o Options) *Client {
	o = o.withDefaults()
	dialer := &net.Dialer{Timeout: 15 * time.Second}
	if !o.AllowPrivate {
		dialer.Control = guard
	}
	c := &Client{options: o, dialer: dialer, now: time.Now, hosts: map[string]*host{}}
	inner := &http.Client{
		Timeout: o.Timeout,
		Transport: &http.Transport{ // no proxy: it would dial in our place, unguarded
			DialContext: dialer.DialContext, TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 30 * time.Second,
			MaxResponseHeaderBytes: 1 << 18, MaxIdleConnsPerHost: 2, IdleConnTimeout: 30 * time.Second, ForceAttemptHTTP2: true,
			DisableCompression: true, // so that the bytes kept are the bytes sent
		},
		CheckRedirect: c.redirect,
	}
	c.http = &retryablehttp.Client{HTTPClient: inner, RetryMax: max(o.Retries, 0), RetryWaitMin: o.RetryPause, RetryWaitMax: o.MaxWait,
		CheckRetry: c.retry, Backoff: retryablehttp.DefaultBackoff, ErrorHandler: retryablehttp.PassthroughErrorHandler}
	return c
}

// redirect holds each step to the same rules as the first address.
func (c *Client) redirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return fmt.Errorf("more than %d redirects", maxRedirects)
	}
	if req.Context().Value(forRobots{}) != nil { // robots.txt may lie elsewhere, and asking for leave to read it would never end
		_, err := webAddress(req.URL.String())
		return err
	}
	return c.permitted(req.Context(), req.URL)
}

// retry says yes to what may be better next time: connection errors, 429 and 5xx, unless the wait asked for is too long.
func (c *Client) retry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	var private ErrPrivate
	if errors.As(err, &private) || errors.Is(err, errForbidden) {
		return false, err
	}
	if resp != nil && (resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable) {
		if wait := retryAfter(resp.Header.Get("Retry-After"), c.now()); wait > c.options.MaxWait {
			return false, nil
		}
	}
	return retryablehttp.DefaultRetryPolicy(ctx, resp, err)
}

func retryAfter(value string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseInt(value, 10, 32); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return at.Sub(now)
	}
	return 0
}

// do sends one request after waiting for the host's pace.
func (c *Client) do(ctx context.Context, address string, header http.Header) (*http.Response, error) {
	u, err := webAddress(address)
	if err != nil {
		return nil, err
	}
	if err := c.permitted(ctx, u); err != nil {
		return nil, err
	}
	if err := c.host(u).pace.Wait(ctx); err != nil {
		return nil, err
	}
	return c.send(ctx, u, header)
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
	if err != nil {
		return nil, err
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is no http or https address", address)
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
