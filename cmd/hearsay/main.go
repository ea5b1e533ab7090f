// Command hearsay reads every account of a story and shows who said what, when, according to whom, and where the accounts differ.
//
// Every verb is one file of this folder. Run "hearsay --help" for the list.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// Exit codes, told in the help.
const (
	exitError   = 1
	exitUsage   = 2
	exitSkipped = 3
	exitDamaged = 4
)

const about = `Reads every account of a story and shows who said what, when, according to whom, and where the accounts differ.

Exit codes: 0 done, 1 error, 2 wrong usage, 3 done but some pages were skipped, 4 the record is damaged.`

// commands is the whole command line; one field a verb.
type commands struct {
	Record        string  `short:"r" placeholder:"FILE" default:"hearsay.db" env:"HEARSAY_RECORD" help:"The record to work on (${default})."`
	JSON          bool    `name:"json" help:"Write JSON instead of a table."`
	MinConfidence float64 `placeholder:"X" default:"-1" help:"Show rows of this confidence or more (0.9; annotate: 0.5)."`
	All           bool    `help:"Show thoughts and attitudes too, not only what was said."`

	Annotate annotateCommand `cmd:"" help:"Read pages and write what each says as JSON lines; keeps nothing."`
}

// streams is where a verb reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// exit is an error that only carries an exit code: everything has been said already.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run is main without the process around it.
func run(args []string, std streams) (code int) {
	var c commands
	done := errors.New("help was shown")
	parser, err := kong.New(&c, kong.Name("hearsay"), kong.Description(about), kong.Writers(std.out, std.err),
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Exit(func(int) { panic(done) }))
	if err != nil {
		fmt.Fprintln(std.err, "hearsay:", err)
		return exitError
	}
	defer func() {
		if r := recover(); r == done {
			code = 0
		} else if r != nil {
			panic(r)
		}
	}()
	parsed, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintln(std.err, "hearsay:", err)
		fmt.Fprintln(std.err, "  run hearsay --help for the verbs, hearsay VERB --help for one of them")
		return exitUsage
	}
	err = parsed.Run(&c, std)
	var e exit
	var w wrong
	switch {
	case err == nil:
		return 0
	case errors.As(err, &e):
		return int(e)
	case errors.As(err, &w):
		fmt.Fprintln(std.err, "hearsay:", err)
		return exitUsage
	default:
		fmt.Fprintln(std.err, "hearsay:", err)
		return exitError
	}
}
