package events

import "github.com/hearsay-news/hearsay/lang"

// classes is the table of a language: class → set of words.
var classes = lang.Compile(func(l *lang.Language) map[string]map[string]bool { return lang.Classes(l.Events.Words) })

func (x *sentence) is(class, word string) bool { return x.words[class][word] }
