package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"sync"
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
	room := &livingRoom{path: path, log: slog.New(slog.NewTextHandler(std.err, nil))}
	if err := room.load(ctx); err != nil {
		return err
	}
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

// livingRoom shows a record as it is now: when the file has changed, it is loaded anew. The file is not kept open between requests,
// so that whoever writes to it can finish it.
type livingRoom struct {
	path string
	log  *slog.Logger

	mu    sync.Mutex
	state string
	room  http.Handler
}

func (l *livingRoom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.now(r.Context()).ServeHTTP(w, r)
}

// now is the record's room as it is now.
func (l *livingRoom) now(ctx context.Context) http.Handler {
	l.mu.Lock()
	defer l.mu.Unlock()
	if stateOf(l.path) != l.state {
		if err := l.load(ctx); err != nil {
			l.log.Warn("the record changed and can't be loaded; the state before is shown", "error", err)
		}
	}
	return l.room
}

func (l *livingRoom) load(ctx context.Context) error {
	state := stateOf(l.path)
	record, err := hearsay.OpenReadOnly(ctx, l.path)
	if err != nil {
		return err
	}
	defer record.Close()
	shown, err := record.View(ctx)
	if err != nil {
		return err
	}
	l.state = state
	l.room = web.New(shown, web.Options{Name: filepath.Base(l.path), Version: hearsay.Version, Log: l.log, Search: l.search})
	return nil
}

func (l *livingRoom) search(query string, limit int) ([]view.Hit, error) {
	ctx := context.Background()
	record, err := hearsay.OpenReadOnly(ctx, l.path)
	if err != nil {
		return nil, err
	}
	defer record.Close()
	return record.Search(ctx, query, limit)
}

// stateOf tells one state of a file from another: it and its log grow or change their times with every write.
func stateOf(path string) string {
	state := ""
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
			continue
		}
		if err == nil {
			state += fmt.Sprintf("%d %d;", info.Size(), info.ModTime().UnixNano())
		}
	}
	return state
}
