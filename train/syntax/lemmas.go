package syntax

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/syntax/lemmas"
	"github.com/hearsay-news/hearsay/text"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// inflected are the tags whose words have endings; all other words are their own lemma unless the table names them.
var inflected = []syntax.XPOS{syntax.NNS, syntax.VBD, syntax.VBG, syntax.VBN, syntax.VBZ, syntax.JJR, syntax.JJS, syntax.RBR, syntax.RBS,
	syntax.NNPS}

// edit turns a form into its lemma: strip so many bytes, then add.
type edit struct {
	strip int
	add   string
}

// TrainLemmas learns the table of endings and of single words from the treebanks.
func TrainLemmas(data, out string) error {
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	seen := lemmasSeen(sentences)
	keys := make([]word, 0, len(seen))
	best := map[word]string{}
	for k, lemmas := range seen {
		keys = append(keys, k)
		for lemma, n := range lemmas {
			if b := best[k]; b == "" || n > lemmas[b] || n == lemmas[b] && lemma < b {
				best[k] = lemma
			}
		}
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i].tag < keys[j].tag || keys[i].tag == keys[j].tag && keys[i].form < keys[j].form
	})

	var table bytes.Buffer
	fmt.Fprintln(&table, "# Lemmas learnt from UD English EWT and GUM: tag, ending after *, bytes to strip, letters to add; or tag, word, lemma.")
	for _, tag := range inflected {
		writeEndings(&table, tag, keys, best)
	}
	endings := lemmas.Parse(table.String())
	for _, k := range keys { // single words: what the endings get wrong
		if len(k.form) > 40 || k.tag == syntax.NNPS || k.form == best[k] && !isInflected(k.tag) {
			continue
		}
		if endings.Of(text.Text(k.form), text.Span{End: len(k.form)}, uint8(k.tag), false) != best[k] {
			fmt.Fprintf(&table, "%d\t%s\t%s\n", k.tag, k.form, best[k])
		}
	}
	return write(out, "lemmas.txt", table.Bytes())
}

// word is a form with its tag.
type word struct {
	tag  syntax.XPOS
	form string
}

// lemmasSeen counts the lemmas of each form with its tag.
func lemmasSeen(sentences []conllu.Sentence) map[word]map[string]int {
	seen := map[word]map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if strings.ContainsAny(w.Form, "0123456789/@\t") || w.XPOS == "GW" || w.XPOS == "ADD" || len(w.Form) > 3 && strings.Contains(w.Feats, "Typo=Yes") {
				continue
			}
			tag, ok := syntax.ParseXPOS(w.XPOS)
			if !ok || tag == syntax.NNP {
				continue
			}
			k := word{tag, strings.ReplaceAll(strings.ToLower(w.Form), "’", "'")}
			if seen[k] == nil {
				seen[k] = map[string]int{}
			}
			lemma := w.Lemma
			if tag == syntax.NNPS {
				lemma = strings.ToLower(lemma)
			}
			seen[k][lemma]++
		}
	}
	return seen
}

// writeEndings writes the endings of a tag with what they come to, the shorter ones first.
func writeEndings(table *bytes.Buffer, tag syntax.XPOS, keys []word, best map[word]string) {
	votes := map[string]map[edit]int{}
	for _, k := range keys {
		if k.tag != tag {
			continue
		}
		e, ok := editOf(k.form, best[k])
		if !ok {
			continue
		}
		for n := 0; n <= min(lemmas.LongestEnding, len(k.form)); n++ {
			ending := k.form[len(k.form)-n:]
			if votes[ending] == nil {
				votes[ending] = map[edit]int{}
			}
			votes[ending][e]++
		}
	}
	rules := map[string]edit{}
	endings := make([]string, 0, len(votes))
	for ending := range votes {
		endings = append(endings, ending)
	}
	sort.Slice(endings, func(i, j int) bool {
		return len(endings[i]) < len(endings[j]) || len(endings[i]) == len(endings[j]) && endings[i] < endings[j]
	})
	for _, ending := range endings { // shorter ones first, so that a longer one is kept only where it knows better
		e, n := winner(votes[ending])
		inherited, ok := edit{}, false
		for cut := 1; cut <= len(ending) && !ok; cut++ {
			inherited, ok = rules[ending[cut:]]
		}
		if !ok && len(ending) == 0 || n >= 2 && e != inherited && n > votes[ending][inherited] {
			rules[ending] = e
			fmt.Fprintf(table, "%d\t*%s\t%d\t%s\n", tag, ending, e.strip, e.add)
		}
	}
}

func isInflected(tag syntax.XPOS) bool {
	for _, t := range inflected {
		if t == tag {
			return true
		}
	}
	return false
}

// editOf compares a form with its lemma. Lemmas that share no beginning with their form are left to the table of words.
func editOf(form, lemma string) (edit, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return edit{len(form) - n, lemma[n:]}, n >= 2
}

func winner(votes map[edit]int) (best edit, most int) {
	for e, n := range votes {
		if n > most || n == most && (e.strip < best.strip || e.strip == best.strip && e.add < best.add) {
			best, most = e, n
		}
	}
	return best, most
}
