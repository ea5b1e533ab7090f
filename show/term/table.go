package term

import (
	"strings"

	"github.com/hearsay-news/hearsay/show/clean"
)

// table is rows of cells under heads. A cell may hold several parts, each beginning on its own line.
type table struct {
	columns []column
	rows    [][]cell
}

type column struct {
	head  string
	least int  // columns it must have
	most  int  // columns it takes at most; 0: as many as its longest cell
	right bool // set flush right
	flex  bool // takes what the others leave
}

// cell is one or more parts.
type cell []part

type part struct {
	style string
	words string
	lead  string // drawn before the words in another style, on the same line
	hue   string
}

func one(style, words string) cell { return cell{{style: style, words: words}} }

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

const gap = 2

// draw lays the columns out: each as wide as its longest cell, at most its limit, the flexible ones sharing what is left.
func (t *table) draw(g *page) {
	if len(t.rows) == 0 {
		return
	}
	sizes := t.sizes(g.Width)
	if !blank(t.columns) {
		var head strings.Builder
		for i, c := range t.columns {
			t.head(&head, i, sizes, fit(c.head, sizes[i]))
		}
		g.put("%s\n", g.paint(faint, strings.TrimRight(head.String(), " ")))
	}
	for _, row := range t.rows {
		t.row(g, row, sizes)
	}
}

func blank(columns []column) bool {
	for _, c := range columns {
		if c.head != "" {
			return false
		}
	}
	return true
}

func (t *table) sizes(width int) []int {
	sizes := make([]int, len(t.columns))
	for i, c := range t.columns {
		sizes[i] = wide(c.head)
		for _, row := range t.rows {
			for _, p := range row[i] {
				sizes[i] = max(sizes[i], wide(clean.Line(p.words))+wide(p.lead))
			}
		}
		if c.most > 0 {
			sizes[i] = min(sizes[i], c.most)
		}
		sizes[i] = max(sizes[i], c.least)
	}
	room := width - gap*(len(sizes)-1)
	for _, flexOnly := range []bool{true, false} { // what is too wide is taken from the flexible columns first
		for {
			total, widest := 0, -1
			for i, n := range sizes {
				total += n
				if (t.columns[i].flex || !flexOnly) && n > max(t.columns[i].least, 3) && (widest < 0 || n > sizes[widest]) {
					widest = i
				}
			}
			if total <= room || widest < 0 {
				break
			}
			sizes[widest] -= min(total-room, sizes[widest]-max(t.columns[widest].least, 3))
		}
	}
	return sizes
}

func (t *table) row(g *page, row []cell, sizes []int) {
	type line struct{ words, style, lead, hue string }
	cells := make([][]line, len(row))
	height := 1
	for i, c := range row {
		for _, p := range c {
			room := sizes[i]
			text := p.words
			if p.lead != "" { // the lead takes part in wrapping, and is painted again afterwards
				text = p.lead + " " + p.words
			}
			for k, words := range wrap(text, room) {
				l := line{words: words, style: p.style}
				if k == 0 && p.lead != "" && strings.HasPrefix(words, p.lead) {
					l.lead, l.hue, l.words = p.lead, p.hue, strings.TrimPrefix(words, p.lead)
				}
				cells[i] = append(cells[i], l)
			}
		}
		height = max(height, len(cells[i]))
	}
	for k := range height {
		var b strings.Builder
		for i := range cells {
			l := line{}
			if k < len(cells[i]) {
				l = cells[i][k]
			}
			room := sizes[i] - wide(l.lead)
			words := l.words
			fill := strings.Repeat(" ", max(0, room-wide(words)))
			if t.columns[i].right {
				b.WriteString(fill)
			}
			b.WriteString(g.paint(l.hue, l.lead) + g.paint(l.style, words))
			if i < len(cells)-1 {
				if !t.columns[i].right {
					b.WriteString(fill)
				}
				b.WriteString(strings.Repeat(" ", gap))
			}
		}
		g.put("%s\n", strings.TrimRight(b.String(), " "))
	}
}

func (t *table) head(b *strings.Builder, i int, sizes []int, words string) {
	fill := strings.Repeat(" ", max(0, sizes[i]-wide(words)))
	if t.columns[i].right {
		b.WriteString(fill + words)
	} else {
		b.WriteString(words + fill)
	}
	b.WriteString(strings.Repeat(" ", gap))
}
