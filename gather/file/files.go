package file

import (
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// found is one file to be read.
type found struct {
	path  string // as the system opens it
	name  string // without its ending
	below string // path below the given folder, or as given
	named bool   // given by name, not met in a folder
	skip  *gather.Skip
}

// Pages reads the files and folders at paths, one page at a time and in sorted order within each folder. Given holds what is known of
// every page from outside; what a pages.csv beside a file says of it comes first.
func Pages(paths []string, given gather.Given) iter.Seq[gather.Page] {
	return gather.AllPublic(func(yield func(gather.Page) bool) {
		files := list(paths)
		tables := map[string]*table{}
		ids := identify(files)
		for i, f := range files {
			p := gather.Page{ID: ids[i], Name: f.name, Path: f.below, Source: filepath.ToSlash(f.path), Skip: f.skip, Given: given}
			if p.Skip == nil {
				folder := filepath.Dir(f.path)
				if tables[folder] == nil {
					tables[folder] = readTable(folder)
				}
				var row gather.Given
				row, p.Skip = tables[folder].row(f)
				if p.Skip == nil && holds(f) != "" {
					if !readContainer(f, row, given, yield) {
						return
					}
					continue
				}
				p.Given = merge(row, given)
			}
			if p.Skip == nil {
				var c content
				c, p.Skip = read(f)
				if c.list && p.Skip == nil {
					if !readList(c.bytes, f.name, p.Source, p.Given, yield) {
						return
					}
					continue
				}
				p.Form, p.Bytes = c.form, c.bytes
				p.Given = savedWith(p)
			}
			if !yield(p) {
				return
			}
		}
	})
}

// list walks the paths. Names beginning with a dot and tables are passed over; a folder is never entered through a link. A file that is
// given more than once, by name and in a folder, is listed once.
func list(paths []string) []found {
	all := listAll(paths)
	best := map[string]int{} // by absolute path, the listing that names it: one in a folder before one by name
	for i, f := range all {
		key := absolute(f.path)
		j, seen := best[key]
		if !seen || all[j].named && !f.named || all[j].named == f.named && f.below < all[j].below {
			best[key] = i
		}
	}
	out := all[:0]
	for i, f := range all {
		if best[absolute(f.path)] == i {
			out = append(out, f)
		}
	}
	return out
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}

func listAll(paths []string) []found {
	var out []found
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			out = append(out, unreadable(path, "", err))
			continue
		}
		if !info.IsDir() {
			out = append(out, found{path: path, name: stem(filepath.Base(path)), below: below("", path), named: true})
			continue
		}
		out = append(out, walk(path, path)...)
	}
	return out
}

func walk(root, folder string) []found {
	entries, err := os.ReadDir(folder) // sorted by name
	if err != nil {
		return []found{unreadable(folder, root, err)}
	}
	var out []found
	for _, entry := range entries {
		name := entry.Name()
		path := filepath.Join(folder, name)
		switch {
		case strings.HasPrefix(name, ".") || name == tableName:
		case entry.IsDir():
			out = append(out, walk(root, path)...)
		default:
			out = append(out, found{path: path, name: stem(name), below: below(root, path)})
		}
	}
	return out
}

func unreadable(path, root string, err error) found {
	return found{path: path, name: stem(filepath.Base(path)), below: below(root, path), named: true,
		skip: &gather.Skip{Reason: gather.Unreadable, Detail: reason(err)}}
}

// below is the path under root, with slashes on every system.
func below(root, path string) string {
	if root != "" {
		if rel, err := filepath.Rel(root, path); err == nil {
			path = rel
		}
	}
	return strings.TrimLeft(filepath.ToSlash(filepath.Clean(path)), "/")
}

func stem(name string) string {
	if ext := filepath.Ext(name); ext != "" && ext != filepath.Base(name) {
		return strings.TrimSuffix(name, ext)
	}
	return name
}

// identify gives each file its id: its name without ending, or its path where names clash. What clashes even so keeps the path; a record
// makes versions of it.
func identify(files []found) []string {
	count := map[string]int{}
	for _, f := range files {
		count[f.name]++
	}
	ids := make([]string, len(files))
	for i, f := range files {
		ids[i] = f.name
		if count[f.name] > 1 {
			ids[i] = f.below
		}
	}
	return ids
}

// Count says how many pages there will be, for a progress bar: a line of JSON lines is one; any other bundle counts once, as only unpacking tells.
func Count(paths []string) int {
	n := 0
	for _, f := range list(paths) {
		if strings.EqualFold(filepath.Ext(f.path), ".jsonl") {
			n += countLines(f.path)
		} else {
			n++
		}
	}
	return n
}

// countLines counts the lines of a file that are not empty; a file that can't be read is one skip.
func countLines(path string) int {
	f, err := os.Open(path)
	if err != nil {
		return 1
	}
	defer f.Close()
	n, filled := 0, false
	chunk := make([]byte, 1<<16)
	for {
		k, err := f.Read(chunk)
		for _, b := range chunk[:k] {
			switch {
			case b == '\n' && filled:
				n, filled = n+1, false
			case b > ' ':
				filled = true
			}
		}
		if err != nil {
			break
		}
	}
	if filled {
		n++
	}
	return max(n, 1)
}

// Missing returns the first path that is not there, or "".
func Missing(paths []string) string {
	sorted := append([]string(nil), paths...)
	sort.Strings(sorted)
	for _, path := range sorted {
		if _, err := os.Stat(path); os.IsNotExist(err) {
			return path
		}
	}
	return ""
}
