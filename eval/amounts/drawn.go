package amounts

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// DrawnPart is what was counted on one half of the drawn figures.
type DrawnPart struct {
	Figures, Right int // figures, and those of them that are shown with what they count and its scope right
	Shown, Junk    int // rows that are shown, and those of them that are junk or told in passing
	Errors         []string
}

// drawn is one judged figure: a line of the file that eval/amounts/draw makes.
type drawn struct {
	part, page, kind string
	number, of       text.Span
	scope            text.Span
	free             bool // the scope may be left out
}

// Drawn measures on figures of unseen pages that were judged by reading. What is counted is right when it covers the judged words, but for
// articles; a scope when it shares half its words with the judged one.
func Drawn(file, data string) (map[string]*DrawnPart, error) {
	rows := map[string][]drawn{} // by set and page
	sets := map[string]bool{}
	err := lines.Each(file, func(line string) error {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || line == "" {
			return nil
		}
		if len(f) != 7 {
			return fmt.Errorf("%d fields, not 7", len(f))
		}
		d := drawn{part: f[0], page: f[1] + "/" + f[2], kind: f[6]}
		f[5], d.free = strings.CutPrefix(f[5], "?")
		for i, s := range []*text.Span{&d.number, &d.of, &d.scope} {
			if f[3+i] == "-" {
				continue
			}
			if _, err := fmt.Sscanf(f[3+i], "%d-%d", &s.Start, &s.End); err != nil {
				return fmt.Errorf("place %q: %w", f[3+i], err)
			}
		}
		rows[d.page] = append(rows[d.page], d)
		sets[f[1]] = true
		return nil
	})
	parts := map[string]*DrawnPart{"dev": {}, "aside": {}}
	for _, set := range Unseen {
		if err != nil || !sets[set] {
			continue
		}
		err = Pages(data, set, func(p gather.Page) {
			if judged := rows[set+"/"+p.ID]; judged != nil {
				r := read.Read(en.Language, p)
				for _, d := range judged {
					parts[d.part].count(r, d)
				}
			}
		})
	}
	return parts, err
}

// count compares one judged figure with what was read of its page.
func (p *DrawnPart) count(r *read.Reading, d drawn) {
	var a *amounts.Amount
	for i := range r.Amounts {
		if r.Amounts[i].Start < d.number.End && d.number.Start < r.Amounts[i].End {
			a = &r.Amounts[i]
			break
		}
	}
	shown := a != nil && a.Weak == ""
	if shown {
		p.Shown++
	}
	if d.kind != "figure" {
		if shown {
			p.Junk++
			p.Errors = append(p.Errors, d.tell(r, a, "SHOWN"))
		}
		return
	}
	p.Figures++
	switch {
	case !shown:
		p.Errors = append(p.Errors, d.tell(r, a, "MISSED"))
	case !shared(r, a.Of, d.of, 1):
		p.Errors = append(p.Errors, d.tell(r, a, "COUNTED"))
	case !(d.free && a.Scope.Empty()) && !shared(r, a.Scope, d.scope, 0.5):
		p.Errors = append(p.Errors, d.tell(r, a, "SCOPE"))
	default:
		p.Right++
	}
}

// tell is a line about what went wrong, with the words of the page: for reading, never kept.
func (d drawn) tell(r *read.Reading, a *amounts.Amount, what string) string {
	t := r.Page.Text
	around := text.Span{Start: max(0, d.number.Start-120), End: min(len(t), d.number.End+150)}
	s := fmt.Sprintf("%s %s [%s] of %q scope %q", what, d.page, t.At(d.number), t.At(d.of), t.At(d.scope))
	if a != nil {
		s += fmt.Sprintf("\n    got [%s] %s of %q scope %q %s", t.At(a.Span), a.Unit, t.At(a.Of), t.At(a.Scope), a.Rule)
	}
	return s + "\n    " + strings.ReplaceAll(t.At(around), "\n", " / ")
}

// shared says whether two places share enough of their words; articles and determiners don't count.
func shared(r *read.Reading, a, b text.Span, enough float64) bool {
	x, y := wordsOf(r, a), wordsOf(r, b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	all := len(x) + len(y) - both
	return all == 0 || float64(both) >= enough*float64(all)
}

func wordsOf(r *read.Reading, s text.Span) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(r.Page.Text.At(s))) {
		if w = strings.Trim(w, "\"'“”(),.;"); w != "" && w != "the" && w != "a" && w != "an" {
			words[w] = true
		}
	}
	return words
}
