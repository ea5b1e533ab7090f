package main

import (
	"context"
	"iter"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/web"
)

// split parts web addresses from paths.
func split(arguments []string) (addresses, files []string, err error) {
	for _, argument := range arguments {
		if !strings.Contains(argument, "://") {
			files = append(files, argument)
		} else if err := web.Check(argument); err != nil {
			return nil, nil, wrong{hinted{err, "addresses that can be fetched look like https://radionord.example/story"}}
		} else {
			addresses = append(addresses, argument)
		}
	}
	return addresses, files, nil
}

// fetched yields the pages that addresses lead to, asking each server what has changed since the record last fetched from it.
func fetched(ctx context.Context, record *hearsay.Record, addresses []string, o web.Options) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		client := web.NewClient(o)
		for _, address := range addresses {
			known := func(url string) (web.Known, bool) { return record.Known(ctx, url) }
			for p := range client.Pages(ctx, address, known) {
				if !yield(p) || ctx.Err() != nil {
					return
				}
			}
		}
	}
}

func chain(first, second iter.Seq[gather.Page]) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		for p := range first {
			if !yield(p) {
				return
			}
		}
		for p := range second {
			if !yield(p) {
				return
			}
		}
	}
}
