package postgres

import (
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
)

// Search finds the lines that hold every word of a query; words in quotation marks must stand together. The best come first: those in which the words
// are most of the line. Nothing in a query is an operator.
func (s *snapshot) Search(query string, limit int) ([]text.Place, error) {
	var match, some []string
	for _, asked := range keep.Asked(query) {
		if p := phrase(asked, false); p != "" {
			match = append(match, "("+p+")")
			some = append(some, strings.ReplaceAll(p, "<->", "|"))
		}
	}
	if len(match) == 0 {
		return nil, nil
	}
	var out []text.Place
	var keys []string // of pages that have no id yet, by the number of the place
	err := s.rows(`SELECT pages.key, pages.id, lines.start, lines.stop FROM lines JOIN pages ON pages.num = lines.page WHERE lines.words @@ $1::tsquery
		ORDER BY ts_rank(lines.words, $2::tsquery, 2) DESC, pages.key, lines.start LIMIT $3`, []any{strings.Join(match, " & "), strings.Join(some, " | "), limit}, func(rows pgx.Rows) error {
		var key, id string
		var place text.Place
		if err := rows.Scan(&key, &id, &place.Start, &place.End); err != nil {
			return err
		}
		if place.Page = told(id); place.Page != "" {
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
