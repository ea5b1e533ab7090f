package sqlite

import (
	"database/sql"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
)

// Search finds the lines that hold every word of a query; words in quotation marks must stand together. The best come first. Nothing in
// a query is an operator: what people paste is searched for as it is.
func (s *snapshot) Search(query string, limit int) ([]text.Place, error) {
	match := matchOf(query)
	if match == "" {
		return nil, nil
	}
	var out []text.Place
	var keys []string // of pages that have no id yet, by the number of the place
	fields := "pages.key, pages.id"
	if s.store.version < 4 {
		fields = "pages.key, ''"
	}
	err := s.rows("SELECT "+fields+`, lines.start, lines.end FROM search JOIN lines ON lines.num = search.rowid
		JOIN pages ON pages.num = lines.page WHERE search MATCH ? ORDER BY bm25(search), pages.key, lines.start LIMIT ?`, []any{match, limit}, func(rows *sql.Rows) error {
		var key string
		var place text.Place
		if err := rows.Scan(&key, &place.Page, &place.Start, &place.End); err != nil {
			return err
		}
		if place.Page != "" {
			key = ""
		}
		out, keys = append(out, place), append(keys, key)
		return nil
	})
	if err != nil || !slices.ContainsFunc(keys, func(k string) bool { return k != "" }) {
		return out, err
	}
	pages, err := s.Pages()
	if err != nil {
		return nil, err
	}
	ids := make(map[string]string, len(pages))
	for _, p := range pages {
		ids[p.Key()] = p.ID
	}
	for i, key := range keys {
		if key != "" {
			out[i].Page = ids[key]
		}
	}
	return slices.DeleteFunc(out, func(p text.Place) bool { return p.Page == "" }), nil
}

func matchOf(query string) string {
	var out []string
	for _, word := range keep.Asked(query) {
		out = append(out, `"`+strings.ReplaceAll(strings.ReplaceAll(word, `"`, " "), "\x00", " ")+`"`)
	}
	return strings.Join(out, " AND ")
}
