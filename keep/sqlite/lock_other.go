//go:build !unix

package sqlite

import "os"

// Elsewhere SQLite's own locks keep writers apart.
func flock(*os.File) error { return nil }

func isReadOnlyFS(error) bool { return false }

func isFull(error) bool { return false }

func mayWrite(string) bool { return true }

func flockShared(*os.File) error { return nil }

func funlock(*os.File) {}
