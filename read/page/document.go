package page

import (
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// document is a page while its lines are being told apart.
type document struct {
	lex   *lexicon
	text  text.Text
	lines []line
	nodes []node // of markup; nil in flat text
	meta  []Meta
	given string // the title given from outside

	title     int // index of the title's line, -1 for none
	from, to  int // lines that hold the body: [from, to)
	bodyWords map[uint64]bool
	spare     map[uint64]bool // an empty one that was large already
	known     text.Span       // lines whose words they are
	brands    map[string]int  // words in camel case, by the lines that have them
	unstopped bool            // a long line without a stop is no paragraph
	spaced    bool            // paragraphs stand between blank lines
}

func newDocument(lex *lexicon, t text.Text, lines []line, given string) *document {
	d := &document{lex: lex, text: t, lines: lines, given: given, title: -1}
	var buf []uint64
	seen := make(map[uint64]int, len(lines))
	gaps := 0
	for i := range d.lines {
		ln := &d.lines[i]
		buf = lex.measure(t.At(ln.Span), ln, buf)
		if first, ok := seen[ln.hash]; ok {
			ln.dup = first
			d.lines[first].dups++
		} else {
			seen[ln.hash] = i
		}
		if ln.gap > 0 {
			gaps++
		}
	}
	d.spaced = gaps*3 > len(d.lines)
	return d
}

// at returns the words of a line.
func (d *document) at(i int) string { return d.text.At(d.lines[i].Span) }

// set gives a line its role, with the reason.
func (d *document) set(i int, r Role, why string) { d.lines[i].role, d.lines[i].why = r, why }

// repeated says whether the line stands somewhere else on the page too.
func (d *document) repeated(i int) bool { return d.lines[i].dup >= 0 || d.lines[i].dups > 0 }

// wordSet returns the longer words of a string that are no stop words.
func (d *document) wordSet(s string, into map[uint64]bool) map[uint64]bool {
	if into == nil {
		into = map[uint64]bool{}
	}
	eachWord(s, func(start, end int, h uint64) {
		if end-start > 2 && !d.lex.table.stop(h) {
			into[h] = true
		}
	})
	return into
}

// share is the part of the longer words of s that are in a set, and how many there are.
func (d *document) share(s string, set map[uint64]bool) (part float64, n int) {
	in := 0
	eachWord(s, func(start, end int, h uint64) {
		if end-start > 2 && !d.lex.table.stop(h) {
			n++
			if set[h] {
				in++
			}
		}
	})
	if n == 0 {
		return 0, 0
	}
	return float64(in) / float64(n), n
}

func isURL(s string) bool {
	for _, head := range []string{"http://", "https://", "www."} {
		if len(s) >= len(head) && strings.EqualFold(s[:len(head)], head) {
			return !strings.ContainsAny(s, " \t")
		}
	}
	return false
}
