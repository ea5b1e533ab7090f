package sqlite

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
)

// State says what the kept findings are.
func (s *snapshot) State() (keep.State, error) {
	var out keep.State
	err := s.rows("SELECT name, value FROM state", nil, func(rows *sql.Rows) error {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			return err
		}
		switch name {
		case "made":
			out.Made = value
		case "fresh":
			out.Fresh = value == "1"
		}
		return nil
	})
	if s.store.version < 4 {
		out.Made = ""
	}
	if !out.Fresh {
		out.Busy = s.store.busy()
	}
	return out, err
}

// Page returns a page by the id it had when the findings were made.
func (s *snapshot) Page(id string) (p keep.Page, found bool, err error) {
	if s.store.version < 4 {
		return p, false, nil
	}
	var described []byte
	var sum, added string
	err = s.row("SELECT described, sum, added FROM pages WHERE id = ?", []any{id}, &described, &sum, &added)
	if errors.Is(err, sql.ErrNoRows) {
		return p, false, nil
	}
	if err == nil && (json.Unmarshal(described, &p) != nil || keep.Sum(described) != sum) {
		err = fmt.Errorf("%w: a page's description doesn't fit its sum", keep.ErrDamaged)
	}
	if err != nil {
		return p, false, s.fault(err)
	}
	p.ID, p.Added = id, added
	return p, true, nil
}

// Find says which rows of a list a query chooses.
func (s *snapshot) Find(q keep.Query) (keep.Found, error) {
	var out keep.Found
	from, where, args := chosen(q)
	dial, dialled := "1", []any{}
	if q.Min > 0 || q.Speech {
		dial, dialled = "shown.sure >= ? AND (shown.speech OR ?)", []any{q.Min, !q.Speech}
	}
	counted := append(append([]any{}, dialled...), args...)
	if err := s.row("SELECT count(*), coalesce(sum("+dial+"), 0) FROM "+from+" WHERE "+where, counted, &out.Total, &out.Shown); err != nil {
		return out, s.fault(err)
	}
	limit := q.N
	if limit <= 0 {
		limit = -1
	}
	args = append(append(append([]any{}, args...), dialled...), limit, max(q.From, 0))
	err := s.rows("SELECT rows.id FROM "+from+" JOIN rows ON rows.num = shown.num WHERE "+where+" AND "+dial+" ORDER BY shown.pos LIMIT ? OFFSET ?", args, func(rows *sql.Rows) error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		out.IDs = append(out.IDs, id)
		return nil
	})
	return out, err
}

// chosen writes a query as a part of one of SQLite's.
func chosen(q keep.Query) (from, where string, args []any) {
	from = "shown"
	terms := []string{"shown.list = ?"}
	args = []any{q.List}
	and := func(term string, values ...any) {
		terms, args = append(terms, term), append(args, values...)
	}
	if q.Kind != "" {
		and("shown.kind = ?", q.Kind)
	}
	if len(q.Kinds) > 0 {
		values := make([]any, len(q.Kinds))
		for i, k := range q.Kinds {
			values[i] = k
		}
		and("shown.kind IN ("+marks(len(values))+")", values...)
	}
	if q.Sub != "" {
		and("shown.sub = ?", q.Sub)
	}
	if q.Who == keep.Nobody {
		and("shown.who = ''")
	} else if q.Who != "" {
		and("shown.who = ?", q.Who)
	}
	if q.Least > 0 {
		and("shown.size >= ?", q.Least)
	}
	if q.Voice != "" {
		and("shown.pos IN (SELECT pos FROM voices WHERE who = ?)", q.Voice)
	}
	if q.Called != "" {
		match := beginning(q.Called)
		if q.List == keep.Statements {
			and("shown.pos IN (SELECT voices.pos FROM called JOIN rows ON rows.num = called.rowid JOIN voices ON voices.who = rows.id WHERE called MATCH ? AND rows.list = ?)",
				match, keep.Entities)
		} else {
			and("shown.num IN (SELECT rowid FROM called WHERE called MATCH ?)", match)
		}
	}
	if q.Page != "" {
		and("shown.pos IN (SELECT touched.pos FROM touched JOIN pages ON pages.num = touched.page WHERE pages.id = ? AND touched.list = ?)", q.Page, q.List)
	}
	if q.Outlet != "" {
		and(`shown.pos IN (SELECT touched.pos FROM shown AS p JOIN rows AS r ON r.num = p.num JOIN pages ON pages.id = r.id JOIN touched ON touched.page = pages.num
			WHERE p.list = ? AND p.who = ? AND touched.list = ?)`, keep.PagesFound, q.Outlet, q.List)
	}
	if q.Words != "" {
		and(`shown.pos IN (SELECT touched.pos FROM (SELECT DISTINCT lines.page FROM search JOIN lines ON lines.num = search.rowid WHERE search MATCH ?) AS hit
			JOIN touched ON touched.page = hit.page WHERE touched.list = ?)`, beginning(q.Words), q.List)
	}
	return from, strings.Join(terms, " AND "), args
}

// beginning asks for words in a row, of which the last may only have begun.
func beginning(words string) string {
	return `"` + strings.NewReplacer(`"`, " ", "\x00", " ").Replace(words) + `" *`
}

// Get adds the rows with some ids, of whatever list, to a part of the findings.
func (s *snapshot) Get(ids []string, into *compare.Findings, lists ...keep.List) error {
	among, named := "(list < ? OR list = ?)", []any{keep.Conflicts, keep.MendsMet}
	if len(lists) > 0 {
		among, named = "list IN ("+marks(len(lists))+")", nil
		for _, l := range lists {
			named = append(named, l)
		}
	}
	all, before := ids, len(into.Entities)
	for len(ids) > 0 {
		n := min(len(ids), 200)
		args := make([]any, n)
		for i, id := range ids[:n] {
			args[i] = id
		}
		err := s.load("SELECT list, id, data, sum FROM rows WHERE id IN ("+marks(n)+") AND "+among, append(args, named...), func(list keep.List, _ string, w keep.Written) error {
			return keep.ReadRow(list, w, into)
		})
		if err != nil {
			return err
		}
		ids = ids[n:]
	}
	if len(lists) > 0 {
		return nil
	}
	return s.held(all, into, before)
}

// held adds the entities with some ids that are kept within another row, unless they were found by themselves.
func (s *snapshot) held(ids []string, into *compare.Findings, from int) error {
	if s.store.version < 6 {
		return nil
	}
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = len(id) > 1 && id[0] == 'e'
	}
	for _, e := range into.Entities[from:] {
		wanted[e.ID] = false
	}
	rows := map[int64]bool{}
	for _, id := range ids {
		if !wanted[id] {
			continue
		}
		var num int64
		err := s.row("SELECT num FROM held WHERE id = ?", []any{id}, &num)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return s.fault(err)
		}
		rows[num] = true
	}
	for _, num := range slices.Sorted(maps.Keys(rows)) {
		found := &compare.Findings{}
		err := s.load("SELECT list, id, data, sum FROM rows WHERE num = ?", []any{num}, func(list keep.List, _ string, w keep.Written) error {
			return keep.ReadRow(list, w, found)
		})
		if err != nil {
			return err
		}
		for _, e := range found.Entities {
			if wanted[e.ID] {
				wanted[e.ID] = false
				into.Entities = append(into.Entities, e)
			}
		}
	}
	return nil
}

// marks are so many parameters of a query.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// load reads kept rows, held against their sums.
func (s *snapshot) load(query string, args []any, visit func(keep.List, string, keep.Written) error) error {
	type blob struct {
		list      keep.List
		id        string
		data, sum []byte
	}
	var found []blob
	err := s.rows(query, args, func(rows *sql.Rows) error {
		var b blob
		if err := rows.Scan(&b.list, &b.id, &b.data, &b.sum); err != nil {
			return err
		}
		found = append(found, b)
		return nil
	})
	if err != nil {
		return err
	}
	for _, b := range found {
		if len(b.sum) < 8 || !bytes.Equal(shortSum(b.data), b.sum[:8]) {
			return s.fault(fmt.Errorf("%w: the row %s doesn't fit its sum", keep.ErrDamaged, b.id))
		}
		w, err := s.store.unwrap(b.data, s.row)
		if err == nil {
			err = visit(b.list, b.id, w)
		}
		if err != nil {
			return s.fault(err)
		}
	}
	return nil
}

// OnPage returns the ids of the rows with a place on a page, in order of their lists.
func (s *snapshot) OnPage(page string, lists ...keep.List) ([]string, error) {
	args := []any{page}
	for _, l := range lists {
		args = append(args, l)
	}
	var out []string
	err := s.rows("SELECT rows.id FROM touched JOIN pages ON pages.num = touched.page JOIN rows ON rows.num = touched.num WHERE pages.id = ? AND touched.list IN ("+marks(len(lists))+
		") ORDER BY touched.list, touched.pos", args, func(rows *sql.Rows) error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		out = append(out, id)
		return nil
	})
	return out, err
}

// Value reads one row of a list of the views' own.
func (s *snapshot) Value(list keep.List, id string, target any) (found bool, err error) {
	err = s.load("SELECT list, id, data, sum FROM rows WHERE id = ? AND list = ?", []any{id, list}, func(_ keep.List, _ string, w keep.Written) error {
		found = true
		return keep.ReadValue(w, target)
	})
	return found, err
}

// Answer reads what was kept under a name.
func (s *snapshot) Answer(name string, target any) (bool, error) {
	var data, sum []byte
	err := s.row("SELECT data, sum FROM answers WHERE name = ?", []any{name}, &data, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err == nil && !bytes.Equal(shortSum(data), sum) {
		err = fmt.Errorf("%w: what is counted as %s doesn't fit its sum", keep.ErrDamaged, name)
	}
	if err != nil {
		return false, s.fault(err)
	}
	w, err := s.store.unwrap(data, s.row)
	if err == nil {
		err = keep.ReadValue(w, target)
	}
	if err != nil {
		return false, s.fault(err)
	}
	return true, nil
}

// Findings returns all kept findings, each list in the order of its ids; nil where none are kept yet.
func (s *snapshot) Findings() (*compare.Findings, error) {
	state, err := s.State()
	if err != nil || state.Made == "" {
		return nil, err
	}
	var expected, count int
	if err := s.row("SELECT (SELECT value FROM state WHERE name = 'rows'), (SELECT count(*) FROM rows)", nil, &expected, &count); err != nil {
		return nil, s.fault(err)
	}
	if expected != count {
		return nil, s.fault(fmt.Errorf("%w: %d rows of findings were kept, and %d are there", keep.ErrDamaged, expected, count))
	}
	f := &compare.Findings{}
	for list := keep.Overlays; list <= keep.LastList; list++ {
		if list == keep.Conflicts || list == keep.PageRows {
			continue
		}
		err := s.load("SELECT list, id, data, sum FROM rows WHERE list = ? ORDER BY id", []any{list}, func(list keep.List, _ string, w keep.Written) error {
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
			err := s.load("SELECT list, id, data, sum FROM rows WHERE list = ? ORDER BY id", []any{list}, func(list keep.List, _ string, w keep.Written) error { return keep.ReadRow(list, w, f) })
			if err != nil {
				return err
			}
		}
		slices.SortStableFunc(f.Entities, func(a, b compare.Entity) int { return strings.Compare(a.ID, b.ID) })
		return visit(f)
	}
	for last := ""; ; {
		f, n := &compare.Findings{}, 0
		err := s.load("SELECT list, id, data, sum FROM rows WHERE list = ? AND id > ? ORDER BY id LIMIT ?", []any{list, last, keep.AtOnce}, func(list keep.List, id string, w keep.Written) error {
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
