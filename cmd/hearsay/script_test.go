//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/sqlite"
	"github.com/hearsay-news/hearsay/show/view"
)

func TestMain(m *testing.M) {
	testscript.Main(withServer{m}, map[string]func(){"hearsay": main})
}

// withServer stops the database server that a script started.
type withServer struct{ m *testing.M }

func (w withServer) Run() int { return server.Main(w.m) }

// TestScripts runs what stands in testdata/script: a command line, the files it works on and what it says, each in one file.
func TestScripts(t *testing.T) {
	stories, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", stories)
			env.Setenv("COLUMNS", "100")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"make":   makeFile,
			"newer":  makeNewer,
			"held":   holdRecord,
			"fault":  putFault,
			"flip":   flipByte,
			"browse": askRoom,
			"lines":  countLines,

			"database": database,
			"site":     site,
		},
	})
}

// exits CODE COMMAND…: runs a command and holds its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		if _, scanErr := fmt.Sscanf(err.Error(), "exit status %d", &got); scanErr != nil {
			ts.Fatalf("%v", err)
		}
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// makeFile KIND FILE makes a file that does not stand well in a script.
func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[1])
	words := "Губернатор Марров сказала, что порт закрыт."
	var content []byte
	var err error
	switch args[0] {
	case "binary":
		content = bytes.Repeat([]byte{0x7f, 'E', 'L', 'F', 0, 1, 2, 3, 0xff, 0xfe, 0}, 500)
	case "utf16":
		content, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("The port of Sel is shut, governor Ilse Marrow said on Monday.\n"))
	case "windows1251":
		content, err = charmap.Windows1251.NewEncoder().Bytes([]byte(strings.Repeat(words+"\n", 5)))
	case "invalid":
		content = []byte("The port of Sel \xff\xfe\x80 is shut, governor Ilse Marrow said.\n")
	case "nul":
		content = []byte("The port of Sel is shut,\x00 governor Ilse Marrow said.\n")
	case "long-line":
		content = bytes.Repeat([]byte("The port is shut, Marrow said. "), 20<<20/31)
	case "long-word":
		content = bytes.Repeat([]byte("x"), 8<<20)
	case "divs":
		content = []byte(strings.Repeat("<div>", 100000) + "<p>The port of Sel is shut, governor Ilse Marrow said on Monday.</p>" + strings.Repeat("</div>", 100000))
	case "unclosed":
		content = []byte(strings.Repeat("<a><b><p><table>", 50000) + "The port of Sel is shut, governor Ilse Marrow said on Monday.")
	case "fifo":
		ts.Check(syscall.Mkfifo(path, 0o644))
		return
	case "jsonl-long":
		line, jsonErr := json.Marshal(map[string]string{"id": "long", "text": strings.Repeat("x ", 9<<20)})
		err = jsonErr
		content = append(line, '\n')
	default:
		ts.Fatalf("make: no kind %q", args[0])
	}
	ts.Check(err)
	ts.Check(os.WriteFile(path, content, 0o644))
}

// makeNewer FILE turns a record into one of a later version, as its header tells it.
func makeNewer(ts *testscript.TestScript, neg bool, args []string) {
	file, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	_, err = file.WriteAt([]byte{99}, 63) // the last byte of SQLite's user_version
	ts.Check(err)
	ts.Check(file.Close())
}

// putFault FILE ROOM leaves a record as it is when comparing stopped in a room.
func putFault(ts *testscript.TestScript, neg bool, args []string) {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, ts.MkAbs(args[0]))
	ts.Check(err)
	look, err := s.Snapshot(ctx)
	ts.Check(err)
	findings, err := look.Findings()
	ts.Check(err)
	state, err := look.State()
	ts.Check(err)
	pages, err := look.Pages()
	ts.Check(err)
	var shown []view.Page
	for _, p := range pages {
		r, err := look.Reading(p)
		ts.Check(err)
		shown = append(shown, view.Page{ID: p.ID, SHA256: p.SHA256, Reading: r})
	}
	ts.Check(look.Close())
	findings.Faults = append(findings.Faults, compare.Fault{ID: "fault-1", Room: args[1], Kind: compare.Broken, Detail: "index out of range"})
	rows, answers := view.New(shown, findings).Rows()
	ts.Check(s.Update(ctx, func(tx keep.Tx) error {
		return tx.PutFindings(keep.Comparison{Made: state.Made, Pages: pages, Rows: rows, Answers: answers})
	}))
	ts.Check(s.Close())
}

// holdRecord FILE opens a record for writing until the script ends.
func holdRecord(ts *testscript.TestScript, neg bool, args []string) {
	s, err := sqlite.Open(context.Background(), ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { s.Close() })
}

// database NAME: sets a variable to the address of an empty record in a database.
func database(ts *testscript.TestScript, neg bool, args []string) {
	address, err := server.Empty()
	ts.Check(err)
	ts.Setenv(args[0], address)
}

// site NAME FOLDER: serves a folder until the script ends, and sets a variable to its address.
func site(ts *testscript.TestScript, neg bool, args []string) {
	s := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[1]))))
	ts.Defer(s.Close)
	ts.Setenv(args[0], s.URL)
}

// flipByte FILE OFFSET flips one bit; a negative offset counts from the end.
func flipByte(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	content, err := os.ReadFile(path)
	ts.Check(err)
	offset, err := strconv.Atoi(args[1])
	ts.Check(err)
	if offset < 0 {
		offset += len(content)
	}
	content[offset] ^= 4
	ts.Check(os.WriteFile(path, content, 0o644))
}

// askRoom is browse FILE ADDRESS TEXT…: serves a record, opens an address and holds that the texts are in the answer.
func askRoom(ts *testscript.TestScript, neg bool, args []string) {
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	done := make(chan int)
	record := args[0]
	if !strings.Contains(record, "://") {
		record = ts.MkAbs(record)
	}
	go func() {
		done <- run(ctx, []string{"-r", record, "serve"}, streams{strings.NewReader(""), in, in})
		in.Close()
	}()
	var told [256]byte
	n, err := out.Read(told[:])
	ts.Check(err)
	go io.Copy(io.Discard, out)
	_, address, _ := strings.Cut(string(told[:n]), "http://")
	host, _, _ := strings.Cut(address, "/")
	if _, _, err := net.SplitHostPort(host); err != nil {
		ts.Fatalf("serve says %q", told[:n])
	}
	answer, err := http.Get("http://" + host + args[1])
	ts.Check(err)
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	answer.Body.Close()
	stop()
	if code := <-done; code != 0 {
		ts.Fatalf("serve ended with code %d", code)
	}
	for _, want := range args[2:] {
		if strings.Contains(string(body), want) == neg {
			ts.Fatalf("%s %s: %q in the answer: %v\n%s", answer.Status, args[1], want, !neg, body)
		}
	}
}

// countLines N: holds how many lines the last command wrote.
func countLines(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile("stdout"), "\n"); got != want {
		ts.Fatalf("%d lines, want %d", got, want)
	}
}
