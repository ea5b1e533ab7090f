package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/show/view"
)

// exit is an error that only carries an exit code: everything has been said already.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// hinted is an error with a line that says what to do about it.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// wrong is an error in how the program was called.
type wrong struct{ error }

func (w wrong) Unwrap() error { return w.error }

// incomplete is an error in a part of what was asked for: the rest has been done or shown.
type incomplete struct{ error }

func (i incomplete) Unwrap() error { return i.error }

// host is what an address looks like that was given without its scheme.
var host = regexp.MustCompile(`^([a-z0-9-]+\.)+[a-z]{2,}(/\S*)?$`)

// oneOf is how the parser words a value that is none of those a flag may have.
var oneOf = regexp.MustCompile(`^(--\S+) must be one of (.*) but got "(.*)"$`)

// misused says what is wrong with a command line, and what would be right.
//
//	--stance must be one of "","say","deny" but got "sayy"  →  --stance sayy: no such stance; did you mean say? it may be say, deny
func misused(err error) (what, hint string) {
	m := oneOf.FindStringSubmatch(err.Error())
	if m == nil {
		return err.Error(), "hearsay --help lists the verbs, hearsay VERB --help explains one"
	}
	var values []string
	for v := range strings.SplitSeq(m[2], ",") {
		if v = strings.Trim(v, `"`); v != "" {
			values = append(values, v)
		}
	}
	return m[1] + " " + m[3] + ": there is no such " + strings.TrimLeft(m[1], "-"), view.Nearest(m[3], values, "it may be "+strings.Join(values, ", "))
}

func notThere(path string) error {
	if host.MatchString(path) && !slices.Contains([]string{".txt", ".html", ".htm", ".json", ".jsonl", ".db", ".csv", ".xml", ".zip", ".gz"}, filepath.Ext(path)) {
		return wrong{hinted{fmt.Errorf("%s is not there", path), "if it is an address, write https://" + path}}
	}
	return wrong{hinted{fmt.Errorf("%s is not there", path), "give files or folders that exist"}}
}

// tell says what went wrong and returns the exit code for it.
func tell(err error, std streams) int {
	var code exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(std.err, "hearsay: stopped; what was done so far is kept")
		return exitError
	}
	fmt.Fprintln(std.err, "hearsay:", gather.PublicText(err.Error()))
	if hint := hintFor(err); hint != "" {
		fmt.Fprintln(std.err, " ", hint)
	}
	var w wrong
	var part incomplete
	var fault *hearsay.Fault
	switch {
	case errors.As(err, &fault), errors.As(err, &part):
		return exitSkipped
	case errors.As(err, &w):
		return exitUsage
	case errors.Is(err, keep.ErrDamaged):
		return exitDamaged
	}
	return exitError
}

// hintFor says what to do next, where that is known.
func hintFor(err error) string {
	var h hinted
	if errors.As(err, &h) {
		return h.hint
	}
	if fault := (*hearsay.Fault)(nil); errors.As(err, &fault) {
		return "the record is untouched by it; please report what the log says"
	}
	for _, known := range []struct {
		error
		hint string
	}{
		{keep.ErrAway, "is it running, and are host, port, user and password right? ~/.pgpass or PGPASSWORD keep the password out of the command line"},
		{keep.ErrNotThere, "make one with hearsay add, or name another with -r FILE"},
		{keep.ErrNoRecord, "name a record with -r FILE; hearsay add makes a new one"},
		{keep.ErrNewer, "get a newer hearsay, or add the pages to a new record with -r FILE"},
		{keep.ErrReadOnly, "make the file writable, or copy it and work on the copy"},
		{keep.ErrBusy, "wait until it is done; hearsay serve and the tables work meanwhile"},
		{keep.ErrFull, "free some space and run the same command again: what was added so far is kept"},
		{keep.ErrDamaged, "hearsay check --read-data says where; add the pages to a new record to be sure"},
		{keep.ErrNoSuchRow, "hearsay pages lists the pages of the record"},
	} {
		if errors.Is(err, known.error) {
			return known.hint
		}
	}
	return ""
}
