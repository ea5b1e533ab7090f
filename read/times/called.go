package times

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// called says whether words tell what something is called or of what kind it is, and not when:
//
//	a Christmas tree, the Easter market     but: Christmas Eve, the Easter weekend
//	Saturday Night Live                     but: Saturday night
//	she said (via Today)                    but: Today she said
func (f *finder) called(c candidate) bool {
	next := f.token(c.to)
	if c.to >= len(f.scan.Atoms) {
		next = -1
	}
	switch c.rule.Name {
	case "holiday":
		return next >= 0 && f.tokens[next].UPOS == syntax.NOUN && f.scan.Find(c.to, f.lang.sym.lasting) == nil && f.scan.Find(c.to, f.lang.sym.unit) == nil
	case "part-day":
		return !f.headline && next >= 0 && f.capital(c.to) && f.capital(c.to-1)
	case "dayref", "tonight":
		return !f.headline && c.to == c.from+1 && f.capital(c.from) && c.from > 0 && f.scan.Atoms[c.from-1].Kind == pattern.Letters && !f.capital(c.from-1)
	}
	return false
}
