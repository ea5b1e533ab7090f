package postgres

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/blob"
)

// PutFindings writes what comparing gave: rows that are kept already as they are stay untouched, whatever came before or after them in their list.
func (t *Tx) PutFindings(c keep.Comparison) error {
	if err := t.exec(lockFor("findings")); err != nil { // one at a time
		return err
	}
	numbers, err := t.settle(c)
	if err != nil {
		return err
	}
	w := &rowWriter{t: t, pages: numbers, anew: c.Anew}
	if err := t.ask("SELECT coalesce(max(num), 0) FROM rows", nil, &w.last); err != nil {
		return err
	}
	byList := map[keep.List][]*keep.Row{}
	for i := range c.Rows {
		r := &c.Rows[i]
		byList[r.List] = append(byList[r.List], r)
	}
	for list := keep.Overlays; list <= keep.LastList; list++ {
		if err := w.list(list, byList[list]); err != nil {
			return err
		}
	}
	if err := t.putAnswers(c.Answers); err != nil {
		return err
	}
	if w.changes*5 > len(c.Rows) { // else what the server knows of the tables is still about right
		if err := t.exec("ANALYZE rows, shown, voices, touched, called"); err != nil {
			return err
		}
	}
	if err := t.setState("made", c.Made); err != nil {
		return err
	}
	if err := t.exec("INSERT INTO state (name, value) SELECT 'turn', txid_current() ON CONFLICT (name) DO UPDATE SET value = excluded.value"); err != nil {
		return err
	}
	return t.setState("rows", strconv.Itoa(len(c.Rows)))
}

// Turn changes whenever findings are kept.
func (s *Store) Turn(ctx context.Context) (string, error) {
	var turn string
	err := s.pool.QueryRow(ctx, "SELECT coalesce((SELECT value FROM state WHERE name = 'turn'), '')").Scan(&turn)
	return turn, s.fault(err)
}

func (t *Tx) putAnswers(answers map[string]any) error {
	if err := t.exec("DELETE FROM answers"); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		written, err := keep.WriteValue(answers[name])
		if err != nil {
			return err
		}
		if err := t.put(written); err != nil {
			return err
		}
		data := blob.Wrap(written)
		if err := t.exec("INSERT INTO answers (name, data, sum) VALUES ($1, $2, $3)", name, data, blob.Sum(data)); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) setState(name, value string) error {
	return t.exec("INSERT INTO state (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
}

// settle writes the ids that pages have now, strikes out the changes that were compared, notes what was not, and returns the numbers of the pages. What
// somebody keeps meanwhile is not seen here, and its change not struck out: changes are looked at before the pages.
func (t *Tx) settle(c keep.Comparison) (map[string]int64, error) {
	changes := map[int64]string{}
	err := t.each("SELECT num, key FROM changes", nil, func(rows pgx.Rows) error {
		var num int64
		var key string
		err := rows.Scan(&num, &key)
		changes[num] = key
		return err
	})
	if err != nil {
		return nil, err
	}
	ids, compared := make(map[string]string, len(c.Pages)), make(map[string]string, len(c.Pages))
	for i := range c.Pages {
		p := &c.Pages[i]
		ids[p.Key()], compared[p.Key()] = p.ID, p.Reading
	}
	for _, r := range c.Rows {
		if r.List == keep.MendsMet {
			compared[mendKey(r.ID)] = ""
		}
	}
	numbers, now := make(map[string]int64, len(c.Pages)), make(map[string]string, len(c.Pages))
	var renamed []int64
	var names []string
	err = t.each("SELECT num, key, id, coalesce(reading, '') FROM pages UNION ALL SELECT 0, 'mend ' || id, '', '' FROM mends", nil, func(rows pgx.Rows) error {
		var num int64
		var key, id, reading string
		if err := rows.Scan(&num, &key, &id, &reading); err != nil {
			return err
		}
		now[key] = reading
		if num == 0 {
			return nil
		}
		is := ids[key]
		numbers[is] = num
		if kept(is) != id {
			renamed, names = append(renamed, num), append(names, kept(is))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := t.exec("UPDATE pages SET id = n.id FROM (SELECT unnest($1::bigint[]) AS num, unnest($2::text[]) AS id) AS n WHERE pages.num = n.num", renamed, names); err != nil {
		return nil, err
	}
	return numbers, t.strike(changes, stale(now, compared))
}

// stale are the keys of what was compared otherwise than it is kept now.
func stale(now, compared map[string]string) map[string]bool {
	out := map[string]bool{}
	for key, reading := range now {
		if was, there := compared[key]; !there || was != reading {
			out[key] = true
		}
	}
	for key := range compared {
		if _, there := now[key]; !there {
			out[key] = true
		}
	}
	return out
}

// strike takes out the changes that are settled, and notes what is stale and noted nowhere.
func (t *Tx) strike(changes map[int64]string, stale map[string]bool) error {
	var settled []int64
	noted := map[string]bool{}
	for num, key := range changes {
		if !stale[key] {
			settled = append(settled, num)
		}
		noted[key] = true
	}
	if err := t.exec("DELETE FROM changes WHERE num = ANY($1)", settled); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(stale)) {
		if !noted[key] {
			if err := t.changed(key); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Tx) each(query string, args []any, visit func(pgx.Rows) error) error {
	rows, err := t.tx.Query(t.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// rowWriter writes the rows of lists, many at a time.
type rowWriter struct {
	t       *Tx
	pages   map[string]int64
	last    int64 // number of a row that was given
	changes int
	waiting int
	anew    bool       // what is there may be damaged
	tables  [6][][]any // what is to be copied into each of the tables
}

// tables of rows, in the order in which a rowWriter keeps what is to be copied into them.
var tables = [6]struct {
	name    string
	columns []string
}{
	{"rows", []string{"num", "list", "id", "data", "sum"}},
	{"shown", []string{"list", "pos", "num", "sure", "size", "speech", "kind", "sub", "who"}},
	{"voices", []string{"who", "pos", "num"}},
	{"touched", []string{"page", "list", "pos", "num"}},
	{"held", []string{"id", "num"}},
	{"called", []string{"num", "words"}},
}

// keptRow is a row that is there already.
type keptRow struct {
	num, pos int64
	sum      []byte
	wanted   bool
}

func (w *rowWriter) kept(list keep.List) (map[string]*keptRow, error) {
	out := map[string]*keptRow{}
	err := w.t.each("SELECT rows.id, rows.num, shown.pos, rows.sum FROM shown JOIN rows ON rows.num = shown.num WHERE shown.list = $1", []any{list}, func(rows pgx.Rows) error {
		var id string
		k := &keptRow{}
		if err := rows.Scan(&id, &k.num, &k.pos, &k.sum); err != nil {
			return err
		}
		out[told(id)] = k
		return nil
	})
	return out, err
}

// list brings one list to what it is now.
func (w *rowWriter) list(list keep.List, rows []*keep.Row) error {
	there, err := w.kept(list)
	if err != nil {
		return err
	}
	before := make([]int64, len(rows)) // 0: not there
	for i, r := range rows {
		if k := there[r.ID]; k != nil {
			before[i], k.wanted = k.pos, true
		}
	}
	var gone, places []int64
	for _, k := range there {
		if !k.wanted {
			gone, places = append(gone, k.num), append(places, k.pos)
		}
	}
	positions := keep.Place(before)
	var changed []int
	for i, r := range rows { // first all that change are taken out: places and what is held change hands
		k := there[r.ID]
		if k == nil || w.anew {
			if changed = append(changed, i); k != nil {
				gone, places = append(gone, k.num), append(places, k.pos)
			}
			continue
		}
		_, tail, err := written(r)
		if err != nil {
			return err
		}
		if k.pos != positions[i] || len(k.sum) < 8 || !bytes.Equal(k.sum[8:], tail) {
			changed, gone, places = append(changed, i), append(gone, k.num), append(places, k.pos)
		}
	}
	if err := w.remove(list, gone, places); err != nil {
		return err
	}
	for _, i := range changed {
		value, tail, err := written(rows[i])
		if err == nil {
			err = w.t.put(value)
		}
		if err != nil {
			return err
		}
		data := blob.Wrap(value)
		num := int64(0)
		if k := there[rows[i].ID]; k != nil {
			num = k.num
		} else {
			w.last++
			num = w.last
		}
		if err := w.insert(num, rows[i], positions[i], data, append(blob.Sum(data), tail...)); err != nil {
			return err
		}
	}
	return w.copy()
}

// batch is how many rows are written at once.
const batch = 2000

// written is a row as it is kept, not packed yet, with the part of its sum by which it is known again.
func written(r *keep.Row) (value keep.Written, tail []byte, err error) {
	if value, err = keep.WriteRow(r); err != nil {
		return value, nil, err
	}
	columns := fmt.Sprintf("%q %q %v %v %q %d %q %q %q", r.Kind, r.Sub, r.Sure, r.Speech, r.Who, r.Size, r.Voices, r.Pages, r.Words)
	return value, blob.Sum([]byte(value.Form.Name()), value.Data, []byte(columns)), nil
}

func (w *rowWriter) remove(list keep.List, nums, places []int64) error {
	if len(nums) == 0 {
		return nil
	}
	for _, table := range tables {
		if table.name == "shown" {
			continue
		}
		if err := w.t.exec("DELETE FROM "+table.name+" WHERE num = ANY($1)", nums); err != nil {
			return err
		}
	}
	return w.t.exec("DELETE FROM shown WHERE list = $1 AND pos = ANY($2)", list, places)
}

func (w *rowWriter) insert(num int64, r *keep.Row, pos int64, data, sum []byte) error {
	put := func(table int, values ...any) { w.tables[table] = append(w.tables[table], values) }
	put(0, num, int(r.List), kept(r.ID), data, sum)
	put(1, int(r.List), pos, num, r.Sure, min(r.Size, math.MaxInt32), r.Speech, kept(r.Kind), kept(r.Sub), kept(r.Who))
	for _, who := range once(r.Voices) {
		put(2, kept(who), pos, num)
	}
	for _, page := range once(r.Pages) {
		put(3, w.pages[page], int(r.List), pos, num)
	}
	for _, id := range once(r.Holds) {
		put(4, kept(id), num)
	}
	if r.Words != "" {
		for _, v := range vectors(r.Words) {
			put(5, num, v)
			break // a name has no more words than one vector holds
		}
	}
	w.changes++
	if w.waiting++; w.waiting >= batch {
		return w.copy()
	}
	return nil
}

// copy writes what waits.
func (w *rowWriter) copy() error {
	for i, table := range tables[:5] {
		if len(w.tables[i]) == 0 {
			continue
		}
		if _, err := w.t.tx.CopyFrom(w.t.ctx, pgx.Identifier{table.name}, table.columns, pgx.CopyFromRows(w.tables[i])); err != nil {
			return err
		}
	}
	if err := copyCalled(w.t.ctx, w.t.tx, w.tables[5]); err != nil {
		return err
	}
	w.tables, w.waiting = [6][][]any{}, 0
	return nil
}

// copyCalled writes vectors of words, which have no binary form on this side.
func copyCalled(ctx context.Context, tx pgx.Tx, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	nums, words := make([]int64, len(rows)), make([]string, len(rows))
	for i, r := range rows {
		nums[i], words[i] = r[0].(int64), r[1].(string)
	}
	_, err := tx.Exec(ctx, "INSERT INTO called (num, words) SELECT * FROM (SELECT unnest($1::bigint[]), unnest($2::text[])::tsvector) AS c", nums, words)
	return err
}

func once(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
