package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/hearsay-news/hearsay"
)

// manCommand writes the manual page.
type manCommand struct{}

func (manCommand) Help() string {
	return `Writes the manual page, as the packages bring it along.

Example:
  hearsay man > hearsay.1 && man ./hearsay.1`
}

func (manCommand) Run(parsed *kong.Context, std streams) error {
	m := &manual{}
	root := parsed.Model.Node
	m.line(".TH HEARSAY 1 \"\" \"hearsay %s\" \"User Commands\"", hearsay.Version)
	m.line(".nh\n.ad l\n.SH NAME\nhearsay \\- who said what, when, according to whom, and where the accounts differ")
	m.line(".SH SYNOPSIS\n.B hearsay\n.I VERB\n[\\fIARGUMENT\\fR \\&...] [\\fIFLAGS\\fR]")
	m.line(".SH DESCRIPTION")
	m.text(about)
	m.line(".SH FLAGS OF EVERY VERB")
	m.flags(root.Flags)
	m.line(".SH VERBS")
	for _, v := range verbs(root) {
		m.line(".SS \"hearsay %s%s\"", roff(v.Name), roff(arguments(v)))
		m.text(v.Help)
		if v.Detail != "" {
			m.line(".PP")
			m.text(v.Detail)
		}
		for _, p := range v.Positional {
			m.line(".TP\n.I %s", roff(strings.ToUpper(p.Name)))
			m.text(p.Help)
		}
		m.flags(v.Flags)
	}
	m.line(".SH FILES\n.TP\n.I hearsay.db\nThe record of the folder one stands in, unless another is named.\n.TP\n.I config.toml")
	m.text("Settings, in the folder hearsay of the user's folder for configuration: ~/.config on Linux, ~/Library/Application Support on macOS, %AppData% on Windows.")
	_, err := io.WriteString(std.out, m.b.String())
	return err
}

func arguments(v *kong.Node) string {
	out := ""
	for _, p := range v.Positional {
		name := strings.ToUpper(p.Name)
		if p.IsSlice() {
			name += " ..."
		}
		if !p.Required {
			name = "[" + name + "]"
		}
		out += " " + name
	}
	return out
}

type manual struct{ b strings.Builder }

func (m *manual) line(format string, a ...any) { fmt.Fprintf(&m.b, format+"\n", a...) }

// text writes paragraphs; indented lines stay as they are.
func (m *manual) text(s string) {
	verbatim := false
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		if indented := strings.HasPrefix(line, "  "); indented != verbatim {
			verbatim = indented
			m.line(map[bool]string{true: ".nf", false: ".fi"}[indented])
		}
		if line == "" {
			m.line(".PP")
		} else {
			m.line("%s", roff(line))
		}
	}
	if verbatim {
		m.line(".fi")
	}
}

func (m *manual) flags(flags []*kong.Flag) {
	for _, f := range flags {
		if f.Hidden {
			continue
		}
		name := "\\-\\-" + roff(f.Name)
		if f.Short != 0 {
			name = fmt.Sprintf("\\-%c, %s", f.Short, name)
		}
		if !f.IsBool() {
			name += " \\fI" + roff(f.FormatPlaceHolder()) + "\\fB"
		}
		m.line(".TP\n.B %s", name)
		m.text(f.Help)
	}
}

// roff escapes what the typesetter would take for a command.
func roff(s string) string {
	s = strings.NewReplacer("\\", "\\e", "-", "\\-", "’", "'", "“", "\\(lq", "”", "\\(rq", "…", "...", "→", "\\(->").Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = "\\&" + s
	}
	return s
}
