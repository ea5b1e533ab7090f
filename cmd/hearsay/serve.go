package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"path/filepath"
	"time"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/show/web"
)

// serveCommand shows the record in a browser.
type serveCommand struct {
	Address string `default:"0" placeholder:"PORT" help:"A port, or a loopback address with its port; 0 takes any free port."`
}

func (serveCommand) Help() string {
	return `Nobody but this machine can open the address, and nothing is fetched from elsewhere. Pages that are added meanwhile show on reload.

Example:
  hearsay serve --address 8100`
}

func (s *serveCommand) Run(ctx context.Context, c *commands, std streams) error {
	return serve(ctx, c.Record, s.Address, std)
}

// serve shows a record until the context ends.
func serve(ctx context.Context, path, address string, std streams) error {
	log := slog.New(slog.NewTextHandler(std.err, nil))
	open := func(ctx context.Context) (*view.Record, web.Asking, error) { return asking(ctx, path) }
	_, first, err := open(ctx)
	if err != nil {
		return err
	}
	if err := first.Close(); err != nil {
		return err
	}
	room := web.New(nil, web.Options{Name: filepath.Base(path), Log: log, Open: open})
	listener, err := web.Listen(address)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: room, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute}
	stopped := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = server.Shutdown(soon) // what is still open then is cut off with the process
	})
	defer stopped()
	clean.Fprintf(std.out, "reading room of %s: http://%s/\n  end it with Ctrl-C\n", filepath.Base(path), listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// answering is the record as it is now, for one answer. The file is not kept open between requests, so that whoever writes to it can finish it.
type answering struct {
	*hearsay.Look
	record *hearsay.Record
}

func asking(ctx context.Context, path string) (*view.Record, web.Asking, error) {
	record, err := hearsay.OpenReadOnly(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	look, err := record.Look(ctx)
	if err != nil {
		record.Close() // the first error says more
		return nil, nil, err
	}
	return look.Record, &answering{look, record}, nil
}

func (a *answering) Close() error { return errors.Join(a.Look.Close(), a.record.Close()) }
