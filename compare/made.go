package compare

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sync"

	"github.com/hearsay-news/hearsay/lang"
)

// rules are the program text of this package and its rooms: whoever mends a rule changes it.
//
//go:embed *.go */*.go
var rules embed.FS

// Made names what findings are made by: the rules and the tables of a language. It changes with them, so that kept findings are made anew without
// anybody's counting a version up.
func Made(l *lang.Language) string {
	h := sha256.New()
	h.Write([]byte(sumOfRules()))
	fmt.Fprintf(h, "%s %q %q %q %q", l.Tag, l.Numbers, l.Compare, l.Clauses, l.Events)
	return hex.EncodeToString(h.Sum(nil)[:8])
}

var sumOfRules = sync.OnceValue(func() string {
	h := sha256.New()
	_ = fs.WalkDir(rules, ".", func(path string, d fs.DirEntry, err error) error { // the files are embedded: reading them can't fail
		if err == nil && !d.IsDir() {
			text, _ := fs.ReadFile(rules, path)
			fmt.Fprintf(h, "%s %d\n%s", path, len(text), text)
		}
		return err
	})
	return hex.EncodeToString(h.Sum(nil))
})
