package postgres

import (
	"net/url"
	"strings"
)

// Is says whether a record's name is the address of a database, and not a file.
func Is(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// Public is an address as it may be shown: without user, password, or any setting but the schema.
//
//	postgres://desk:secret@db.example:5433/news?sslmode=require&search_path=desk  →  postgres://db.example:5433/news?search_path=desk
func Public(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	shown := url.URL{Scheme: "postgres", Host: u.Host, Path: u.Path}
	if path := u.Query().Get("search_path"); path != "" {
		shown.RawQuery = url.Values{"search_path": {path}}.Encode()
	}
	return shown.String()
}

// sets says whether an address has a setting.
func sets(address, name string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Query().Has(name)
}
