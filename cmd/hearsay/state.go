package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// stateOf tells one state of a file from another: it and its log grow or change their times with every write.
func stateOf(path string) string {
	state := ""
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
			continue
		}
		if err == nil {
			state += fmt.Sprintf("%d %d;", info.Size(), info.ModTime().UnixNano())
		}
	}
	return state
}
