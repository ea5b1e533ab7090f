package page

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// line is one line of the text with everything that the classifier looks at. Lines of flat text and of markup are the same thing here;
// in flat text node, marks and linkChars are zero.
type line struct {
	text.Span
	node      int32
	marks     marks
	linkChars int
	sourceEnd int
	gap       int // blank lines before it

	words   int
	wide    int // words of scripts without spaces between words, counted by their length
	stops   int // stop words of any language
	caps    int // words with a capital first letter
	lowers  int // words with a small first letter
	shouts  int // words of two and more capitals
	digits  int // words of digits only
	notices int // words of notices
	dates   int // words of dates
	letters int
	chars   int
	commas  int
	stopped bool // ends as a sentence does
	cut     bool // ends in dots, as shortened teasers do
	colon   bool
	quoted  bool // begins with a quotation mark
	bullet  bool
	dup     int  // index of the first line that reads the same, -1 for none
	dups    int  // how many lines read the same
	comment bool // heads or ends a comment
	thread  bool // stands among comments or dated teasers
	outside bool // stands outside the element that holds the body
	phrase  *phrase
	hash    uint64
	hitsOf  [24]uint8 // stop words of each language

	score int
	role  Role
	why   string
}

// measure fills in the features that the words of a line give.
func (l *lexicon) measure(s string, ln *line, buf []uint64) []uint64 {
	buf = buf[:0]
	ln.dup = -1
	ln.chars = len(s)
	h := uint64(hashSeed)
	eachWord(s, func(start, end int, hash uint64) {
		ln.words++
		if s[start] >= 0xE3 { // scripts without spaces between words: two characters make one
			ln.words += (end - start) / 6
			ln.wide += (end-start)/6 + 1
		}
		if len(buf) <= phraseWords {
			buf = append(buf, hash)
		}
		h = hashRune(h, rune(hash^hash>>32))
		r, _ := utf8.DecodeRuneInString(s[start:])
		switch {
		case unicode.IsUpper(r):
			ln.caps++
			if end-start > 1 && isShout(s[start:end]) {
				ln.shouts++
			}
		case unicode.IsDigit(r):
			ln.digits++
		default:
			ln.lowers++
		}
		ln.letters += end - start
		w := l.table.find(hash)
		if w == nil {
			return
		}
		if w.stops != 0 {
			ln.stops++
			for set := w.stops; set != 0; set &= set - 1 {
				if i := bits.TrailingZeros32(set); ln.hitsOf[i] < 255 {
					ln.hitsOf[i]++
				}
			}
		}
		if w.notice {
			ln.notices++
		}
		if w.date {
			ln.dates++
		}
	})
	ln.hash = h
	ln.commas = strings.Count(s, ", ")
	ln.phrase = l.match(buf)
	tail := strings.TrimRight(s, "\"'”’»)]*」』） \u00a0")
	if tail != "" {
		r, _ := utf8.DecodeLastRuneInString(tail)
		ln.stopped = strings.ContainsRune(stops, r)
		ln.colon = r == ':'
		ln.cut = r == '…' || strings.HasSuffix(tail, "..")
	}
	head, n := utf8.DecodeRuneInString(s)
	ln.quoted = strings.ContainsRune("\"“„«‘'「『", head)
	ln.bullet = strings.ContainsRune("•·▪■●–-*►▶✓→", head) && n < len(s) && (s[n] == ' ' || s[n] == '\t')
	return buf
}

// stops end sentences.
const stops = ".!?…。！？؟।"

// signedOff says whether a line ends as a sentence does but for the sign of an agency behind it: "… on the quay. (Gulf Wire)", "… on the quay. GW".
func signedOff(s string) bool {
	n := len(s)
	if n < 40 {
		return false
	}
	from := 0
	if s[n-1] == ')' {
		from = strings.LastIndexByte(s, '(')
	} else if from = strings.LastIndexByte(s, ' ') + 1; from == 0 || n-from < 2 || !isShout(s[from:]) {
		return false
	}
	if from < 20 || n-from > 24 {
		return false
	}
	head := strings.TrimRight(s[:from], " \"”’\u00a0")
	r, _ := utf8.DecodeLastRuneInString(head)
	return strings.ContainsRune(stops, r)
}

// phraseWords is how many words a line may have in which phrases are looked for.
const phraseWords = 1 << 14

func isShout(w string) bool {
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// match finds the strongest phrase of the table in a line: a whole-line one before a start, that before an end, that before any place.
func (l *lexicon) match(words []uint64) *phrase {
	if len(words) > phraseWords {
		return nil
	}
	var best *phrase
	for i, h := range words {
		w := l.table.find(h)
		if w == nil {
			continue
		}
		for _, id := range w.phrases {
			p := &l.phrases[id]
			n := len(p.words)
			if i+n > len(words) || best != nil && best.how <= p.how && !(best.how == p.how && n > len(best.words)) {
				continue
			}
			switch {
			case p.how == is && (i > 0 || n != len(words)), (p.how == starts || p.how == leads) && i > 0, p.how == ends && i+n != len(words):
				continue
			}
			same := true
			for j := 1; j < n && same; j++ {
				same = words[i+j] == p.words[j]
			}
			if same {
				best = p
			}
		}
	}
	return best
}

// plain says whether enough of the line's words are stop words for running text, in percent. Scripts without spaces always are: no table
// knows their words.
func (ln *line) plain(percent int) bool {
	return ln.stops*100 >= ln.words*percent || ln.wide*2 > ln.words
}

// hits returns how many stop words of a language the line has.
func (ln *line) hits(language int) int { return int(ln.hitsOf[language]) }

// markedByline says whether the markup calls a line a byline, the article's own, and it looks like one.
func (ln *line) markedByline() bool {
	return ln.marks&mByline != 0 && ln.marks&(mRelated|mNav|mFooter|mComment|mTeaser|mHidden) == 0 && ln.words <= 20 && ln.caps >= 2 && !ln.stopped
}

// noticed says whether many of a line's words are those of notices: "Please sign in to your account."
func (ln *line) noticed() bool { return ln.notices >= 2 && ln.notices*100 >= ln.words*9 }
