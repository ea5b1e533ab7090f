package names

import "github.com/hearsay-news/hearsay/lang"

// NounType says what a common noun in small letters stands for: PER for people ("editor"), ORG for bodies ("regulator"), WORK for what is written or
// shown ("memoir"). It knows singulars and regular plurals.
func NounType(l *lang.Language, noun string) (Type, bool) {
	lex := lexicons.Of(l)
	for _, form := range [...]string{noun, singular(noun)} {
		if form == "" {
			continue
		}
		switch b := lex.get(hashOf(form)); {
		case b&(person|role|rank) != 0:
			return PER, true
		case b&(body|group|orgHead) != 0:
			return ORG, true
		case b&workHead != 0:
			return WORK, true
		}
	}
	return "", false
}

// singular takes a regular plural off, "" where there is none.
func singular(noun string) string {
	n := len(noun)
	switch {
	case n > 4 && noun[n-3:] == "ies":
		return noun[:n-3] + "y"
	case n > 4 && noun[n-3:] == "men":
		return noun[:n-3] + "man"
	case n > 3 && noun[n-1] == 's' && noun[n-2] != 's':
		return noun[:n-1]
	}
	return ""
}

// Ordinary says whether the tables know a word in small letters as an English one.
func Ordinary(l *lang.Language, word string) bool {
	return lexicons.Of(l).get(hashOf(word))&common != 0
}
