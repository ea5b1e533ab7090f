package postgres

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/blob"
	"github.com/hearsay-news/hearsay/keep/form"
)

// State says what the kept findings are. What is not fresh is somebody's to compare, here or on another machine: the record is busy.
func (s *snapshot) State() (keep.State, error) {
	var out keep.State
	err := s.row("SELECT coalesce((SELECT value FROM state WHERE name = 'made'), ''), NOT EXISTS (SELECT 1 FROM changes)", nil, &out.Made, &out.Fresh)
	if err != nil {
		return out, s.store.fault(err)
	}
	out.Fresh = out.Fresh && out.Made != ""
	out.Busy = !out.Fresh
	out.Elsewhere = out.Busy && out.Made != ""
	return out, nil
}

// choosing writes a query as a part of one of PostgreSQL's.
type choosing struct {
	terms []string
	args  []any
}

// arg adds a parameter.
func (c *choosing) arg(value any) string {
	c.args = append(c.args, value)
	return numbered(len(c.args))
}

func (c *choosing) and(parts ...string) { c.terms = append(c.terms, strings.Join(parts, "")) }

func (c *choosing) where() string { return strings.Join(c.terms, " AND ") }

func chosen(q keep.Query) *choosing {
	c := &choosing{}
	list := c.arg(q.List)
	c.and("shown.list = ", list)
	if q.Kind != "" {
		c.and("shown.kind = ", c.arg(kept(q.Kind)))
	}
	if len(q.Kinds) > 0 {
		c.and("shown.kind = ANY(", c.arg(all(q.Kinds)), ")")
	}
	if q.Sub != "" {
		c.and("shown.sub = ", c.arg(kept(q.Sub)))
	}
	if q.Who == keep.Nobody {
		c.and("shown.who = ''")
	} else if q.Who != "" {
		c.and("shown.who = ", c.arg(kept(q.Who)))
	}
	if q.Least > 0 {
		c.and("shown.size >= ", c.arg(q.Least))
	}
	if q.Voice != "" {
		c.and("shown.pos IN (SELECT pos FROM voices WHERE who = ", c.arg(kept(q.Voice)), ")")
	}
	if q.Called != "" {
		c.called(q)
	}
	if q.Page != "" {
		c.and("shown.pos IN (SELECT touched.pos FROM touched JOIN pages ON pages.num = touched.page WHERE pages.id = ", c.arg(kept(q.Page)), " AND touched.list = ", list, ")")
	}
	if q.Outlet != "" {
		c.and("shown.pos IN (SELECT touched.pos FROM shown AS p JOIN rows AS r ON r.num = p.num JOIN pages ON pages.id = r.id JOIN touched ON touched.page = pages.num WHERE p.list = ",
			c.arg(keep.PagesFound), " AND p.who = ", c.arg(kept(q.Outlet)), " AND touched.list = ", list, ")")
	}
	if q.Words != "" {
		c.and("shown.pos IN (SELECT touched.pos FROM (SELECT DISTINCT lines.page FROM lines WHERE ", c.match("lines", q.Words), ") AS hit JOIN touched ON touched.page = hit.page WHERE touched.list = ", list, ")")
	}
	return c
}

func (c *choosing) called(q keep.Query) {
	match := c.match("called", q.Called)
	if q.List == keep.Statements {
		c.and("shown.pos IN (SELECT voices.pos FROM called JOIN rows ON rows.num = called.num JOIN voices ON voices.who = rows.id WHERE ", match, " AND rows.list = ", c.arg(keep.Entities), ")")
		return
	}
	c.and("shown.num IN (SELECT called.num FROM called WHERE ", match, ")")
}

// match asks for words in a row, of which the last may only have begun.
func (c *choosing) match(table, words string) string {
	asked := phrase(words, true)
	if asked == "" {
		return "false"
	}
	return table + ".words @@ " + c.arg(asked) + "::tsquery"
}

// all keeps every string of a list so that the server takes it.
func all(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = kept(s)
	}
	return out
}

// Find says which rows of a list a query chooses.
func (s *snapshot) Find(q keep.Query) (keep.Found, error) {
	var out keep.Found
	c := chosen(q)
	where, dial := c.where(), "true"
	if q.Min > 0 || q.Speech {
		dial = "shown.sure >= " + c.arg(q.Min)
		if q.Speech {
			dial += " AND shown.speech"
		}
	}
	if q.N == 0 && q.From <= 0 { // all of them: the answer counts itself, without a way to the server more
		err := s.rows("SELECT rows.id, "+dial+" FROM shown JOIN rows ON rows.num = shown.num WHERE "+where+" ORDER BY shown.pos", c.args, func(rows pgx.Rows) error {
			var id string
			var shown bool
			if err := rows.Scan(&id, &shown); err != nil {
				return err
			}
			if out.Total++; shown {
				out.IDs = append(out.IDs, told(id))
			}
			return nil
		})
		out.Shown = len(out.IDs)
		return out, err
	}
	if err := s.row("SELECT count(*), count(*) FILTER (WHERE "+dial+") FROM shown WHERE "+where, c.args, &out.Total, &out.Shown); err != nil {
		return out, s.store.fault(err)
	}
	window := ""
	if q.N > 0 {
		window = " LIMIT " + c.arg(q.N)
	}
	window += " OFFSET " + c.arg(max(q.From, 0))
	err := s.rows("SELECT rows.id FROM (SELECT num, pos FROM shown WHERE "+where+" AND "+dial+" ORDER BY pos"+window+") AS w JOIN rows ON rows.num = w.num ORDER BY w.pos", c.args, func(rows pgx.Rows) error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		out.IDs = append(out.IDs, told(id))
		return nil
	})
	return out, err
}

// Get adds the rows with some ids, of whatever list, to a part of the findings.
func (s *snapshot) Get(ids []string, into *compare.Findings, lists ...keep.List) error {
	among, args := "(list < $2 OR list = $3)", []any{all(ids), keep.Conflicts, keep.MendsMet}
	if len(lists) > 0 {
		among, args = "list = ANY($2)", []any{all(ids), lists}
	}
	before := len(into.Entities)
	err := s.load("SELECT list, id, data, sum FROM rows WHERE id = ANY($1) AND "+among+" ORDER BY id, list", args, func(list keep.List, _ string, w keep.Written) error {
		return keep.ReadRow(list, w, into)
	})
	if err != nil || len(lists) > 0 {
		return err
	}
	return s.held(ids, into, before)
}

// held adds the entities with some ids that are kept within another row, unless they were found by themselves.
func (s *snapshot) held(ids []string, into *compare.Findings, from int) error {
	wanted := map[string]bool{}
	for _, id := range ids {
		if len(id) > 1 && id[0] == 'e' {
			wanted[id] = true
		}
	}
	for _, e := range into.Entities[from:] {
		delete(wanted, e.ID)
	}
	if len(wanted) == 0 {
		return nil
	}
	found := &compare.Findings{}
	asked := all(slices.Sorted(maps.Keys(wanted)))
	err := s.load("SELECT list, id, data, sum FROM rows WHERE num IN (SELECT num FROM held WHERE id = ANY($1)) ORDER BY num", []any{asked}, func(list keep.List, _ string, w keep.Written) error {
		return keep.ReadRow(list, w, found)
	})
	for _, e := range found.Entities {
		if wanted[e.ID] {
			delete(wanted, e.ID)
			into.Entities = append(into.Entities, e)
		}
	}
	return err
}

// load reads kept rows, held against their sums.
func (s *snapshot) load(query string, args []any, visit func(keep.List, string, keep.Written) error) error {
	type value struct {
		list      keep.List
		id        string
		data, sum []byte
	}
	var found []value
	err := s.rows(query, args, func(rows pgx.Rows) error {
		var v value
		if err := rows.Scan(&v.list, &v.id, &v.data, &v.sum); err != nil {
			return err
		}
		found = append(found, v)
		return nil
	})
	if err != nil {
		return err
	}
	for _, v := range found {
		if len(v.sum) < 8 || !bytes.Equal(blob.Sum(v.data), v.sum[:8]) {
			return s.store.fault(fmt.Errorf("%w: the row %s doesn't fit its sum", keep.ErrDamaged, v.id))
		}
		w, err := s.unwrap(v.data)
		if err == nil {
			err = visit(v.list, told(v.id), w)
		}
		if err != nil {
			return s.store.fault(err)
		}
	}
	return nil
}

func (s *snapshot) unwrap(data []byte) (keep.Written, error) {
	return blob.Unwrap(data, func(name string) (*form.Form, error) { return s.store.form(s.row, name) })
}

// OnPage returns the ids of the rows with a place on a page, in order of their lists.
func (s *snapshot) OnPage(page string, lists ...keep.List) ([]string, error) {
	var out []string
	err := s.rows(`SELECT rows.id FROM touched JOIN pages ON pages.num = touched.page JOIN rows ON rows.num = touched.num WHERE pages.id = $1 AND touched.list = ANY($2)
		ORDER BY touched.list, touched.pos`, []any{kept(page), lists}, func(rows pgx.Rows) error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		out = append(out, told(id))
		return nil
	})
	return out, err
}

// Value reads one row of a list of the views' own.
func (s *snapshot) Value(list keep.List, id string, target any) (found bool, err error) {
	err = s.load("SELECT list, id, data, sum FROM rows WHERE id = $1 AND list = $2", []any{kept(id), list}, func(_ keep.List, _ string, w keep.Written) error {
		found = true
		return keep.ReadValue(w, target)
	})
	return found, err
}

// Answer reads what was kept under a name.
func (s *snapshot) Answer(name string, target any) (bool, error) {
	var data, sum []byte
	err := s.row("SELECT data, sum FROM answers WHERE name = $1", []any{name}, &data, &sum)
	if errors.Is(err, errNone) {
		return false, nil
	}
	if err == nil && !bytes.Equal(blob.Sum(data), sum) {
		err = fmt.Errorf("%w: what is counted as %s doesn't fit its sum", keep.ErrDamaged, name)
	}
	if err != nil {
		return false, s.store.fault(err)
	}
	w, err := s.unwrap(data)
	if err == nil {
		err = keep.ReadValue(w, target)
	}
	return err == nil, s.store.fault(err)
}

// Findings returns all kept findings, each list in the order of its ids; nil where none are kept yet.
func (s *snapshot) Findings() (*compare.Findings, error) {
	state, err := s.State()
	if err != nil || state.Made == "" {
		return nil, err
	}
	var expected, count int
	if err := s.row("SELECT (SELECT value::bigint FROM state WHERE name = 'rows'), (SELECT count(*) FROM rows)", nil, &expected, &count); err != nil {
		return nil, s.store.fault(err)
	}
	if expected != count {
		return nil, s.store.fault(fmt.Errorf("%w: %d rows of findings were kept, and %d are there", keep.ErrDamaged, expected, count))
	}
	f := &compare.Findings{}
	for list := keep.Overlays; list <= keep.LastList; list++ {
		if list == keep.Conflicts || list == keep.PageRows {
			continue
		}
		err := s.load("SELECT rows.list, id, data, sum FROM shown JOIN rows ON rows.num = shown.num WHERE shown.list = $1 ORDER BY id", []any{list}, func(list keep.List, _ string, w keep.Written) error {
			return keep.ReadRow(list, w, f)
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(f.Entities, func(a, b compare.Entity) int { return strings.Compare(a.ID, b.ID) })
	return f, nil
}

// Each hands out the rows of a list in the order of their ids, some at a time; entities, which are kept in three lists, all at once.
func (s *snapshot) Each(list keep.List, visit func(*compare.Findings) error) error {
	if list == keep.Entities {
		f := &compare.Findings{}
		for _, list := range []keep.List{keep.Entities, keep.Mentions, keep.Singles} {
			err := s.load("SELECT list, id, data, sum FROM rows WHERE list = $1 ORDER BY id", []any{list}, func(list keep.List, _ string, w keep.Written) error { return keep.ReadRow(list, w, f) })
			if err != nil {
				return err
			}
		}
		slices.SortStableFunc(f.Entities, func(a, b compare.Entity) int { return strings.Compare(a.ID, b.ID) })
		return visit(f)
	}
	for last := ""; ; {
		f, n := &compare.Findings{}, 0
		err := s.load("SELECT list, id, data, sum FROM rows WHERE list = $1 AND id > $2 ORDER BY id LIMIT $3", []any{list, last, keep.AtOnce}, func(list keep.List, id string, w keep.Written) error {
			last, n = id, n+1
			return keep.ReadRow(list, w, f)
		})
		if err != nil || n == 0 {
			return err
		}
		if err := visit(f); err != nil || n < keep.AtOnce {
			return err
		}
	}
}
