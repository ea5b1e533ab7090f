package events

import (
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang/en"
)

// words is the table of lang/en: class → set of words.
var words = sync.OnceValue(func() map[string]map[string]bool {
	table := map[string]map[string]bool{}
	for line := range strings.Lines(en.EventWords) {
		class, list, found := strings.Cut(strings.TrimSpace(line), ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		if table[class] == nil {
			table[class] = map[string]bool{}
		}
		for _, word := range strings.Fields(list) {
			table[class][word] = true
		}
	}
	return table
})

func is(class, word string) bool { return words()[class][word] }
