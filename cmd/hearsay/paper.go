package main

import "github.com/hearsay-news/hearsay/show/term"

// paper is the terminal that tables are written to, or the file or pipe in its place.
func (c *commands) paper(std streams) term.Paper { return term.New(std.out, c.where()) }
