package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/show/web"
)

// serveCommand shows the record in a browser.
type serveCommand struct {
	Address string   `default:"0" placeholder:"PORT" help:"A port, or an address with its port; 0 takes any free port of this machine."`
	Edit    bool     `help:"Let readers put things right: merge, split, rename, hide, note. Every change is listed and can be taken back."`
	Login   string   `placeholder:"USERSFILE" help:"Ask for a name and a password that stand in this file; needed for addresses that other machines reach."`
	AddUser string   `placeholder:"NAME" help:"Write a user into the --login file and end; the password is asked for, or read from standard input."`
	Host    []string `placeholder:"NAME" help:"A name by which others address this machine, beside its numbers (with --login)."`
	Cert    string   `placeholder:"FILE" help:"Certificate for TLS (PEM)."`
	Key     string   `placeholder:"FILE" help:"Its key."`
}

func (serveCommand) Help() string {
	return `Nobody but this machine can open the address, nothing is fetched from elsewhere, and nothing can be changed, unless you say otherwise. Pages that are
added meanwhile show on reload. docs/serve.md tells how to open the room to others.

Example:
  hearsay serve --address 8100
  hearsay serve --edit
  hearsay serve --login users --add-user anna
  hearsay serve --login users --address 0.0.0.0:8100 --host desk.example --cert desk.pem --key desk.key`
}

func (s *serveCommand) Run(ctx context.Context, c *commands, std streams) error {
	switch {
	case s.AddUser != "" && s.Login == "":
		return wrong{hinted{errors.New("--add-user needs to know the file"), "hearsay serve --login USERSFILE --add-user NAME"}}
	case s.AddUser != "":
		return addUser(s.Login, s.AddUser, std)
	case (s.Cert == "") != (s.Key == ""):
		return wrong{hinted{errors.New("TLS needs both, a certificate and its key"), "--cert FILE --key FILE"}}
	case len(s.Host) > 0 && s.Login == "":
		return wrong{hinted{errors.New("--host is for rooms that others reach"), "give --login USERSFILE, too"}}
	}
	if s.Login != "" {
		if err := web.CheckUsers(s.Login); err != nil {
			return wrong{hinted{err, "hearsay serve --login " + s.Login + " --add-user NAME writes one"}}
		}
	}
	return s.serve(ctx, c.Record, std)
}

// serve shows a record until the context ends.
func (s *serveCommand) serve(ctx context.Context, path string, std streams) error {
	room := &livingRoom{source: source{where: path}, log: slog.New(slog.NewTextHandler(std.err, nil)), hosts: s.Host, door: s.Login != ""}
	defer room.close()
	if s.Edit {
		room.editor = web.NewEditor(room.edit)
	}
	if err := room.load(ctx); err != nil {
		return err
	}
	listener, err := web.Listen(s.Address, room.door)
	if errors.Is(err, web.ErrFar) {
		return wrong{hinted{err, "to open it to other machines give --login USERSFILE (hearsay serve --login USERSFILE --add-user NAME makes one)"}}
	}
	if err != nil {
		return err
	}
	var handler http.Handler = room
	if room.door {
		handler = web.NewDoor(s.Login, room, room.log, s.Host...)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute}
	stopped := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = server.Shutdown(soon) // what is still open then is cut off with the process
	})
	defer stopped()
	if far := listener.Addr().(*net.TCPAddr); !far.IP.IsLoopback() && s.Cert == "" {
		fmt.Fprintln(std.err, "hearsay: passwords travel unencrypted: give --cert and --key, or let a program before this one speak TLS")
	}
	where := listener.Addr().String()
	if tcp := listener.Addr().(*net.TCPAddr); tcp.IP.IsUnspecified() {
		where = net.JoinHostPort(append(s.Host, "127.0.0.1")[0], strconv.Itoa(tcp.Port))
	}
	scheme := "http"
	if s.Cert != "" {
		scheme = "https"
	}
	clean.Fprintf(std.out, "reading room of %s: %s://%s/\n", hearsay.Titled(path), scheme, where)
	if s.Edit {
		clean.Fprintf(std.out, "  readers can put things right; %s://%s/corrections lists what they did\n", scheme, where)
	}
	clean.Fprintf(std.out, "  end it with Ctrl-C\n")
	if s.Cert != "" {
		err = server.ServeTLS(listener, s.Cert, s.Key)
	} else {
		err = server.Serve(listener)
	}
	if !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// addUser asks for a password and writes the user down.
func addUser(path, name string, std streams) error {
	password := ""
	if in, ok := std.in.(*os.File); ok && term.IsTerminal(int(in.Fd())) {
		for _, ask := range []string{"password (" + strconv.Itoa(web.Shortest) + " letters or more): ", "once more: "} {
			fmt.Fprint(std.err, ask)
			typed, err := term.ReadPassword(int(in.Fd()))
			fmt.Fprintln(std.err)
			if err != nil {
				return err
			}
			if password != "" && password != string(typed) {
				return wrong{errors.New("the two are not the same")}
			}
			password = string(typed)
		}
	} else {
		line, err := bufio.NewReader(std.in).ReadString('\n')
		if err != nil && err != io.EOF {
			return err
		}
		password = strings.TrimRight(line, "\r\n")
	}
	if err := web.AddUser(path, name, password); err != nil {
		return wrong{err}
	}
	clean.Fprintf(std.out, "%s may come in; hearsay serve --login %s asks for the password\n", name, path)
	return nil
}

// livingRoom shows a record as it is now: when the file has changed, it is loaded anew. The file is not kept open between requests,
// so that whoever writes to it can finish it.
type livingRoom struct {
	source
	log    *slog.Logger
	hosts  []string
	door   bool
	editor *web.Editor

	mu      sync.Mutex
	state   string
	room    http.Handler
	editing int // changes under way: until they are compared the room before is shown
}

func (l *livingRoom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.current(r.Context()).ServeHTTP(w, r)
}

// current is the record's room as it is now.
func (l *livingRoom) current(ctx context.Context) http.Handler {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.editing == 0 && l.now(ctx) != l.state {
		if err := l.load(ctx); err != nil {
			l.log.Warn("the record changed and can't be loaded; the state before is shown", "error", err)
		}
	}
	return l.room
}

func (l *livingRoom) load(ctx context.Context) error {
	state := l.now(ctx)
	record, done, err := l.open(ctx)
	if err != nil {
		return err
	}
	defer done()
	shown, err := record.Shown(ctx)
	if err != nil {
		return err
	}
	l.state = state
	l.room = web.New(shown, web.Options{Name: hearsay.Titled(l.where), Version: hearsay.Version, Log: l.log, Search: l.search, Hosts: l.hosts, Door: l.door, Edit: l.editor})
	return nil
}

// edit puts something right, as one who writes to the record.
func (l *livingRoom) edit(ctx context.Context, c web.Change) (id string, err error) {
	count := func(by int) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.editing += by
	}
	count(1)
	defer count(-1)
	ctx = context.WithoutCancel(ctx) // who goes away has asked all the same
	err = (&commands{Record: l.where}).change(ctx, func(r *hearsay.Record) error {
		var m compare.Mend
		var err error
		switch c.Kind {
		case "outlet":
			m, err = r.RenameOutlet(ctx, c.Row, c.To, c.Note)
		case "join":
			m, err = r.JoinEntities(ctx, c.Row, c.Other, c.Note)
		case "split":
			m, err = r.SplitEntity(ctx, c.Row, c.Pages, c.Note)
		case "hide":
			m, err = r.HideRow(ctx, c.Row, c.Note)
		case "note":
			m, err = r.Remark(ctx, c.Row, c.To)
		case "undo":
			m.ID, err = c.Row, r.Unmend(ctx, c.Row)
		}
		id = m.ID
		return err
	})
	switch {
	case errors.Is(err, keep.ErrNoSuchRow):
		err = web.Refuse(http.StatusNotFound, "There is no such row any more", err.Error())
	case errors.Is(err, keep.ErrBusy):
		err = web.Refuse(http.StatusServiceUnavailable, "Somebody else is writing to the record", "pages are being added, or another correction is compared: send it again in a moment")
	case errors.Is(err, keep.ErrReadOnly):
		err = web.Refuse(http.StatusForbidden, "The record can't be written to", hintFor(err))
	}
	return id, err
}

func (l *livingRoom) search(query string, limit int) ([]view.Hit, error) {
	ctx := context.Background()
	record, done, err := l.open(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return record.Search(ctx, query, limit)
}
