// Package lang reads the tables of a language, each a folder below this one: one row a line, comments behind "#".
//
//	# Military and police ranks
//	general colonel major        →    "general colonel major"
package lang

import (
	"iter"
	"strings"
)

// Rows yields the rows of a table, without comments and blank lines.
func Rows(table string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
