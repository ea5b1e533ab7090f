package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// corefDocument is a text with chains over the head words of its mentions.
type corefDocument struct {
	id        string
	text      text.Text
	sentences [][]string
	words     []corefWord
	gold      map[int]string // head word → chain
	mention   map[int]text.Span
}

type corefWord struct {
	text.Span
	head       int // index into words; -1 for the root
	upos, xpos string
	form       string
}

// scoreCoref measures coreference on the documents of GUM's dev part: no model learned from them. Mentions are matched by their head word, as the
// gold spans hold articles and titles that our names go without.
func scoreCoref(data string, model *names.Model) ([]Row, error) {
	held, err := newdocs(filepath.Join(data, "language", "ud-gum", "dev.conllu"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("coref: %w", errAbsent)
	}
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(data, "language", "coref-ontogum", "*.conllu"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("coref: %w", errAbsent)
	}
	sort.Strings(files)
	all, few := newCorefScore(), newCorefScore()
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".conllu")
		if held[name] == (corefPart == "train") || corefOnly != "" && !strings.Contains(name, corefOnly) {
			continue
		}
		d, err := readCoref(file)
		if err != nil {
			return nil, err
		}
		found := d.read(model)
		all.add(d.gold, found)
		keep := map[int]bool{}
		for h := range d.gold {
			keep[h] = d.nameOrPronoun(h)
		}
		for h := range found {
			keep[h] = d.nameOrPronoun(h)
		}
		few.add(only(d.gold, keep), only(found, keep))
		if corefErrors {
			d.print(only(d.gold, keep), only(found, keep))
		}
	}
	var rows []Row
	for _, part := range []struct {
		set   string
		score *corefScore
	}{{"coref/ontogum all chains", all}, {"coref/ontogum names and pronouns", few}} {
		m, b, c := part.score.muc.f1(), part.score.b3.f1(), part.score.ceaf.f1()
		rows = append(rows, Row{part.set, "CoNLL average", (m + b + c) / 3}, Row{part.set, "MUC", m}, Row{part.set, "B3", b}, Row{part.set, "CEAFe", c},
			Row{part.set, "MUC precision", part.score.muc.precision()}, Row{part.set, "MUC recall", part.score.muc.recall()})
	}
	return rows, nil
}

var (
	corefPart   = os.Getenv("HEARSAY_COREF_PART") // "train" to work on the other documents
	corefOnly   = os.Getenv("HEARSAY_COREF_ONLY") // part of a document's name
	corefErrors = os.Getenv("HEARSAY_COREF_ERRORS") != ""
)

func newdocs(file string) (map[string]bool, error) {
	ids := map[string]bool{}
	err := lines.Each(file, func(line string) error {
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			ids[id] = true
		}
		return nil
	})
	return ids, err
}

// readCoref reads one document; the chains stand in the last column as "(12", "12)" and "(12)".
func readCoref(file string) (*corefDocument, error) {
	d := &corefDocument{id: strings.TrimSuffix(filepath.Base(file), ".conllu"), gold: map[int]string{}, mention: map[int]text.Span{}}
	var b strings.Builder
	var sentence []string
	type open struct {
		chain string
		from  int
	}
	var stack []open
	type found struct {
		chain    string
		from, to int
	}
	var mentions []found
	base := 0
	end := func() {
		if len(sentence) > 0 {
			b.WriteByte('\n')
			d.sentences = append(d.sentences, sentence)
			sentence = nil
		}
		base = len(d.words)
	}
	err := lines.Each(file, func(line string) error {
		if line == "" {
			end()
			return nil
		}
		cells := strings.Split(line, "\t")
		if line[0] == '#' || len(cells) < 10 || strings.ContainsAny(cells[0], "-.") {
			return nil
		}
		form := strings.ReplaceAll(cells[1], " ", "_")
		if len(sentence) > 0 {
			b.WriteByte(' ')
		}
		w := corefWord{Span: text.Span{Start: b.Len(), End: b.Len() + len(form)}, head: -1, upos: cells[3], xpos: cells[4], form: form}
		if cells[6] != "0" {
			n := 0
			fmt.Sscan(cells[6], &n)
			w.head = base + n - 1
		}
		b.WriteString(form)
		sentence = append(sentence, form)
		at := len(d.words)
		d.words = append(d.words, w)
		for _, part := range strings.Split(cells[9], "|") {
			e, ok := strings.CutPrefix(part, "Entity=")
			for ok && e != "" {
				if e[0] == '(' {
					n := 1
					for n < len(e) && e[n] != '(' && e[n] != ')' {
						n++
					}
					id := e[1:n]
					if cut := strings.IndexByte(id, '-'); cut >= 0 {
						id = id[:cut]
					}
					e = e[n:]
					if strings.HasPrefix(e, ")") {
						mentions = append(mentions, found{id, at, at + 1})
						e = e[1:]
					} else {
						stack = append(stack, open{id, at})
					}
					continue
				}
				n := strings.IndexByte(e, ')')
				if n < 0 {
					break
				}
				for k := len(stack) - 1; k >= 0; k-- {
					if stack[k].chain == e[:n] {
						mentions = append(mentions, found{e[:n], stack[k].from, at + 1})
						stack = append(stack[:k], stack[k+1:]...)
						break
					}
				}
				e = e[n+1:]
			}
		}
		return nil
	})
	end()
	d.text = text.Text(b.String())
	sort.SliceStable(mentions, func(i, j int) bool { return mentions[i].to-mentions[i].from < mentions[j].to-mentions[j].from })
	for _, m := range mentions {
		h := d.headOf(m.from, m.to)
		d.gold[h] = m.chain
		d.mention[h] = text.Span{Start: d.words[m.from].Start, End: d.words[m.to-1].End}
	}
	return d, err
}

// headOf is the word of a stretch whose head lies outside.
func (d *corefDocument) headOf(from, to int) int {
	for i := from; i < to; i++ {
		if h := d.words[i].head; h < from || h >= to {
			return i
		}
	}
	return from
}

// read runs the room and gives the entity of each mention by its head word.
func (d *corefDocument) read(model *names.Model) map[int]string {
	var blocks []page.Block
	for _, line := range d.text.Lines() {
		blocks = append(blocks, page.Block{Span: line, Role: page.Body})
	}
	mentions, _ := names.ReadWith(en.Language, model, d.text, blocks, syntax.Given(en.Language, d.text, d.sentences))
	found := map[int]string{}
	at := 0
	for _, m := range mentions {
		for at > 0 && (at >= len(d.words) || d.words[at].Start > m.Start) {
			at--
		}
		for at < len(d.words) && d.words[at].Start < m.Start {
			at++
		}
		to := at
		for to < len(d.words) && d.words[to].End <= m.End {
			to++
		}
		if to > at {
			if h := d.headOf(at, to); found[h] == "" {
				found[h] = fmt.Sprint("e", m.Entity)
			}
		}
	}
	return found
}

func (d *corefDocument) nameOrPronoun(h int) bool {
	w := d.words[h]
	if w.upos == "PROPN" {
		return true
	}
	switch strings.ToLower(w.form) {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves":
		return true
	}
	return false
}

func only(chains map[int]string, keep map[int]bool) map[int]string {
	out := map[int]string{}
	for h, c := range chains {
		if keep[h] {
			out[h] = c
		}
	}
	return out
}

// print shows the gold chains with what was found of each, for a person who works on the room.
func (d *corefDocument) print(gold, found map[int]string) {
	byChain := map[string][]int{}
	for h, c := range gold {
		byChain[c] = append(byChain[c], h)
	}
	var chains []string
	for c, list := range byChain {
		sort.Ints(list)
		if len(list) > 1 {
			chains = append(chains, c)
		}
	}
	sort.Slice(chains, func(i, j int) bool { return byChain[chains[i]][0] < byChain[chains[j]][0] })
	fmt.Println("##", d.id)
	for _, c := range chains {
		fmt.Printf("  chain %s:", c)
		for _, h := range byChain[c] {
			fmt.Printf("  %s@%d=%s", d.words[h].form, h, found[h])
		}
		fmt.Println()
	}
}
