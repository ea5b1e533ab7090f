// Command hearsay reads every account of a story and shows who said what, when, according to whom, and where the accounts differ.
//
// Every verb is one file of this folder. Run "hearsay --help" for the list.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/show/clean"
)

// Exit codes, told in the help.
const (
	exitError   = 1
	exitUsage   = 2
	exitSkipped = 3 // or parts of comparing, of a view, of an export
	exitDamaged = 4
)

const about = `Reads every account of a story and shows who said what, when, according to whom, and where the accounts differ.

  hearsay demo                       look around in an invented story
  hearsay add saved/                 read pages into hearsay.db
  hearsay serve                      look at it in a browser

Exit codes: 0 done, 1 error, 2 wrong usage, 3 done but some pages were skipped or some rows could not be made, 4 the record is damaged.`

// commands is the whole command line; one field a verb.
type commands struct {
	Record        string           `short:"r" placeholder:"FILE" default:"hearsay.db" env:"HEARSAY_RECORD" help:"The record to work on (${default}), a file or postgres://host/database."`
	JSON          bool             `name:"json" help:"Write JSON instead of a table."`
	MinConfidence float64          `placeholder:"X" default:"-1" help:"Show rows of this confidence or more (0.9; annotate: 0.5)."`
	All           bool             `help:"Show thoughts and attitudes too, not only what was said."`
	Config        configFlag       `placeholder:"FILE" env:"HEARSAY_CONFIG" help:"Settings, instead of those in your folder for configuration (docs/config.md)."`
	Version       kong.VersionFlag `help:"Show the version."`

	settings settings

	Demo          demoCommand          `cmd:"" help:"Read an invented story and look around in it."`
	Add           addCommand           `cmd:"" help:"Read pages into the record; only what is new is read."`
	Remove        removeCommand        `cmd:"" help:"Take pages out of the record again."`
	Mend          mendCommand          `cmd:"" help:"Put right what was read or compared wrongly; it holds, and can be taken back."`
	Merge         mergeCommand         `cmd:"" help:"Take another record into this one."`
	Serve         serveCommand         `cmd:"" help:"Show the record in a browser, on this machine only."`
	Report        reportCommand        `cmd:"" help:"Write the record as one HTML file that opens offline."`
	Pages         pagesCommand         `cmd:"" help:"List the pages with their outlets and dates."`
	Said          saidCommand          `cmd:"" help:"List who said what, with the whole chain of voices."`
	Timeline      timelineCommand      `cmd:"" help:"List what happened, is planned or is only claimed."`
	Figures       figuresCommand       `cmd:"" help:"List figures by what they count, and whether the accounts differ."`
	Disagreements disagreementsCommand `cmd:"" help:"List what the accounts can't all be right about."`
	Watch         watchCommand         `cmd:"" help:"Keep the record current: look at feeds again and again."`
	Work          workCommand          `cmd:"" help:"Read and compare what waits in a record in a database, beside other machines."`
	New           newCommand           `cmd:"" help:"List what came into the record since a day."`
	Compare       compareCommand       `cmd:"" help:"Lay two pages side by side."`
	Origins       originsCommand       `cmd:"" help:"List which pages go back to one original."`
	Date          dateCommand          `cmd:"" help:"Say when a page was published, and why other dates were rejected."`
	Versions      versionsCommand      `cmd:"" help:"Show what changed between the versions of a page, by sentence."`
	Why           whyCommand           `cmd:"" help:"Say what a row rests on."`
	Search        searchCommand        `cmd:"" help:"Find words in the pages."`
	Annotate      annotateCommand      `cmd:"" help:"Read pages and write what each says as JSON lines; keeps nothing."`
	Export        exportCommand        `cmd:"" help:"Write the whole record for other programs."`
	MCP           mcpCommand           `cmd:"" name:"mcp" help:"Answer programs that talk (Model Context Protocol)."`
	Check         checkCommand         `cmd:"" help:"Look the record over for damage."`
	Repair        repairCommand        `cmd:"" help:"Make readings, search and findings anew from the original bytes."`
	Backup        backupCommand        `cmd:"" help:"Copy the record to a file while it is in use."`
	Restore       restoreCommand       `cmd:"" help:"Make the record from a backup."`
	Times         timesCommand         `cmd:"" help:"Find time expressions in a sentence."`
	Amounts       amountsCommand       `cmd:"" help:"Find figures in a sentence."`
	Parse         parseCommand         `cmd:"" help:"Parse sentences; writes CoNLL-U."`
	Completion    completionCommand    `cmd:"" help:"Write what bash, zsh or fish completes with."`
	Man           manCommand           `cmd:"" help:"Write the manual page."`
}

// streams is where a verb reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	log.SetOutput(clean.Messages(os.Stderr)) // where slog writes too
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// run is main without the process around it; it returns the exit code.
func run(ctx context.Context, args []string, std streams) (code int) {
	std.err = clean.Messages(std.err)
	var c commands
	helped := errors.New("help was shown")
	options := []kong.Option{kong.Name("hearsay"), kong.Description(about), kong.Writers(std.out, std.err),
		kong.Vars{"version": "hearsay " + hearsay.Version},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 100}),
		kong.Exit(func(int) { panic(helped) }), kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(std)}
	if os.Getenv("HEARSAY_CONFIG") == "" && configPath() != "" {
		options = append(options, kong.Configuration(c.settings.load, configPath()))
	} else {
		options = append(options, kong.Configuration(c.settings.load))
	}
	parser, err := kong.New(&c, options...)
	if err != nil {
		return tell(err, std)
	}
	defer func() {
		if r := recover(); r == helped {
			code = 0
		} else if r != nil {
			panic(r)
		}
	}()
	parsed, err := parser.Parse(meant(args))
	if w := (wrong{}); errors.As(err, &w) { // the configuration
		return tell(w, std)
	}
	if err != nil {
		what, hint := misused(err)
		fmt.Fprintln(std.err, "hearsay:", gather.PublicText(what)) // it may quote the address of a record
		fmt.Fprintln(std.err, " ", hint)
		return exitUsage
	}
	return tell(hearsay.Guarded(parsed.Command(), func() error { return parsed.Run(&c) }), std)
}

// meant takes what people try first for what they mean: no verb, help, help VERB, version.
func meant(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help":
		return append(args[1:len(args):len(args)], "--help")
	case args[0] == "version":
		return []string{"--version"}
	}
	return args
}
