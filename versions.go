package hearsay

import (
	"cmp"
	"context"
	"slices"

	"github.com/hearsay-news/hearsay/compare/versions"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// PageVersion is one version of a page, with what changed since the one before it.
type PageVersion struct {
	Page    keep.Page
	Reading *read.Reading
	Changes []versions.Change // places in this reading's text and in the one before
}

// Versions returns the versions of a page, oldest first: pages of one name and place, or saved from one address. A page that never changed has
// one. Versions that can't be read are left out.
func (r *Record) Versions(ctx context.Context, id string) ([]PageVersion, error) {
	look, err := r.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer look.Close()
	p, err := pageOf(look, id)
	if err != nil {
		return nil, err
	}
	all, err := look.Pages()
	if err != nil {
		return nil, err
	}
	var out []PageVersion
	for _, q := range all {
		if q.SHA256 == "" || q.ID != id && !slices.Contains(p.Versions, q.ID) {
			continue
		}
		bytes, err := look.Original(q)
		if err != nil {
			return nil, err
		}
		if reading := read.Read(en.Language, rebuilt(q, bytes)); reading.Skip == nil { // kept readings are without sentences
			out = append(out, PageVersion{Page: q, Reading: reading})
		}
	}
	slices.SortStableFunc(out, func(a, b PageVersion) int {
		return cmp.Or(cmp.Compare(a.Page.Given.Fetched, b.Page.Given.Fetched), cmp.Compare(a.Page.ID, b.Page.ID))
	})
	for i := 1; i < len(out); i++ {
		out[i].Changes = versions.Diff(out[i-1].Reading, out[i].Reading)
	}
	return out, nil
}

// rebuilt is a kept page as it was gathered.
func rebuilt(p keep.Page, bytes []byte) gather.Page {
	return gather.Page{ID: p.ID, Name: p.Name, Path: p.Path, Source: p.Source, Bytes: bytes, Form: p.Form, Charset: p.Charset,
		Sentences: p.Sentences, Given: p.Given}
}
