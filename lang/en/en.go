// Package en holds the tables and models of English as embedded files: data, no logic. One Go file a room embeds that room's tables.
package en
