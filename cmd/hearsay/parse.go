package main

import (
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
)

// parseCommand writes what the parser makes of sentences.
type parseCommand struct {
	Words []string `arg:"" optional:"" help:"The sentence; without it, text from standard input."`
}

func (parseCommand) Help() string {
	return `Example:
  hearsay parse "She didn't sign."`
}

func (p *parseCommand) Run(c *commands, std streams) error {
	r, err := sentenceFlags{Words: p.Words}.read(std)
	if err != nil {
		return err
	}
	return export.CoNLLU(clean.Text(std.out), r)
}
