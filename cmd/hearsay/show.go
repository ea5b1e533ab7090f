package main

import (
	"context"
	"errors"
)

// serveCommand shows the record in a browser.
type serveCommand struct{}

func (serveCommand) Run(context.Context, *commands, streams) error {
	return errors.New("not built yet")
}

// reportCommand writes one HTML file.
type reportCommand struct{}

func (reportCommand) Run(context.Context, *commands, streams) error {
	return errors.New("not built yet")
}

// demoCommand reads the invented story.
type demoCommand struct{}

func (demoCommand) Run(context.Context, *commands, streams) error { return errors.New("not built yet") }
