package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/alecthomas/kong"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/web"
)

// settings are what config.toml may hold. docs/config.md describes every one; a test holds both to each other.
type settings struct {
	Record        string            `toml:"record"`
	MinConfidence *float64          `toml:"min_confidence"`
	All           bool              `toml:"all"`
	Workers       int               `toml:"workers"`
	Outlets       map[string]string `toml:"outlets"`
	Fetch         fetchSettings     `toml:"fetch"`
}

type fetchSettings struct {
	Agent        string   `toml:"agent"`
	Pause        duration `toml:"pause"`
	Timeout      duration `toml:"timeout"`
	Retries      *int     `toml:"retries"`
	MaxWait      duration `toml:"max_wait"`
	AllowPrivate bool     `toml:"allow_private"`
}

// duration is written as "2s" or "1m30s".
type duration time.Duration

func (d *duration) UnmarshalText(text []byte) error {
	parsed, err := time.ParseDuration(string(text))
	if err == nil && parsed < 0 {
		err = errors.New("it is negative")
	}
	*d = duration(parsed)
	return err
}

// configPath is where settings are looked for unless a file is named: "" where the system knows no such place.
func configPath() string {
	folder, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "hearsay", "config.toml")
}

// configFlag names a file of settings; an empty variable names none.
type configFlag string

// BeforeResolve is called by kong before it looks for values of flags that are not given.
func (configFlag) BeforeResolve(k *kong.Kong, ctx *kong.Context, trace *kong.Path) error {
	path := string(ctx.FlagValue(trace.Flag).(configFlag))
	if path == "" {
		return nil
	}
	resolver, err := k.LoadConfig(path)
	if err == nil {
		ctx.AddResolver(resolver)
	}
	return err
}

// load reads settings strictly: a key that does not exist is an error, not a wish that nobody hears.
func (s *settings) load(r io.Reader) (kong.Resolver, error) {
	meta, err := toml.NewDecoder(r).Decode(s)
	if err != nil {
		return nil, wrong{hinted{fmt.Errorf("configuration: %w", err), "docs/config.md lists the settings"}}
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, wrong{hinted{fmt.Errorf("configuration: no setting %q", unknown[0].String()), "there are record, min_confidence, all, workers, [outlets], and in [fetch] agent, pause, timeout, retries, max_wait, allow_private"}}
	}
	if c := s.MinConfidence; c != nil && (*c < 0 || *c > 1) {
		return nil, wrong{hinted{fmt.Errorf("configuration: min_confidence is %v", *c), "it is between 0 and 1"}}
	}
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		for _, name := range flag.Envs {
			if os.Getenv(name) != "" {
				return nil, nil // what the environment says goes before what the file says
			}
		}
		switch {
		case flag.Name == "record" && s.Record != "":
			return s.Record, nil
		case flag.Name == "min-confidence" && s.MinConfidence != nil:
			return *s.MinConfidence, nil
		case flag.Name == "all" && s.All:
			return true, nil
		case flag.Name == "workers" && s.Workers > 0:
			return s.Workers, nil
		case flag.Name == "allow-private" && s.Fetch.AllowPrivate:
			return true, nil
		}
		return nil, nil
	}), nil
}

// fetching is how addresses are asked.
func (s *settings) fetching(allowPrivate bool) web.Options {
	o := web.Options{AllowPrivate: allowPrivate, Agent: "Hearsay/" + hearsay.Version, Pause: time.Duration(s.Fetch.Pause), Timeout: time.Duration(s.Fetch.Timeout),
		MaxWait: time.Duration(s.Fetch.MaxWait)}
	if s.Fetch.Agent != "" {
		o.Agent = s.Fetch.Agent
	}
	if s.Fetch.Retries != nil {
		if o.Retries = *s.Fetch.Retries; o.Retries == 0 {
			o.Retries = -1
		}
	}
	return o
}

// named gives pages of hosts that the settings know their outlet's name, unless one is given with the page.
func (s *settings) named(pages iter.Seq[gather.Page]) iter.Seq[gather.Page] {
	if len(s.Outlets) == 0 {
		return pages
	}
	names := make(map[string]string, len(s.Outlets))
	for host, name := range s.Outlets {
		names[strings.TrimPrefix(strings.ToLower(host), "www.")] = name
	}
	return func(yield func(gather.Page) bool) {
		for p := range pages {
			if u, err := url.Parse(p.Given.URL); err == nil && p.Given.Outlet == "" {
				p.Given.Outlet = outletOf(names, strings.ToLower(u.Hostname()))
			}
			if !yield(p) {
				return
			}
		}
	}
}

// outletOf looks a host up, then the domains above it.
func outletOf(names map[string]string, host string) string {
	for host != "" {
		if name := names[host]; name != "" {
			return name
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}
