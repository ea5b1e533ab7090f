// Package examples holds invented stories with their right answers. They are what `hearsay demo` reads and what the end-to-end
// test compares with.
package examples

import "embed"

// FS holds one folder a story: pages/ with what a reader saved and a pages.csv of what is known of it from outside, and answers.txt.
//
//go:embed harbour
var FS embed.FS
