package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/mcp"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/show/web"
)

// mcpCommand answers programs that talk.
type mcpCommand struct {
	HTTP string `name:"http" placeholder:"PORT" help:"Answer over HTTP on this port of this machine instead of standard input and output; 0 takes any free one."`
}

func (mcpCommand) Help() string {
	return `Answers the Model Context Protocol, so that an assistant can look things up in the record: statements, disagreements, figures, timeline, pages, dates, and
why. It only reads, answers with rows that lead to their words, and says so when it finds nothing. Nothing is sent anywhere. docs/mcp.md has the tools.

Example, in the configuration of a client:
  {"mcpServers": {"hearsay": {"command": "hearsay", "args": ["mcp", "-r", "/home/me/story.db"]}}}`
}

func (m *mcpCommand) Run(ctx context.Context, c *commands, std streams) error {
	now := &record{source: source{where: c.Record}}
	defer now.close()
	if _, err := now.view(ctx); err != nil {
		return err
	}
	server := mcp.New(mcp.Options{Version: hearsay.Version, Record: now.view})
	if m.HTTP == "" {
		err := server.Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(std.in), Writer: nopCloser{std.out}})
		if errors.Is(err, io.EOF) || ctx.Err() != nil {
			return nil // the client went away, or we were asked to stop
		}
		return err
	}
	listener, err := web.Listen(m.HTTP, false)
	if err != nil {
		return err
	}
	answer := &http.Server{Handler: mcp.Local(mcp.Handler(server)), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute}
	stopped := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = answer.Shutdown(soon) // what is still open then is cut off with the process
	})
	defer stopped()
	clean.Fprintf(std.out, "MCP over %s: http://%s/\n  end it with Ctrl-C\n", c.title(), listener.Addr())
	if err := answer.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// record is a record as it is now: read anew when its file has changed, and not kept open between questions.
type record struct {
	source

	mu    sync.Mutex
	state string
	shown *view.Record
}

func (r *record) view(ctx context.Context) (*view.Record, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	state := r.now(ctx)
	if r.shown != nil && state == r.state {
		return r.shown, nil
	}
	opened, done, err := r.open(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	shown, err := opened.View(ctx)
	if err != nil {
		return nil, err
	}
	r.shown, r.state = shown, state
	return shown, nil
}
