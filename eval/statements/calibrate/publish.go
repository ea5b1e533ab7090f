package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/eval/statements"
	read "github.com/hearsay-news/hearsay/read/statements"
)

// writeAll makes the tables of the confidence again, and the page and picture that tell how good they are.
func writeAll(docs []statements.Document, data string) error {
	statements.MinConfidence = 0
	cells := map[[2]string]*cell{}
	statements.Score(docs, statements.Predict(docs), false, func(_ *statements.Document, pred []statements.Attribution, s statements.Scored) {
		for i := range pred {
			count(cells, &pred[i], s.Touched[i], s.Reader[i])
		}
	})
	rows, err := gold(data)
	if err != nil {
		return err
	}
	for i := range rows { // rules that the annotated news knows hardly: the project's own passages stand in
		s := &rows[i].row
		if c := cells[[2]string{s.Rule, "*"}]; rows[i].from != public && (c == nil || c.rows < likeFew || c.own > 0) {
			if c == nil {
				c = &cell{}
				cells[[2]string{s.Rule, "*"}] = c
			}
			c.own++
			c.rows++
			if rows[i].right {
				c.right++
			}
		}
	}
	shares := tableOf(cells)
	table := read.NewCells(shares, "")
	claimed, weights := crossfit(table, rows, developedWeight)
	var out strings.Builder
	out.WriteString("# Weights that make of a measured share the share of rows that readers find right in speaker, content and chain.\n# Made by: go run ./eval/statements/calibrate -write\n")
	for i, name := range traits {
		fmt.Fprintf(&out, "%s\t%.3f\n", name, weights[i])
	}
	for _, f := range []struct{ file, words string }{
		{"lang/en/statements/confidence.tsv", shares},
		{"lang/en/statements/readers.tsv", out.String()},
		{"docs/confidence.md", page(table, rows, claimed, weights)},
		{"docs/confidence.svg", plot(rows, claimed)},
	} {
		if err := os.WriteFile(filepath.FromSlash(f.file), []byte(f.words), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// likeFew is how many annotated rows a rule needs to do without own passages.
const likeFew = 8

// dial is where the rows begin that are shown unless asked for more.
const dial = 0.895 // written in hundredths

// origins name the tables of the page.
var origins = []struct {
	name, colour string
	of           origin
}{
	{"Drawn rows of public pages", "#c33", public},
	{"Own passages with every statement marked", "#383", fresh},
	{"Own passages that rules were made on", "#36c", developed},
}

func page(table *read.Cells, rows []judged, claimed, weights []float64) string {
	var out strings.Builder
	out.WriteString(`# What a confidence means

A statement's confidence is the share of such rows in which readers find speaker, content and chain all right. It is made in two steps, both by
` + "`go run ./eval/statements/calibrate -write`" + `, which also writes this page and its picture.

1. **Cells.** The share of right rows of a rule, with a stance, with a cue, on annotated news (PolNeAR train; measured, nothing learned from its texts). A rare cell is drawn to its parent;
   a rule that hardly occurs there is measured on the project's own passages; denials and silences take their rule's share.
2. **Level.** A curve from that share, the kind of page (nothing but an article, or one with menus and notices: "furniture"), how the speaker was found, the length of the chain, whether
   the words are quoted or deny something, and signs of the row itself (a pronoun that leads to nobody, a speaker in small letters, a comma or another clause with which a page often goes on itself, words inside somebody
   else's, a kind that readers mostly find to be no statement: ` + "`read/statements/doubtful.go`" + ` lists them, and ` + "`why`" + ` names the one that holds), to what readers judged: drawn rows of public pages (eval/gold/read), own passages
   with every statement marked, and own passages that rules were made on. What the curve gives above the default dial is drawn together: among those rows readers find little difference. What falls below it claims
   half and little more: two in three of such rows are wrong in something.

**What is shown claims more than it holds**: the tables and "What another level would show" say by how much, and why an honest level was not taken.

## Rounds of reading and mending

Rows at the default dial, drawn anew for each round, judged by one strict reader in speaker, content, chain and stance; what was wrong was mended by class before the next drawing, or put below the dial.

| seed | rows | all four right | what was mended after it |
|---|---|---|---|
| 4101 | 60 | 63 % | quotations of texts cut into words, datelines inside a line, an outlet's question and report in chains, denials that ran on, topics and deeds below the dial |
| 4202 | 60 | 67 % | whose thoughts stood in chains, closing marks, posts without their author, descriptions of somebody named, talks run together, silences of opinion |
| 4303 | 60 | 75 % | said of a thing, called by a name, shared nouns, pronouns that only the quoted words name, claims rejected by somebody |
| 4404 | 60 | 77 % | attempts, denials beside another verb, another clause behind "and", appositions with commas |
| 4606 | 60 | 73 % | are and is behind says, a noun phrase before "so", programmes, sentences behind quoted words, firms called by what they are |
| 4505, rows of .5 to .9 | 60 | 32 % | |

The figures below are cross-fitted: each page's rows by weights that never saw the page.

`)
	for _, part := range origins {
		fmt.Fprintf(&out, "## %s\n\n| claimed | rows | mean claim | judged right |\n|---|---|---|---|\n", part.name)
		all, right, sum := 0, 0, 0.0
		for i, b := range tenths(rows, claimed, part.of) {
			if b.rows == 0 {
				continue
			}
			fmt.Fprintf(&out, "| %d–%d %% | %d | %.0f | %.0f |\n", i*10, i*10+10, b.rows, 100*b.claimed/float64(b.rows), 100*float64(b.right)/float64(b.rows))
			all, right, sum = all+b.rows, right+b.right, sum+b.claimed
		}
		if all > 0 {
			fmt.Fprintf(&out, "| all | %d | %.1f | %.1f |\n\n", all, 100*sum/float64(all), 100*float64(right)/float64(all))
		}
	}
	out.WriteString(frontier(table, rows))
	out.WriteString("## Weights\n\n| trait | weight |\n|---|---|\n")
	for i, name := range traits {
		fmt.Fprintf(&out, "| %s | %+.2f |\n", name, weights[i])
	}
	out.WriteString("\n`level` and `share` (the log odds of the cell's share) make the curve; every other trait is added where it holds.\n\n![claimed against judged](confidence.svg)\n")
	return out.String()
}

// frontier tells what other levels would show: what a row on a passage that rules were made on counts, and, for each kind of row, the mean claim less the
// share right, the share at the default dial, and how many of these are right.
func frontier(table *read.Cells, rows []judged) string {
	var out strings.Builder
	fmt.Fprintf(&out, `## What another level would show

No honest level shows much: on public pages and on fresh passages about two rows in three are right in everything, and nothing that is known of a row tells nine right ones in ten from the others for more than a
few. A row on a passage that rules were made on counts %g; the more it counts, the more is shown and the more is claimed too much. For each kind of row: claimed less right, in points; share at the default dial; right of these.

| such a row counts | public pages | fresh passages | passages that rules were made on |
|---|---|---|---|
`, developedWeight)
	for _, w := range []float64{0, 1, 2, 4, 8, developedWeight, 16} {
		claimed, _ := crossfit(table, rows, w)
		fmt.Fprintf(&out, "| %g |", w)
		for _, part := range origins {
			n, right, shown, good, sum := 0, 0, 0, 0, 0.0
			for i := range rows {
				if rows[i].from != part.of {
					continue
				}
				n++
				sum += claimed[i]
				if rows[i].right {
					right++
				}
				if claimed[i] >= dial {
					shown++
					if rows[i].right {
						good++
					}
				}
			}
			fmt.Fprintf(&out, " %+.1f; %.0f %%; %.0f %% |", 100*(sum-float64(right))/float64(max(1, n)), 100*float64(shown)/float64(max(1, n)), 100*float64(good)/float64(max(1, shown)))
		}
		out.WriteString("\n")
	}
	out.WriteString("\n")
	return out.String()
}

// plot draws claimed against judged: a circle a tenth, its area after its rows; the line is where both are the same.
func plot(rows []judged, claimed []float64) string {
	var out strings.Builder
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 360" font-family="sans-serif" font-size="11">` + "\n")
	out.WriteString(`<title>Claimed confidence against the share of rows that readers found right</title>` + "\n<rect x=\"40\" y=\"20\" width=\"300\" height=\"300\" fill=\"none\" stroke=\"#999\"/>\n<line x1=\"40\" y1=\"320\" x2=\"340\" y2=\"20\" stroke=\"#999\" stroke-dasharray=\"4 4\"/>\n")
	for _, part := range origins {
		for _, b := range tenths(rows, claimed, part.of) {
			if b.rows < 5 {
				continue
			}
			x, y := 40+300*b.claimed/float64(b.rows), 320-300*float64(b.right)/float64(b.rows)
			radius := 3.0
			for r := 3.0; r*r < float64(b.rows); r++ {
				radius = r
			}
			fmt.Fprintf(&out, `<circle cx="%.1f" cy="%.1f" r="%.0f" fill="%s" fill-opacity="0.5"><title>%d rows</title></circle>`+"\n", x, y, radius, part.colour, b.rows)
		}
	}
	out.WriteString("<text x=\"190\" y=\"350\" text-anchor=\"middle\">claimed</text>\n<text x=\"12\" y=\"170\" transform=\"rotate(-90 12 170)\" text-anchor=\"middle\">judged right</text>\n<text x=\"50\" y=\"36\" fill=\"#c33\">rows of public pages</text>\n<text x=\"50\" y=\"50\" fill=\"#383\">own passages, every statement marked</text>\n<text x=\"50\" y=\"64\" fill=\"#36c\">own passages that rules were made on</text>\n</svg>\n")
	return out.String()
}
