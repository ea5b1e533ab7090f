package sqlite

import (
	"bytes"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/keep"
)

// PutFindings writes what comparing gave: rows that are kept already as they are stay untouched, whatever came before or after them in their list.
func (t *Tx) PutFindings(c keep.Comparison) error {
	numbers, err := t.identify(c.Pages)
	if err != nil {
		return err
	}
	if err := t.sampleRows(c.Rows); err != nil {
		return err
	}
	w := &rowWriter{t: t, pages: numbers, anew: c.Anew}
	defer w.close()
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
	if err := t.exec("DELETE FROM answers"); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(c.Answers)) {
		written, err := keep.WriteValue(c.Answers[name])
		if err != nil {
			return err
		}
		if err := t.put(written); err != nil {
			return err
		}
		data := wrap(written)
		if err := t.exec("INSERT INTO answers (name, data, sum) VALUES (?, ?, ?)", name, data, shortSum(data)); err != nil {
			return err
		}
	}
	for name, value := range map[string]string{"made": c.Made, "rows": strconv.Itoa(len(c.Rows)), "answers": strconv.Itoa(len(c.Answers)), "fresh": "1"} {
		if err := t.setState(name, value); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) setState(name, value string) error {
	return t.exec("INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
}

// identify writes the ids that pages have now, and returns their numbers.
func (t *Tx) identify(pages []keep.Page) (map[string]int64, error) {
	ids := make(map[string]string, len(pages))
	for i := range pages {
		ids[pages[i].Key()] = pages[i].ID
	}
	rows, err := t.tx.QueryContext(t.ctx, "SELECT num, key, id FROM pages")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	numbers := make(map[string]int64, len(pages))
	changed := map[int64]string{}
	for rows.Next() {
		var num int64
		var key, id string
		if err := rows.Scan(&num, &key, &id); err != nil {
			return nil, err
		}
		now := ids[key]
		numbers[now] = num
		if now != id {
			changed[num] = now
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, num := range slices.Sorted(maps.Keys(changed)) {
		if err := t.exec("UPDATE pages SET id = ? WHERE num = ?", changed[num], num); err != nil {
			return nil, err
		}
	}
	return numbers, nil
}

// rowWriter writes the rows of lists.
type rowWriter struct {
	t          *Tx
	pages      map[string]int64
	statements map[string]*sql.Stmt
	anew       bool   // what is there is written again
	columns    []byte // of the row that is written now
}

func (w *rowWriter) close() {
	for _, s := range w.statements {
		s.Close()
	}
}

func (w *rowWriter) exec(query string, args ...any) (sql.Result, error) {
	s := w.statements[query]
	if s == nil {
		var err error
		if s, err = w.t.tx.PrepareContext(w.t.ctx, query); err != nil {
			return nil, err
		}
		if w.statements == nil {
			w.statements = map[string]*sql.Stmt{}
		}
		w.statements[query] = s
	}
	return s.ExecContext(w.t.ctx, args...)
}

// keptRow is a row that is there already.
type keptRow struct {
	num, pos int64
	sum      []byte
	wanted   bool
}

func (w *rowWriter) kept(list keep.List) (map[string]*keptRow, error) {
	data := "NULL"
	if list == keep.Conflicts || list == keep.PageRows { // nobody has read them before
		data = "data"
	}
	rows, err := w.t.tx.QueryContext(w.t.ctx, "SELECT id, num, pos, sum, "+data+" FROM rows WHERE list = ?", list)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]*keptRow{}
	for rows.Next() {
		var id string
		k := &keptRow{}
		var data []byte
		if err := rows.Scan(&id, &k.num, &k.pos, &k.sum, &data); err != nil {
			return nil, err
		}
		if w.anew || data != nil && (len(k.sum) < 8 || !bytes.Equal(shortSum(data), k.sum[:8])) {
			k.sum = nil // written again
		}
		out[id] = k
	}
	return out, rows.Err()
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
	for _, id := range slices.Sorted(maps.Keys(there)) {
		if k := there[id]; !k.wanted {
			if err := w.remove(list, k); err != nil {
				return err
			}
		}
	}
	positions := keep.Place(before)
	var changed []int
	for i, r := range rows { // first all that change are taken out: places change hands
		k := there[r.ID]
		if k == nil {
			changed = append(changed, i)
			continue
		}
		_, tail, err := w.written(r)
		if err != nil {
			return err
		}
		if k.pos != positions[i] || len(k.sum) < 8 || !bytes.Equal(k.sum[8:], tail) {
			changed = append(changed, i)
			if err := w.remove(list, k); err != nil {
				return err
			}
		}
	}
	for _, i := range changed {
		num := sql.NullInt64{}
		if k := there[rows[i].ID]; k != nil {
			num = sql.NullInt64{Int64: k.num, Valid: true}
		}
		value, tail, err := w.written(rows[i])
		if err == nil {
			err = w.t.put(value)
		}
		if err != nil {
			return err
		}
		data, err := w.t.wrapWith(rowWords, value)
		if err != nil {
			return err
		}
		sum := append(shortSum(data), tail...)
		if err := w.insert(num, rows[i], positions[i], data, sum); err != nil {
			return err
		}
	}
	return nil
}

// written is the value of a row, not yet packed, and what tells it and its columns from others: most rows are there already as they are.
func (w *rowWriter) written(r *keep.Row) (value keep.Written, tail []byte, err error) {
	if value, err = keep.WriteRow(r); err != nil {
		return value, nil, err
	}
	w.columns = fmt.Appendf(w.columns[:0], "%s %q %q %v %v %q %d %q %q %q", value.Form.Name(), r.Kind, r.Sub, r.Sure, r.Speech, r.Who, r.Size, r.Voices, r.Pages, r.Words)
	return value, shortSum(w.columns, value.Data)[:6], nil
}

func (w *rowWriter) remove(list keep.List, k *keptRow) error {
	if list == keep.Singles {
		if _, err := w.exec("DELETE FROM held WHERE num = ?", k.num); err != nil {
			return err
		}
	}
	if _, err := w.exec("DELETE FROM shown WHERE list = ? AND pos = ?", list, k.pos); err != nil {
		return err
	}
	for _, query := range []string{"DELETE FROM voices WHERE num = ?", "DELETE FROM touched WHERE num = ?", "DELETE FROM called WHERE rowid = ?", "DELETE FROM rows WHERE num = ?"} {
		if _, err := w.exec(query, k.num); err != nil {
			return err
		}
	}
	return nil
}

func (w *rowWriter) insert(num sql.NullInt64, r *keep.Row, pos int64, data, sum []byte) error {
	done, err := w.exec("INSERT INTO rows (num, list, id, pos, data, sum) VALUES (?, ?, ?, ?, ?, ?)", num, r.List, r.ID, pos, data, sum)
	if err != nil {
		return err
	}
	number, err := done.LastInsertId()
	if err != nil {
		return err
	}
	_, err = w.exec("INSERT INTO shown (list, pos, num, kind, sub, sure, speech, who, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		r.List, pos, number, r.Kind, r.Sub, r.Sure, r.Speech, r.Who, r.Size)
	if err != nil {
		return err
	}
	for _, who := range once(r.Voices) {
		if _, err := w.exec("INSERT INTO voices (who, pos, num) VALUES (?, ?, ?)", who, pos, number); err != nil {
			return err
		}
	}
	for _, page := range once(r.Pages) {
		if _, err := w.exec("INSERT INTO touched (page, list, pos, num) VALUES (?, ?, ?, ?)", w.pages[page], r.List, pos, number); err != nil {
			return err
		}
	}
	for _, id := range r.Holds {
		if _, err := w.exec("INSERT OR REPLACE INTO held (id, num) VALUES (?, ?)", id, number); err != nil {
			return err
		}
	}
	if r.Words != "" {
		if _, err := w.exec("INSERT INTO called (rowid, words) VALUES (?, ?)", number, r.Words); err != nil {
			return err
		}
	}
	return nil
}

func once(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
