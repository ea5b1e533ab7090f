// Package server starts a PostgreSQL server for tests, in a folder of its own, reached over loopback alone, and stops it with the program that runs them.
//
//	func TestMain(m *testing.M) { os.Exit(server.Main(m)) }
//	func TestOne(t *testing.T)  { address := server.Record(t) }    an empty schema of its own
package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// The words that let a test in: they must be found nowhere else.
const (
	User     = "tester_by_name"
	Password = "swordfish-of-tests"
)

const advice = "no PostgreSQL server was found: apt-get install postgresql (or ./test, which does it), or set HEARSAY_POSTGRES to the folder of its programs"

// Server is a running server.
type Server struct {
	folder   string
	settings []string
	port     int
	bin      string
	run      *exec.Cmd
	ended    <-chan error
	hold     *os.File // closed, by us or by our end, it stops the server
}

var shared struct {
	sync.Mutex
	server *Server
	n      int
}

// Main runs the tests of a package and stops the server that they started, if they did.
func Main(m *testing.M) int {
	code := m.Run()
	if shared.server != nil {
		shared.server.Remove()
	}
	return code
}

// Record is the address of an empty record, on a server that the tests of a package share.
func Record(t testing.TB) string {
	t.Helper()
	address, err := Empty()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// Empty is Record for who has no test at hand.
func Empty() (string, error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil {
		s, err := New()
		if err != nil {
			return "", err
		}
		shared.server = s
	}
	shared.n++
	return shared.server.Address() + "?search_path=r" + strconv.Itoa(shared.n), nil
}

// New makes a server and starts it; settings, as name=value, go over those for tests, which trust the disk.
func New(settings ...string) (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "hearsay-postgres-")
	if err != nil {
		return nil, err
	}
	s := &Server{folder: folder, bin: bin, settings: settings}
	if err := s.make(); err != nil {
		os.RemoveAll(folder)
		return nil, err
	}
	return s, s.Start()
}

// programs finds the folder of the newest server's programs.
func programs() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	slices.SortFunc(found, func(a, b string) int { return number(b) - number(a) })
	if named := os.Getenv("HEARSAY_POSTGRES"); named != "" {
		found = []string{named}
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		found = append(found, filepath.Dir(path))
	}
	for _, bin := range found {
		if _, err := os.Stat(filepath.Join(bin, "initdb")); err == nil {
			return bin, nil
		}
	}
	return "", errors.New(advice)
}

func number(bin string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(bin)))
	return n
}

func (s *Server) make() error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s.port = l.Addr().(*net.TCPAddr).Port
	l.Close()
	secret := filepath.Join(s.folder, "secret")
	if err := os.WriteFile(secret, []byte(Password+"\n"), 0o600); err != nil {
		return err
	}
	if err := s.own(s.folder, secret); err != nil {
		return err
	}
	return s.as(exec.Command(filepath.Join(s.bin, "initdb"), "-D", s.data(), "-U", User, "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale=C", "-N"))
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

// as runs a program as somebody who may run a server: root may not.
func (s *Server) as(c *exec.Cmd) error {
	c.Dir = s.folder
	if err := lower(c); err != nil {
		return err
	}
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", filepath.Base(c.Path), err, out)
	}
	return nil
}

// own gives files to that somebody.
func (s *Server) own(paths ...string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	uid, gid, err := unprivileged()
	for _, p := range paths {
		if err == nil {
			err = os.Chown(p, uid, gid)
		}
	}
	return err
}

func unprivileged() (uid, gid int, err error) {
	for _, name := range []string{"postgres", "nobody"} {
		u, lookup := user.Lookup(name)
		if err = lookup; err == nil {
			uid, _ = strconv.Atoi(u.Uid)
			gid, _ = strconv.Atoi(u.Gid)
			return uid, gid, nil
		}
	}
	return 0, 0, err
}

// Start runs the server and returns when it answers.
func (s *Server) Start() error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	settings := []string{"listen_addresses=127.0.0.1", "port=" + strconv.Itoa(s.port), "unix_socket_directories=" + s.folder, "fsync=off", "full_page_writes=off",
		"shared_buffers=64MB", "max_connections=80", "autovacuum_naptime=5min", "deadlock_timeout=50ms", "max_wal_size=256MB"}
	script := `"$0" "$@" & pid=$!; cat >/dev/null; kill -QUIT $pid; wait $pid`
	args := []string{"-c", script, filepath.Join(s.bin, "postgres"), "-D", s.data()}
	for _, x := range append(settings, s.settings...) {
		args = append(args, "-c", x)
	}
	s.run = exec.Command("sh", args...)
	s.run.Stdin, s.run.Dir = read, s.folder
	if err := lower(s.run); err != nil {
		return err
	}
	log, err := os.OpenFile(filepath.Join(s.folder, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	s.run.Stdout, s.run.Stderr = log, log
	if err := s.run.Start(); err != nil {
		return err
	}
	s.hold = write
	ended := make(chan error, 1)
	go func() { ended <- s.run.Wait() }()
	s.ended = ended
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for range 6000 { // two minutes: a machine may be busy
		ready := exec.Command(filepath.Join(s.bin, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", strconv.Itoa(s.port), "-t", "1")
		if ready.Run() == nil {
			return nil
		}
		select {
		case <-ended:
			return fmt.Errorf("the server ended; its log: %s", s.Log())
		case <-tick.C:
		}
	}
	return fmt.Errorf("the server did not come up; its log: %s", s.Log())
}

// Process is the number of the server's own process, whose children are its others.
func (s *Server) Process() (int, error) {
	b, err := os.ReadFile(filepath.Join(s.data(), "postmaster.pid"))
	if err != nil {
		return 0, err
	}
	first, _, _ := strings.Cut(string(b), "\n")
	return strconv.Atoi(first)
}

// Log is what the server wrote.
func (s *Server) Log() string {
	b, _ := os.ReadFile(filepath.Join(s.folder, "log"))
	return string(b)
}

// Kill stops the server at once, as a crash would.
func (s *Server) Kill() {
	if s.hold != nil {
		s.hold.Close()
		s.hold = nil
		<-s.ended // killed: its code says so
	}
}

// Remove stops the server and takes its folder away.
func (s *Server) Remove() {
	s.Kill()
	os.RemoveAll(s.folder)
}

// Address leads to the server's own database, with the words that let in.
func (s *Server) Address() string {
	return fmt.Sprintf("postgres://%s:%s@127.0.0.1:%d/postgres", User, Password, s.port)
}

// Run runs a statement on the server.
func Run(t testing.TB, address, statement string) {
	t.Helper()
	ctx := context.Background()
	c, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, statement); err != nil {
		t.Fatal(strings.ReplaceAll(err.Error(), Password, "…"))
	}
}
