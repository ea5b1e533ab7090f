package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
)

// backupCommand copies the record while it is in use.
type backupCommand struct {
	File string `arg:"" help:"The file to write; it must not be there yet."`
}

func (backupCommand) Help() string {
	return `The copy holds what was finished when it was begun, is a record like any other, and every byte of it is sealed: hearsay check --read-data -r FILE looks
it over. Its way back is hearsay restore FILE.

Example:
  hearsay backup /mnt/disk/monday.db`
}

func (b *backupCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.copied(ctx, c.Record, b.File, std)
}

// restoreCommand is the way back.
type restoreCommand struct {
	File string `arg:"" help:"A backup."`
}

func (restoreCommand) Help() string {
	return `The backup is looked over first and stays where it is. A record that is there is not overwritten: move it away, or name another with -r.

Example:
  hearsay restore /mnt/disk/monday.db -r hearsay.db`
}

func (b *restoreCommand) Run(ctx context.Context, c *commands, std streams) error {
	found, err := hearsay.Check(ctx, b.File, true)
	if err != nil {
		return err
	}
	if len(found.Problems) > 0 {
		clean.Fprintln(std.err, "hearsay:", b.File, "is damaged:", found.Problems[0])
		return exit(exitDamaged)
	}
	return c.copied(ctx, b.File, c.Record, std)
}

func (c *commands) copied(ctx context.Context, from, to string, std streams) error {
	err := hearsay.Backup(ctx, from, to)
	if errors.Is(err, fs.ErrExist) {
		return wrong{hinted{fmt.Errorf("%s is there already", to), "name a new file, or move that one away"}}
	}
	if errors.Is(err, hearsay.ErrShared) {
		return wrong{hinted{err, "docs/cluster.md tells how"}}
	}
	if err == nil {
		_, err = clean.Fprintf(std.out, "%s written from %s\n", to, from)
	}
	return err
}
