// Package lines reads the files of data sets, which hold one thing a line:
//
//	{"id": "a1", "text": "The port is shut."}
//	{"id": "a2", "text": "It reopens on Monday."}    →    do(article{"a1", …}), do(article{"a2", …})
package lines

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// most bounds a line, in bytes: some sets keep whole pages in one.
const most = 1 << 26

// Each calls do with each line of a file, without its end. What do says is wrong stops the reading and is told with file and line.
func Each(file string, do func(line string) error) error {
	return each(file, func(line []byte) error { return do(string(line)) })
}

// JSON calls do with what each line of a file holds; blank lines hold nothing.
func JSON[T any](file string, do func(T)) error {
	return each(file, func(line []byte) error {
		if len(line) == 0 {
			return nil
		}
		var row T
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		do(row)
		return nil
	})
}

func each(file string, do func([]byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, most)
	n := 0
	for in.Scan() {
		n++
		if err := do(in.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", filepath.Base(file), n, err)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", filepath.Base(file), n+1, err)
	}
	return nil
}
