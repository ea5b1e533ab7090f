package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/hearsay-news/hearsay/keep"
)

// Report is what a check found.
type Report struct {
	Pages    int
	Busy     bool     // somebody is writing to it
	Sealed   bool     // every byte of the file could be held against a sum
	Faults   []string // parts of comparing that could not be done
	Problems []string // nothing wrong when empty
}

// Check looks a record over: that the file hangs together and that no row is missing. With readData everything is read and held against its
// sum, so that every flipped byte shows.
func Check(ctx context.Context, path string, readData bool) (Report, error) {
	var out Report
	if err := out.checkLog(path); err != nil {
		return out, err
	}
	damagedLog := len(out.Problems) > 0
	if readData {
		if err := out.checkFile(path); err != nil {
			return out, err
		}
	}
	if damagedLog { // opening the record would throw away what is left of the log
		return out, nil
	}
	s, err := OpenReadOnly(ctx, path)
	if err != nil {
		if len(out.Problems) > 0 {
			out.Problems = append(out.Problems, err.Error())
			return out, nil
		}
		return out, err
	}
	defer s.Close()
	look, err := s.snapshot(ctx)
	if err != nil {
		out.Problems = append(out.Problems, err.Error())
		return out, nil
	}
	defer look.Close()
	out.checkDatabase(look, readData)
	out.checkRows(look, readData)
	return out, nil
}

func (r *Report) add(format string, args ...any) {
	r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
}

// checkLog looks at the write-ahead log, unless somebody is writing to it just now.
func (r *Report) checkLog(path string) error {
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return fmt.Errorf("%s: %w", path, keep.ErrNotThere)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, reasonOf(err))
	}
	defer file.Close()
	head := make([]byte, 72)
	n, _ := file.ReadAt(head, 0)
	if n > 0 && !strings.HasPrefix(string(head), magic) && binary.BigEndian.Uint32(head[68:]) != applicationID { // one of the two may be damaged
		return fmt.Errorf("%s: %w", path, keep.ErrNoRecord)
	}
	if err := flockShared(file); err != nil {
		r.Busy = true
		return nil
	}
	wrong, err := checkLog(file, path)
	if wrong != "" {
		r.add("%s", wrong)
	}
	return err
}

// checkFile holds every block against its sum. The file is closed again before SQLite opens it: see Close.
func (r *Report) checkFile(path string) error {
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return fmt.Errorf("%s: %w", path, keep.ErrNotThere)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, reasonOf(err))
	}
	defer file.Close()
	damaged, sealed, err := checkSeal(file)
	r.Sealed = sealed
	if err != nil {
		r.add("%v", err)
	}
	for _, number := range damaged {
		r.add("bytes %d to %d don't fit their sum", (number-1)*blockSize, number*blockSize-1)
	}
	return nil
}

func (r *Report) checkDatabase(s *snapshot, readData bool) {
	pragma := "PRAGMA quick_check"
	if readData {
		pragma = "PRAGMA integrity_check"
	}
	err := s.rows(pragma, nil, func(rows *sql.Rows) error {
		var line string
		if err := rows.Scan(&line); err != nil {
			r.add("%v", named(err))
		} else if line != "ok" {
			r.add("%s", line)
		}
		return nil
	})
	if err != nil {
		r.add("%v", err)
	}
}

func (r *Report) checkRows(s *snapshot, readData bool) {
	pages, err := s.Pages()
	if err != nil {
		r.add("%v", err)
		return
	}
	r.Pages = len(pages)
	for _, p := range pages {
		if !readData {
			r.checkThere(s, p)
			continue
		}
		if p.SHA256 != "" {
			if _, err := s.Original(p); err != nil {
				r.add("%v", err)
			}
		}
		if _, err := s.Reading(p); err != nil && !errors.Is(err, keep.ErrOlder) { // the next program to write reads it again
			r.add("%v", err)
		}
	}
	if readData {
		if err := s.Captures(func(keep.Capture) error { return nil }); err != nil {
			r.add("%v", err)
		}
	}
	if _, err := s.Mends(); err != nil {
		r.add("%v", err)
	}
	if err := s.checkCounts(); err != nil {
		r.add("%v", err)
	}
	found, err := s.Findings()
	if err != nil {
		r.add("%v", err)
	}
	if found != nil {
		for _, f := range found.Faults {
			r.Faults = append(r.Faults, fmt.Sprintf("comparing stopped in %s (%s): %s", f.Room, f.Kind, f.Detail))
		}
	}
}

func (r *Report) checkThere(s *snapshot, p keep.Page) {
	var original, reading bool
	err := s.row("SELECT EXISTS (SELECT 1 FROM originals WHERE sha256 = ?), EXISTS (SELECT 1 FROM readings WHERE key = ?)", []any{p.SHA256, p.Reading}, &original, &reading)
	switch {
	case err != nil:
		r.add("%s: %v", p.ID, named(err))
	case p.SHA256 != "" && !original:
		r.add("%s: its bytes are missing", p.ID)
	case p.Reading != "" && !reading && s.store.version >= 3:
		r.add("%s: its reading is missing", p.ID)
	}
}

// checkCounts holds what the findings are chosen and counted by against how much of it was written.
func (s *snapshot) checkCounts() error {
	state, err := s.State()
	if err != nil || state.Made == "" {
		return err
	}
	for _, table := range []string{"rows", "shown", "answers"} {
		var expected, count int
		name := table
		if table == "shown" {
			name = "rows" // each row has its place
		}
		if err := s.row("SELECT coalesce((SELECT value FROM state WHERE name = ?), -1), (SELECT count(*) FROM "+table+")", []any{name}, &expected, &count); err != nil {
			return s.fault(err)
		}
		if expected != count {
			return s.fault(fmt.Errorf("%w: %d %s were kept, and %d are there", keep.ErrDamaged, expected, table, count))
		}
	}
	var bad []string
	err = s.rows("SELECT name, data, sum FROM answers", nil, func(rows *sql.Rows) error {
		var name string
		var data, sum []byte
		if err := rows.Scan(&name, &data, &sum); err != nil {
			return err
		}
		if !bytes.Equal(shortSum(data), sum) {
			bad = append(bad, name)
		}
		return nil
	})
	if err == nil && len(bad) > 0 {
		err = s.fault(fmt.Errorf("%w: what is counted as %s doesn't fit its sum", keep.ErrDamaged, bad[0]))
	}
	return err
}
