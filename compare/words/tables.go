package words

import (
	"math"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
)

// Tables are what a language says about single words.
type Tables struct {
	classes    map[string]map[string]bool
	stop       map[string]bool
	irregular  map[string]string // form → base
	kin        map[string]string // stem → stem of the kind
	everyday   map[string]float64
	chosen     map[string]string // stem of a kind whose words outlets choose between → its name
	chosenWord map[string]bool   // those words
}

// Of returns the tables of a language.
func Of(l *lang.Language) *Tables { return compiled.Of(l) }

var compiled = lang.Compile(func(l *lang.Language) *Tables {
	t := &Tables{lang.Classes(l.Compare.Words), map[string]bool{}, map[string]string{}, map[string]string{}, map[string]float64{}, map[string]string{}, map[string]bool{}}
	for _, line := range Lines(l.Compare.Stop) {
		for _, word := range strings.Fields(line) {
			t.stop[word] = true
		}
	}
	for _, line := range Lines(l.Compare.Irregular) {
		forms := strings.Fields(line)
		for _, form := range forms[1:] {
			t.irregular[form] = forms[0]
		}
	}
	for _, line := range Lines(l.Compare.Kin) {
		chosen, line := strings.HasPrefix(line, "+ "), strings.TrimPrefix(line, "+ ")
		words := strings.Fields(line)
		head := t.Stem(words[0])
		if chosen {
			t.chosen[head] = words[0]
		}
		for _, word := range words {
			if chosen {
				t.chosenWord[word] = true
			}
			if s := t.Stem(word); t.kin[s] == "" {
				t.kin[s] = head
			}
		}
	}
	for _, line := range Lines(l.Compare.Frequency) {
		stem, n, _ := strings.Cut(line, "\t")
		if f, err := strconv.ParseFloat(n, 64); err == nil {
			t.everyday[stem] = f
		}
	}
	return t
})

// Documents is how many documents Everyday speaks of.
const Documents = 1000

// Everyday says in how many of 1000 documents of everyday English a stem stands, so that in a small record the words that every
// page shares ("Sel", "harbour") are not taken for empty ones.
func (t *Tables) Everyday(stem string) float64 { return t.everyday[stem] }

// Weigh says how much a stem says: the logarithm of how rare it is in everyday English.
func (t *Tables) Weigh(stem string) float64 {
	return math.Log((Documents + 1) / (t.Everyday(stem) + 0.5))
}

// Lines returns the lines of a table that are neither blank nor comments.
func Lines(table string) []string {
	var out []string
	for _, line := range strings.Split(table, "\n") {
		if line = strings.TrimRight(line, "\r"); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// Stop says whether a folded word says nothing by itself.
func (t *Tables) Stop(folded string) bool { return t.stop[folded] }

func (t *Tables) stopWord(folded string) bool { return t.stop[folded] }

func (t *Tables) kinOf(stem string) (string, bool) {
	kin, ok := t.kin[stem]
	return kin, ok
}

// Chosen says whether a kin is a kind of people or things between whose names outlets choose.
func (t *Tables) Chosen(kin string) bool { return t.chosen[kin] != "" }

// ChosenWord says whether a singular is one of the words of such a kind: a stem may be another word's as well ("plan", "plane").
func (t *Tables) ChosenWord(word string) bool { return t.chosenWord[word] }

// ChosenName is the name of such a kind.
func (t *Tables) ChosenName(kin string) string { return t.chosen[kin] }

// Negates says whether a folded word turns a sentence into its contrary.
func (t *Tables) Negates(folded string) bool { return t.classes["negation"][folded] }

// Particle says whether a folded word joins the parts of a name and comes and goes with the spelling.
func (t *Tables) Particle(folded string) bool { return t.classes["particle"][folded] }

// Is says whether a folded word belongs to a class of lang/en/compare/words.txt.
func (t *Tables) Is(class, folded string) bool { return t.classes[class][folded] }
