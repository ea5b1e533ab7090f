package hearsay

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
)

// Mends returns what a person put right in the record, with what each mend stands at now.
func (r *Record) Mends(ctx context.Context) ([]compare.Mend, error) {
	return asked(ctx, r, func(look keep.Snapshot) ([]compare.Mend, error) {
		mends, err := look.Mends()
		if err != nil {
			return nil, err
		}
		met := &compare.Findings{}
		ids := make([]string, len(mends))
		for i, m := range mends {
			ids[i] = m.ID
		}
		if state, err := look.State(); err != nil || state.Made == "" {
			return mends, err
		}
		if err := look.Get(ids, met, keep.MendsMet); err != nil {
			return nil, err
		}
		for i := range mends {
			for _, m := range met.Mends {
				if m.ID == mends[i].ID {
					mends[i].Met, mends[i].Row = m.Met, m.Row
				}
			}
		}
		return mends, nil
	})
}

// RenameOutlet gives the pages of an outlet another name of it.
func (r *Record) RenameOutlet(ctx context.Context, from, to, note string) (compare.Mend, error) {
	return r.mend(ctx, compare.Mend{Kind: compare.Rename, Of: []compare.Anchor{{List: "outlet", Words: from}}, To: to, Note: note})
}

// JoinEntities says that two entities are one.
func (r *Record) JoinEntities(ctx context.Context, a, b, note string) (compare.Mend, error) {
	return r.mendRows(ctx, compare.Mend{Kind: compare.Join, Note: note}, "entities", a, b)
}

// SplitEntity says that an entity is another one on some pages.
func (r *Record) SplitEntity(ctx context.Context, id string, pages []string, note string) (compare.Mend, error) {
	m := compare.Mend{Kind: compare.Split, Note: note}
	shown, err := r.View(ctx)
	if err != nil {
		return m, err
	}
	for i := range shown.Findings.Entities {
		e := &shown.Findings.Entities[i]
		if e.ID != id {
			continue
		}
		for _, page := range pages {
			anchored := false
			for _, x := range e.Mentions {
				if x.Page == page && !anchored {
					anchored = true
					m.Of = append(m.Of, compare.Anchor{List: "entities", ID: id, Page: page, Words: shown.Place(page, x.Span).Text})
				}
			}
			if !anchored {
				return m, fmt.Errorf("%w: %s is not named on %s", keep.ErrNoSuchRow, id, page)
			}
		}
		return r.mend(ctx, m)
	}
	return m, fmt.Errorf("%w: %s", keep.ErrNoSuchRow, id)
}

// HideRow leaves a row out of all that is shown and written.
func (r *Record) HideRow(ctx context.Context, id, note string) (compare.Mend, error) {
	return r.mendRows(ctx, compare.Mend{Kind: compare.Hide, Note: note}, "", id)
}

// Remark ties a note to a row.
func (r *Record) Remark(ctx context.Context, id, words string) (compare.Mend, error) {
	return r.mendRows(ctx, compare.Mend{Kind: compare.Remark, To: words}, "", id)
}

// mendRows finds what rows are found by again, whatever their ids will be.
func (r *Record) mendRows(ctx context.Context, m compare.Mend, list string, ids ...string) (compare.Mend, error) {
	shown, err := r.View(ctx)
	if err != nil {
		return m, err
	}
	for _, id := range ids {
		a, ok := compare.AnchorOf(shown.Findings, id, func(p text.Place) string { return shown.Place(p.Page, p.Span).Text })
		if !ok || list != "" && a.List != list {
			return m, fmt.Errorf("%w: %s", keep.ErrNoSuchRow, id)
		}
		m.Of = append(m.Of, a)
	}
	return r.mend(ctx, m)
}

func (r *Record) mend(ctx context.Context, m compare.Mend) (compare.Mend, error) {
	named, err := json.Marshal(m)
	if err != nil {
		return m, err
	}
	m.ID = "m" + keep.Sum(named)[:10]
	if err := r.store.Update(ctx, func(tx keep.Tx) error { return tx.PutMend(m) }); err != nil {
		return m, err
	}
	return m, r.compare(ctx)
}

// Unmend takes back what a person put right.
func (r *Record) Unmend(ctx context.Context, id string) error {
	found := false
	err := r.store.Update(ctx, func(tx keep.Tx) (err error) {
		found, err = tx.TakeMend(id)
		return err
	})
	if err == nil && !found {
		err = fmt.Errorf("%w: no mend %s", keep.ErrNoSuchRow, id)
	}
	if err != nil {
		return err
	}
	return r.compare(ctx)
}
